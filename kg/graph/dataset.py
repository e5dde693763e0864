"""Knowledge as an rdflib ``Dataset``, for those who want to work on it in Python."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.graph import terms
from kg.graph.namespaces import PREFIXES
from kg.graph.ontology import blocks as ontology
from kg.graph.statements import Statements
from kg.graph.turtle import Block
from kg.knowledge import Knowledge

if TYPE_CHECKING:
    from rdflib import Dataset, Graph
    from rdflib.term import Identifier


def build_dataset(knowledge: Knowledge) -> Dataset:
    """The graph of graph.trig: the flat graph as default graph, a named graph for each article, one for conclusions."""
    from rdflib import Dataset, URIRef

    statements = Statements(knowledge)
    dataset = Dataset()
    for prefix, space in {**PREFIXES, **statements.prefixes()}.items():
        dataset.bind(prefix, space, replace=True)
    _fill(dataset.default_graph, statements.flat())
    _fill(dataset.default_graph, ontology())
    for name, blocks in (*statements.of_articles(), (statements.concluded_iri(), list(statements.concluded()))):
        if blocks:
            _fill(dataset.graph(URIRef(name[1:-1])), blocks)
    return dataset


def _fill(graph: Graph, blocks: Iterable[Block]) -> None:
    for subject, pairs in blocks:
        node = _term(subject)
        for predicate, value in pairs:
            graph.add((node, _term(predicate), _term(value)))


@lru_cache(maxsize=1 << 16)
def _term(term: str) -> Identifier:
    from rdflib import Literal, URIRef

    kind, value, language, datatype = terms.parts(term)
    if kind == "iri":
        return URIRef(value)
    return Literal(value, lang=language, datatype=datatype, normalize=False)
