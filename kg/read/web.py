"""Web pages: the article out of its page, by trafilatura, with the title, date, site and address that the page states."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.read.article import Draft, Limits, ReadError, Report
from kg.read.decode import decode
from kg.read.source import read_whole

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
# A tag with thousands of attributes (or a picture inside) costs the parser quadratic time and tells nothing.
_LONG_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)[^<>]{20000,}>")
_ADVICE = "Save the text of the article as .txt."


def read_html(stream: BinaryIO, limits: Limits, report: Report) -> Iterator[Draft]:
    """The one article of an HTML file. Raises ``ReadError`` where none is found."""
    data = read_whole(stream, limits)
    draft = page_to_draft(data)
    if draft is None:
        raise ReadError("no article was found in this page" if data.strip() else "the file is empty", _ADVICE)
    yield draft


def page_to_draft(data: bytes, charset: str | None = None) -> Draft | None:
    """The article in the HTML page ``data``, None where there is none. ``charset`` is what the server said."""
    declared = _CHARSET.search(data[:4096])
    html = decode(data, charset or (declared.group(1).decode("ascii") if declared else None)).text
    html = _LONG_TAG.sub(r"<\1>", html.replace("\0", "").replace("\r\n", "\n"))
    if not html.strip():
        return None
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "courlan"):  # what is wrong with a page is told by us
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # The latest date allowed is fixed, so that no result depends on the clock.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
    try:
        page = bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=dates)
    except (ValueError, TypeError, RecursionError, AttributeError, AssertionError) as error:
        raise ReadError(f"the page cannot be taken apart ({type(error).__name__})", _ADVICE) from error
    if page is None:
        return None
    found = page if isinstance(page, dict) else page.as_dict()
    if not found.get("text"):
        return None
    values = {key: found.get(key) or None for key in ("title", "url", "date")}
    source = found.get("sitename") or found.get("hostname") or None
    return Draft(found["text"], title=values["title"], url=values["url"], published=values["date"], source=source)
