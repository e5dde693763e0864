"""What the gazetteer knows of a name, for comparing and linking. All of resolution asks it here."""

from __future__ import annotations

from functools import lru_cache

from kg.resolve.compare import Found
from kg.resolve.names import words
from kg.world.entry import Entry
from kg.world.gazetteer import entry, gazetteer, lookup

_ARTICLE = "\u0627\u0644"


@lru_cache(maxsize=1 << 17)
def entries(name: str, type: str) -> frozenset[str]:
    """Ids of the entries of the gazetteer that bear this name and are of this type."""
    return frozenset(found.id for found in lookup(name) if found.type == type)


@lru_cache(maxsize=1 << 16)
def ranked(name: str, type: str) -> tuple[str, ...]:
    """The same ids, the one preferred first."""
    return tuple(dict.fromkeys(found.id for found in lookup(name) if found.type == type))


def entry_of(id: str) -> Entry | None:
    """The entry with this id, None where the gazetteer has none."""
    return entry(id)


def entry_features(a: str, b: str, type: str) -> list[Found]:
    """Do the entries of two names speak for one thing or for two?"""
    of_a, of_b = entries(a, type), entries(b, type)
    if not of_a or not of_b:
        return []
    if len(of_a) == len(of_b) == 1:
        if of_a == of_b and _kinds_of(next(iter(of_a)), a, b):
            return []
        return [Found("same_entry" if of_a == of_b else "other_entry")]
    return [] if of_a & of_b else [Found("other_entry")]


def _kinds_of(id: str, a: str, b: str) -> bool:
    """Does each name add a word of its own to the name of the entry, as two of a kind do (two prizes of one name)?"""
    found = entry(id)
    own = set(words(found.name)) if found else set()
    more_a, more_b = set(words(a)) - own, set(words(b)) - own
    return own < set(words(a)) and own < set(words(b)) and bool(more_a - more_b) and bool(more_b - more_a)


@lru_cache(maxsize=1 << 15)
def nationality_of(word: str) -> str | None:
    """The country that an adjective of nationality (a folded word, with or without the article) tells of, or None."""
    nations = gazetteer().index.nations
    for form in (word, word.removeprefix(_ARTICLE)):
        # the accusative is left out: it is written like the country
        countries = {row[0] for row in nations.get(form, {}).get((), ()) if "i" not in row[1]}
        if countries:
            return min(countries)
    return None


@lru_cache(maxsize=1 << 14)
def is_town(name: str) -> bool:
    """Does the gazetteer know a city of this name?"""
    return any(found.type == "Place" and found.subtype == "City" for found in lookup(name))


@lru_cache(maxsize=1 << 14)
def entry_countries(name: str) -> frozenset[str]:
    """The countries of all places of this name that the gazetteer knows."""
    return frozenset(found.country or found.id for found in lookup(name) if found.type == "Place")


def is_country(name: str) -> bool:
    """Does the gazetteer know a country of this name?"""
    return any(found.subtype == "Country" for found in lookup(name))
