"""The lexicon of the name model: which words are known as parts of names, made from lists of names.

Only a word and a few letters saying where it was met go into the model: no list is shipped.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.extract.names.words import compared

_SHORTEST = 3  # letters; shorter words are known to everything
_PEOPLED = 3000  # inhabitants from which a town counts


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        with open(path, encoding="utf-8") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def name_lists(gazetteer: Path) -> Iterator[tuple[str, str]]:
    """(letter, name): g given name, n proper noun, f foreign name, t town, r region or country, p q o (a small
    gazetteer's persons, places, organizations), a actor of the news."""
    for row in _rows(gazetteer / "person_names_gender.tsv"):
        yield "g", row["ar"]
    for row in _rows(gazetteer / "camelmorph_proper_nouns.tsv"):
        yield "n", row["ar"]
    for row in _rows(gazetteer / "anetac.tsv"):
        yield "f" if row["type"] == "PERSON" else "l", row["ar"]
    for row in _rows(gazetteer / "cities_world.tsv"):
        if _number(row["population"]) >= _PEOPLED and row["ar"]:
            yield "t", row["ar"]
    for name in ("algeria_cities", "egypt_cities"):
        for row in _rows(gazetteer / f"{name}.tsv"):
            yield "t", row.get("ar") or row["ar_commune"]
    for name in ("states", "countries", "cldr_territories"):
        for row in _rows(gazetteer / f"{name}.tsv"):
            yield "r", row["ar"]
    letters = {"PERS": "p", "LOC": "q", "ORG": "o"}
    for row in _rows(gazetteer / "anergazet.tsv"):
        if row["type"] in letters:
            yield letters[row["type"]], row["ar"]
    for row in _rows(gazetteer / "cameo_actors_ar.tsv"):
        if row["raw"]:
            yield "a", row["raw"].replace("_", " ").strip()


def build(gazetteer: Path) -> dict[str, str]:
    """Compared word -> letters, sorted: a small letter where the word is a whole name, a capital where it is a part."""
    found: dict[str, set[str]] = defaultdict(set)
    for letter, name in name_lists(gazetteer):
        words = [compared(w) for w in name.replace("-", " ").split()]
        for w in words:
            if len(w) >= _SHORTEST and "\u0621" <= w[0] <= "\u064a":
                found[w].add(letter if len(words) == 1 else letter.upper())
    return {w: "".join(sorted(found[w])) for w in sorted(found)}
