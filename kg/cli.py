"""The command line: one module of ``kg.commands`` a command, imported only when it is called."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

# name: (module, what it does in one line)
COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("kg.commands.build", "everything: articles in, graph and exports out"),
    "extract": ("kg.commands.extract", "articles -> extraction records (JSONL)"),
    "resolve": ("kg.commands.resolve", "records -> graph and exports"),
    "query": ("kg.commands.query", "ask the graph: a query of the library, a .rq file or SPARQL"),
    "explain": ("kg.commands.explain", "one thing: its names, why they were joined, all that is said of it"),
    "export": ("kg.commands.export", "write the graph in another format"),
    "view": ("kg.commands.view", "the interactive network, whole or a part"),
    "serve": ("kg.commands.serve", "SPARQL endpoint, query page and network view on this machine"),
    "compare": ("kg.commands.compare", "are two names the same thing?"),
    "time": ("kg.commands.time", "a time expression -> EDTF"),
    "try": ("kg.commands.try_", "one sentence with everything found in it, and by which rule"),
    "review": ("kg.commands.review", "decide the pairs it is least sure of"),
    "check": ("kg.commands.check", "SHACL and the invariants of the graph"),
    "eval": ("kg.commands.eval", "precision, recall, F1 against records written by people"),
    "train": ("kg.commands.train", "make the embedded name model again from labelled data"),
    "world": ("kg.commands.world", "look into the gazetteer, or import a larger one"),
    "doctor": ("kg.commands.doctor", "what is installed, what works, what is missing"),
}


class UsageError(Exception):
    """Wrong use: told in plain words, exit status 2."""


def _help() -> str:
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:{width}}  {line}" for name, (_, line) in COMMANDS.items())
    return (
        "kg builds a knowledge graph from Arabic news.\n\n"
        "  kg build articles/ -o exports/     articles in, graph out\n"
        "  kg COMMAND --help                  what a command does, with an example\n\n"
        f"{rows}\n"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command. Returns the exit status: 0 well, 1 something was skipped or failed, 2 wrong use, 130 interrupted."""
    # the name model multiplies small matrices: threads that wait for one another cost more than they give
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    args = list(sys.argv[1:] if argv is None else argv)
    if not args or args[0] in ("-h", "--help", "help"):
        print(_help(), end="")
        return 0 if args else 2
    if args[0] in ("-V", "--version"):
        from kg import __version__

        print(f"kg {__version__}")
        return 0
    if args[0] not in COMMANDS:
        print(f"kg: there is no command '{args[0]}'. The commands are: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    module = importlib.import_module(COMMANDS[args[0]][0])
    parser = argparse.ArgumentParser(
        prog=f"kg {args[0]}", description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    module.add_arguments(parser)
    try:
        return int(module.run(parser.parse_args(args[1:])))
    except SystemExit as stop:
        return int(stop.code or 0)
    except UsageError as error:
        print(f"kg {args[0]}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("kg: interrupted; what was done is kept", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
