"""What the rules of intervals mean: from one point to another, since, until."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.time import calendars as cal
from kg.extract.time.calendars import Period
from kg.extract.time.grammar import Node
from kg.extract.time.lattice import Edge
from kg.extract.time.meaning import Context, Meaning, number, part, value


def _tells_year(node: Node) -> bool:
    """Does a part of ``node`` say its year or which one it is?"""
    for label, found in node.bound:
        if isinstance(found, Node):
            if found.alternative.rule in ("any_year", "year", "bare_year") or _tells_year(found):
                return True
        elif (
            label == "shift"
            or found.category in ("YEAR_NUMBER", "HIJRI_YEAR_NUMBER", "RELATIVE_DAY", "THE_UNIT")
            or (found.category == "NUMERIC_DATE" and found.value.c)
        ):
            return True
    return False


def _weekday(node: Node) -> int | None:
    """The weekday, where ``node`` says nothing but that."""
    while len(node.bound) == 1 and isinstance(node.bound[0][1], Node):
        node = node.bound[0][1]
    return number(node, "w") if node.alternative.rule == "weekday" and node.get("shift") is None else None


def interval(node: Node, context: Context) -> Period | None:
    """From a to b; what one end leaves out, the other tells."""
    a, b = part(node, "a") or node.get("a"), part(node, "b") or node.get("b")
    if isinstance(a, Edge) and isinstance(b, Edge):
        return _joined(cal.year(a.value), cal.year(b.value))
    if isinstance(a, Edge):
        return _joined(cal.year(a.value), value(b, context))
    if a is None or b is None:
        return None
    if _tells_year(a) and not _tells_year(b) and _weekday(b) is None:
        first = value(a, context)
        if first is None or first.first is None:
            return None
        last = value(b, _hints(first, context, _is_hijri(a)))
        if last and last.first and last.first < first.first and last.unit in ("day", "month"):
            last = value(b, replace(_hints(first, context, _is_hijri(a)), year=first.first.year + 1))
        return _joined(first, last)
    last = value(b, context)
    if last is None:
        return None
    n = _weekday(b)
    if n is not None and _weekday(a) is None:  # «من غد إلى الأحد»: the next such day
        first = value(a, context)
        if first is None or first.first is None:
            return None
        return _joined(first, cal.day(cal.shift_days(first.first, (n - first.first.weekday()) % 7)))
    if last.first is None:
        month_told = int(last.text[5:7]) if last.text.startswith("XXXX-") else None
        return _joined(value(a, replace(context, month=month_told)), last)
    n = _weekday(a)
    if n is not None and last.first is not None and last.unit == "day":
        return _joined(cal.day(cal.shift_days(last.first, -((last.first.weekday() - n) % 7 or 7))), last)
    if _tells_year(a):
        return _joined(value(a, context), last)
    hints = _hints(last, context, _is_hijri(b))
    first = value(a, hints)
    if first and first.first and first.first > last.first and not _is_hijri(b) and hints.year is not None:
        first = value(a, replace(hints, year=hints.year - 1))
    return _joined(first, last)


def _is_hijri(node: Node) -> bool:
    return node.alternative.means in ("hijri_date", "hijri_month") or any(
        isinstance(found, Node) and _is_hijri(found) for _, found in node.bound
    )


def _hints(told: Period, context: Context, in_hijri: bool) -> Context:
    if told.first is None:
        return context
    hijri = None
    if in_hijri:
        now = cal.hijri_of(told.first)
        hijri = now[:2] if now else None
    return replace(context, year=told.first.year, month=told.first.month, hijri=hijri)


def _joined(a: Period | None, b: Period | None) -> Period | None:
    if a is None or b is None or (a.first and b.first and a.first > b.first):
        return None
    if a.text == b.text:
        return a
    return Period("span", a.first, b.last, f"{a.begin}/{b.end}")


def since(node: Node, context: Context) -> Period | None:
    found = value(part(node, "p", "i", "s"), context)
    if found is None:
        return None
    return found if found.text.endswith("/..") else Period("open", found.first, None, f"{found.begin}/..")


def until(node: Node, context: Context) -> Period | None:
    found = value(part(node, "p"), context)
    return found and Period("open", None, found.last, f"../{found.end}")


def about(node: Node, context: Context) -> Period | None:
    found = value(part(node, "p"), context)
    if found is None or found.unit not in ("year", "month", "decade"):
        return found
    return found._replace(text=found.text.rstrip("~") + "~") if found.unit != "decade" else found


MEANINGS: dict[str, Meaning] = {"interval": interval, "since": since, "until": until, "about": about}
