"""From extraction records to the graph and everything made from it, for records made elsewhere or earlier.

kg extract articles/ > records.jsonl
kg resolve records.jsonl -o exports/
"""

from __future__ import annotations

import argparse
import time


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("records", nargs="+", metavar="RECORDS", help="JSONL files of records")
    parser.add_argument("-o", "--output", default="exports", metavar="DIR", help="where to (default: exports)")
    parser.add_argument("--corrections", metavar="FILE", help="corrections (default: DIR/corrections.yaml if there)")
    parser.add_argument("--base", metavar="IRI", help="base of all IRIs")


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    from kg.cli import UsageError
    from kg.commands.build import guarded, tell
    from kg.pipeline import finish
    from kg.record import Record, read_jsonl, unresolved
    from kg.report import Run

    begin = time.perf_counter()
    records: dict[str, Record] = {}
    try:
        for path in args.records:
            for record in read_jsonl(path):
                if record.doc.id in records:
                    raise UsageError(f"{path}: a second record of the article '{record.doc.id}'; ids must differ")
                records[record.doc.id] = unresolved(record)
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(str(error)) from error
    folder = Path(args.output)
    folder.mkdir(parents=True, exist_ok=True)
    state = Run()
    ordered = [records[k] for k in sorted(records)]
    knowledge = guarded(lambda: finish(ordered, folder, corrections=args.corrections, base=args.base, run=state))
    return tell(knowledge, state, args.output, time.perf_counter() - begin, False)
