"""The words of time, compiled from YAML into one table that is looked up by folded token."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from kg.extract.time.numbers import words
from kg.lang import DataError, load
from kg.text.normalize import fold

_ARTICLE, _FUSED = "\u0627\u0644", "\u0644\u0644"
_AND, _SO, _IN, _FOR, _LIKE = "\u0648", "\u0641", "\u0628", "\u0644", "\u0643"
# what may be written on to a word of time -> the mark under which the grammar asks for it
CLITICS: dict[str, str] = {
    _AND: "and",
    _SO: "other",
    _IN: "in",
    _FOR: "for",
    _LIKE: "other",
    _AND + _IN: "other",
    _AND + _FOR: "other",
    _SO + _IN: "other",
    _SO + _FOR: "other",
}
_FILES = ("time_words.yaml", "months.yaml", "hijri.yaml", "weekdays.yaml", "holidays.yaml")


class Reading(NamedTuple):
    """What a folded word may be: ``value`` of ``category``, if the words of ``tail`` follow. ``clitic`` is the mark of
    the particle before it ("" if none), of ``letters`` letters. ``sure`` is false for words that are also others."""

    category: str
    value: Any
    tail: tuple[str, ...]
    clitic: str
    letters: int
    sure: bool


def _entries() -> Iterator[tuple[str, Any, str, str]]:
    """(category, value, name, which list it stood in) of all data files."""
    for file in _FILES:
        for category, entries in load(file).items():
            for entry in entries:
                unknown = set(entry) - {"value", "names", "ambiguous", "bare"}
                if unknown or "value" not in entry:
                    raise DataError(f"kg/lang/ar/{file}, {category}: {entry} needs value and names; unknown: {unknown}")
                for kind in ("names", "ambiguous", "bare"):
                    for name in entry.get(kind, ()):
                        if not isinstance(name, str):
                            raise DataError(f"kg/lang/ar/{file}, {category}: {name!r} is no text; write it in quotes")
                        yield category, entry["value"], name, kind


def _tokens(name: str) -> tuple[str, ...]:
    """The words of a name as the tokenizer makes them: a stop is a token of its own."""
    return tuple(fold(name).replace(".", " . ").split())


@lru_cache(maxsize=1)
def readings() -> dict[str, tuple[Reading, ...]]:
    """Folded first word, with or without clitics -> what it may be. A spelling listed as it stands is not also read
    as a clitic and a shorter word of the same category."""
    table: dict[str, dict[tuple[Any, ...], Reading]] = {}

    def add(word: str, reading: Reading) -> None:
        key = (reading.category, repr(reading.value), reading.tail, reading.clitic)
        table.setdefault(word, {}).setdefault(key, reading)

    listed = set()
    for category, value, name, kind in _entries():
        head, *rest = _tokens(name)
        listed.add(head)
        add(head, Reading(category, value, tuple(rest), "", 0, kind == "names"))
    for category, value, name, kind in _entries():
        head, *rest = _tokens(name)
        if not head[0].isalpha():
            continue
        tail = tuple(rest)
        for clitic, mark in CLITICS.items():
            if kind == "bare" and clitic != _AND:
                continue
            add_form(table, listed, head, clitic, Reading(category, value, tail, mark, len(clitic), kind == "names"))
    return {word: tuple(found.values()) for word, found in sorted(table.items())}


def add_form(
    table: dict[str, dict[tuple[Any, ...], Reading]], listed: set[str], head: str, clitic: str, reading: Reading
) -> None:
    """Puts ``clitic`` + ``head`` into ``table``; ل + ال becomes لل."""
    word = clitic + head
    if clitic.endswith(_FOR) and head.startswith(_ARTICLE):
        word = clitic[:-1] + _FUSED + head[len(_ARTICLE) :]
        reading = reading._replace(letters=len(clitic) + 1)
    if word in listed and any(r.category == reading.category for r in table[word].values()):
        return
    key = (reading.category, repr(reading.value), reading.tail, reading.clitic)
    table.setdefault(word, {}).setdefault(key, reading)


class Entry(NamedTuple):
    """The readings of a word: of it alone, and by the word that must follow."""

    alone: tuple[Reading, ...]
    followed: dict[str, tuple[Reading, ...]]


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """``readings`` sorted by what follows."""
    table: dict[str, Entry] = {}
    for word, found in readings().items():
        followed: dict[str, list[Reading]] = {}
        for reading in found:
            if reading.tail:
                followed.setdefault(reading.tail[0], []).append(reading)
        alone = tuple(r for r in found if not r.tail)
        table[word] = Entry(alone, {second: tuple(rs) for second, rs in followed.items()})
    return table


_LEAST_MISSPELT = 5  # letters; shorter words have too many neighbours


@lru_cache(maxsize=1)
def _spellings() -> dict[str, dict[str, Any]]:
    """Month and weekday names of one word, as the lists give them -> value."""
    found: dict[str, dict[str, Any]] = {"MONTH": {}, "WEEKDAY": {}}
    for category, value, name, kind in _entries():
        if category in found and kind == "names" and len(_tokens(name)) == 1:
            found[category][fold(name)] = value
    return found


@lru_cache(maxsize=1 << 12)
def misspelt(word: str, category: str) -> Any:
    """The month or weekday that ``word`` misspells by one letter (missing, too many, wrong or exchanged with its
    neighbour), None where there is none or several are as near."""
    from rapidfuzz.distance import OSA

    if len(word) < _LEAST_MISSPELT:
        return None
    names = _spellings()[category]
    near = {v for name, v in names.items() if len(name) >= _LEAST_MISSPELT and OSA.distance(word, name) == 1}
    return near.pop() if len(near) == 1 else None


@lru_cache(maxsize=1)
def number_forms() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Folded word with which a number may begin -> (the word less its particle, the mark and letters of that)."""
    w = words()
    table: dict[str, list[tuple[str, str, int]]] = {}
    plain = {*w.plain, *w.multipliers, *w.doubles, *w.teen_one}
    for word in sorted(plain | {_ARTICLE + p for p in plain} | w.ordinals.keys() | w.ordinal_tens.keys()):
        table.setdefault(word, []).append((word, "", 0))
        for clitic, mark in CLITICS.items():
            letters, form = len(clitic), clitic + word
            if clitic.endswith(_FOR) and word.startswith(_ARTICLE):
                letters, form = letters + 1, clitic[:-1] + _FUSED + word[len(_ARTICLE) :]
            table.setdefault(form, []).append((word, mark, letters))
    return {form: tuple(found) for form, found in table.items()}


@lru_cache(maxsize=1)
def categories() -> frozenset[str]:
    """All categories of words, and those of numbers that ``lattice`` makes."""
    return frozenset({category for category, _, _, _ in _entries()}) | NUMBER_CATEGORIES


NUMBER_CATEGORIES = frozenset(
    {
        "DAY_NUMBER",
        "YEAR_NUMBER",
        "HIJRI_YEAR_NUMBER",
        "SHORT_YEAR",
        "LONG_YEAR",
        "COUNT",
        "HOUR_NUMBER",
        "CLOCK",
        "DOT_CLOCK",
        "NUMERIC_DATE",
        "ORDINAL",
    }
)


@lru_cache(maxsize=1)
def context() -> dict[str, frozenset[tuple[str, ...]]]:
    """The lists of ``time_context.yaml``, each a set of folded word sequences."""
    return {name: frozenset(_tokens(word) for word in words) for name, words in load("time_context.yaml").items()}


@lru_cache(maxsize=1)
def context_words() -> dict[str, frozenset[str]]:
    """The lists of ``time_context.yaml`` whose entries are single words."""
    return {name: frozenset(s[0] for s in words if len(s) == 1) for name, words in context().items()}
