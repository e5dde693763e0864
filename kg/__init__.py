"""kg builds knowledge graphs from Arabic news, every assertion with the exact words that say it.

    import kg

    graph = kg.build(["seeds/"])            # a Graph; with a second argument it also writes the folder
    graph = kg.open("exports/")             # of a folder that a build made
    record = kg.extract("قال الوزير …")     # one article -> its record
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import Graph

__version__ = "0.1.0"
__all__ = ["build", "open"]


def build(paths: Sequence[str], out: str | None = None, *, jobs: int = 1, names: str = "embedded") -> Graph:
    """The graph of the articles in ``paths`` (files and folders). With ``out`` everything that ``kg build`` writes is
    written there; without, nothing is kept on disk. Inputs that cannot be read are passed over; ``kg build`` names them."""
    from kg.api import Graph

    if out is not None:
        from kg.pipeline import build as build_folder

        return Graph(build_folder(paths, out, jobs=jobs, names=names), folder=out)
    from kg.pipeline import extract_all
    from kg.read import read_paths
    from kg.report import Run
    from kg.resolve import resolve

    run = Run()
    records = extract_all(read_paths(paths, run.problems, furniture=False), run, jobs=jobs, names=names)
    return Graph(resolve(sorted(records, key=lambda r: r.doc.id)))


def open(folder: str) -> Graph:
    """The graph of a folder that ``kg build`` made. Raises ``FileNotFoundError`` saying what to do."""
    from kg.api import Graph

    return Graph.open(folder)


# kg.extract is the package of that stage, and may be called: see its docstring
from kg import extract as extract  # noqa: E402
