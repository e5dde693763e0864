"""Reads lists of names made elsewhere, one entry at a time: TSV with a header, GeoNames tables, JSON lines, Wikidata dumps."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import IO, Any

import msgspec

from kg.lang import parse_yaml
from kg.text.normalize import is_arabic

_GEONAMES_COLUMNS = 19
_ID = ("id", "qid", "item", "wikidata", "geonameid")
_LABEL = ("label", "ar", "name", "itemLabel", "label_ar")
_ALIASES = ("aliases", "alias", "altLabel", "alternatenames")


@dataclass(slots=True, frozen=True)
class Listed:
    """An entry of a list: ``names`` in Arabic letters, the usual one first; ``country`` two letters, an id or ""."""

    id: str
    type: str
    subtype: str
    names: tuple[str, ...]
    en: str
    country: str


@dataclass(slots=True, frozen=True)
class Passed:
    """An entry that was passed over: ``place`` in the file and the reason, of which ``kind`` names the sort."""

    place: str
    kind: str
    reason: str


@lru_cache(maxsize=1)
def _types() -> dict[str, dict[str, str]]:
    path = files("kg.world").joinpath("imported_types.yaml")
    found: dict[str, dict[str, str]] = parse_yaml(path.read_text(encoding="utf-8"), "kg/world/imported_types.yaml")
    schema = parse_yaml(files("kg").joinpath("schema.yaml").read_text(encoding="utf-8"), "kg/schema.yaml")
    own = {t.lower(): t for t in schema["entity_types"]}
    for name, what in schema["entity_types"].items():
        own |= {s.lower(): f"{name}/{s}" for s in what["subtypes"]}
        own |= {f"{name}/{s}".lower(): f"{name}/{s}" for s in what["subtypes"]}
    found["words"] |= own
    return found


def read_dump(path: str) -> Iterator[Listed | Passed]:
    """The entries of a list (.gz too), in the order of the file. Memory does not grow with it.

    Raises ``ValueError`` where the form of the file is not known, ``OSError`` where it cannot be read.
    """
    with _open(path) as lines:
        first = lines.readline()
        if not first.strip():
            raise ValueError(f"{path}: the first line is empty; a list begins with a header or an entry")
        if first.lstrip().startswith(("{", "[")):
            parse: Callable[[str], Listed | str | None] = _json_line
        elif first.count("\t") == _GEONAMES_COLUMNS - 1 and first.split("\t", 1)[0].isdigit():
            parse = _geonames_line
        else:
            header = [c.strip() for c in first.rstrip("\n").split("\t")]
            if not any(c in header for c in _LABEL) or len(header) < 2:
                raise ValueError(
                    f"{path}: the header {header} has no column {' or '.join(_LABEL)}; a list is TSV with the columns "
                    "id, label, aliases (parted by |), type, country, or JSON lines with these keys, or a GeoNames table"
                )
            parse, first = (lambda line: _row(dict(zip(header, line.rstrip("\n").split("\t"), strict=False)))), ""
        number = 1
        for line in _chain(first, lines):
            if not first:
                number += 1
            made = parse(line)
            if isinstance(made, str):
                kind, _, reason = made.partition(": ")
                yield Passed(f"{path}, line {number}", kind, reason or kind)
            elif made is not None:
                yield made
            if first:
                number += 1


def _open(path: str) -> IO[str]:
    if path.endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8", errors="replace")
    return open(path, encoding="utf-8", errors="replace")


def _chain(first: str, lines: IO[str]) -> Iterator[str]:
    if first:
        yield first
    yield from lines


def _row(row: dict[str, Any]) -> Listed | str | None:
    """An entry with our columns (or keys)."""
    label = next((row[c] for c in _LABEL if row.get(c)), "")
    aliases = next((row[c] for c in _ALIASES if row.get(c)), "")
    listed = aliases if isinstance(aliases, list) else re.split(r"[|;]", str(aliases))
    id = str(next((row[c] for c in _ID if row.get(c)), ""))
    if not id:
        return "no id: the entry has no id"
    return _made(id.rsplit("/", 1)[-1], str(row.get("type", "")), [str(label), *map(str, listed)], row)


def _made(id: str, kind: str, names: list[str], row: dict[str, Any]) -> Listed | str:
    words = _types()["words"]
    kind = kind.rsplit("/", 1)[-1] if kind.startswith("http") else kind
    what = words.get(f"{kind}/{row['subtype']}".lower()) if row.get("subtype") else None
    what = what or words.get(kind.lower()) or _types()["wikidata"].get(kind)
    if what is None:
        return f"unknown type: {kind or '(none)'} is not in kg/world/imported_types.yaml"
    usable = tuple(dict.fromkeys(n.strip() for n in names if is_arabic(n)))
    if not usable:
        return "no Arabic name: no name in Arabic letters"
    type_, _, subtype = what.partition("/")
    return Listed(id, type_, subtype, usable, str(row.get("en", "") or ""), str(row.get("country", "") or ""))


def _json_line(line: str) -> Listed | str | None:
    """A JSON object with our keys, or an entity of a Wikidata dump (an array with one entity a line)."""
    text = line.strip().rstrip(",")
    if text in ("", "[", "]"):
        return None
    try:
        row = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        return f"damaged: {error}"
    if not isinstance(row, dict):
        return "damaged: not a JSON object"
    if not isinstance(row.get("labels"), dict):
        return _row(row)
    names = [row["labels"].get("ar", {}).get("value", "")]
    names += [a.get("value", "") for a in (row.get("aliases") or {}).get("ar", [])]
    kinds = _claims(row, "P31")
    kind = next((k for k in kinds if k in _types()["wikidata"]), kinds[0] if kinds else "")
    english = row["labels"].get("en", {}).get("value", "")
    country = next(iter(_claims(row, "P17") or _claims(row, "P27")), "")
    return _made(str(row.get("id", "")), kind, names, {"en": english, "country": country})


def _claims(row: dict[str, Any], property: str) -> list[str]:
    """Ids of the values of a property, those of preferred rank first."""
    claims = (row.get("claims") or {}).get(property) or []
    values = [
        (
            claim.get("rank") != "preferred",
            claim.get("mainsnak", {}).get("datavalue", {}).get("value", {}).get("id", ""),
        )
        for claim in claims
    ]
    return [id for _, id in sorted(values, key=lambda v: v[0]) if id]


def _geonames_line(line: str) -> Listed | str:
    """A row of a GeoNames table; its alternate names hold every language, parted by commas."""
    columns = line.rstrip("\n").split("\t")
    if len(columns) != _GEONAMES_COLUMNS:
        return f"damaged: {len(columns)} columns in place of {_GEONAMES_COLUMNS}"
    id, name, _, alternates, _, _, kind, code, country = columns[:9]
    codes = _types()["geonames"]
    what = codes.get(code) or codes.get(kind)
    if what is None:
        return f"unknown type: {kind}.{code} is not in kg/world/imported_types.yaml"
    names = tuple(dict.fromkeys(n.strip() for n in alternates.split(",") if is_arabic(n)))
    if not names:
        return "no Arabic name: no name in Arabic letters"
    type_, _, subtype = what.partition("/")
    return Listed(f"geonames:{id}", type_, subtype, names, name, country)
