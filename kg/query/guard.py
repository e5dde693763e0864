"""What the endpoint lets through: reading only, nothing fetched from elsewhere, a bounded answer.

A query is cut into strings, IRIs, comments and the rest exactly as SPARQL's grammar does, so that a word inside a
string is not taken for a keyword, nor a keyword missed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_TOKEN = re.compile(
    r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""|'
    r"'''(?:'{0,2}(?:[^'\\]|\\.))*'''|"
    r'"(?:[^"\\\n\r]|\\.)*"|'
    r"'(?:[^'\\\n\r]|\\.)*'|"
    r'<[^<>"{}|^`\\\x00-\x20]*>|'
    r"\#[^\n\r]*|"
    r"[?$][\w\u00b7-\u203f]+|"
    r"(?P<name>[^\W\d_][\w.-]*)?:(?:[\w:%.~-]|\\.)*|"
    r"(?P<word>[A-Za-z_]\w*)|"
    r"(?P<brace>[{}])|"
    r"(?P<number>\d+)",
    re.DOTALL,
)
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_FORBIDDEN = {
    "SERVICE": "SERVICE is refused: this endpoint asks no other",
    "LOAD": "LOAD is refused: this endpoint only reads",
    "INSERT": "updates are refused: this endpoint only reads",
    "DELETE": "updates are refused: this endpoint only reads",
    "CLEAR": "updates are refused: this endpoint only reads",
    "DROP": "updates are refused: this endpoint only reads",
    "CREATE": "updates are refused: this endpoint only reads",
}
_FORMS = {"SELECT", "CONSTRUCT", "DESCRIBE", "ASK"}


class Refused(ValueError):
    """The query may not be run; the message says why."""


def check(query: str) -> None:
    """Raises ``Refused`` where the query would write, load, or ask another endpoint."""
    decoded = _CODEPOINT.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), query)
    for text in (query, decoded):
        for match in _TOKEN.finditer(text):
            word = (match["word"] or "").upper()
            if word in _FORBIDDEN:
                raise Refused(_FORBIDDEN[word])


def limited(query: str, most: int) -> str:
    """The query with a LIMIT of at most ``most`` rows; an ASK, or text that is no whole query, is left as it is."""
    depth, form, groups = 0, "", 0
    limit: re.Match[str] | None = None
    values: re.Match[str] | None = None
    expects = False
    for match in _TOKEN.finditer(query):
        if match["brace"]:
            depth += 1 if match["brace"] == "{" else -1
            groups += match["brace"] == "}" and depth == 0
        elif match["word"] and depth == 0:
            word = match["word"].upper()
            form = form or (word if word in _FORMS else "")
            expects = word == "LIMIT"
            if word == "VALUES" and groups:
                values = values or match
        elif match["number"] and depth == 0 and expects:
            limit, expects = match, False
    if form not in ("SELECT", "CONSTRUCT", "DESCRIBE") or depth:  # unbalanced: left for the parser to say where
        return query
    if limit:
        asked = int(limit[0][:18])
        return query if asked <= most else f"{query[: limit.start()]}{most}{query[limit.end() :]}"
    place = values.start() if values else len(query)
    return f"{query[:place].rstrip()}\nLIMIT {most}\n{query[place:]}"


def with_prefixes(query: str, prefixes: Mapping[str, str]) -> str:
    """The query with those of ``prefixes`` declared that it uses without declaring them. They stand on its first line,
    so that a parser's line numbers stay right."""
    used: set[str] = set()
    declared: set[str] = set()
    after_prefix = False
    for match in _TOKEN.finditer(query):
        if match["word"] and match["word"].upper() == "PREFIX":
            after_prefix = True
        elif match["name"] is not None:
            (declared if after_prefix else used).add(match["name"])
            after_prefix = False
    missing = sorted((used - declared) & set(prefixes))
    return "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in missing) + query
