"""An article as the extractors see it: tokens with exact offsets, sentences, paragraphs, quotations.

The words are those of camel-tools' ``simple_word_tokenize``; this module finds each again in the text, so that every
token knows where it stands. Nothing here changes the text.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from camel_tools.tokenizers.word import simple_word_tokenize

from kg.record import Span
from kg.text.clitics import Split, splits
from kg.text.normalize import fold, is_arabic, original_index


@dataclass(slots=True, frozen=True)
class Token:
    """A word, number or punctuation mark. ``norm`` is its folded form; ``sentence`` and ``index`` are positions."""

    index: int
    start: int
    end: int
    text: str
    norm: str
    sentence: int
    kind: str  # "word" (has a letter), "number" (digits only), "punct"

    @property
    def splits(self) -> tuple[Split, ...]:
        """Every clitic reading of the word, the plainest first."""
        return splits(self.norm)

    def offset(self, folded_index: int) -> int:
        """The place in the text of letter number ``folded_index`` of ``norm``; ``len(norm)`` is the token's end."""
        if folded_index <= 0:
            return self.start
        if folded_index >= len(self.norm):
            return self.end
        return self.start + (
            folded_index if len(self.text) == len(self.norm) else original_index(self.text, folded_index)
        )


@dataclass(slots=True, frozen=True)
class Sentence:
    """Tokens ``first`` (inclusive) to ``last`` (exclusive). ``paragraph`` counts lines that are not blank."""

    index: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int


@dataclass
class Document:
    """One article, tokenized. ``skip`` are spans of furniture: sentences do not reach into them, so no extractor does.

    ``published`` is the ISO date of publication or None. ``title`` is the given title, or None.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str = "ar"
    skip: tuple[Span, ...] = ()
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Spans inside quotation marks (the marks left outside), in order of their start; none inside another."""
        return tuple(quoted_spans(self.text))

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after ``offset`` (``len(tokens)`` where there is none)."""
        i = bisect.bisect_right(self._starts, offset) - 1
        if i >= 0 and self.tokens[i].end > offset:
            return i
        return i + 1

    def tokens_in(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that share a character with ``text[start:end]``."""
        i = self.token_at(start)
        j = bisect.bisect_left(self._starts, end)
        return self.tokens[i:j]

    def sentence_of(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``; None in furniture."""
        i = self.token_at(offset)
        if i < len(self.tokens) and self.tokens[i].start <= offset:
            return self.sentences[self.tokens[i].sentence]
        for s in self.sentences:
            if s.start <= offset < s.end:
                return s
        return None


_LINE = re.compile(r"[^\n]+")
# A stop ends a sentence unless a digit or Latin letter follows at once (1.5, U.S.), or further stops do.
_STOP = re.compile(r"[.!?\u061f\u06d4\u2026]+(?=[\s\"'»”’)\]\u00a0]|$|[\u0621-\u064a])")
_CLOSERS = "\"'»”’)]"


def _sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        stop_end = stop.end()
        # an initial («د. محمد», «أ.ف.ب») does not end a sentence
        word = re.search(r"[^\s.]*$", text[begin : stop.start()])
        if stop.group() == "." and word and len(word.group()) <= 1:
            continue
        while stop_end < end and text[stop_end] in _CLOSERS:
            stop_end += 1
        if text[begin:stop_end].strip():
            spans.append((begin, stop_end))
        begin = stop_end
    if text[begin:end].strip():
        spans.append((begin, end))
    return spans


_PAIRS = {"«": "»", "“": "”", "‹": "›", "„": "”"}
_BOTH = '"”“'


def quoted_spans(text: str) -> list[Span]:
    """Spans inside quotation marks of every kind, marks outside. A quotation may run over sentences but not over a
    blank line; an opening mark that is never closed quotes to the end of its line. ``''`` and ``"`` count as marks,
    and “ ” are taken by turns where an outlet uses them carelessly (”…“, “…“)."""
    found: list[Span] = []
    for para in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        i, end = para.start(), para.end()
        while i < end:
            c = text[i]
            if c in _PAIRS and c != "“":
                j = text.find(_PAIRS[c], i + 1, end)
            elif c in _BOTH:
                hits = [k for k in (text.find(b, i + 1, end) for b in _BOTH) if k >= 0]
                j = min(hits, default=-1)
            else:
                i += 1
                continue
            if j < 0:
                line_end = text.find("\n", i, end)
                j = line_end if line_end >= 0 else end
                if j - i > 3 and c != "”":
                    found.append(Span(i + 1, j))
                i += 1
                continue
            if j > i + 1:
                found.append(Span(i + 1, j))
            i = j + 1
    return found


def _kind(word: str) -> str:
    if any(c.isalpha() for c in word):
        return "word"
    return "number" if any(c.isdigit() for c in word) else "punct"


def analyse(
    id: str,
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    url: str | None = None,
    skip: Sequence[Span] = (),
) -> Document:
    """Tokenizes an article. ``skip`` spans are left without tokens. Cost is linear in the length of ``text``."""
    doc = Document(
        id=id,
        text=text,
        title=title,
        published=published,
        source=source,
        url=url,
        language="ar" if is_arabic(text) else "und",
        skip=tuple(sorted(skip)),
    )
    paragraph = -1
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        paragraph += 1
        for start, end in _pieces(line.start(), line.end(), doc.skip):
            for s, e in _sentence_spans(text, start, end):
                first = len(doc.tokens)
                place = s
                for word in simple_word_tokenize(text[s:e]):
                    at = text.find(word, place, e)
                    if at < 0:  # the tokenizer altered the word: pass it over rather than guess where it stood
                        continue
                    doc.tokens.append(
                        Token(len(doc.tokens), at, at + len(word), word, fold(word), len(doc.sentences), _kind(word))
                    )
                    place = at + len(word)
                if len(doc.tokens) > first:
                    doc.sentences.append(
                        Sentence(
                            len(doc.sentences),
                            first,
                            len(doc.tokens),
                            doc.tokens[first].start,
                            doc.tokens[-1].end,
                            paragraph,
                        )
                    )
    return doc


def sentence_bounds(text: str, skip: Sequence[Span] = ()) -> list[tuple[int, int]]:
    """The sentences of ``text`` as (start, end), white space trimmed, without the cost of tokenizing them."""
    bounds = []
    furniture = sorted(skip)
    for line in _LINE.finditer(text):
        for start, end in _pieces(line.start(), line.end(), furniture):
            for s, e in _sentence_spans(text, start, end):
                inside = text[s:e]
                trimmed = inside.strip()
                s += len(inside) - len(inside.lstrip())
                bounds.append((s, s + len(trimmed)))
    return bounds


def _pieces(start: int, end: int, skip: Sequence[Span]) -> list[tuple[int, int]]:
    """``start:end`` less the spans of ``skip`` (sorted)."""
    pieces = []
    for span in skip:
        if span.end <= start or span.start >= end:
            continue
        if span.start > start:
            pieces.append((start, span.start))
        start = max(start, span.end)
    if start < end:
        pieces.append((start, end))
    return pieces
