"""The first and last day that an EDTF value can mean, for plain date filters."""

from __future__ import annotations

import calendar
import re

_POINT = re.compile(r"^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[0-9:.Z+-]+)?$")
_LOOSE = re.compile(r"^(-?\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?$")
# EDTF level 1 seasons and level 2 quarters: (first month, last month)
_PARTS_OF_YEAR = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _point(value: str) -> tuple[str, str] | None:
    found = _POINT.match(value.rstrip("~?%"))
    if not found or not 1 <= int(found[1]) <= 9999:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if not found[2]:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    if month in _PARTS_OF_YEAR and not found[3]:
        first, last = _PARTS_OF_YEAR[month]
        return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{_days(year, last):02}"
    if not 1 <= month <= 12:
        return None
    if not found[3]:
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{_days(year, month):02}"
    if not 1 <= day <= _days(year, month):
        return None
    return (f"{year:04}-{month:02}-{day:02}",) * 2


def _decade(value: str) -> tuple[str, str] | None:
    if not re.fullmatch(r"\d{2,3}X{1,2}", value) or len(value) != 4:
        return None
    first, last = max(int(value.replace("X", "0")), 1), int(value.replace("X", "9"))
    return f"{first:04}-01-01", f"{last:04}-12-31"


def bounds(value: str) -> tuple[str | None, str | None]:
    """(first day, last day) in ISO form; None where open or unknown.

    ``bounds("2024-03") == ("2024-03-01", "2024-03-31")``, ``bounds("2024-03-01/..") == ("2024-03-01", None)``,
    ``bounds("XXXX-10-07") == (None, None)``.
    """
    if "/" in value:
        start, _, end = value.partition("/")
        return (_point(start) or _decade(start) or (None, None))[0], (_point(end) or _decade(end) or (None, None))[1]
    return _point(value) or _decade(value) or (None, None)


def is_edtf(value: str) -> bool:
    """Is ``value`` of the EDTF forms that kg writes: a date or part of one, a day without its year, a moment, an
    interval, each perhaps approximate?"""
    if "/" in value:
        start, _, end = value.partition("/")
        sides = [side for side in (start, end) if side not in ("", "..")]
        if not sides or not all(is_edtf(side) for side in sides):
            return False
        first, last = bounds(value)
        return first is None or last is None or first <= last
    bare = value.rstrip("~?%")
    if _point(bare):
        return True
    found = _LOOSE.match(bare)
    if not found or "X" not in bare:
        return False
    month, day = found[2] or "XX", found[3] or "XX"
    return (month == "XX" or 1 <= int(month) <= 12 or int(month) in _PARTS_OF_YEAR) and (
        day == "XX" or 1 <= int(day) <= (31 if month == "XX" else _days(2024, int(month)))
    )
