"""RDF terms as N-Triples text: the one place where anything is escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from kg.graph.namespaces import XSD

# Quotes, backslash, control characters, and the invisible characters that change how a line is shown (bidi marks):
# these are written as escapes, so that a reader of the file sees them and they cannot reorder it.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_NOT_IRI = re.compile(
    '[\x00-\x20<>"{}|^`\\\\\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ue000-\uf8ff\ufff0-\uffff]'
)
_ESCAPE_SEQUENCE = re.compile(r"\\(?:([tbnrf\"'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_LONG = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _SHORT.get(char) or f"\\u{ord(char):04X}"


def escape(text: str) -> str:
    """``text`` for between the quotes. A lone surrogate, which is no character, becomes U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
    return _ESCAPED.sub(_escape, text)


def unescape(text: str) -> str:
    """The text that ``escape`` was given."""
    if "\\" not in text:
        return text
    return _ESCAPE_SEQUENCE.sub(lambda m: _LONG[m[1]] if m[1] else chr(int(m[2] or m[3], 16)), text)


@lru_cache(maxsize=1 << 16)
def iri(value: str) -> str:
    """``<value>``; what may not stand in an IRI is percent-encoded."""
    return f"<{_NOT_IRI.sub(lambda m: quote(m[0].encode('utf-8', 'replace')), value)}>"


def text(value: str, language: str | None = None) -> str:
    """A string, with its language where one is given."""
    return f'"{escape(value)}"@{language}' if language else f'"{escape(value)}"'


def typed(value: str, datatype: str) -> str:
    """A literal of the datatype (an IRI)."""
    return f'"{escape(value)}"^^<{datatype}>'


@lru_cache(maxsize=1 << 12)
def integer(value: int) -> str:
    """An xsd:integer."""
    return f'"{value}"^^<{XSD}integer>'


@lru_cache(maxsize=1 << 12)
def decimal(value: float) -> str:
    """An xsd:decimal of at most four places, in its canonical form (``0.9``, ``1.0``)."""
    plain = f"{value:.4f}".rstrip("0")
    return f'"{plain}0"^^<{XSD}decimal>' if plain.endswith(".") else f'"{plain}"^^<{XSD}decimal>'


def number(value: int | float) -> str:
    """An integer where it is whole, else a decimal."""
    return integer(int(value)) if value == int(value) else decimal(float(value))


def boolean(value: bool) -> str:
    """An xsd:boolean."""
    return f'"{"true" if value else "false"}"^^<{XSD}boolean>'


def date(value: str) -> str:
    """An xsd:date."""
    return f'"{value}"^^<{XSD}date>'


def parts(term: str) -> tuple[str, str, str | None, str | None]:
    """(kind, value, language, datatype) of N-Triples text, kind "iri" or "literal"."""
    if term[0] == "<":
        return "iri", term[1:-1], None, None
    end = term.rindex('"')
    value, tail = unescape(term[1:end]), term[end + 1 :]
    if tail.startswith("@"):
        return "literal", value, tail[1:], None
    if tail.startswith("^^"):
        return "literal", value, None, tail[3:-1]
    return "literal", value, None, None
