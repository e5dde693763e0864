"""EDTF values as stretches of days, for timelines."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.edtf import bounds

# First and last day, ISO dates, both inclusive.
Period = tuple[str, str]


def days_of(edtf: str | None) -> Period | None:
    """The days that an EDTF value can mean; None where it names no year. Of an interval with an open end, the end that
    is known. ``days_of("2024-02")`` is ``("2024-02-01", "2024-02-29")``."""
    first, last = bounds(edtf) if edtf else (None, None)
    start, end = first or last, last or first
    return (start, end) if start and end and start <= end else None


def span(periods: Sequence[Period]) -> Period | None:
    """From the first day of the first to the last day of the last; None for no periods."""
    if not periods:
        return None
    return min(first for first, _ in periods), max(last for _, last in periods)


def merged(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The periods in order, those that overlap as one."""
    result: list[Period] = []
    for start, end in sorted(periods):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
