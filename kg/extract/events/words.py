"""Function words that shape a clause, from ``kg/lang/ar/clauses.yaml``, and how a token is compared with a word list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.lang import load
from kg.text import inflection
from kg.text.clitics import splits
from kg.text.normalize import fold

_ALEF = "\u0627"


@lru_cache(maxsize=1 << 16)
def keys(norm: str) -> frozenset[str]:
    """What a folded token may be called in a word list: itself, and itself less its particles, with and without the
    article; pronouns stay on."""
    found = {norm}
    for s in splits(norm):
        if not s.suffix:
            found.add(s.article + s.stem)
            found.add(s.stem)
            if len(s.stem) > 4 and s.stem.endswith(_ALEF):
                found.add(s.stem[:-1])  # accusative
    return frozenset(found)


@dataclass(frozen=True)
class ClauseWords:
    """The lists of ``clauses.yaml``, folded. ``light`` maps a surface form of a light verb to the slot of its subject."""

    complementizers: frozenset[str]
    relative: frozenset[str]
    subordinators: frozenset[str]
    adjuncts: frozenset[str]
    prepositions: frozenset[str]
    prepositions_with_pronoun: frozenset[str]
    auxiliaries: frozenset[str]
    passive_light: frozenset[str]
    by: tuple[tuple[str, ...], ...]
    unnamed: frozenset[str]
    determiners: frozenset[str]
    belonging: frozenset[str]
    joiners: frozenset[str]
    collectives: frozenset[str]
    locatives: frozenset[str]
    documents: frozenset[str]
    venues: frozenset[str]
    attribution: frozenset[str]
    attribution_empty: tuple[tuple[str, ...], ...]
    light: dict[str, str]
    from_source: str
    of: str
    that: frozenset[str]
    jussive: str
    contrast: frozenset[str]


@lru_cache(maxsize=1)
def clause_words() -> ClauseWords:
    """The function words. Raises ``DataError`` where the file is broken YAML."""
    data = load("clauses.yaml")
    single = data["words"]

    def folded(words: list[str]) -> frozenset[str]:
        return frozenset(fold(str(w)) for w in words)

    light: dict[str, str] = {}
    for entry in data["light_verbs"]:
        past, present = (fold(v) for v in entry["verb"])
        for form in inflection.past(past) | inflection.present(present):
            light.setdefault(form, entry["slots"])
    return ClauseWords(
        complementizers=folded(data["complementizers"]),
        relative=folded(data["relative_strict"]),
        subordinators=folded(data["subordinators"]),
        adjuncts=folded(data["adjuncts"]),
        prepositions=folded(data["prepositions"]),
        prepositions_with_pronoun=folded(data["prepositions_with_pronoun"]),
        auxiliaries=folded(data["auxiliaries"]),
        passive_light=folded(data["passive_light"]),
        by=tuple(tuple(fold(p).split()) for p in data["by"]),
        unnamed=folded(data["unnamed"]),
        determiners=folded(data["determiners"]),
        belonging=folded(data["belonging"]),
        joiners=folded(data["joiners"]),
        collectives=folded(data["collectives"]),
        locatives=folded(data["locatives"]),
        documents=folded(data["documents"]),
        venues=folded(data["venues"]),
        attribution=folded(data["attribution"]["words"]),
        attribution_empty=tuple(tuple(fold(p).split()) for p in data["attribution"]["empty"]),
        light=light,
        from_source=fold(single["from_source"]),
        of=fold(single["of"]),
        that=folded(single["that"]),
        jussive=fold(single["jussive"]),
        contrast=folded(single["contrast"]),
    )
