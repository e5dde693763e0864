"""Raw news to learn word vectors from: sentences of compared words."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from kg.extract.names.words import compared
from kg.text.document import analyse

# Non-commercial text must leave no trace in a model that is shipped.
NON_COMMERCIAL = frozenset({"saudinewsnet"})


def sentences(folder: Path) -> Iterator[list[str]]:
    """Sentences of every ``*.jsonl.gz`` of ``folder`` that may be learned from, in order of file name; copies of a
    text already seen are passed over."""
    seen: set[int] = set()
    for path in sorted(folder.glob("*.jsonl.gz")):
        if path.name.removesuffix(".jsonl.gz") in NON_COMMERCIAL:
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                for text in (row.get("title") or "", row.get("text") or ""):
                    digest = hash_of(text)
                    if text and digest not in seen:
                        seen.add(digest)
                        doc = analyse("", text)
                        for s in doc.sentences:
                            yield [compared(t.text) for t in doc.tokens[s.first : s.last]]


def hash_of(text: str) -> int:
    """A number that equal texts share."""
    import hashlib

    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")
