"""How far two articles are about the same things: the cosine of their things, rare ones weighing more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.record import Record


class Likeness:
    """Made once for all articles; asked for pairs."""

    def __init__(self, records: Sequence[Record], thing_of: Mapping[tuple[str, str], str]) -> None:
        self._things = [frozenset(u for e in r.entities if (u := thing_of.get((r.doc.id, e.id)))) for r in records]
        frequency = Counter(u for things in self._things for u in things)
        self._weight = {u: (1.0 + math.log(len(records) / n)) ** 2 for u, n in frequency.items()}
        self._norm = [math.sqrt(sum(self._weight[u] for u in sorted(things))) for things in self._things]
        self._known: dict[tuple[int, int], float] = {}

    def between(self, a: int, b: int) -> float:
        """From 0 (nothing shared) to 1 (the same things), of records number ``a`` and ``b``."""
        key = (min(a, b), max(a, b))
        if key not in self._known:
            shared = self._things[a] & self._things[b]
            norm = self._norm[a] * self._norm[b]
            self._known[key] = sum(self._weight[u] for u in sorted(shared)) / norm if shared else 0.0
        return self._known[key]
