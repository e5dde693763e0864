"""One thing of the world as the gazetteer knows it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.record import EntityType

WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(slots=True, frozen=True)
class Entry:
    """``id`` is the Wikidata id where one was checked, else "kg:..."; ``country`` the id of the country it belongs to, ""
    if none (a country has itself as ``id`` only). ``ambiguous``: a name of it is also a word or another thing's name.
    ``capital`` and ``iso`` (two letters) are there for countries alone."""

    id: str
    type: EntityType
    subtype: str | None
    name: str
    name_en: str
    aliases: tuple[str, ...]
    country: str
    links: tuple[str, ...]
    ambiguous: bool
    capital: str = ""
    iso: str = ""


def links_of(id: str) -> tuple[str, ...]:
    """The public IRIs of an id: one for a Wikidata id, none for one of ours."""
    return (WIKIDATA + id,) if id[:1] == "Q" and id[1:].isdigit() else ()
