"""The embedded name model as a backend: spans of tokens from the network's probabilities."""

from __future__ import annotations

from kg.extract.names.network import network
from kg.extract.names.tags import TokenSpan, decode, spans
from kg.text.document import Document

BIAS = 0.0  # nats taken off "no name": chosen on the development articles


def propose(doc: Document) -> tuple[list[TokenSpan], list[float]]:
    """The names the model sees in ``doc``, as spans of tokens, and for each token the chance that it is in a name."""
    sentences = [[t.text for t in doc.tokens[s.first : s.last]] for s in doc.sentences]
    found: list[TokenSpan] = []
    chance: list[float] = []
    tables = network().marginals(sentences)
    for sentence, table, tags in zip(doc.sentences, tables, decode(tables, BIAS), strict=True):
        found += spans(tags, table, sentence.first)
        chance += (1 - table[:, 0]).tolist()
    return found, chance
