"""Near-copies of articles: wire reports that several outlets print nearly word for word.

MinHash over the word shingles of each text (rensa), a banded index for candidates, and an exact count of shared
shingles to decide, so that no pair is called a copy on an estimate alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.record import Record
from kg.text.normalize import fold

Prints = NDArray[np.uint64]
SHINGLE = 4  # words
_PERMUTATIONS, _BANDS = 64, 16
COPY = 0.6  # least share of common shingles (Jaccard), or:
CONTAINED = (
    0.85  # share of the shorter text's shingles that the longer has, where the longer is at most LONGER times it
)
LONGER = 2.5
_SHORTEST = 12  # a text of fewer shingles is a copy only of an equal text


def copies(records: Sequence[Record]) -> dict[str, str]:
    """``{doc id: doc id of the earliest article that it is a near-copy of}``; the earliest itself is not a key.

    Earliest is by date of publication (undated ones last), then by id. Cost is linear but for very popular texts.
    """
    from rensa import RMinHash, RMinHashLSH

    order = sorted(range(len(records)), key=lambda i: (records[i].doc.published or "9999", records[i].doc.id))
    index = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    prints: dict[int, Prints] = {}
    first_of: dict[str, int] = {}
    original: dict[int, int] = {}
    for place, number in enumerate(order):
        record = records[number]
        exact = first_of.setdefault(record.doc.sha256, place)
        if exact != place:
            original[place] = original.get(exact, exact)
            continue
        shingles = _shingles(record)
        if len(shingles) < _SHORTEST:
            continue
        own = _prints(shingles)
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=7)
        sketch.update(shingles)
        for other in sorted(index.query(sketch)):
            if _is_copy(own, prints[other]):
                original[place] = other
                break
        else:
            index.insert(place, sketch)
            prints[place] = own
    return {records[order[copy]].doc.id: records[order[first]].doc.id for copy, first in sorted(original.items())}


def _prints(shingles: list[str]) -> Prints:
    """Each shingle as a number of eight bytes, sorted: a fiftieth of the memory of the words."""
    raw = b"".join(hashlib.blake2b(s.encode("utf-8", "surrogatepass"), digest_size=8).digest() for s in shingles)
    return np.unique(np.frombuffer(raw, dtype="<u8"))


def _shingles(record: Record) -> list[str]:
    text = record.doc.text
    for span in reversed(record.skip):
        text = text[: span.start] + " " + text[span.end :]
    tokens = fold.__wrapped__(text).split()
    return sorted({" ".join(tokens[i : i + SHINGLE]) for i in range(len(tokens) - SHINGLE + 1)})


def _is_copy(a: Prints, b: Prints) -> bool:
    shared = len(np.intersect1d(a, b, assume_unique=True))
    shorter, longer = sorted((len(a), len(b)))
    if shared >= COPY * (len(a) + len(b) - shared):
        return True
    return shorter >= 2 * _SHORTEST and longer <= LONGER * shorter and shared >= CONTAINED * shorter
