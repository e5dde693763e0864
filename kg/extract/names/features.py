"""Features of the words of a sentence for the linear-chain model (CRF), as lists of strings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extract.names.words import Word, word

# Knowledge of a word beyond its letters (lexicon bits, clusters), as short strings; the first are the weightiest.
Knowledge = Callable[[str], tuple[str, ...]]


class _Parts(NamedTuple):
    here: tuple[str, ...]
    before: tuple[str, ...]  # what the word tells the next one
    after: tuple[str, ...]  # what it tells the one before
    far_before: tuple[str, ...]
    far_after: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def _parts(text: str, knowledge: Knowledge) -> _Parts:
    w = word(text)
    form, last = w.form, (w.stems[-1] if w.stems else w.form)
    here = ["b", "w=" + form, "sh=" + w.shape, "p=" + w.proclitic, f"n={min(len(form), 8)}", "st=" + last]
    here += ["s=" + s for s in w.stems[:-1]]
    for k in (1, 2, 3, 4):
        if len(form) > k:
            here += [f"<{k}{form[:k]}", f">{k}{form[-k:]}"]
    if w.stems:
        here.append("s3=" + last[:3])
    here += ["t=" + t for t in w.lists]
    known = knowledge(text)
    here += known
    near = ["w=" + form, "p=" + w.proclitic]
    if len(form) > 3:
        near += [">2" + form[-2:], ">3" + form[-3:], "<3" + form[:3]]
    if last != form:
        near.append("st=" + last)
    near += ["t=" + t for t in w.lists]
    near += known[:8]
    far = ["w=" + form] + ["t=" + t for t in w.lists] + list(known[:4])
    sign = lambda mark, parts: tuple(mark + p for p in parts)  # noqa: E731
    return _Parts(tuple(here), sign("-1|", near), sign("+1|", near), sign("-2|", far), sign("+2|", far))


def sentence_features(words: Sequence[str], knowledge: Knowledge) -> list[list[str]]:
    """One list of features a word. ``knowledge`` must be the same function for every call (its answers are kept)."""
    parts = [_parts(w, knowledge) for w in words]
    seen: list[Word] = [word(w) for w in words]
    rows = []
    size = len(words)
    for i, p in enumerate(parts):
        row = list(p.here)
        if i:
            row += parts[i - 1].before
            row.append(f"-w|{seen[i - 1].form}|{seen[i].form}")
        else:
            row.append("first")
        if i + 1 < size:
            row += parts[i + 1].after
            row.append(f"+w|{seen[i].form}|{seen[i + 1].form}")
        else:
            row.append("last")
        if i > 1:
            row += parts[i - 2].far_before
        if i + 2 < size:
            row += parts[i + 2].far_after
        for d in (3, 4):
            if i >= d:
                row += [f"-{d}t={t}" for t in seen[i - d].lists[:2]]
        rows.append(row)
    return rows
