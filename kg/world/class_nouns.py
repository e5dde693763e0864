"""The words that announce a name and what they say of it: ``kg/lang/ar/class_nouns.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from kg.lang import load
from kg.record import EntityType
from kg.text.clitics import proclitic_lengths
from kg.text.normalize import fold


@dataclass(slots=True, frozen=True)
class ClassNoun:
    """``noun`` as the file writes it; ``subtypes`` the likeliest first; ``inside``: it belongs to the name; ``national``:
    with an adjective of nationality it is a name by itself."""

    noun: str
    type: EntityType
    subtypes: tuple[str, ...]
    inside: bool
    national: bool
    examples: tuple[str, ...]


@lru_cache(maxsize=1)
def class_nouns() -> dict[str, tuple[ClassNoun, ...]]:
    """Folded form -> the class nouns it may be, in the order of the file (a form of several words joined by blanks)."""
    found: dict[str, tuple[ClassNoun, ...]] = {}
    for key, entry in load("class_nouns.yaml").items():
        noun = entry.get("noun", key)
        subtype = entry["subtype"]
        made = ClassNoun(
            noun=noun,
            type=cast(EntityType, entry["type"]),
            subtypes=tuple(subtype) if isinstance(subtype, list) else tuple(filter(None, (subtype,))),
            inside=entry["inside"],
            national=entry.get("national", False),
            examples=tuple(entry["examples"]),
        )
        for form in (noun, *entry["forms"]):
            found[fold(form)] = (*found.get(fold(form), ()), made)
    return found


@lru_cache(maxsize=1 << 15)
def class_nouns_of(norm: str) -> tuple[tuple[int, ClassNoun], ...]:
    """(letters of particles before it, class noun) for every reading of the folded word ``norm`` as one."""
    nouns = class_nouns()
    return tuple((k, noun) for k in proclitic_lengths(norm) for noun in nouns.get(norm[k:], ()))
