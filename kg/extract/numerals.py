"""One number of a text: digits with their separators, number words, dual nouns, and the multipliers after them.

The words stand in ``kg/lang/ar/numbers.yaml`` and ``numbers_counted.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extract.time.numbers import read, words
from kg.lang import load
from kg.text.document import Token
from kg.text.normalize import fold

_AND, _FOR, _ARTICLE, _FUSED = "\u0648", "\u0644", "\u0627\u0644", "\u0644\u0644"
_TEH, _HEH = "\u062a", "\u0647"
CLITICS = ("", _AND, "\u0641", "\u0628", _FOR, _AND + "\u0628", _AND + _FOR, "\u0643")
_DUAL_ENDINGS = {"dual": ("\u0627\u0646", "\u064a\u0646"), "dual_an": ("\u0627\u0646",), "dual_in": ("\u064a\u0646",)}
_YEARS = range(1800, 2101)
# 1,200 · 1.200.000 · 1 200 (a space only where every further group has three digits) · 12.5 · 5،7
_WRITTEN = re.compile(
    r"\d{1,3}(?:[,.\u066c]\d{3})+(?:[.\u066b]\d+)?(?!\d)"
    r"|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d.,:/\-])|\d+[.,\u066b\u060c]\d+(?!\d)|\d+"
)
_MIXED = re.compile(r"([^\W\d]*)(\d+)")
_GOES_ON = re.compile(r"\s?[:/]\s?\d|-\s?[\dA-Za-z]|[A-Za-z]|\.\d")
_GOES_BEFORE = re.compile(r"\d[/:\-.]$|[^\W\d]-$|[A-Za-z]$|\+$")
_MAX_DIGITS = 12


class Numeral(NamedTuple):
    """A number: ``text[start:stop]``, the tokens up to ``end``. ``counts`` is false for what is read as a whole but
    says no number of things: a score, a telephone number, a year, «عشرات». ``unit``: the noun, where it is a dual."""

    value: int | float
    start: int
    stop: int
    end: int
    definite: bool = False
    counts: bool = True
    unit: str | None = None


class CountedWords(NamedTuple):
    """The lists of ``numbers_counted.yaml``, folded."""

    duals: dict[str, tuple[str, int]]  # form -> (singular, letters of clitics before it)
    approximate: dict[str, tuple[tuple[str, ...], ...]]  # by last word
    approximate_after: dict[str, tuple[tuple[str, ...], ...]]  # by first word
    number_of: frozenset[str]
    passed_over: frozenset[str]
    no_unit: frozenset[str]
    vague: frozenset[str]
    percent: dict[str, tuple[tuple[str, ...], ...]]  # by first word
    starters: frozenset[str]  # words with which a number may begin


def _split(entries: Iterable[object]) -> list[tuple[str, ...]]:
    return [tuple(fold(str(entry)).split()) for entry in entries]


def _by(sequences: list[tuple[str, ...]], place: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for sequence in sequences:
        found.setdefault(sequence[place], []).append(sequence)
    return {word: tuple(sorted(s, key=lambda t: (-len(t), t))) for word, s in found.items()}


def _with_clitics(word: str) -> dict[str, int]:
    """``word`` and its definite form with every particle written on -> the letters of the particle."""
    forms: dict[str, int] = {}
    for clitic in CLITICS:
        forms.setdefault(clitic + word, len(clitic))
        if clitic.endswith(_FOR):
            forms.setdefault(clitic[:-1] + _FUSED + word, len(clitic) + 1)
        else:
            forms.setdefault(clitic + _ARTICLE + word, len(clitic))
    return forms


@lru_cache(maxsize=1)
def counted_words() -> CountedWords:
    data = load("numbers_counted.yaml")
    duals: dict[str, tuple[str, int]] = {}
    for kind, endings in _DUAL_ENDINGS.items():
        for singular in map(fold, data[kind]):
            stem = singular[:-1] + _TEH if singular.endswith(_HEH) else singular
            for ending in endings:
                for form, letters in _with_clitics(stem + ending).items():
                    duals.setdefault(form, (singular, letters))
    w = words()
    vague = frozenset(map(fold, data["vague"]))
    numbers = {*w.plain, *w.multipliers, *w.doubles, *w.teen_one, *w.fractions, *vague}
    return CountedWords(
        duals=duals,
        approximate=_by(_split(data["approximate"]), -1),
        approximate_after=_by(_split(data["approximate_after"]), 0),
        number_of=frozenset(map(fold, data["number_of"])),
        passed_over=frozenset(map(fold, data["passed_over"])),
        no_unit=frozenset(map(fold, data["no_unit"])),
        vague=vague,
        percent=_by(_split(data["percent"]), 0),
        starters=frozenset({form for n in numbers for form in _with_clitics(n)} | duals.keys()),
    )


def sequence_at(table: dict[str, tuple[tuple[str, ...], ...]], tokens: Sequence[Token], i: int, last: int) -> int:
    """How many tokens from ``i`` are an entry of ``table`` (by first word); 0 for none."""
    if i < last:
        for sequence in table.get(tokens[i].norm, ()):
            if i + len(sequence) <= last and all(tokens[i + k].norm == w for k, w in enumerate(sequence)):
                return len(sequence)
    return 0


def begins_number(norm: str) -> bool:
    return norm in counted_words().starters or any(c.isdigit() for c in norm)


def read_numeral(text: str, tokens: Sequence[Token], i: int, last: int) -> Numeral | None:
    """The number that begins with token ``i`` and ends before token ``last``; None where there is none."""
    token = tokens[i]
    if any(c.isdigit() for c in token.norm):
        return _digits(text, tokens, i, last)
    dual = counted_words().duals.get(token.norm)
    if dual is not None:
        singular, letters = dual
        return Numeral(2, token.offset(letters), token.end, i + 1, unit=singular)
    return _word(tokens, i, last)


def _word(tokens: Sequence[Token], i: int, last: int) -> Numeral | None:
    token, w = tokens[i], words()
    for clitic in CLITICS:
        if not token.norm.startswith(clitic):
            continue
        bare, letters = token.norm[len(clitic) :], len(clitic)
        forms = [(bare, letters, False)]
        if bare.startswith(_ARTICLE):
            forms.append((bare[len(_ARTICLE) :], letters, True))
        if clitic.endswith(_FOR) and bare.startswith(_FOR):
            forms.append((bare[1:], letters + 1, True))
        for word, skip, definite in forms:
            start = token.offset(skip)
            if word in counted_words().vague:
                return _vague(tokens, i, last, start)
            if word in w.fractions:
                scale = w.multipliers.get(tokens[i + 1].norm) if i + 1 < last else None
                if scale:
                    value = round(w.fractions[word] * scale)
                    return Numeral(value, start, tokens[i + 1].end, i + 2, definite)
                continue
            number = read(tokens, i, word, last)
            if number is not None:
                told, end = number.value, number.end
                if isinstance(told, int) and told >= 1000:
                    told, end = _added(tokens, told, _scale(told), end, last)
                return Numeral(told, start, tokens[end - 1].end, end, definite)
    return None


def _scale(value: int) -> int:
    """The unit in which ``value`` is told: 1000000 of 3000000."""
    scale = 1000
    while value % (scale * 1000) == 0:
        scale *= 1000
    return scale


def _vague(tokens: Sequence[Token], i: int, last: int, start: int) -> Numeral:
    """«عشرات الآلاف»: the multipliers after a vague word belong to it."""
    end = i + 1
    vague, multipliers = counted_words().vague, words().multipliers
    while end < last and (tokens[end].norm in vague or tokens[end].norm.removeprefix(_ARTICLE) in multipliers):
        end += 1
    return Numeral(0, start, tokens[end - 1].end, end, counts=False)


def _digits(text: str, tokens: Sequence[Token], i: int, last: int) -> Numeral | None:
    token = tokens[i]
    mixed = _MIXED.fullmatch(token.norm)
    if not mixed:
        return None
    prefix = mixed[1]
    definite = prefix.endswith((_ARTICLE, _FUSED))
    clitic = prefix[: -len(_ARTICLE)] if definite else prefix
    if clitic not in CLITICS:
        return None
    begin = token.offset(len(prefix))
    written = _WRITTEN.match(text, begin, tokens[last - 1].end)
    if not written:
        return None
    stop, end = written.end(), i + 1
    while end < last and tokens[end].start < stop:
        end += 1
    if tokens[end - 1].end != stop:  # the separator was none
        stop, end = token.end, i + 1
    if _GOES_ON.match(text, stop) or _GOES_BEFORE.search(text[max(begin - 2, 0) : begin]):
        return Numeral(0, begin, stop, _code(tokens, end, last), counts=False)
    value = digits_value(text[begin:stop])
    if value is None:
        return Numeral(0, begin, stop, end, counts=False)
    start = token.offset(len(clitic)) if definite else begin
    scale = words().multipliers.get(tokens[end].norm) if end < last else None
    if scale:
        value, end = _added(tokens, value * scale, scale, end + 1, last)
    elif stop - begin == 4 and end == i + 1 and value in _YEARS and not _thing(tokens, end, last):
        return Numeral(value, begin, stop, end, counts=False)
    return Numeral(value, start, max(stop, tokens[end - 1].end), end, definite)


def _thing(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Does a word that may be counted follow a number that may be a year?"""
    return (
        i < last
        and tokens[i].kind == "word"
        and tokens[i].norm not in counted_words().no_unit
        and not tokens[i].norm.startswith((_ARTICLE, _AND))
    )


def _code(tokens: Sequence[Token], end: int, last: int) -> int:
    """The index after the rest of «2-1», «3/4/5», «12:30»."""
    while end < last and tokens[end].start == tokens[end - 1].end:
        if tokens[end].kind != "number" and tokens[end].text not in ("/", ":", "-", "."):
            break
        end += 1
    return end


def digits_value(written: str) -> int | float | None:
    """The number that digits of any set and their separators write; None for a telephone number or a code."""
    plain = fold(written).replace("\u066c", ",").replace("\u066b", ".").replace("\u060c", ".")
    plain = re.sub(r"[\u00a0\u202f ]", "", plain)
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", plain):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    whole, _, rest = plain.partition(".")
    if not whole.isdigit() or len(plain) > _MAX_DIGITS or (len(whole) > 1 and whole.startswith("0")):
        return None
    if not rest:
        return int(whole)
    if not rest.isdigit():
        return None
    value = float(plain)
    return int(value) if value.is_integer() else value


def _added(tokens: Sequence[Token], value: int | float, scale: int, end: int, last: int) -> tuple[int | float, int]:
    """«5 ملايين و300 ألف», «3 ملايين ونصف المليون»: what is added after a multiplier of ``scale``."""
    w = words()
    following = tokens[end].norm if end < last else ""
    if following == _AND and end + 1 < last:  # «و» written apart
        following, end_after = _AND + tokens[end + 1].norm, end + 2
    else:
        end_after = end + 1
    rest = following[1:] if following.startswith(_AND) else ""
    if rest in w.fractions:
        value, end = value + w.fractions[rest] * scale, end_after
        if end < last and w.multipliers.get(tokens[end].norm.removeprefix(_ARTICLE)) == scale:
            end += 1
    elif rest.isdigit() and len(rest) <= 3:
        smaller = w.multipliers.get(tokens[end_after].norm, 0) if end_after < last else 0
        if smaller:
            if smaller < scale:
                value, end = value + int(rest) * smaller, end_after + 1
        elif scale == 1000:
            value, end = value + int(rest), end_after
    value = round(value, 6)
    return (int(value) if value == int(value) else value), end
