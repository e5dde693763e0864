"""The options of ``kg view`` and ``kg export`` that choose a part of the graph."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from kg.cli import UsageError

if TYPE_CHECKING:
    from kg.knowledge import Knowledge

_MOST_NAMED = 5  # things of one name that are told


def add_part(parser: argparse.ArgumentParser) -> None:
    """``--around``, ``--hops``, ``--since``, ``--until``, ``--types``."""
    group = parser.add_argument_group("a part of the graph")
    group.add_argument(
        "--around",
        action="append",
        default=[],
        metavar="NAME",
        help="only around this name, in any spelling (repeatable)",
    )
    group.add_argument("--hops", type=int, default=1, metavar="N", help="steps away from it (default: 1)")
    group.add_argument("--since", metavar="DATE", help="events from this day, month or year on")
    group.add_argument("--until", metavar="DATE", help="events up to this day, month or year")
    group.add_argument("--types", metavar="TYPES", help="only these: Person,Organization,Place,NamedEvent")


def open_part(folder: str, args: argparse.Namespace) -> Knowledge:
    """The knowledge of ``folder``, or the part of it that ``args`` ask for. Wrong use where a name is not in it, a date
    is none, a type does not exist, or the folder is no build."""
    from kg.export.select import around, find, of_types, within
    from kg.lang import DataError
    from kg.pipeline import open_knowledge

    since, until = _day(args.since, 0, "--since"), _day(args.until, 1, "--until")
    types = _types(args.types)
    if args.hops < 0:
        raise UsageError("--hops takes a number of steps, 0 or more")
    try:
        knowledge = open_knowledge(folder)
    except (FileNotFoundError, NotADirectoryError, DataError, ValueError) as error:
        raise UsageError(str(error)) from error
    uris = []
    for name in args.around:
        found = find(knowledge, name)
        if not found:
            raise UsageError(f"no name in {folder} is '{name}' in any spelling; kg query {folder} central lists names")
        uris.append(found[0].uri)
        if len(found) > 1:
            others = ", ".join(thing.name for thing in found[1:_MOST_NAMED])
            print(f"kg: '{name}' is taken for {found[0].name}; also there: {others}", file=sys.stderr)
    if since or until:
        knowledge = within(knowledge, since, until)
    if types:
        knowledge = of_types(knowledge, types)
    return around(knowledge, uris, args.hops) if uris else knowledge


def _day(value: str | None, side: int, option: str) -> str | None:
    if value is None:
        return None
    from kg.graph.edtf import bounds

    day = bounds(value)[side]
    if day is None:
        raise UsageError(f"{option} takes a date such as 2024-03-26, 2024-03 or 2024, not '{value}'")
    return day


def _types(value: str | None) -> set[str]:
    if value is None:
        return set()
    from kg.schema import schema

    chosen = {name.strip() for name in value.split(",") if name.strip()}
    unknown = chosen - set(schema()["entity_types"])
    if unknown or not chosen:
        raise UsageError(f"--types takes some of {', '.join(schema()['entity_types'])}, not '{value}'")
    return chosen
