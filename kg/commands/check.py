"""Check the graph of a build folder: SHACL shapes, SPARQL invariants, every quotation against its article, dates.

Each violation is a line on standard output (check, node, problem, separated by tabs); the counts go to standard error. Exit status
1 if there is any. On large graphs SHACL looks at an even sample of each class and says so; the rest looks at everything.

  kg check exports/
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.cli import UsageError
from kg.query.check import SHACL_NODES, Violation, dates, invariants, quotations, shacl
from kg.query.run import NoGraph, open_source, shorten


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``kg check``."""
    parser.add_argument("folder", metavar="DIR", help="the folder that kg build made")


def run(args: argparse.Namespace) -> int:
    """Runs every check. 1 where something does not hold or could not be checked."""
    folder = Path(args.folder)
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}")
    try:
        source = open_source(folder, told=_tell)
    except NoGraph as error:
        raise UsageError(str(error)) from error
    shaped, complete = shacl(source)
    found: list[Violation] = [*shaped, *invariants(source), *dates(source)]
    unchecked = not (folder / "records.jsonl").is_file()
    if unchecked:
        _tell(f"the quotations could not be compared: {folder / 'records.jsonl'} is not there")
    else:
        try:
            found += quotations(source, folder / "records.jsonl")
        except ValueError as error:
            raise UsageError(str(error)) from error
    for violation in found:
        print(f"{violation.check}\t{shorten(violation.node, source.prefixes)}\t{' '.join(violation.problem.split())}")
    if not complete:
        _tell(f"SHACL looked at about {SHACL_NODES} nodes of each larger class, evenly spread; all else at everything")
    counts = {check: sum(v.check == check for v in found) for check in sorted({v.check for v in found})}
    said = ", ".join(f"{check} {count}" for check, count in counts.items())
    _tell(f"{len(found)} violations: {said}" if found else "no violations")
    return 1 if found or unchecked else 0


def _tell(line: str) -> None:
    print(f"kg check: {line}", file=sys.stderr)
