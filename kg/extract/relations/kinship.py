"""Family: «فلان نجل فلان», «زوجته فلانة», «وهي والدة فلان»."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.coreference.antecedent import antecedent
from kg.extract.kin import Kin, kin_of, kin_words
from kg.extract.lexicon import office_words
from kg.extract.relations.places import Edge, Places
from kg.record import Relation
from kg.text.normalize import fold

_COMMAS = frozenset("\u060c,-\u2013(")
_QUOTES = frozenset("\"“”«»'")


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


def _relation(places: Places, chain: list[Kin], i: int, j: int, limit: int, known: dict[tuple[str, str], str]) -> Relation | None:
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
    if chain[0].word in kin_words().courtesy and after is not None and after.mention.start > doc.tokens[j].start:
        return None
    title = " ".join(k.word for k in chain)
    return Relation(
        "relativeOf", subject.mention.entity, owner, title, sentence.start, sentence.end, 0.8, rule="kinship"
    )


def _person_after(places: Places, k: int, limit: int, comma: bool = False) -> Edge | None:
    """The person whose noun phrase begins at token ``k``, past «الرضيع», «شخص يدعى», honorifics."""
    words, honorifics = kin_words(), office_words().before_name
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
        if token.text in _QUOTES or token.text in _COMMAS or token.norm in kin_words().copula:
            k -= 1
        else:
            return None
    return None
