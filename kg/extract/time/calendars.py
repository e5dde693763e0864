"""Periods of the Gregorian and the Umm al-Qura calendar, and how EDTF writes them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

HIJRI_YEARS = (1343, 1500)  # what the Umm al-Qura tables cover


class Period(NamedTuple):
    """A stretch of time: its EDTF ``text``, its ``unit``, and its first and last day (None where they are not known, as
    for a day without its year or a year before 1)."""

    unit: str
    first: date | None
    last: date | None
    text: str

    @property
    def begin(self) -> str:
        """EDTF of its beginning."""
        return self.text.split("/")[0]

    @property
    def end(self) -> str:
        """EDTF of its end."""
        return self.text.split("/")[-1]


def day(d: date) -> Period:
    return Period("day", d, d, d.isoformat())


def month(y: int, m: int) -> Period:
    return Period("month", date(y, m, 1), date(y, m, days_in(y, m)), f"{y:04}-{m:02}")


def year(y: int) -> Period:
    """``y`` 0 and below are years before Christ, as ISO counts them."""
    if not 1 <= y <= 9999:
        return Period("year", None, None, f"{y:04}" if y >= 0 else f"-{-y:04}")
    return Period("year", date(y, 1, 1), date(y, 12, 31), f"{y:04}")


def decade(y: int) -> Period:
    return Period("decade", date(y, 1, 1), date(y + 9, 12, 31), f"{y // 10:03}X")


def century(number: int) -> Period:
    """The 19th century is 18XX."""
    first = max((number - 1) * 100, 1)
    return Period("century", date(first, 1, 1), date((number - 1) * 100 + 99, 12, 31), f"{number - 1:02}XX")


def span(first: date, last: date, unit: str = "span") -> Period:
    return Period(unit, first, last, f"{first.isoformat()}/{last.isoformat()}")


def months(y: int, first: int, last: int, unit: str = "span") -> Period:
    """Months ``first`` to ``last`` of a year."""
    return Period(unit, date(y, first, 1), date(y, last, days_in(y, last)), f"{y:04}-{first:02}/{y:04}-{last:02}")


def week(d: date) -> Period:
    """The week, Monday to Sunday, that holds ``d``."""
    monday = shift_days(d, -d.weekday())
    return span(monday, shift_days(monday, 6), "week")


def season(y: int, code: int) -> Period:
    """EDTF seasons 21 (spring) to 24 (winter, which runs into the next year)."""
    first = date(y, 3 * (code - 20), 1)
    last_year, last_month = add_months(y, first.month, 2)
    last = date(last_year, last_month, days_in(last_year, last_month))
    return Period("season", first, last, f"{y:04}-{code}")


def days_in(y: int, m: int) -> int:
    return calendar.monthrange(y, m)[1]


def add_months(y: int, m: int, n: int) -> tuple[int, int]:
    """(year, month) ``n`` months later. Raises ``ValueError`` outside the years 1 to 9999."""
    total = y * 12 + m - 1 + n
    if not 12 <= total < 120000:
        raise ValueError("outside the years 1 to 9999")
    return total // 12, total % 12 + 1


def shift_days(d: date, n: int) -> date:
    """``d`` plus ``n`` days. Raises ``ValueError`` outside the years 1 to 9999."""
    try:
        return d + timedelta(days=n)
    except OverflowError as error:
        raise ValueError("outside the years 1 to 9999") from error


def valid(y: int, m: int, d: int) -> date | None:
    """The date, None for one that does not exist (31 April)."""
    try:
        return date(y, m, d)
    except ValueError:
        return None


def hijri_day(y: int, m: int, d: int) -> date | None:
    """Gregorian day of a Hijri date (Umm al-Qura), None outside the tables or where the month is shorter."""
    from hijridate import Hijri

    try:
        return Hijri(y, m, d).to_gregorian()
    except (ValueError, OverflowError):
        return None


def hijri_month(y: int, m: int) -> Period | None:
    first = hijri_day(y, m, 1)
    following = hijri_day(y + m // 12, m % 12 + 1, 1)
    if first is None:
        return None
    last = shift_days(following, -1) if following else hijri_day(y, m, 30) or hijri_day(y, m, 29)
    return span(first, last, "hijri month") if last else None


def hijri_year(y: int) -> Period | None:
    first, last = hijri_month(y, 1), hijri_month(y, 12)
    if not (first and last and first.first and last.last):
        return None
    return span(first.first, last.last, "hijri year")


def hijri_of(d: date) -> tuple[int, int, int] | None:
    """Hijri (year, month, day) of a Gregorian day, None outside the tables."""
    from hijridate import Gregorian

    try:
        h = Gregorian(d.year, d.month, d.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return h.year, h.month, h.day


PARTS_OF_MONTH = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31)}
PARTS_OF_YEAR = {"early": (1, 4), "start": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (9, 12)}
PARTS_OF_DECADE = {"early": (0, 3), "start": (0, 3), "mid": (4, 6), "late": (7, 9), "end": (7, 9)}
PARTS_OF_CENTURY = {"early": (0, 33), "start": (0, 33), "mid": (34, 66), "late": (67, 99), "end": (67, 99)}


def part_of(p: Period, part: str) -> Period | None:
    """The beginning, middle or end of a period; None where it has no such parts."""
    if p.first is None or p.last is None:
        return None
    y = p.first.year
    if p.unit in ("month", "hijri month"):
        a, b = PARTS_OF_MONTH[part]
        last = min(shift_days(p.first, b - 1), p.last)
        return span(shift_days(p.first, a - 1), last)
    if p.unit in ("year", "hijri year"):
        if p.unit == "hijri year":
            third = (p.last - p.first).days // 3
            offset = {"early": 0, "start": 0, "mid": third, "late": 2 * third, "end": 2 * third}[part]
            return span(shift_days(p.first, offset), min(shift_days(p.first, offset + third), p.last))
        if part == "end":
            return Period("month", date(y, 12, 1), p.last, f"{y:04}-12~")
        a, b = PARTS_OF_YEAR[part]
        return months(y, a, b)
    if p.unit in ("decade", "century"):
        a, b = (PARTS_OF_DECADE if p.unit == "decade" else PARTS_OF_CENTURY)[part]
        y = y // 10 * 10 if p.unit == "decade" else y // 100 * 100
        return Period("span", date(max(y + a, 1), 1, 1), date(y + b, 12, 31), f"{y + a:04}/{y + b:04}")
    length = (p.last - p.first).days + 1
    if p.unit == "week":
        a, b = {"early": (0, 1), "start": (0, 1), "mid": (2, 4), "late": (5, 6), "end": (5, 6)}[part]
        return span(shift_days(p.first, a), shift_days(p.first, b))
    third = length // 3
    a = {"early": 0, "start": 0, "mid": third, "late": 2 * third, "end": 2 * third}[part]
    last = p.last if part in ("late", "end") else shift_days(p.first, a + third - 1)
    return span(shift_days(p.first, a), last)


def fraction_of(p: Period, pieces: int, number: int) -> Period | None:
    """Piece ``number`` (from 1; -1 the last) of ``pieces`` equal ones: quarters, thirds, halves."""
    number = pieces if number == -1 else number
    if p.first is None or p.last is None or not 1 <= number <= pieces:
        return None
    y = p.first.year
    if p.unit == "year":
        a = (number - 1) * 12 // pieces + 1
        b = number * 12 // pieces
        code = {4: 32, 3: 36, 2: 39}[pieces] + number
        return Period("quarter", date(y, a, 1), date(y, b, days_in(y, b)), f"{y:04}-{code}")
    if p.unit == "month" and pieces == 2:
        return span(p.first, date(y, p.first.month, 15)) if number == 1 else span(date(y, p.first.month, 16), p.last)
    if p.unit == "century" and pieces in (2, 4):
        y = y // 100 * 100
        a, b = (number - 1) * 100 // pieces, number * 100 // pieces - 1
        return Period("span", date(max(y + a, 1), 1, 1), date(y + b, 12, 31), f"{y + a:04}/{y + b:04}")
    if p.unit == "decade" and pieces == 2:
        a, b = (0, 4) if number == 1 else (5, 9)
        return Period("span", date(y + a, 1, 1), date(y + b, 12, 31), f"{y + a:04}/{y + b:04}")
    length = (p.last - p.first).days + 1
    return span(
        shift_days(p.first, (number - 1) * length // pieces), shift_days(p.first, number * length // pieces - 1)
    )
