"""The embedded name model: probabilities of tags for the words of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np

from kg.extract.names.features import sentence_features
from kg.extract.names.lexicon import knowledge
from kg.extract.names.tags import INDEX, LABELS, Array, TokenSpan, decode, spans
from kg.text.document import Document

BIAS = 0.3


@lru_cache(maxsize=1)
def _crf() -> tuple[Any, tuple[str, ...]]:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    with as_file(files("kg.extract.names").joinpath("model", "names.crfsuite")) as path:
        tagger.open(str(path))
    return tagger, tuple(tagger.labels())


def marginals(sentences: Sequence[Sequence[str]]) -> list[Array]:
    """For each sentence (its words), an array words × LABELS of probabilities."""
    tagger, labels = _crf()
    from pycrfsuite import ItemSequence

    found = []
    for words in sentences:
        tagger.set(ItemSequence(sentence_features(words, knowledge)))
        table = np.full((len(words), len(LABELS)), 1e-6, np.float32)
        for label in labels:
            column = INDEX[label]
            for i in range(len(words)):
                table[i, column] = tagger.marginal(label, i)
        found.append(table)
    return found


def propose(doc: Document) -> list[TokenSpan]:
    """The names the model sees in ``doc``, as spans of tokens."""
    sentences = [[t.text for t in doc.tokens[s.first : s.last]] for s in doc.sentences]
    found: list[TokenSpan] = []
    for sentence, table in zip(doc.sentences, marginals(sentences), strict=True):
        found += spans(decode(table, BIAS), table, sentence.first)
    return found
