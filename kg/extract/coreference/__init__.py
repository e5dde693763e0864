"""Coreference inside one article: names, offices, class nouns and other words that mean one thing become one entity."""

from __future__ import annotations

from kg.annotations import Entities, Layers
from kg.extract.coreference.antecedent import antecedent
from kg.extract.coreference.nodes import Graph
from kg.extract.coreference.nominal import link_class_nouns, link_references, tell_parts
from kg.extract.coreference.people import give_offices, link_lone_offices
from kg.text.document import Document

__all__ = ["antecedent", "link_entities"]


def link_entities(doc: Document, layers: Layers) -> Entities:
    """The entities of ``doc`` and all their mentions, from the names, nationalities and times of ``layers``.

    ``Entities.told`` holds the positions and nationalities that the noun phrases tell. Cost is linear in the length of
    the article for a bounded number of different names.
    """
    graph = Graph(doc, layers)
    link_class_nouns(graph)
    give_offices(graph)
    link_lone_offices(graph)
    link_references(graph)
    tell_parts(graph)
    return graph.entities()
