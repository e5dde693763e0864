"""The word lists of the name model: where each known word was met as a part of a name."""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.resources import files

from kg.extract.names.words import word

_FILE = "lexicon.tsv.gz"


@lru_cache(maxsize=1)
def lexicon() -> dict[str, str]:
    """Compared word -> letters (kg/train/lexicon.py says what they stand for)."""
    data = gzip.decompress(files("kg.extract.names").joinpath("model", _FILE).read_bytes()).decode("utf-8")
    return dict(line.split("\t") for line in data.splitlines())


@lru_cache(maxsize=1 << 16)
def knowledge(text: str) -> tuple[str, ...]:
    """What the lexicon says of a word, of any of its readings, as features."""
    w = word(text)
    known = lexicon()
    found = dict.fromkeys(letter for reading in (w.form, *w.stems) for letter in known.get(reading, ""))
    return tuple("g=" + letter for letter in found)
