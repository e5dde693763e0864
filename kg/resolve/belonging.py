"""What belongs to what: the country that a thing acts for, and the places that hold a place.

By what the articles tell (offices, seats, parts), and for what they do not tell by the gazetteer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.knowledge import Thing
from kg.record import Record
from kg.resolve.world import entries, entry_of

_TIES = frozenset({"position", "partOf", "locatedIn", "nationality"})
_DEEPEST = 6  # steps up from a street to a continent


class Belonging:
    """Made once from all articles, asked by the IRIs of things."""

    def __init__(
        self, records: Sequence[Record], thing_of: Mapping[tuple[str, str], str], found: Sequence[Thing]
    ) -> None:
        self._countries = {t.uri for t in found if t.subtype == "Country"}
        self._places = {t.uri for t in found if t.type == "Place"}
        self._holder = self._told(records, thing_of)
        self._known(found)
        self._country: dict[str, str] = {}

    def _told(self, records: Sequence[Record], thing_of: Mapping[tuple[str, str], str]) -> dict[str, str]:
        votes: dict[str, Counter[str]] = {}
        for record in records:
            for r in record.relations:
                if r.type in _TIES and not r.former:
                    subject, holder = (thing_of.get((record.doc.id, e)) for e in (r.subject, r.object))
                    if subject and holder and subject != holder and subject not in self._countries:
                        votes.setdefault(subject, Counter())[holder] += 1
        return {s: min(v, key=lambda o: (o not in self._countries, -v[o], o)) for s, v in votes.items()}

    def _known(self, found: Sequence[Thing]) -> None:
        """The countries of things that the gazetteer knows and no article places."""
        country_of_id = {}
        for thing in found:
            if thing.uri in self._countries:
                for id in entries(thing.name, "Place"):
                    country_of_id[id] = thing.uri
        for thing in found:
            if thing.uri in self._holder or thing.uri in self._countries:
                continue
            ids = entries(thing.name, thing.type)
            entry = entry_of(next(iter(ids))) if len(ids) == 1 else None
            if entry and entry.country in country_of_id:
                self._holder[thing.uri] = country_of_id[entry.country]

    def above(self, thing: str) -> list[str]:
        """What holds a thing, and what holds that, the nearest first."""
        chain = [thing]
        while len(chain) <= _DEEPEST and (holder := self._holder.get(chain[-1])) and holder not in chain:
            chain.append(holder)
        return chain[1:]

    def country(self, thing: str) -> str:
        """The country that a thing acts for, of a country itself; the thing where none is known."""
        if thing not in self._country:
            chain = [thing, *self.above(thing)]
            self._country[thing] = next((t for t in chain if t in self._countries), thing)
        return self._country[thing]

    def near(self, a: str, b: str) -> bool:
        """Is one place the other, or in it?"""
        return a == b or b in self.above(a) or a in self.above(b)
