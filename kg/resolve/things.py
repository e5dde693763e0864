"""Groups of entities -> things of the knowledge: canonical name, spellings, links, addresses, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.knowledge import Join, Link, NameForm, Thing
from kg.record import Record
from kg.resolve.entities import Group, Node
from kg.resolve.iris import thing_iri, world_iri
from kg.resolve.local import Local
from kg.resolve.quotes import Quoter
from kg.resolve.world import entry_of

_WIKIDATA = "http://www.wikidata.org/entity/"


def things(groups: Sequence[Group], records: Sequence[Record], quoters: Sequence[Quoter], base: str) -> list[Thing]:
    """The things of ``groups``, sorted by IRI. An address that two could claim goes to the one with more mentions."""
    drafts = sorted((_Draft(group) for group in groups), key=lambda d: (-len(d.locals), d.type, d.key, d.sense))
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
        former = tuple(sorted(draft.addresses(base) - taken))
        taken.update(former)
        found.append(draft.thing(uri, former, records, quoters))
    return sorted(found, key=lambda t: t.uri)


def node_iris(node: Node, base: str) -> set[str]:
    """The IRIs under which a node alone is known."""
    uris = {thing_iri(base, node.type, node.key, node.sense)}
    return uris | ({world_iri(base, node.type, node.world)} if node.world else set())


class _Draft:
    """A thing in the making."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.locals: list[Local] = sorted((m for n in group.nodes for m in n.locals), key=lambda m: m.order)
        self.type = group.nodes[0].type
        self.worlds = Counter(m.world for m in self.locals if m.world)
        self.world = min(self.worlds, key=lambda w: (-self.worlds[w], w)) if self.worlds else ""
        # the name of most articles; short forms only where there is no other
        self.node = min(group.nodes, key=lambda n: (n.short, -len(n.locals), -len(n.name), n.key, n.sense))
        self.key, self.sense = self.node.key, self.node.sense

    def first(self, records: Sequence[Record]) -> str:
        """The first article that tells of it, to tell namesakes apart."""
        return min(records[m.doc].doc.id for m in self.locals)

    def address(self, base: str) -> str:
        """Its IRI, if no other thing has it."""
        if self.world:
            return world_iri(base, self.type, self.world)
        return thing_iri(base, self.type, self.key, self.sense)

    def addresses(self, base: str) -> set[str]:
        """Every IRI that it, or a part of it, has without the others."""
        return {uri for node in self.group.nodes for uri in node_iris(node, base)}

    def thing(self, uri: str, former: tuple[str, ...], records: Sequence[Record], quoters: Sequence[Quoter]) -> Thing:
        """The thing itself."""
        subtypes = Counter(m.entity.subtype for m in self.locals if m.entity.subtype)
        names = Counter[str]()
        for m in self.locals:
            names.update(m.names)
        entry = entry_of(self.world) if self.world else None
        full = Counter(m.entity.name for m in self.node.locals if m.long is None)
        subtype = min(subtypes, key=lambda s: (-subtypes[s], s)) if subtypes else None
        return Thing(
            uri=uri,
            type=self.type,  # type: ignore[arg-type]
            subtype=entry.subtype if entry and entry.subtype else subtype,
            name=entry.name if entry else min(full or names, key=lambda n: (-(full or names)[n], -len(n), n)),
            name_en=entry.name_en or None if entry else None,
            names=tuple(NameForm(t, n) for t, n in sorted(names.items(), key=lambda item: (-item[1], item[0]))),
            links=self._links(),
            members=tuple((records[m.doc].doc.id, m.entity.id) for m in self.locals),
            mentions=tuple(
                quoters[m.doc].quote(span.start, span.end)
                for m in self.locals  # in the order of their articles
                for span in sorted(m.entity.mentions, key=lambda s: (s.start, s.end))
            ),
            joins=tuple(self._joins()),
            former_uris=former,
            confidence=round(max(m.entity.confidence for m in self.locals), 3),
        )

    def _links(self) -> tuple[Link, ...]:
        """The entry that the articles agree on is sure; an entry that only the name suggests is a candidate."""
        found = []
        total = sum(self.worlds.values())
        for world, n in sorted(self.worlds.items(), key=lambda item: (-item[1], item[0])):
            found.append(_link(world, round(n / total, 3), world == self.world and 2 * n > total))
        suggested = Counter(c for m in self.locals for c in m.candidates if c not in self.worlds)
        for world, n in sorted(suggested.items(), key=lambda item: (-item[1], item[0])):
            found.append(_link(world, round(0.5 * n / len(self.locals), 3), False))
        return tuple(link for link in found if link is not None)

    def _joins(self) -> list[Join]:
        joins = sorted(self.group.joins, key=lambda j: (j.left, j.right, -j.score))
        shortened = Counter((m.entity.name, *m.long) for n in self.group.nodes for m in n.locals if m.long)
        for (short, long, why), n in sorted(shortened.items()):
            joins.append(Join(short, long, 0.84, (*why, f"in {n} article{'s' if n > 1 else ''}")))
        for node in self.group.nodes:
            count = len({m.doc for m in node.locals if m.long is None})
            if count > 1:
                joins.append(Join(node.name, node.name, 1.0, (f"the same name in {count} articles",)))
        return joins


def _link(world: str, score: float, sure: bool) -> Link | None:
    """A link to Wikidata; our own entries have no public address."""
    return Link(_WIKIDATA + world, score, sure) if world[:1] == "Q" and world[1:].isdigit() else None


def uri_of(found: Sequence[Thing]) -> dict[tuple[str, str], str]:
    """(doc id, entity id) -> IRI of the thing."""
    return {member: thing.uri for thing in found for member in thing.members}
