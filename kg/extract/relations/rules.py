"""The rules of relations.yaml, checked and indexed by the first word between."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.extract.class_nouns import nominals
from kg.lang import DataError, load
from kg.schema import schema
from kg.text.normalize import fold

_FILE = "kg/lang/ar/relations.yaml"
_ARTICLE, _AND, _THEN = "\u0627\u0644", "\u0648", "\u0641"


@dataclass(frozen=True, slots=True)
class Side:
    """What may stand on one side of the words of a rule; the keys are explained at the head of relations.yaml."""

    types: frozenset[str]
    subtypes: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    gap: int = 0
    comma: bool = False
    sentence: bool = False
    home: bool = False
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    preps: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    nation: bool = False
    not_after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``words`` are the word sequences between, folded and bare; ``preps`` what may follow them, "" nothing."""

    type: str
    name: str
    words: tuple[tuple[str, ...], ...]
    preps: tuple[str, ...]
    left: Side | None
    right: Side
    then: Side | None
    subject: str
    unless: frozenset[str]
    list: bool
    larger: bool
    both: bool
    title: str | None
    title_f: str | None
    must: tuple[tuple[str, str], ...]
    must_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """``by_word``: bare first word -> (sequence, rule), longest sequence first; ``wordless``: rules with no words."""

    all: tuple[Rule, ...]
    by_word: dict[str, tuple[tuple[tuple[str, ...], Rule], ...]]
    wordless: tuple[Rule, ...]


@lru_cache(maxsize=1 << 15)
def bare(word: str) -> str:
    """A folded word as the rules compare it: without «و» or «ف» before ال, and without ال."""
    for lead in (_AND, _THEN):
        if word.startswith(lead + _ARTICLE) and len(word) > 4:
            return word[3:]
    return word[2:] if word.startswith(_ARTICLE) and len(word) > 3 else word


def _side(entry: dict[str, Any] | None, where: str) -> Side | None:
    if entry is None:
        return None
    known = {"types", "subtypes", "classes", "gap", "comma", "reach", "home", "after", "before", "prep", "through", "heads", "nation", "not_after"}
    if unknown := set(entry) - known:
        raise DataError(f"{where}: unknown key {sorted(unknown)[0]}; known are {', '.join(sorted(known))}")
    if entry.get("reach", "beside") not in ("beside", "sentence"):
        raise DataError(f"{where}: reach must be 'sentence' or be left out")
    words = {k: frozenset(fold(w) for w in entry.get(k, [])) for k in ("classes", "heads", "after", "before")}
    if strange := (words["classes"] | words["heads"]) - set(nominals().classes):
        raise DataError(f"{where}: {sorted(strange)[0]!r} is no class noun of kg/lang/ar/nominals.yaml")
    return Side(
        frozenset(entry["types"]), frozenset(entry.get("subtypes", [])), words["classes"], entry.get("gap", 0),
        entry.get("comma", False), entry.get("reach") == "sentence", entry.get("home", False), words["after"], words["before"],
        frozenset(fold(w) for w in entry.get("prep", [])), frozenset(bare(fold(w)) for w in entry.get("through", [])),
        words["heads"], entry.get("nation", False),
        frozenset(fold(w) for w in entry.get("not_after", [])),
    )  # fmt: skip


def _rule(entry: dict[str, Any]) -> Rule:
    where = f"{_FILE}: rule '{entry.get('name', '?')}'"
    known = {"type", "name", "words", "prep", "left", "right", "then", "subject", "unless", "list", "larger", "both", "title", "title_f", "must", "must_not"}
    if unknown := set(entry) - known:
        raise DataError(f"{where}: unknown key {sorted(unknown)[0]}; known are {', '.join(sorted(known))}")
    if entry.get("type") not in schema()["relations"]:
        raise DataError(f"{where}: type {entry.get('type')!r} is no relation of kg/schema.yaml")
    if not entry.get("must"):
        raise DataError(f"{where}: give at least one example under 'must'")
    right = _side(entry.get("right"), where)
    if right is None:
        raise DataError(f"{where}: 'right' is missing")
    return Rule(
        type=entry["type"],
        name=entry["name"],
        words=tuple(sorted({tuple(bare(fold(w)) for w in text.split()) for text in entry["words"]})),
        preps=tuple(fold(p) for p in entry.get("prep", [""])),
        left=_side(entry.get("left"), where),
        right=right,
        then=_side(entry.get("then"), where),
        subject=entry.get("subject", "left"),
        unless=frozenset(fold(w) for w in entry.get("unless", [])),
        list=entry.get("list", False),
        larger=entry.get("larger", False),
        both=entry.get("both", False),
        title=entry.get("title"),
        title_f=entry.get("title_f"),
        must=tuple((text, found) for text, found in entry["must"]),
        must_not=tuple(entry.get("must_not", [])),
    )


@lru_cache(maxsize=1)
def relation_rules() -> Rules:
    """All rules. Raises ``DataError`` that names the rule where one is malformed."""
    rules = tuple(_rule(entry) for entry in load("relations.yaml")["rules"])
    by_word: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
    for rule in rules:
        for sequence in rule.words:
            by_word.setdefault(sequence[0], []).append((sequence, rule))
    return Rules(
        rules,
        {w: tuple(sorted(found, key=lambda f: -len(f[0]))) for w, found in by_word.items()},
        tuple(r for r in rules if not r.words),
    )
