"""Where a name begins and ends: what the model took in too much or left out is mended by class nouns, titles,
nationalities and conjunctions."""

from __future__ import annotations

import unicodedata

from kg.extract.names.draft import Article, Draft
from kg.extract.names.lexicon import lexicon
from kg.extract.names.words import compared, word
from kg.text.clitics import splits
from kg.world.class_nouns import ClassNoun, class_nouns_of

# Confidence below which a span of the model is no name: measured, about one in eight of these are right.
DOUBTFUL = 0.55
# Chance of being in a name, by the model, from which a class noun before a name is taken into it.
TAKEN_IN = 0.35
_CLOSING = frozenset("\"'»”›)]")
_AL = "\u0627\u0644"
_LL = "\u0644\u0644"
_AND = "\u0648"
_JOINS = (_AND, "\u0644")  # and, to: «ماكرون وميركل», «ماكرون لميركل»


def mend(article: Article, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` with their edges mended, doubtful ones left out, two people joined by «and» apart."""
    places = {(n.start, n.end) for n in article.world}
    found: list[Draft] = []
    for d in drafts:
        if (d.confidence < DOUBTFUL and (d.start, d.end) not in places) or _ministry_of_a_minister(article, d):
            continue
        _trim(article, d)
        _without_class_noun(article, d, places)
        if not _common_noun(article, d):
            found += _joined_people(article, d)
    return found


def take_in(article: Article, drafts: list[Draft]) -> list[Draft]:
    """Takes a class noun that belongs to the name and stands before it into the name, where the model suspects it
    («حكومة ميانمار», «جامعة كولومبيا», of which the model gave the country alone)."""
    tokens = article.doc.tokens
    covered = article.cover(drafts)
    for d in drafts:
        i = d.first - 1
        if i < 0 or tokens[i].sentence != tokens[d.first].sentence or d.start != tokens[d.first].start:
            continue
        noun = _inside_noun(article, i)
        if noun is None or covered[i] >= 0 or not article.chance or article.chance[i] < TAKEN_IN:
            continue
        cut, found = noun
        d.first, d.start, d.type = i, tokens[i].offset(cut), found.type
        d.world, d.ambiguous, d.subtype = "", False, None
        d.rule, d.confidence = f"{d.rule}+noun", min(d.confidence, max(article.chance[i], DOUBTFUL))
    return drafts


def _inside_noun(article: Article, i: int) -> tuple[int, ClassNoun] | None:
    norm = article.doc.tokens[i].norm
    for cut, noun in class_nouns_of(norm):
        if noun.inside and not norm[cut:].startswith(_AL):
            return cut, noun
    return None


def _ministry_of_a_minister(article: Article, d: Draft) -> bool:
    """«وزير [الدفاع الإسرائيلي]»: what stands after the word for minister is no body by itself."""
    i = d.first - 1
    return d.type == "Organization" and i >= 0 and "no_body_after" in word(article.doc.tokens[i].text).lists


def _common_noun(article: Article, d: Draft) -> bool:
    """Is it one class noun without the article, a name cut off after its first word («كأس», «تنظيم»)?"""
    token = article.doc.tokens[d.first]
    if d.last - d.first > 1 or d.type == "Person":
        return False
    cut = len(token.norm) - len(article.words(d)[0])
    if token.norm[cut:].startswith(_AL) or token.norm[:cut].endswith(_LL):
        return False
    if d.type == "NamedEvent":
        return "before_event" in word(token.text).lists
    return any(k == cut for k, _ in class_nouns_of(token.norm))


def _trim(article: Article, d: Draft) -> None:
    tokens = article.doc.tokens
    while d.last - d.first > 1 and tokens[d.last - 1].kind == "punct" and tokens[d.last - 1].text not in _CLOSING:
        _end(article, d, d.last - 1)
    if d.type == "Person":
        while d.last - d.first > 1 and d.first in article.nation_at and article.nation_at[d.first].definite:
            _begin(article, d, d.first + 1)
    least = 2 if d.type == "Place" else 3
    nation = article.nation_at.get(d.last - 1)
    if d.last - d.first >= least and nation and nation.definite and _bare(article, d.last - 2):
        _end(article, d, d.last - 1)
    while d.end > d.start and unicodedata.category(article.doc.text[d.end - 1]) == "Cf":
        d.end -= 1


def _bare(article: Article, i: int) -> bool:
    """Has the word neither the article nor an ending that goes with one: «شنغهاي» before «الصينية»?"""
    return not any(s.article or s.definite for s in splits(article.doc.tokens[i].norm) if not s.suffix)


def _without_class_noun(article: Article, d: Draft, world: set[tuple[int, int]]) -> None:
    if d.last - d.first < 2:
        return
    tokens = article.doc.tokens
    outside = any(not n.inside and n.type == d.type for _, n in class_nouns_of(tokens[d.first].norm))
    if outside and (tokens[d.first + 1].start, d.end) in world and (d.start, d.end) not in world:
        _begin(article, d, d.first + 1)


def _joined_people(article: Article, d: Draft) -> list[Draft]:
    tokens = article.doc.tokens
    known = lexicon()
    if d.type == "Person":
        for i in range(d.first + 1, d.last):
            form = compared(tokens[i].norm)
            if form.startswith(_JOINS) and len(form) > 4 - (form[0] == _AND) and form not in known and form[1:] in known:
                right = article.draft(i, d.last, d.type, d.confidence, d.rule, tokens[i].offset(1))
                _end(article, d, i)
                return [d, right]
    return [d]


def _begin(article: Article, d: Draft, first: int) -> None:
    d.first = first
    d.start = article.doc.tokens[first].start


def _end(article: Article, d: Draft, last: int) -> None:
    d.last = last
    d.end = article.doc.tokens[last - 1].end
