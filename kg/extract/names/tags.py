"""Tags of words and the spans they make: the label set, decoding under its grammar, spans of tokens."""

from __future__ import annotations

import math
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


def decode(tables: Sequence[Array], bias: float = 0.0) -> list[list[int]]:
    """For each sentence the best tags (indices of LABELS), under the rule that I- follows B- or I- of its type.

    A table is words × labels, probabilities; ``bias`` (nats) is taken off O, for recall. All sentences go together, the
    longest first, so that a step costs the same for one as for many.
    """
    order = sorted((i for i, t in enumerate(tables) if len(t)), key=lambda i: -len(tables[i]))
    lengths = [len(tables[i]) for i in order]
    if not order:
        return [[] for _ in tables]
    scores = np.zeros((lengths[0], len(order), len(LABELS)), np.float32)
    for b, i in enumerate(order):
        scores[: lengths[b], b] = np.log(tables[i] + 1e-9)
    scores[:, :, 0] -= bias
    best = _START + scores[0]
    back = np.zeros((lengths[0], len(order), len(LABELS)), np.int8)
    ends: list[int] = [0] * len(order)
    live = len(order)
    for t in range(1, lengths[0] + 1):
        while live and lengths[live - 1] == t:
            live -= 1
            ends[live] = int(best[live].argmax())
        if not live:
            break
        steps = best[:live, :, None] + _STEP
        back[t, :live] = steps.argmax(1)
        best[:live] = steps.max(1) + scores[t, :live]
    found: list[list[int]] = [[] for _ in tables]
    for b, i in enumerate(order):
        tag = ends[b]
        path = [tag]
        for t in range(lengths[b] - 1, 0, -1):
            tag = int(back[t, b, tag])
            path.append(tag)
        found[i] = path[::-1]
    return found


def spans(tags: Sequence[int], marginals: Array, offset: int = 0) -> list[TokenSpan]:
    """The names that ``tags`` make; confidence is the geometric mean of the probabilities of their tags."""
    found = []
    first = -1
    for i, tag in enumerate([*tags, 0]):
        inside = tag != 0 and LABELS[tag][0] == "I" and first >= 0
        if first >= 0 and not inside:
            product = math.prod(float(marginals[k, tags[k]]) + 1e-9 for k in range(first, i))
            confidence = product ** (1 / (i - first))
            found.append(TokenSpan(first + offset, i + offset, LABELS[tags[first]][2:], confidence))
            first = -1
        if tag != 0 and not inside:
            first = i
    return found
