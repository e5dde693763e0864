"""What the name tagger sees of one word, context apart: its form, affixes, clitics, and the lists that hold it.

Everything here depends on the word alone and is kept for the words already met, so that a text costs little more than
its distinct words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.lang import load
from kg.text.normalize import fold

_AL = "\u0627\u0644"  # the article
_LL = "\u0644\u0644"  # ل + the article
_AND = "\u0648\u0641"  # و ف
_PREPOSITIONS = ("\u0628", "\u0644", "\u0643")  # ب ل ك
_YA, _YA_HA = "\u064a", "\u064a\u0647"  # endings of adjectives of nationality
_HAMZA_SEATS = str.maketrans({"\u0624": "\u0648", "\u0626": "\u064a"})
_DIGIT = re.compile(r"\d")
_MARKS = str.maketrans(
    {"\u060c": ",", "\u061b": ";", "\u061f": "?", "«": '"', "»": '"', "“": '"', "”": '"', "–": "-", "—": "-"}
)

# The lists the network is told of, and those that only rules use.
LISTS = ("before_person", "before_place", "before_organization", "before_event", "name_particles", "saying")
RULE_LISTS = ("no_body_after",)


class Word(NamedTuple):
    """``form`` is the compared form (folded, digits as 0); ``stems`` are the readings without proclitics and article,
    longest first; ``proclitic`` the letters that the last of them leaves out; ``lists`` the lists of names.yaml that
    hold one of the readings; ``shape`` a coarse class of characters."""

    form: str
    stems: tuple[str, ...]
    proclitic: str
    lists: tuple[str, ...]
    shape: str


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    data = load("names.yaml")
    return {name: frozenset(compared(w) for w in data[name]) for name in (*LISTS, *RULE_LISTS)}


@lru_cache(maxsize=1 << 16)
def compared(word: str) -> str:
    """The form in which the tagger compares words: folded, hamza seats plain, digits as 0, Latin marks."""
    return _DIGIT.sub("0", fold(word).translate(_HAMZA_SEATS).translate(_MARKS)) or "_"


@lru_cache(maxsize=1 << 16)
def stems(form: str) -> tuple[tuple[str, ...], str]:
    """Readings of ``form`` without و ف, without ب ل ك, without the article, in this order; and what was left out."""
    found: list[str] = []
    rest, gone = form, ""
    if rest[0] in _AND and len(rest) > 3:
        gone, rest = rest[0], rest[1:]
        found.append(rest)
    if rest.startswith(_LL) and len(rest) > 4:
        gone, rest = gone + _LL, rest[2:]
        found.append(rest)
        return tuple(found), gone
    if rest[0] in _PREPOSITIONS and len(rest) > 3:
        gone, rest = gone + rest[0], rest[1:]
        found.append(rest)
    if rest.startswith(_AL) and len(rest) > 4:
        gone, rest = gone + _AL, rest[2:]
        found.append(rest)
    return tuple(found), gone


def _shape(form: str, original: str) -> str:
    first = form[0]
    if form.isdigit():
        return f"D{min(len(form), 4)}"
    if "\u0621" <= first <= "\u064a":
        return "A" if form.isalpha() else "a"
    if first.isalpha():
        return "U" if original[0].isupper() else "L"
    return "P"


@lru_cache(maxsize=1 << 16)
def word(text: str) -> Word:
    """The word as the tagger sees it."""
    form = compared(text)
    readings, gone = stems(form)
    held = []
    for name, words in _lists().items():
        if form in words or any(r in words for r in readings):
            held.append(name)
    if gone.endswith(_AL) and form.endswith(_YA):
        held.append("adjective")
    if (gone.endswith(_AL) or gone.endswith(_LL)) and form.endswith(_YA_HA):
        held.append("adjective_f")
    return Word(form, readings, gone, tuple(held), _shape(form, text))
