"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.read.article import Draft, Limits, Report
from kg.read.decode import decode
from kg.read.source import read_whole


def read_text(stream: BinaryIO, limits: Limits, report: Report) -> Iterator[Draft]:
    """The decoded file, its line ends turned to newlines and nothing else changed."""
    decoded = decode(read_whole(stream, limits))
    if decoded.broken:
        reason = f"{decoded.broken} places are not {decoded.encoding.upper()} and were replaced by U+FFFD"
        report("", reason, "Look for the file in its first encoding, or mend those places.", False)
    yield Draft(decoded.text.replace("\r\n", "\n").replace("\r", "\n"), given=False)
