"""Write the graph of a build folder in other formats.

FORMAT is one or more of: ttl, trig, nt, nq, jsonld, rdfxml (RDF); gexf, graphml (Gephi, yEd, igraph); neo4j (a folder of
CSV for neo4j-admin, with import.cypher) and cypher (one file); html (the interactive network); svg and png (a drawing); csv (a
folder of tables for spreadsheets); plover (event data: who did what to whom, in CAMEO and PLOVER codes).

  kg export exports/ gexf                                     exports/graph.gexf
  kg export exports/ csv plover -o tables/                    a folder for several formats
  kg export exports/ gexf --view people --since 2024-03       people and bodies, tied by their events
  kg export exports/ neo4j --bolt bolt://localhost:7687       into a running server; the password is in NEO4J_PASSWORD
  kg export exports/ nt -o - | grep Austin                    "-" is standard output
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cli import UsageError
from kg.commands.part import add_part, open_part

if TYPE_CHECKING:
    from kg.knowledge import Knowledge

_FOLDERS = ("neo4j", "csv")
_WITH_VIEW = ("gexf", "graphml")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``kg export``."""
    from kg.export import EXPORTS

    parser.add_argument("folder", metavar="DIR", help="the folder that kg build made")
    parser.add_argument("formats", nargs="+", metavar="FORMAT", help=", ".join(EXPORTS))
    parser.add_argument("-o", "--output", metavar="PATH", help="file, or folder for several formats (default: in DIR)")
    parser.add_argument(
        "--view", choices=("events", "people"), default="events", help="gexf, graphml: events as nodes, or as ties"
    )
    parser.add_argument("--bolt", metavar="URL", help="neo4j: send it to this server instead of writing files")
    parser.add_argument("--user", default="neo4j", help="user of the server (default: neo4j)")
    parser.add_argument("--database", metavar="NAME", help="database of the server (default: its own)")
    add_part(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the formats; tells each path on standard error."""
    from kg.export import EXPORTS

    for name in args.formats:
        if name not in EXPORTS:
            raise UsageError(f"there is no format '{name}'; the formats are {', '.join(EXPORTS)}")
    if args.output == "-" and (len(args.formats) > 1 or args.formats[0] in _FOLDERS):
        raise UsageError("only one format that is a single file can go to standard output")
    if args.bolt and set(args.formats) != {"neo4j"}:
        raise UsageError("--bolt goes with the format neo4j alone")
    knowledge = open_part(args.folder, args)
    if args.bolt:
        return _send(knowledge, args)
    for name in dict.fromkeys(args.formats):
        _write(knowledge, name, args)
    return 0


def _send(knowledge: Knowledge, args: argparse.Namespace) -> int:
    """Through Bolt; 2 where the driver is not installed or the server cannot be had."""
    from kg.export.bolt import connected, send

    try:
        run_query, close = connected(args.bolt, args.user, os.environ.get("NEO4J_PASSWORD", ""), args.database)
    except ImportError as error:
        raise UsageError("the driver of Neo4j is not installed: pip install neo4j") from error
    except Exception as error:  # the driver raises many kinds; each says what is wrong
        raise UsageError(f"cannot reach {args.bolt}: {error}") from error
    try:
        send(knowledge, run_query, lambda table, rows: print(f"kg: {table}: {rows}", file=sys.stderr))
    finally:
        close()
    return 0


def _write(knowledge: Knowledge, name: str, args: argparse.Namespace) -> None:
    from kg.export import FILE_NAMES, write

    options: dict[str, Any] = {"view": args.view} if name in _WITH_VIEW else {}
    if args.output == "-":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / FILE_NAMES[name]
            write(name, knowledge, path, **options)
            with path.open("rb") as made:
                shutil.copyfileobj(made, sys.stdout.buffer)
        return
    if args.output is None:
        path = Path(args.folder) / FILE_NAMES[name]
    elif len(set(args.formats)) > 1 or (Path(args.output).is_dir() and name not in _FOLDERS):
        path = Path(args.output) / FILE_NAMES[name]
    else:
        path = Path(args.output)
    try:
        write(name, knowledge, path, **options)
    except ImportError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    print(f"kg: {path}", file=sys.stderr)
