"""Learning to tell a clitic from the first letter of a name, from names whose beginnings are labelled exactly."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from kg.extract.names.clitic import candidates
from kg.text.clitics import proclitic_lengths
from kg.text.document import analyse
from kg.text.normalize import fold
from kg.train.corpora import held_out

Choice = tuple[np.ndarray, int]  # rows of features, number of the right one


def choices(path: Path, ranks: Mapping[str, int], development: bool | None = None) -> Iterator[Choice]:
    """Every name of the labelled articles (newsnames.jsonl) whose first word allows more than one reading; of the
    development articles alone, of the others alone, or (None) of all."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if development is not None and held_out(row["id"]) != development:
                continue
            doc = analyse(row["id"], row["text"])
            counts = Counter(t.norm for t in doc.tokens)
            begun = [
                (doc.tokens_in(start, end)[0], start) for start, end, _ in row["names"] if doc.tokens_in(start, end)
            ]
            names = Counter(t.norm for t, _ in begun)
            for token, start in begun:
                if len(proclitic_lengths(token.norm)) > 1:
                    lengths, rows = candidates(token.norm, counts, names, ranks)
                    cut = len(fold(row["text"][token.start : start]))
                    if cut in lengths:
                        yield rows, lengths.index(cut)


def learn(found: list[Choice], decay: float = 1.0, steps: int = 400) -> np.ndarray:
    """Weights that make the right reading likeliest (softmax over the readings), by gradient descent on all at once."""
    size = found[0][0].shape[1]
    weights = np.zeros(size)
    rows = np.concatenate([r for r, _ in found]).astype(np.float64)
    group = np.repeat(np.arange(len(found)), [len(r) for r, _ in found])
    begins = np.concatenate([[0], np.cumsum([len(r) for r, _ in found])[:-1]])
    right = begins + np.array([i for _, i in found])
    square = np.zeros(size)
    for _ in range(steps):
        scores = rows @ weights
        scores -= np.maximum.reduceat(scores, begins)[group]
        p = np.exp(scores)
        p /= np.add.reduceat(p, begins)[group]
        p[right] -= 1
        slope = rows.T @ p + decay * weights
        square += slope**2
        weights -= 0.5 * slope / (np.sqrt(square) + 1e-9)
    return weights.astype(np.float32)


def accuracy(found: list[Choice], weights: np.ndarray) -> float:
    """Share of the choices that ``weights`` make rightly."""
    return sum(int((rows @ weights).argmax()) == i for rows, i in found) / max(len(found), 1)
