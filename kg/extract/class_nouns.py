"""Class nouns («حركة», «المدينة») and the other words that mean something named before, from ``nominals.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.extract.lexicon import bare_title, folded_words, misread
from kg.lang import load
from kg.text.clitics import splits
from kg.text.normalize import fold

_HEH, _TEH, _DUAL = "\u0647", "\u062a", "\u0627"
_ARTICLE = "\u0627\u0644"


class ClassNoun(NamedTuple):
    """A reading of a token as a class noun. ``start`` as on Head; ``prefix`` the proclitics themselves."""

    word: str
    start: int
    definite: bool
    number: str
    prefix: str


class ClassWord(NamedTuple):
    type: str
    subtypes: frozenset[str]
    alone: bool
    named: bool
    general: bool
    apposed: bool


@dataclass(frozen=True)
class Nominals:
    """``nominals.yaml``, folded."""

    classes: dict[str, ClassWord]
    inflected: dict[str, tuple[str, str]]  # form -> (class noun, number)
    vague: frozenset[str]
    same_body: dict[str, int]
    pairs: dict[str, str]  # form -> persons, countries, cities
    own_country: frozenset[str]
    last: frozenset[str]
    last_refuses: frozenset[str]
    territory: frozenset[str]
    known_as: frozenset[str]


@lru_cache(maxsize=1)
def nominals() -> Nominals:
    data = load("nominals.yaml")
    classes: dict[str, ClassWord] = {}
    inflected: dict[str, tuple[str, str]] = {}
    for word, entry in data["classes"].items():
        noun = fold(word)
        classes[noun] = ClassWord(entry["type"], frozenset(entry["subtypes"]), bool(entry.get("alone", True)), entry.get("alone") == "named", entry.get("general", False), entry.get("apposed", True))
        inflected[noun] = (noun, "s")
        if noun.endswith(_HEH):
            inflected.setdefault(noun[:-1] + _TEH + _DUAL, (noun, "d"))
        for form in entry.get("p", []):
            inflected.setdefault(fold(form), (noun, "p"))
    return Nominals(
        classes=classes,
        inflected=inflected,
        vague=folded_words(data, "vague"),
        same_body={bare_title(t): n for n, line in enumerate(data["same_body"]) for t in line},
        pairs={fold(w): kind for kind, line in data["pairs"].items() for w in line},
        own_country=folded_words(data, "own_country"),
        last=folded_words(data, "last"),
        last_refuses=folded_words(data, "last_refuses_before"),
        territory=folded_words(data, "territory"),
        known_as=folded_words(data, "known_as"),
    )


@lru_cache(maxsize=1 << 15)
def class_noun(norm: str) -> ClassNoun | None:
    """The reading of a folded token as a class noun, None if it is none."""
    inflected = nominals().inflected
    for s in splits(norm):
        if s.suffix or s.stem not in inflected or misread(s):
            continue
        word, number = inflected[s.stem]
        return ClassNoun(word, len(s.prefix), s.definite, number, s.prefix)
    return None


@lru_cache(maxsize=1 << 15)
def pair_kind(norm: str) -> tuple[str, int] | None:
    """What a dual such as «البلدان» stands for, and its letters of proclitic."""
    for s in splits(norm):
        if not s.suffix and (kind := nominals().pairs.get(norm[s.start :])):
            return kind, s.start
        if not s.suffix and s.definite and not s.article and (kind := nominals().pairs.get(_ARTICLE + s.stem)):
            return kind, len(s.prefix)
    return None


@lru_cache(maxsize=1 << 15)
def listed(norm: str, which: str) -> int | None:
    """Letters of proclitic before a word of the list ``which`` of nominals.yaml, None if ``norm`` is none of it."""
    words: frozenset[str] = getattr(nominals(), which)
    for s in splits(norm):
        if norm[s.start :] in words:
            return s.start
        if s.definite and not s.article and _ARTICLE + s.stem in words:
            return len(s.prefix)
    return None
