"""Date, source and title of an article, where its text states them: a date under "published", a source line, a heading.

The words that lead to them stand in ``kg/lang/ar/furniture.yaml`` under ``metadata``. Arabic dates are resolved by
``kg.extract.time``; numeric, English and machine-made ones here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, NamedTuple

from kg.lang import load
from kg.record import Span
from kg.text.normalize import fold, original_index

_TOP, _END = 8, 8  # lines, not blank, where dates and sources are looked for
_LONGEST = 120  # letters of a line that states one
_WORDS_OF_A_NAME = 6
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = {0x0660 + d: str(d) for d in range(10)} | {0x06F0 + d: str(d) for d in range(10)}
_MARKS = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)\d\d)(?!\d)")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ENGLISH = re.compile(rf"(?i)(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s,.-]+{_MONTH}[\s,.-]+((?:19|20)\d\d)(?!\d)")
_AMERICAN = re.compile(rf"(?i)\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
# A day, one to four words (a month, or two with a slash between), a year: what it is, the time grammar says.
_ARABIC = re.compile(
    r"(?<!\d)\d{1,2}\s*[-\s]\s*[^\W\d_]+(?:\s*/\s*[^\W\d_]+|\s+[^\W\d_]+){0,3}[\s,\u060c-]+"
    r"(?:1[3459]|20)\d\d(?!\d)"
)

_NAME = r"\W*[^\W\d_]+(?:\s[^\W\d_]+){0,2}(?:\s*\([^()]{2,20}\))?"  # a place


class Metadata(NamedTuple):
    """What a text states of itself; ``published`` is an ISO date. None where it does not."""

    title: str | None
    published: str | None
    source: str | None


def parse_date(text: str) -> str | None:
    """The ISO date of a writing of one: ISO 8601, RFC 2822, numeric (day first), English, Arabic in any calendar,
    seconds since 1970. None where it is no day of the years 1800 to 2200."""
    text = _MARKS.sub("", text).translate(_DIGITS).strip()
    found = _ISO.match(text) or _COMPACT.fullmatch(text)
    if found:
        return _day(*found.groups())
    if _EPOCH.fullmatch(text):
        return _epoch(text)
    numeric = _numeric(text)
    if numeric:
        return numeric[0]
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    found = _ARABIC.search(text)
    return _resolve(found.group()) if found else None


def find_metadata(text: str, skip: Sequence[Span] = ()) -> Metadata:
    """What ``text`` states of itself in its first and last lines. ``skip``: its furniture, where no title stands."""
    stories = next((span.start for span in skip if "\n" in text[span.start : span.end]), len(text))
    lines = [(m.start(), m.group().strip()) for m in re.finditer(r"[^\n]*\S[^\n]*", text[:stories])]
    near = lines if len(lines) <= _TOP + _END else lines[:_TOP] + lines[-_END:]
    source = owner = labelled = None
    bare: set[str] = set()  # days on lines of their own: two of them are a list of dates, not a day of publication
    for index, (_, line) in enumerate(near):
        value = _published(line, first=index == 0)
        if value and _is_labelled(line):
            labelled = labelled or value
        elif value:
            bare.add(value)
        if len(line) <= _LONGEST:
            source = source or _source(line)
            owner = owner or _owner(line)
    published = labelled or (bare.pop() if len(bare) == 1 else None)
    return Metadata(_title(lines, skip), published, owner or source)


def is_stamp(line: str) -> bool:
    """Does a line only say when the article was published, with a label ("published on ...")?"""
    return len(line) <= _LONGEST and _is_labelled(line) and _published(line, first=True) is not None


def _is_labelled(line: str) -> bool:
    key = fold(line[:_LONGEST])
    return bool(_words().labels.match(key) or _words().inside.search(key))


def _title(lines: Sequence[tuple[int, str]], skip: Sequence[Span]) -> str | None:
    """The first line of article, where it reads as a heading: short, no sentence, with a longer line after it."""
    kept = [line for start, line in lines if not any(s.start <= start < s.end for s in skip) and not _is_date(line)]
    if len(kept) < 2 or not 8 <= len(kept[0]) <= 200 or kept[0][-1] in ".\u060c,:":
        return None
    return kept[0] if any(len(line) > len(kept[0]) for line in kept[1:4]) else None


def _is_date(line: str) -> bool:
    return len(line) <= _LONGEST and _published(line, first=False) is not None


def _published(line: str, first: bool) -> str | None:
    """The date of publication that a line states: after a label, as a line of its own, or before the first words of a
    dispatch. A first line without label is a heading and may tell another date."""
    if not any(c.isdigit() for c in line[:_LONGEST]):
        return None
    words = _words()
    line = _MARKS.sub("", line).translate(_DIGITS)
    if len(line) <= _LONGEST:
        key = fold(line)
        label = words.labels.match(key)
        inside = None if label else words.inside.search(key)
        if label or inside:
            rest = line[original_index(line, (label or inside).end()) :]  # type: ignore[union-attr]
            place = _dates(rest)
            near = place and (len(rest[: place[1]].split()) <= 3 if label else len(rest[place[2] :].split()) <= 1)
            return place[0] if place and near else None
        place = None if first else _dates(line)
        if (
            place
            and _free(line[: place[1]], bool(words.corresponding.search(key)))
            and len(line[place[2] :].split()) <= 10
        ):
            return place[0]
        return None
    place = _dates(line[:_LONGEST])  # "city - date - the first sentence"
    if place and re.match(r"\s*[-\u2013\u2014]\s", line[place[2] :]) and place[1] and _free(line[: place[1]], False):
        return place[0]
    return None


def _free(before: str, both: bool) -> bool:
    """May these words stand before a date in a line of its own: nothing, a weekday, a place with a mark or "in" after it
    (without one where ``both``: the day is written in two calendars, as wire agencies do)."""
    words = _words()
    return bool(words.before.fullmatch(fold(before)) or (both and words.place.fullmatch(fold(before))))


def _dates(text: str) -> tuple[str, int, int] | None:
    """The first date in ``text`` and where it stands; its other writing after it ("corresponding to") included."""
    numeric = _numeric(text)
    found = _ARABIC.search(text)
    if found and (numeric is None or found.start() <= numeric[1]):
        value = _resolve(found.group())
        if value:
            more = _ARABIC.search(text, found.end())  # the same day in the other calendar
            between = _words().corresponding.search(fold(text[found.end() : more.start()])) if more else None
            return value, found.start(), more.end() if more and between else found.end()
    return numeric


def _numeric(text: str) -> tuple[str, int, int] | None:
    """The first date in figures or English."""
    best: tuple[str, int, int] | None = None
    for pattern, order in (
        (_YEAR_FIRST, (0, 1, 2)),
        (_DAY_FIRST, (2, 1, 0)),
        (_ENGLISH, (2, 1, 0)),
        (_AMERICAN, (2, 0, 1)),
    ):
        found = pattern.search(text)
        if found and (best is None or found.start() < best[1]):
            year, month, day = (found.group(i + 1) for i in order)
            value = _day(year, month, day) or (_day(year, day, month) if pattern is _DAY_FIRST else None)
            if value:
                best = (value, found.start(), found.end())
    return best


def _day(year: str, month: str, day: str) -> str | None:
    number = _MONTHS.index(month[:3].lower()) + 1 if month[0].isalpha() else int(month)
    try:
        return date(int(year), number, int(day)).isoformat() if 1800 <= int(year) <= 2200 else None
    except ValueError:
        return None


def _epoch(text: str) -> str | None:
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).date().isoformat()


def _resolve(expression: str) -> str | None:
    """The day that an Arabic date means, None where it means none."""
    from kg.extract.time import resolve_expression  # reading articles that need none must stay light

    value = resolve_expression(expression, None)
    return _day(*value[:10].split("-")) if value and _ISO.fullmatch(value[:10]) else None


def _source(line: str) -> str | None:
    """The outlet after the last "source:" of a line, without what is no outlet."""
    labels = _words().source
    key = fold(line)
    at = max(key.rfind(label) + len(label) if label in key else -1 for label in labels)
    if at < 0:
        return None
    parts = [_trim(part) for part in re.split(r"[+|]", line[original_index(line, at) :])]
    named = [part for part in parts if part and fold(part) not in _words().no_source]
    return (
        named[0]
        if named and _balanced(named[0]) and len(named[0].split()) <= _WORDS_OF_A_NAME and not _digits(named[0])
        else None
    )


def _owner(line: str) -> str | None:
    """The outlet whose copyright a line states."""
    words = _words()
    key = fold(line)
    phrases = [(original_index(line, f.start()), original_index(line, f.end())) for f in words.copyright.finditer(key)]
    if "\u00a9" not in line and not phrases:
        return None
    rest = list(line)
    for start, end in reversed(phrases):
        rest[start:end] = "|"
    pieces = re.split(r"[|\u00a9]|(?<!\d)(?:19|20)\d\d(?!\d)", "".join(rest).translate(_DIGITS))
    names = [name for name in map(_trim, pieces) if len(name) > 2]
    return names[0] if len(names) == 1 and _balanced(names[0]) and len(names[0].split()) <= _WORDS_OF_A_NAME else None


def _trim(text: str) -> str:
    return text.strip(' \t\u00a0.,\u060c:;-\u2013\u2014\u00ab\u00bb"\u201c\u201d()[]*/\\')


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def _digits(text: str) -> bool:
    return any(c.isdigit() for c in text)


class _Words(NamedTuple):
    labels: re.Pattern[str]
    inside: re.Pattern[str]
    before: re.Pattern[str]
    place: re.Pattern[str]
    corresponding: re.Pattern[str]
    source: tuple[str, ...]
    no_source: frozenset[str]
    copyright: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data: dict[str, Any] = load("furniture.yaml")["metadata"]

    def either(name: str) -> str:
        return "|".join(sorted((re.escape(fold(word)) for word in data[name]), key=len, reverse=True))

    weekday = rf"(?:\s*(?:{either('weekdays')})[\s,\u060c:/-]+)*"
    return _Words(
        re.compile(rf"\W*(?:{either('published')})(?!\w)"),
        re.compile(rf"(?:{either('published_inside')})\s"),
        re.compile(rf"(?:{_NAME}\s*[,\u060c:/\u2013\u2014-]|\W*[^\W\d_]+\s(?={fold(data['in'])}\s))?{weekday}\s*"),
        re.compile(rf"{_NAME}{weekday}\s*"),
        re.compile(rf"(?:{either('corresponding')})(?!\w)"),
        tuple(fold(word) for word in data["source"]),
        frozenset(map(fold, data["no_source"])),
        re.compile(either("copyright")),
    )
