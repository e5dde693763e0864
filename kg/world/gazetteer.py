"""The gazetteer: what the names in an article mean, of our own lists and those that a user adds.

``kg.world.finder`` finds them; ``kg.world.index`` holds the lists; ``kg world compile`` makes the table that is loaded here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg.annotations import Name, Nationality
from kg.lang import DataError
from kg.text.document import Document
from kg.world.bulk import MAGIC, Bulk
from kg.world.compiled import read_compiled, table
from kg.world.entry import Entry
from kg.world.finder import Gazetteer
from kg.world.index import Index
from kg.world.source import Definition, read, tokens

_extra: list[str] = []
_bulks: list[Bulk] = []


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Our lists, and those of ``load_extra``."""
    index = Index(read_compiled(), *_extra)
    for bulk in _bulks:
        index.attach(bulk)
    return Gazetteer(index)


def load_extra(paths: Iterable[str]) -> None:
    """Adds lists of a user to all later look-ups: YAML in the format of kg/world (docs/world.md), or files that
    ``kg world import`` wrote.

    Raises ``DataError`` naming file, entry and field, ``ValueError`` for a file of another kind, ``OSError`` where one
    cannot be read. Nothing is added if one of them is wrong. An entry with an id of ours adds its names to our entry.
    """
    definitions: list[Definition] = []
    bulks: list[Bulk] = []
    for path in paths:
        with open(path, "rb") as file:
            content = file.read(len(MAGIC))
            if content == MAGIC:
                bulks.append(Bulk(path))
                continue
            content += file.read()
        try:
            definitions.extend(read(content.decode("utf-8"), path))
        except UnicodeDecodeError as error:
            raise DataError(f"{path}: not UTF-8 text: {error}") from error
    if definitions:
        _extra.append(table(definitions, gazetteer().index.country_codes()))
    _bulks.extend(bulks)
    gazetteer.cache_clear()


def forget_extra() -> None:
    """Takes away what ``load_extra`` added."""
    _extra.clear()
    _bulks.clear()
    gazetteer.cache_clear()


def annotate(doc: Document) -> tuple[list[Name], list[Nationality]]:
    """Names of the world and adjectives of nationality in ``doc``, found in one pass."""
    return gazetteer().annotate(doc)


def find(doc: Document) -> list[Name]:
    """Names of the world in ``doc``, in order of start, none inside another."""
    return gazetteer().annotate(doc)[0]


def nationalities(doc: Document) -> list[Nationality]:
    """Adjectives of nationality in ``doc``, in order of start."""
    return gazetteer().annotate(doc)[1]


def entry(id: str) -> Entry | None:
    """The entry with this id, None if there is none."""
    index = gazetteer().index
    number = index.number(id)
    return None if number is None else index.entry(number)


def lookup(name: str) -> list[Entry]:
    """The entries that bear ``name`` (any spelling of it), in the order in which they would be preferred."""
    index = gazetteer().index
    return [index.entry(n) for n in index.named(tokens(name))]
