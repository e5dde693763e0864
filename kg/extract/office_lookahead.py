"""What follows a word of an office phrase: looks ahead of the grammar, takes nothing."""

from __future__ import annotations

from kg.extract.class_nouns import class_noun
from kg.extract.cover import Cover
from kg.extract.lexicon import and_definite, head_of, is_definite, office_words, whole_start

NONE = -1
AND, IN, FOR, FOR_THE = "\u0648", "\u0628", "\u0644", "\u0644\u0644"
TIES = frozenset({IN, FOR, FOR_THE})  # particles that tie a complement to an office
COMMAS = frozenset("\u060c,-\u2013\u2014")
_OPENERS = frozenset('"“”«‹(\'')
_RUN = 8  # definite words that one charge may run through
_CHAIN = 4  # indefinite words that a construct chain may run through before its definite end


def follows_person(c: Cover, i: int, limit: int) -> int:
    """The number of the person's name that begins at token ``i`` or after honorifics and ranks there; -1 if none."""
    before = office_words().before_name
    while i < limit:
        name = c.name_at(i)
        if name is not None:
            return c.name_of[i] if name.type == "Person" and not c.clitic(i, c.name_of[i]) else NONE
        nation = c.nation_at(i)
        apposed = nation is not None and nation.definite and nation.start == c.token(i).start
        if not apposed and c.word(i) not in before and c.token(i).text not in _OPENERS:
            return NONE
        i += 1
    return NONE


def person_at(c: Cover, i: int, limit: int) -> bool:
    """Does a person's name stand at token ``i``, or after a comma there?"""
    i += i < limit and c.token(i).text in COMMAS
    return follows_person(c, i, limit) >= 0


def leads_to_person(c: Cover, i: int, limit: int) -> bool:
    """Do «للمفاوضات النووية» or «وإصلاح المستشفيات» lead from token ``i`` right to a person's name?"""
    words = office_words()
    token = c.token(i) if i < limit else None
    if token is None or token.kind != "word" or c.name_of[i] >= 0 or token.norm in words.stop:
        return False
    charge = any(s.prefix in TIES and s.definite for s in token.splits)
    charge = charge or (token.norm.startswith(FOR) and is_definite(c.word(i + 1)))
    charge = charge and head_of(token.text) is None
    if not charge and not (token.norm.startswith(AND) and is_definite(c.word(i + 1)) and head_of(token.text) is None):
        return False
    return person_at(c, run_end(c, i + 1, limit), limit)


def run_end(c: Cover, i: int, limit: int) -> int:
    """Where the run of definite words from token ``i`` on ends («والمغاربة المقيمين بالخارج»)."""
    j = i
    while j < min(i + _RUN, limit) and c.name_of[j] < 0 and c.nation_at(j) is None:
        definite = is_definite(c.word(j)) or and_definite(c.word(j))
        if not definite and not any(s.prefix in TIES and s.definite for s in c.token(j).splits):
            break
        if c.word(j) in office_words().before_name and follows_person(c, j, limit) >= 0:
            break
        j += 1
    return j


def chain_ends(c: Cover, i: int, limit: int) -> bool:
    """Does the construct chain that goes on at token ``i`` reach a definite word or a name?"""
    words = office_words()
    for j in range(i, min(i + _CHAIN, limit)):
        norm = c.word(j)
        if c.name_of[j] >= 0:
            return j > i and c.first[c.name_of[j]] == j and c.layers.names[c.name_of[j]].type != "Person"
        if c.nation_at(j) is not None:
            return j > i
        if is_definite(norm) or norm in words.ties:
            return j > i
        if c.token(j).kind != "word" or norm in words.stop:
            return False
        noun = class_noun(norm)
        if noun is not None and noun.prefix in TIES:
            return j <= i + 1
    return False


def whole_title(c: Cover, i: int, limit: int) -> tuple[int, int] | None:
    """(letters of proclitic, number of tokens) of the longest title of several words that begins at token ``i``."""
    words = office_words()
    norm = c.word(i)
    for start in whole_start(norm):
        for size in words.whole_sizes[norm[start:]]:
            text = " ".join([norm[start:], *(c.word(k) for k in range(i + 1, i + size))])
            if text in words.whole and i + size <= limit and all(c.name_of[k] < 0 for k in range(i, i + size)):
                return start, size
    return None
