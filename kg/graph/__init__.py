"""The graph: Knowledge as RDF (files, rdflib, an on-disk store) and as a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.rdf import write_rdf, write_trig, write_turtle

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.knowledge import Knowledge

__all__ = ["build_dataset", "write_rdf", "write_trig", "write_turtle"]


def build_dataset(knowledge: Knowledge) -> Dataset:
    """``kg.graph.dataset.build_dataset``, which imports rdflib only when it is called."""
    from kg.graph.dataset import build_dataset as build

    return build(knowledge)
