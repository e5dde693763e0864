"""What several commands share: options, the list of problems at the end, progress."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.read import Problem

SHOWN = 20  # problems told one by one; the report has them all


def cores() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """``--jobs``: as many processes as there are processors, unless told."""
    parser.add_argument("--jobs", type=_positive, default=cores(), metavar="N", help="processes (default: %(default)s)")


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of processes; give 1 or more")
    return int(text)


def add_names(parser: argparse.ArgumentParser) -> None:
    """``--names``: who finds the names."""
    parser.add_argument(
        "--names", default="embedded", metavar="BACKEND", help="embedded (in the package) or camel (camel-tools' model)"
    )


def add_world(parser: argparse.ArgumentParser) -> None:
    """``--world``: names of one's own, in the format of kg/world."""
    parser.add_argument(
        "--world", action="append", default=[], metavar="FILE", help="names of your own (docs/world.md)"
    )


def load_worlds(args: argparse.Namespace) -> None:
    """Loads what ``--world`` names; wrong use where it cannot be read."""
    if not args.world:
        return
    from kg.cli import UsageError
    from kg.lang import DataError
    from kg.world.gazetteer import load_extra

    try:
        load_extra(args.world)
    except (DataError, OSError) as error:
        raise UsageError(str(error)) from error


def end(problems: Sequence[Problem]) -> int:
    """Tells the problems on standard error; the exit status: 1 if something was skipped."""
    for problem in problems[:SHOWN]:
        print(f"kg: {problem}", file=sys.stderr)
    if len(problems) > SHOWN:
        print(f"kg: and {len(problems) - SHOWN} more problems", file=sys.stderr)
    skipped = sum(p.skipped for p in problems)
    if skipped:
        print(f"kg: {skipped} skipped", file=sys.stderr)
    return 1 if skipped else 0


def progress() -> Callable[[str, int], None]:
    """Shows how far a stage is, on a terminal only."""
    if not sys.stderr.isatty():
        return lambda stage, done: None

    def show(stage: str, done: int) -> None:
        print(f"\r{stage}: {done} articles", end="", file=sys.stderr, flush=True)

    return show
