"""Looks into the gazetteer, the list of the world's names that kg brings.

  kg world lookup الولايات المتحدة              what a name may mean
  kg world compile                              after a change of kg/world/*.yaml: makes the table that is loaded
"""

from __future__ import annotations

import argparse
import sys

from kg.cli import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Sub-commands lookup, compile."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    lookup = actions.add_parser("lookup", help="what a name may mean: id, type, English name, other names")
    lookup.add_argument("name", nargs="+", help="a name in Arabic, in any spelling")
    lookup.add_argument("--world", action="append", default=[], metavar="FILE", help="add a list of your own")
    actions.add_parser("compile", help="make kg/world/compiled.tsv from the YAML lists beside it")


def run(args: argparse.Namespace) -> int:
    """0 well; 1 nothing found."""
    return _lookup(" ".join(args.name), args.world) if args.action == "lookup" else _compile()


def _lookup(name: str, extra: list[str]) -> int:
    from kg.lang import DataError
    from kg.world.gazetteer import load_extra, lookup

    try:
        load_extra(extra)
    except (OSError, DataError) as error:
        raise UsageError(str(error)) from error
    entries = lookup(name)
    for entry in entries:
        kind = f"{entry.type}/{entry.subtype}" if entry.subtype else entry.type
        print(f"{entry.id}\t{kind}\t{entry.name}\t{entry.name_en}\t{' | '.join(entry.aliases)}")
    if not entries:
        print(f"kg world: nothing in the lists is called {name!r}", file=sys.stderr)
    return 0 if entries else 1


def _compile() -> int:
    from importlib.resources import files
    from pathlib import Path

    from kg.lang import DataError
    from kg.world.compiled import compile_own

    try:
        tables = compile_own()
    except DataError as error:
        print(f"kg world: {error}", file=sys.stderr)
        return 1
    for name, content in tables.items():
        path = Path(str(files("kg.world").joinpath(name)))
        path.write_text(content, encoding="utf-8", newline="\n")
        print(f"kg world: {content.count(chr(10))} lines in {path}", file=sys.stderr)
    return 0
