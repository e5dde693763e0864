"""Tags of words and the spans they make: the label set, decoding under its grammar, spans of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

TYPES = ("Person", "Organization", "Place", "NamedEvent")
LABELS = ("O", *(f"{b}-{t}" for t in TYPES for b in "BI"))
INDEX = {label: i for i, label in enumerate(LABELS)}

Array = np.ndarray[Any, np.dtype[np.float32]]


class TokenSpan(NamedTuple):
    """Tokens ``first`` (inclusive) to ``last`` (exclusive) as a name. ``confidence`` as the model has it."""

    first: int
    last: int
    type: str
    confidence: float


def _grammar() -> tuple[Array, Array]:
    start = np.zeros(len(LABELS), np.float32)
    step = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for j, b in enumerate(LABELS):
        if b[0] == "I":
            start[j] = -1e4
            for i, a in enumerate(LABELS):
                if a == "O" or a[2:] != b[2:]:
                    step[i, j] = -1e4
    return start, step


_START, _STEP = _grammar()


def decode(marginals: Array, bias: float = 0.0) -> list[int]:
    """The best tags (indices of LABELS) for one sentence, under the rule that I- follows B- or I- of its type.

    ``marginals`` is words × labels, probabilities; ``bias`` (nats) is taken off O, for recall.
    """
    scores = np.log(marginals + 1e-9)
    scores[:, 0] -= bias
    best = _START + scores[0]
    back = []
    for row in scores[1:]:
        table = best[:, None] + _STEP
        chosen = table.argmax(0)
        best = table[chosen, np.arange(len(LABELS))] + row
        back.append(chosen)
    tag = int(best.argmax())
    path = [tag]
    for chosen in reversed(back):
        tag = int(chosen[tag])
        path.append(tag)
    return path[::-1]


def spans(tags: Sequence[int], marginals: Array, offset: int = 0) -> list[TokenSpan]:
    """The names that ``tags`` make; confidence is the geometric mean of the probabilities of their tags."""
    found = []
    first = -1
    for i, tag in enumerate([*tags, 0]):
        inside = tag != 0 and LABELS[tag][0] == "I" and first >= 0
        if first >= 0 and not inside:
            p = np.array([marginals[k, tags[k]] for k in range(first, i)])
            confidence = float(np.exp(np.log(p + 1e-9).mean()))
            found.append(TokenSpan(first + offset, i + offset, LABELS[tags[first]][2:], confidence))
            first = -1
        if tag != 0 and not inside:
            first = i
    return found
