"""What the rules of the grammar mean: a function for each word that stands after ``means:`` in ``time_rules.yaml``.

A function takes the node of its rule and the context and gives a Period, or None where the words cannot be resolved.
The functions stand in ``dates.py``, ``clock.py``, ``periods.py``, ``intervals.py`` and ``durations.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import import_module

from kg.extract.time.calendars import Period
from kg.extract.time.grammar import Node
from kg.extract.time.lattice import Edge


@dataclass(frozen=True)
class Context:
    """What an expression is resolved against. ``reference``: the day of publication. The others are told by the words
    beside: ``year`` and ``month`` (Hijri: ``hijri``) by the other end of an interval, ``weekday`` by the weekday before
    a date, ``to_come`` by a verb in the future, ``day`` by the day told before in the sentence (for clock times)."""

    reference: date | None
    year: int | None = None
    month: int | None = None
    hijri: tuple[int, int] | None = None
    weekday: int | None = None
    to_come: bool = False
    day: date | None = None


TO_COME = 9  # «سيلتقي الثلاثاء»: today or later
Meaning = Callable[[Node, Context], "Period | None"]
_MODULES = tuple(f"kg.extract.time.{name}" for name in ("dates", "clock", "periods", "intervals", "durations"))


@lru_cache(maxsize=1)
def meanings() -> dict[str, Meaning]:
    """Name in the rules -> function, from the tables ``MEANINGS`` of the modules."""
    found: dict[str, Meaning] = {"same": same, "unresolved": unresolved}
    for module in _MODULES:
        found |= import_module(module).MEANINGS
    return found


def value(node: Node | None, context: Context) -> Period | None:
    """The period that ``node`` tells. None where it cannot be resolved, also for a date that does not exist."""
    if node is None:
        return None
    try:
        return meanings()[node.alternative.means](node, context)
    except (ValueError, OverflowError):  # beyond the years that a calendar can tell: «قبل مليون سنة»
        return None


def part(node: Node, *labels: str) -> Node | None:
    """The first labelled part that is a rule."""
    for label in labels:
        found = node.get(label)
        if isinstance(found, Node):
            return found
    return None


def number(node: Node, label: str, default: int | None = None) -> int | None:
    """The number of a word, also where a rule with the one label of it stands between."""
    found = node.get(label)
    while isinstance(found, Node):
        found = found.bound[0][1] if found.bound else None
    return found.value if isinstance(found, Edge) else default


def shift_of(node: Node, context: Context) -> int | None:
    """-2 … 2 where the words say which one; else TO_COME where the context does, or None."""
    return number(node, "shift", TO_COME if context.to_come else None)


def same(node: Node, context: Context) -> Period | None:
    """The meaning of its one part."""
    for _, found in node.bound:
        if isinstance(found, Node):
            return value(found, context)
    return None


def unresolved(node: Node, context: Context) -> None:
    return None


def choose(candidates: list[Period], reference: date, shift: int | None) -> Period | None:
    """Of periods in order, the one meant: the last that has begun (None), the last that is over (-1, -2 the one before
    it), the next to come (1, 2), the one that holds the reference day (0), the next that is not over (TO_COME)."""
    over = [p for p in candidates if p.last and p.last < reference]
    coming = [p for p in candidates if p.first and p.first > reference]
    if shift == TO_COME:
        return next((p for p in candidates if p.last and p.last >= reference), None)
    if shift is None:
        begun = [p for p in candidates if p.first and p.first <= reference]
        return begun[-1] if begun else None
    if shift == 0:
        now = [p for p in candidates if p.first and p.last and p.first <= reference <= p.last]
        if now:
            return now[-1]
        return next((p for p in candidates if p.first and p.first.year == reference.year), None)
    chosen = over[::-1] if shift < 0 else coming
    return chosen[abs(shift) - 1] if len(chosen) >= abs(shift) else None
