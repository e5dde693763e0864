"""Furniture of the page: share buttons, copyright lines, tags, "read also" and the stories that follow, comments.

Which words they are stands in ``kg/lang/ar/furniture.yaml``, with examples; here is only how a line is looked at. A long
line is never taken as a whole, so what is eaten by mistake is at most a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.lang import DataError, load
from kg.read.metadata import is_stamp
from kg.record import Span
from kg.text.normalize import fold, original_index

FILE = "furniture.yaml"
_LONGEST = 400  # no rule takes a longer line
_TOP, _END = 8, 12  # lines that count as the top and the end of a text
_LINK = 120  # letters of a link's line at the most
_LINKS = 12  # links under a heading at the most
_BEFORE = 200  # letters of article before another story at the least
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_EDGES = " \t\r\f\v\u00a0.\u060c,;!\u061f?\u00ab\u00bb\"\u201c\u201d'\u2019()[]{}|/\\\u2013\u2014_*\u2022\u2026<>\u2190\u2192+-=~\u0640#:"
_NUMBER = re.compile(r"\(\s*\d+\s*\)|\d+")
_ADDRESS = re.compile(r"(?:[^\s@]+@[^\s@]*|https?://\S+|www\.\S+|@\w+)[,|]?")
_MATCHES = ("line", "start", "contain", "head", "tail", "heading", "story")


class Line(NamedTuple):
    """A line that is not blank, less the blanks at its ends. ``after_blank``: an empty line stands before it."""

    start: int
    end: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the file. ``longest`` counts letters; ``where`` is "top", "end" or "any"."""

    name: str
    match: str
    where: str
    longest: int
    ends: bool


@dataclass(frozen=True)
class _Rules:
    """The file, compiled: phrases are folded, numbers in them are ``#``."""

    lines: dict[str, tuple[Rule, ...]]  # line, heading, story: the whole line
    starts: dict[str, tuple[tuple[str, Rule], ...]]  # first word: phrases
    contains: tuple[tuple[str, Rule], ...]
    heads: tuple[tuple[re.Pattern[str], Rule], ...]
    tails: tuple[tuple[str, re.Pattern[str], Rule], ...]


def find_furniture(text: str) -> tuple[Span, ...]:
    """The spans of ``text`` that are no article: sorted, apart from one another, without blanks at their ends."""
    lines = _lines(text)
    rules = _rules()
    keys = [_key(text[line.start : line.end]) if line.end - line.start <= _LONGEST else "" for line in lines]
    apart = sum(line.after_blank for line in lines) * 2 > len(lines)  # empty lines between the paragraphs of this text
    spans: list[Span] = []
    ended_at = -9  # the last line seen at which the article ended
    index = 0
    while index < len(lines):
        line = lines[index]
        rule = _whole(text, line, keys[index], index, len(lines), rules)
        if rule is None:
            spans += _parts(text, line, index, len(lines), rules)
            index += 1
            continue
        if rule.ends:
            ended_at = index
        ended = index - ended_at <= 3 and line.start >= _BEFORE
        if rule.match == "story" and ended and index + 1 < len(lines):
            spans.append(Span(line.start, lines[-1].end))
            break
        spans.append(Span(line.start, line.end))
        index += 1
        if rule.match in ("heading", "story"):
            last = _links(text, lines, index, apart)
            spans += (Span(item.start, item.end) for item in lines[index:last])
            index = last
    return tuple(spans)


def _lines(text: str) -> list[Line]:
    lines = []
    previous = 0
    for found in _LINE.finditer(text):
        piece = found.group()
        start = found.start() + len(piece) - len(piece.lstrip())
        lines.append(Line(start, start + len(piece.strip()), text.count("\n", previous, start) > 1))
        previous = found.end()
    return lines


def _key(line: str) -> str:
    """A line as phrases are compared: folded, numbers as #, one blank between words, no punctuation around. The marks
    that end a label (:, /, |) are kept inside."""
    return _NUMBER.sub("#", " ".join(fold(line).split())).strip()


def _bare(key: str) -> str:
    """A key without punctuation at its ends (a number at its end is kept)."""
    return key.strip(_EDGES.replace("#", ""))


def _whole(text: str, line: Line, key: str, index: int, count: int, rules: _Rules) -> Rule | None:
    """The rule that takes the whole line, None where it is article."""
    if not key:
        return None
    bare = _bare(key)
    for rule in rules.lines.get(bare, ()):
        if _placed(rule, index, count):
            return rule
    length = line.end - line.start
    opened = key.lstrip(_EDGES.replace("#", "").replace("(", ""))
    first = opened.partition(" ")[0]
    for word in {first, first.rstrip(":"), first.partition(":")[0] + ":"}:
        for phrase, rule in rules.starts.get(word, ()):
            if length <= rule.longest and _begins(opened, phrase) and _placed(rule, index, count):
                return rule
    for phrase, rule in rules.contains:
        if phrase in key and length <= rule.longest and _placed(rule, index, count):
            return rule
    if ("@" in key or "://" in key or "www." in key) and all(
        map(_ADDRESS.fullmatch, text[line.start : line.end].split())
    ):
        return _CONTACT
    if (index < _TOP or index >= count - _END) and "#" in key and is_stamp(text[line.start : line.end]):
        return _STAMP
    return None


_CONTACT = Rule("address", "line", "any", _LONGEST, False)
_STAMP = Rule("stamp", "line", "any", _LONGEST, False)


def _begins(key: str, phrase: str) -> bool:
    """Does ``key`` begin with ``phrase``, and end a word there?"""
    if not key.startswith(phrase):
        return False
    return len(key) == len(phrase) or not phrase[-1].isalnum() or not key[len(phrase)].isalnum()


def _placed(rule: Rule, index: int, count: int) -> bool:
    if rule.where == "top":
        return index < _TOP and index < count - 1
    return rule.where == "any" or index >= count - _END


def _parts(text: str, line: Line, index: int, count: int, rules: _Rules) -> list[Span]:
    """Furniture glued to the beginning or the end of a line of article."""
    spans = []
    if index < 3:
        piece = text[line.start : line.start + 100]
        folded = fold(piece)
        for pattern, _ in rules.heads:
            found = pattern.match(folded)
            if found:
                spans.append(Span(line.start, line.start + original_index(piece, found.end())))
                break
    if index >= count - 3:
        start = max(line.start, line.end - _LONGEST)
        piece = text[start : line.end]
        folded = fold(piece)
        for phrase, pattern, rule in rules.tails:
            if phrase not in folded:
                continue
            found = None
            for found in pattern.finditer(folded):  # noqa: B007 - the last one counts
                pass
            if found and len(folded) - found.start(1) <= rule.longest:
                spans.append(Span(start + original_index(piece, found.start(1)), line.end))
                break
    return [span for span in spans if span.end > span.start]


def _links(text: str, lines: list[Line], first: int, apart: bool) -> int:
    """How far the links under a heading go: all short lines to the end of the text; where article follows, one link, or
    the links to the next empty line."""
    last = first
    while last < len(lines) and last - first < _LINKS and _is_link(text, lines[last]):
        last += 1
    if last == len(lines) or last == first:
        return last
    gap = next((i for i in range(first + 1, last + 1) if lines[i].after_blank), None)
    if apart:
        return gap if gap is not None else first + 1
    return first + 1


def _is_link(text: str, line: Line) -> bool:
    return line.end - line.start <= _LINK and text[line.end - 1] not in ".\u060c"


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    """The file, compiled. Raises ``DataError`` naming the rule that is wrong."""
    lines: dict[str, list[Rule]] = {}
    starts: dict[str, list[tuple[str, Rule]]] = {}
    contains, heads, tails = [], [], []
    for number, item in enumerate(load(FILE)["rules"], 1):
        try:
            longest, where = int(item.get("longest", _LONGEST)), item.get("where", "any")
            rule = Rule(item["rule"], item["match"], where, longest, bool(item.get("ends", False)))
            phrases = [_key(str(word)) for word in item["words"]]
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(f"kg/lang/ar/{FILE}, rule {number}: {error!r} is missing or wrong") from error
        if rule.match not in _MATCHES or where not in ("top", "end", "any"):
            raise DataError(f"kg/lang/ar/{FILE}, rule {rule.name}: no such match or where: {rule.match}, {where}")
        for phrase in phrases:
            if rule.match in ("line", "heading", "story"):
                lines.setdefault(_bare(phrase), []).append(rule)
            elif rule.match == "start":
                starts.setdefault(phrase.partition(" ")[0], []).append((phrase, rule))
            elif rule.match == "contain":
                contains.append((phrase, rule))
            elif rule.match == "head":
                heads.append((re.compile(re.escape(phrase) + r"(?!\w)"), rule))
            else:
                # only after the end of a sentence, or as the whole of the line
                ended = r"(?:^|[.!\u061f?\u00bb\u201d\"\u2026)]\s*|\s(?=\w+ \w+ \w+ https?:))"
                tails.append((phrase, re.compile(ended + "(" + re.escape(phrase) + r"(?!\w))"), rule))
    return _Rules(
        {key: tuple(value) for key, value in lines.items()},
        {key: tuple(value) for key, value in starts.items()},
        tuple(contains),
        tuple(heads),
        tuple(tails),
    )
