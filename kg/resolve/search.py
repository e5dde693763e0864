"""Finding things by what people type: any spelling of an Arabic name, a part of it, Latin letters, or an IRI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from kg.knowledge import Happening, Knowledge, Thing
from kg.lang import load
from kg.resolve.names import bare, squeeze, words
from kg.text.normalize import fold, is_arabic

_LATIN = re.compile(r"[a-z]+")


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = load("translit.yaml")["skeleton"]
    return rules


def _plain(letters: str) -> str:
    """Without vowels, a doubled letter once."""
    kept = [c for c in letters if c not in _rules()["dropped"]]
    return "".join(c for i, c in enumerate(kept) if i == 0 or kept[i - 1] != c)


@lru_cache(maxsize=1 << 16)
def skeletons(name: str) -> frozenset[str]:
    """The sounds of each word of a name, Arabic or Latin, so that both scripts meet: ``{"glnt", "f"}`` for Yoav Gallant."""
    rules = _rules()
    found = set()
    if is_arabic(name):
        for word in words(name):
            for two, one in rules["arabic_digraphs"]:
                word = word.replace(two, one)
            found.add(_plain("".join(rules["arabic"].get(c, c if c.isascii() else "") for c in bare(word))))
    else:
        for word in _LATIN.findall(fold(name)):
            if word not in rules["particles"]:
                for old, new in rules["latin"]:
                    word = word.replace(old, new)
                found.add(_plain(word))
    return frozenset(s for s in found if s)


def _rank(thing: Thing, query: str) -> int | None:
    """How well a thing answers: 0 best, None not at all."""
    if query == thing.uri or query in thing.former_uris:
        return 0
    names = [thing.name, *(n.text for n in thing.names)]
    key = squeeze(query)
    if key and any(squeeze(n) == key for n in names):
        return 1
    english = fold(thing.name_en or "")
    if english and english == " ".join(fold(query).split()):
        return 1
    asked = {bare(w) for w in words(query)}
    if asked and any(asked <= {bare(w) for w in words(n)} for n in (*names, thing.name_en or "")):
        return 2
    sounds = frozenset() if is_arabic(query) else skeletons(query)
    if any(len(s) >= 2 for s in sounds) and any(sounds <= skeletons(n) for n in (*names, thing.name_en or "")):
        return 3
    return None


def find_things(things: Iterable[Thing], query: str) -> list[Thing]:
    """The things that answer best, the most mentioned first; [] where none does."""
    ranked: dict[int, list[Thing]] = {}
    for thing in things:
        rank = _rank(thing, query.strip())
        if rank is not None:
            ranked.setdefault(rank, []).append(thing)
    if not ranked:
        return []
    return sorted(ranked[min(ranked)], key=lambda t: (-len(t.mentions), t.uri))


def find_event(knowledge: Knowledge, iri: str) -> Happening | None:
    """The event of an IRI, old or new."""
    return next((h for h in knowledge.events if iri == h.uri or iri in h.former_uris), None)


def similar(things: Sequence[Thing], query: str, most: int = 5) -> list[Thing]:
    """Things with a name spelled like ``query``, for "did you mean"."""
    from rapidfuzz.distance import JaroWinkler

    key = squeeze(query)
    scored = [(max((JaroWinkler.similarity(key, squeeze(n.text)) for n in t.names), default=0.0), t) for t in things]
    best = sorted((s for s in scored if s[0] >= 0.85), key=lambda s: (-s[0], -len(s[1].mentions), s[1].uri))
    return [t for _, t in best[:most]]
