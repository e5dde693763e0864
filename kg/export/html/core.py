"""What the page opens on: the part worth seeing, never a hairball."""

from __future__ import annotations

import msgspec

from kg.export.layout import Box, Position, readable
from kg.export.network import Network, Tie, network
from kg.export.select import part
from kg.knowledge import Knowledge
from kg.schema import group_of

# As many as can be read with their names on one screen.
PEOPLE = 48
EVENTS = 24
# With each thing come so many that it is most tied to, with each event so many of its parties.
NEIGHBOURS = 2
PARTIES = 4
# Names in the picture are broken after about so many letters.
LINE = 20


class Core(msgspec.Struct, frozen=True):
    """Node numbers (things first, then events) with their places, for each of the two views."""

    people: list[tuple[int, Position]]
    events: list[tuple[int, Position]]


def most_central(knowledge: Knowledge, limit: int) -> Knowledge:
    """The ``limit`` most central things and events, in the proportion of the whole; all where there are no more. What
    ties them stays, as do the articles that tell of it."""
    count = len(knowledge.things) + len(knowledge.events)
    if count <= limit:
        return knowledge
    net = network(knowledge)
    most = limit * len(knowledge.things) // count
    things = sorted(range(len(knowledge.things)), key=lambda index: (-net.centrality[index], index))[:most]
    events = sorted(range(len(knowledge.events)), key=lambda index: (-net.event_rank[index], index))[: limit - most]
    return part(
        knowledge, {knowledge.things[index].uri for index in things}, {knowledge.events[index].uri for index in events}
    )


def core(knowledge: Knowledge, net: Network) -> Core:
    """The part to open on, laid out by itself."""
    return Core(_people(knowledge, net), _events(knowledge, net))


def backbone(ties: list[Tie], count: int) -> list[Tie]:
    """The ties worth drawing among ``count`` things: the three strongest of each, and the strongest of all up to twice
    as many as there are things."""
    strongest = sorted(ties, key=lambda tie: (-tie.weight, tie.a, tie.b))
    kept: dict[tuple[int, int], Tie] = {(tie.a, tie.b): tie for tie in strongest[: 2 * count]}
    of: dict[int, int] = {}
    for tie in strongest:
        if min(of.get(tie.a, 0), of.get(tie.b, 0)) < 3:
            kept[tie.a, tie.b] = tie
        of[tie.a] = of.get(tie.a, 0) + 1
        of[tie.b] = of.get(tie.b, 0) + 1
    return [kept[key] for key in sorted(kept)]


def _people(knowledge: Knowledge, net: Network) -> list[tuple[int, Position]]:
    chosen = sorted(with_neighbours(net, PEOPLE))
    place = {index: number for number, index in enumerate(chosen)}
    ties = backbone([tie for tie in net.ties if tie.a in place and tie.b in place], len(chosen))
    edges = [(place[tie.a], place[tie.b]) for tie in ties]
    boxes = [box(knowledge.things[index].name, net.centrality[index]) for index in chosen]
    return list(zip(chosen, readable(edges, [tie.weight for tie in ties], boxes), strict=True))


def with_neighbours(net: Network, count: int) -> set[int]:
    """``count`` things: the most central, each with those it is most tied to, so that nothing stands there alone while
    it has ties."""
    near: dict[int, list[tuple[float, int]]] = {}
    for tie in net.ties:
        near.setdefault(tie.a, []).append((-tie.weight, tie.b))
        near.setdefault(tie.b, []).append((-tie.weight, tie.a))
    chosen: set[int] = set()
    for _, index in sorted((-rank, index) for index, rank in enumerate(net.centrality) if rank > 0):
        for node in (index, *(other for _, other in sorted(near[index])[:NEIGHBOURS])):
            if len(chosen) < count:
                chosen.add(node)
    return chosen


def _events(knowledge: Knowledge, net: Network) -> list[tuple[int, Position]]:
    """The events that matter most, and who is in them. Those of one party, and what was said, come last."""
    parties: dict[int, set[int]] = {}
    for event, thing, _ in net.roles:
        parties.setdefault(event, set()).add(thing)
    by_worth = sorted(
        (group_of().get(knowledge.events[event].type) == "Statement", len(of) < 2, -net.event_rank[event], event)
        for event, of in parties.items()
    )
    offset = len(knowledge.things)
    events = sorted(event for *_, event in by_worth[:EVENTS])
    kept = {
        event: sorted(parties[event], key=lambda thing: (-net.centrality[thing], thing))[:PARTIES] for event in events
    }
    things = sorted({thing for of in kept.values() for thing in of})
    chosen = things + [offset + event for event in events]
    place = {node: number for number, node in enumerate(chosen)}
    shown = set(things)
    edges = sorted({(place[offset + event], place[thing]) for event in events for thing in parties[event] & shown})
    boxes = [box(knowledge.things[index].name, net.centrality[index]) for index in things]
    boxes += [box(knowledge.events[event].label_ar, net.event_rank[event] / 2) for event in events]
    return list(zip(chosen, readable(edges, [1.0] * len(edges), boxes), strict=True))


def box(name: str, rank: float) -> Box:
    """The room that a node and its name take; ``app/layout.js`` reckons the same."""
    size = 7 + 23 * rank**0.6
    font = 15 + 9 * rank**0.7
    length = len(name)
    lines = 1 if length <= LINE else 2
    return max(size, min(length, LINE + 2) * font * 0.27) + 10, size + 6, size + 8 + lines * font * 1.3
