"""The entities of single articles as resolution sees them: names, identity in the gazetteer, and context.

``Local`` is one entity of one record; its context is what tells namesakes apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.record import Entity, Record
from kg.resolve.compare_body import body, lexicon
from kg.resolve.names import bare, person, words
from kg.resolve.world import entries, entry_of, ranked

_WIKIDATA = ("http://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/")


@dataclass(slots=True)
class Local:
    """One entity of one article. ``doc`` is the index of its record, ``key`` its name in comparing form, ``names`` counts
    its spellings as mentioned.

    ``world`` is its entry of the gazetteer, "" if none is told; ``candidates`` are entries that it may be. ``offices``
    are (title in words, folded name of the body or country); ``around`` the keys of all entities of the article (one set for all of them);
    ``country`` the id of the country that the article is mostly about, "" if there is none.
    """

    doc: int
    entity: Entity
    type: str
    key: str
    names: Counter[str] = field(default_factory=Counter)
    world: str = ""
    candidates: tuple[str, ...] = ()
    offices: frozenset[tuple[str, str]] = frozenset()
    around: frozenset[str] = frozenset()
    country: str = ""
    long: tuple[str, tuple[str, ...]] | None = None  # of a short form: the long form it was given to, and why

    @property
    def nearby(self) -> frozenset[str]:
        """The keys of the other entities of the article."""
        return self.around - {self.key}

    @property
    def order(self) -> tuple[int, str]:
        """Sorts locals in a way that does not depend on the order of reading."""
        return (self.doc, self.entity.id)


@lru_cache(maxsize=1 << 17)
def key_of(type: str, name: str) -> str:
    """The comparing form of a name: what two spellings that are surely one share. Never empty."""
    if type == "Person":
        parsed = person(name)
        text = " ".join(("\u0628\u0646 " if p.son else "") + p.text for p in parsed.parts)
        marks = " ".join(sorted(parsed.marks))
        reigning = parsed.titles[0] + " " if parsed.titles and len(parsed.parts) == 1 else ""
        key = f"{reigning}{text} {marks}".strip()
    else:
        key = " ".join(bare(w) for w in words(name))  # after a particle extraction may lose the article
    return key or name.strip() or "?"


@lru_cache(maxsize=1 << 16)
def is_short(key: str) -> bool:
    """Is this key of a person a single part, which must find its long form?"""
    return len(person(key).parts) <= 1


@lru_cache(maxsize=1 << 16)
def is_generic(type: str, name: str) -> bool:
    """Is this a name that every country has («الجيش», «وزارة الداخلية»), told without its country?"""
    if type != "Organization" or entries(name, type):
        return False
    parsed, lex = body(name), lexicon()
    shared = lex.generic | lex.integral
    return not parsed.nationalities and bool(parsed.content) and all(w in shared for w in parsed.content)


def _told(entity: Entity) -> str:
    """The entry of the gazetteer that extraction linked the entity to, "" if none or several."""
    ids = set()
    for link in entity.links:
        for prefix in _WIKIDATA:
            link = link.removeprefix(prefix)
        ids.add(link)
    return ids.pop() if len(ids) == 1 else ""


def locals_of(index: int, record: Record) -> list[Local]:
    """The entities of one record, in the order of the record."""
    text = record.doc.text
    found = []
    for e in record.entities:
        spellings = Counter(text[m.start : m.end] for m in e.mentions if m.kind == "name")
        world = _told(e)
        type_ = e.type
        if world and (entry := entry_of(world)):
            type_ = entry.type
        found.append(Local(index, e, type_, key_of(type_, e.name), spellings or Counter({e.name: 1}), world))
    country = _identify(found)
    keys = {one.entity.id: one.key for one in found}
    everything = frozenset(keys.values())
    offices: dict[str, set[tuple[str, str]]] = {}
    for r in record.relations:
        if r.type in ("position", "nationality"):
            offices.setdefault(r.subject, set()).add((" ".join(words(r.title or "")), keys.get(r.object, "")))
    for one in found:
        one.country = country
        one.around = everything
        one.offices = frozenset(offices.get(one.entity.id, ()))
    return found


def _identify(found: Sequence[Local]) -> str:
    """Gives entries to entities that extraction did not link, the plain ones first, and those with several by the
    countries of the article. Returns the country that the article is mostly about."""
    countries: Counter[str] = Counter()
    open_: list[Local] = []
    for one in found:
        if not one.world:
            known = ranked(one.entity.name, one.type)
            if len(known) == 1 and _plain(one, known[0]):
                one.world = known[0]
            elif known:
                one.candidates = known
                open_.append(one)
        if one.world and one.type == "Place":
            countries[_country(one.world)] += len(one.entity.mentions)
    for one in open_:
        best = _fitting(one, countries)
        if best:
            one.world, one.candidates = best, ()
    del countries[""]
    most = countries.most_common(2)
    if most and (len(most) == 1 or most[0][1] >= 1.5 * most[1][1]):
        return most[0][0]
    return ""


def _plain(one: Local, id: str) -> bool:
    """Does the name alone tell the entry? Not where it is ambiguous, or one word of a person's name."""
    entry = entry_of(id)
    if entry is None or (one.type == "Person" and is_short(one.key)):
        return False
    return not entry.ambiguous or len(words(one.entity.name)) > 1


def _country(id: str) -> str:
    entry = entry_of(id)
    if not entry:
        return ""
    return entry.id if entry.subtype == "Country" else entry.country


def _fitting(one: Local, countries: Counter[str]) -> str:
    """The candidate of the country that the article speaks of most; where it speaks of none of them, the one whose own
    name this is, if there is only one. "" where the article does not tell."""
    if one.type == "Person" and is_short(one.key) and len(one.candidates) > 1:
        return ""
    fits = [c for c in one.candidates if countries[_country(c)]]
    if fits:
        most = max(countries[_country(c)] for c in fits)
        best = [c for c in fits if countries[_country(c)] == most]
        return best[0] if len({_country(c) for c in best}) == 1 else ""
    name = words(one.entity.name)
    own = [c for c in one.candidates if (entry := entry_of(c)) and words(entry.name) == name]
    return own[0] if len(own) == 1 and one.type != "Person" else ""
