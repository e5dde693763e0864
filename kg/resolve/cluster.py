"""Grouping under negative judgements: pairs are joined best first, and never over a veto."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from kg.knowledge import Join


class Pair(NamedTuple):
    """Two items (by index) that may be one, how sure that is, and why."""

    left: int
    right: int
    score: float
    reasons: tuple[str, ...]
    by: str = "rule"


class Groups:
    """A partition of ``size`` items. ``joined`` keeps the pairs that made each group."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self.members: dict[int, list[int]] = {i: [i] for i in range(size)}
        self.joined: dict[int, list[Pair]] = {}

    def find(self, item: int) -> int:
        """The root of the group of ``item``."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def union(self, pair: Pair) -> bool:
        """Joins the groups of a pair; false where they are one already."""
        a, b = self.find(pair.left), self.find(pair.right)
        if a == b:
            return False
        if (len(self.members[a]), -a) < (len(self.members[b]), -b):
            a, b = b, a
        self._parent[b] = a
        self.members[a].extend(self.members.pop(b))
        self.joined.setdefault(a, []).extend([*self.joined.pop(b, []), pair])
        return True

    def groups(self) -> list[list[int]]:
        """Every group, sorted, by its smallest item."""
        return sorted(sorted(group) for group in self.members.values())


def join_best_first(
    groups: Groups, pairs: Iterable[Pair], vetoed: Callable[[list[int], list[int]], bool]
) -> list[Pair]:
    """Joins ``pairs`` from the surest down, unless ``vetoed`` forbids the two groups. Returns the pairs vetoed.

    The order of ``pairs`` does not matter: ties are broken by the items, which the caller numbers by content.
    """
    refused = []
    for pair in sorted(set(pairs), key=lambda p: (-p.score, p.left, p.right, p.reasons)):
        a, b = groups.find(pair.left), groups.find(pair.right)
        if a == b:
            continue
        if vetoed(groups.members[a], groups.members[b]):
            refused.append(pair)
        else:
            groups.union(pair)
    return refused


def as_join(pair: Pair, names: Callable[[int], str]) -> Join:
    """A pair as it is told to people."""
    return Join(names(pair.left), names(pair.right), round(pair.score, 3), pair.reasons, pair.by)
