"""Number words: «خمسة وعشرين» -> 25. The words stand in ``kg/lang/ar/numbers.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.lang import load
from kg.text.document import Token
from kg.text.normalize import fold

_AND, _ARTICLE = "\u0648", "\u0627\u0644"
_LIMIT = 24  # words in one number; a longer run is read in pieces, so the cost stays linear


class _Words(NamedTuple):
    plain: dict[str, int]
    multipliers: dict[str, int]
    doubles: dict[str, int]
    fractions: dict[str, float]
    teen: frozenset[str]
    teen_one: frozenset[str]
    ordinals: dict[str, int]
    ordinal_tens: dict[str, int]


class Number(NamedTuple):
    """``value`` of the tokens up to ``end`` (exclusive). ``words``: how many were read; ``last`` the greatest part."""

    value: int | float
    end: int
    largest: int


def _table(entries: dict[float, list[str]]) -> dict[str, int]:
    return {fold(str(w)): int(value) for value, words in entries.items() for w in words}


@lru_cache(maxsize=1)
def words() -> _Words:
    """The number words, folded."""
    data = load("numbers.yaml")
    multipliers = _table(data["multipliers"])
    return _Words(
        plain=_table(data["units"]) | _table(data["joined_teens"]) | _table(data["tens"]) | _table(data["hundreds"]),
        multipliers=multipliers,
        doubles={w: v for w, v in _table(data["doubles"]).items() if w not in multipliers},
        fractions={fold(w): float(value) for value, names in data["fractions"].items() for w in names},
        teen=frozenset(map(fold, data["teen"])),
        teen_one=frozenset(map(fold, data["teen_one"])),
        ordinals=_table(data["ordinals"]),
        ordinal_tens=_table(data["ordinal_tens"]),
    )


def _simple(tokens: Sequence[Token], i: int, word: str, end: int) -> tuple[int, int] | None:
    """(value, next index) of a number word, or of two that make a teen or a hundred («ثلاث مئة»)."""
    w = words()
    following = tokens[i + 1].norm if i + 1 < end else ""
    if following in w.teen and (word in w.teen_one or 2 <= w.plain.get(word, 0) <= 9):
        return (11 if word in w.teen_one else 10 + w.plain[word]), i + 2
    if word in w.plain:
        value = w.plain[word]
        if 3 <= value <= 9 and w.plain.get(following) == 100:
            return value * 100, i + 2
        return value, i + 1
    if word in w.doubles:
        return w.doubles[word], i + 1
    if word in w.multipliers:
        return w.multipliers[word], i + 1
    return None


def _joins(number: int, value: int) -> bool:
    """May «و» + ``value`` continue a group below 1000 that stands at ``number``?"""
    rest = number % 100
    if 1 <= rest <= 9:
        return 20 <= value <= 90 and value % 10 == 0
    return rest == 0 and 0 < value < 100 and number > 0


def read(tokens: Sequence[Token], i: int, word: str, end: int) -> Number | None:
    """The number that begins with ``word`` (token ``i`` less its clitics). None where ``word`` is no number word.

    A word with «و» is taken only where it continues the number («خمسة وستة» are two).
    """
    first = _simple(tokens, i, word, end)
    if first is None:
        return None
    w = words()
    total, group, largest = 0, 0, 0
    value, j = first
    scale = w.multipliers.get(word) if j == i + 1 else None
    if value >= 1000:
        total, largest = value, value
        if scale is None:  # a double: the scale is half of it
            scale = value // 2
    else:
        group = value
    stop = min(end, i + _LIMIT)
    fraction = 0.0
    while j < stop:
        word = tokens[j].norm
        if group and word in w.multipliers:
            scale = w.multipliers[word]
            if total and scale >= _lowest(total):
                break
            total, group, j, largest = total + group * scale, 0, j + 1, max(largest, group * scale)
            continue
        if not word.startswith(_AND) or len(word) < 3:
            break
        bare = word[1:]
        if bare in w.fractions and scale and not group:
            fraction = w.fractions[bare] * scale
            j += 1
            if j < stop and w.multipliers.get(tokens[j].norm.removeprefix(_ARTICLE)) == scale:
                j += 1
            break
        following = _simple(tokens, j, bare, end)
        if following is None:
            break
        value, after = following
        if group:
            if not (value < 1000 and _joins(group, value)):
                break
            group += value
        elif value < 1000:
            group = value
        elif total and value < _lowest(total):
            total, scale = total + value, w.multipliers.get(bare, value // 2)
        else:
            break
        j = after
    result = total + group + fraction
    return Number(int(result) if result == int(result) else result, j, max(largest, total))


def _lowest(total: int) -> int:
    """The largest scale that ``total`` is a multiple of: 2000000 -> 1000000."""
    scale = 1000
    while total % (scale * 1000) == 0:
        scale *= 1000
    return scale


def read_ordinal(tokens: Sequence[Token], i: int, word: str, end: int) -> tuple[int, int] | None:
    """(value, next index) of an ordinal with the article: «الخامس والعشرين» 25, «الثاني عشر» 12; None if it is none."""
    w = words()
    if word in w.ordinal_tens:
        return w.ordinal_tens[word], i + 1
    value = w.ordinals.get(word)
    if value is None:
        return None
    following = tokens[i + 1].norm if i + 1 < end else ""
    if following in w.teen and value < 10:
        return 10 + value, i + 2
    if following.startswith(_AND) and following[1:] in w.ordinal_tens and value < 10:
        return value + w.ordinal_tens[following[1:]], i + 2
    return value, i + 1
