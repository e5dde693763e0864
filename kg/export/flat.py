"""The network as plain nodes and edges: what Gephi, yEd and spreadsheets understand."""

from __future__ import annotations

from typing import Literal

import msgspec

from kg.export.layout import Position, layout
from kg.export.network import Network, network
from kg.export.palette import GROUPS, TYPES, UNKNOWN
from kg.export.period import Period, merged
from kg.export.plain import one_line
from kg.knowledge import Happening, Knowledge
from kg.schema import group_of, label, schema

View = Literal["events", "people"]


class Node(msgspec.Struct, frozen=True):
    """A thing (``kind`` "thing") or, in the events view, an event. ``type`` is the entity type or event leaf, ``group``
    the entity type again or the event's group; ``names`` every spelling; ``size`` for drawing, 4 to 40."""

    id: str
    kind: str
    type: str
    group: str
    subtype: str
    label: str
    label_en: str
    names: tuple[str, ...]
    status: str
    date: str
    periods: tuple[Period, ...]
    count: float | None
    centrality: float
    community: int
    sources: int
    mentions: int
    confidence: float
    asserted: bool
    colour: str
    size: float
    position: Position


class Edge(msgspec.Struct, frozen=True):
    """``kind`` is "role" (event to thing), "relation" (thing to thing) or "tie" (things with events behind it).
    ``symmetric`` where it holds both ways."""

    id: str
    source: str
    target: str
    kind: str
    type: str
    label: str
    label_en: str
    symmetric: bool
    weight: float
    status: str
    periods: tuple[Period, ...]
    title: str
    confidence: float


class Flat(msgspec.Struct, frozen=True):
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def flat(knowledge: Knowledge, view: View = "events") -> Flat:
    """Nodes and edges of ``knowledge``. ``events``: events are nodes; ``people``: events are in the ties of things."""
    net = network(knowledge)
    edges = _event_edges(knowledge, net) if view == "events" else _ties(knowledge, net)
    edges += _fact_edges(knowledge)
    uris = [thing.uri for thing in knowledge.things]
    if view == "events":
        uris += [event.uri for event in knowledge.events]
    number = {uri: index for index, uri in enumerate(uris)}
    positions = layout(
        len(uris), [(number[edge.source], number[edge.target]) for edge in edges], [edge.weight for edge in edges], 60.0
    )
    nodes = _thing_nodes(knowledge, net, positions)
    if view == "events":
        nodes += _event_nodes(knowledge, net, positions[len(knowledge.things) :])
    return Flat(tuple(nodes), tuple(edges))


def _thing_nodes(knowledge: Knowledge, net: Network, positions: list[Position]) -> list[Node]:
    periods: list[list[Period]] = [[] for _ in knowledge.things]
    for event, thing, _ in net.roles:
        if period := net.periods[event]:
            periods[thing].append(period)
    return [
        Node(
            id=thing.uri,
            kind="thing",
            type=thing.type,
            group=thing.type,
            subtype=thing.subtype or "",
            label=one_line(thing.name),
            label_en=one_line(thing.name_en or ""),
            names=tuple(one_line(form.text) for form in thing.names),
            status="",
            date="",
            periods=merged(periods[index]),
            count=None,
            centrality=net.centrality[index],
            community=net.community[index],
            sources=len({quote.doc for quote in thing.mentions}),
            mentions=len(thing.mentions),
            confidence=thing.confidence,
            asserted=True,
            colour=TYPES.get(thing.type, UNKNOWN),
            size=round(4 + 36 * net.centrality[index] ** 0.5, 2),
            position=positions[index],
        )
        for index, thing in enumerate(knowledge.things)
    ]


def _event_nodes(knowledge: Knowledge, net: Network, positions: list[Position]) -> list[Node]:
    return [
        Node(
            id=event.uri,
            kind="event",
            type=event.type,
            group=group_of().get(event.type, ""),
            subtype="",
            label=one_line(event.label_ar),
            label_en=one_line(event.label_en),
            names=(),
            status=event.status,
            date=event.date or "",
            periods=merged([period] if (period := net.periods[index]) else []),
            count=event.count,
            centrality=net.event_rank[index],
            community=-1,
            sources=event.sources,
            mentions=len(event.tellings),
            confidence=event.confidence,
            asserted=event.asserted,
            colour=GROUPS.get(group_of().get(event.type, ""), UNKNOWN),
            size=round(4 + 12 * net.event_rank[index] ** 0.5, 2),
            position=positions[index],
        )
        for index, event in enumerate(knowledge.events)
    ]


def _event_edges(knowledge: Knowledge, net: Network) -> list[Edge]:
    edges = []
    for event_index, thing, filler in net.roles:
        event = knowledge.events[event_index]
        period = net.periods[event_index]
        edges.append(
            Edge(
                id=f"role:{event_index}:{filler.role}:{thing}",
                source=event.uri,
                target=filler.thing,
                kind="role",
                type=filler.role,
                label=_label("roles", filler.role, "ar"),
                label_en=_label("roles", filler.role, "en"),
                symmetric=False,
                weight=float(max(filler.sources, 1)),
                status=event.status,
                periods=(period,) if period else (),
                title="",
                confidence=event.confidence,
            )
        )
    return edges


def _fact_edges(knowledge: Knowledge) -> list[Edge]:
    known = {thing.uri for thing in knowledge.things}
    return [
        Edge(
            id=fact.uri,
            source=fact.subject,
            target=fact.object,
            kind="relation",
            type=fact.type,
            label=one_line(fact.title) if fact.title else _label("relations", fact.type, "ar"),
            label_en=_label("relations", fact.type, "en"),
            symmetric=bool(schema()["relations"].get(fact.type, {}).get("symmetric")),
            weight=float(max(fact.sources, 1)),
            status="former" if fact.former else "",
            periods=(),
            title=one_line(fact.title or ""),
            confidence=fact.confidence,
        )
        for fact in knowledge.facts
        if fact.subject in known and fact.object in known
    ]


def _ties(knowledge: Knowledge, net: Network) -> list[Edge]:
    """The ties that have events behind them; the facts stand on their own."""
    edges = []
    for tie in net.ties:
        if not tie.events:
            continue
        events = [knowledge.events[index] for index in tie.events]
        commonest = min({event.type for event in events}, key=lambda name: (-_count(events, name), name))
        edges.append(
            Edge(
                id=f"tie:{tie.a}:{tie.b}",
                source=knowledge.things[tie.a].uri,
                target=knowledge.things[tie.b].uri,
                kind="tie",
                type=commonest,
                label=_label("events", commonest, "ar"),
                label_en=_label("events", commonest, "en"),
                symmetric=True,
                weight=float(sum(max(event.sources, 1) for event in events)),
                status=events[0].status if len({event.status for event in events}) == 1 else "mixed",
                periods=merged([period for index in tie.events if (period := net.periods[index])]),
                title="",
                confidence=max(event.confidence for event in events),
            )
        )
    return edges


def _count(events: list[Happening], name: str) -> int:
    return sum(event.type == name for event in events)


def _label(section: str, key: str, language: str) -> str:
    return label(section, key, language) if key in schema()[section] else key
