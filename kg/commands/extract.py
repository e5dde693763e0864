"""Articles -> extraction records, one JSON object a line.

kg extract articles/ > records.jsonl
kg extract article.txt -o one.jsonl --names embedded
cat article.txt | kg extract -
"""

from __future__ import annotations

import argparse
import sys
from typing import BinaryIO

from kg.commands.shared import add_jobs, add_names, add_world, end, load_worlds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE, not to standard output")
    add_jobs(parser)
    add_names(parser)
    add_world(parser)


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    from kg.export.atomic import replacing

    load_worlds(args)
    if args.output is None:
        return _write(args, sys.stdout.buffer)
    with replacing(Path(args.output)) as path, open(path, "wb") as out:
        return _write(args, out)


def _write(args: argparse.Namespace, out: BinaryIO) -> int:
    from kg.pipeline import extract_all
    from kg.read import read_paths
    from kg.record import encode
    from kg.report import Run

    state = Run()
    for record in extract_all(read_paths(args.paths, state.problems, furniture=False), state, jobs=args.jobs, names=args.names):
        out.write(encode(record))
    return end(state.problems)
