"""Are two names names of one thing? Answers same, different or unsure, with a score and the reasons.

The names are compared as the resolver compares them, without the articles around them.

  kg compare "يوآف غالانت" "يوآف جالانت"
  kg compare "طرابلس" "طرابلس الغرب" --type Place
  kg compare --file pairs.tsv              name TAB name TAB type; answer, score and reasons are added as columns
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import get_args


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``kg compare``."""
    parser.add_argument("names", nargs="*", metavar="NAME", help="two names")
    parser.add_argument("--type", default=None, help="Person (the default), Organization, Place or NamedEvent")
    parser.add_argument("--file", metavar="PAIRS", help="a file of name TAB name TAB type, '-' for standard input")


def run(args: argparse.Namespace) -> int:
    """Prints the answers. Status 1 where a line of the file could not be used."""
    from kg.cli import UsageError
    from kg.record import EntityType
    from kg.resolve.compare import compare

    types = get_args(EntityType)
    if args.type is not None and args.type not in types:
        raise UsageError(f"there is no type '{args.type}'; the types are {', '.join(types)}")
    if args.file:
        if args.names:
            raise UsageError("give two names, or --file, not both")
        return _file(args.file, args.type or "Person", types)
    if len(args.names) != 2:
        raise UsageError(
            f'two names are needed, {len(args.names)} were given. Put each in quotes: kg compare "A B" "C D"'
        )
    if not all(name.strip() for name in args.names):
        raise UsageError("a name is empty")
    a, b = args.names
    verdict = compare(a, b, args.type or "Person")
    print(f"{verdict.answer}\t{verdict.score:.2f}")
    for reason in verdict.reasons:
        print(f"  {reason}")
    return 0


def _lines(path: str) -> Iterator[str]:
    from kg.cli import UsageError

    if path == "-":
        yield from sys.stdin
        return
    try:
        with open(path, encoding="utf-8-sig") as lines:
            yield from lines
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8: {error}") from error


def _file(path: str, default: str, types: tuple[str, ...]) -> int:
    from kg.resolve.compare import compare

    bad = 0
    for number, line in enumerate(_lines(path), 1):
        line = line.rstrip("\r\n")
        if not line.strip():
            print()
            continue
        columns = line.split("\t")
        type_ = columns[2].strip() if len(columns) > 2 and columns[2].strip() else default
        if len(columns) < 2 or not columns[0].strip() or not columns[1].strip() or type_ not in types:
            wrong = f"there is no type '{type_}'" if type_ not in types else "two names parted by a TAB were expected"
            print(f"kg compare: {path}, line {number}: {wrong}", file=sys.stderr)
            print(f"{line}\t\t\t")
            bad += 1
            continue
        verdict = compare(columns[0], columns[1], type_)
        print(f"{line}\t{verdict.answer}\t{verdict.score:.2f}\t{'; '.join(verdict.reasons)}")
    if bad:
        print(f"kg compare: {bad} line{'s' if bad > 1 else ''} skipped", file=sys.stderr)
    return 1 if bad else 0
