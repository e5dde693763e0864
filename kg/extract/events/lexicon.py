"""The event lexicon: ``kg/lang/ar/events/*.yaml`` compiled to a table from surface form to readings.

A reading says: this word, in this grammatical form, may tell that event. Which reading holds in a text is decided in
``triggers``. A wrong entry is an error when the files are loaded, naming file, leaf and entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kg.lang import DataError, load
from kg.schema import roles_of, schema
from kg.text import inflection
from kg.text.normalize import fold

FILES = (
    "contact",
    "statement",
    "governance",
    "conflict",
    "life",
    "justice",
    "economy",
    "disaster",
    "sport",
)
_FIELDS = {
    "verb", "passive", "nouns", "participle", "victims", "forms", "forms_out", "phrase", "within", "next", "not_next",
    "prev", "not_prev", "near", "noun_next", "verb_next", "next_prefix", "speech_only", "leaf", "slots", "idafa",
    "content", "status", "light", "anonymous", "talk", "subj_types", "obj_types", "needs", "must", "must_not",
}  # fmt: skip
VERBAL = frozenset(("past", "joined", "present", "jussive", "passive"))


@dataclass(frozen=True, eq=False)
class Entry:
    """A word family that tells an event. ``slots`` maps "subj", "obj", "passive" or a folded preposition to a role;
    ``content`` are the folded prepositions (and "obj", "phrase") that lead to what a statement reports; word sets are
    folded. ``name`` is how the rule is called in provenance."""

    name: str
    leaf: str
    slots: dict[str, str]
    idafa: str
    content: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    within: int
    next: frozenset[str]
    noun_next: frozenset[str]
    verb_next: frozenset[str]
    next_prefix: tuple[str, ...]
    not_next: frozenset[str]
    prev: frozenset[str]
    not_prev: frozenset[str]
    near: frozenset[str]
    forms_out: frozenset[str]
    subj_types: tuple[str, ...]
    obj_types: tuple[str, ...]
    needs: tuple[str, ...]
    speech_only: bool
    light: bool
    anonymous: bool
    talk: bool
    status: str
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """``form``: past, joined (past before a pronoun), present, jussive, passive, participle, noun or victim. ``rest`` are further words of a fixed
    event noun («وقف إطلاق النار»), folded, to follow at once."""

    entry: Entry
    form: str
    rest: tuple[str, ...] = ()


@dataclass
class Lexicon:
    """``forms[surface]``: readings of a folded stem, in the order of the files."""

    entries: list[Entry] = field(default_factory=list)
    forms: dict[str, list[Reading]] = field(default_factory=lambda: defaultdict(list))


def _words(value: Any) -> frozenset[str]:
    return frozenset(fold(str(w)) for w in value or ())


def _phrases(value: Any) -> tuple[tuple[str, ...], ...]:
    if not value:
        return ()
    return tuple(tuple(fold(p).split()) for p in ([value] if isinstance(value, str) else value))


def _slots(base: dict[str, Any], own: dict[str, Any], leaf: str, where: str) -> dict[str, str]:
    merged = {fold(k): v for k, v in base.items()} | {fold(k): v for k, v in own.items()}
    allowed = roles_of(leaf)
    slots = {}
    for slot, role in merged.items():
        if role is None:
            continue
        if role not in allowed:
            raise DataError(f"{where}: slot '{slot}' names the role '{role}', which {leaf} does not have {allowed}")
        slots[slot] = role
    return slots


def _entry(raw: dict[str, Any], leaf: str, block: dict[str, Any], leaves: dict[str, Any], where: str) -> Entry:
    unknown = set(raw) - _FIELDS
    if unknown:
        raise DataError(f"{where}: unknown field(s) {', '.join(sorted(unknown))}; README.md beside the file lists them")
    own_leaf = raw.get("leaf", leaf)
    if own_leaf not in schema()["events"]:
        raise DataError(f"{where}: '{own_leaf}' is no event leaf of kg/schema.yaml")
    base = block.get("slots", {}) if own_leaf == leaf else leaves.get(own_leaf, {}).get("slots", {})
    head = raw.get("verb", raw.get("nouns", ["?"]))[0]
    return Entry(
        name=f"{own_leaf}:{head}",
        leaf=own_leaf,
        slots=_slots(base, raw.get("slots") or {}, own_leaf, where),
        idafa=raw.get("idafa", block.get("idafa", "subj")),
        content=_words(raw.get("content")),
        phrases=_phrases(raw.get("phrase")),
        within=int(raw.get("within", 1)),
        next=_words(raw.get("next")),
        noun_next=_words(raw.get("noun_next")),
        verb_next=_words(raw.get("verb_next")),
        next_prefix=tuple(fold(p) for p in raw.get("next_prefix", ())),
        not_next=_words(raw.get("not_next")),
        prev=_words(raw.get("prev")),
        not_prev=_words(raw.get("not_prev")),
        near=_words(raw.get("near")),
        forms_out=_words(raw.get("forms_out")),
        subj_types=tuple(str(t) for t in raw.get("subj_types", ())),
        obj_types=tuple(str(t) for t in raw.get("obj_types", ())),
        needs=tuple(raw.get("needs", ())),
        speech_only=bool(raw.get("speech_only")),
        light=bool(raw.get("light")),
        anonymous=bool(raw.get("anonymous")),
        talk=bool(raw.get("talk")),
        status=str(raw.get("status", "")),
        must=tuple(raw.get("must", ())),
        must_not=tuple(raw.get("must_not", ())),
    )


def _surfaces(raw: dict[str, Any]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(surface, form, rest) of an entry, folded."""
    verb = [fold(v) for v in raw.get("verb", ())]
    if verb:
        for f in inflection.past(verb[0]):
            yield f, "past", ()
        for f in inflection.joined(verb[0]):
            yield f, "joined", ()
        if len(verb) > 1:
            for f in inflection.present(verb[1]):
                yield f, "present", ()
            for f in inflection.jussive(verb[1]):
                yield f, "jussive", ()
    for i, passive in enumerate(raw.get("passive", ())):
        for f in (inflection.present if i else inflection.past)(fold(passive)):
            yield f, "passive", ()
    for word in raw.get("participle", ()):
        for f in inflection.participle(fold(word)):
            yield f, "participle", ()
    for word in raw.get("victims", ()):
        for f in inflection.participle(fold(word)):
            yield f, "victim", ()
    for word in raw.get("forms", ()):
        yield fold(word), "past", ()
    for phrase in raw.get("nouns", ()):
        first, *rest = fold(phrase).split()
        if rest:
            yield first, "noun", tuple(rest)
            continue
        for f in inflection.noun(first):
            yield f, "noun", ()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The compiled lexicon. Raises ``DataError`` where a file is wrong."""
    files = {name: load(f"events/{name}.yaml") for name in FILES}
    leaves = {leaf: block for blocks in files.values() for leaf, block in blocks.items()}
    result = Lexicon()
    for name, blocks in files.items():
        for leaf, block in blocks.items():
            for number, raw in enumerate(block["entries"], 1):
                where = f"kg/lang/ar/events/{name}.yaml, {leaf}, entry {number}"
                entry = _entry(raw, leaf, block, leaves, where)
                result.entries.append(entry)
                seen = set()
                explicit = _words(raw.get("forms"))
                for surface, form, rest in _surfaces(raw):
                    if len(surface) < 2 or (surface in entry.forms_out and surface not in explicit):
                        continue
                    if (surface, form, rest) not in seen:
                        seen.add((surface, form, rest))
                        result.forms[surface].append(Reading(entry, form, rest))
    result.forms = dict(result.forms)
    return result
