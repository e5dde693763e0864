"""The interactive network of a build folder, whole or a part, as one HTML file; its path goes to standard output.

kg view exports/                                        exports/view.html, the whole
kg view exports/ --around Gallant --hops 2              what lies within two ties of a name, in any spelling
kg view exports/ --since 2024-03 --until 2024-04 --types Person,Place -o spring.html
kg view exports/ --around Austin --format svg -o austin.svg     a drawing for a paper
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.cli import UsageError
from kg.commands.part import add_part, open_part


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``kg view``."""
    parser.add_argument("folder", metavar="DIR", help="the folder that kg build made")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where to write (default: DIR/view.html or view.svg, view.png)"
    )
    parser.add_argument(
        "--format",
        choices=("html", "svg", "png"),
        default="html",
        help="a page, a drawing or a picture (default: html)",
    )
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    add_part(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the view. 1 where nothing is left of the graph (the page says so)."""
    from kg.export import write

    knowledge = open_part(args.folder, args)
    path = Path(args.output) if args.output else Path(args.folder) / f"view.{args.format}"
    try:
        write(args.format, knowledge, path)
    except ImportError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    print(path)
    if args.open:
        import webbrowser

        webbrowser.open(path.resolve().as_uri())
    if not knowledge.things and not knowledge.events:
        print("kg: nothing in the graph answers this choice", file=sys.stderr)
        return 1
    return 0
