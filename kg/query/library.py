"""The library of queries: ``queries/<theme>/<name>.rq``, each with a header that says what it answers.

The header is YAML behind ``#+`` (as grlc has it); the rest is plain SPARQL that runs anywhere as it stands. A
parameter is a ``VALUES ?name { default }`` in the text; UNDEF means "any".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from kg.lang import DataError, parse_yaml

PARAMETER_TYPES = ("entity", "event", "kind", "status", "date", "integer", "text")


@dataclass(frozen=True, slots=True)
class Parameter:
    """``type`` is one of ``PARAMETER_TYPES``; ``of`` the class of an entity, "" for any; ``default`` "any" where
    everything answers, None where a value must be given."""

    name: str
    type: str
    default: str | None
    about: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query of the library; ``name`` is ``theme/name``, ``example`` rows of its answer."""

    name: str
    title_en: str
    title_ar: str
    description: str
    parameters: tuple[Parameter, ...]
    example: tuple[Mapping[str, Any], ...]
    text: str

    @property
    def theme(self) -> str:
        """The folder it stands in."""
        return self.name.partition("/")[0]


def parse(text: str, name: str) -> Query:
    """The query of a ``.rq`` file. Raises ``DataError`` where the header is wrong."""
    header = "\n".join(line[3:] for line in text.splitlines() if line.startswith("#+ "))
    data = parse_yaml(header, f"queries/{name}.rq") if header else {}
    if not isinstance(data, dict):
        raise DataError(f"queries/{name}.rq: the header is no mapping of keys to values")
    try:
        parameters = tuple(_parameter(key, entry) for key, entry in (data.get("parameters") or {}).items())
        title = data.get("title") or {"en": name, "ar": name}
        return Query(
            name=name,
            title_en=str(title["en"]),
            title_ar=str(title["ar"]),
            description=str(data.get("description", "")),
            parameters=parameters,
            example=tuple(data.get("example") or ()),
            text=text,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"queries/{name}.rq: the header is wrong: {error}") from error


def _parameter(name: str, entry: Mapping[str, Any]) -> Parameter:
    if entry["type"] not in PARAMETER_TYPES:
        raise ValueError(f"parameter {name}: type {entry['type']!r} is none of {', '.join(PARAMETER_TYPES)}")
    default = entry.get("default")
    return Parameter(
        name=name,
        type=str(entry["type"]),
        default=None if default is None else str(default),
        about=str(entry["about"]),
        of=str(entry.get("of", "")),
    )


def _root() -> Traversable:
    """The folder of the library: package ``kg_queries`` of an installed kg, ``queries/`` of a checkout."""
    checkout = Path(__file__).resolve().parent.parent.parent / "queries"
    if checkout.is_dir():
        return checkout
    try:
        return files("kg_queries")
    except ModuleNotFoundError as error:
        raise DataError("the query library is not installed: reinstall kg, or run it from a checkout") from error


@lru_cache(maxsize=1)
def library() -> dict[str, Query]:
    """Every query of the library by its name, sorted."""
    found = {}
    for theme in sorted(_root().iterdir(), key=lambda x: x.name):
        if theme.is_dir():
            for file in sorted(theme.iterdir(), key=lambda x: x.name):
                if file.name.endswith(".rq"):
                    name = f"{theme.name}/{file.name[:-3]}"
                    found[name] = parse(file.read_text("utf-8"), name)
    return found


def find(name: str) -> Query | None:
    """The query of that name, with or without its theme; None where there is none or the bare name is not unique."""
    every = library()
    if name in every:
        return every[name]
    same = [query for query in every.values() if query.name.endswith(f"/{name}")]
    return same[0] if len(same) == 1 else None


def nearest(name: str, most: int = 3) -> list[str]:
    """Names of the library that look like ``name``, for a message."""
    from difflib import get_close_matches

    bare = {query.rpartition("/")[2]: query for query in library()}
    close = get_close_matches(name.rpartition("/")[2], bare, n=most, cutoff=0.5)
    return [bare[match] for match in close]
