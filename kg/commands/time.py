"""A time expression -> EDTF (ISO 8601-2).

Relative expressions are resolved against the day of publication. Prints "none" for what tells no time (a name, an age,
a count) and "null" for a time that cannot be resolved. The conventions stand in docs/time.md.

  kg time "EXPRESSION" --published 2024-03-26             the value on one line
  kg time --file list.tsv                                 published TAB expression -> the same with the value added
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("expression", nargs="?", help="the words, in quotes")
    parser.add_argument("--published", metavar="DATE", help="day of publication, YYYY-MM-DD")
    parser.add_argument(
        "--file",
        metavar="LIST",
        help="UTF-8 lines: published (may be empty) TAB expression; further columns are kept; '-' is standard input",
    )


def run(args: argparse.Namespace) -> int:
    from kg.cli import UsageError

    if (args.expression is None) == (args.file is None):
        raise UsageError(
            'give either an expression in quotes or --file LIST: kg time "EXPRESSION" --published 2024-03-26'
        )
    if args.file is None:
        print(_resolved(args.expression, args.published or "", "--published"))
        return 0
    if args.file == "-":
        lines = sys.stdin.read().splitlines()
    else:
        try:
            lines = Path(args.file).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{args.file}: cannot be read as UTF-8: {error}") from error
    for number, line in enumerate(lines, 1):
        columns = line.split("\t")
        if not line.strip():
            print(line)
            continue
        if len(columns) < 2:
            raise UsageError(f"{args.file}, line {number}: needs published TAB expression")
        print(f"{line}\t{_resolved(columns[1], columns[0].strip(), f'{args.file}, line {number}')}")
    return 0


def _resolved(expression: str, published: str, where: str) -> str:
    from kg.cli import UsageError
    from kg.extract.time import resolve_expression

    if published:
        try:
            date.fromisoformat(published[:10])
        except ValueError:
            raise UsageError(f"{where}: '{published}' is no date of the form YYYY-MM-DD") from None
    value = resolve_expression(expression, published or None)
    return "null" if value is None else value
