"""Looks into the gazetteer, the list of the world's names that kg brings, and makes a larger one of yours.

  kg world lookup الولايات المتحدة           what a name may mean: id, type, usual name, English, other names
  kg world import cities.tsv -o cities.kgw   a list of millions of names (TSV, JSON lines, Wikidata, GeoNames) -> one file,
                                             for --world here and in the commands that read articles
  kg world compile                           after a change of kg/world/*.yaml: makes the tables that are loaded

A list for import is TSV with a header (id, label, aliases parted by |, type, country, en; all but the first two may be
missing), JSON lines with the same keys, a Wikidata JSON dump, or a GeoNames table; .gz of each. docs/world.md tells more.
"""

from __future__ import annotations

import argparse
import sys

from kg.cli import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Sub-commands lookup, import, compile."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    lookup = actions.add_parser("lookup", help="what a name may mean")
    lookup.add_argument("name", nargs="+", help="a name in Arabic, in any spelling")
    lookup.add_argument("--world", action="append", default=[], metavar="FILE", help="add a list of your own")
    imports = actions.add_parser("import", help="make one fast file of a large list")
    imports.add_argument(
        "file", metavar="FILE", help="TSV with a header, JSON lines, a Wikidata dump, a GeoNames table; or .gz"
    )
    imports.add_argument("-o", "--out", required=True, metavar="OUT", help="the file to write")
    actions.add_parser("compile", help="make the tables of kg/world from the YAML lists beside them")


def run(args: argparse.Namespace) -> int:
    """0 well; 1 nothing found, or entries passed over."""
    if args.action == "lookup":
        return _lookup(" ".join(args.name), args.world)
    return _import(args.file, args.out) if args.action == "import" else _compile()


def _lookup(name: str, extra: list[str]) -> int:
    from kg.world.gazetteer import load_extra, lookup

    try:
        load_extra(extra)
    except (OSError, ValueError) as error:
        raise UsageError(str(error)) from error
    entries = lookup(name)
    for entry in entries:
        kind = f"{entry.type}/{entry.subtype}" if entry.subtype else entry.type
        print(f"{entry.id}\t{kind}\t{entry.name}\t{entry.name_en}\t{' | '.join(entry.aliases)}")
    if not entries:
        print(f"kg world: nothing in the lists is called {name!r}", file=sys.stderr)
    return 0 if entries else 1


def _import(source: str, out: str) -> int:
    from kg.world.bulk import write
    from kg.world.dump import read_dump

    def progress(count: int) -> None:
        print(f"\rkg world: {count:,} entries", end="", file=sys.stderr, flush=True)

    try:
        written, passed, examples = write(read_dump(source), out, progress if sys.stderr.isatty() else None)
    except (OSError, ValueError) as error:
        raise UsageError(str(error)) from error
    print(f"kg world: {written:,} entries in {out}", file=sys.stderr)
    for example in examples:
        count = passed[example.kind]
        print(
            f"kg world: {count:,} passed over, {example.kind}; the first: {example.place}: {example.reason}",
            file=sys.stderr,
        )
    return 1 if passed or not written else 0


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
