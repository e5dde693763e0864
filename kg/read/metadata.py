"""Date, source and title of an article, where plain text states them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kg.record import Span

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


class Metadata(NamedTuple):
    title: str | None
    published: str | None
    source: str | None


def parse_date(text: str) -> str | None:
    """The ISO date."""
    found = _ISO.match(text.strip())
    if not found:
        return None
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None


def find_metadata(text: str, skip: Sequence[Span] = ()) -> Metadata:
    """What the text states."""
    return Metadata(None, None, None)
