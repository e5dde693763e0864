"""Namesakes: entities that bear one name and are told apart by their context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.resolve.local import Local


def split(type: str, same: Sequence[Local]) -> list[tuple[str, list[Local]]]:
    """Entities of one type and name (sorted) as ``[(sense, members)]``; the sense is "" where there is only one.

    Where the articles link the name to several entries of the gazetteer, each entry is a sense, and an entity without
    a link goes to the sense with which it shares most of the things told beside it, else to the most frequent.
    """
    linked = Counter(one.worlds[0] for one in same if len(one.worlds) == 1)
    if len(linked) < 2:
        return [("", list(same))]
    senses: dict[str, list[Local]] = {world: [] for world in sorted(linked)}
    around = {world: Counter[str]() for world in senses}
    rest = []
    for one in same:
        if len(one.worlds) == 1:
            senses[one.worlds[0]].append(one)
            around[one.worlds[0]].update(one.nearby)
        else:
            rest.append(one)
    for one in rest:
        best = min(senses, key=lambda w: (-sum(around[w][n] > 0 for n in one.nearby), -linked[w], w))
        senses[best].append(one)
    return [(world, sorted(members, key=lambda m: m.order)) for world, members in senses.items()]
