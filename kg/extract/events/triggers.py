"""Which words of an article may tell an event: the readings of the lexicon that hold where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.events.lexicon import VERBAL, Entry, Lexicon, Reading, lexicon
from kg.extract.events.words import ClauseWords, clause_words, keys
from kg.text.clitics import Split
from kg.text.document import Document, Token

_WAW, _FA, _BA, _LAM, _KAF, _SIN = "\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0633"
_VERB_PREFIXES = frozenset(("", _WAW, _FA))
_FUTURE_PREFIXES = frozenset((_SIN, _WAW + _SIN, _FA + _SIN))
_PRESENT_PREFIXES = _VERB_PREFIXES | _FUTURE_PREFIXES | {_LAM, _WAW + _LAM}
_FIRST_PERSON = frozenset(("\u064a", "\u0643"))  # rare in news, and mostly another word


@dataclass(slots=True)
class Trigger:
    """A word (or fixed phrase) that tells an event. Tokens ``first`` to ``last`` (exclusive); ``split`` is the clitic
    reading of the first. ``start:end`` is the span less proclitics."""

    entry: Entry
    form: str
    first: int
    last: int
    start: int
    end: int
    split: Split
    sentence: int

    @property
    def verbal(self) -> bool:
        """A finite verb?"""
        return self.form in VERBAL

    @property
    def suffix(self) -> str:
        """The pronoun written on to it, "" if none."""
        return self.split.suffix


def _allowed(reading: Reading, split: Split) -> bool:
    form = reading.form
    if split.suffix in _FIRST_PERSON:
        return False
    if form == "joined" and not split.suffix:
        return False
    if form in ("past", "joined", "passive"):
        return split.prefix in _VERB_PREFIXES and not split.article and not split.definite
    if form == "present":
        return split.prefix in _PRESENT_PREFIXES and not split.article and not split.definite
    if form == "jussive":
        return split.prefix in _VERB_PREFIXES and not split.article
    if split.prefix.endswith(_SIN):
        return False
    if form in ("participle", "victim"):
        return not split.suffix
    return True


class _Finder:
    def __init__(self, doc: Document, lex: Lexicon, words: ClauseWords, closed: Sequence[bool]):
        self.tokens = doc.tokens
        self.sentences = doc.sentences
        self.lex = lex
        self.words = words
        self.closed = closed

    def _any_after(self, i: int, wanted: frozenset[str], within: int, end: int) -> bool:
        return any(keys(t.norm) & wanted for t in self.tokens[i : min(i + within, end)])

    def _phrase(self, i: int, entry: Entry, end: int, whole: bool) -> int | None:
        """Index after the phrase that must follow, or None. ``i`` is the token after the trigger; where the phrase
        does not follow at once, the trigger ends at ``i`` unless ``whole``."""
        for words in entry.phrases:
            for start in range(i, min(i + entry.within, end)):
                stop = start + len(words)
                if stop <= end and all(
                    w == t.norm or w in keys(t.norm) for w, t in zip(words, self.tokens[start:stop], strict=True)
                ):
                    return stop if whole or start == i else i
        return None

    def _noun_context(self, i: int, first: int) -> bool:
        """Does the word before make a noun of a form that may be verb or noun?"""
        if i <= first:
            return False
        before = self.tokens[i - 1]
        if before.kind != "word":
            return False
        w = self.words
        if before.norm in w.prepositions or before.norm in w.adjuncts:
            return True
        if before.norm in w.auxiliaries or before.norm in w.complementizers or before.norm in w.relative:
            return False
        if before.norm in w.subordinators or before.norm in w.prepositions_with_pronoun:
            return False
        if self.closed[i - 1] or self.tokens[i].norm.startswith(_WAW):
            return False
        split = before.splits
        definite = any(s.definite for s in split)
        return not definite

    def _after_preposition(self, i: int, first: int) -> bool:
        return i > first and self.tokens[i - 1].norm in self.words.prepositions

    def _holds(self, reading: Reading, split: Split, i: int, first: int, end: int) -> int | None:
        """Specificity of a reading that holds at token ``i`` (higher is more telling), None where it does not."""
        entry, tokens = reading.entry, self.tokens
        token = tokens[i]
        if entry.forms_out and (split.article + split.stem + split.suffix) in entry.forms_out:
            return None
        if entry.forms_out and token.norm in entry.forms_out:
            return None
        after = i + 1 + len(reading.rest)
        if reading.rest and (
            after > end
            or not all(
                w == t.norm or w in keys(t.norm) for w, t in zip(reading.rest, tokens[i + 1 : after], strict=True)
            )
        ):
            return None
        noun = reading.form in ("noun", "victim")
        if reading.form == "jussive" and not (i > first and tokens[i - 1].norm == self.words.jussive):
            return None
        score = 2 * len(reading.rest)
        if entry.phrases and (not noun or not entry.next):
            if self._phrase(after, entry, end, noun) is None:
                return None
            score += 3
        wanted = entry.next | (entry.noun_next if noun else entry.verb_next)
        if wanted:
            if not self._any_after(after, wanted, entry.within, end):
                return None
            score += 2
        if entry.next_prefix and not any(
            t.norm.startswith(entry.next_prefix) and any(s.prefix for s in t.splits) for t in tokens[after : after + 4]
        ):
            return None
        if entry.not_next and self._any_after(after, entry.not_next, entry.within, end):
            return None
        if entry.prev and not (i > first and keys(tokens[i - 1].norm) & entry.prev):
            return None
        if entry.not_prev and i > first and keys(tokens[i - 1].norm) & entry.not_prev:
            return None
        if entry.near:
            around = tokens[max(first, i - 8) : min(end, i + 9)]
            if not any(keys(t.norm) & entry.near for t in around):
                return None
            score += 2
        return score

    def at(self, i: int, first: int, end: int) -> Trigger | None:
        """The trigger at token ``i`` of a sentence ``first:end``, or None."""
        token = self.tokens[i]
        best: tuple[tuple[int, ...], Reading, Split] | None = None
        noun_context: bool | None = None
        for rank, split in enumerate(token.splits):
            for order, reading in enumerate(self.lex.forms.get(split.stem, ())):
                if not _allowed(reading, split):
                    continue
                score = self._holds(reading, split, i, first, end)
                if score is None:
                    continue
                if noun_context is None:
                    noun_context = self._noun_context(i, first)
                nominal = reading.form not in VERBAL
                if not nominal and self._after_preposition(i, first):
                    continue
                fits = int(nominal == (noun_context or bool(split.article or split.definite)))
                if split.suffix and i > first and not split.prefix and self.tokens[i - 1].kind == "word":
                    fits = int(nominal)  # inside a clause a word with a pronoun is sooner a noun («نفى استقالته»)
                if split.prefix and split.prefix not in _PRESENT_PREFIXES:
                    fits = int(nominal)
                key = (score, fits, -rank, -order)
                if best is None or key > best[0]:
                    best = (key, reading, split)
        if best is None:
            return None
        _, reading, split = best
        last = i + 1 + len(reading.rest)
        if reading.entry.phrases:
            stop = self._phrase(last, reading.entry, end, reading.form not in VERBAL)
            last = stop if stop is not None else last
        bare = split.prefix.rstrip(_SIN) if reading.form == "present" else split.prefix
        return Trigger(
            entry=reading.entry,
            form=reading.form,
            first=i,
            last=last,
            start=token.offset(len(bare)),
            end=self.tokens[last - 1].end,
            split=split,
            sentence=token.sentence,
        )


def find_triggers(doc: Document, closed: Sequence[bool]) -> list[Trigger]:
    """All triggers of ``doc`` in order. ``closed[i]`` where token ``i`` belongs to a name or title and cannot tell an
    event. At most one for a token; none inside the fixed phrase of another."""
    finder = _Finder(doc, lexicon(), clause_words(), closed)
    found: list[Trigger] = []
    for sentence in doc.sentences:
        i = sentence.first
        while i < sentence.last:
            token: Token = doc.tokens[i]
            trigger = None
            if token.kind == "word" and not closed[i]:
                trigger = finder.at(i, sentence.first, sentence.last)
            if trigger is None:
                i += 1
            else:
                found.append(trigger)
                i = trigger.last
    return found
