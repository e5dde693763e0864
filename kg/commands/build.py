"""Everything: articles in, graph and exports out.

  kg build articles/ -o exports/

Articles that have not changed since the last build into the same folder are not extracted again. Corrections that a
person made stand in DIR/corrections.yaml (or the file given) and outrank every score.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.commands.shared import add_jobs, add_names, add_world, end, load_worlds, progress

if TYPE_CHECKING:
    from kg.knowledge import Knowledge
    from kg.report import Run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    parser.add_argument("-o", "--output", default="exports", metavar="DIR", help="where to (default: exports)")
    parser.add_argument("--corrections", metavar="FILE", help="corrections (default: DIR/corrections.yaml if there)")
    parser.add_argument("--base", metavar="IRI", help="base of all IRIs")
    parser.add_argument("--profile", action="store_true", help="tell the seconds of each stage")
    add_jobs(parser)
    add_names(parser)
    add_world(parser)


def run(args: argparse.Namespace) -> int:
    from kg.pipeline import build
    from kg.report import Run

    load_worlds(args)
    state = Run(progress=progress())
    begin = time.perf_counter()
    knowledge = guarded(
        lambda: build(
            args.paths,
            args.output,
            jobs=args.jobs,
            corrections=args.corrections,
            names=args.names,
            base=args.base,
            worlds=args.world,
            run=state,
        )
    )
    return tell(knowledge, state, args.output, time.perf_counter() - begin, args.profile)


def guarded(work: Callable[[], Knowledge]) -> Knowledge:
    """Runs ``work``; broken corrections and folders that cannot be written are wrong use."""
    from kg.cli import UsageError
    from kg.lang import DataError

    try:
        return work()
    except DataError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"{error.filename or ''}: {error.strerror or error}") from error


def tell(knowledge: Knowledge, state: Run, folder: str, seconds: float, profile: bool) -> int:
    """Ends a build by saying what came out and what to open."""
    for warning in state.warnings:
        print(f"kg: {warning}", file=sys.stderr)
    status = end(state.problems)
    if profile:
        for stage, used in state.stages.items():
            print(f"  {stage:24} {used:8.2f} s", file=sys.stderr)
    if not knowledge.articles:
        print("kg: no article could be read; nothing to see in the graph", file=sys.stderr)
        return 1
    folder = folder.rstrip("/") or "/"
    print(
        f"{len(knowledge.articles)} articles -> {len(knowledge.things)} people, organizations and places,"
        f" {len(knowledge.facts)} relations, {len(knowledge.events)} events, in {seconds:.1f} s\n\n"
        f"  see it    open {folder}/graph.html in a browser\n"
        f"  ask it    kg query {folder} --list\n"
        f"  explain   kg explain {folder} NAME\n"
        f"  report    {folder}/report.md"
    )
    return status
