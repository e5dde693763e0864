"""Knowledge -> files for people and programs. One file a format; each is loaded only when it is written.

Every writer is ``(knowledge: Knowledge, path: Path, **options) -> None``. It replaces ``path`` only when all is
written, and writes the same bytes for the same knowledge.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from kg.knowledge import Knowledge

# format: the function that writes it
EXPORTS: dict[str, str] = {
    "ttl": "kg.graph.rdf:write_turtle",
    "trig": "kg.graph.rdf:write_trig",
    "nt": "kg.graph.rdf:write_ntriples",
    "nq": "kg.graph.rdf:write_nquads",
    "jsonld": "kg.graph.rdf:write_jsonld",
    "rdfxml": "kg.graph.rdf:write_rdfxml",
    "html": "kg.export.html:write_html",
    "svg": "kg.export.svg:write_svg",
    "png": "kg.export.png:write_png",
    "gexf": "kg.export.gexf:write_gexf",
    "graphml": "kg.export.graphml:write_graphml",
    "neo4j": "kg.export.neo4j:write_neo4j",
    "cypher": "kg.export.cypher:write_cypher",
    "csv": "kg.export.tables:write_tables",
    "plover": "kg.export.plover:write_plover",
}

# format: the file (or folder) that it is called in a build
FILE_NAMES: dict[str, str] = {
    "ttl": "graph.ttl",
    "trig": "graph.trig",
    "nt": "graph.nt",
    "nq": "graph.nq",
    "jsonld": "graph.jsonld",
    "rdfxml": "graph.rdf",
    "html": "graph.html",
    "svg": "graph.svg",
    "png": "graph.png",
    "gexf": "graph.gexf",
    "graphml": "graph.graphml",
    "neo4j": "neo4j",
    "cypher": "graph.cypher",
    "csv": "csv",
    "plover": "plover.csv",
}


def write(name: str, knowledge: Knowledge, path: Path, **options: Any) -> None:
    """Writes ``knowledge`` to ``path`` (a folder for ``neo4j`` and ``csv``) in the format ``name``.

    ``options`` are those of the writer. Raises ``KeyError`` for a format that is not in ``EXPORTS`` and ``OSError``
    where ``path`` cannot be written.
    """
    module, function = EXPORTS[name].split(":")
    path.parent.mkdir(parents=True, exist_ok=True)
    getattr(import_module(module), function)(knowledge, path, **options)
