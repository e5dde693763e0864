"""Training of the linear-chain model."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.extract.names.features import Knowledge, sentence_features
from kg.train.corpora import Sentence


def train(sentences: Iterable[Sentence], knowledge: Knowledge, path: Path, iterations: int = 80) -> None:
    """Writes the CRF learned from ``sentences`` to ``path``. The optimiser (L-BFGS) has no randomness."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": iterations, "feature.minfreq": 2})
    for s in sentences:
        trainer.append(pycrfsuite.ItemSequence(sentence_features(s.words, knowledge)), list(s.tags))
    trainer.train(str(path))
