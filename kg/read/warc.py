"""Web archives (WARC 1.0 and 1.1): the HTML pages among the responses, one article each."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from kg.read.article import Draft, Limits, ReadError, Report
from kg.read.web import page_to_draft

_MAX_HEADER = 100_000
_CHARSET = re.compile(r"charset=\"?([A-Za-z0-9_.-]{2,40})", re.IGNORECASE)
_CUT = "The archive is cut or broken; what came before is read."


def read_warc(stream: BinaryIO, limits: Limits, report: Report) -> Iterator[Draft]:
    """The pages of an archive in its order. Records that are no page (requests, pictures, redirects) are passed over."""
    number = 0
    while True:
        line = stream.readline(_MAX_HEADER)
        if not line:
            return
        if not line.strip():
            continue
        number += 1
        place = f"record {number}"
        if not line.startswith(b"WARC/"):
            raise ReadError("no WARC record where one should begin", _CUT, place)
        headers = _headers(stream)
        try:
            length = int(headers.get("content-length", ""))
        except ValueError:
            raise ReadError("the record does not say how long it is", _CUT, place) from None
        if length < 0:
            raise ReadError("the record says that its length is negative", _CUT, place)
        kind = headers.get("warc-type", "")
        page = kind in ("response", "resource")
        if not page or length > limits.whole:
            if page:
                report(
                    place,
                    f"the record is larger than {limits.whole // 1_000_000} MB",
                    "Take the page out by itself.",
                    True,
                )
            _pass_over(stream, length, place)
            continue
        body = stream.read(length)
        if len(body) < length:
            raise ReadError("the record is cut off", _CUT, place)
        yield from _page(body, kind, headers, place, limits, report)


def _headers(stream: BinaryIO) -> dict[str, str]:
    headers: dict[str, str] = {}
    size = 0
    while (line := stream.readline(_MAX_HEADER)) and line.strip() and size < _MAX_HEADER:
        size += len(line)
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _pass_over(stream: BinaryIO, length: int, place: str) -> None:
    while length:
        piece = stream.read(min(length, 1 << 20))
        if not piece:
            raise ReadError("the record is cut off", _CUT, place)
        length -= len(piece)


def _page(
    body: bytes, kind: str, record: dict[str, str], place: str, limits: Limits, report: Report
) -> Iterator[Draft]:
    kind_of_content = record.get("content-type", "")
    if kind == "response":
        split = re.search(rb"\r?\n\r?\n", body)
        head = body[: split.start()] if split else body
        body = body[split.end() :] if split else b""
        first, _, rest = head.decode("latin-1").partition("\n")
        if not re.match(r"HTTP/\S+ 200\b", first):
            return
        http = {n.strip().lower(): v.strip() for n, c, v in (x.partition(":") for x in rest.splitlines()) if c}
        kind_of_content = http.get("content-type", "")
    else:
        http = {}
    if "html" not in kind_of_content.lower():
        return
    charset = _CHARSET.search(kind_of_content)
    url = record.get("warc-target-uri", "").strip("<>") or None
    try:
        if "chunked" in http.get("transfer-encoding", "").lower():
            body = _unchunk(body)
        if "gzip" in http.get("content-encoding", "").lower() and body.startswith(b"\x1f\x8b"):
            body = _inflate(body, limits)
        draft = page_to_draft(body, charset.group(1) if charset else None)
    except ReadError as error:
        report(place, error.reason, error.advice, True)
        return
    if draft is None:
        report(place, "no article was found in this page", "Save the text of the article as .txt.", True)
        return
    yield Draft(draft.text, place, url, draft.title, draft.published, draft.source, draft.url or url)


def _unchunk(body: bytes) -> bytes:
    """The body of a chunked response; as it stands where an archive kept the header and stored the body whole."""
    pieces: list[bytes] = []
    place = 0
    while True:
        end = body.find(b"\r\n", place, place + 20)
        try:
            size = int(body[place:end].split(b";")[0], 16) if end > 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(pieces) or body
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + size])
        place = end + 2 + size + 2


def _inflate(body: bytes, limits: Limits) -> bytes:
    inflate = zlib.decompressobj(wbits=31)
    try:
        out = inflate.decompress(body, limits.whole)
    except zlib.error as error:
        raise ReadError(f"the compressed page is broken ({error})", "Fetch the page again.") from error
    if inflate.unconsumed_tail:
        raise ReadError(f"the page expands to more than {limits.whole // 1_000_000} MB", "It looks like a zip bomb.")
    return out
