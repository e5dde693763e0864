"""Entities of many articles -> groups that are one thing each.

1. Entities of one type with the same name in comparing form are one node; so the number of comparisons depends on
   how many names there are, not on how often each is mentioned. A node whose context shows two namesakes is split.
2. Nodes that share a block (a family name's consonants, a word) are compared; what is surely the same is joined, the
   surest first, never over a veto.
3. Short forms go to the one long form that fits them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.knowledge import Join
from kg.resolve.blocking import candidate_pairs
from kg.resolve.cluster import Groups, Pair, as_join, join_best_first
from kg.resolve.compare import compare
from kg.resolve.homonyms import split
from kg.resolve.local import Local
from kg.resolve.names import person


@dataclass(slots=True)
class Node:
    """All entities that bear one name and that nothing tells apart."""

    type: str
    key: str
    name: str
    sense: str
    locals: list[Local]
    worlds: frozenset[str]
    docs: frozenset[int]

    @property
    def short(self) -> bool:
        """A person's name of one part, which must find its long form."""
        return self.type == "Person" and len(person(self.name).parts) <= 1


@dataclass(slots=True)
class Group:
    """One thing: its nodes and why they were joined."""

    nodes: list[Node]
    joins: list[Join] = field(default_factory=list)


def nodes_of(locals_: Sequence[Local]) -> list[Node]:
    """Nodes in an order that depends on their content alone."""
    by_key: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for one in locals_:
        by_key[one.entity.type, one.key].append(one)
    nodes = []
    for (type_, key), same in sorted(by_key.items()):
        same.sort(key=lambda one: one.order)
        for sense, members in split(type_, same):
            spelled = Counter(m.entity.name for m in members)
            name = min(spelled, key=lambda n: (-spelled[n], n))
            worlds = Counter(w for m in members for w in m.worlds)
            nodes.append(
                Node(
                    type_,
                    key,
                    name,
                    sense,
                    members,
                    frozenset(w for w, n in worlds.items() if 2 * n >= max(worlds.values())),
                    frozenset(m.doc for m in members),
                )
            )
    return nodes


def group(locals_: Sequence[Local]) -> tuple[list[Group], list[Pair], list[Node]]:
    """The things, the pairs that were not sure enough (for review), and the nodes that pairs count."""
    nodes = nodes_of(locals_)
    groups = Groups(len(nodes))
    _join_entries(nodes, groups)
    sure: list[Pair] = []
    unsure: list[Pair] = []
    for left, right in candidate_pairs(nodes):
        verdict = compare(nodes[left].name, nodes[right].name, nodes[left].type)
        if verdict.answer == "same":
            sure.append(Pair(left, right, verdict.score, verdict.reasons))
        elif verdict.answer == "unsure":
            unsure.append(Pair(left, right, verdict.score, verdict.reasons))
    join_best_first(groups, sure, lambda a, b: _vetoed(nodes, a, b))
    found = []
    for members in groups.groups():
        root = groups.find(members[0])
        joins = [as_join(p, lambda i: nodes[i].name) for p in groups.joined.get(root, [])]
        found.append(Group([nodes[i] for i in members], joins))
    return found, unsure, nodes


def _join_entries(nodes: list[Node], groups: Groups) -> None:
    """Nodes whose articles link them to one entry of the gazetteer are one thing."""
    first: dict[tuple[str, str], int] = {}
    for i, node in enumerate(nodes):
        if len(node.worlds) == 1:
            world = next(iter(node.worlds))
            other = first.setdefault((node.type, world), i)
            if other != i:
                groups.union(Pair(other, i, 0.98, (f"both are {world} of the gazetteer",)))


def _vetoed(nodes: list[Node], left: list[int], right: list[int]) -> bool:
    """Is there a pair over the two groups that must not be one?"""
    for i in left:
        for j in right:
            a, b = nodes[i], nodes[j]
            if a.worlds and b.worlds and not a.worlds & b.worlds:
                return True
            if a.key == b.key and a.sense != b.sense:
                return True
            verdict = compare(a.name, b.name, a.type)
            if verdict.answer == "different":
                return True
            if verdict.answer == "unsure" and not a.docs.isdisjoint(b.docs):
                return True
    return False
