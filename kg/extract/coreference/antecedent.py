"""Whom a pronoun or a dropped subject means."""

from __future__ import annotations

import bisect
from collections.abc import Collection
from functools import lru_cache

from kg.annotations import Entities, EntityMention
from kg.lang import load
from kg.text.document import Document
from kg.text.normalize import fold

_SENTENCES = 3  # how far back a dropped subject reaches
_SUBJECT, _NEAR = 2.0, 1.5


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = load("pronouns.yaml")
    keys = ("prepositions", "attached", "before_subjects", "masculine_in_t")
    return {key: frozenset(fold(w) for w in data[key]) for key in keys}


def antecedent(
    doc: Document, entities: Entities, offset: int, gender: str, number: str, types: Collection[str]
) -> str | None:
    """The id of the entity that a pronoun or dropped subject at ``offset`` most likely means, None if none fits.

    ``gender`` "m", "f" or "" and ``number`` "s", "d", "p" as the pronoun or verb tells; ``types`` are the entity types
    allowed. The subject of the clause before comes first, then what begins its sentence, then what is near.
    """
    if number != "s":
        return None
    at = doc.sentence_of(offset)
    if at is None:
        return None
    end = bisect.bisect_left(entities.mentions, offset, key=lambda m: m.start)
    best: tuple[float, int, str] | None = None
    for k in range(end - 1, -1, -1):
        m = entities.mentions[k]
        i = doc.token_at(m.start)
        distance = at.index - doc.tokens[i].sentence
        if distance >= _SENTENCES:
            break
        entity = entities.entities[m.entity]
        if entity.type not in types or m.np_end > offset or not _agrees(entity.type, entity.gender, gender):
            continue
        score = _NEAR * (_SENTENCES - distance) + (_SUBJECT if is_subject(doc, m) else 0.0)
        if best is None or (score, -m.start) > (best[0], -best[1]):
            best = (score, m.start, m.entity)
    return best[2] if best else None


def _agrees(type_: str, known: str, wanted: str) -> bool:
    return type_ != "Person" or not known or not wanted or known == wanted


_TEH = "\u062a"  # ending of the perfect, third person feminine


def verb_gender(norm: str) -> str:
    """"f" or "m" as a verb of saying right before its subject tells («قالت», «قال»), "" for another folded word."""
    words = _words()
    if norm in words["before_subjects"]:
        if norm.endswith(_TEH) and norm not in words["masculine_in_t"]:
            return "f"
        return "m" if norm + _TEH in words["before_subjects"] else ""
    return ""  # of other verbs the object may stand first: «رافقت سامرا زوجته»


def is_preposition(norm: str) -> bool:
    """Is the folded word one after which no subject stands?"""
    return norm in _words()["prepositions"]


def is_subject(doc: Document, mention: EntityMention) -> bool:
    """May the noun phrase of ``mention`` be the subject of its clause? Not after a preposition, «و» aside."""
    words = _words()
    i = doc.token_at(mention.np_start)
    token = doc.tokens[i]
    lead = token.norm[: max(mention.np_start - token.start, 0)]
    if lead in words["attached"]:
        return False
    before = doc.tokens[i - 1] if i and doc.tokens[i - 1].sentence == token.sentence else None
    return before is None or (before.norm not in words["prepositions"] and before.norm not in words["attached"])
