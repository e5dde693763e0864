"""The words of offices and honorifics, compiled from YAML into forms that are looked up by token."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from kg.lang import DataError, load, particles
from kg.text.clitics import Split, splits
from kg.text.normalize import fold

# Endings of the dual and of the regular plural, written as code points so that no Arabic word stands in Python.
_DUAL = ("\u0627\u0646", "\u064a\u0646", "\u0627", "\u064a")  # nominative, oblique, and both in construct state
_PLURAL = ("\u0648\u0646", "\u064a\u0646", "\u0648", "\u064a")
_HEH = "\u0647"  # folded feminine ending
_TEH = "\u062a"  # what it becomes before another ending
_TEH_MARBUTA = "\u0629"
_ACCUSATIVE = "\u0627"
_CONSTRUCT = frozenset({"\u0627", "\u064a", "\u0648"})
_NOTHING = ("", "", "")
_PRONOUNS = particles("pronouns")


class Head(NamedTuple):
    """A reading of a token as the head of an office. ``start`` counts the letters of proclitics before it."""

    word: str
    start: int
    definite: bool
    number: str
    gender: str
    suffix: bool


class HeadWord(NamedTuple):
    state: bool
    leader: bool
    weak: bool
    suffix: bool
    honorific: bool
    makes: str  # the relation it tells


def forms(word: str, feminine: str | None, plurals: list[str] | None) -> dict[str, tuple[str, str]]:
    """Folded inflected forms of a noun -> (number, gender). ``plurals`` None derives the regular ones."""
    found: dict[str, tuple[str, str]] = {}
    for singular, gender in ((word, "m"), (feminine, "f")):
        if not singular:
            continue
        base = fold(singular)
        stem = base[:-1] + _TEH if base.endswith(_HEH) else base
        gender = "f" if base.endswith(_HEH) and gender == "m" else gender
        found.setdefault(base, ("s", gender))
        if gender == "m":
            found.setdefault(base + _ACCUSATIVE, ("s", "m"))
        for ending in _DUAL:
            if ending not in (_ACCUSATIVE,) or gender == "f":
                found.setdefault(stem + ending, ("d", gender))
    if plurals is None:
        for ending in _PLURAL:
            found.setdefault(fold(word) + ending, ("p", "m"))
    for plural in plurals or []:
        found[fold(plural)] = ("p", "m")
    return found


@dataclass(frozen=True)
class OfficeWords:
    """``offices.yaml`` and ``titles.yaml``, folded."""

    heads: dict[str, HeadWord]
    spelt: dict[str, str]  # head -> as written in the list
    inflected: dict[str, tuple[str, str, str]]  # form -> (head, number, gender)
    whole: frozenset[str]
    whole_bare: frozenset[str]
    whole_sizes: dict[str, tuple[int, ...]]  # first word -> numbers of words, longest first
    synonyms: dict[str, int]
    state_titles: frozenset[str]
    first_offices: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    describing: frozenset[str]
    new: frozenset[str]
    inside: frozenset[str]
    ties: frozenset[str]
    name_ties: frozenset[str]
    charge_ties: frozenset[str]
    stop: frozenset[str]
    one_of: frozenset[str]
    servants: frozenset[str]
    posts: frozenset[str]
    home_words: frozenset[str]
    home_countries: tuple[str, ...]
    language_words: frozenset[str]
    bound: dict[str, str]  # bare title -> folded name of its country
    before_name: dict[str, str]  # honorifics, ranks, professions -> gender
    naming: frozenset[str]


@lru_cache(maxsize=1 << 15)
def begins_office(text: str) -> bool:
    """May an office begin with this token?"""
    return head_of(text) is not None or bool(whole_start(fold(text)))


def folded_words(data: Any, key: str) -> frozenset[str]:
    return frozenset(fold(w) for w in data[key])


@lru_cache(maxsize=1)
def office_words() -> OfficeWords:
    data, titles = load("offices.yaml"), load("titles.yaml")
    heads: dict[str, HeadWord] = {}
    inflected: dict[str, tuple[str, str, str]] = {}
    for word, entry in data["heads"].items():
        entry = entry or {}
        unknown = set(entry) - {"f", "p", "state", "leader", "weak", "suffix", "honorific", "makes"}
        if unknown:
            raise DataError(f"kg/lang/ar/offices.yaml: heads: {word}: unknown key {sorted(unknown)[0]}")
        head = fold(word)
        state, leader, weak, suffix, honorific = (
            bool(entry.get(k)) for k in ("state", "leader", "weak", "suffix", "honorific")
        )
        heads[head] = HeadWord(state, leader, weak, suffix, honorific, entry.get("makes", "position"))
        for form, (number, gender) in forms(word, entry.get("f"), entry.get("p")).items():
            inflected.setdefault(form, (head, number, gender))
    for head in heads:  # a word that is a head itself is no inflected form of another
        inflected[head] = (head, "s", "f" if head.endswith(_HEH) and head not in _MASCULINE else "m")
    whole = frozenset(" ".join(fold(w) for w in text.split()) for text in data["whole"])
    sizes: dict[str, set[int]] = {}
    for text in whole:
        sizes.setdefault(text.split()[0], set()).add(len(text.split()))
    before = {fold(w): "m" for key in ("honorifics", "ranks", "professions") for w in titles[key]}
    before |= {fold(w): "f" for key in ("honorifics_f", "ranks_f", "professions_f") for w in titles[key]}
    return OfficeWords(
        heads=heads,
        spelt={fold(word): word for word in data["heads"]},
        inflected=inflected,
        whole=whole,
        whole_bare=frozenset(bare_title(t) for t in data["whole"]),
        whole_sizes={w: tuple(sorted(s, reverse=True)) for w, s in sizes.items()},
        synonyms={bare_title(t): n for n, line in enumerate(data["synonyms"]) for t in line},
        state_titles=frozenset(bare_title(t) for t in data["state_titles"]),
        first_offices=frozenset(bare_title(t) for t in data["first_offices"]),
        former=folded_words(data, "former"),
        acting=folded_words(data, "acting"),
        describing=folded_words(data, "describing"),
        new=folded_words(data, "new"),
        inside=folded_words(data, "inside"),
        ties=folded_words(data, "ties"),
        charge_ties=folded_words(data, "ties_of_charge"),
        name_ties=folded_words(data, "ties_before_names"),
        stop=folded_words(data, "stop"),
        one_of=folded_words(data, "one_of"),
        servants=folded_words(data, "servants"),
        home_countries=tuple(fold(name) for name in data["home_countries"]),
        language_words=folded_words(data, "language_words"),
        home_words=folded_words(data, "home_words"),
        posts=folded_words(data, "posts"),
        bound={bare_title(title): fold(country) for title, country in data["bound"].items()},
        before_name=before,
        naming=folded_words(titles, "naming"),
    )


_MASCULINE = particles("masculine")


@lru_cache(maxsize=1 << 14)
def bare_title(title: str) -> str:
    """A title as titles are compared: folded, every word without ال, accusative and pronoun left as they are."""
    words = []
    for word in fold(title).split():
        stem = next((s.stem for s in splits(word) if s.article and not s.prefix and len(s.stem) > 2), word)
        words.append(stem)
    return " ".join(words)


_SHORT_LEADS = frozenset({"\u0648", "\u0644", "\u0628"})


def misread(s: Split) -> bool:
    """A short word less a letter is usually another word."""
    if s.definite or not s.prefix or len(s.stem) > 3:
        return False
    return len(s.stem) < 3 or s.prefix not in _SHORT_LEADS


@lru_cache(maxsize=1 << 15)
def head_of(text: str) -> Head | None:
    """The reading of a token as the head of an office, None if it is none. The text itself tells رئيسة from رئيسه."""
    words = office_words()
    for s in splits(fold(text)):
        entry = words.inflected.get(s.stem)
        if entry is None:
            continue
        head, number, gender = entry
        if s.definite and number != "s" and s.stem[-1] in _CONSTRUCT:
            continue  # the construct state bears no article: «الملكي» is no king
        if text.endswith(_HEH) and not s.suffix and not s.definite and words.inflected.get(s.stem[:-1], _NOTHING)[1] == "s":
            continue  # his chief, not a woman chief
        if text.endswith(_TEH_MARBUTA) and s.suffix:
            continue
        if s.suffix and not (s.suffix in _PRONOUNS and (words.heads[head].suffix or number == "s")):
            continue
        if misread(s) or (words.heads[head].weak and len(s.stem) <= 3 and s.prefix and not s.definite):
            continue
        return Head(head, len(s.prefix), s.definite, number, gender, bool(s.suffix))
    return None


@lru_cache(maxsize=1 << 12)
def is_whole(title: str) -> bool:
    """Is it one of the titles of several words that are listed whole?"""
    return bare_title(title) in office_words().whole_bare


@lru_cache(maxsize=1 << 15)
def whole_start(norm: str) -> tuple[int, ...]:
    """Letters of proclitic after which ``norm`` may begin a title of several words."""
    sizes = office_words().whole_sizes
    return tuple(dict.fromkeys(s.start for s in splits(norm) if not s.suffix and norm[s.start :] in sizes))


@lru_cache(maxsize=1 << 15)
def is_definite(norm: str) -> bool:
    """Does the folded token begin with the article, with no proclitic?"""
    return any(s.article and not s.prefix and len(s.stem) > 1 for s in splits(norm))


@lru_cache(maxsize=1 << 15)
def and_definite(norm: str) -> bool:
    """Is it «and» + article + word?"""
    return any(s.article and s.prefix == "\u0648" and len(s.stem) > 2 for s in splits(norm))
