"""Groups of entities -> things of the knowledge: canonical name, spellings, links, addresses, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.knowledge import Join, Link, NameForm, Thing
from kg.record import Record
from kg.resolve.entities import Group
from kg.resolve.iris import thing_iri, world_iri
from kg.resolve.local import Local
from kg.resolve.quotes import Quoter

SURE = 0.95  # from this score on a link is an identity
_WIKIDATA = "http://www.wikidata.org/entity/"


def things(groups: Sequence[Group], records: Sequence[Record], quoters: Sequence[Quoter], base: str) -> list[Thing]:
    """The things of ``groups``, sorted by IRI. Addresses that two things could claim go to the one with more mentions."""
    drafts = [_Draft(group) for group in groups]
    drafts.sort(key=lambda d: (-d.mentions, d.type, d.key, d.sense))
    taken: set[str] = set()
    uris = []
    for draft in drafts:
        uri = draft.address(base)
        if uri in taken:
            uri = thing_iri(base, draft.type, draft.key, f"{draft.sense} {draft.first(records)}")
        taken.add(uri)
        uris.append(uri)
    found = []
    for draft, uri in zip(drafts, uris, strict=True):
        former = sorted(draft.addresses(base) - taken)
        taken.update(former)
        found.append(draft.thing(uri, tuple(former), records, quoters))
    return sorted(found, key=lambda t: t.uri)


class _Draft:
    """A thing in the making."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.locals: list[Local] = sorted((m for n in group.nodes for m in n.locals), key=lambda m: m.order)
        self.type = group.nodes[0].type
        self.worlds = Counter(w for m in self.locals for w in m.worlds)
        self.names = Counter[str]()
        for m in self.locals:
            self.names.update(m.names)
        self.mentions = len(self.locals)
        self.node = min(group.nodes, key=lambda n: (n.short, -len(n.locals), -len(n.name), n.key, n.sense))
        self.key, self.sense = self.node.key, self.node.sense

    def first(self, records: Sequence[Record]) -> str:
        """The earliest article that tells of it, to tell namesakes apart."""
        return min(records[m.doc].doc.id for m in self.locals)

    def world(self) -> str:
        """The entry of the gazetteer, "" where there is none or the articles do not agree."""
        if not self.worlds:
            return ""
        (best, n), *others = sorted(self.worlds.items(), key=lambda item: (-item[1], item[0]))
        return best if not others or n > 2 * others[0][1] else ""

    def address(self, base: str) -> str:
        """Its IRI, if no other thing has it."""
        world = self.world()
        return world_iri(base, self.type, world) if world else thing_iri(base, self.type, self.key, self.sense)

    def addresses(self, base: str) -> set[str]:
        """Every IRI that it, or a part of it, would have had before its parts were joined."""
        uris = {thing_iri(base, n.type, n.key, n.sense) for n in self.group.nodes if not n.short}
        return uris | {world_iri(base, self.type, w) for w in self.worlds}

    def thing(self, uri: str, former: tuple[str, ...], records: Sequence[Record], quoters: Sequence[Quoter]) -> Thing:
        subtypes = Counter(m.entity.subtype for m in self.locals if m.entity.subtype)
        mentions = sorted(quoters[m.doc].quote(span.start, span.end) for m in self.locals for span in m.entity.mentions)
        name, name_en = self._names()
        return Thing(
            uri=uri,
            type=self.type,  # type: ignore[arg-type]
            subtype=min(subtypes, key=lambda s: (-subtypes[s], s)) if subtypes else None,
            name=name,
            name_en=name_en,
            names=tuple(
                NameForm(text, n) for text, n in sorted(self.names.items(), key=lambda item: (-item[1], item[0]))
            ),
            links=self._links(),
            members=tuple((records[m.doc].doc.id, m.entity.id) for m in self.locals),
            mentions=tuple(mentions),
            joins=tuple(self._joins()),
            former_uris=former,
            confidence=round(max(m.entity.confidence for m in self.locals), 3),
        )

    def _names(self) -> tuple[str, str | None]:
        """The name people are shown: the fullest that is frequent, titles taken off; and the English one."""
        full = Counter(m.entity.name for m in self.node.locals)
        best = min(full, key=lambda n: (-full[n], -len(n), n))
        return best, None

    def _links(self) -> tuple[Link, ...]:
        total = sum(self.worlds.values())
        sure = self.world()
        return tuple(
            Link(_WIKIDATA + world if world.startswith("Q") else world, round(n / total, 3), world == sure)
            for world, n in sorted(self.worlds.items(), key=lambda item: (-item[1], item[0]))
        )

    def _joins(self) -> list[Join]:
        joins = sorted(self.group.joins, key=lambda j: (j.left, j.right, -j.score))
        if len(self.node.locals) > 1:
            count = len({m.doc for m in self.node.locals})
            told = f"the same name in {count} articles" + (", and one context" if self.sense else "")
            joins.insert(0, Join(self.node.name, self.node.name, 1.0, (told,)))
        return joins


def uri_of(found: Sequence[Thing]) -> dict[tuple[str, str], str]:
    """(doc id, entity id) -> IRI of the thing."""
    return {member: thing.uri for thing in found for member in thing.members}


def full_names(found: Sequence[Thing]) -> Mapping[str, str]:
    """IRI -> name."""
    return {thing.uri: thing.name for thing in found}
