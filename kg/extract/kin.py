"""Words of kinship («نجل», «زوجته») and their readings, from ``kinship.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.lang import load
from kg.text.clitics import splits
from kg.text.normalize import fold

_GENDER = {"\u0647": "m", "\u0647\u0627": "f"}  # his, her
_HEH, _TEH = "\u0647", "\u0629"


class Kin(NamedTuple):
    """A reading of a token: the word of kinship, whether it is a woman, whose ("m", "f", "" for no pronoun)."""

    word: str
    female: bool
    whose: str
    start: int


@dataclass(frozen=True)
class KinWords:
    forms: dict[str, tuple[str, bool, bool]]  # folded form -> (word, female, may stand without a pronoun)
    courtesy: frozenset[str]
    between: frozenset[str]
    copula: frozenset[str]


@lru_cache(maxsize=1)
def kin_words() -> KinWords:
    """The words of ``kinship.yaml``, folded."""
    data = load("kinship.yaml")
    forms: dict[str, tuple[str, bool, bool]] = {}
    for word, entry in data["words"].items():
        for form in (word, *entry.get("p", []), *entry.get("suffixed", [])):
            forms.setdefault(fold(form), (word, entry.get("f", False), entry.get("alone", True)))
    courtesy = frozenset(word for word, entry in data["words"].items() if entry.get("courtesy"))
    return KinWords(forms, courtesy, frozenset(map(fold, data["between"])), frozenset(map(fold, data["copula"])))


@lru_cache(maxsize=1 << 14)
def kin_of(text: str) -> Kin | None:
    """The reading of a token as a word of kinship, None if it is none. The text itself tells ابنة from ابنه."""
    norm = fold(text)
    forms = kin_words().forms
    for s in splits(norm):
        entry = forms.get(s.stem)
        if entry is None or s.definite or (s.suffix and s.suffix not in _GENDER):
            continue
        word, female, alone = entry
        if text.endswith(_HEH) and not s.suffix and kin_words().forms.get(s.stem[:-1]):
            continue  # his son, not a daughter
        if text.endswith(_TEH) and s.suffix:
            continue
        if not s.suffix and (not alone or s.prefix not in ("", "\u0648")):
            continue
        return Kin(word, female, _GENDER.get(s.suffix, ""), len(s.prefix))
    return None
