"""The word lists of the name model: where each known word was met as a part of a name."""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.resources import files

_FILE = "lexicon.tsv.gz"


@lru_cache(maxsize=1)
def lexicon() -> dict[str, str]:
    """Compared word -> letters (kg/train/lexicon.py says what they stand for)."""
    data = gzip.decompress(files("kg.extract.names").joinpath("model", _FILE).read_bytes()).decode("utf-8")
    known: dict[str, str] = {}
    for line in data.splitlines():
        word, letters = line.split("\t")
        known[word] = letters
    return known


def replace(words: dict[str, str]) -> None:
    """Puts ``words`` in the place of the lexicon that comes with the package, in this process (for training)."""
    known = lexicon()
    known.clear()
    known.update(words)
