"""Precision, recall and F1 against records written by people.

  kg eval gold.jsonl predicted.jsonl
  kg eval gold.jsonl                    extracts the articles of the gold first
  kg eval names FILE.conll              span F1 of the name tagger on a two-column file (PERS LOC ORG MISC)

GOLD and PREDICTED are JSONL files of records, or folders of .json files with one record each.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kg.commands.shared import add_names

if TYPE_CHECKING:
    from kg.record import Record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("gold", metavar="GOLD", help="records written by people, or the word names")
    parser.add_argument("predicted", nargs="?", metavar="PREDICTED", help="records to judge (default: made now)")
    parser.add_argument("--json", action="store_true", help="as JSON")
    add_names(parser)


def run(args: argparse.Namespace) -> int:
    import json

    from kg.cli import UsageError

    if args.gold == "names":
        return _names(args)
    from kg.evaluate import evaluate

    gold = _load(args.gold)
    if args.predicted is not None:
        predicted = _load(args.predicted)
    else:
        from kg.extract import extract

        predicted = {
            k: extract(
                r.doc.text, id=k, title=r.doc.title, published=r.doc.published, source=r.doc.source, names=args.names
            )
            for k, r in gold.items()
        }
    try:
        scores = evaluate(gold, predicted)
    except ValueError as error:
        raise UsageError(str(error)) from error
    rows = {
        name: {
            "precision": s.precision,
            "recall": s.recall,
            "f1": s.f1,
            "hit": s.hit,
            "gold": s.gold,
            "predicted": s.predicted,
        }
        for name, s in scores.by_name.items()
    }
    if args.json:
        print(json.dumps({"graph": scores.graph, **rows}, indent=1))
        return 0
    print(f"{'':12} {'precision':>9} {'recall':>9} {'f1':>9}")
    for name, s in scores.by_name.items():
        print(
            f"{name:12} {s.precision:9.3f} {s.recall:9.3f} {s.f1:9.3f}   {s.hit} of {s.gold} gold, {s.predicted} predicted"
        )
    print(f"{'graph':12} {'':9} {'':9} {scores.graph:9.3f}")
    return 0


def _names(args: argparse.Namespace) -> int:
    from kg.cli import UsageError
    from kg.train.evaluate import evaluate_conll

    if args.predicted is None:
        raise UsageError("kg eval names needs a two-column file: kg eval names FILE.conll")
    try:
        print(evaluate_conll(args.predicted))
    except (OSError, ValueError) as error:
        raise UsageError(str(error)) from error
    return 0


def _load(path: str) -> dict[str, Record]:
    from kg.cli import UsageError
    from kg.evaluate import read_human

    try:
        records = read_human(path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(str(error)) from error
    if not records:
        raise UsageError(f"{path}: there are no records")
    return records
