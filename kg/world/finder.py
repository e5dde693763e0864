"""Finds the names of the world in an article: longest match of whole words, particles outside.

What a list cannot know it leaves open: a name that several things bear, or that is a common word too, is told apart by the
class noun before it and by the countries the article speaks of, and marked ``ambiguous``; a weak name counts only in a
context that tells. ``kg.world.nationality`` finds the adjectives of nationality in the same pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from kg.annotations import Name, Nationality
from kg.text.clitics import proclitic_lengths
from kg.text.document import Document
from kg.text.normalize import fold
from kg.world.class_nouns import ClassNoun, class_nouns_of
from kg.world.index import SHORT, STRONG, Index, Reading, Sense
from kg.world.nationality import Nation, adjectives, chosen, mark
from kg.world.source import spelling

# How sure a name is, measured on labelled articles (docs/world.md).
SURE, LIKELY, OPEN = 0.95, 0.9, 0.6
_TOPIC_WORDS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")  # belongs to the name of a cup, a summit
_TANWIN = "\u064b"  # the sign of the indefinite accusative


class _Place(NamedTuple):
    """A match: tokens ``first:last``, ``start`` letters of particle in the first, one sense chosen."""

    first: int
    last: int
    start: int
    sense: Sense
    rivals: int
    told: bool  # by a class noun of its own kind before it
    other: bool  # a class noun of another kind stands before it: it may be part of a longer name


class Gazetteer:
    """The lists of the world over an ``Index``."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._kinship = frozenset(fold(w) for w in spelling()["kinship"])
        self._topics = {k: frozenset(fold(w) for w in words) for k, words in spelling()["topics"].items()}

    def annotate(self, doc: Document) -> tuple[list[Name], list[Nationality]]:
        """Names and adjectives of nationality of ``doc``, each in order of start."""
        readings = self._readings(doc)
        nations = adjectives(doc, self.index)
        topics = self._topics_of(doc)
        known, votes = self._context(doc, readings, nations, topics)
        places: list[_Place] = []
        i, size = 0, len(doc.tokens)
        while i < size:
            place = self._choose(doc, i, readings.get(i, ()), known, votes, topics, places)
            if place is None:
                i += 1
            else:
                places.append(place)
                i = place.last
        places, marks = mark(doc, self.index, places, chosen(nations, votes, self.index))
        return [self._name(doc, p) for p in places], marks

    def _readings(self, doc: Document) -> dict[int, list[Reading]]:
        """Every name that may begin in each token, the longest first."""
        found: dict[int, list[Reading]] = {}
        words = [t.norm or "\n" for t in doc.tokens]  # a token of nothing but marks folds to ""
        ends = [s.last for s in doc.sentences]
        bulk = self.index.has_bulk
        for i, token in enumerate(doc.tokens):
            starts = self.index.starts(token.norm)
            last = ends[token.sentence]
            here = list(self.index.bulk_readings(words, i, last)) if bulk and token.kind == "word" else []
            for start, first in starts:
                node: dict[str, Any] | None = first
                j = i + 1
                while node is not None:
                    if senses := node.get(""):
                        here.append(Reading(j - i, start, tuple(senses)))
                    if j < last and words[j] == "_":  # a hashtag is read as its words
                        j += 1
                    node = node.get(words[j]) if j < last else None
                    j += 1
            if here:
                here.sort(key=lambda r: (-r.length, r.start))
                found[i] = here
        return found

    def _context(
        self,
        doc: Document,
        readings: dict[int, list[Reading]],
        nations: Sequence[Nation],
        topics: frozenset[str],
    ) -> tuple[set[int], Counter[str]]:
        """Entries that the article names so that no doubt is left, and how often each country is spoken of."""
        known: set[int] = set()
        votes: Counter[str] = Counter()
        for i, here in readings.items():
            for reading in here:
                sure = [s.entry for s in reading.senses if self._rank(doc, i, reading, s, (), known, topics) > 1]
                if sure:
                    known.update(sure)
                    if len(sure) == 1 and (country := self.index.country_of(sure[0])):
                        votes[country] += 2 if self.index.id_of(sure[0]) == country else 1
                    break
        for nation in nations:
            if len(nation.countries) == 1 and not nation.weak:
                votes[nation.countries[0]] += 2
        return known, votes

    def _topics_of(self, doc: Document) -> frozenset[str]:
        words = {t.norm for t in doc.tokens}
        return frozenset(k for k, topic in self._topics.items() if len(words & topic) >= _TOPIC_WORDS)

    def _choose(
        self,
        doc: Document,
        i: int,
        readings: Sequence[Reading],
        known: set[int],
        votes: Counter[str],
        topics: frozenset[str],
        before: Sequence[_Place],
    ) -> _Place | None:
        """The name that begins in token ``i``: the longest that has a sense here, None if none has."""
        for reading in readings:
            nouns = _nouns_before(doc, i) if reading.start == 0 else ()
            allowed: list[tuple[int, Sense]] = []
            for sense in reading.senses:
                rank = self._rank(doc, i, reading, sense, nouns, known, topics)
                if rank:
                    allowed.append((rank, sense))
            if not allowed:
                continue
            told = max(rank for rank, _ in allowed) == 3
            if told:
                allowed = [(rank, sense) for rank, sense in allowed if rank == 3]
            best = min(allowed, key=lambda a: (-votes[self.index.country_of(a[1].entry)], -a[0], a[1].entry))[1]
            other = bool(nouns) and not told
            return _Place(i, i + reading.length, reading.start, best, len(reading.senses), told, other)
        return None

    def _rank(
        self,
        doc: Document,
        i: int,
        reading: Reading,
        sense: Sense,
        nouns: Sequence[ClassNoun],
        known: set[int],
        topics: frozenset[str],
    ) -> int:
        """0 where the sense does not count here, 3 where a class noun of its kind stands before it, else 1 or 2."""
        rules = self.index.rules(sense.entry)
        token = doc.tokens[i]
        sentence = doc.sentences[token.sentence]
        end = i + reading.length
        previous = doc.tokens[i - 1].norm if i > sentence.first else ""
        following = doc.tokens[end].norm if end < sentence.last else ""
        if previous in rules.refuse_after or following in rules.refuse_before:
            return 0
        if reading.start and token.norm[: reading.start] in rules.refuse_with:
            return 0
        if not _spelled(doc.text[token.offset(reading.start) : doc.tokens[end - 1].end], sense.exact):
            return 0
        type_, subtype = self.index.type_of(sense.entry)
        if type_ == "Person" and self._part_of_another(previous, following, reading):
            return 0
        if (
            type_ == "Place"
            and reading.length == 1
            and i - 2 >= sentence.first
            and doc.tokens[i - 2].norm in self._kinship
        ):
            return 0  # a family name: «bin Muhammad as-Suwaid»
        if any(n.type == type_ and (not subtype or not n.subtypes or subtype in n.subtypes) for n in nouns):
            return 3
        if sense.kind == STRONG:
            return 2
        if sense.kind == SHORT:
            return 1 if sense.entry in known else 0
        if previous and any(previous[k:] in rules.after for k in proclitic_lengths(previous)):
            return 2
        return 1 if rules.topic in topics else 0

    def _part_of_another(self, previous: str, following: str, reading: Reading) -> bool:
        """Do the words around a person's name say that it is a part of somebody else's?"""
        if previous in self._kinship:
            return True
        if reading.length > 1 or reading.start:
            return False
        return following in self._kinship or previous in self.index.given_names

    def _name(self, doc: Document, place: _Place) -> Name:
        entry = self.index.entry(place.sense.entry)
        first, last = doc.tokens[place.first], doc.tokens[place.last - 1]
        if entry.type == "NamedEvent" and place.last < doc.sentences[first.sentence].last:
            following = doc.tokens[place.last]
            if _YEAR.fullmatch(following.norm):
                last = following
        ambiguous = (place.rivals > 1 and not place.told) or entry.ambiguous or place.other
        if place.other:
            confidence = OPEN
        elif place.sense.kind != STRONG or ambiguous:
            confidence = LIKELY
        else:
            confidence = SURE
        return Name(
            start=first.offset(place.start),
            end=last.end,
            type=entry.type,
            subtype=entry.subtype,
            confidence=confidence,
            rule="world",
            world=entry.id,
            ambiguous=ambiguous,
        )


def _nouns_before(doc: Document, i: int) -> tuple[ClassNoun, ...]:
    """The class nouns that the token before token ``i`` may be, () at the beginning of a sentence."""
    if i <= doc.sentences[doc.tokens[i].sentence].first:
        return ()
    return tuple(noun for _, noun in class_nouns_of(doc.tokens[i - 1].norm))


def _spelled(text: str, exact: str) -> bool:
    """Is ``text`` written as ``exact`` demands (letters of it that folding would change must stand so), and without the
    ending of an indefinite accusative, which names do not bear?"""
    if _TANWIN in text[-2:]:
        return False
    if not exact:
        return True
    letters = [c for c in text if fold(c)]
    return len(letters) == len(exact) and all(e == c or e == fold(c) for c, e in zip(letters, exact, strict=True))
