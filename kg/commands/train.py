"""Make the embedded name model again from labelled data.

  kg train names --data DIR                   into the package, in place of the model that is there
  kg train names --data DIR -o model/         into a folder
  kg train names --data DIR --hold-out -o m/  without the development articles, to measure on them

DIR holds ner/newsnames.jsonl (articles labelled by kg's rules) and, as far as they are there, the other corpora of
kg/extract/names/model/README.md, raw/*.jsonl.gz (news to learn words from) and gazetteer/*.tsv. Needs torch; takes about
an hour on one core. The seed is fixed: the same data make the same model on the same machine.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.cli import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["names"], help="the model to make")
    parser.add_argument("--data", required=True, metavar="DIR", help="folder of labelled and raw text")
    parser.add_argument("-o", "--output", metavar="DIR", help="where to write the model (default: into the package)")
    parser.add_argument("--hold-out", action="store_true", help="do not learn from the development articles")


def run(args: argparse.Namespace) -> int:
    try:
        import torch  # noqa: F401
    except ModuleNotFoundError as error:
        raise UsageError("training needs torch, running the model does not: pip install torch") from error
    from kg.train.names import make

    data = Path(args.data)
    if not (data / "ner" / "newsnames.jsonl").exists():
        raise UsageError(f"{data / 'ner' / 'newsnames.jsonl'} is missing: --data must name a folder that holds it")
    import kg.extract.names as names

    output = Path(args.output) if args.output else Path(names.__file__).parent / "model"
    make(data, output, lambda text: print(text, file=sys.stderr, flush=True), hold_out=args.hold_out)
    return 0
