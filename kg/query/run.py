"""Asking the graph of a build folder: opening its store, running a query, the answer as plain Python."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.namespaces import PREFIXES
from kg.graph.store import build_store, prefixes_of, read_meta, staleness
from kg.query.bind import ParameterError, bind
from kg.query.library import Query, find, nearest, parse
from kg.query.lookup import find_things

if TYPE_CHECKING:
    import pyoxigraph

_SPARQL = re.compile(r"\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
# The one query of the library that SPARQL alone cannot answer: its text finds the ends, ``kg.query.path`` the way.
SHORTEST = "networks/shortest-path"
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class QueryError(ValueError):
    """A query cannot be read or run; the message says where and why."""


class NoGraph(ValueError):
    """There is no graph in the folder."""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of a SELECT: cells are N-Triples-like terms of pyoxigraph, None where unbound."""

    columns: tuple[str, ...]
    rows: list[tuple[pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | None, ...]]

    def plain(self) -> list[tuple[str | None, ...]]:
        """The cells as strings: the text of a literal, the IRI of a thing."""
        return [tuple(None if cell is None else cell.value for cell in row) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer of a CONSTRUCT or DESCRIBE, sorted."""

    triples: list[pyoxigraph.Triple]


Answer = Table | Triples | bool


@dataclass(frozen=True)
class Source:
    """A graph that can be asked: its store, and the prefixes that queries may use undeclared."""

    store: pyoxigraph.Store
    own_prefixes: Mapping[str, str]

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Ours and those of the graph."""
        return {**PREFIXES, **self.own_prefixes}

    def ask(
        self, query: Query, given: Mapping[str, str] | None = None, told: Callable[[str], None] | None = None
    ) -> Answer:
        """The answer to ``query`` with its parameters ``given`` by name; ``told`` hears what a name was taken for.
        Raises ``ParameterError`` or ``QueryError``."""

        def lookup(name: str, of: str) -> list[str]:
            found = [node.value for node in find_things(self.store, name, of, self.prefixes)]
            if told and len(found) > 1:
                told(
                    f"'{name}' names {len(found)} things: {', '.join(shorten(iri, self.prefixes) for iri in found[:5])}"
                )
            return found

        text = bind(query, given or {}, lookup)
        if query.name == SHORTEST:
            from kg.query.path import shortest

            return shortest(self, text)
        return self.run(text)

    def run(self, text: str) -> Answer:
        """The answer to SPARQL ``text``. Raises ``QueryError``."""
        import pyoxigraph

        try:
            result = self.store.query(text, prefixes=self.prefixes)
            if isinstance(result, pyoxigraph.QuerySolutions):
                columns = tuple(variable.value for variable in result.variables)
                return Table(columns, [tuple(solution[name] for name in columns) for solution in result])
            if isinstance(result, pyoxigraph.QueryTriples):
                return Triples(sorted(set(result), key=str))
            return bool(result)
        except SyntaxError as error:
            raise QueryError(explain(text, str(error))) from error
        except (OSError, ValueError, RuntimeError) as error:
            raise QueryError(f"the query cannot be run: {error}") from error


def explain(text: str, message: str) -> str:
    """A parser's message in plain words: line and column, what was expected, and the line with a mark under the place."""
    found = _PLACE.match(message)
    if not found:
        return f"the query cannot be read: {message}"
    line, column, why = int(found[1]), int(found[2]), " ".join(found[3].split())
    if "Prefix not found" in why:
        why = "the prefix is not declared"
    else:
        words = sorted(set(re.findall(r"\['?([?$(){}<>;.,]|[A-Z]{3,})'?\]", why)))
        expected = f"expected one of {' '.join(words)} here" if words else "this is not expected here"
        why = expected if len(why) > 80 else why
    lines = text.splitlines()
    shown = lines[line - 1] if line <= len(lines) else ""
    caret = " " * (column - 1) + "^"
    return f"the query cannot be read at line {line}, column {column}: {why}\n  {shown}\n  {caret}"


def shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    """``person:austin`` for an IRI in one of the prefixes, else the IRI."""
    best = max((space for space in prefixes.values() if iri.startswith(space)), key=len, default="")
    local = iri[len(best) :]
    if not best or not local or not re.fullmatch(r"[\w.%-]+", local):
        return iri
    return f"{next(name for name, space in sorted(prefixes.items()) if space == best)}:{local}"


def resolve_query(name_or_text: str) -> Query:
    """A query of the library by name, a ``.rq`` file, or SPARQL text. Raises ``QueryError`` for none of these."""
    known = find(name_or_text)
    if known:
        return known
    if _SPARQL.search(name_or_text) and ("{" in name_or_text or "\n" in name_or_text):
        return parse(name_or_text, "text")
    path = Path(name_or_text)
    if name_or_text.endswith(".rq") or path.is_file():
        try:
            return parse(path.read_text("utf-8"), path.stem)
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{path}: the query file cannot be read: {error}") from error
    if _SPARQL.search(name_or_text):
        return parse(name_or_text, "text")
    close = nearest(name_or_text)
    hint = f"; near it: {', '.join(close)}" if close else ""
    raise QueryError(
        f"'{name_or_text}' is no query of the library, no .rq file and no SPARQL{hint}. `kg query --list` lists them"
    )


def open_source(folder: str | Path, told: Callable[[str], None] | None = None) -> Source:
    """The graph of a build folder: its store, built again where it does not fit graph.trig; where the folder cannot be
    written, graph.trig in memory. Raises ``NoGraph``."""
    import pyoxigraph

    say = told or (lambda line: print(line, file=sys.stderr))
    place, trig = Path(folder, "store"), Path(folder, "graph.trig")
    reason = staleness(trig, place)
    if reason is not None:
        if not trig.is_file():
            raise NoGraph(
                f"there is no graph in {folder} (no graph.trig): make one with `kg build ARTICLES -o {folder}`"
            )
        try:
            say(f"building {place}: {reason}")
            build_store(trig, place)
        except SyntaxError as error:
            raise NoGraph(f"{trig} cannot be read: {error}") from error
        except OSError as error:
            say(f"{place} cannot be written ({error}); graph.trig is read into memory")
            return in_memory(trig)
    try:
        store = pyoxigraph.Store.read_only(str(place))
    except OSError as error:
        if not trig.is_file():
            raise NoGraph(f"the store {place} cannot be opened: {error}") from error
        say(f"{place} cannot be opened ({error}); graph.trig is read into memory")
        return in_memory(trig)
    return Source(store, (read_meta(place) or {}).get("prefixes", {}))


def in_memory(trig: Path) -> Source:
    """A TriG file of ours in memory."""
    import pyoxigraph

    store = pyoxigraph.Store()
    store.bulk_load(path=str(trig), format=pyoxigraph.RdfFormat.TRIG)
    return Source(store, prefixes_of(trig))


def rows(answer: Answer) -> Iterator[dict[str, str | None]]:
    """The rows of a table as dicts of strings."""
    if isinstance(answer, Table):
        for row in answer.plain():
            yield dict(zip(answer.columns, row, strict=True))


__all__ = [
    "Answer", "NoGraph", "ParameterError", "QueryError", "Source", "Table", "Triples",
    "explain", "open_source", "resolve_query", "rows", "shorten",
]  # fmt: skip
