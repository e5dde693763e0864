"""The network of the name model, run with numpy alone (kg/train/network.py is its twin in torch).

Everything a word tells by itself is computed once for each distinct word and kept; the sentences of an article are then
read together, both directions in one product a step.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from kg.extract.names.encode import MARKS, code
from kg.extract.names.tags import LABELS, Array

FILE = "names.npz"
WIDTHS = (2, 3, 4)
_KEPT = 12_000  # distinct words whose projections are kept at a time
# Words are projected in batches of one size: a product of another shape may differ in its last bits, and what is found
# must not depend on which words were met before.
_TOGETHER = 48
_LONGEST = 120  # words read together; a longer sentence is read in pieces


class Network:
    """The trained weights and the words met so far. ``marginals`` is the whole use of it."""

    def __init__(self, arrays: dict[str, Any]) -> None:
        def f32(name: str) -> Array:
            return np.ascontiguousarray(arrays[name], dtype=np.float32)

        words = bytes(arrays["words"]).decode("utf-8").split("\n")
        self.numbers = {w: i + 1 for i, w in enumerate(words)}
        self.vectors = arrays["vectors"]  # int8, row 0 the unknown word
        self.scale = f32("scale")
        self.clitic = f32("clitic")  # weights of kg.extract.names.clitic
        self.adapt, self.adapt_bias = f32("adapt"), f32("adapt_bias")
        self.letters = f32("letters")
        self.filters = [(f32(f"filter{k}"), f32(f"filter{k}_bias")) for k in WIDTHS]
        self.marked, self.marked_bias = f32("marked"), f32("marked_bias")
        self.enter, self.enter_bias = f32("enter"), f32("enter_bias")
        self.recur = f32("recur")
        self.heads = {
            s: (f32(f"{s}_head"), f32(f"{s}_bias"), f32(f"{s}_step"), f32(f"{s}_start"), f32(f"{s}_stop"))
            for s in sorted({name.removesuffix("_head") for name in arrays if name.endswith("_head")})
        }
        self.hidden = self.recur.shape[1]
        self._row: dict[str, int] = {}
        self._table = np.empty((_KEPT, self.enter.shape[1]), np.float32)

    def _rows(self, sentences: Sequence[Sequence[str]]) -> list[list[int]]:
        """Rows of the table of projections, new words computed together."""
        new = sorted({w for s in sentences for w in s if w not in self._row})
        if len(self._row) + len(new) > len(self._table):
            self._row = {}
            new = sorted({w for s in sentences for w in s})
            if len(new) > len(self._table):
                self._table = np.empty((len(new), self.enter.shape[1]), np.float32)
        first = len(self._row)
        for i in range(0, len(new), _TOGETHER):
            part = new[i : i + _TOGETHER]
            padded = part + part[:1] * (_TOGETHER - len(part))
            self._table[first + i : first + i + len(part)] = self._project(padded)[: len(part)]
        self._row.update((w, first + i) for i, w in enumerate(new))
        return [[self._row[w] for w in s] for s in sentences]

    def _project(self, words: list[str]) -> Array:
        coded = [code(w, self.numbers) for w in words]
        pair = np.concatenate(
            [self.vectors[[c.word for c in coded]] * self.scale, self.vectors[[c.stem for c in coded]] * self.scale], 1
        )
        parts = [np.maximum(pair @ self.adapt + self.adapt_bias, 0)]
        letters = self.letters[np.array([c.letters for c in coded])]
        size, width, depth = letters.shape
        for k, (weights, bias) in zip(WIDTHS, self.filters, strict=True):
            windows = np.lib.stride_tricks.sliding_window_view(letters, k, axis=1).transpose(0, 1, 3, 2)
            shaped = windows.reshape(size * (width - k + 1), k * depth) @ weights
            parts.append(np.maximum(shaped.reshape(size, width - k + 1, -1).max(1) + bias, 0))
        marks = np.zeros((size, MARKS), np.float32)
        for i, c in enumerate(coded):
            marks[i, list(c.marks)] = 1
        parts.append(np.maximum(marks @ self.marked + self.marked_bias, 0))
        projected: Array = np.concatenate(parts, 1).astype(np.float32) @ self.enter + self.enter_bias
        return projected

    def _read(self, rows: list[list[int]]) -> list[Array]:
        """Each sentence as words × 2 hidden. ``rows`` must go from the longest to the shortest."""
        h4, hidden = 4 * self.hidden, self.hidden
        lengths = [len(r) for r in rows]
        size, longest = len(rows), lengths[0]
        forward = np.zeros((longest, size), np.int64)
        backward = np.zeros((longest, size), np.int64)
        for b, r in enumerate(rows):
            forward[: len(r), b] = r
            backward[: len(r), b] = r[::-1]
        out = np.zeros((longest, 2, size, hidden), np.float32)
        h = np.zeros((2, size, hidden), np.float32)
        c = np.zeros((2, size, hidden), np.float32)
        live = size
        for t in range(longest):
            while lengths[live - 1] <= t:
                live -= 1
            if live < h.shape[1]:
                h, c = h[:, :live], c[:, :live]
            z = np.matmul(h, self.recur)
            z[0] += self._table[forward[t, :live], :h4]
            z[1] += self._table[backward[t, :live], h4:]
            np.tanh(z, out=z)  # the gates' weights are halved beforehand: sigmoid(x) = (1 + tanh(x / 2)) / 2
            gates = z[..., : 3 * hidden]
            gates += 1
            gates *= 0.5
            c = gates[..., hidden : 2 * hidden] * c + gates[..., :hidden] * z[..., 3 * hidden :]
            h = gates[..., 2 * hidden :] * np.tanh(c)
            out[t, :, :live] = h
        return [np.concatenate([out[:n, 0, b], out[:n, 1, b][::-1]], 1) for b, n in enumerate(lengths)]

    @cached_property
    def _blas(self) -> ThreadpoolController:
        return ThreadpoolController()

    def marginals(self, sentences: Sequence[Sequence[str]], scheme: str = "kg") -> list[Array]:
        """For each sentence (its words as written), words × LABELS: the probability of each tag."""
        pieces: list[Sequence[str]] = []
        home: list[int] = []
        for n, s in enumerate(sentences):
            for i in range(0, len(s), _LONGEST):
                pieces.append(s[i : i + _LONGEST])
                home.append(n)
        found: list[list[Array]] = [[] for _ in sentences]
        if pieces:
            order = sorted(range(len(pieces)), key=lambda i: -len(pieces[i]))
            # the matrices are small: threads would only get into each other's way
            with self._blas.limit(limits=1, user_api="blas"):
                read = self._read(self._rows([pieces[i] for i in order]))
                tables = dict(zip(order, self._chain(read, scheme), strict=True))
            for i in range(len(pieces)):
                found[home[i]].append(tables[i])
        empty = np.zeros((0, len(LABELS)), np.float32)
        return [np.concatenate(f) if f else empty for f in found]

    def _chain(self, read: list[Array], scheme: str) -> list[Array]:
        """Posterior probabilities under the chain: forward and backward over all sentences together, in plain
        probabilities scaled word by word."""
        head, bias, step, start, stop = self.heads[scheme]
        lengths = [len(r) for r in read]
        scores = np.concatenate(read) @ head + bias
        scores -= scores.max(1, keepdims=True)
        likely = np.exp(scores)
        moves, begin, finish = np.exp(step), np.exp(start), np.exp(stop)
        size, longest = len(read), lengths[0]
        table = np.ones((longest, size, len(LABELS)), np.float32)
        at = 0
        for b, n in enumerate(lengths):
            table[:n, b] = likely[at : at + n]
            at += n
        alpha = np.empty_like(table)
        alpha[0] = begin * table[0]
        alpha[0] /= alpha[0].sum(1, keepdims=True)
        for t in range(1, longest):
            alpha[t] = (alpha[t - 1] @ moves) * table[t]
            alpha[t] /= alpha[t].sum(1, keepdims=True)
        last = np.array(lengths) - 1
        beta = np.broadcast_to(finish, (size, len(LABELS))).astype(np.float32)
        posterior = np.empty_like(table)
        for t in range(longest - 1, -1, -1):
            if t < longest - 1:
                back = (beta * table[t + 1]) @ moves.T
                back /= back.sum(1, keepdims=True)
                beta = np.where((last > t)[:, None], back, finish)
            p = alpha[t] * beta
            posterior[t] = p / p.sum(1, keepdims=True)
        return [posterior[:n, b] for b, n in enumerate(lengths)]


@lru_cache(maxsize=1)
def network() -> Network:
    """The model that comes with the package."""
    data = files("kg.extract.names").joinpath("model", FILE).read_bytes()
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return Network({name: arrays[name] for name in arrays.files})
