"""What belongs to what: the country that a thing acts for, and the places that hold a place.

By what the articles tell (offices, seats, parts), and for what they do not tell by the gazetteer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.knowledge import Thing
from kg.record import Record
from kg.resolve.world import entry_of

_TIES = frozenset({"position", "partOf", "locatedIn", "nationality"})
_DEEPEST = 6  # steps up from a street to a continent


class Belonging:
    """Made once from all articles, asked by the IRIs of things. ``world_of`` maps those that the gazetteer knows to its
    ids."""

    def __init__(
        self,
        records: Sequence[Record],
        thing_of: Mapping[tuple[str, str], str],
        found: Sequence[Thing],
        world_of: Mapping[str, str],
    ) -> None:
        self._countries = {t.uri for t in found if t.subtype == "Country"}
        self._places = {t.uri for t in found if t.type == "Place"}
        self._holder = self._told(records, thing_of)
        self._known(found, world_of)
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

    def _known(self, found: Sequence[Thing], world_of: Mapping[str, str]) -> None:
        """The countries of things that the gazetteer knows and no article places."""
        country_of_id = {world_of[uri]: uri for uri in self._countries if uri in world_of}
        for thing in found:
            entry = entry_of(world_of[thing.uri]) if thing.uri in world_of else None
            if entry and thing.uri not in self._holder and entry.country in country_of_id:
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
