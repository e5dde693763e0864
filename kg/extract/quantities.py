"""Numbers that say how many, with what they count. The words stand in ``numbers.yaml`` and ``numbers_counted.yaml``."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotations import Quantity, TimeExpression
from kg.extract.numerals import Numeral, begins_number, counted_words, read_numeral, sequence_at
from kg.extract.time import find_times
from kg.extract.time.lexicon import readings
from kg.extract.time.numbers import words
from kg.extract.time.separate import separated
from kg.text.document import Document, Sentence, Token

_ARTICLE = "\u0627\u0644"
_PERCENT = "%"
_PERCENT_SIGNS = ("%", "\u066a")
_LIST_MARKS = ("-", ".", ")", "\u2013")


def find_quantities(doc: Document, times: Sequence[TimeExpression] | None = None) -> list[Quantity]:
    """Every number of ``doc`` that counts something, in order; dates, clock times, years and numbers of articles, laws
    and streets are none. ``times`` are the time expressions of ``doc``, found anew where they are not given."""
    times = find_times(doc) if times is None else times
    tokens, sentences = separated(doc)
    found = []
    upcoming = iter(sorted((t.start, t.end) for t in times))
    start, end = next(upcoming, (len(doc.text) + 1, 0))
    for sentence in sentences:
        i = sentence.first
        while i < sentence.last:
            token = tokens[i]
            while end <= token.start and start <= len(doc.text):
                start, end = next(upcoming, (len(doc.text) + 1, 0))
            number = None
            if token.end <= start and begins_number(token.norm):
                number = read_numeral(doc.text, tokens, i, sentence.last)
            if number is None:
                i += 1
                continue
            if number.counts:
                quantity, after = _quantity(tokens, sentence, i, number)
                if quantity is not None:
                    found.append(quantity)
            else:
                after = number.end
            i = max(after, i + 1)
    return found


def _quantity(tokens: Sequence[Token], sentence: Sentence, i: int, number: Numeral) -> tuple[Quantity | None, int]:
    """The quantity of a number, None where it is the number of a thing; and the index after it."""
    w, last = counted_words(), sentence.last
    before = tokens[i - 1] if i > sentence.first else None
    unit, after = number.unit, number.end
    if unit is None:
        if before is not None and (before.norm in w.number_of or before.norm[1:] in w.number_of):
            return None, after
        if before is not None and _ordinal(before.norm) and tokens[i].norm in words().teen:
            return None, after  # «الثامنة عشرة»
        if i == sentence.first and after < last and tokens[i].kind == "number" and tokens[after].text in _LIST_MARKS:
            return None, after  # «1-», «2.» at the head of a line
        if after < last and any(r.category == "MONTH" for r in readings().get(tokens[after].norm, ())):
            return None, after  # the date in a name: «محطة 2 مايو»
        percent = sequence_at(w.percent, tokens, after, last)
        if percent or (before is not None and before.text in _PERCENT_SIGNS):
            unit, after = _PERCENT, after + percent
        else:
            unit = _unit_after(tokens, after, last)
        described = before is not None and before.kind == "word" and before.norm not in w.no_unit
        one = number.value == 1 and not any(c.isdigit() for c in tokens[i].norm)
        definite = number.definite and number.end == i + 1
        if before is not None and described and (one or (definite and before.norm.startswith(_ARTICLE))):
            unit = before.norm
        elif one or (number.definite and not unit):  # «واحد من أهم» counts nothing
            return None, after
    approximate = _approximate(tokens, sentence, i, after)
    return Quantity(number.start, number.stop, number.value, unit, approximate), after


def _ordinal(word: str) -> bool:
    return word in words().ordinals or word[1:] in words().ordinals


def _unit_after(tokens: Sequence[Token], i: int, last: int) -> str:
    """The word that follows a number and may be what it counts; "" if none does."""
    w = counted_words()
    passed = i < last and tokens[i].norm in w.passed_over
    i += passed
    if i >= last or tokens[i].kind != "word" or tokens[i].norm in w.no_unit:
        return ""
    word = tokens[i].norm
    if any(c.isdigit() for c in word) or (word.startswith(_ARTICLE) and not passed):
        return ""
    return word


def _approximate(tokens: Sequence[Token], sentence: Sentence, i: int, end: int) -> bool:
    """Do the words before («نحو») or after («على الأقل») make it inexact?"""
    w = counted_words()
    if i > sentence.first:
        word = tokens[i - 1].norm
        for sequence in (*w.approximate.get(word, ()), *w.approximate.get(word[1:], ())):
            begin = i - len(sequence)
            if begin < sentence.first:
                continue
            said = tuple(t.norm for t in tokens[begin:i])
            if said == sequence or (said[0][1:], *said[1:]) == sequence:
                return True
    return any(sequence_at(w.approximate_after, tokens, k, sentence.last) for k in range(end, end + 3))
