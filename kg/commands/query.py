"""Ask the graph of a build folder.

QUERY is the name of a query of the library, a .rq file, or SPARQL text. The prefixes kg:, rdfs:, xsd: … and those of the
graph (person:, article: …) need no declaration. A parameter that names a thing takes its name in any spelling.

  kg query --list                                              the library, with what each answers
  kg query exports/ people/met --set person=Gallant
  kg query exports/ said --set person=Austin --format csv
  kg query exports/ "SELECT ?name { ?p a kg:Person ; kg:name ?name } LIMIT 10"
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kg.cli import UsageError
from kg.query.bind import ParameterError
from kg.query.library import Query, library
from kg.query.run import NoGraph, QueryError, Table, open_source, resolve_query
from kg.query.show import FORMATS, write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``kg query``."""
    parser.add_argument("folder", nargs="?", metavar="DIR", help="the folder that kg build made")
    parser.add_argument("query", nargs="?", metavar="QUERY", help="a name of the library, a .rq file, or SPARQL text")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a parameter; may be repeated")
    parser.add_argument("--format", choices=FORMATS, default="table", help="form of the answer (default: table)")
    parser.add_argument("--limit", type=int, metavar="N", help="show at most N rows")
    parser.add_argument("--list", action="store_true", help="list the library and stop; with QUERY, show that query")


def run(args: argparse.Namespace) -> int:
    """Answers the query. 0 also where nothing is found (said on standard error)."""
    if args.list:
        chosen = args.query or (args.folder if args.folder and not os.path.isdir(args.folder) else None)
        return _list(chosen)
    if args.folder is None or args.query is None:
        raise UsageError("say which folder and which query: kg query DIR QUERY (kg query --list lists the library)")
    if not Path(args.folder).is_dir():
        raise UsageError(f"there is no folder {args.folder}")
    if args.limit is not None and args.limit < 0:
        raise UsageError("--limit takes a number of rows, 0 or more")
    given = {}
    for pair in args.set:
        name, mark, value = pair.partition("=")
        if not mark or not name:
            raise UsageError(f"--set takes NAME=VALUE, not '{pair}'")
        given[name.strip().lstrip("?")] = value
    try:
        query = resolve_query(args.query)
        source = open_source(args.folder, told=_tell)
        answer = source.ask(query, given, told=_tell)
        if isinstance(answer, Table) and args.limit is not None:
            answer = Table(answer.columns, answer.rows[: args.limit])
        write(answer, args.format, sys.stdout, source.prefixes, query.title_ar)
    except (QueryError, ParameterError, NoGraph) as error:
        raise UsageError(str(error)) from error
    if isinstance(answer, Table) and not answer.rows:
        _tell("nothing found")
    return 0


def _tell(line: str) -> None:
    print(f"kg query: {line}", file=sys.stderr)


def _list(name: str | None) -> int:
    if name:
        try:
            query = resolve_query(name)
        except QueryError as error:
            raise UsageError(str(error)) from error
        print(_card(query))
        print("\n" + query.text, end="")
        return 0
    theme = ""
    for query in library().values():
        if query.theme != theme:
            theme = query.theme
            print(f"\n{theme}")
        print(f"  {query.name:<32} {query.title_en} · {query.title_ar}")
        for parameter in query.parameters:
            print(
                f"  {'':<34}{_parameter(parameter.name, parameter.type, parameter.of, parameter.default, parameter.about)}"
            )
    return 0


def _card(query: Query) -> str:
    lines = [query.name, f"  {query.title_en}", f"  {query.title_ar}", f"  {query.description}"]
    lines += [f"  {_parameter(p.name, p.type, p.of, p.default, p.about)}" for p in query.parameters]
    return "\n".join(lines)


def _parameter(name: str, type: str, of: str, default: str | None, about: str) -> str:
    what = of or type
    return f"--set {name}=…  ({what}, {'needed' if default is None else f'default {default}'}) {about}"
