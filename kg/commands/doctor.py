"""What is installed, which backends work, what is missing and the command that installs it.

kg doctor
"""

from __future__ import annotations

import argparse
from collections.abc import Callable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def run(args: argparse.Namespace) -> int:
    from importlib.metadata import PackageNotFoundError, version

    from kg import __version__

    print(f"kg {__version__}")
    bad = 0
    for package in ("camel-tools", "rdflib", "networkx", "pyvis", "pyoxigraph", "oxigraph", "msgspec", "pyshacl"):
        try:
            print(f"  ok       {package} {version(package)}")
        except PackageNotFoundError:
            bad += 1
            print(f"  missing  {package}: pip install --no-deps -r requirements.txt")
    for name, check, needed in (
        ("names: embedded model", _embedded, True),
        ("names: camel-tools model (optional)", _camel, False),
        ("gazetteer", _gazetteer, True),
        ("event lexicon", _lexicon, True),
        ("SPARQL server", _server, True),
    ):
        told = _try(check)
        if told is None:
            print(f"  ok       {name}")
        else:
            bad += needed
            print(f"  {'broken ' if needed else 'absent '}  {name}: {told}")
    return 1 if bad else 0


def _try(check: Callable[[], None]) -> str | None:
    try:
        check()
    except Exception as error:  # whatever is wrong is told, not raised
        return str(error) or type(error).__name__
    return None


def _embedded() -> None:
    from kg.extract.names import find_names
    from kg.text.document import analyse

    find_names(analyse("doctor", "."))


def _camel() -> None:
    from kg.extract.names import find_names
    from kg.text.document import analyse

    find_names(analyse("doctor", "."), "camel")


def _gazetteer() -> None:
    from kg.text.document import analyse
    from kg.world.gazetteer import find

    find(analyse("doctor", "."))


def _lexicon() -> None:
    from kg.extract.events.lexicon import lexicon

    lexicon()


def _server() -> None:
    from importlib.metadata import files

    if not any(f.name.startswith("oxigraph") for f in files("oxigraph") or ()):
        raise FileNotFoundError("pip install oxigraph")
