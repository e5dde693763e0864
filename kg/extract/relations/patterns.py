"""Matches the rules of relations.yaml: words between two mentions of entities."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotations import ArticleEntity
from kg.extract.coreference.antecedent import is_preposition, is_subject
from kg.extract.relations.places import Edge, Places
from kg.extract.relations.rules import Rule, Side, bare, relation_rules
from kg.lang import particles
from kg.record import Relation
from kg.text.document import Token

_COMMAS = frozenset("\u060c,-\u2013()")
_QUOTES = frozenset("\"“”«»'‹›")
_AND = "\u0648"
_LEADS = frozenset({"\u0628", "\u0644"})
_CONFIDENCE = {True: 0.8, False: 0.65}  # beside the words, or only in the sentence
_SIZE = {"Area": 1, "City": 2, "Region": 3, "Country": 4, "Continent": 5}
_HIS, _HERS = "\u0647", "\u0647\u0627"
_TOLD = 12  # tokens that may be told of one member of a list
_LISTED = 12  # the most that a list goes on


def find(places: Places) -> Iterator[Relation]:
    """The relations that the rules find, in order of their sentences."""
    rules = relation_rules()
    for sentence in places.doc.sentences:
        if sentence.index not in places.by_sentence:
            continue
        bares = [bare(places.doc.tokens[i].norm) for i in range(sentence.first, sentence.last)]
        for k, word in enumerate(bares):
            i = sentence.first + k
            candidates = rules.by_word.get(word) or rules.by_word.get(bare(word[1:]) if word[:1] in _LEADS else "", ())
            for sequence, rule in candidates:
                if tuple(bares[k + 1 : k + len(sequence)]) == sequence[1:]:
                    yield from _Match(places, rule, i, i + len(sequence), sentence.first, sentence.last).relations()
        for edge in places.by_sentence[sentence.index]:
            for rule in rules.wordless:
                assert rule.left is not None
                for end in {edge.last, places.doc.token_at(edge.mention.end - 1) + 1}:
                    match = _Match(places, rule, end, end, sentence.first, sentence.last)
                    if match.fits(rule.left, edge):
                        yield from match.relations([edge])


def _describes(token: Token) -> bool:
    """May the word lie between a thing and what is said of it? Not «و» and no preposition."""
    return token.kind == "word" and not token.norm.startswith(_AND) and not is_preposition(token.norm)


class _Match:
    """One place where the words ``first:last`` of a rule stand, in the sentence ``begin:end`` (tokens)."""

    def __init__(self, places: Places, rule: Rule, first: int, last: int, begin: int, end: int) -> None:
        self.places, self.rule = places, rule
        self.first, self.last, self.begin, self.end = first, last, begin, end
        self.doc, self.entities = places.doc, places.entities

    def relations(self, left: list[Edge] | None = None) -> Iterator[Relation]:
        rule = self.rule
        if rule.unless and self.first > self.begin and self.doc.tokens[self.first - 1].norm in rule.unless:
            return
        right = self._right()
        if right is None:
            return
        others = [right]
        if rule.list or rule.both:
            others.extend(self._list_after(right))
        if rule.both:
            if len(others) >= 2:
                yield from self._relation(others[0], others[1], True)
            return
        if rule.then is not None:
            if rule.left is None or self.doc.tokens[self.first - 1].norm in rule.left.before:
                third = self._after(rule.then, right.last)
                if third is not None:
                    ends = (right, third) if rule.subject == "right" else (third, right)
                    yield from self._relation(*ends, False)
            return
        if rule.left is None:
            return
        lefts = left if left is not None else self._left(rule.left, right)
        for one in lefts:
            for other in others:
                if rule.subject == "right":
                    yield from self._relation(other, one, not rule.left.sentence)
                else:
                    yield from self._relation(one, other, not rule.left.sentence)

    def _relation(self, subject: Edge, object_: Edge, beside: bool) -> Iterator[Relation]:
        a, b = self._entity(subject, self.rule.left), self._entity(object_, self.rule.right)
        if a is None or b is None or a.id == b.id:
            return
        if self.rule.larger and _SIZE.get(b.subtype or "Region", 0) <= _SIZE.get(a.subtype or "City", 0):
            return
        sentence = self.doc.sentences[self.doc.tokens[self.begin].sentence]
        title = self.rule.title_f if a.gender == "f" and self.rule.title_f else self.rule.title
        yield Relation(
            self.rule.type, a.id, b.id, title, sentence.start, sentence.end, _CONFIDENCE[beside], rule=self.rule.name
        )

    def _entity(self, edge: Edge, side: Side | None) -> ArticleEntity | None:
        entity = self.entities.entities[edge.mention.entity]
        if side is not None and side.home and (entity.type == "Person" or entity.subtype in _STATE_BODIES):
            return self.entities.entities.get(entity.country)
        return entity

    def fits(self, side: Side, edge: Edge) -> bool:
        entity = self.entities.entities[edge.mention.entity]
        if entity.type not in side.types:
            return False
        limited = (side.subtypes or side.classes) and not (side.home and entity.type == "Person")
        if limited and entity.subtype not in side.subtypes and not side.classes & self.places.class_words(edge):
            return False
        if side.heads and not side.heads & self.places.class_words(edge, own=True):
            return False
        if side.not_after and self._word_before(edge.first) in side.not_after:
            return False
        return not side.after or self._word_before(edge.first) in side.after

    def _word_before(self, i: int) -> str:
        return bare(self.doc.tokens[i - 1].norm) if i > self.begin else ""

    def _left(self, side: Side, right: Edge) -> list[Edge]:
        if side.sentence:
            before = [
                e
                for e in self.places.by_sentence[self.doc.tokens[self.first].sentence]
                if e.last <= self.first and e.mention.rule != "pair" and e.mention.entity != right.mention.entity
                and self.fits(side, e) and self._entity(e, side) is not None and self._owns(e)
            ]  # fmt: skip
            subjects = [e for e in before if is_subject(self.doc, e.mention)]
            return (subjects or before)[-1:]
        if side.nation and (nation := self.places.nation(self.first - 1)) is not None and self.fits(side, nation):
            return [nation]
        k, gap = self.first, side.gap
        while k > self.begin:
            found = [e for e in self.places.ends.get(k, ()) if e.last == k and self.fits(side, e)]
            if found:
                return found[:1]
            if self.places.ends.get(k):
                return []
            text = self.doc.tokens[k - 1].text
            if text in _QUOTES or (side.comma and text in _COMMAS) or self.doc.tokens[k - 1].norm in _RELATIVE:
                k -= 1
            elif gap and _describes(self.doc.tokens[k - 1]):
                k, gap = k - 1, gap - 1
            else:
                return []
        return []

    def _owns(self, edge: Edge) -> bool:
        """May the pronoun at the end of the words («منزلها») mean this one?"""
        if self.first == self.last:
            return True
        gender = self.entities.entities[edge.mention.entity].gender
        word = self.doc.tokens[self.last - 1].norm
        return not ((gender == "m" and word.endswith(_HERS)) or (gender == "f" and word.endswith(_HIS)))

    def _right(self) -> Edge | None:
        for prep in self.rule.preps:
            k, clitic = self.last, ""
            if prep and k < self.end and self.doc.tokens[k].norm == prep:
                k += 1
            elif prep:
                clitic = prep
            found = self._right_at(k, clitic)
            if found is not None:
                return found
            while k < self.end and self.rule.right.through and self._passes(k):
                k += 1
                if prep and k < self.end and self.doc.tokens[k].norm == prep:
                    k, clitic = k + 1, ""
                found = self._right_at(k, clitic)
                if found is not None:
                    return found
        return None

    def _passes(self, k: int) -> bool:
        """A number, or one of the words that may lie between: «ولد عام 1941 في»."""
        token = self.doc.tokens[k]
        return token.kind == "number" or bare(token.norm) in self.rule.right.through

    def _right_at(self, k: int, clitic: str) -> Edge | None:
        gap = self.rule.right.gap
        while k < self.end:
            starting = self.places.starts.get(k, ())
            found = [e for e in starting if e.clitic == clitic and self.fits(self.rule.right, e)]
            if found:
                return found[0]
            if starting:
                return None
            token = self.doc.tokens[k]
            if token.text in _QUOTES:
                k += 1
            elif gap and token.kind == "word":
                if clitic:
                    if not token.norm.startswith(clitic):
                        return None
                    clitic = ""
                k, gap = k + 1, gap - 1
            else:
                return None
        return None

    def _list_after(self, edge: Edge) -> list[Edge]:
        """The mentions that follow with «و» or a comma between: «من هولندا وأوكرانيا، وماليزيا»."""
        found: list[Edge] = []
        k = edge.last
        while k < self.end and len(found) < _LISTED:
            parted = False
            while k < self.end and self.doc.tokens[k].text in _QUOTES | _COMMAS:
                parted, k = True, k + 1
            following = [e for e in self.places.starts.get(k, ()) if self.fits(self.rule.right, e)]
            following = [e for e in following if e.clitic == _AND or (not e.clitic and parted and not self.rule.both)]
            if not following:
                k = self._skip_office(k)
                if k < 0:
                    break
                continue
            found.append(following[0])
            k = max(following[0].last, k + 1)
        return found

    def _skip_office(self, k: int) -> int:
        """Past «بزعامة {شخص}» and what is told of a person between commas in a list, -1 where something else stands."""
        if k and self.doc.tokens[k - 1].text in _COMMAS and "Person" in self.rule.right.types:
            for i in range(k, min(k + _TOLD, self.end - 1)):
                if self.doc.tokens[i].text in _COMMAS:
                    return i + 1 if any(e.clitic == _AND for e in self.places.starts.get(i + 1, ())) else -1
            return -1
        if k + 1 < self.end and self.doc.tokens[k].norm in _LED_BY:
            for e in self.places.starts.get(k + 1, ()):
                return e.last
        return -1

    def _after(self, side: Side, k: int) -> Edge | None:
        """The first mention from token ``k`` on that fits ``side``: after one of its prepositions, else after a comma."""
        for e in self.places.by_sentence[self.doc.tokens[self.first].sentence]:
            if e.first < k or not self.fits(side, e):
                continue
            before = self.doc.tokens[e.first - 1]
            if side.preps and (e.clitic in side.preps or (not e.clitic and before.norm in side.preps)):
                return e
            if not side.preps and not e.clitic and before.text in _COMMAS:
                return e
        return None


_STATE_BODIES = frozenset({"Ministry", "Government", "Military"})
_RELATIVE = particles("relative")
_LED_BY = particles("led_by")
