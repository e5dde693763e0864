"""What the gazetteer knows of a name, for comparing and linking. All of resolution asks it here."""

from __future__ import annotations

from functools import lru_cache

from kg.resolve.compare import Found


@lru_cache(maxsize=1 << 17)
def entries(name: str, type: str) -> frozenset[str]:
    """Ids of the entries of the gazetteer that bear this name and are of this type."""
    try:
        from kg.world.gazetteer import lookup
    except ImportError:
        return frozenset()
    return frozenset(entry.id for entry in lookup(name) if entry.type == type)


def entry_features(a: str, b: str, type: str) -> list[Found]:
    """Do the entries of two names speak for one thing or for two?"""
    of_a, of_b = entries(a, type), entries(b, type)
    if not of_a or not of_b:
        return []
    if len(of_a) == len(of_b) == 1:
        return [Found("same_entry" if of_a == of_b else "other_entry")]
    return [] if of_a & of_b else [Found("other_entry")]


@lru_cache(maxsize=1 << 15)
def nationality_of(word: str) -> str | None:
    """The country that an adjective of nationality (a folded word, with or without the article) tells of, or None."""
    return None
