"""How far apart two spellings are: a weighted edit distance whose costs stand in ``kg/lang/ar/translit.yaml``.

Two scales. ``strict`` folds only what Arabic itself writes in two ways (a hamza on its seat or without). ``distance``
reads both words as a foreign name in Arabic letters, where a sound may be written with several letters and vowels come
and go.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kg.lang import load

_HAMZA = str.maketrans({0x0626: "\u064a", 0x0624: "\u0648", 0x0621: None})  # hamza on ya, on waw, alone


class _Costs(NamedTuple):
    swap: dict[tuple[str, str], float]
    missing: dict[str, float]
    digraphs: list[tuple[str, str]]
    limit: dict[int, float]


@lru_cache(maxsize=1)
def _costs() -> _Costs:
    data = load("translit.yaml")["spelling"]
    swap: dict[tuple[str, str], float] = {}
    for group in data["classes"]:
        for a in group["letters"]:
            for b in group["letters"]:
                if a != b:
                    swap[a, b] = min(group["cost"], swap.get((a, b), 1.0))
    return _Costs(swap, dict(data["missing"]), [(a, b) for a, b in data["digraphs"]], dict(data["limit"]))


@lru_cache(maxsize=1 << 16)
def strict(word: str) -> str:
    """A folded word without the seats of its hamzas, doubled letters kept."""
    return word.translate(_HAMZA)


@lru_cache(maxsize=1 << 16)
def _prepared(word: str) -> str:
    for two, one in _costs().digraphs:
        word = word.replace(two, one)
    return "".join(c for i, c in enumerate(word) if i == 0 or word[i - 1] != c)


def consonants(word: str) -> int:
    """How many letters of ``word`` are no vowels."""
    vowels = _costs().missing
    return sum(c not in vowels or c == "\u0647" for c in _prepared(word))


@lru_cache(maxsize=1 << 17)
def distance(a: str, b: str) -> float:
    """The least cost of turning one spelling into the other; 1.0 is one sound exchanged for another."""
    costs = _costs()
    a, b = _prepared(a), _prepared(b)
    if a == b:
        return 0.0
    row = [0.0]
    for y in b:
        row.append(row[-1] + costs.missing.get(y, 1.0))
    for x in a:
        gone = costs.missing.get(x, 1.0)
        new = [row[0] + gone]
        for j, y in enumerate(b, 1):
            change = row[j - 1] + (0.0 if x == y else costs.swap.get((x, y), 1.0))
            new.append(min(change, row[j] + gone, new[-1] + costs.missing.get(y, 1.0)))
        row = new
    return round(row[-1], 4)


def limit(a: str, b: str) -> float:
    """The greatest ``distance`` at which ``a`` and ``b`` may still be spellings of one foreign name."""
    table = _costs().limit
    shared = min(consonants(a), consonants(b))
    return table.get(shared, 0.0 if shared < 1 else max(table.values()))


def is_variant(a: str, b: str) -> bool:
    """Are these two folded words spellings of one foreign name?"""
    return distance(a, b) <= limit(a, b)


# ain, hah, sad, dad, zah, thal: no foreign name is written with them
_ARABIC_ONLY = frozenset(["ع", "ح", "ص", "ض", "ظ", "ذ"])


@lru_cache(maxsize=1 << 16)
def looks_foreign(word: str) -> bool:
    """Has the folded word no letter that only Arabic names have?"""
    return not _ARABIC_ONLY.intersection(word)


def same_start(a: str, b: str) -> bool:
    """Do two words begin with one sound, an alef before a cluster of consonants aside?"""
    a, b = _prepared(a), _prepared(b)
    first, second = sorted((a, b), key=len)
    if a[0] == b[0] or _costs().swap.get((a[0], b[0]), 1.0) <= 0.4:
        return True
    return second[0] == "\u0627" and second[1:2] == first[0] and len(first) >= 4


@lru_cache(maxsize=1 << 16)
def hard_sounds(word: str) -> str:
    """The word with one letter for all those that foreign g and k are written with (the first class of the table)."""
    letters = load("translit.yaml")["spelling"]["classes"][0]["letters"]
    return word.translate({ord(c): letters[0] for c in letters})
