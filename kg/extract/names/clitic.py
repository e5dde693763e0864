"""How many letters at the head of a name's first word are clitics: «وإسرائيل» 1, «للولايات» 2, «وليد» 0.

Each possible length is a candidate; a log-linear model weighs how common the rest is, which lists hold it, and whether
the article has it elsewhere. Its few weights are learned (kg/train/clitic.py) and come with the model.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from kg.extract.names.lexicon import lexicon
from kg.extract.names.tags import Array
from kg.extract.names.words import compared
from kg.text.clitics import proclitic_lengths
from kg.text.document import Token

_AL, _LL = "\u0627\u0644", "\u0644\u0644"
_KINDS = ("", "\u0648", "\u0641", "\u0628", "\u0644", "\u0643", _LL)  # of the last letters cut off
_OPEN = "gntrpqofl"  # letters of the lexicon for whole names, as features
_SIZE = 2 * len(_KINDS) + len(_OPEN) + 9


def _lexical(norm: str, cut: int, ranks: Mapping[str, int]) -> tuple[float, ...]:
    """What the word itself tells of leaving out ``cut`` letters; ``ranks`` orders words by how common they are, 1 first."""
    prefix, rest = norm[:cut], norm[cut:]
    last = _LL if prefix.endswith(_LL) else prefix[-1:]
    row = [0.0] * (_SIZE - 4)
    row[_KINDS.index(last) if last in _KINDS else 0] = 1.0
    form = compared(rest)
    if last == _LL:  # the article is in the particle
        form = _AL + form
    bare = form[2:] if form.startswith(_AL) else form
    rank = ranks.get(form, 0)
    base = len(_KINDS)
    common = math.log((len(ranks) + 1) / rank) / 5 if rank else 0.0
    row[base + (_KINDS.index(last) if last in _KINDS else 0)] = common
    base += len(_KINDS)
    letters = lexicon().get(form, "") + lexicon().get(bare, "")
    for i, letter in enumerate(_OPEN):
        row[base + i] = float(letter in letters)
    base += len(_OPEN)
    row[base] = float(any(c.isupper() for c in letters))
    row[base + 1] = float(bool(rank))
    row[base + 2] = float(len(rest) <= 2)
    row[base + 3] = float(len(rest) == 3)
    row[base + 4] = float(form.startswith(_AL) and cut > 0)
    return tuple(row)


def candidates(
    norm: str, counts: Mapping[str, int], names: Mapping[str, int], ranks: Mapping[str, int]
) -> tuple[list[int], Array]:
    """The possible lengths and a row of features for each. ``counts`` are the words of the article (folded), ``names``
    the first words of its names as written."""
    lengths = list(proclitic_lengths(norm))
    rows = []
    for k in lengths:
        rest = norm[k:]
        own = 1 if k == 0 else 0
        met, named = counts.get(rest, 0) - own, names.get(rest, 0) - own
        told = (float(met > 0), float(named > 0), float(met > 2), math.log1p(max(named, 0)))
        rows.append(_lexical(norm, k, ranks) + told)
    return lengths, np.array(rows, np.float32)


def clitic_length(
    token: Token, counts: Mapping[str, int], names: Mapping[str, int], ranks: Mapping[str, int], weights: Array
) -> int:
    """Letters of ``token.norm`` that stand before the name."""
    if len(proclitic_lengths(token.norm)) == 1:
        return 0
    lengths, rows = candidates(token.norm, counts, names, ranks)
    return lengths[int((rows @ weights).argmax())]
