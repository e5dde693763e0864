"""What the readers give: articles, and the problems met on the way to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.record import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. ``published`` is an ISO date or None; ``skip`` are the spans of ``text`` that are furniture
    of the page (sorted, apart from one another); ``path`` is the file it came from, "-" for standard input."""

    id: str
    text: str
    title: str | None
    published: str | None
    source: str | None
    url: str | None
    skip: tuple[Span, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, or not wholly. ``place`` is "line 12", "record 3" or "" for the whole file;
    ``skipped`` is false where the article was read all the same, with something in it mended or left out."""

    path: str
    place: str
    reason: str
    advice: str
    skipped: bool = True

    def __str__(self) -> str:
        where = f"{printable(self.path)}, {self.place}" if self.place else printable(self.path)
        return f"{where}: {self.reason}. {self.advice}"


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a format's reader finds it, before it is checked: ``published`` is any writing of a date.
    ``given`` is false for plain text, where title, date and source must be looked for in the text itself."""

    text: str
    place: str = ""
    id: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    given: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before it is taken for a mistake or an attack.

    ``whole``: bytes of a file, or of one line, that must be held in memory at once, after decompression.
    ``text``: characters of one article (two million are a book of a thousand pages).
    ``ratio``: how many times its size a compressed file may expand to, once it is past ``whole`` bytes.
    """

    whole: int = 50_000_000
    text: int = 2_000_000
    ratio: int = 300


# Tells of a problem inside a file: place, reason, advice, and whether something was left out by it.
Report = Callable[[str, str, str, bool], None]


class ReadError(Exception):
    """The file, or what is left of it, cannot be read. ``place``, ``reason`` and ``advice`` as on Problem."""

    def __init__(self, reason: str, advice: str, place: str = "") -> None:
        super().__init__(f"{reason}. {advice}")
        self.reason = reason
        self.advice = advice
        self.place = place


def printable(text: str) -> str:
    """``text`` on one line, every character that could upset a terminal or a log (control, bidi, lone surrogate) written
    as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
