"""Numbers that say how many, with what they count. The words stand in ``numbers.yaml`` and ``numbers_counted.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extract.annotations import Quantity, TimeExpression
from kg.extract.time import find_times
from kg.extract.time.numbers import read, words
from kg.lang import load
from kg.text.document import Document, Sentence, Token
from kg.text.normalize import fold

_AND, _ARTICLE, _FUSED, _TEH, _HEH, _YEH, _ALEF = (
    "\u0648",
    "\u0627\u0644",
    "\u0644\u0644",
    "\u062a",
    "\u0647",
    "\u064a",
    "\u0627",
)
_CLITICS = ("", _AND, "\u0641", "\u0628", "\u0644", _AND + "\u0628", _AND + "\u0644", "\u0643")
_DUAL, _PLURAL = "\u0627\u0646", "\u064a\u0646"
_PERCENT = "%"
_YEARS = range(1800, 2101)
# 1,200 · 1.200.000 · 12.5 · 1 200 (with a space only where every further group has three digits)
_WRITTEN = re.compile(
    r"\d{1,3}(?:[,.\u066c]\d{3})+(?:[.\u066b]\d+)?(?!\d)|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d.,:/\-])|\d+[.,\u066b]\d+(?!\d)|\d+"
)
_MIXED = re.compile(r"([^\W\d]*)(\d+)")
_PART_OF_CODE = re.compile(r"\s?[:/]\s?\d|-\s?[\dA-Za-z]|[A-Za-z]|\.\d")
_MAX_DIGITS = 15


class _Words(NamedTuple):
    duals: dict[str, tuple[str, int]]  # form -> (singular, letters of clitics before it)
    approximate: dict[str, tuple[tuple[str, ...], ...]]  # by last word
    approximate_after: dict[str, tuple[tuple[str, ...], ...]]  # by first word
    number_of: frozenset[str]
    passed_over: frozenset[str]
    no_unit: frozenset[str]
    vague: frozenset[str]
    percent: frozenset[tuple[str, ...]]
    fractions: dict[str, float]
    starters: frozenset[str]


def _split(entries: Iterable[str]) -> list[tuple[str, ...]]:
    return [tuple(fold(entry).split()) for entry in entries]


def _by(sequences: list[tuple[str, ...]], place: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for sequence in sequences:
        found.setdefault(sequence[place], []).append(sequence)
    return {word: tuple(sorted(s, key=lambda t: (-len(t), t))) for word, s in found.items()}


def _dual_forms(singular: str, endings: Sequence[str]) -> list[str]:
    base = fold(singular)
    if base.endswith(_HEH):
        base = base[:-1] + _TEH
    return [base + ending for ending in endings]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = load("numbers_counted.yaml")
    duals: dict[str, tuple[str, int]] = {}
    for kind, endings in (("dual", (_DUAL, _PLURAL)), ("dual_an", (_DUAL,))):
        for singular in data[kind]:
            for form in _dual_forms(singular, endings):
                for clitic in _CLITICS:
                    duals.setdefault(clitic + form, (fold(singular), len(clitic)))
                    if not clitic.endswith(_FUSED[0]):
                        duals.setdefault(clitic + _ARTICLE + form, (fold(singular), len(clitic)))
                    else:
                        duals.setdefault(clitic[:-1] + _FUSED + form, (fold(singular), len(clitic) + 1))
    w = words()
    numbers = {*w.plain, *w.multipliers, *w.doubles, *w.teen_one, *w.fractions}
    numbers |= {_ARTICLE + n for n in numbers}
    numbers |= {_FUSED + n[2:] for n in numbers if n.startswith(_ARTICLE)} | {c + n for c in _CLITICS for n in numbers}
    return _Words(
        duals=duals,
        approximate=_by(_split(data["approximate"]), -1),
        approximate_after=_by(_split(data["approximate_after"]), 0),
        number_of=frozenset(map(fold, data["number_of"])),
        passed_over=frozenset(map(fold, data["passed_over"])),
        no_unit=frozenset(map(fold, data["no_unit"])),
        vague=frozenset(map(fold, data["vague"])),
        percent=frozenset(_split(map(str, data["percent"]))),
        fractions=w.fractions,
        starters=frozenset(numbers) | duals.keys(),
    )


class _Read(NamedTuple):
    """A number of tokens up to ``end``; ``start`` and ``stop`` are offsets. ``unit`` is set where the word tells it."""

    value: int | float
    start: int
    stop: int
    end: int
    definite: bool
    unit: str | None


def find_quantities(doc: Document, times: Sequence[TimeExpression] | None = None) -> list[Quantity]:
    """Every number of ``doc`` that counts something, in order; dates, clock times, years and numbers of articles, laws
    and streets are none. ``times`` are the time expressions of ``doc``, found anew where they are not given."""
    times = find_times(doc) if times is None else times
    covered = {i for t in times for i in range(doc.token_at(t.start), doc.token_at(t.end - 1) + 1)}
    found: list[Quantity] = []
    w = _words()
    for sentence in doc.sentences:
        i = sentence.first
        while i < sentence.last:
            token = doc.tokens[i]
            if i in covered or not (token.norm in w.starters or any(c.isdigit() for c in token.norm)):
                i += 1
                continue
            number = _read(doc, sentence, i, covered)
            if number is None:
                i += 1
                continue
            if number.end > i and number.unit != _CODE:
                quantity = _quantity(doc, sentence, i, number)
                if quantity is not None:
                    found.append(quantity)
            i = max(number.end, i + 1)
    return found


_CODE = "\0"  # a number that is read, so that its parts are not, and counts nothing


def _read(doc: Document, sentence: Sentence, i: int, covered: set[int]) -> _Read | None:
    w, token = _words(), doc.tokens[i]
    if any(c.isdigit() for c in token.norm):
        return _digits(doc, sentence, i)
    if token.norm in w.vague:
        return _Read(0, token.start, token.end, _after_vague(doc.tokens, i, sentence.last), False, _CODE)
    if token.norm in w.duals:
        singular, letters = w.duals[token.norm]
        return _Read(2, token.offset(letters), token.end, i + 1, False, singular)
    return _number_word(doc.tokens, i, sentence.last)


def _after_vague(tokens: Sequence[Token], i: int, last: int) -> int:
    """«عشرات الآلاف»: the multiplier after a vague word belongs to it."""
    w = _words()
    i += 1
    while i < last and (tokens[i].norm in w.vague or tokens[i].norm.removeprefix(_ARTICLE) in words().multipliers):
        i += 1
    return i


def _number_word(tokens: Sequence[Token], i: int, last: int) -> _Read | None:
    token = tokens[i]
    for clitic in _CLITICS:
        if not token.norm.startswith(clitic):
            continue
        bare, letters, definite = token.norm[len(clitic) :], len(clitic), False
        forms = [(bare, letters, False)]
        if bare.startswith(_ARTICLE):
            forms.append((bare[2:], letters, True))
        if clitic.endswith(_FUSED[0]) and bare.startswith(_FUSED[0]):
            forms.append((bare[1:], letters + 1, True))
        for word, skip, definite in forms:
            if word in _words().fractions and i + 1 < last:
                scale = words().multipliers.get(tokens[i + 1].norm)
                if scale:
                    value = round(_words().fractions[word] * scale)
                    return _Read(value, token.offset(skip), tokens[i + 1].end, i + 2, definite, None)
                continue
            number = read(tokens, i, word, last)
            if number is not None:
                return _Read(number.value, token.offset(skip), tokens[number.end - 1].end, number.end, definite, None)
    return None


def _digits(doc: Document, sentence: Sentence, i: int) -> _Read | None:
    """Digits with their separators, and the multipliers after them."""
    token = doc.tokens[i]
    mixed = _MIXED.fullmatch(token.norm)
    if not mixed:
        return None
    prefix = mixed[1]
    definite = prefix.endswith(_ARTICLE) or prefix.endswith(_FUSED)
    clitic = prefix[:-2] if definite else prefix
    if clitic not in _CLITICS:
        return None
    begin = token.offset(len(prefix))
    limit = doc.tokens[sentence.last - 1].end
    written = _WRITTEN.match(doc.text, begin, limit)
    if not written:
        return None
    stop = written.end()
    end = i + 1
    while end < sentence.last and doc.tokens[end].start < stop:
        end += 1
    if doc.tokens[end - 1].end != stop:
        stop, end = token.end, i + 1
    text = doc.text[begin:stop]
    start = begin if not definite else token.offset(len(clitic))
    before = doc.text[max(begin - 2, 0) : begin]
    if _PART_OF_CODE.match(doc.text, stop) or re.search(r"\d[/:\-.]$|[A-Za-z][\-]?$|\+$", before):
        return _Read(0, begin, stop, _skip_code(doc, sentence, end), False, _CODE)
    value = _value(text)
    if value is None:
        return _Read(0, begin, stop, end, False, _CODE)
    value, end = _multiplied(doc.tokens, value, end, sentence.last)
    plain = text.isdigit() and len(text) == 4 and value in _YEARS and end == i + 1
    if plain and not _counts(doc.tokens, end, sentence.last):
        return _Read(0, begin, stop, end, False, _CODE)
    return _Read(value, start, max(stop, doc.tokens[end - 1].end), end, definite, None)


def _skip_code(doc: Document, sentence: Sentence, end: int) -> int:
    """The rest of «2-1», «3/4/5», «12:30»."""
    while (
        end < sentence.last
        and doc.tokens[end].start == doc.tokens[end - 1].end
        and (doc.tokens[end].kind == "number" or doc.tokens[end].text in "/:-.")
    ):
        end += 1
    return end


def _value(text: str) -> int | float | None:
    """The number that digits and separators write. None for a telephone number, a code."""
    plain = fold(text).replace("\u066c", ",").replace("\u066b", ".")
    plain = re.sub(r"[\u00a0\u202f ]", "", plain)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain) and not plain.startswith("0"):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain) and not plain.startswith("0"):
        plain = plain.replace(".", "")
    else:
        plain = plain.replace(",", ".")
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain) or len(plain) > _MAX_DIGITS:
        return None
    if "." not in plain:
        return None if (len(plain) > 1 and plain.startswith("0")) or len(plain) > 12 else int(plain)
    value = float(plain)
    return int(value) if value.is_integer() else value


def _multiplied(tokens: Sequence[Token], value: int | float, end: int, last: int) -> tuple[int | float, int]:
    """«5 ملايين و300 ألف», «3.5 مليون», «مليون ونصف» after digits."""
    w = words()
    scale = w.multipliers.get(tokens[end].norm, 0) if end < last else 0
    if not scale:
        return value, end
    value, end = value * scale, end + 1
    if end < last and tokens[end].norm.startswith(_AND):
        rest = tokens[end].norm[1:]
        if rest in w.fractions:
            value, end = value + w.fractions[rest] * scale, end + 1
            if end < last and w.multipliers.get(tokens[end].norm.removeprefix(_ARTICLE)) == scale:
                end += 1
        elif rest.isdigit() and len(rest) <= 3:
            smaller = w.multipliers.get(tokens[end + 1].norm, 0) if end + 1 < last else 0
            if smaller < scale:
                value, end = value + int(rest) * (smaller or 1), end + (2 if smaller else 1)
    rounded = round(value, 6)
    return (int(rounded) if rounded == int(rounded) else rounded), end


def _counts(tokens: Sequence[Token], i: int, last: int) -> bool:
    return bool(_unit_after(tokens, i, last)) and not tokens[i].norm.startswith(_ARTICLE)


def _unit_after(tokens: Sequence[Token], i: int, last: int) -> str:
    w = _words()
    for sequence in w.percent:
        if tuple(t.norm for t in tokens[i : min(i + len(sequence), last)]) == sequence:
            return _PERCENT
    over = False
    if i < last and tokens[i].norm in w.passed_over:
        i, over = i + 1, True
    if i >= last or tokens[i].kind != "word" or tokens[i].norm in w.no_unit:
        return ""
    if not over and tokens[i].norm.startswith(_ARTICLE):
        return ""
    return tokens[i].norm


def _quantity(doc: Document, sentence: Sentence, i: int, number: _Read) -> Quantity | None:
    w, tokens = _words(), doc.tokens
    before = tokens[i - 1] if i > sentence.first else None
    if before is not None and before.norm in w.number_of and not isinstance(number.unit, str):
        return None
    if (
        tokens[i].kind == "number"
        and i == sentence.first
        and number.end < sentence.last
        and (tokens[number.end].text in "-.)–")
    ):
        return None  # «1-», «2.» at the head of a line
    unit = number.unit
    if unit is None:
        unit = _unit_after(tokens, number.end, sentence.last)
        described = before is not None and before.kind == "word" and before.norm not in w.no_unit
        one = number.value == 1 and not any(c.isdigit() for c in tokens[i].norm)
        if (
            before is not None
            and described
            and (one or (number.definite and before.norm.startswith(_ARTICLE) and number.end == i + 1))
        ):
            unit = before.norm
        elif one or (number.definite and not unit and not described):  # «واحد من أهم» counts nothing
            return None
    return Quantity(number.start, number.stop, number.value, unit, _approximate(tokens, sentence, i, number.end))


def _approximate(tokens: Sequence[Token], sentence: Sentence, i: int, end: int) -> bool:
    w = _words()
    if i > sentence.first:
        last = tokens[i - 1].norm
        for word in (last, last[1:]):
            for sequence in w.approximate.get(word, ()):
                begin = i - len(sequence)
                if begin < sentence.first:
                    continue
                said = tuple(t.norm for t in tokens[begin:i])
                if said == sequence or (said[0][1:], *said[1:]) == sequence:
                    return True
    for k in (end, end + 1, end + 2):
        if k < sentence.last:
            for sequence in w.approximate_after.get(tokens[k].norm, ()):
                if tuple(t.norm for t in tokens[k : min(k + len(sequence), sentence.last)]) == sequence:
                    return True
    return False
