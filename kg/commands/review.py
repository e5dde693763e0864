"""Decides the pairs that the resolver is least sure of, one at a time: same, different or skip.

Answers are appended to DIR/corrections.yaml, which the next  kg build  or  kg resolve  applies.

  kg review exports/
  kg review exports/ --by "A. Reader" --most 10
"""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``kg review``."""
    parser.add_argument("folder", metavar="DIR", help="a folder that kg build made")
    parser.add_argument("--by", default=None, help="who judges (default: the name of the user)")
    parser.add_argument("--date", default=None, help="the date of the judgements (default: today)")
    parser.add_argument("--most", type=int, default=20, metavar="N", help="ask about at most N pairs (20)")


def run(args: argparse.Namespace) -> int:
    """Asks until the pairs, or the answers, are at an end."""
    import datetime
    import getpass
    from pathlib import Path

    from kg.cli import UsageError
    from kg.lang import DataError
    from kg.pipeline import CORRECTIONS, RECORDS
    from kg.record import read_jsonl, unresolved
    from kg.resolve.corrections import Corrections, load_corrections
    from kg.resolve.reviewing import append, questions

    folder = Path(args.folder)
    if args.most < 1:
        raise UsageError("--most must be at least 1")
    if not (folder / RECORDS).exists():
        raise UsageError(f"{folder / RECORDS} does not exist: make it with  kg build ARTICLES -o {folder}")
    path = folder / CORRECTIONS
    try:
        records = [unresolved(r) for r in read_jsonl(str(folder / RECORDS))]
        corrections = load_corrections(path) if path.exists() else Corrections()
    except (ValueError, DataError) as error:
        raise UsageError(str(error)) from error
    asked = questions(records, corrections)
    if not asked:
        print("No pair is open: every two names are surely one thing or surely two.")
        return 0
    by = args.by or getpass.getuser()
    date = args.date or datetime.date.today().isoformat()
    print(
        f"{len(asked)} pairs are open; the least sure come first. s same, d different, Enter skip, q end.",
        file=sys.stderr,
    )
    made = 0
    for number, question in enumerate(asked[: args.most], 1):
        print(f"\n{number}. " + "\n".join(question.lines()))
        answer = _ask()
        if answer == "q":
            break
        if answer in ("same", "different"):
            append(path, answer, question, by, date)
            made += 1
    print(
        f"{made} correction{'' if made == 1 else 's'} written to {path}; the next build applies them", file=sys.stderr
    )
    return 0


def _ask() -> str:
    """ "same", "different", "skip" or "q"; the end of input is "q"."""
    while True:
        print("same / different / skip? ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            return "q"
        word = line.strip().lower()
        for answer, ways in {
            "same": ("s", "same"),
            "different": ("d", "different"),
            "skip": ("", "skip"),
            "q": ("q", "quit"),
        }.items():
            if word in ways:
                return answer
        print("s for same, d for different, Enter to skip, q to end", file=sys.stderr)
