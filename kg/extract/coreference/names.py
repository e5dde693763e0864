"""Which names of an article name the same thing: long and short forms, spellings, aliases.

Two names are compared by what they are made of, never by a similarity of whole strings: «محمد علي» and «محمود علي» are
close and are two men. A short form that fits several goes to the one that its office tells, else to the one named last.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.class_nouns import nominals
from kg.extract.coreference.apposition import Phrase
from kg.extract.cover import Cover
from kg.extract.kin import kin_of
from kg.extract.lexicon import bare_title, office_words
from kg.lang import particles
from kg.text.normalize import fold

_ARTICLE, _FOR, _IN, _AND = "\u0627\u0644", "\u0644", "\u0628", "\u0648"
# first halves of names, written apart or together: servant of, father of
_HALVES = particles("halves")
_SON = "+"
_SONS = particles("son")
_LINKS = particles("chain")  # son, daughter, house of
# letters with which foreign names are spelt variously, each to one of them
_FOREIGN = str.maketrans(
    {"\u063a": "\u062c", "\u0642": "\u062c", "\u0643": "\u062c", "\u062b": "\u062a", "\u0638": "\u0632"}
)
_VOWELS = str.maketrans({"\u0627": None, "\u0648": None, "\u064a": None})
_KNOWN_AS = 6  # tokens within which «known as» and the other name stand
_LONG = 6  # letters from which on a part of a name is compared without its long vowels

_OPEN, _CLOSE = frozenset('("“”«‹\''), frozenset(')"“”»›\'')


class Form(NamedTuple):
    """What a name is made of. For a person: its ``parts`` in order, "+" before one that follows «بن». For the rest: ``parts[0]`` is the head and the others
    are sorted; ``country`` is the gazetteer id that an adjective or a country's name inside tells, "" if none."""

    parts: tuple[str, ...]
    country: str = ""


@dataclass(slots=True)
class _Forest:
    """Disjoint sets of names; the root is the first name of its set."""

    parent: list[int]

    def root(self, n: int) -> int:
        while self.parent[n] != n:
            self.parent[n] = self.parent[self.parent[n]]
            n = self.parent[n]
        return n

    def join(self, a: int, b: int) -> None:
        a, b = self.root(a), self.root(b)
        self.parent[max(a, b)] = min(a, b)


def group_names(c: Cover, around: list[Phrase], country_ids: dict[str, str]) -> list[list[int]]:
    """The names of the article (by number), those of one thing together, in order of their first.

    ``country_ids`` maps folded names of countries to their gazetteer ids.
    """
    names = c.layers.names
    forest = _Forest(list(range(len(names))))
    by_world: dict[tuple[str, str], int] = {}
    for n, name in enumerate(names):
        if name.world and not name.ambiguous:
            forest.join(n, by_world.setdefault((name.type, name.world), n))
    for a, b in (*_bracketed(c), *_renamed(c)):
        forest.join(a, b)
    for type_ in ("Person", "Organization", "Place", "NamedEvent"):
        members = [n for n, name in enumerate(names) if name.type == type_]
        forms = {n: person_form(c, n) if type_ == "Person" else thing_form(c, n, country_ids) for n in members}
        _join_forms(c, around, forest, members, forms, _person_fit if type_ == "Person" else _thing_fit)
    groups: dict[int, list[int]] = defaultdict(list)
    for n in range(len(names)):
        groups[forest.root(n)].append(n)
    return [groups[r] for r in sorted(groups)]


def _bracketed(c: Cover) -> list[tuple[int, int]]:
    """«رابطة دول جنوب شرقي آسيا (اسيان)», «إتحاد إتصالات "موبايلي"»: a second name in brackets right after the first."""
    pairs = []
    tokens = c.doc.tokens
    for n, name in enumerate(c.layers.names):
        i = c.last[n]
        if i < len(tokens) and name.type == "Organization" and tokens[i].text.isascii() and not tokens[i - 1].text.isascii():
            m = c.name_of[i]
            if m >= 0 and c.first[m] == i and c.layers.names[m].type == name.type and not _disagree(c, n, m):
                pairs.append((n, m))
        if i + 3 < len(tokens) and tokens[i].text in _CLOSE and tokens[i + 1].text in _OPEN:
            i += 1
        if i + 2 >= len(tokens) or tokens[i].text not in _OPEN:
            continue
        m = c.name_of[i + 1]
        if m < 0 or c.first[m] != i + 1 or c.clitic(i + 1, m) or c.layers.names[m].type != name.type:
            continue
        end = c.last[m]
        if end < len(tokens) and tokens[end].text in _CLOSE and name.type != "Place" and not _disagree(c, n, m):
            pairs.append((n, m))
    return pairs


def _renamed(c: Cover) -> list[tuple[int, int]]:
    """«تنظيم {الدولة} المعروف إعلاميا باسم {داعش}»: a name that another is known by."""
    pairs = []
    words = nominals().known_as
    for n, name in enumerate(c.layers.names):
        i, end = c.last[n], min(c.last[n] + _KNOWN_AS, len(c.doc.tokens))
        while i < end and c.token(i).kind == "punct":
            i += 1
        if i >= end or c.word(i) not in words or c.token(i).sentence != c.token(c.first[n]).sentence:
            continue
        m = next((c.name_of[k] for k in range(i, min(i + _KNOWN_AS, len(c.name_of))) if c.name_of[k] >= 0), -1)
        if m > n and c.layers.names[m].type == name.type and not _disagree(c, n, m):
            pairs.append((n, m))
    return pairs


def _disagree(c: Cover, n: int, m: int) -> bool:
    """Does the gazetteer say that the two are different things?"""
    a, b = c.layers.names[n], c.layers.names[m]
    return bool(a.world and b.world and a.world != b.world and not a.ambiguous and not b.ambiguous)


def _part(word: str) -> str:
    """A word of a name as parts are compared: without ال, foreign letters as one, long ones without long vowels."""
    if word.startswith(_ARTICLE) and len(word) > 4:
        word = word[2:]
    word = word.translate(_FOREIGN)
    return word[0] + word[1:].translate(_VOWELS) if len(word) >= _LONG else word


def person_form(c: Cover, n: int) -> Form:
    """The parts of a person's name: «بن» marked, «آل» left out, «عبد الله» one part."""
    name = c.layers.names[n]
    parts: list[str] = []
    held = son = ""
    for word in fold(c.doc.text[name.start : name.end]).replace("-", " ").split():
        word = "".join(ch for ch in word if ch.isalnum())
        if word in _HALVES and not held:
            held = word
        elif word and (held or word not in _LINKS):
            parts.append(son + _part(held + word))
            held = son = ""
        elif word in _SONS:
            son = _SON
    return Form(tuple(parts) or (fold(c.doc.text[name.start : name.end]),))


def thing_form(c: Cover, n: int, country_ids: dict[str, str]) -> Form:
    """The head of a name and its other words, a country among them as its id."""
    head, rest, country = "", [], ""
    for i in range(c.first[n], c.last[n]):
        token = c.token(i)
        word = token.norm[len(c.clitic(i, n)) :] if i == c.first[n] else token.norm
        word = "".join(ch for ch in word if ch.isalnum())
        if not word:
            continue
        nation = c.layers.nationalities[c.nation_of[i]].country if c.nation_of[i] >= 0 else country_ids.get(word, "")
        if nation and (head or (i + 1 == c.last[n] and not head and word in country_ids)):
            country = country or nation
            continue
        if not head:
            head = bare_title(word)
        else:
            rest.append(_inner(word))
    if head in _COUNTRY_CLASSES and country and not rest:
        head = ""
    return Form((head, *sorted(set(rest))), country)


_COUNTRY_CLASSES = particles("country_classes")


def _inner(word: str) -> str:
    """A word inside a name without «و», «ل», «ب» and ال: the same way for both names that are compared."""
    for lead in (_AND, _FOR, _IN):
        if word.startswith(lead + _ARTICLE) or (lead == _FOR and word.startswith(_FOR + _FOR)):
            return word[3:] if word.startswith(lead + _ARTICLE) else word[2:]
    if word.startswith(_ARTICLE) and len(word) > 4:
        return word[2:]
    return word[1:] if word.startswith(_FOR) and len(word) > 3 else word


def _person_fit(short: Form, long: Form) -> int:
    """How well ``short`` may stand for ``long``: 0 not at all, 3 as a family name does."""
    s, whole = short.parts, long.parts
    if len(s) > len(whole):
        return 0
    if len(s) == 1:
        # «سلمان» is not «محمد بن سلمان» but «بن سلمان» is
        place = [k for k, part in enumerate(whole) if part == s[0]]
        if not place or len(whole) == 1:
            return 0
        return 3 if place[-1] == len(whole) - 1 else 2 if place[0] == 0 else 1
    if whole[-len(s) :] == s:
        return 3
    if s[0] != whole[0]:
        return 0
    rest = iter(part.removeprefix(_SON) for part in whole)
    return 3 if all(part.removeprefix(_SON) in rest for part in s) else 0


def _thing_fit(short: Form, long: Form) -> int:
    if short.country and long.country and short.country != long.country:
        return 0
    classes, same = nominals().classes, nominals().same_body
    head, whole_head = short.parts[0], long.parts[0]
    s, whole = set(short.parts[1:]), set(long.parts[1:])
    if head == whole_head and s <= whole and (s < whole or short.country != long.country):
        return 3 if short.country == long.country or not short.country else 0
    body = same.get(" ".join(short.parts), -1)
    if body >= 0 and short.country == long.country and body == same.get(" ".join(long.parts)):
        return 3
    klass = classes.get(whole_head)
    if klass and not klass.subtypes <= _KEEPS_CLASS and short.parts == long.parts[1:]:
        return 3
    return 0


_KEEPS_CLASS = frozenset({"Facility", "Mountain", "Water"})


def _join_forms(c: Cover, around: list[Phrase], forest: _Forest, members: list[int], forms: dict[int, Form], fit) -> None:  # type: ignore[no-untyped-def]
    by_form: dict[Form, list[int]] = defaultdict(list)
    for n in members:
        by_form[forms[n]].append(n)
    by_part: dict[str, list[Form]] = defaultdict(list)
    order = sorted(by_form, key=lambda f: (-len(f.parts) - bool(f.country), by_form[f][0]))
    for form in order:
        found: dict[Form, int] = {}
        for part in (form.parts[0], form.parts[0].removeprefix(_SON), _body_key(form)):
            for other in by_part[part]:
                if score := fit(form, other):
                    found[other] = score
        best = max(found.values(), default=0)
        longer = [n for other, score in found.items() if score == best for n in by_form[other]]
        if any(_of_kin(c, n) for n in by_form[form]):
            longer = []  # «حاجم خيري … والده خيري»: a relative shares parts of the name
        _attach(c, around, forest, by_form[form], longer, best)
        for part in dict.fromkeys((*form.parts, _body_key(form))):
            by_part[part].append(form)


def _of_kin(c: Cover, n: int) -> bool:
    """Does «والده» or «شقيقها» stand right before the name?"""
    i = c.first[n] - 1
    kin = kin_of(c.token(i).text) if i >= 0 and c.layers.names[n].type == "Person" else None
    return kin is not None and bool(kin.whose)


def _body_key(form: Form) -> str:
    """Under which «الجيش» and «القوات المسلحة» of one country are found together."""
    return f"={nominals().same_body.get(' '.join(form.parts), form.parts)}"


def _attach(c: Cover, around: list[Phrase], forest: _Forest, short: list[int], longer: list[int], best: int) -> None:
    """Joins the mentions ``short`` of one form with the things that the names ``longer`` name."""
    roots = sorted({forest.root(n) for n in longer})
    allowed = [r for r in roots if not any(_disagree(c, n, r) for n in short)]
    if not allowed:
        for n in short[1:]:
            if not _disagree(c, n, short[0]):
                forest.join(n, short[0])
        return
    if len(allowed) == 1:
        first = min(n for n in longer if forest.root(n) == allowed[0])
        for n in short:
            if best >= 3 or n > first:  # a given name alone only after it was introduced
                forest.join(n, allowed[0])
            else:
                forest.join(n, short[0])
        return
    known = {n: r for n in short if (r := _by_office(around, forest, n, longer)) is not None}
    told = sorted(set(known.values()))
    for n in short:
        if n in known:
            forest.join(n, known[n])
        elif len(told) == 1:
            forest.join(n, told[0])
        else:
            before = [m for m in longer if m < n and forest.root(m) in allowed]
            forest.join(n, max(before) if before else allowed[0])


def _by_office(around: list[Phrase], forest: _Forest, n: int, longer: list[int]) -> int | None:
    """The thing among ``longer`` that bears the office beside name ``n``, None if none or several do."""
    mine = {o.head for o in around[n].offices}
    if not mine:
        return None
    fitting = sorted({forest.root(m) for m in longer if mine & {o.head for o in around[m].offices}})
    return fitting[0] if len(fitting) == 1 else None


def title_group(title: str) -> str | int:
    """Titles that mean one office have one key."""
    bare = bare_title(title)
    return office_words().synonyms.get(bare, bare)
