"""Dates as stretches of days, so that «March 2024» and «26 March 2024» can be compared."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]?$")


class Days(NamedTuple):
    """From ``first`` to ``last``, both included, as ordinal days; ``exact`` is its length in days."""

    first: int
    last: int

    @property
    def exact(self) -> int:
        return self.last - self.first + 1


@lru_cache(maxsize=1 << 14)
def days(edtf: str | None) -> Days | None:
    """The days that an EDTF value covers; None for None, open or unspecified values (``XXXX-10-07``)."""
    if not edtf:
        return None
    ends = edtf.split("/")
    spans = [_one(end) for end in ends]
    if len(spans) > 2 or any(span is None for span in spans):
        return None
    first, last = spans[0], spans[-1]
    assert first is not None and last is not None
    return Days(first.first, last.last) if first.first <= last.last else None


def _one(value: str) -> Days | None:
    found = _PART.match(value)
    if not found:
        return None
    year, month, day = (int(g) if g else None for g in found.groups())
    assert year is not None
    try:
        if month is None:
            return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        if day is None:
            return Days(
                date(year, month, 1).toordinal(), date(year, month, calendar.monthrange(year, month)[1]).toordinal()
            )
        return Days(date(year, month, day).toordinal(), date(year, month, day).toordinal())
    except (ValueError, calendar.IllegalMonthError):
        return None


def agree(a: Days | None, b: Days | None, slack: int = 0) -> bool | None:
    """May the two be one time, give or take ``slack`` days? None where one of them is unknown."""
    if a is None or b is None:
        return None
    return a.first - slack <= b.last and b.first - slack <= a.last


def iso(ordinal: int) -> str:
    """The ISO date of an ordinal day."""
    return (date(1, 1, 1) + timedelta(days=ordinal - 1)).isoformat()
