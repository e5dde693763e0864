"""The graph: Knowledge as RDF (files, rdflib, an on-disk store) and as a network.

The functions are imported when they are first asked for, so that a query does not pay for the writers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph.dataset import build_dataset
    from kg.graph.rdf import write_rdf, write_trig, write_turtle
    from kg.graph.store import build_store

__all__ = ["build_dataset", "build_store", "write_rdf", "write_trig", "write_turtle"]

_HOMES = {
    "build_dataset": "dataset",
    "build_store": "store",
    "write_rdf": "rdf",
    "write_trig": "rdf",
    "write_turtle": "rdf",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg.graph' has no attribute '{name}'")
    return getattr(import_module(f"kg.graph.{_HOMES[name]}"), name)
