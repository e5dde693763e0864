"""Furniture of the page."""

from __future__ import annotations

from kg.record import Span


def find_furniture(text: str) -> tuple[Span, ...]:
    """The spans of ``text`` that are no article."""
    return ()
