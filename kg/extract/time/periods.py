"""What the rules of longer periods mean: months, years, decades, parts, seasons, feasts."""

from __future__ import annotations

from datetime import date

from kg.extract.time import calendars as cal
from kg.extract.time.calendars import Period
from kg.extract.time.dates import full_year
from kg.extract.time.grammar import Node
from kg.extract.time.lattice import Edge
from kg.extract.time.meaning import Context, Meaning, choose, number, part, shift_of, value

_DEFAULT_CENTURY = 20  # of «الثمانينيات»


def year(node: Node, context: Context) -> Period | None:
    n, era = number(node, "n"), node.get("era")
    if n is None:
        return None
    if isinstance(era, Edge) and era.value == "bc":
        return cal.year(1 - n)
    if isinstance(era, Edge) and era.value == "h":
        return cal.hijri_year(n)
    return cal.year(n)


def short_year(node: Node, context: Context) -> Period | None:
    """«عام 67» is 1967, «عام 622» is 0622, «عام 44 ق.م» is -0043."""
    n, era = number(node, "n"), node.get("era")
    if n is None:
        return None
    if isinstance(era, Edge) and era.value == "bc":
        return cal.year(1 - n)
    if isinstance(era, Edge) and era.value == "h":
        return cal.hijri_year(n)
    return cal.year(n if n >= 100 else full_year(n, context.reference))


def hijri_year(node: Node, context: Context) -> Period | None:
    shift = number(node, "shift")
    if shift is not None:
        now = cal.hijri_of(context.reference) if context.reference else None
        return cal.hijri_year(now[0] + shift) if now else None
    n = number(node, "n")
    return cal.hijri_year(n) if n is not None else None


def shifted_unit(node: Node, context: Context) -> Period | None:
    """«العام الماضي», «هذا الشهر», «الأسبوع المقبل»."""
    unit, shift = node.get("unit"), number(node, "shift", 0)
    if context.reference is None or unit is None or shift is None:
        return None
    return unit_from(context.reference, unit.value, shift)


def unit_from(reference: date, unit: str, shift: int) -> Period | None:
    """The unit that is ``shift`` units away from the one that holds ``reference``."""
    if unit == "week":
        return cal.week(cal.shift_days(reference, 7 * shift))
    if unit == "month":
        return cal.month(*cal.add_months(reference.year, reference.month, shift))
    if unit == "year":
        return cal.year(reference.year + shift)
    if unit == "decade":
        return cal.decade(reference.year // 10 * 10 + 10 * shift)
    if unit == "century":
        return cal.century(reference.year // 100 + 1 + shift)
    return None


def shifted_week(node: Node, context: Context) -> Period | None:
    unit = node.get("u")
    if unit is None or unit.value != "week" or context.reference is None:
        return None
    return unit_from(context.reference, "week", number(node, "shift", 0) or 0)


def season_year(node: Node, context: Context) -> Period | None:
    """A school year or season of sport: «2022-23»."""
    a, b = number(node, "a"), number(node, "b")
    if a is None or b is None:
        return None
    b = a // 100 * 100 + b if b < 100 else b
    if b < a:
        return None
    return Period("span", date(a, 1, 1), date(b, 12, 31), f"{a:04}/{b:04}")


def decade(node: Node, context: Context) -> Period | None:
    d, c = number(node, "d"), value(part(node, "c"), context)
    if d is None or (node.get("c") is not None and (c is None or c.first is None)):
        return None
    hundred = c.first.year // 100 * 100 if c and c.first else (_DEFAULT_CENTURY - 1) * 100
    return cal.decade(hundred + d)


def century(node: Node, context: Context) -> Period | None:
    unit, n, era = node.get("unit"), number(node, "n"), node.get("era")
    if unit is None or unit.value != "century" or n is None or not 1 <= n <= 30:
        return None
    if isinstance(era, Edge) and era.value != "g":
        return None
    return cal.century(n)


def shifted_century(node: Node, context: Context) -> Period | None:
    """Only as part of a decade: «القرن الماضي» there needs no reference, it is the 20th."""
    unit, shift = node.get("unit"), number(node, "shift")
    if unit is None or unit.value != "century" or shift is None:
        return None
    now = context.reference.year // 100 + 1 if context.reference else _DEFAULT_CENTURY + 1
    return cal.century(now + shift)


# -- months


def month(node: Node, context: Context) -> Period | None:
    m, y = number(node, "m"), part(node, "y")
    if m is None:
        return None
    if y is not None:
        told = value(y, context)
        if told is None or told.first is None:
            return None
        if told.unit == "year":
            return cal.month(told.first.year, m)
        return None
    if context.year is not None and node.get("shift") is None:
        return cal.month(context.year, m)
    if context.reference is None:
        return Period("month", None, None, f"XXXX-{m:02}") if node.get("shift") is None else None
    years = range(max(context.reference.year - 4, 1), min(context.reference.year + 4, 9999))
    return choose([cal.month(n, m) for n in years], context.reference, shift_of(node, context))


def same_month(node: Node, context: Context) -> Period | None:
    y = value(part(node, "y"), context)
    if context.reference is None or y is None or y.first is None or y.unit != "year":
        return None
    return cal.month(y.first.year, context.reference.month)


def hijri_month(node: Node, context: Context) -> Period | None:
    m, y, g = number(node, "m"), number(node, "y"), node.get("g")
    if m is None:
        return None
    if y is not None:
        return cal.hijri_month(y, m)
    if g is not None:
        return _in_gregorian_year(m, value(g, context) if isinstance(g, Node) else cal.year(g.value))
    if context.hijri is not None:
        return cal.hijri_month(context.hijri[0], m)
    now = cal.hijri_of(context.reference) if context.reference else None
    if now is None or context.reference is None:
        return None
    found = [cal.hijri_month(now[0] + k, m) for k in range(-3, 4)]
    return choose([p for p in found if p], context.reference, shift_of(node, context))


def _in_gregorian_year(m: int, y: Period | None) -> Period | None:
    """The Hijri month that begins in a Gregorian year (a Hijri year: its own month)."""
    if y is None or y.first is None or y.last is None:
        return None
    now = cal.hijri_of(y.first)
    if now is None:
        return None
    for k in range(0, 3):
        found = cal.hijri_month(now[0] + k, m)
        if found and found.first and y.first <= found.first <= y.last:
            return found
    return None


# -- parts


def part_of(node: Node, context: Context) -> Period | None:
    p, which = value(part(node, "p"), context), node.get("part")
    return cal.part_of(p, which.value) if p and isinstance(which, Edge) else None


def quarter(node: Node, context: Context) -> Period | None:
    """Quarters, thirds, halves; without a period named, of the last such that has begun."""
    pieces, n, shift = number(node, "q"), number(node, "n"), number(node, "shift")
    if pieces is None:
        return None
    whole = part(node, "p")
    if whole is not None:
        p = value(whole, context)
        return cal.fraction_of(p, pieces, n) if p and n else None
    if context.reference is None:
        return None
    years = [cal.year(context.reference.year + k) for k in (-2, -1, 0, 1)]
    if shift is None:
        found = [cal.fraction_of(y, pieces, n) for y in years] if n else []
    else:
        found = [cal.fraction_of(y, pieces, k) for y in years for k in range(1, pieces + 1)]
    return choose([p for p in found if p], context.reference, shift)


def week_of(node: Node, context: Context) -> Period | None:
    """«الأسبوع الأول من مايو»: days 1 to 7; the last: the last seven."""
    unit, n, p = node.get("w"), number(node, "n"), value(part(node, "p"), context)
    if unit is None or p is None or p.first is None or p.last is None or n is None:
        return None
    if unit.value == "week" and p.unit in ("month", "hijri month"):
        if n == -1:
            return cal.span(cal.shift_days(p.last, -6), p.last)
        first = cal.shift_days(p.first, 7 * (n - 1))
        return cal.span(first, min(cal.shift_days(first, 6), p.last)) if first <= p.last else None
    if unit.value == "decade" and p.unit == "century" and 1 <= n <= 10:
        return cal.decade(p.first.year // 100 * 100 + 10 * (n - 1))
    if unit.value == "month" and p.unit == "year" and (1 <= n <= 12 or n == -1):
        return cal.month(p.first.year, n if n > 0 else 12)
    return None


def first_units(node: Node, context: Context) -> Period | None:
    """«الأشهر التسعة الأولى من 2019», «العشرة أيام الأخيرة من رمضان»."""
    unit, n, p = node.get("u"), number(node, "n", 2), value(part(node, "p"), context)
    which = node.get("a")
    if unit is None or n is None or p is None or p.first is None or p.last is None or which is None:
        return None
    last = which.category == "LAST_ADJ"
    if unit.value == "month" and p.unit == "year" and 1 <= n <= 12:
        return cal.months(p.first.year, 13 - n, 12) if last else cal.months(p.first.year, 1, n)
    days = {"day": n, "week": 7 * n}.get(unit.value)
    if days is None or days < 1 or days > (p.last - p.first).days + 1:
        return None
    if last:
        return cal.span(cal.shift_days(p.last, 1 - days), p.last)
    return cal.span(p.first, cal.shift_days(p.first, days - 1))


def last_ten(node: Node, context: Context) -> Period | None:
    p = value(part(node, "p"), context)
    return cal.part_of(p, "late") if p else None


def season(node: Node, context: Context) -> Period | None:
    code, y = number(node, "s"), part(node, "y")
    if code is None:
        return None
    if y is not None:
        told = value(y, context)
        return cal.season(told.first.year, code) if told and told.first and told.unit == "year" else None
    if context.reference is None:
        return None
    years = [context.reference.year + k for k in (-3, -2, -1, 0, 1, 2)]
    return choose([cal.season(n, code) for n in years], context.reference, shift_of(node, context))


def season_now(node: Node, context: Context) -> Period | None:
    code = number(node, "s")
    if code is None or context.reference is None:
        return None
    return cal.season(context.reference.year, code)


# -- feasts


def holiday(node: Node, context: Context) -> Period | None:
    edge = node.get("h")
    feast, told, hijri = edge.value, node.get("y"), node.get("y")
    m, d = feast["month"], feast["day"]
    if isinstance(told, Node):
        y = value(told, context)
        if y is None or y.first is None or y.last is None:
            return None
        if feast["calendar"] == "gregorian":
            found = cal.valid(y.first.year, m, d) if y.unit == "year" else None
            return cal.day(found) if found else None
        now = cal.hijri_of(y.first)
        days = [cal.hijri_day(now[0] + k, m, d) for k in range(0, 2)] if now else []
        inside = [x for x in days if x and y.first <= x <= y.last]
        return cal.day(inside[0]) if inside else None
    if isinstance(hijri, Edge):
        found = cal.hijri_day(hijri.value, m, d) if feast["calendar"] == "hijri" else None
        return cal.day(found) if found else None
    shift = shift_of(node, context)
    reference = context.reference
    if reference is None:
        return Period("day", None, None, f"XXXX-{m:02}-{d:02}") if feast["calendar"] == "gregorian" else None
    if feast["calendar"] == "gregorian":
        exact = [cal.valid(reference.year + k, m, d) for k in (-2, -1, 0, 1, 2)]
    else:
        today = cal.hijri_of(reference)
        exact = [cal.hijri_day(today[0] + k, m, d) for k in (-2, -1, 0, 1, 2)] if today else []
    return choose([cal.day(x) for x in exact if x], reference, shift)


def day_of_feast(node: Node, context: Context) -> Period | None:
    n, h = number(node, "n"), value(part(node, "h"), context)
    if n is None or h is None or h.first is None or not 1 <= n <= 15:
        return None
    return cal.day(cal.shift_days(h.first, n - 1))


def same_unresolved(node: Node, context: Context) -> Period | None:
    """«الفترة نفسها من العام الماضي»: the period is told elsewhere, the year here."""
    return value(part(node, "y"), context)


MEANINGS: dict[str, Meaning] = {
    "year": year,
    "short_year": short_year,
    "hijri_year": hijri_year,
    "shifted_unit": shifted_unit,
    "shifted_week": shifted_week,
    "season_year": season_year,
    "decade": decade,
    "century": century,
    "shifted_century": shifted_century,
    "month": month,
    "same_month": same_month,
    "hijri_month": hijri_month,
    "part": part_of,
    "quarter": quarter,
    "week_of": week_of,
    "first_units": first_units,
    "last_ten": last_ten,
    "season": season,
    "season_now": season_now,
    "holiday": holiday,
    "day_of_feast": day_of_feast,
    "same_unresolved": same_unresolved,
}
