"""What the rules of the clock mean."""

from __future__ import annotations

from kg.extract.time import calendars as cal
from kg.extract.time.calendars import Period
from kg.extract.time.grammar import Node
from kg.extract.time.lattice import Edge
from kg.extract.time.meaning import Context, Meaning, number, part, value


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
    "face": face,
    "clock": clock,
    "moment": moment,
    "midnight": midnight,
    "noon": noon,
}
