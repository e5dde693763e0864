"""Offices: «وزير الدفاع الأمريكي», «المتحدث باسم البيت الأبيض», each with the person's name beside it or alone.

``office_grammar`` reads the phrase; here it is given the name before or after it, also where one name has several offices
in a row («نائب رئيس الوزراء وزير الخارجية فلان») or one office several names («وزيرا الدفاع الأميركي فلان والإسرائيلي فلان»).
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cover import Cover
from kg.extract.lexicon import begins_office, is_definite, is_whole, office_words
from kg.extract.office_grammar import Office, parse_office
from kg.extract.office_lookahead import COMMAS as _COMMAS
from kg.extract.office_lookahead import NONE, follows_person
from kg.lang import particles
from kg.text.normalize import fold

_CLOSERS = frozenset('"”»›)\'')
_OPENERS = frozenset('"“«‹(\'”')
_AND = "\u0648"
_HOLDER = 14  # tokens back to the person who was given the office
_PRONOUN_SUBJECTS = particles("pronoun_subjects")


def find_offices(c: Cover) -> list[Office]:
    """The offices of an article in order of start, professions and forms of address among them (see ``is_address``)."""
    return _beside_names(c, _all_offices(c))


def is_address(office: Office) -> bool:
    """Is it a profession or form of address rather than an office («الأمير», «الكاتب», «المدرب الفرنسي»)?"""
    kind = office_words().heads.get(office.head)
    if kind is None or max(office.organization, office.place, office.body) >= 0:
        return False
    return (kind.weak and not is_whole(office.title)) or (kind.honorific and is_definite(fold(office.title)))


def _all_offices(c: Cover) -> list[Office]:
    """The office phrases of an article in order of start; none has its name yet."""
    found: list[Office] = []
    for sentence in c.doc.sentences:
        i = sentence.first
        while i < sentence.last:
            office = parse_office(c, i, sentence.last) if begins_office(c.token(i).text) else None
            if office is None:
                i += 1
            else:
                found.append(office)
                i = office.last  # an office inside a complement («نائب رئيس الوزراء») is not one of its own
    return found


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
        place = _office_place(c, n, offices, starts, n in taken)
        if place == NONE:
            continue
        k = starts[place]
        if k not in titled or (n not in taken and _is_list(c, titled[k], starts)):
            after[k] = n
            if k in titled:
                taken.discard(titled.pop(k))
    for k, o in enumerate(offices):
        if k not in titled and k not in after and (n := _holder_before(c, o)) != NONE:
            after[k] = n
    given = [replace(o, name=titled.get(k, after.get(k, NONE))) for k, o in enumerate(offices)]
    _spread(c, given, set(after))
    given.extend(_second_of_dual(c, given))
    return sorted(given, key=lambda o: (o.start, o.end, o.name))


def _holder_before(c: Cover, o: Office) -> int:
    """«شغل {فلان} منصب وزير الدفاع», «انتخب {فلان} أمس رئيسا للحزب»: the person named last before the office, -1 if none."""
    words = office_words()
    first = c.doc.sentences[c.token(o.first).sentence].first
    post = o.first > first and c.word(o.first - 1) in words.posts
    if not post and not o.accusative:
        return NONE
    for i in range(o.first - 1, max(first, o.first - _HOLDER) - 1, -1):
        n = c.name_of[i]
        if n >= 0 and c.layers.names[n].type == "Person":
            return n
    return NONE


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
    if titled and c.first[n] and c.token(c.first[n] - 1).text in _COMMAS:
        return NONE  # «كلف رئيس الجمهورية، {فلان}، وزير التجارة بذلك»
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
    return i if parted or (full and not titled) else NONE


def _is_list(c: Cover, n: int, starts: dict[int, int]) -> bool:
    """Does name ``n`` have an office of its own after a comma? Then the office before it belongs to the name before."""
    i = c.last[n]
    return i + 1 < len(c.doc.tokens) and c.token(i).text in _COMMAS and i + 1 in starts


def _spread(c: Cover, offices: list[Office], after: set[int]) -> None:
    """«نائب رئيس الوزراء وزير الخارجية فلان», «فلان، رئيس لجنة كذا ورئيس هيئة كذا»: offices of one person in a row."""
    for k in range(1, len(offices)):
        before, here = offices[k - 1], offices[k]
        if here.name == NONE and before.name != NONE and (k - 1 in after) and _adjoin(c, before, here):
            offices[k] = replace(here, name=before.name, confidence=0.8)
            after.add(k)
    for k in range(len(offices) - 2, -1, -1):
        here, following = offices[k], offices[k + 1]
        if here.name == NONE and following.name != NONE and k + 1 not in after and _adjoin(c, here, following):
            joined = following.start > c.token(following.first).start
            clash = here.countries and following.countries and here.countries != following.countries
            joined_address = joined and is_address(following)
            if not clash and not joined_address and (not joined or here.last - here.first > 1) and here.number == "s":
                offices[k] = _of_same(replace(here, name=following.name, confidence=0.75 if joined else 0.9), following)


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
        return c.token(left.first).sentence == c.token(right.first).sentence and written in ("", _AND)
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
