"""Durations that are anchors: «قبل ثلاثة أيام», «منذ عامين», «الأيام الثلاثة الماضية».

They keep the precision of their unit: days and weeks give a day, months a month, years a year.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kg.extract.time import calendars as cal
from kg.extract.time.calendars import Period
from kg.extract.time.grammar import Node
from kg.extract.time.meaning import Context, Meaning, number, part, value

_YEARS = {"year": 1, "decade": 10, "century": 100}


class Amount(NamedTuple):
    """So many of a unit: "hour", "day", "week", "month" or "year"."""

    number: int
    unit: str


def read_amount(node: Node) -> Amount | None:
    """The duration that an ``amount`` node tells; halves and quarters turn into the next smaller unit."""
    if node.alternative.means == "amount_sum":
        a, b = part(node, "a"), part(node, "b")
        first, second = read_amount(a) if a else None, read_amount(b) if b else None
        if first and second and first.unit == "year" and second.unit == "month":
            return Amount(first.number * 12 + second.number, "month")
        return None
    unit = node.get("u")
    if unit is None:
        return None
    count: float = {"amount_one": 1, "amount_two": 2, "amount_half": 0}.get(node.alternative.means, 0)
    if node.alternative.means == "amount":
        count = number(node, "n") or 0
    half = number(node, "half")
    name: str = unit.value
    if half is not None:
        if half == 20:
            return None
        count += 0.5 if half == 30 else 0.25
    if name in _YEARS:
        count, name = count * _YEARS[name], "year"
    if count != int(count):
        count, name = {"year": (count * 12, "month"), "month": (count * 30, "day"), "week": (count * 7, "day")}.get(
            name, (count, name)
        )
    return Amount(int(count), name)


def away(reference: date, amount: Amount, sign: int) -> Period:
    """The day, month or year that lies so far from ``reference``. Raises ``ValueError`` outside the years 1 to 9999."""
    n = amount.number * sign
    if amount.unit == "year":
        y = reference.year + n
        if not 1 <= y <= 9999:
            raise ValueError("outside the years 1 to 9999")
        return cal.year(y)
    if amount.unit == "month":
        return cal.month(*cal.add_months(reference.year, reference.month, n))
    if amount.unit in ("hour", "minute"):
        minutes = n * (60 if amount.unit == "hour" else 1)
        days = minutes // 1440 if abs(minutes) >= 1440 else 0
        return cal.day(cal.shift_days(reference, days))
    return cal.day(cal.shift_days(reference, n * (7 if amount.unit == "week" else 1)))


def _counted(node: Node, context: Context, sign: int) -> Period | None:
    a = part(node, "a")
    amount = read_amount(a) if a is not None else None
    if amount is None or context.reference is None:
        return None
    return away(context.reference, amount, sign)


def ago(node: Node, context: Context) -> Period | None:
    return _counted(node, context, -1)


def later(node: Node, context: Context) -> Period | None:
    return _counted(node, context, 1)


def since_ago(node: Node, context: Context) -> Period | None:
    found = _counted(node, context, -1)
    return found and Period("open", found.first, None, f"{found.text}/..")


def from_point_ago(node: Node, context: Context) -> Period | None:
    """«قبل ثلاثة أيام من 5 مايو»: counted from a day that is told."""
    a, p = part(node, "a"), value(part(node, "p"), context)
    amount = read_amount(a) if a is not None else None
    if amount is None or p is None or p.first is None:
        return None
    return away(p.first, amount, 1 if node.get("before") is None else -1)


def last_units(node: Node, context: Context) -> Period | None:
    """The last or next so many units: from that far away to now, or from now to then."""
    unit, shift = node.get("u"), number(node, "shift", -1)
    count = number(node, "n", 2)
    if unit is None or context.reference is None or count is None or shift is None:
        return None
    name: str = unit.value
    if name in _YEARS:
        count, name = count * _YEARS[name], "year"
    if name in ("hour", "minute"):
        count, name = max(count // 24, 1) if name == "hour" else 1, "day"
    other = away(context.reference, Amount(count, name), 1 if shift > 0 else -1)
    now = away(context.reference, Amount(0, name), 1)
    a, b = (other, now) if shift < 0 else (now, other)
    return Period("span", a.first, b.last, f"{a.text}/{b.text}")


MEANINGS: dict[str, Meaning] = {
    "amount": lambda node, context: None,
    "amount_one": lambda node, context: None,
    "amount_two": lambda node, context: None,
    "amount_half": lambda node, context: None,
    "amount_sum": lambda node, context: None,
    "ago": ago,
    "later": later,
    "since_ago": since_ago,
    "from_point_ago": from_point_ago,
    "last_units": last_units,
}
