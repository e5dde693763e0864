"""Adjectives of nationality: every inflected form of those that the countries of the gazetteer give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeVar

from kg.extract.annotations import Nationality
from kg.lang import load
from kg.text.clitics import proclitic_lengths
from kg.text.document import Document
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


@lru_cache(maxsize=1)
def _words() -> tuple[str, tuple[str, ...], frozenset[str]]:
    clitics = load("clitics.yaml")
    refused = load("nationalities.yaml")["refuse_alef_maksura"]
    return clitics["article"], tuple(clitics["proclitics_with_article"]), frozenset(refused)


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
    article, fused, _ = _words()
    found = []
    for k in proclitic_lengths(norm):
        rest = norm[k:]
        if norm[:k] in fused:
            if rest in index.nations:
                found.append((k, rest, True))
            continue
        if rest.startswith(article) and rest[len(article) :] in index.nations:
            found.append((k, rest[len(article) :], True))
        if rest in index.nations and (not k or len(rest) > 3):
            found.append((k, rest, False))
    return found


def _at(doc: Document, index: Index, i: int) -> Nation | None:
    token = doc.tokens[i]
    article, _, refused = _words()
    last = doc.sentences[token.sentence].last
    best: Nation | None = None
    for start, stem, definite in index.nation_starts[token.norm]:
        for rest, forms in index.nations[stem].items():
            if i + 1 + len(rest) > last:
                continue
            following = [t.norm for t in doc.tokens[i + 1 : i + 1 + len(rest)]]
            bare = all(w == r for w, r in zip(following, rest, strict=True))
            with_article = all(w in (r, article + r) for w, r in zip(following, rest, strict=True))
            if not (with_article if definite else bare):
                continue
            if best is not None and best.last - best.first >= 1 + len(rest):
                continue
            usable = [f for f in forms if not (definite and "i" in f.flags) and _fits(doc, i, 1 + len(rest), f)]
            if not usable or (not rest and token.text[-1:] == "\u0649" and _plain(token.text, start, refused)):
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
    doc: Document, index: Index, places: Sequence[_M], nations: Sequence[Nation], votes: Counter[str]
) -> tuple[list[_M], list[Nationality]]:
    """Parts names from adjectives where both claim a word.

    A country's name of several words keeps its adjective («the United States of America»); one that is written as the
    adjective is («as-Saudiyya») is an adjective where a definite noun or a name stands right before it; else the name wins
    over an adjective without article.
    """
    by_token = {n.first: n for n in nations}
    kept: list[_M] = []
    inside: set[int] = set()
    ends = {p.last for p in places}
    for place in places:
        nation = by_token.get(place.first)
        country = index.type_of(place.sense.entry)[1] == "Country"
        if nation is not None and nation.last == place.last:
            if nation.definite and _stands_by_noun(doc, place.first, ends):
                continue
            inside.add(nation.first)
        elif country:
            inside.update(range(place.first, place.last))
        kept.append(place)
    marks = []
    for nation in nations:
        if nation.first in inside:
            continue
        first = doc.tokens[nation.first]
        number = index.number(nation.countries[0])
        marks.append(
            Nationality(
                start=first.offset(nation.start),
                end=doc.tokens[nation.last - 1].end,
                country=nation.countries[0],
                name=index.entry(number).name if number is not None else "",
                definite=nation.definite,
                number=nation.number,
                gender=nation.gender,
            )
        )
    return kept, marks


def _stands_by_noun(doc: Document, i: int, ends: set[int]) -> bool:
    """Is the token before ``i`` a definite noun or the end of a name, so that an adjective may follow?"""
    if i <= doc.sentences[doc.tokens[i].sentence].first:
        return False
    previous = doc.tokens[i - 1]
    if previous.kind != "word":
        return False
    if i in ends:
        return True
    article, fused, _ = _words()
    return any(
        previous.norm[k:].startswith(article) or previous.norm[:k] in fused for k in proclitic_lengths(previous.norm)
    )


