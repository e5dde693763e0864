"""Opening a file: decompressed where it is gzip, bounded in what it may expand to, its format told by content and name."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from kg.read.article import Limits, ReadError
from kg.read.decode import refuse_binary

# suffix (without .gz): format. What is not here is read as text when it is named outright.
SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
}
_HEAD = 4096


class _Expanding(io.RawIOBase):
    """A gzip stream, one or many members, read in bounded pieces; it stops with ``ReadError`` when it is broken or grows
    beyond all measure (a "zip bomb"), after handing on everything before that."""

    def __init__(self, raw: BinaryIO, limits: Limits) -> None:
        self._raw = raw
        self._limits = limits
        self._inflate = zlib.decompressobj(wbits=31)
        self._pending = b""
        self._read = 0
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while True:
            if not self._pending:
                self._pending = self._raw.read(1 << 16)
                self._read += len(self._pending)
                if not self._pending:
                    if self._inflate.eof or not self._given:
                        return 0
                    raise ReadError(
                        "the compressed data ends in the middle", "Fetch the file again; what came before is read."
                    )
            if self._inflate.eof:
                self._inflate = zlib.decompressobj(wbits=31)
                self._pending = self._pending.lstrip(b"\0")  # padding between members
                if not self._pending:
                    continue
            try:
                piece = self._inflate.decompress(self._pending, len(buffer))
            except zlib.error as error:
                reason = f"the compressed data is broken ({error})"
                raise ReadError(reason, "Fetch the file again; what came before is read.") from error
            self._pending = self._inflate.unconsumed_tail or self._inflate.unused_data
            if piece:
                self._given += len(piece)
                if self._given > max(self._limits.whole, self._limits.ratio * self._read):
                    reason = f"it expands to more than {self._limits.ratio} times its size"
                    raise ReadError(
                        reason, "No text does that: it looks like a zip bomb. Unpack it yourself if you trust it."
                    )
                buffer[: len(piece)] = piece
                return len(piece)


def open_bounded(raw: BinaryIO, limits: Limits) -> io.BufferedReader:
    """A buffered stream over ``raw``, decompressed where its content is gzip, whatever its name."""
    buffered = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, raw))
    if buffered.peek(2)[:2] == b"\x1f\x8b":
        return io.BufferedReader(_Expanding(cast(BinaryIO, buffered), limits), buffer_size=1 << 18)
    return buffered


def read_whole(stream: BinaryIO, limits: Limits) -> bytes:
    """All bytes of ``stream``. Raises ``ReadError`` beyond ``limits.whole``."""
    pieces, size = [], 0
    while piece := stream.read(1 << 20):
        size += len(piece)
        if size > limits.whole:
            reason = f"larger than {limits.whole // 1_000_000} MB"
            raise ReadError(reason, "Split it, or give its articles one a line as JSONL, which may be of any size.")
        pieces.append(piece)
    return b"".join(pieces)


def bounded_lines(stream: BinaryIO, limits: Limits) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines (from 1), None in place of a line longer than ``limits.whole`` bytes."""
    number = 0
    while line := stream.readline(limits.whole + 1):
        number += 1
        if len(line) > limits.whole:
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
            yield number, None
        else:
            yield number, line


def suffix_of(name: str) -> str:
    """The suffix that tells the format: ".jsonl" of "a.b.jsonl.gz"; "" where there is none."""
    name = name.lower().removesuffix(".gz")
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else ""


def format_of(stream: io.BufferedReader, name: str) -> str:
    """The format of what ``stream`` holds: one of the values of SUFFIXES. Raises ``ReadError`` for a binary."""
    head = stream.peek(_HEAD)[:_HEAD]
    refuse_binary(head)
    if head.startswith(b"WARC/"):
        return "warc"
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    named = SUFFIXES.get(suffix_of(name), "text")
    if named == "feed":
        return "html" if b"<html" in start[:1000] and b"<rss" not in start[:1000] else "feed"
    if named != "text":
        return named
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if start.startswith((b"<?xml", b"<rss", b"<feed")):
        return "html" if b"<html" in start else "feed"
    if start.startswith(b'{"') and (b'"text"' in start or b'"doc"' in start):
        return "jsonl"
    return "text"
