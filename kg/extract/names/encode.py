"""What the network is told of a word: its number among the known words, its letters, and a row of yes-or-no marks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.extract.names.lexicon import lexicon
from kg.extract.names.words import LISTS, word

LONGEST = 16  # letters of a word that are looked at
PAD, UNKNOWN, EDGE = 0, 1, 2
_ALPHABET = "".join(chr(c) for c in range(0x0621, 0x063B)) + "".join(chr(c) for c in range(0x0641, 0x064B))
_ALPHABET += "0abcdefghijklmnopqrstuvwxyz.,:;!?\"()[]-/%'_"
_CODES = {c: i + 3 for i, c in enumerate(_ALPHABET)}
LETTERS = len(_CODES) + 3

LEXICON_LETTERS = "aAfFgGlLnNoOpPqQrRtT"
_MARKS = (*LISTS, "adjective", "adjective_f")
_CLITICS = ("\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0627\u0644")
_SHAPES = "DAaULP"
MARKS = len(_MARKS) + len(_CLITICS) + len(_SHAPES) + 3 * len(LEXICON_LETTERS) + 3


class Coded(NamedTuple):
    """``word``/``stem`` number the word and its innermost known reading (0 unknown); ``letters`` has LONGEST + 2 codes;
    ``marks`` are the indices of the marks that hold."""

    word: int
    stem: int
    letters: tuple[int, ...]
    marks: tuple[int, ...]


def code(text: str, numbers: Mapping[str, int]) -> Coded:
    """``numbers`` maps compared words to 1, 2 ..."""
    w = word(text)
    whole = numbers.get(w.form, 0)
    stem = next((n for s in reversed(w.stems) if (n := numbers.get(s, 0))), 0)
    letters = [EDGE, *(_CODES.get(c, UNKNOWN) for c in w.form[:LONGEST]), EDGE]
    letters += [PAD] * (LONGEST + 2 - len(letters))
    return Coded(whole, stem, tuple(letters), _marks(text, whole, stem))


def _marks(text: str, whole: int, stem: int) -> tuple[int, ...]:
    w = word(text)
    known = lexicon()
    held = [_MARKS.index(name) for name in w.lists if name in _MARKS]
    base = len(_MARKS)
    held += [base + i for i, c in enumerate(_CLITICS) if c in w.proclitic]
    base += len(_CLITICS)
    held.append(base + _SHAPES.index(w.shape[0]))
    base += len(_SHAPES)
    for block, reading in enumerate((w.form, w.stems[0] if w.stems else "", w.stems[-1] if len(w.stems) > 1 else "")):
        offset = base + block * len(LEXICON_LETTERS)
        held += [offset + LEXICON_LETTERS.index(c) for c in known.get(reading, "")]
    base += 3 * len(LEXICON_LETTERS)
    held += [base + i for i, yes in enumerate((whole == 0, stem == 0, len(w.form) < 3)) if yes]
    return tuple(held)


@lru_cache(maxsize=4)
def numbering(words: tuple[str, ...]) -> dict[str, int]:
    """Numbers from 1 on, in order."""
    return {w: i + 1 for i, w in enumerate(words)}
