"""How many letters at the head of a name's first word are clitics: «وإسرائيل» 1, «للولايات» 2, «وليد» 0."""

from __future__ import annotations

from collections.abc import Container, Mapping

from kg.extract.names.lexicon import lexicon
from kg.extract.names.words import compared
from kg.text.clitics import proclitic_lengths
from kg.text.document import Token

_AL, _LL = "\u0627\u0644", "\u0644\u0644"
_AND = "\u0648\u0641"


def clitic_length(token: Token, counts: Mapping[str, int], names: Container[str]) -> int:
    """Letters of ``token.norm`` that stand before the name. ``counts`` are the words of the article (folded), ``names``
    the first words of names seen in it without a clitic."""
    norm = token.norm
    lengths = proclitic_lengths(norm)
    if len(lengths) == 1:
        return 0
    best, best_score = 0, 0.0
    for k in lengths:
        rest = norm[k:]
        score = _score(norm, rest, k, counts, names)
        if score > best_score or k == 0:
            best, best_score = (k, score) if k == 0 or score > best_score else (best, best_score)
    return best


def _score(norm: str, rest: str, k: int, counts: Mapping[str, int], names: Container[str]) -> float:
    known = lexicon()
    prefix = norm[:k]
    score = 0.0
    if prefix.endswith(_LL):
        return 5.0
    if k and rest.startswith(_AL) and len(rest) > 4:
        score += 4.0
    if compared(rest) in known or (rest.startswith(_AL) and compared(rest[2:]) in known):
        score += 2.0
    if rest in names:
        score += 3.0
    if counts.get(rest, 0) > (1 if k == 0 else 0):
        score += 1.0
    if k == 0:
        score += 1.0
    elif prefix[0] in _AND and len(rest) > 2:
        score += 0.5
    return score
