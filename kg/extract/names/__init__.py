"""Names in an article: a model proposes, the gazetteer and the article itself decide with it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from kg.annotations import Name
from kg.extract.names.tags import TokenSpan
from kg.text.document import Document

# name of a backend: module with ``propose(doc)``: spans of tokens, and for each token its chance to be in a name ([] if unknown)
BACKENDS: dict[str, str] = {
    "embedded": "kg.extract.names.tagger",
    "camel": "kg.extract.names.camel",
}


def find_names(doc: Document, backend: str = "embedded") -> list[Name]:
    """The names of ``doc``, sorted, none overlapping another; clitics, titles and class nouns in apposition outside.

    Raises ``ValueError`` for a backend that does not exist, ``RuntimeError`` (with the command that mends it) for one
    that is not installed.
    """
    if backend not in BACKENDS:
        raise ValueError(f"there is no name backend '{backend}'; the backends are: {', '.join(sorted(BACKENDS))}")
    propose: Callable[[Document], tuple[list[TokenSpan], list[float]]] = import_module(BACKENDS[backend]).propose
    from kg.extract.names.decide import decide

    spans, chance = propose(doc)
    return decide(doc, spans, chance, backend)
