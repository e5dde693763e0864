"""RSS and Atom feeds: one article an item. No entity is expanded, no outside file or address is opened."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.read.article import Draft, Limits, ReadError, Report
from kg.read.source import read_whole

# By local name, whatever the namespace; the fullest text first.
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "updated")
_BLOCKS = re.compile(
    r"<\s*/?\s*(?:p|br|div|li|ul|ol|h[1-6]|blockquote|tr|table|article|section)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>")
_BLANK = re.compile(r"[^\S\n]*\n\s*")


def read_feed(stream: BinaryIO, limits: Limits, report: Report) -> Iterator[Draft]:
    """The items of a feed, in its order. What is read before a fault in the XML is given, then the fault is raised."""
    from lxml import etree

    data = read_whole(stream, limits)
    site: str | None = None
    items = 0
    events = etree.iterparse(
        io.BytesIO(data), events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for _, element in events:
            name = _local(element)
            if name == "title" and site is None and _local(element.getparent()) in ("channel", "feed"):
                site = _content(element)
            if name not in ("item", "entry"):
                continue
            items += 1
            draft = _item(element, site, items)
            if draft:
                yield draft
            else:
                report(f"item {items}", "the item has no text", "Fetch the article it points to.", True)
            element.clear()
    except etree.XMLSyntaxError as error:
        raise ReadError(f"the XML is broken ({error})", "What came before is read.", f"item {items + 1}") from error
    if not items:
        raise ReadError(
            "this XML is no RSS or Atom feed: it has no items", "Save its articles as .txt, .html or .jsonl."
        )


def _local(element: Any) -> str:
    tag = getattr(element, "tag", None)
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _content(element: Any) -> str | None:
    """The text of an element, its children's included (XHTML content), entities left out."""
    parts = []
    for node in element.iter():
        if not isinstance(node.tag, str):  # a comment or an entity: neither is text
            parts.append((node.tail or "") if node is not element else "")
            continue
        block = node is not element and _BLOCKS.match(f"<{_local(node)}>")
        parts.append(("\n" if block else "") + (node.text or ""))
        if node is not element:
            parts.append(("\n" if block else "") + (node.tail or ""))
    return "".join(parts).strip() or None


def _item(element: Any, site: str | None, number: int) -> Draft | None:
    fields: dict[str, Any] = {}
    for child in element:
        fields.setdefault(_local(child), child)
    text = next((t for t in (_content(fields[n]) for n in _TEXTS if n in fields) if t), None)
    if not text:
        return None

    def value(*names: str) -> str | None:
        return next((v for v in (_content(fields[n]) for n in names if n in fields) if v), None)

    link = value("link") or (fields["link"].get("href") if "link" in fields else None)
    title = value("title")
    return Draft(
        plain_text(text),
        f"item {number}",
        id=value("guid", "id") or link,
        title=plain_text(title) if title else None,
        published=value(*_DATES),
        source=value("source", "publisher") or site,
        url=link,
    )


def plain_text(fragment: str) -> str:
    """An HTML fragment as text: blocks on lines of their own, tags gone, character references resolved."""
    import html

    if "<" in fragment:
        fragment = _TAG.sub("", _BLOCKS.sub("\n", fragment))
    return _BLANK.sub("\n", html.unescape(fragment)).strip()
