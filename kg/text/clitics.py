"""Arabic clitics: the particles written on to a word, before (و ف ب ل ك س ال) and after it (ه ها هم نا ...).

Without a morphological database the split is not certain, so ``splits`` gives every reading and the reader of a
lexicon takes the first whose stem it knows. Which particles there are stands in ``kg/lang/ar/clitics.yaml``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kg.lang import load


class Split(NamedTuple):
    """One reading of a folded word. ``prefix`` + ``article`` + ``stem`` + ``suffix`` is the word, but for لل, where the
    article is written inside the prefix: then ``article`` is "" and ``definite`` is true."""

    prefix: str
    article: str
    stem: str
    suffix: str
    definite: bool

    @property
    def start(self) -> int:
        """Index in the folded word where the word less its proclitics begins (its article is part of it)."""
        return len(self.prefix)


class _Clitics(NamedTuple):
    article: str
    nominal: tuple[str, ...]
    fused_article: tuple[str, ...]
    verbal: tuple[str, ...]
    suffixes: tuple[str, ...]


@lru_cache(maxsize=1)
def _clitics() -> _Clitics:
    data = load("clitics.yaml")

    def longest(words: list[str]) -> tuple[str, ...]:
        return tuple(sorted(words, key=lambda w: (-len(w), w)))

    return _Clitics(
        article=data["article"],
        nominal=longest(data["proclitics"]),
        fused_article=longest(data["proclitics_with_article"]),
        verbal=longest(data["verbal_proclitics"]),
        suffixes=longest(data["enclitics"]),
    )


@lru_cache(maxsize=1 << 16)
def splits(folded: str, min_stem: int = 2) -> tuple[Split, ...]:
    """Every reading of ``folded`` (a word as ``fold`` gives it), the one with the fewest clitics first.

    ``min_stem`` is the least number of letters a stem must keep. The whole word is always the first reading.
    """
    c = _clitics()
    found: list[Split] = []

    def add(prefix: str, article: str, rest: str, definite: bool) -> None:
        if len(rest) >= min_stem:
            found.append(Split(prefix, article, rest, "", definite))
            if not definite:
                found.extend(
                    Split(prefix, article, rest[: -len(s)], s, False)
                    for s in c.suffixes
                    if rest.endswith(s) and len(rest) - len(s) >= min_stem
                )

    found.append(Split("", "", folded, "", False))
    if folded.startswith(c.article):
        add("", c.article, folded[len(c.article) :], True)
    found.extend(
        Split("", "", folded[: -len(s)], s, False)
        for s in c.suffixes
        if folded.endswith(s) and len(folded) - len(s) >= min_stem
    )
    for p in c.fused_article:
        if folded.startswith(p):
            add(p, "", folded[len(p) :], True)
    for p in (*c.nominal, *c.verbal):
        if folded.startswith(p):
            rest = folded[len(p) :]
            if rest.startswith(c.article):
                add(p, c.article, rest[len(c.article) :], True)
            add(p, "", rest, False)
    found.sort(key=lambda s: (bool(s.prefix) + bool(s.article) + bool(s.suffix), len(s.prefix) + len(s.suffix)))
    return tuple(dict.fromkeys(found))


def proclitic_lengths(folded: str) -> tuple[int, ...]:
    """How many letters might be proclitics that a NAME does not bear, shortest first: 0 always, then و, ب, ول, لل ..."""
    c = _clitics()
    lengths = {0}
    for p in (*c.nominal, *c.fused_article):
        if folded.startswith(p) and len(folded) - len(p) >= 2:
            lengths.add(len(p))
    return tuple(sorted(lengths))
