"""All time expressions of an article: the longest reading at each place, less the words that are names, ages, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from kg.annotations import TimeExpression
from kg.extract.time.grammar import Node, Parser, grammar
from kg.extract.time.lattice import Edge, Lattice
from kg.extract.time.lexicon import context, context_words, entries, number_forms, readings
from kg.extract.time.meaning import Context, value
from kg.extract.time.separate import separated
from kg.text.clitics import proclitic_lengths
from kg.text.document import Document, Sentence, Token

_EXPRESSION = "expression"
_ARTICLE = "\u0627\u0644"
_QUOTES = frozenset("\"'«»“”")
_REACH = 10  # words over which a verb in the future reaches
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DIGIT = re.compile(r"\d")
_FIRST_YEAR, _LAST_YEAR = 1800, 2100  # a bare number of four digits outside them is no year


def find_times(doc: Document) -> list[TimeExpression]:
    """Every time expression of ``doc``, in order, none inside another. ``value`` is EDTF, None where the words cannot be
    resolved. Relative ones are resolved against ``doc.published``; where that is None, against a full date after a
    word such as «تاريخ النشر» in the article, and where there is none they stay None."""
    reference = parse_day(doc.published) or dateline(doc)
    found = []
    tokens, sentences = separated(doc)
    for sentence in sentences:
        day = None
        for node in nodes(doc.text, tokens, sentence):
            told = expression(tokens, node, sentence, Context(reference, day=day))
            day = parse_day(told.value) if told.value and _DAY.match(told.value) else day
            found.append(told)
    return found


def parse_day(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None for None and for what is no such date."""
    if not published:
        return None
    try:
        return date.fromisoformat(published.strip()[:10])
    except ValueError:
        return None


def expression(tokens: list[Token], node: Node, sentence: Sentence, context: Context) -> TimeExpression:
    """The annotation of a reading, resolved against ``context``."""
    anchored = _counted_from_text(tokens, node, node.end)
    to_come = _is_to_come(tokens, node.first, sentence.first)
    period = None if anchored else value(node, replace(context, to_come=to_come))
    return TimeExpression(
        node.start, tokens[node.end - 1].end, period.text if period else None, f"time/{_meaning(node).alternative.rule}"
    )


def nodes(text: str, tokens: list[Token], sentence: Sentence) -> Iterator[Node]:
    """The readings of a sentence, the longest at each place from the left, none inside another."""
    parser = Parser(Lattice(text, tokens, sentence.last))
    first_words, listed, numbers = starters(), entries(), number_forms()
    i = sentence.first
    while i < sentence.last:
        norm = tokens[i].norm
        if norm not in first_words and (norm.isalpha() or not _DIGIT.search(norm)):
            i += 1
            continue
        entry = listed.get(norm)
        following = tokens[i + 1].norm if i + 1 < sentence.last else ""
        if entry is not None and not entry.alone and following not in entry.followed and norm not in numbers:
            i += 1  # a word that is one of time only with others («في وقت سابق»)
            continue
        chosen, after = None, i + 1
        for node in parser.match(_EXPRESSION, i):
            verdict = judge(tokens, node, sentence)
            if verdict > 0:
                chosen = node
                break
            if verdict < 0:  # a name: what it covers is no time, whatever shorter readings it has
                after = node.end
                break
        if chosen is not None:
            yield chosen
            after = chosen.end
        i = after


@lru_cache(maxsize=1)
def starters() -> frozenset[str]:
    """Folded words with which a time expression may begin."""
    first = grammar().first[_EXPRESSION]
    return frozenset(w for w, rs in readings().items() if any(r.category in first for r in rs)) | number_forms().keys()


def _meaning(node: Node) -> Node:
    """The first node below rules that only pass a meaning on."""
    while node.alternative.means == "same":
        parts = [p for _, p in node.bound if isinstance(p, Node)]
        if not parts:
            break
        node = parts[0]
    return node


def _edges(node: Node) -> Iterator[Edge]:
    for _, part in node.bound:
        if isinstance(part, Node):
            yield from _edges(part)
        else:
            yield part


def is_weak(node: Node) -> bool:
    """Is it a time only where a word before says so: a bare year, month or feast?"""
    weak, end, first = node.alternative.weak, node.end, node.first
    if node.alternative.means == "about":
        return any(is_weak(part) for _, part in node.bound if isinstance(part, Node))
    if weak == "always" or (weak == "unsure" and any(not e.sure for e in _edges(node))):
        return True
    return any(
        isinstance(part, Node) and part.end == end and part.first == first and is_weak(part) for _, part in node.bound
    )


def judge(tokens: list[Token], node: Node, sentence: Sentence) -> int:
    """1: a time. 0: not this reading. -1: a name or another thing, with all its words."""
    w = context_words()
    i, end = node.first, node.end
    before = tokens[i - 1].norm if i > sentence.first else ""
    after = tokens[end].norm if end < sentence.last else ""
    kinds = {e.category for e in _edges(node)}
    bare = _bare(before)
    if (
        kinds & {"MONTH", "HMONTH", "WEEKDAY", "RELATIVE_DAY", "YEAR_NUMBER", "THE_UNIT", "SEASON"}
        and i > sentence.first
    ):
        if "RELATIVE_DAY" in kinds:
            if bare in w["media_before"] and end == i + 1:
                return -1
        elif ("THE_UNIT" in kinds and bare in w["general_before"]) or (
            kinds & {"MONTH", "HMONTH", "WEEKDAY"} and bare in w["names_before"] and "SHIFT" not in kinds
        ):
            return -1
    if kinds == {"RELATIVE_DAY"} and end == i + 1 and after in w["not_after_today"]:
        return -1
    if kinds == {"WEEKDAY"} and after in w["not_after_weekday"]:
        return -1
    if i > sentence.first and before in _QUOTES and after in _QUOTES and kinds & {"RELATIVE_DAY", "MONTH", "WEEKDAY"}:
        return -1
    if _is_day_of(node, after) or _is_no_interval(node):
        return 0
    if kinds == {"MONTH"} and after in w["not_after_month"]:
        return -1
    if "DECADE" in kinds and (
        after in w["age_after"] or (end + 1 < sentence.last and tokens[end + 1].norm in w["age_after"])
    ):
        return -1
    if is_weak(node):
        if bare not in w["time_before"]:
            return 0
        if "YEAR_NUMBER" in kinds and (after in w["counted_after"] or not _is_year(node)):
            return 0
    return 1


def _is_day_of(node: Node, after: str) -> bool:
    """«قبل يوم الزفاف» counts no day: the noun after it says which."""
    meant = _meaning(node)
    amounts = [p for _, p in meant.bound if isinstance(p, Node)]
    if meant.alternative.means not in ("ago", "later", "since_ago") or len(amounts) != 1:
        return False
    if amounts[0].alternative.means != "amount_one":
        return False
    contract = any(e.value == "decade" for e in _edges(amounts[0]))  # the word also means holding (a meeting)
    return after.startswith(_ARTICLE) or (contract and after[:1].isalpha() and (after,) not in context()["of"])


def _is_no_interval(node: Node) -> bool:
    """«من 15 إلى 30 كلم»: neither end tells a month."""
    meant = _meaning(node)
    last = meant.get("b")
    return isinstance(last, Node) and _meaning(last).alternative.means == "day_of_other"


def _bare(word: str) -> str:
    """``word`` less a و or ف written on to it."""
    w = context_words()
    for length in proclitic_lengths(word):
        rest = word[length:]
        if any(
            rest in words for words in (w["names_before"], w["media_before"], w["general_before"], w["time_before"])
        ):
            return rest
    return word


def _is_year(node: Node) -> bool:
    return all(_FIRST_YEAR <= e.value <= _LAST_YEAR for e in _edges(node) if e.category == "YEAR_NUMBER")


def _is_to_come(tokens: list[Token], first: int, begin: int) -> bool:
    """Does a word of the future («المقرر», «سيلتقي») stand a few words before in the sentence?"""
    w = context_words()["future_before"]
    for k in range(max(first - _REACH, begin), first):
        word = tokens[k].norm
        if word in w or word[1:] in w:
            return True
    return False


def _counted_from_text(tokens: list[Token], node: Node, end: int) -> bool:
    """«قبل ثلاثة أيام من الانتخابات»: counted from something that the text tells."""
    if _meaning(node).alternative.means not in ("ago", "later") or end + 1 >= len(tokens):
        return False
    of = {seq[0] for seq in context()["of"]}
    if tokens[end].norm not in of:
        return False
    told = tokens[end + 1].text
    possessive = len(told) > 4 and told.endswith(tuple(context_words()["possessives"]))
    return possessive or tokens[end + 1].norm in context_words()["anchor_after"]


def dateline(doc: Document) -> date | None:
    """The date of publication that the article itself tells: a full date after a word of ``dateline``."""
    marks = context()["dateline"]
    heads = {mark[0] for mark in marks}
    for sentence in doc.sentences:
        tokens = doc.tokens
        for i in range(sentence.first, sentence.last):
            if tokens[i].norm not in heads:
                continue
            for mark in sorted(marks):
                j = i + len(mark)
                if tuple(t.norm for t in tokens[i:j]) != mark:
                    continue
                parser = Parser(Lattice(doc.text, tokens, sentence.last))
                for k in range(j, min(j + 3, sentence.last)):
                    for node in parser.match("core_day", k):
                        period = value(node, Context(None))
                        if period and period.unit == "day" and period.first:
                            return period.first
    return None
