"""The words that announce a name and what they say of it: ``kg/lang/ar/class_nouns.yaml``, read from the compiled table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from kg.lang import load
from kg.record import EntityType
from kg.text.clitics import proclitic_lengths
from kg.text.normalize import fold

FILE = "class_nouns.tsv"


@dataclass(slots=True, frozen=True)
class ClassNoun:
    """``noun`` as the file writes it; ``subtypes`` the likeliest first; ``inside``: it belongs to the name; ``national``:
    with an adjective of nationality it is a name by itself."""

    noun: str
    type: EntityType
    subtypes: tuple[str, ...]
    inside: bool
    national: bool


Forms = dict[str, tuple[ClassNoun, ...]]


def from_yaml() -> Forms:
    """Folded form -> the class nouns it may be, in the order of the file (a form of several words with blanks)."""
    found: Forms = {}
    for key, entry in load("class_nouns.yaml").items():
        noun, subtype = entry.get("noun", key), entry["subtype"]
        made = ClassNoun(
            noun=noun,
            type=entry["type"],
            subtypes=tuple(subtype) if isinstance(subtype, list) else tuple(filter(None, (subtype,))),
            inside=entry["inside"],
            national=entry.get("national", False),
        )
        for form in dict.fromkeys(fold(w) for w in (noun, *entry["forms"])):
            found[form] = (*found.get(form, ()), made)
    return found


def table(forms: Forms) -> str:
    """Lines ``form noun type subtypes inside national``, parted by tabs."""
    rows: Iterable[tuple[str, ...]] = (
        (form, n.noun, n.type, "|".join(n.subtypes), str(int(n.inside)), str(int(n.national)))
        for form, nouns in forms.items()
        for n in nouns
    )
    return "".join("\t".join(row) + "\n" for row in rows)


@lru_cache(maxsize=1)
def class_nouns() -> Forms:
    """As ``from_yaml``, from the compiled table, which loads in a moment."""
    found: Forms = {}
    for line in files("kg.world").joinpath(FILE).read_text(encoding="utf-8").splitlines():
        form, noun, type_, subtypes, inside, national = line.split("\t")
        made = ClassNoun(
            noun, cast(EntityType, type_), tuple(filter(None, subtypes.split("|"))), inside == "1", national == "1"
        )
        found[form] = (*found.get(form, ()), made)
    return found


@lru_cache(maxsize=1 << 15)
def class_nouns_of(norm: str) -> tuple[tuple[int, ClassNoun], ...]:
    """(letters of particles before it, class noun) for every reading of the folded word ``norm`` as one."""
    nouns = class_nouns()
    return tuple((k, noun) for k in proclitic_lengths(norm) for noun in nouns.get(norm[k:], ()))
