"""A name as comparing sees it: folded words, compounds written as one, titles and marks of generation taken out.

The words that this depends on stand in ``kg/lang/ar/compare_person.yaml`` and ``titles.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.lang import load
from kg.text.normalize import fold

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\W_]", re.UNICODE)
_INSIDE = {ord(c): None for c in "'’.-"}
AL = fold("\u0627\u0644")  # the article, written on to its word


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a person's name: ``text`` as written (folded, compound joined), ``bare`` without the article.

    ``son`` where "son of" stands before it. ``known`` where it is one of the common Arabic given names.
    """

    text: str
    bare: str
    son: bool
    known: bool


@dataclass(frozen=True, slots=True)
class PersonName:
    """``parts`` in order; ``titles`` that stood before them; ``marks`` of generation or number («II», "the son")."""

    folded: str
    joined: str
    parts: tuple[Part, ...]
    titles: tuple[str, ...]
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class PersonLexicon:
    """The words of compare_person.yaml, folded."""

    son: frozenset[str]
    compound_first: frozenset[str]
    compound_last: frozenset[str]
    foreign: frozenset[str]
    blessings: frozenset[str]
    marks: dict[str, str]
    reigning: frozenset[str]
    titles: frozenset[str]
    same: dict[str, str]
    nicknames: dict[str, frozenset[str]]
    compound_given: frozenset[str]
    very_common: frozenset[str]
    offices: frozenset[str]
    office_words: frozenset[str]
    given: frozenset[str]


def squeeze(text: str) -> str:
    """``text`` folded and without spaces."""
    return "".join(words(text))


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text of any length; nothing is remembered."""
    return tuple(w.translate(_INSIDE) for w in _WORD.findall(fold.__wrapped__(text)))


@lru_cache(maxsize=1 << 16)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a name, punctuation left out; apostrophes and hyphens inside a word fall."""
    return tokens(text)


def bare(word: str) -> str:
    """``word`` (folded) without the article, where at least two letters stay."""
    return word[2:] if word.startswith(AL) and len(word) >= 4 else word


def _folded(names: list[str]) -> frozenset[str]:
    return frozenset("".join(words(name)) for name in names)


def _groups(groups: list[list[str]]) -> dict[str, str]:
    return {squeeze(name): squeeze(group[0]) for group in groups for name in group}


@lru_cache(maxsize=1)
def person_lexicon() -> PersonLexicon:
    """Loaded once from the language data."""
    data: dict[str, Any] = load("compare_person.yaml")
    titles: dict[str, Any] = load("titles.yaml")
    particles = data["particles"]
    marks = {squeeze(w): f"{kind}" for kind, ws in data["generations"].items() for w in ws}
    marks |= {squeeze(w): f"number {number}" for number, ws in data["ordinals"].items() for w in ws}
    nicknames: dict[str, frozenset[str]] = {}
    for number, group in enumerate(data["nicknames"]):
        for name in group:
            key = squeeze(name)
            nicknames[key] = nicknames.get(key, frozenset()) | {str(number)}
    kinds = ("honorifics", "honorifics_f", "ranks", "ranks_f")
    return PersonLexicon(
        son=_folded(particles["son"]),
        compound_first=_folded(particles["compound_first"]),
        compound_last=_folded(particles["compound_last"]),
        foreign=_folded(particles["foreign"]),
        blessings=_folded(data["blessings"]),
        marks=marks,
        reigning=_folded(data["reigning"]),
        titles=_folded([w for kind in kinds for w in titles[kind]]) | _folded(data["offices"] + data["reigning"]),
        same=_groups(data["same"]),
        nicknames=nicknames,
        compound_given=_folded(data["compound_given"]),
        very_common=_folded(data["very_common"]),
        offices=_folded(data["offices"]),
        office_words=_folded(data["office_words"]),
        given=_folded(data["given"]),
    )


@lru_cache(maxsize=1 << 17)
def person(name: str) -> PersonName:
    """Reads a person's name. Titles fall only while a part of the name is left."""
    lexicon = person_lexicon()
    tokens = list(words(name))
    first = _titles(tokens, lexicon)
    titles, tokens = tokens[:first], tokens[first:]
    while titles and titles[-1] in lexicon.compound_first:  # a title that begins a compound («أبو») is none
        tokens.insert(0, titles.pop())
    marks, kept = set(), []
    for i, token in enumerate(tokens):
        if i and token in lexicon.blessings:
            break
        if i and token in lexicon.marks:
            marks.add(lexicon.marks[token])
        else:
            kept.append(token)
    return PersonName(
        folded=" ".join(words(name)),
        joined="".join(kept),
        parts=tuple(_parts(kept, lexicon)),
        titles=tuple(titles),
        marks=frozenset(marks),
    )


def _titles(tokens: list[str], lexicon: PersonLexicon) -> int:
    """How many words at the start are titles: honorifics, ranks, and offices with the words that belong to them."""
    from kg.resolve.compare_body import lexicon as body_lexicon
    from kg.resolve.compare_body import stem
    from kg.resolve.world import nationality_of

    first, office = 0, False
    generic = body_lexicon().generic
    while first < len(tokens) - 1:
        token = tokens[first]
        of_office = office and (token in lexicon.office_words or stem(token) in generic or nationality_of(token))
        if not of_office and (token not in lexicon.titles or token in lexicon.given):
            break
        office = office or token in lexicon.offices
        first += 1
    return first


def _parts(tokens: list[str], lexicon: PersonLexicon) -> list[Part]:
    """Joins compounds: abd + name, abu + name, name + Allah; "son of" becomes a mark on the next part."""
    parts: list[Part] = []
    son, prefix = False, ""
    for i, token in enumerate(tokens):
        last = i == len(tokens) - 1
        if token in lexicon.son and not last and not prefix:
            son = True
            continue
        if (not last and (token in lexicon.compound_first or token in lexicon.foreign)) or (token == AL and not last):
            prefix += token
            continue
        if token in lexicon.compound_last and parts and not prefix and not son:
            before = parts.pop()
            parts.append(_part(before.text + token, before.son, lexicon))
            continue
        parts.append(_part(prefix + token, son, lexicon))
        son, prefix = False, ""
    return parts


def _part(text: str, son: bool, lexicon: PersonLexicon) -> Part:
    stem = lexicon.same.get(text, text)
    without = lexicon.same.get(bare(text), bare(text))
    return Part(stem, without, son, stem in lexicon.given or without in lexicon.given)
