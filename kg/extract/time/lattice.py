"""What each word of an article may be for the grammar of time: edges from token to token.

A word has several readings («الأحد» Sunday, «ربيع الأول» a month, «ربيع» spring), of one or more tokens; the grammar
chooses. Numbers become edges of every category that they might serve (3 is a day, an hour, a count).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from kg.extract.time import numbers
from kg.extract.time.lexicon import CLITICS, Reading, entries, misspelt, number_forms, readings
from kg.text.document import Token

_AND, _ARTICLE, _HIJRI, _GREGORIAN = "\u0648", "\u0627\u0644", "\u0647", "\u0645"
_MAX_DIGITS = 15
# ordinals that only compounds or clock hours use come from numbers.yaml; hours are feminine, so are not told apart here
_MIXED = re.compile(r"([^\W\d]*?)(\d+)([^\W\d]*)")
_SEP = r"\s?([/.\-\u2013])\s?"
_NUMERIC_DATE = re.compile(rf"(\d{{1,4}}){_SEP}(\d{{1,4}})(?:\s?\2\s?(\d{{1,4}}))?(?![\d:])(?![.,/\-]\d)")
_CLOCK = re.compile(r"(\d{1,2})\s?[:.]\s?(\d{2})(?:[:](\d{2}))?(?![\d/\-])")
_JOINED = ("/", "-", ".", ":")  # a number after one of them is the rest of another


class Edge(NamedTuple):
    """A reading of the tokens up to ``end`` (exclusive). ``clitic`` is the mark of the particle written on to the first
    of them, ``start`` the offset in the text after it; ``sure`` as on ``lexicon.Reading``."""

    category: str
    value: Any
    end: int
    clitic: str
    start: int
    sure: bool


class NumericDate(NamedTuple):
    """Three numbers as written, in order; ``c`` is 0 where there are but two. ``widths`` are the digits of each."""

    a: int
    b: int
    c: int
    widths: tuple[int, int, int]
    separator: str


def _is_date(n: NumericDate) -> bool:
    """Do the widths of the numbers look like a date: 3/5/2018, 2018-05-03, 03-05-18, 3/5, 12/2010?"""
    a, b, c = n.widths
    if c:
        return b <= 2 and ((a == 4 and c <= 2) or (a <= 2 and c in (2, 4)))
    return n.separator == "/" and ((a <= 2 and b <= 2) or (a <= 2 and b == 4))


class Lattice:
    """Edges of the tokens ``first`` to ``last`` (one sentence), made when asked for."""

    def __init__(self, text: str, tokens: Sequence[Token], last: int) -> None:
        self.text = text
        self.tokens = tokens
        self.last = last
        self._made: dict[int, dict[str, list[Edge]]] = {}
        self._kinds: dict[int, frozenset[str]] = {}

    def edges(self, i: int) -> dict[str, list[Edge]]:
        """Category -> edges that begin with token ``i``; empty for a word that is none of time."""
        try:
            return self._made[i]
        except KeyError:
            made = self._made[i] = self._make(i) if i < self.last else {}
            return made

    def kinds(self, i: int) -> frozenset[str]:
        """The categories of ``edges(i)``."""
        kinds = self._kinds.get(i)
        if kinds is None:
            kinds = self._kinds[i] = frozenset(self.edges(i))
        return kinds

    def _make(self, i: int) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {}

        def add(category: str, value: Any, end: int, clitic: str, start: int, sure: bool = True) -> None:
            found.setdefault(category, []).append(Edge(category, value, end, clitic, start, sure))

        token = self.tokens[i]
        word = token.norm
        entry = entries().get(word)
        if entry is not None:
            for r in entry.alone:
                add(r.category, r.value, i + 1, r.clitic, token.offset(r.letters), r.sure)
            if entry.followed and i + 1 < self.last:
                for r in entry.followed.get(self.tokens[i + 1].norm, ()):
                    end = self._tail(r, i)
                    if end:
                        add(r.category, r.value, end, r.clitic, token.offset(r.letters), r.sure)
        if word == _AND and i + 1 < self.last:  # a particle written apart: «20 و 24»
            for category, edges in self.edges(i + 1).items():
                found.setdefault(category, []).extend(e._replace(clitic="and") for e in edges if e.clitic == "")
        if any(c.isdigit() for c in word):
            self._digits(i, token, add)
        elif token.kind == "word":
            self._number_words(i, token, add)
            if not found:
                self._misspelt(i, token, add)
        return found

    def _tail(self, reading: Reading, i: int) -> int:
        end = i + 1 + len(reading.tail)
        if end > self.last:
            return 0
        for k, word in enumerate(reading.tail, i + 1):
            if self.tokens[k].norm != word:
                return 0
        return end

    def _digits(self, i: int, token: Token, add: Any) -> None:
        parts = _MIXED.fullmatch(token.norm)
        if not parts or len(parts[2]) > _MAX_DIGITS:
            return
        prefix, digits, suffix = parts.groups()
        definite = prefix.endswith(_ARTICLE)
        clitic = prefix.removesuffix(_ARTICLE) if definite else prefix
        if prefix == _ARTICLE[1] * 2:
            clitic, definite = _ARTICLE[1], True
        if (clitic and clitic not in CLITICS) or suffix not in ("", _HIJRI, _GREGORIAN):
            return
        mark = CLITICS[clitic] if clitic else ""
        start = token.offset(len(prefix) if not definite else len(clitic))
        value, width, end = int(digits), len(digits), i + 1
        if suffix == _HIJRI:
            add("HIJRI_YEAR_NUMBER", value, end, mark, start)
            return
        if width == 4 and 1000 <= value <= 2199:
            add("YEAR_NUMBER", value, end, mark, start)
            if 1300 <= value <= 1500 and not suffix:
                add("HIJRI_YEAR_NUMBER", value, end, mark, start)
        if suffix:
            return
        if width <= 2 and 1 <= value <= 31:
            add("DAY_NUMBER", value, end, mark, start)
        if 2 <= width <= 3 and value > 0:
            add("SHORT_YEAR", value, end, mark, start)
        if width <= 2 and value <= 24:
            add("HOUR_NUMBER", value, end, mark, start)
        add("COUNT", value, end, mark, start)
        self._written(token.offset(len(prefix)), mark, add)

    def _written(self, at: int, mark: str, add: Any) -> None:
        """Numeric dates and clock times that begin with the digit at offset ``at``."""
        found = _NUMERIC_DATE.match(self.text, at)
        if found and self.text[at - 1 : at] not in _JOINED:
            a, separator, b, c = found.groups()
            value = NumericDate(int(a), int(b), int(c or 0), (len(a), len(b), len(c or "")), separator)
            end = self._token_end(found.end())
            if end and _is_date(value):
                add("NUMERIC_DATE", value, end, mark, at)
        found = _CLOCK.match(self.text, at)
        if found and int(found[1]) <= 24 and int(found[2]) <= 59:
            end = self._token_end(found.end())
            if end:
                kind = "CLOCK" if ":" in found.group() else "DOT_CLOCK"
                add(kind, (int(found[1]), int(found[2])), end, mark, at)

    def _token_end(self, offset: int) -> int:
        """The index after the token that ends at ``offset``; 0 where none of the sentence does (an era may follow)."""
        i = self._index_from(offset)
        return i if i and i <= self.last else 0

    def _index_from(self, offset: int) -> int:
        low, high = 0, self.last
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end < offset:
                low = middle + 1
            else:
                high = middle
        if low >= self.last:
            return 0
        token = self.tokens[low]
        if token.end == offset:
            return low + 1
        rest = self.text[offset : token.end].strip("\u0640")  # «2015م», «1445هـ»: the era is written on
        return low + 1 if token.start < offset and rest in (_HIJRI, _GREGORIAN) else 0

    def _misspelt(self, i: int, token: Token, add: Any) -> None:
        """A month beside digits, a weekday after the word for day."""
        beside = [self.tokens[k] for k in (i - 1, i + 1) if 0 <= k < self.last]
        if any(t.kind == "number" for t in beside):
            month = misspelt(token.norm, "MONTH")
            if month is not None:
                add("MONTH", month, i + 1, "", token.start, False)
        if i and any(r.category == "DAY" for r in readings().get(self.tokens[i - 1].norm, ())):
            weekday = misspelt(token.norm, "WEEKDAY")
            if weekday is not None:
                add("WEEKDAY", weekday, i + 1, "", token.start, False)

    def _number_words(self, i: int, token: Token, add: Any) -> None:
        for word, mark, letters in number_forms().get(token.norm, ()):
            self._one_number(i, word, mark, token.offset(letters), add)

    def _one_number(self, i: int, word: str, mark: str, start: int, add: Any) -> None:
        ordinal = numbers.read_ordinal(self.tokens, i, word, self.last)
        if ordinal:
            value, end = ordinal
            add("ORDINAL", value, end, mark, start)
            if value % 10 == 0 and value >= 20:  # «السنوات العشرين الماضية»
                add("COUNT", value, end, mark, start)
            if value <= 31:
                add("DAY_NUMBER", value, end, mark, start)
            if value <= 12:
                add("HOUR_NUMBER", value, end, mark, start)
            return
        number = numbers.read(self.tokens, i, word, self.last)
        if number is None and word.startswith(_ARTICLE):  # «الأربعة»
            number = numbers.read(self.tokens, i, word[len(_ARTICLE) :], self.last)
        if number is None or isinstance(number.value, float):
            return
        n, end = number.value, number.end
        add("COUNT", n, end, mark, start)
        if 1 <= n <= 31:
            add("DAY_NUMBER", n, end, mark, start, False)
        if 1 <= n <= 12:
            add("HOUR_NUMBER", n, end, mark, start, False)
        if 1000 < n <= 2199:
            add("LONG_YEAR", n, end, mark, start)
