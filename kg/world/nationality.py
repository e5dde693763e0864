"""Adjectives of nationality: every inflected form of those that the countries of the gazetteer give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeVar

from kg.annotations import Nationality
from kg.lang import load
from kg.text.clitics import proclitic_lengths
from kg.text.document import Document
from kg.text.normalize import fold
from kg.world.index import Index, NationForm, Sense


class Nation(NamedTuple):
    """An adjective found: tokens ``first:last`` after ``start`` letters. ``countries`` it may stand for; ``weak``: only
    where the article speaks of the country."""

    first: int
    last: int
    start: int
    countries: tuple[str, ...]
    weak: bool
    definite: bool
    number: str
    gender: str


class _Match(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def sense(self) -> Sense: ...


_M = TypeVar("_M", bound=_Match)


class _Words(NamedTuple):
    article: str
    fused: tuple[str, ...]
    refused: frozenset[str]
    prepositions: frozenset[str]
    feminine: tuple[str, ...]
    accusative: str
    no_accusative: tuple[str, ...]
    particles: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    clitics, data = load("clitics.yaml"), load("nationalities.yaml")
    return _Words(
        article=clitics["article"],
        fused=tuple(clitics["proclitics_with_article"]),
        refused=frozenset(data["refuse_alef_maksura"]),
        prepositions=frozenset(fold(w) for w in data["before_a_country"]),
        feminine=tuple(data["feminine_endings"]),
        accusative=data["accusative_ending"],
        no_accusative=tuple(data["not_accusative"]),
        particles=frozenset(fold(w) for w in data["no_nouns"]),
    )


def adjectives(doc: Document, index: Index) -> list[Nation]:
    """Every adjective of nationality in ``doc``; of compound ones the longest."""
    found: list[Nation] = []
    tokens = doc.tokens
    i = 0
    while i < len(tokens):
        nation = _at(doc, index, i) if _may_begin(index, tokens[i].norm) else None
        if nation is None:
            i += 1
        else:
            found.append(nation)
            i = nation.last
    return found


def _may_begin(index: Index, norm: str) -> bool:
    known = index.nation_starts.get(norm)
    if known is None:
        known = index.nation_starts[norm] = tuple(_starts(index, norm))
    return bool(known)


def _starts(index: Index, norm: str) -> list[tuple[int, str, bool]]:
    """(letters of particles, stem, definite) for the readings of ``norm`` as the first word of an adjective."""
    words = _words()
    found = []
    for k in proclitic_lengths(norm):
        rest = norm[k:]
        if norm[:k] in words.fused:
            if rest in index.nations:
                found.append((k, rest, True))
            continue
        if rest.startswith(words.article) and rest[len(words.article) :] in index.nations:
            found.append((k, rest[len(words.article) :], True))
        if rest in index.nations and (not k or len(rest) > 3):
            found.append((k, rest, False))
    return found


def _at(doc: Document, index: Index, i: int) -> Nation | None:
    token = doc.tokens[i]
    words = _words()
    last = doc.sentences[token.sentence].last
    best: Nation | None = None
    for start, stem, definite in index.nation_starts[token.norm]:
        for rest, forms in index.nations[stem].items():
            if i + 1 + len(rest) > last:
                continue
            following = [t.norm for t in doc.tokens[i + 1 : i + 1 + len(rest)]]
            bare = all(w == r for w, r in zip(following, rest, strict=True))
            with_article = all(w in (r, words.article + r) for w, r in zip(following, rest, strict=True))
            if not (with_article if definite else bare):
                continue
            if best is not None and best.last - best.first >= 1 + len(rest):
                continue
            usable = [f for f in forms if not (definite and "i" in f.flags) and _fits(doc, i, 1 + len(rest), f)]
            if not usable or (not rest and token.text[-1:] == "\u0649" and _plain(token.text, start, words.refused)):
                continue
            best = Nation(
                i,
                i + 1 + len(rest),
                start,
                tuple(dict.fromkeys(f.country for f in usable)),
                all("w" in f.flags for f in usable),
                definite,
                usable[0].number,
                usable[0].gender,
            )
    return best


def _plain(text: str, start: int, refused: frozenset[str]) -> bool:
    """Is this spelling, in final alef maksura, another word?"""
    return text[start:] in refused or text in refused


def _fits(doc: Document, i: int, length: int, form: NationForm) -> bool:
    """Do the words around tokens ``i:i+length`` allow ``form``?"""
    if not (form.after or form.refuse_after or form.refuse_before):
        return True
    sentence = doc.sentences[doc.tokens[i].sentence]
    previous = doc.tokens[i - 1].norm if i > sentence.first else ""
    following = doc.tokens[i + length].norm if i + length < sentence.last else ""
    if previous in form.refuse_after or following in form.refuse_before:
        return False
    return not form.after or any(previous[k:] in form.after for k in proclitic_lengths(previous))


def chosen(nations: Sequence[Nation], votes: Counter[str], index: Index) -> list[Nation]:
    """Each with the one country it stands for here; weak ones only where the article names the country."""
    found = []
    for nation in nations:
        best = min(nation.countries, key=lambda c: (-votes[c], index.number(c) or 0))
        if nation.weak and not votes[best]:
            continue
        found.append(nation._replace(countries=(best,)))
    return found


def mark(
    doc: Document, index: Index, places: Sequence[_M], nations: Sequence[Nation]
) -> tuple[list[_M], list[Nationality]]:
    """Parts names from adjectives where both claim a word.

    A country's name of several words keeps its adjective («the United States of America»), and any name keeps an
    indefinite one («Columbia University», whose Columbia reads as an accusative). A country's name of one word it may be written
    as the adjective is (as-Saudiyya, Suriya, or Rusiya in the accusative), and the words around it decide.
    """
    by_token = {n.first: n for n in nations}
    adjectives_end = {n.last for n in nations} - {p.last for p in places}
    written = {(p.sense.entry, doc.tokens[p.first].norm[p.start :]) for p in places if p.last == p.first + 1}
    ends = {p.last for p in places}
    kept: list[_M] = []
    inside: set[int] = set()
    for place in places:
        nation = by_token.get(place.first)
        if nation is not None and nation.last == place.last:
            otherwise = any(e == place.sense.entry and w != _norm(doc, place) for e, w in written)
            if _is_adjective(doc, nation, ends, nation.first in adjectives_end, otherwise):
                continue
            inside.add(nation.first)
        else:
            country = index.type_of(place.sense.entry)[1] == "Country"
            for i in range(place.first, place.last):
                if country or ((held := by_token.get(i)) is not None and not held.definite):
                    inside.add(i)
        kept.append(place)
    return kept, [_nationality(doc, index, n) for n in nations if n.first not in inside]


def _norm(doc: Document, place: _Match) -> str:
    return doc.tokens[place.first].norm[place.start :]


def _nationality(doc: Document, index: Index, nation: Nation) -> Nationality:
    number = index.number(nation.countries[0])
    return Nationality(
        start=doc.tokens[nation.first].offset(nation.start),
        end=doc.tokens[nation.last - 1].end,
        country=nation.countries[0],
        name=index.entry(number).name if number is not None else "",
        definite=nation.definite,
        number=nation.number,
        gender=nation.gender,
    )


def _is_adjective(doc: Document, nation: Nation, ends: set[int], after_adjective: bool, otherwise: bool) -> bool:
    """Is a word that is both a country's name and an adjective of its nationality the adjective here?

    Definite: right after a definite noun or a name, or with "and" after another such adjective. Indefinite feminine: after an indefinite feminine noun, or where the
    article writes the country ``otherwise`` and no preposition stands before. Accusative: after an accusative noun.
    """
    i = nation.first
    if i <= doc.sentences[doc.tokens[i].sentence].first or doc.tokens[i - 1].kind != "word":
        return False
    before = doc.tokens[i - 1].norm
    words = _words()
    if nation.definite:
        if nation.start:
            return after_adjective
        if i in ends:
            return True
        return any(before[k:].startswith(words.article) or before[:k] in words.fused for k in proclitic_lengths(before))
    if nation.start or any(before[k:] in words.prepositions for k in proclitic_lengths(before)):
        return False
    if nation.gender == "f":
        return otherwise or (before.endswith(words.feminine) and not before.startswith(words.article))
    if len(before) < 4 or before in words.particles or before.endswith(words.no_accusative) or i in ends:
        return False
    return before.endswith(words.accusative)
