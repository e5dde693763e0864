"""Which office, honorific, nationality or class noun stands beside which name: the noun phrases around the names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.cover import Cover
from kg.extract.lexicon import class_noun, head_of, is_definite, is_whole, nominals, office_words
from kg.extract.offices import NONE, Office, find_offices, follows_person
from kg.text.normalize import fold

_COMMAS = frozenset("\u060c,-\u2013\u2014")
_CLOSERS = frozenset('"”»›)\'')
_OPENERS = frozenset('"“«‹(\'”')
_AND = "\u0648"


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
    offices = _beside_names(c, find_offices(c))
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
        if c.name_of[k] >= 0:
            break
        if c.nation_of[k] >= 0 and c.layers.nationalities[c.nation_of[k]].definite:
            if k not in in_office and _qualifies_noun(c, k):
                break
            if phrase.nation == NONE and k not in in_office:
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
    noun = class_noun(c.word(k))
    if noun is None or noun.number != "s" or (noun.definite and k == i - 1):
        return
    if nominals().classes[noun.word].type == c.layers.names[phrase.name].type:
        phrase.class_word = noun.word
        phrase.start = c.token(k).offset(noun.start)


def _beside_names(c: Cover, offices: list[Office]) -> list[Office]:
    """Gives each office the person's name that it stands beside."""
    titled: dict[int, int] = {}  # office -> name that follows
    for k, o in enumerate(offices):
        n = _name_after(c, o)
        if n != NONE:
            titled[k] = n
    starts = {o.first: k for k, o in enumerate(offices)}
    taken = {n for k, n in titled.items() if not is_address(offices[k])}
    after: dict[int, int] = {}  # office -> name before it
    for n, name in enumerate(c.layers.names):
        if name.type != "Person":
            continue
        k = starts.get(_office_place(c, n, offices, starts, n in taken))
        if k is None:
            continue
        if k not in titled or (n not in taken and _is_list(c, titled[k], starts)):
            after[k] = n
            if k in titled:
                taken.discard(titled.pop(k))
    given = [replace(o, name=titled.get(k, after.get(k, NONE))) for k, o in enumerate(offices)]
    _spread(c, given, set(after))
    given.extend(_second_of_dual(c, given))
    return sorted(given, key=lambda o: (o.start, o.end, o.name))


def is_address(office: Office) -> bool:
    """Is it a profession or form of address rather than an office («الأمير», «الكاتب», «المدرب الفرنسي»)?"""
    kind = office_words().heads.get(office.head)
    if kind is None or max(office.organization, office.place, office.body) >= 0:
        return False
    return kind.weak and not is_whole(office.title) or kind.honorific and is_definite(fold(office.title))


def _limit(c: Cover, i: int) -> int:
    return c.doc.sentences[c.token(i).sentence].last


def _name_after(c: Cover, o: Office) -> int:
    """The person's name right after an office, also after a comma or an opening mark."""
    limit, i = _limit(c, o.first), o.last
    if i < limit and c.token(i).text in _CLOSERS:
        i += 1
    if i < limit and (m := c.name_of[i]) >= 0 and c.first[m] == i and c.token(i).text.isascii():
        i = c.last[m]  # the body's other name, in Latin letters
    n = follows_person(c, i, limit)
    if n == NONE and i < limit and c.token(i).text in _COMMAS and o.definite and o.number == "s":
        n = follows_person(c, i + 1, limit)
    return n


def _office_place(c: Cover, n: int, offices: list[Office], starts: dict[int, int], titled: bool) -> int:
    """The token at which an office apposed to the name before it would begin, -1 if none can be. Without a comma it is
    another man's where the name is short or ``titled`` already: «كلف الرئيس {فلان} وزير المالية بذلك»."""
    i, limit = c.last[n], _limit(c, c.first[n])
    parted = False
    while i < limit:
        token = c.token(i)
        if token.text in _CLOSERS or (c.nation_at(i) is not None and c.layers.nationalities[c.nation_of[i]].start == token.start):
            i += 1
        elif not parted and (token.text in _COMMAS or token.text in _OPENERS or token.norm in _PRONOUN_SUBJECTS):
            i += 1
            parted = True
        elif (parted and token.norm in _PRONOUN_SUBJECTS) or token.norm in office_words().one_of:
            i += 1
        else:
            break
    k = starts.get(i)
    if k is None or offices[k].start != c.token(i).start or not (offices[k].definite or parted):
        return NONE
    full = c.last[n] - c.first[n] >= 2
    return i if parted or full and not titled else NONE


_PRONOUN_SUBJECTS = frozenset({"\u0648\u0647\u0648", "\u0647\u0648", "\u0648\u0647\u064a", "\u0647\u064a"})


def _is_list(c: Cover, n: int, starts: dict[int, int]) -> bool:
    """Does name ``n`` have an office of its own after a comma? Then the office before it belongs to the name before."""
    i = c.last[n]
    return i + 1 < len(c.doc.tokens) and c.token(i).text in _COMMAS and i + 1 in starts


def _spread(c: Cover, offices: list[Office], after: set[int]) -> None:
    """«نائب رئيس الوزراء وزير الخارجية فلان», «فلان، رئيس لجنة كذا ورئيس هيئة كذا»: offices of one person in a row."""
    for k in range(len(offices) - 2, -1, -1):
        here, following = offices[k], offices[k + 1]
        if here.name == NONE and following.name != NONE and k + 1 not in after and _adjoin(c, here, following):
            joined = following.start > c.token(following.first).start
            clash = here.countries and following.countries and here.countries != following.countries
            if not clash and (not joined or here.last - here.first > 1) and here.number == "s":
                offices[k] = _of_same(replace(here, name=following.name, confidence=0.75 if joined else 0.9), following)
    for k in range(1, len(offices)):
        before, here = offices[k - 1], offices[k]
        if here.name == NONE and before.name != NONE and (k - 1 in after) and _adjoin(c, before, here):
            offices[k] = replace(here, name=before.name, confidence=0.8)
            after.add(k)


def _of_same(office: Office, following: Office) -> Office:
    """«الأمين العام المساعد رئيس {قطاع فلسطين} ب{الجامعة العربية}»: an office that names no body is of the one after it."""
    if office.countries or max(office.organization, office.place, office.body) >= 0:
        return office
    body = following.outer if following.outer != NONE else following.organization
    return replace(office, countries=following.countries, place=following.place, organization=body, body=following.body)


def _adjoin(c: Cover, left: Office, right: Office) -> bool:
    """Does ``right`` follow at once, with no more than a comma or «and» between?"""
    gap = right.first - left.last
    if gap == 0 or (gap == 1 and c.token(left.last).text in _COMMAS):
        written = c.word(right.first)[: right.start - c.token(right.first).start]
        return _same_sentence(c, left.first, right.first) and written in ("", _AND)
    return False


def _second_of_dual(c: Cover, offices: list[Office]) -> list[Office]:
    """«وزيرا الدفاع الأميركي لويد أوستن والإسرائيلي يوآف غالانت»: the office again, of the second country and name."""
    found = []
    for o in offices:
        if not o.countries or o.name == NONE or c.first[o.name] < o.first:
            continue
        i, limit = c.last[o.name], _limit(c, o.first)
        while i < limit:
            while i < limit and c.token(i).text in _COMMAS:
                i += 1
            nation = c.nation_at(i) if i < limit else None
            if nation is None or not c.word(i).startswith(_AND):
                break
            last = i + 1
            while last < limit and c.nation_of[last] == c.nation_of[i]:
                last += 1
            n = follows_person(c, last, limit)
            if n == NONE:
                break
            found.append(
                replace(o, start=nation.start, end=nation.end, first=i, last=last, countries=(nation.country,), name=n)
            )
            i = c.last[n]
    return found
