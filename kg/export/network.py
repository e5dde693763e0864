"""Knowledge as a network: who is tied to whom, what matters most, which belong together.

Two views of the same: in the *events* view an event is a node, joined to the things that take part in it; in the
*people* view things are joined to each other, with the events and facts behind each tie.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from itertools import combinations

import msgspec

from kg.export.period import Period, days_of
from kg.knowledge import Fact, Happening, Knowledge, RoleFiller
from kg.schema import group_of

# The roles of those who act; everybody else in an event is tied to them.
_ACTING = ("participant", "visitor", "speaker", "agent", "winner")
# Above this many actors an event ties them to the first only: a list of 200 states is no 19,900 meetings.
_MOST_ACTORS = 40


class Tie(msgspec.Struct, frozen=True):
    """Two things, by their place in ``knowledge.things`` (the smaller first), and what joins them: places in
    ``knowledge.events`` and ``knowledge.facts``. ``weight`` is how much they join them."""

    a: int
    b: int
    events: tuple[int, ...]
    facts: tuple[int, ...]
    weight: float


class Network(msgspec.Struct, frozen=True):
    """``centrality`` (0 to 1) and ``community`` (0, 1, … largest first; -1 for things with no tie) by thing;
    ``event_rank`` (0 to 1) and ``periods`` by event; ``roles`` are (event, thing, filler)."""

    ties: tuple[Tie, ...]
    roles: tuple[tuple[int, int, RoleFiller], ...]
    periods: tuple[Period | None, ...]
    centrality: tuple[float, ...]
    community: tuple[int, ...]
    event_rank: tuple[float, ...]


def network(knowledge: Knowledge) -> Network:
    """The network of ``knowledge``. Role fillers and facts whose thing is not there are left out."""
    number = {thing.uri: index for index, thing in enumerate(knowledge.things)}
    roles = tuple(
        (index, number[filler.thing], filler)
        for index, event in enumerate(knowledge.events)
        for filler in event.roles
        if filler.thing in number
    )
    ties = _ties(knowledge, number)
    centrality = _centrality(knowledge, ties)
    return Network(
        ties=ties,
        roles=roles,
        periods=tuple(days_of(event.date) for event in knowledge.events),
        centrality=centrality,
        community=_communities(len(knowledge.things), ties),
        event_rank=_event_ranks(knowledge.events, roles, centrality),
    )


def pairs(event: Happening) -> Iterator[tuple[str, str]]:
    """The pairs of things (uris) that an event ties: those who act with each other and with everybody else in it."""
    actors = sorted({filler.thing for filler in event.roles if filler.role in _ACTING})
    if not actors:
        actors = [filler.thing for filler in event.roles[:1]]
    others = sorted({filler.thing for filler in event.roles} - set(actors))
    together = combinations(actors, 2) if len(actors) <= _MOST_ACTORS else ((actors[0], other) for other in actors[1:])
    # A speech ties its speaker to what it is about; several speakers of one speech are tied all the same.
    yield from together
    for actor in actors[:_MOST_ACTORS]:
        for other in others:
            yield actor, other


def event_weight(event: Happening) -> float:
    """What an event adds to each tie it makes: its sources, divided among its other parties, since a summit of twenty
    tells less of any two of them than a meeting of two. Words tie a third as much as deeds."""
    parties = len({filler.thing for filler in event.roles})
    weight = max(event.sources, 1) / max(parties - 1, 1)
    return weight / 3 if group_of().get(event.type) == "Statement" else weight


def _ties(knowledge: Knowledge, number: dict[str, int]) -> tuple[Tie, ...]:
    events: dict[tuple[int, int], list[int]] = {}
    facts: dict[tuple[int, int], list[int]] = {}
    weight: dict[tuple[int, int], float] = {}
    for index, event in enumerate(knowledge.events):
        for left, right in pairs(event):
            if left in number and right in number:
                key = _key(number[left], number[right])
                events.setdefault(key, []).append(index)
                weight[key] = weight.get(key, 0.0) + event_weight(event)
    for index, fact in enumerate(knowledge.facts):
        if _joins(fact, number):
            key = _key(number[fact.subject], number[fact.object])
            facts.setdefault(key, []).append(index)
            weight[key] = weight.get(key, 0.0) + max(fact.sources, 1)
    return tuple(
        Tie(a, b, tuple(events.get((a, b), ())), tuple(facts.get((a, b), ())), weight[a, b]) for a, b in sorted(weight)
    )


def _joins(fact: Fact, number: dict[str, int]) -> bool:
    return fact.subject in number and fact.object in number and fact.subject != fact.object


def _key(left: int, right: int) -> tuple[int, int]:
    return (left, right) if left < right else (right, left)


def _centrality(knowledge: Knowledge, ties: tuple[Tie, ...]) -> tuple[float, ...]:
    """PageRank over the ties, more for what many articles name; the highest as 1, 0 for what has no tie."""
    count = len(knowledge.things)
    if not ties:
        return (0.0,) * count
    import igraph

    graph = igraph.Graph(n=count, edges=[(tie.a, tie.b) for tie in ties])
    ranks = graph.pagerank(weights=[tie.weight for tie in ties], directed=False)
    articles = [len({quote.doc for quote in thing.mentions}) for thing in knowledge.things]
    worth = [
        rank * (1 + math.log1p(told)) if degree else 0.0
        for rank, told, degree in zip(ranks, articles, graph.degree(), strict=True)
    ]
    top = max(worth)
    return tuple(round(value / top, 4) for value in worth)


def _communities(count: int, ties: tuple[Tie, ...]) -> tuple[int, ...]:
    """Groups of things more tied among themselves than to others (Louvain), numbered by size."""
    if not ties:
        return (-1,) * count
    import igraph

    igraph.set_random_number_generator(random.Random(1))
    try:
        graph = igraph.Graph(n=count, edges=[(tie.a, tie.b) for tie in ties])
        clusters = graph.community_multilevel(weights=[tie.weight for tie in ties])
    finally:
        igraph.set_random_number_generator(random)
    members: dict[int, list[int]] = {}
    for thing, cluster in enumerate(clusters.membership):
        members.setdefault(cluster, []).append(thing)
    by_size = sorted((group for group in members.values() if len(group) > 1), key=lambda group: (-len(group), group[0]))
    result = [-1] * count
    for cluster, group in enumerate(by_size):
        for thing in group:
            result[thing] = cluster
    return tuple(result)


def _event_ranks(
    events: tuple[Happening, ...], roles: tuple[tuple[int, int, RoleFiller], ...], centrality: tuple[float, ...]
) -> tuple[float, ...]:
    """What is worth seeing: told by many, of central things; a statement counts a third of a deed."""
    weight = [0.0] * len(events)
    for number, thing, _ in roles:
        weight[number] += centrality[thing]
    for index, event in enumerate(events):
        weight[index] *= max(event.sources, 1)
        if group_of().get(event.type) == "Statement":
            weight[index] /= 3
    top = max(weight, default=0.0)
    return tuple(round(value / top, 4) if top else 0.0 for value in weight)
