"""The graph as an object, for a notebook: what ``kg.build`` and ``kg.open`` give."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import escape
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.knowledge import Knowledge

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.query.run import Answer, Source


class Graph:
    """A knowledge graph. Everything is made when it is first asked for and kept.

    ``Graph(knowledge)`` holds it in memory; ``Graph.open("exports/")`` takes the folder of a build."""

    def __init__(self, knowledge: Knowledge | None = None, folder: str | Path | None = None) -> None:
        """Of ``knowledge``, of the build in ``folder``, or of both where they are the same. Raises ``ValueError`` for
        neither."""
        if knowledge is None and folder is None:
            raise ValueError("a graph needs knowledge or the folder of a build")
        self._knowledge = knowledge
        self.folder = Path(folder) if folder is not None else None

    @classmethod
    def open(cls, folder: str | Path) -> Graph:
        """The graph of a folder that kg build made. Raises ``FileNotFoundError`` saying what to do."""
        if not Path(folder, "graph.trig").is_file():
            raise FileNotFoundError(f"there is no graph in {folder}: make one with `kg build ARTICLES -o {folder}`")
        return cls(folder=folder)

    @cached_property
    def knowledge(self) -> Knowledge:
        """Articles, things, facts and events as Python objects (``kg.knowledge``)."""
        if self._knowledge is not None:
            return self._knowledge
        from kg.pipeline import open_knowledge

        assert self.folder is not None
        return open_knowledge(self.folder)

    @cached_property
    def rdf(self) -> rdflib.Dataset:
        """The graph in rdflib. Queries on it take seconds where ``query`` takes milliseconds."""
        import rdflib

        if self._knowledge is None and self.folder is not None:
            dataset = rdflib.Dataset()
            dataset.parse(self.folder / "graph.trig", format="trig")
            return dataset
        from kg.graph.dataset import build_dataset

        return build_dataset(self.knowledge)

    @cached_property
    def network(self) -> networkx.MultiDiGraph:
        """The graph in networkx: see ``kg.graph.network.network`` for the attributes."""
        from kg.graph.network import network

        return network(self.knowledge)

    @cached_property
    def source(self) -> Source:
        """What ``query`` asks: the store of the folder, or one in memory."""
        from kg.query.run import in_memory, open_source

        if self.folder is not None and self.folder.joinpath("graph.trig").is_file():
            return open_source(self.folder)
        from kg.graph.rdf import write_trig

        with tempfile.TemporaryDirectory() as place:
            path = Path(place, "graph.trig")
            write_trig(self.knowledge, path)
            return in_memory(path)

    def query(self, query: str, parameters: Mapping[str, str] | None = None, **more: str) -> Rows:
        """The answer to a query of the library (by name), a ``.rq`` file or SPARQL text, with its parameters:
        ``graph.query("people/met", person="Gallant")``. Parameters whose names are words of Python (``from``) go into
        ``parameters``. Raises ``QueryError`` or ``ParameterError``, both ``ValueError``, saying where and why."""
        from kg.query.run import resolve_query

        return Rows(self.source.ask(resolve_query(query), {**(parameters or {}), **more}), self.source.prefixes)

    def show(self, height: int = 700) -> Frame:
        """The interactive network, in a notebook (an object with ``_repr_html_``)."""
        return Frame(self._html(), height)

    def _html(self) -> str:
        page = self.folder / "graph.html" if self.folder else None
        if page is not None and page.is_file():
            return page.read_text("utf-8")
        from kg.export import write

        with tempfile.TemporaryDirectory() as place:
            path = Path(place, "graph.html")
            write("html", self.knowledge, path)
            return path.read_text("utf-8")


class Frame:
    """A page inside a page: what a notebook shows."""

    def __init__(self, page: str, height: int) -> None:
        self._page, self._height = page, height

    def _repr_html_(self) -> str:
        return f'<iframe srcdoc="{escape(self._page)}" style="width:100%;height:{self._height}px;border:0"></iframe>'


class Rows:
    """An answer: iterate for dicts of strings, or take ``pandas`` or ``text``. A query that answers with
    triples or with true or false has these in ``answer``."""

    def __init__(self, answer: Answer, prefixes: Mapping[str, str]) -> None:
        self.answer, self._prefixes = answer, prefixes

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        from kg.query.run import rows

        return rows(self.answer)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def text(self, format: str = "table") -> str:
        """As ``kg query --format`` prints it."""
        from kg.query.show import text

        return text(self.answer, format, self._prefixes)

    @property
    def pandas(self) -> Any:
        """As a ``pandas.DataFrame``; pandas, which kg itself does not need, must be installed."""
        return import_module("pandas").DataFrame(list(self))

    def _repr_html_(self) -> str:
        return self.text("html")

    def __repr__(self) -> str:
        return self.text()
