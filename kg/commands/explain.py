"""One thing or event: its names, why they were joined, and all that is said of it, with article and quotation.

kg explain exports/ "غالانت"          any spelling
kg explain exports/ Gallant           Latin letters
kg explain exports/ https://…/person/Q123
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.knowledge import Knowledge


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``kg explain``."""
    parser.add_argument("folder", metavar="DIR", help="a folder that kg build made")
    parser.add_argument("name", metavar="NAME-or-IRI", help="a name in any spelling, Arabic or Latin, or an IRI")
    parser.add_argument("--type", default=None, help="only things of this type")


def open_folder(folder: str) -> Knowledge:
    """The knowledge of a folder that ``kg build`` made; raises ``UsageError`` where there is none."""
    from kg.cli import UsageError
    from kg.lang import DataError
    from kg.pipeline import open_knowledge

    try:
        return open_knowledge(folder)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(str(error)) from error
    except (DataError, ValueError) as error:
        raise UsageError(str(error)) from error


def run(args: argparse.Namespace) -> int:
    """Prints the explanation. Status 1 where nothing, or more than one thing, bears the name."""
    from kg.resolve.explaining import explain_event, explain_thing, one_line
    from kg.resolve.search import find_event, find_things, similar

    knowledge = open_folder(args.folder)
    event = find_event(knowledge, args.name)
    if event is not None:
        print("\n".join(explain_event(knowledge, event)))
        return 0
    things = [t for t in knowledge.things if args.type in (None, t.type)]
    found = find_things(things, args.name)
    if len(found) == 1:
        print("\n".join(explain_thing(knowledge, found[0])))
        return 0
    if not found:
        print(f"kg explain: nothing in {args.folder} is called '{args.name}'.", file=sys.stderr)
        near = similar(things, args.name)
        if near:
            print("Names that are spelled alike:", file=sys.stderr)
            for thing in near:
                print(f"  {one_line(thing)}", file=sys.stderr)
        return 1
    print(f"'{args.name}' may be any of these {len(found)}; ask again with the full name, --type, or the IRI:")
    for thing in found[:30]:
        print(f"  {one_line(thing)}")
    if len(found) > 30:
        print(f"  … and {len(found) - 30} more")
    return 1
