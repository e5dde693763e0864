"""Reads the YAML lists of the world: ours in kg/world, a user's from anywhere. Every error names file, entry and field."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, get_args

from kg.lang import DataError, parse_yaml
from kg.record import EntityType
from kg.text.normalize import fold

# Order matters: of two entries that share a name and that nothing tells apart, the one read first wins.
SOURCES = ("countries.yaml", "places.yaml", "organizations.yaml", "people.yaml", "events.yaml")

TYPES = frozenset(get_args(EntityType))
_LISTS = (
    "aliases",
    "exact",
    "whole",
    "short",
    "weak",
    "after",
    "nationality",
    "nationality_weak",
    "nationality_after",
    "nationals",
    "must",
    "must_not",
)
_TEXTS = ("ar", "en", "id", "wikidata", "type", "subtype", "country", "iso", "capital", "topic")
_REFUSE = ("after", "before", "with")
_FIELDS = frozenset((*_LISTS, *_TEXTS, "ambiguous", "refuse", "nationality_refuse"))


@dataclass(slots=True)
class Definition:
    """An entry as its YAML gives it, checked, defaults of its group filled in, names still as patterns."""

    where: str
    id: str
    type: str
    subtype: str
    ar: str
    en: str
    country: str  # two letters of the country, or the id of any entry; "" if none
    iso: str
    capital: str
    ambiguous: bool
    topic: str
    lists: dict[str, list[str]] = field(default_factory=dict)
    refuse: dict[str, list[str]] = field(default_factory=dict)
    nationality_refuse: dict[str, list[str]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def spelling() -> Any:
    """``spelling.yaml``. Callers must not change it."""
    path = files("kg.world").joinpath("spelling.yaml")
    return parse_yaml(path.read_text(encoding="utf-8"), "kg/world/spelling.yaml")


def own_sources() -> list[tuple[str, str]]:
    """(name, text) of each list of ours that is there."""
    base = files("kg.world")
    found = []
    for name in SOURCES:
        path = base.joinpath(name)
        if path.is_file():
            found.append((f"kg/world/{name}", path.read_text(encoding="utf-8")))
    return found


def read(text: str, where: str) -> list[Definition]:
    """The entries of one YAML file: a list of groups ``{type, subtype, country, entries: [...]}``.

    Raises ``DataError`` naming ``where``, the entry and the field.
    """
    groups = parse_yaml(text, where)
    if not isinstance(groups, list):
        raise DataError(f"{where}: a list of groups is expected, each with `entries:`, as in docs/world.md")
    found: list[Definition] = []
    for number, group in enumerate(groups, 1):
        if not isinstance(group, dict) or not isinstance(group.get("entries"), list):
            raise DataError(f"{where}, group {number}: `entries:` with a list is missing")
        defaults = {k: v for k, v in group.items() if k != "entries"}
        for place, entry in enumerate(group["entries"], 1):
            here = f"{where}, group {number}, entry {place}"
            if not isinstance(entry, dict):
                raise DataError(f"{here}: not a mapping but {entry!r}; write {{ar: ..., en: ...}}")
            found.append(_definition({**defaults, **entry}, f"{here} ({entry.get('ar') or entry.get('en') or '?'})"))
    return found


def _definition(entry: dict[str, Any], where: str) -> Definition:
    for name, value in entry.items():
        if name not in _FIELDS:
            raise DataError(f"{where}: unknown field `{name}`; the fields are {', '.join(sorted(_FIELDS))}")
        if name in _TEXTS and not isinstance(value, str):
            raise DataError(f"{where}, `{name}`: text is expected, not {value!r} (quote it if YAML reads it otherwise)")
        if name in _LISTS and not (isinstance(value, list) and all(isinstance(v, str) and v for v in value)):
            raise DataError(f"{where}, `{name}`: a list of texts is expected, not {value!r}")
        if name in ("refuse", "nationality_refuse") and not (
            isinstance(value, dict)
            and all(
                k in _REFUSE and isinstance(v, list) and all(isinstance(w, str) for w in v) for k, v in value.items()
            )
        ):
            raise DataError(f"{where}, `{name}`: expected {{after: [...], before: [...], with: [...]}}")
    if not entry.get("ar"):
        raise DataError(f"{where}, `ar`: the usual Arabic name is missing")
    kind: str = entry.get("type", "")
    if kind not in TYPES:
        raise DataError(f"{where}, `type`: {kind!r} is none of {', '.join(sorted(TYPES))}")
    subtype = entry.get("subtype", "")
    if subtype and subtype not in _subtypes(kind):
        raise DataError(
            f"{where}, `subtype`: {subtype!r} is none of {', '.join(_subtypes(kind)) or '(none)'} of {kind}"
        )
    wikidata = entry.get("wikidata", "")
    if wikidata and not re.fullmatch(r"Q[1-9][0-9]*", wikidata):
        raise DataError(f"{where}, `wikidata`: {wikidata!r} is not an id such as Q79")
    id = entry.get("id") or wikidata or own_id(entry.get("en", ""))
    if not id:
        raise DataError(f"{where}: give `id`, `wikidata` or an English name `en` to make the id from")
    return Definition(
        where=where,
        id=id,
        type=kind,
        subtype=subtype,
        ar=entry["ar"],
        en=entry.get("en", ""),
        country=entry.get("country", ""),
        iso=entry.get("iso", ""),
        capital=entry.get("capital", ""),
        ambiguous=bool(entry.get("ambiguous", False)),
        topic=entry.get("topic", ""),
        lists={name: list(entry.get(name, ())) for name in _LISTS},
        refuse={k: list(v) for k, v in entry.get("refuse", {}).items()},
        nationality_refuse={k: list(v) for k, v in entry.get("nationality_refuse", {}).items()},
    )


@lru_cache(maxsize=8)
def _subtypes(kind: str) -> tuple[str, ...]:
    path = files("kg").joinpath("schema.yaml")
    schema = parse_yaml(path.read_text(encoding="utf-8"), "kg/schema.yaml")
    return tuple(schema["entity_types"][kind].get("subtypes") or ())


def own_id(english: str) -> str:
    """The id of an entry by its English name in plain letters: "Abu Kamal" -> "kg:abu-kamal"; "" if it has none."""
    plain = unicodedata.normalize("NFKD", english).encode("ascii", "ignore").decode().lower().replace("'", "")
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"kg:{slug}" if slug else ""


def usual(pattern: str) -> str:
    """The first spelling of a pattern, every optional word written: what people read."""
    return " ".join(word.rstrip("?").split("|")[0] for word in pattern.split())


def spellings(pattern: str) -> list[str]:
    """Every spelling of a pattern, the usual one first. In a pattern, «|» parts spellings of a word and a word with «?»
    at its end may be left out."""
    choices = []
    for word in pattern.split():
        forms = word.rstrip("?").split("|")
        choices.append([*forms, ""] if word.endswith("?") else forms)
    return list(dict.fromkeys(" ".join(filter(None, words)) for words in itertools.product(*choices)))


def tokens(name: str) -> tuple[str, ...]:
    """Folded tokens of a name, cut as an article's are."""
    from camel_tools.tokenizers.word import simple_word_tokenize

    return tuple(filter(None, (fold(word) for word in simple_word_tokenize(name))))


def keys(patterns: Iterable[str]) -> list[tuple[str, ...]]:
    """Every folded way in which names are written: the spellings of ``patterns`` with the rules of spelling.yaml."""
    found: dict[tuple[str, ...], None] = {}
    for pattern in patterns:
        for name in spellings(pattern):
            for way in _varied(tokens(name)):
                found[way] = None
    return list(found)


@lru_cache(maxsize=1)
def _rules() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    data = spelling()
    same: dict[str, tuple[str, ...]] = {}
    for group in data["same"]:
        words = tuple(dict.fromkeys(fold(w) for w in group))
        same |= dict.fromkeys(words, words)
    return same, frozenset(fold(w) for w in data["joined"])


def _varied(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Folded words with every variant of spelling.yaml: words that are the same, words written on to the next."""
    same, joined = _rules()
    ways: list[tuple[str, ...]] = [()]
    for word in words:
        forms = same.get(word, (word,))
        grown = []
        for way in ways:
            for form in (word, *(f for f in forms if f != word)):
                grown.append((*way, form))
                if way and way[-1] in joined:
                    grown.append((*way[:-1], way[-1] + form))
        ways = grown
    return ways
