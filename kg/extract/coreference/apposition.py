"""Which office, honorific, nationality or class noun stands beside which name: the noun phrases around the names."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.class_nouns import class_noun, nominals
from kg.extract.cover import Cover
from kg.extract.lexicon import head_of, office_words
from kg.extract.office_grammar import Office
from kg.extract.office_lookahead import NONE
from kg.extract.offices import find_offices

_CLOSERS = frozenset('"”»›)\'')
_OPENERS = frozenset('"“«‹(\'”')


@dataclass(slots=True)
class Phrase:
    """The noun phrase around name number ``name``, in offsets. ``nation`` is the number of the nationality said outright
    beside it («الفرنسي ميشال»), -1 if none; ``gender`` "m", "f" or "" as its honorifics tell; ``class_word`` the class
    noun before it («حركة»), "" if none; ``offices`` the offices beside it."""

    name: int
    start: int
    end: int
    nation: int = NONE
    gender: str = ""
    class_word: str = ""
    offices: list[Office] = field(default_factory=list)


def phrases(c: Cover) -> tuple[list[Phrase], list[Office]]:
    """One phrase for each name, and all offices, those beside a name and those that stand alone, in order of start."""
    offices = find_offices(c)
    in_office = {k for o in offices for k in range(o.first, o.last)}
    found = [_around(c, n, in_office) for n in range(len(c.layers.names))]
    for o in offices:
        if o.name != NONE:
            phrase = found[o.name]
            phrase.offices.append(o)
            phrase.start, phrase.end = min(phrase.start, o.start), max(phrase.end, o.end)
            phrase.gender = phrase.gender or ("f" if o.gender == "f" else "")
    for phrase in found:
        if phrase.offices and not phrase.gender and any(o.number == "s" and o.gender == "m" for o in phrase.offices):
            phrase.gender = "m"
    return found, offices


def _around(c: Cover, n: int, in_office: set[int]) -> Phrase:
    """The phrase of name ``n`` less its offices."""
    name = c.layers.names[n]
    phrase = Phrase(n, name.start, name.end)
    i = c.first[n]
    if i < len(c.name_of) and not c.clitic(i, n):
        (_before_person if name.type == "Person" else _before_thing)(c, phrase, i, in_office)
    j = c.last[n]
    while j < len(c.doc.tokens) and c.token(j).text in _CLOSERS:
        j += 1
    nation = c.nation_at(j)
    if nation is not None and nation.definite and nation.start == c.token(j).start and _same_sentence(c, i, j):
        last = j
        while last + 1 < len(c.nation_of) and c.nation_of[last + 1] == c.nation_of[j]:
            last += 1
        phrase.nation = c.nation_of[j] if phrase.nation == NONE else phrase.nation
        phrase.end = c.token(last).end
    return phrase


def _same_sentence(c: Cover, i: int, j: int) -> bool:
    return c.token(i).sentence == c.token(j).sentence


def _before_person(c: Cover, phrase: Phrase, i: int, in_office: set[int]) -> None:
    """Honorifics, ranks and a nationality before a person's name."""
    words = office_words()
    k = i - 1
    while k >= 0 and _same_sentence(c, k, i):
        token = c.token(k)
        if token.text in _OPENERS and k == i - 1:
            k -= 1
            continue
        stem = _without_clitic(c, k)
        if c.name_of[k] >= 0 or k in in_office:
            break
        if c.nation_of[k] >= 0 and c.layers.nationalities[c.nation_of[k]].definite:
            if _qualifies_noun(c, k):
                break
            if phrase.nation == NONE:
                phrase.nation = c.nation_of[k]
            phrase.start = c.layers.nationalities[c.nation_of[k]].start
        elif (stem is not None and stem[0] in words.before_name) or token.norm in words.naming:
            if stem is not None and words.before_name.get(stem[0]) == "f":
                phrase.gender = "f"
            elif stem is not None and stem[0] in words.before_name:
                phrase.gender = phrase.gender or "m"
            phrase.start = token.offset(stem[1] if stem else 0)
        else:
            break
        if stem is None or stem[1]:
            break
        k -= 1


def _qualifies_noun(c: Cover, k: int) -> bool:
    """Does the nationality at token ``k`` qualify a noun before it that is no title («المجلة البريطانية الملكة رانيا»)?"""
    if c.layers.nationalities[c.nation_of[k]].start > c.token(k).start:
        return False
    i = k - 1
    while i >= 0 and c.nation_of[i] >= 0:
        i -= 1
    if i < 0 or not _same_sentence(c, i, k) or c.token(i).kind != "word":
        return False
    if _without_clitic(c, i) is not None or head_of(c.token(i).text) is not None:
        return False
    return c.name_of[i] >= 0 or class_noun(c.word(i)) is not None or any(s.definite for s in c.token(i).splits)


def _without_clitic(c: Cover, k: int) -> tuple[str, int] | None:
    """(folded word less its proclitics as it stands in the lists, letters of proclitic) where it is a known title."""
    words = office_words()
    norm = c.word(k)
    if norm in words.before_name:
        return norm, 0
    for s in c.token(k).splits:
        if s.prefix and not s.suffix:
            word = ("\u0627\u0644" if s.definite else "") + s.stem
            if word in words.before_name:
                return word, len(s.prefix)
    return (norm, 0) if c.nation_of[k] >= 0 else None


def _before_thing(c: Cover, phrase: Phrase, i: int, in_office: set[int]) -> None:
    """The class noun before a body or place: «حركة حماس», «لمدينة رفح»."""
    k = i - 1
    if k >= 0 and c.token(k).text in _OPENERS:
        k -= 1
    if k < 0 or not _same_sentence(c, k, i) or c.name_of[k] >= 0:
        return
    nation = c.nation_at(k)
    if nation is not None and nation.definite and k and c.layers.names[phrase.name].type == "Place":
        noun = class_noun(c.word(k - 1))  # «العاصمة الأفغانية {كابل}»
        if noun is not None and noun.definite and nominals().classes[noun.word].type == "Place":
            phrase.nation, phrase.class_word = c.nation_of[k], noun.word
            phrase.start = c.token(k - 1).offset(noun.start)
        return
    noun = class_noun(c.word(k))
    if noun is None or noun.number != "s" or (noun.definite and k == i - 1):
        return
    if nominals().classes[noun.word].type == c.layers.names[phrase.name].type:
        phrase.class_word = noun.word if nominals().classes[noun.word].apposed else ""
        phrase.start = c.token(k).offset(noun.start)
