"""Paths to articles: which files there are, what each is read with, what every article must have before it goes on."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from kg.read import feed, plain, table, warc, web
from kg.read.article import Article, Draft, Limits, Problem, ReadError, printable
from kg.read.furniture import find_furniture
from kg.read.metadata import find_metadata, parse_date
from kg.read.source import SUFFIXES, format_of, open_bounded, suffix_of

READERS = {
    "text": plain.read_text,
    "html": web.read_html,
    "jsonl": table.read_jsonl,
    "json": table.read_json,
    "csv": table.read_csv,
    "feed": feed.read_feed,
    "warc": warc.read_warc,
}
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile(r"[\u067e\u0686\u0698\u0679\u0688\u0691\u06ba\u06d2\u06c6\u06ce\u06b5]")  # Persian, Urdu, Kurdish
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NO_ARTICLES = re.compile(r"(?i)(readme|licen[cs]e|notice|copying|changelog|authors)\b")


def read_paths(
    paths: Sequence[str],
    problems: list[Problem],
    *,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
    furniture: bool = True,
) -> Iterator[Article]:
    """The articles in ``paths``, each a file, a folder (all files in it and below, links out of it not followed) or "-"
    (``stdin``, by default standard input). Files are read in the order of their paths, whatever the order of ``paths``.

    What cannot be read is added to ``problems`` and passed over; the rest goes through. Without ``furniture`` the
    articles' ``skip`` is empty, for callers that look for it elsewhere (in parallel).
    """
    reading = _Reading(problems, limits or Limits(), furniture)
    files: dict[str, tuple[str, str]] = {}  # real path: (path, id)
    for path in paths:
        if path == "-":
            files.setdefault("-", ("-", "stdin"))
        else:
            for found, base in reading.files(path):
                files.setdefault(os.path.realpath(found), (found, base))
    for path, base in sorted(files.values(), key=lambda item: (os.fsencode(item[0]), item[1])):
        yield from reading.articles(path, base, stdin)


@dataclass
class _Reading:
    """The state of one call of ``read_paths``: the problems so far, the ids given so far."""

    problems: list[Problem]
    limits: Limits
    furniture: bool
    seen: dict[int, int] = field(default_factory=dict)  # digest of an id: digest of its text

    def problem(self, path: str, place: str, reason: str, advice: str, skipped: bool = True) -> None:
        self.problems.append(Problem(path, place, printable(reason), advice, skipped))

    def files(self, path: str) -> list[tuple[str, str]]:
        """The files to read for ``path``, each with the id of its article."""
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError) as error:
            missing = isinstance(error, FileNotFoundError)
            reason = "there is no such file or folder" if missing else f"it cannot be opened ({_why(error)})"
            self.problem(path, "", reason, "Check the path." if missing else "Check the path and its permissions.")
            return []
        if not stat.S_ISDIR(mode):
            return [(path, _file_id(os.path.basename(path)))]
        found = self._walk(path)
        if not found:
            known = " ".join(sorted(SUFFIXES))
            self.problem(path, "", "nothing in this folder can be read", f"What is read: {known}, and .gz of each.")
        return found

    def _walk(self, top: str) -> list[tuple[str, str]]:
        found = []
        root = os.path.realpath(top)

        def unreadable(error: OSError) -> None:
            self.problem(
                str(error.filename), "", f"the folder cannot be opened ({_why(error)})", "Check its permissions."
            )

        for folder, folders, names in os.walk(top, onerror=unreadable):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in folders + sorted(names):
                path = os.path.join(folder, name)
                link = os.path.islink(path)
                if link and os.path.commonpath([root, os.path.realpath(path)]) != root:
                    self.problem(
                        path, "", "a link out of the folder, not followed", "Name its target outright to read it."
                    )
                elif link or name in folders or name.startswith(".") or _NO_ARTICLES.match(name):
                    continue  # the target of a link inside the folder is read where it stands
                elif not os.path.isfile(path):
                    self.problem(path, "", "no regular file (a pipe, socket or device)", "Name it outright to read it.")
                elif suffix_of(name) and suffix_of(name) not in SUFFIXES:
                    self.problem(
                        path, "", f"files {suffix_of(name)!r} are not read", "Rename it to .txt if it is text."
                    )
                else:
                    found.append((path, _file_id(os.path.relpath(path, top))))
        return found

    def articles(self, path: str, base: str, stdin: BinaryIO | None) -> Iterator[Article]:
        """The articles of one file, its faults told."""

        def report(place: str, reason: str, advice: str, skipped: bool) -> None:
            self.problem(path, place, reason, advice, skipped)

        raw: BinaryIO | None = None
        try:
            raw = (stdin or sys.stdin.buffer) if path == "-" else open(path, "rb")  # noqa: SIM115 - closed below
            stream = open_bounded(raw, self.limits)
            if not stream.peek(1):
                self.problem(path, "", "the file is empty", "Nothing to do if that is right.")
                return
            kind = format_of(stream, "" if path == "-" else os.path.basename(path))
            for draft in READERS[kind](stream, self.limits, report):
                article = self._checked(draft, path, base)
                if article:
                    yield article
        except ReadError as error:
            self.problem(path, error.place, error.reason, error.advice)
        except OSError as error:
            self.problem(path, "", f"it cannot be read ({_why(error)})", "Check the file and its permissions.")
        finally:
            if raw is not None and path != "-":
                raw.close()

    def _checked(self, draft: Draft, path: str, base: str) -> Article | None:
        """The article of a draft: its text sound and Arabic, its id its own, its date ISO. None if it is refused."""
        text, place = draft.text, draft.place
        try:
            data = text.encode("utf-8")
        except UnicodeEncodeError:
            text = _SURROGATE.sub("\ufffd", text)
            data = text.encode("utf-8")
            self.problem(path, place, "halves of characters (lone surrogates) became U+FFFD", "Mend them.", False)
        fault = _refusal(text, data, self.limits)
        if fault:
            self.problem(path, place, *fault)
            return None
        if "\0" in text:
            self.problem(path, place, "the text has zero characters; they are kept", "Take them out.", False)
        title, source, published = (_clean(v) for v in (draft.title, draft.source, draft.published))
        date = parse_date(published) if published else None
        if published and not date:
            self.problem(
                path, place, f"the date {printable(published[:60])!r} is not understood", "Write YYYY-MM-DD.", False
            )
        skip = find_furniture(text) if self.furniture else ()
        if not draft.given:
            stated = find_metadata(text, skip)
            title, source, date = title or stated.title, source or stated.source, date or stated.published
        given = _clean(draft.id)
        number = place.rpartition(" ")[2]
        ident = self._own_id(given or (f"{base}-{number}" if number else base), data, path, place)
        return Article(ident, text, title, date, source, _clean(draft.url), skip, path) if ident else None

    def _own_id(self, ident: str, data: bytes, path: str, place: str) -> str | None:
        """``ident``, or with the first free number after it where another article has it; None for the same again."""
        key, digest = _digest(ident.encode()), _digest(data)
        if key not in self.seen:
            self.seen[key] = digest
            return ident
        if self.seen[key] == digest:
            self.problem(
                path, place, f"the same article as before (id {ident!r}, same text)", "It is read once.", False
            )
            return None
        number = 2
        while (key := _digest(f"{ident}-{number}".encode())) in self.seen:
            number += 1
        self.seen[key] = digest
        advice = "Give each article an id of its own."
        self.problem(path, place, f"another article has the id {ident!r}; this one is {ident}-{number}", advice, False)
        return f"{ident}-{number}"


def _refusal(text: str, data: bytes, limits: Limits) -> tuple[str, str] | None:
    """Why ``text`` (``data`` in UTF-8) is no article of Arabic, with advice; None where it is one."""
    if not text.strip():
        return "the text is empty", "Nothing to do if that is right."
    if len(text) > limits.text:
        return f"the text is longer than {limits.text:,} characters", "It is no news article: split it."
    # Arabic letters are two bytes that begin with D8 to DB in UTF-8: counting bytes is far faster than letters.
    head = data[:1000]
    arabic = sum(map(head.count, (b"\xd8", b"\xd9", b"\xda", b"\xdb")))
    if arabic * 4 < len(head) or not _ARABIC.search(
        text, 0, 600
    ):  # spaces and digits are one byte: in Arabic prose it is well above a third
        sample = text[:200_000]  # a long heading in Latin letters may stand before the article
        arabic = len(_ARABIC.findall(sample))
        if not arabic or arabic * 5 < len(_LETTER.findall(sample)):
            return "the text is not Arabic", "kg reads Arabic; check the file's language and encoding."
    if b"\xda" in head and len(_FOREIGN.findall(text, 0, 4000)) * 40 > min(4000, len(text)) * 0.75:
        return "the text seems to be Persian, Urdu or Kurdish", "kg reads Arabic."
    return None


def _clean(value: str | None) -> str | None:
    """A value of metadata without what cannot be stored or shown: control characters, lone surrogates, blank ends."""
    if value is None or (value.isprintable() and value == value.strip()):
        return value or None
    kept = (c if unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") else " " for c in value)
    return " ".join("".join(kept).split()) or None


def _file_id(path: str) -> str:
    """A file's path in its folder, without suffix, with "/" on every system: in one normal form, what is no character of
    a name (control, bidi, bytes that are no UTF-8) written as %XX."""
    stem = path.removesuffix(".gz")
    suffix = suffix_of(os.path.basename(stem))
    stem = unicodedata.normalize("NFC", stem[: -len(suffix)] if suffix in SUFFIXES else stem).replace(os.sep, "/")
    return "".join(c if c.isprintable() else "".join(f"%{b:02X}" for b in os.fsencode(c)) for c in stem)


def _digest(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
