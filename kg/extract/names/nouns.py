"""Class nouns beside and inside names: bodies of a state named by noun and nationality, types and subtypes that the noun
tells («صحيفة الشرق الأوسط» is a newspaper, «مطار بغداد» a facility)."""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.extract.names.draft import Article, Draft
from kg.extract.names.words import word
from kg.text.clitics import splits
from kg.world.class_nouns import ClassNoun, class_nouns_of

_QUOTES = frozenset("\"'«»“”„‹›(")
_AL = "\u0627\u0644"
_AND = "\u0648"
_FEMININE = ("\u0647", "\u0627\u062a")  # ة (folded), ات
_WIDEST = 3  # words between the noun and its nationality
NATIONAL = 0.8  # measured: share of these that are right


def national_bodies(article: Article, drafts: list[Draft]) -> list[Draft]:
    """«الجيش الإسرائيلي», «وزارة الدفاع الأمريكية», «القوات المسلحة الأوكرانية»: a class noun of a state's body, definite
    words, a definite adjective of nationality. Widens a draft that begins with the noun; otherwise makes one where none is."""
    covered = article.cover(drafts)
    found: list[Draft] = []
    for i in sorted(article.nation_at):
        nation = article.nation_at[i]
        if not nation.definite or article.doc.tokens[i].start != nation.start:
            continue
        body = _body_before(article, i)
        if body is None:
            continue
        first, cut, noun = body
        if _other_head(article, first, noun, nation.gender):
            continue
        over = sorted({covered[k] for k in range(first, i + 1) if covered[k] >= 0})
        if len(over) == 1 and drafts[over[0]].first == first and drafts[over[0]].last <= i:
            d = drafts[over[0]]
            if d.type == noun.type and not d.world:
                d.last, d.end = i + 1, nation.end
        elif not over:
            d = article.draft(first, i + 1, noun.type, NATIONAL, "national-body", article.doc.tokens[first].offset(cut))
            d.subtype = noun.subtypes[0] if noun.subtypes else None
            found.append(d)
    return drafts + found


def _body_before(article: Article, i: int) -> tuple[int, int, ClassNoun] | None:
    tokens = article.doc.tokens
    begin = article.doc.sentences[tokens[i].sentence].first
    for k in range(i - 1, max(begin, i - 1 - _WIDEST) - 1, -1):
        for cut, noun in class_nouns_of(tokens[k].norm):
            if noun.national and noun.type == "Organization":
                if k == i - 1 and not _definite(tokens[k].norm[cut:], tokens[k].norm[:cut]):
                    return None
                return k, cut, noun
        if tokens[k].kind != "word" or not tokens[k].norm.startswith(_AL):
            return None
    return None


def _other_head(article: Article, first: int, noun: ClassNoun, gender: str) -> bool:
    """Does the adjective belong to a word before the noun: «وزير الخارجية الأميركي», «وزيرة الخارجية الألمانية»?"""
    tokens = article.doc.tokens
    if gender == "m" and tokens[first].norm.endswith(_FEMININE):
        return True
    begin = article.doc.sentences[tokens[first].sentence].first
    return "Ministry" in noun.subtypes and first > begin and "before_person" in word(tokens[first - 1].text).lists


def _definite(word: str, prefix: str) -> bool:
    return word.startswith(_AL) or prefix.endswith("\u0644\u0644")


def tell(article: Article, drafts: list[Draft]) -> None:
    """Gives types and subtypes that a class noun tells: the one right before the name that stays outside, or the name's
    first word."""
    for d in drafts:
        noun = _noun_before(article, d)
        if noun is not None and noun.type != d.type and not d.world and d.type != "Person":
            d.type, d.subtype, d.told = noun.type, None, True
        if noun is not None and noun.type == d.type:
            d.told = True
        if d.subtype is None:
            d.subtype = _subtype(article, d, noun)
    _share(article, drafts)


def _noun_before(article: Article, d: Draft) -> ClassNoun | None:
    tokens = article.doc.tokens
    k = d.first - 1
    begin = article.doc.sentences[tokens[d.first].sentence].first
    if k >= begin and tokens[k].text in _QUOTES:
        k -= 1
    if k < begin or d.start > tokens[d.first].start:
        return None
    nouns = [n for _, n in class_nouns_of(tokens[k].norm) if not n.inside]
    if len({n.type for n in nouns}) != 1:
        return None
    return nouns[0]


def _subtype(article: Article, d: Draft, before: ClassNoun | None) -> str | None:
    if before is not None and before.type == d.type and before.subtypes:
        return before.subtypes[0]
    head = article.words(d)[0]
    for split in (s for s in splits(head) if not s.prefix and not s.suffix):
        for _, noun in class_nouns_of(split.stem if split.article else head):
            if noun.type == d.type and noun.subtypes and (d.last - d.first > 1 or noun.national):
                return noun.subtypes[0]
    return None


def _share(article: Article, drafts: list[Draft]) -> None:
    """A subtype told once holds for the same name throughout."""
    told: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for d in drafts:
        if d.subtype:
            told[article.key(d), d.type][d.subtype] += 2 if d.told else 1
    for d in drafts:
        held = told.get((article.key(d), d.type))
        if d.subtype is None and held:
            d.subtype = max(sorted(held), key=lambda s: held[s])
