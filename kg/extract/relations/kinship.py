"""Family: «فلان نجل فلان», «زوجته فلانة», «وهي والدة فلان»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.extract.coreference.antecedent import antecedent
from kg.extract.lexicon import office_words
from kg.extract.relations.places import Edge, Places
from kg.lang import load
from kg.record import Relation
from kg.text.clitics import splits
from kg.text.normalize import fold

_GENDER = {"\u0647": "m", "\u0647\u0627": "f"}  # his, her
_HEH, _TEH = "\u0647", "\u0629"
_COMMAS = frozenset("\u060c,-\u2013(")
_QUOTES = frozenset("\"“”«»'")


class _Kin(NamedTuple):
    """A reading of a token: the word of kinship, whether it is a woman, whose ("m", "f", "" for no pronoun)."""

    word: str
    female: bool
    whose: str
    start: int


@dataclass(frozen=True)
class _Words:
    forms: dict[str, tuple[str, bool, bool]]  # folded form -> (word, female, may stand without a pronoun)
    courtesy: frozenset[str]
    between: frozenset[str]
    copula: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = load("kinship.yaml")
    forms: dict[str, tuple[str, bool, bool]] = {}
    for word, entry in data["words"].items():
        for form in (word, *entry.get("p", []), *entry.get("suffixed", [])):
            forms.setdefault(fold(form), (word, entry.get("f", False), entry.get("alone", True)))
    courtesy = frozenset(word for word, entry in data["words"].items() if entry.get("courtesy"))
    return _Words(forms, courtesy, frozenset(map(fold, data["between"])), frozenset(map(fold, data["copula"])))


@lru_cache(maxsize=1 << 14)
def kin_of(text: str) -> _Kin | None:
    """The reading of a token as a word of kinship, None if it is none. The text itself tells ابنة from ابنه."""
    norm = fold(text)
    forms = _words().forms
    for s in splits(norm):
        entry = forms.get(s.stem)
        if entry is None or s.definite or (s.suffix and s.suffix not in _GENDER):
            continue
        word, female, alone = entry
        if text.endswith(_HEH) and not s.suffix and _words().forms.get(s.stem[:-1]):
            continue  # his son, not a daughter
        if text.endswith(_TEH) and s.suffix:
            continue
        if not s.suffix and (not alone or s.prefix not in ("", "\u0648")):
            continue
        return _Kin(word, female, _GENDER.get(s.suffix, ""), len(s.prefix))
    return None


def find(places: Places) -> Iterator[Relation]:
    """The family relations of an article; ``title`` is the word of kinship, the subject is who bears it."""
    doc = places.doc
    known: dict[tuple[str, str], str] = {}  # (word, relative) -> subject, for «زوج ابنتها»
    i = 0
    while i < len(doc.tokens):
        kin = kin_of(doc.tokens[i].text) if doc.tokens[i].kind == "word" else None
        if kin is None:
            i += 1
            continue
        j, chain = i + 1, [kin]
        limit = doc.sentences[doc.tokens[i].sentence].last
        while j < limit and not chain[-1].whose and (further := kin_of(doc.tokens[j].text)) and not further.start:
            chain.append(further)
            j += 1
        relation = _relation(places, chain, i, j, limit, known)
        if relation is not None:
            known[fold(relation.title or ""), relation.object] = relation.subject
            yield relation
        i = j


def _relation(places: Places, chain: list[_Kin], i: int, j: int, limit: int, known: dict[tuple[str, str], str]) -> Relation | None:
    doc = places.doc
    after = _person_after(places, j, limit)
    sentence = doc.sentences[doc.tokens[i].sentence]
    whose = chain[-1].whose
    if whose:
        owner = antecedent(doc, places.entities, doc.tokens[i].start, whose, "s", ("Person",))
        if owner is not None and len(chain) > 1 and (fold(chain[-1].word), owner) in known:
            owner, chain = known[fold(chain[-1].word), owner], chain[:-1]
        subject = after
    else:
        owner = after.mention.entity if after else None
        before = _person_before(places, i, sentence.first)
        subject = before
        if before is None and after is not None:
            # «نجل الرئيس سامر نور، جمال»: the relative follows
            subject = _person_after(places, after.last, limit, comma=True)
    if subject is None or owner is None or subject.mention.entity == owner:
        return None
    if chain[0].word in _words().courtesy and after is not None and after.mention.start > doc.tokens[j].start:
        return None
    title = " ".join(k.word for k in chain)
    return Relation(
        "relativeOf", subject.mention.entity, owner, title, sentence.start, sentence.end, 0.8, rule="kinship"
    )


def _person_after(places: Places, k: int, limit: int, comma: bool = False) -> Edge | None:
    """The person whose noun phrase begins at token ``k``, past «الرضيع», «شخص يدعى», honorifics."""
    words, honorifics = _words(), office_words().before_name
    while k < limit:
        token = places.doc.tokens[k]
        for edge in places.starts.get(k, ()):
            if places.entities.entities[edge.mention.entity].type == "Person" and not edge.clitic:
                return edge
        if places.starts.get(k):
            return None
        if token.text in _QUOTES or (comma and token.text in _COMMAS) or token.norm in words.between or token.norm in honorifics:
            k += 1
        else:
            return None
    return None


def _person_before(places: Places, k: int, begin: int) -> Edge | None:
    """The person whose noun phrase or name ends just before token ``k``, commas and «وهي» between."""
    while k > begin:
        for edge in places.ends.get(k, ()):
            if places.entities.entities[edge.mention.entity].type == "Person":
                return edge
        token = places.doc.tokens[k - 1]
        if token.text in _QUOTES or token.text in _COMMAS or token.norm in _words().copula:
            k -= 1
        else:
            return None
    return None
