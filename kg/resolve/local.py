"""The entities of single articles as resolution sees them: names, identity in the gazetteer, and context.

Nothing here knows of another article. ``Local`` is one entity of one record; its context is what tells namesakes apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.record import Entity, Record
from kg.resolve.names import person, words

_WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(slots=True)
class Local:
    """One entity of one article. ``doc`` is the index of its record; ``names`` counts its spellings as mentioned.

    ``worlds`` are ids of the gazetteer; ``offices`` are (title in words, folded name of the body or country);
    ``nearby`` are folded names of the other entities of the article.
    """

    doc: int
    entity: Entity
    key: str
    names: Counter[str] = field(default_factory=Counter)
    worlds: tuple[str, ...] = ()
    offices: frozenset[tuple[str, str]] = frozenset()
    nearby: frozenset[str] = frozenset()

    @property
    def order(self) -> tuple[int, str]:
        """Sorts locals in a way that does not depend on the order of reading."""
        return (self.doc, self.entity.id)


def key_of(type: str, name: str) -> str:
    """The comparing form of a name: what two spellings that are surely one share. Never empty."""
    if type == "Person":
        parsed = person(name)
        text = " ".join(("\u0628\u0646 " if p.son else "") + p.text for p in parsed.parts)
        marks = " ".join(sorted(parsed.marks))
        reigning = parsed.titles[0] + " " if parsed.titles and len(parsed.parts) == 1 else ""
        key = f"{reigning}{text} {marks}".strip()
    else:
        key = " ".join(words(name))
    return key or name.strip() or "?"


def world_of(links: Sequence[str]) -> tuple[str, ...]:
    """Ids of the gazetteer among the links of an entity: ``Q42``, ``kg:...``."""
    return tuple(
        sorted({link.removeprefix(_WIKIDATA).removeprefix("https://www.wikidata.org/wiki/") for link in links})
    )


def locals_of(index: int, record: Record) -> list[Local]:
    """The entities of one record, in the order of the record."""
    text = record.doc.text
    names = {e.id: " ".join(words(e.name)) for e in record.entities}
    offices: dict[str, set[tuple[str, str]]] = {}
    for r in record.relations:
        if r.type in ("position", "nationality"):
            title = " ".join(words(r.title or ""))
            offices.setdefault(r.subject, set()).add((title, names.get(r.object, "")))
    everything = frozenset(names.values())
    found = []
    for e in record.entities:
        spellings = Counter(text[m.start : m.end] for m in e.mentions if m.kind == "name")
        if not spellings:
            spellings = Counter({e.name: 1})
        found.append(
            Local(
                doc=index,
                entity=e,
                key=key_of(e.type, e.name),
                names=spellings,
                worlds=world_of(e.links),
                offices=frozenset(offices.get(e.id, ())),
                nearby=everything - {names[e.id]},
            )
        )
    return found
