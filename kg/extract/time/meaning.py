"""What the rules of the grammar mean: a function for each word that stands after ``means:`` in ``time_rules.yaml``.

A function takes the node of its rule and the context and gives a Period, or None where the words cannot be resolved.
The functions of dates stand here, those of longer periods in ``periods.py``, of durations in ``durations.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib import import_module

from kg.extract.time import calendars as cal
from kg.extract.time.calendars import Period
from kg.extract.time.grammar import Node
from kg.extract.time.lattice import Edge, NumericDate


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
_MODULES = ("kg.extract.time.meaning", "kg.extract.time.periods", "kg.extract.time.durations")


@lru_cache(maxsize=1)
def meanings() -> dict[str, Meaning]:
    """Name in the rules -> function, from the tables ``MEANINGS`` of the three modules."""
    found: dict[str, Meaning] = {}
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


# -- dates


def date_of(d: int, m: int, context: Context, shift: int | None) -> Period | None:
    """Day ``d`` of month ``m``, its year told by the context."""
    if cal.valid(2024, m, d) is None:
        return None
    if context.year is not None:
        found = cal.valid(context.year, m, d)
        return cal.day(found) if found else None
    reference = context.reference
    if reference is None:
        return Period("day", None, None, f"XXXX-{m:02}-{d:02}")
    days = [cal.valid(y, m, d) for y in range(max(reference.year - 9, 1), min(reference.year + 9, 9999))]
    candidates = [cal.day(x) for x in days if x]
    if context.weekday is not None and shift in (None, TO_COME):
        near = [p for p in candidates if p.first and abs((p.first - reference).days) < 366]
        fitting = [p for p in near if p.first and p.first.weekday() == context.weekday]
        if fitting:
            return choose(fitting, reference, shift) or fitting[0]
    return choose(candidates, reference, shift)


def month_number(node: Node) -> int | None:
    """The Gregorian month that a ``month`` node names, None where it says «الشهر الجاري»."""
    name = node.get("m")
    return number(node, "m") if name is not None else None


def date_rule(node: Node, context: Context) -> Period | None:
    """d + month: the month may have a year, a shift, or be «الشهر الماضي»."""
    d, m = number(node, "d"), part(node, "m")
    if d is None or m is None:
        return None
    n = month_number(m)
    if n is None:
        found = value(m, context)
        if found is None or found.first is None or found.unit != "month":
            return None
        exact = cal.valid(found.first.year, found.first.month, d)
        return cal.day(exact) if exact else None
    y = part(m, "y")
    if y is not None:
        told = value(y, context)
        if told is None or told.first is None:
            return None
        if told.unit == "hijri year":
            return None
        if told.unit != "year":
            return date_of(d, n, context, shift_of(node, context))
        exact = cal.valid(told.first.year, n, d)
        return cal.day(exact) if exact else None
    return date_of(d, n, context, shift_of(m, context))


def date_year(node: Node, context: Context) -> Period | None:
    d, m, y = number(node, "d"), number(node, "m"), number(node, "y")
    found = cal.valid(y, m, d) if d and m and y else None
    return cal.day(found) if found else None


def date_year_node(node: Node, context: Context) -> Period | None:
    d, m, y = number(node, "d"), number(node, "m"), value(part(node, "y"), context)
    found = cal.valid(y.first.year, m, d) if d and m and y and y.first and y.unit == "year" else None
    return cal.day(found) if found else None


def day_of_this_month(node: Node, context: Context) -> Period | None:
    """«20 الجاري», «5 الماضي», «10 المقبل»: of this month, the last or the next."""
    d, shift = number(node, "d"), number(node, "shift")
    if context.reference is None or d is None or shift is None:
        return None
    y, m = cal.add_months(context.reference.year, context.reference.month, shift)
    found = cal.valid(y, m, d)
    return cal.day(found) if found else None


def numeric_date(node: Node, context: Context) -> Period | None:
    """Year first where it has four digits, else day/month/year; two-digit years lie nearest to the reference."""
    edge = node.get("n")
    n: NumericDate = edge.value
    if not n.c:
        if n.widths[0] == 4:
            return cal.month(n.a, n.b) if 1 <= n.b <= 12 and n.a >= 1000 else None
        if n.widths[1] == 4:  # 12/2010
            return cal.month(n.b, n.a) if 1 <= n.a <= 12 and n.b >= 1000 else None
        if n.widths[0] > 2 or not 1 <= n.b <= 12:
            return None
        return date_of(n.a, n.b, context, shift_of(node, context))
    y, m, d = (n.a, n.b, n.c) if n.widths[0] == 4 else (n.c, n.b, n.a)
    if n.widths[0] != 4 and n.widths[2] == 2:
        y = full_year(y, context.reference)
    elif 4 not in (n.widths[0], n.widths[2]):
        return None
    is_hijri = cal.HIJRI_YEARS[0] <= y <= cal.HIJRI_YEARS[1]
    found = cal.hijri_day(y, m, d) if is_hijri else cal.valid(y, m, d)
    return cal.day(found) if found else None


def full_year(short: int, reference: date | None) -> int:
    """1967 for 67: the latest such year that is not far in the future."""
    latest = (reference.year if reference else 2030) + 1
    y = latest // 100 * 100 + short
    return y if y <= latest else y - 100


def corresponding(node: Node, context: Context) -> Period | None:
    """The Gregorian date beside a Hijri one counts."""
    return value(part(node, "g"), context)


def hijri_date(node: Node, context: Context) -> Period | None:
    d, h = number(node, "d"), part(node, "h")
    if d is None or h is None or not 1 <= d <= 30:
        return None
    m = number(h, "m")
    y = number(h, "y")
    if m is None:
        return None
    if y is None and h.get("shift") is None and h.get("g") is None:
        return _hijri_choice(m, d, context, shift_of(node, context))
    if y is not None:
        found = cal.hijri_day(y, m, d)
        return cal.day(found) if found else None
    if h.get("shift") is not None:
        return _hijri_choice(m, d, context, number(h, "shift"))
    whole = value(h, context)
    if whole is None or whole.first is None or whole.last is None:
        return None
    found = cal.shift_days(whole.first, d - 1)
    return cal.day(found) if found <= whole.last else None


def _hijri_choice(m: int, d: int, context: Context, shift: int | None) -> Period | None:
    if context.hijri is not None:
        found = cal.hijri_day(context.hijri[0], m, d)
        return cal.day(found) if found else None
    now = cal.hijri_of(context.reference) if context.reference else None
    if now is None or context.reference is None:
        return None
    days = [cal.hijri_day(now[0] + k, m, d) for k in range(-3, 4)]
    return choose([cal.day(x) for x in days if x], context.reference, shift)


def day_of_other(node: Node, context: Context) -> Period | None:
    """A bare day number: the other end of the interval tells its month and year."""
    d = number(node, "d")
    if d is None:
        return None
    if context.hijri is not None:
        found = cal.hijri_day(*context.hijri, d)
        return cal.day(found) if found else None
    if context.month is None:
        return None
    if context.year is None:
        return Period("day", None, None, f"XXXX-{context.month:02}-{d:02}")
    found = cal.valid(context.year, context.month, d)
    return cal.day(found) if found else None


def same_day(node: Node, context: Context) -> Period | None:
    """«في مثل هذا اليوم من عام 1990»."""
    y = value(part(node, "y"), context)
    if context.reference is None or y is None or y.first is None or y.unit != "year":
        return None
    found = cal.valid(y.first.year, context.reference.month, context.reference.day)
    return cal.day(found) if found else None


# -- weekdays and days counted from today


def weekday(node: Node, context: Context) -> Period | None:
    n, shift = number(node, "w"), shift_of(node, context)
    if context.reference is None or n is None:
        return None
    back = (context.reference.weekday() - n) % 7
    if shift is None or shift == 0:
        offset = -back
    elif shift == TO_COME:
        offset = (-back) % 7
    elif shift < 0:
        offset = -(back or 7) + 7 * (shift + 1)
    else:
        offset = ((-back) % 7 or 7) + 7 * (shift - 1)
    return cal.day(cal.shift_days(context.reference, offset))


def weekday_of_week(node: Node, context: Context) -> Period | None:
    week, n = value(part(node, "week"), context), number(node, "w")
    if week is None or week.first is None or n is None:
        return None
    return cal.day(cal.shift_days(week.first, n))


def relative_day(node: Node, context: Context) -> Period | None:
    if context.reference is None:
        return None
    return cal.day(cal.shift_days(context.reference, number(node, "r") or 0))


def day(node: Node, context: Context) -> Period | None:
    """A day told by one or several of: relative word, weekday, date. A date with its year beats all; then a weekday
    corrects the relative word (the day of publication may be off), and helps to find the year of a date."""
    relative, named, told = part(node, "r"), part(node, "w"), part(node, "date")
    n = number(named, "w") if named is not None else None
    if told is not None:
        found = value(told, replace(context, weekday=n))
        if found is None or found.first is not None or relative is None:
            return found
    if relative is None:
        return value(named, context)
    found = value(relative, context)
    if found is None or found.first is None or n is None:
        return found
    offset = (n - found.first.weekday() + 3) % 7 - 3
    return cal.day(cal.shift_days(found.first, offset))


def day_and_date(node: Node, context: Context) -> Period | None:
    return value(part(node, "date"), context) or value(part(node, "d"), context)


def night_between(node: Node, context: Context) -> Period | None:
    """«ليلة السبت الأحد»: the last such pair whose second day is not after the reference."""
    a, b = number(node, "a"), number(node, "b")
    if context.reference is None or a is None or b is None:
        return None
    last = cal.shift_days(context.reference, -((context.reference.weekday() - b) % 7))
    first = cal.shift_days(last, -((b - a) % 7 or 7))
    return cal.span(first, last)


# -- the clock


def face(node: Node, context: Context) -> Period | None:
    """Only read by ``clock`` through ``read_face``."""
    return None


def read_face(node: Node) -> tuple[int, int] | None:
    """(hour, minute) as said, before the part of the day is known."""
    t = node.get("t")
    if isinstance(t, Edge):
        h, m = t.value
        return (h, m) if h <= 24 else None
    h = number(node, "h")
    if h is None:
        return None
    less = number(node, "less")
    minute = (number(node, "m") or 0) + (number(node, "m2") or 0)
    if less is not None:
        if not 0 < less < 60:
            return None
        return (h - 1) % 24 if h != 1 else 12, 60 - less
    return (h, minute) if 0 <= minute < 60 and h <= 24 else None


def clock(node: Node, context: Context, pod: str | None = None, on: Period | None = None) -> Period | None:
    f = part(node, "f")
    told = read_face(f) if f is not None else None
    if told is None:
        return None
    h, m = told
    edge = node.get("pod")
    kind = edge.value if isinstance(edge, Edge) else pod
    if (kind == "pm" and 1 <= h <= 11) or (kind == "noon" and 1 <= h <= 5) or (kind == "night" and 6 <= h <= 11):
        h += 12
    elif kind in ("am", "night") and h == 12:
        h = 0
    own = part(node, "d")
    if own is not None:
        on = value(own, context)
        if on is None:
            return None
    if on is None:
        on = _today(context)
    if on is None or on.unit != "day" or h > 24:
        return None
    if h == 24:
        h = 0
        on = cal.day(cal.shift_days(on.first, 1)) if on.first and not m else on
    zone = node.get("z")
    z = _zone(zone)
    return Period("clock", on.first, on.last, f"{on.text}T{h:02}:{m:02}{z}")


def _today(context: Context) -> Period | None:
    told = context.day or context.reference
    return cal.day(told) if told else None


def midnight(node: Node, context: Context) -> Period | None:
    return _at(context, "00:00")


def noon(node: Node, context: Context) -> Period | None:
    return _at(context, "12:00")


def _at(context: Context, time: str) -> Period | None:
    on = _today(context)
    return Period("clock", on.first, on.last, f"{on.text}T{time}") if on else None


def _zone(found: object) -> str:
    while isinstance(found, Node):
        found = found.get("z")
    return str(found.value) if isinstance(found, Edge) else ""


def moment(node: Node, context: Context) -> Period | None:
    """A clock time and a day, in either order."""
    c, d = part(node, "c"), part(node, "d")
    on = value(d, context)
    if c is None or on is None:
        return None
    return clock(c, context, _part_of_day(d), on)


def _part_of_day(node: Node | None) -> str | None:
    found = node.get("pod") or node.get("pod2") if node is not None else None
    return str(found.value) if isinstance(found, Edge) else None


MEANINGS: dict[str, Meaning] = {
    "same": same,
    "unresolved": unresolved,
    "date": date_rule,
    "date_year": date_year,
    "date_year_node": date_year_node,
    "day_of_this_month": day_of_this_month,
    "numeric_date": numeric_date,
    "corresponding": corresponding,
    "hijri_date": hijri_date,
    "day_of_other": day_of_other,
    "same_day": same_day,
    "weekday": weekday,
    "weekday_of_week": weekday_of_week,
    "relative_day": relative_day,
    "day": day,
    "day_and_date": day_and_date,
    "night_between": night_between,
    "face": face,
    "clock": clock,
    "moment": moment,
    "midnight": midnight,
    "noon": noon,
}
