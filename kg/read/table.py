"""Tables of articles: JSONL, JSON, CSV and TSV, with a column of texts and, where known, id, title, date, source, address.

JSONL and CSV are read line by line, so a file may be of any size.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, BinaryIO

import msgspec

from kg.read.article import Draft, Limits, ReadError, Report
from kg.read.decode import decode
from kg.read.source import bounded_lines, read_whole

# What the columns are called in the wild, the commonest first; capitals do not matter.
COLUMNS = {
    "text": ("text", "body", "content", "article", "article_text", "maintext"),
    "id": ("id", "_id", "doc_id", "guid"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "published_at",
        "date_published",
        "publishedat",
        "pubdate",
        "publish_date",
        "datetime",
    ),
    "source": ("source", "publisher", "outlet", "site", "sitename", "newspaper"),
    "url": ("url", "link", "uri"),
}
_NO_TEXT = 'Each article needs its text in a column "text".'
_decode_json = msgspec.json.Decoder().decode


def read_jsonl(stream: BinaryIO, limits: Limits, report: Report) -> Iterator[Draft]:
    """One JSON object a line: the article's columns, or a record of kg's, whose ``doc`` is taken."""
    for number, line in bounded_lines(_as_utf8(stream, limits), limits):
        place = f"line {number}"
        if line is None:
            report(place, f"the line is longer than {limits.whole // 1_000_000} MB", "Split the article.", True)
            continue
        if not line.strip():
            continue
        try:
            value = _decode_json(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            value = _forgiving(line, place, report)
            if value is None:
                continue
        draft = _draft(value, place, report)
        if draft:
            yield draft


def read_json(stream: BinaryIO, limits: Limits, report: Report) -> Iterator[Draft]:
    """A JSON file: a list of articles, one article, an object that holds one list of them, or JSONL after all."""
    data = decode(read_whole(stream, limits)).text.encode("utf-8", "surrogatepass")
    try:
        value = _decode_json(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        first = data.lstrip().partition(b"\n")[0]
        if _is_json(first):
            yield from read_jsonl(io.BytesIO(data), limits, report)
            return
        raise ReadError(f"it is not JSON ({error})", "Mend it at that place.") from error
    if isinstance(value, dict) and not _columns(value) and "doc" not in value:
        lists = [v for v in value.values() if isinstance(v, list)]
        if len(lists) == 1:
            value = lists[0]
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        draft = _draft(item, f"item {number}" if len(items) > 1 else "", report)
        if draft:
            yield draft


def read_csv(stream: BinaryIO, limits: Limits, report: Report) -> Iterator[Draft]:
    """A table with a header line; the separator (comma, semicolon, tab) is the commonest in that line."""
    csv.field_size_limit(limits.whole)
    lines = _text_lines(_as_utf8(stream, limits), limits, report)
    header = next(lines, None)
    if header is None:
        raise ReadError("the file is empty", _NO_TEXT)
    separator = max(",;\t", key=header.count)
    rows = csv.DictReader(itertools.chain([header], lines), delimiter=separator)
    try:
        names = rows.fieldnames or ()
        if "text" not in {_column(name) for name in names}:
            raise ReadError("no column of texts in the header line", _NO_TEXT)
        for row in rows:
            draft = _draft({k: v for k, v in row.items() if isinstance(k, str)}, f"line {rows.line_num}", report)
            if draft:
                yield draft
    except csv.Error as error:
        raise ReadError(
            f"the table is broken ({error})", "What came before is read.", f"line {rows.line_num}"
        ) from error


def _as_utf8(stream: BinaryIO, limits: Limits) -> BinaryIO:
    """``stream``, or the whole of it decoded where it is in another encoding than UTF-8 (then ``limits.whole`` holds)."""
    head = stream.peek(8192)[:8192] if isinstance(stream, io.BufferedReader) else b""
    if head.startswith(b"\xef\xbb\xbf"):
        stream.read(3)
        return stream
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:200]
    if not wide:
        try:
            head.decode("utf-8")
            return stream
        except UnicodeDecodeError as error:
            if error.end >= len(head) - 3 or len(head[: error.start]) > 2000:
                return stream  # cut in the middle of a letter, or one broken place in what is UTF-8 so far
    return io.BytesIO(decode(read_whole(stream, limits)).text.encode("utf-8", "surrogatepass"))


def _text_lines(stream: BinaryIO, limits: Limits, report: Report) -> Iterator[str]:
    for number, line in bounded_lines(stream, limits):
        if line is None:
            report(
                f"line {number}", f"the line is longer than {limits.whole // 1_000_000} MB", "Split the article.", True
            )
            continue
        text = line.decode("utf-8", "replace")
        if "\ufffd" in text and b"\xef\xbf\xbd" not in line:
            report(f"line {number}", "places that are not UTF-8 were replaced by U+FFFD", "Mend those places.", False)
        yield text


def _is_json(line: bytes) -> bool:
    try:
        return isinstance(_decode_json(line), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _forgiving(line: bytes, place: str, report: Report) -> Any:
    """A line that strict JSON refuses for its letters (lone surrogates, broken UTF-8, raw control characters), else None
    and a report."""
    text = line.decode("utf-8", "replace")
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        reason = f"the line is not JSON ({error})" if isinstance(error, ValueError) else "the JSON is nested too deeply"
        report(place, reason, "Mend the line, one object a line.", True)
        return None
    if "\ufffd" in text and b"\xef\xbf\xbd" not in line:
        report(place, "places that are not UTF-8 were replaced by U+FFFD", "Mend those places.", False)
    return value


def _column(name: str) -> str | None:
    """Which column ``name`` is, None where it is none of ours."""
    low = name.strip().lower()
    return next((column for column, names in COLUMNS.items() if low in names), None)


def _columns(item: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of ours in ``item``, under our names; of several for one column the first that is not empty counts.
    Empty where there is no column of texts."""
    found = {}
    for column, keys in _keys(tuple(item)):
        for key in keys:
            value = item[key]
            if value is not None and value != "":
                found[column] = value
                break
    return found if "text" in found else {}


@lru_cache(maxsize=64)
def _keys(names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Which of ``names`` can stand for each column, the commonest name first."""
    known = {column: {name: place for place, name in enumerate(candidates)} for column, candidates in COLUMNS.items()}
    chosen = []
    for column, places in known.items():
        fitting = [name for name in names if isinstance(name, str) and name.strip().lower() in places]
        if fitting:
            chosen.append((column, tuple(sorted(fitting, key=lambda name: places[name.strip().lower()]))))
    return tuple(chosen)


def _draft(item: Any, place: str, report: Report) -> Draft | None:
    if isinstance(item, dict) and isinstance(item.get("doc"), dict):
        item = item["doc"]
    if not isinstance(item, dict):
        report(place, "this is no JSON object with the columns of an article", _NO_TEXT, True)
        return None
    found = _columns(item)
    text = found.get("text")
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        text = "\n".join(text)  # a list of paragraphs
    if not isinstance(text, str):
        report(place, "there is no text" if text is None else "the text is no string", _NO_TEXT, True)
        return None
    title, published, source = (_plain(found.get(key)) for key in ("title", "published", "source"))
    return Draft(text, place, _plain(found.get("id")), title, published, source, _plain(found.get("url")))


def _plain(value: Any) -> str | None:
    """A column's value as text; None for null, blank, or what is no single value. An object gives its name."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value).strip() or None
