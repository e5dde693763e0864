"""What the rules of days mean: dates, weekdays, days counted from today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.extract.time import calendars as cal
from kg.extract.time.calendars import Period
from kg.extract.time.grammar import Node
from kg.extract.time.lattice import NumericDate
from kg.extract.time.meaning import TO_COME, Context, Meaning, choose, number, part, shift_of, value


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


MEANINGS: dict[str, Meaning] = {
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
}
