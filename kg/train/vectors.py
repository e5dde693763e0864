"""Word vectors from raw text: singular value decomposition of positive pointwise mutual information.

Small corpora favour this over networks that predict words, and it is exact and repeatable. Contexts are positional
(the word one or two before or after), which tells names from other words, and a bag of five on each side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np

OFFSETS = (-2, -1, 1, 2)
BAG = 5


def count_words(text: Iterable[list[str]], size: int, least: int = 4) -> tuple[list[str], list[np.ndarray]]:
    """The ``size`` commonest words seen ``least`` times, commonest first, and the sentences as arrays of their ranks
    (-1 for a word beyond)."""
    counts: Counter[str] = Counter()
    kept = []
    for sentence in text:
        counts.update(sentence)
        kept.append(sentence)
    words = sorted((w for w, n in counts.items() if n >= least), key=lambda w: (-counts[w], w))[:size]
    rank = {w: i for i, w in enumerate(words)}
    return words, [np.array([rank.get(w, -1) for w in s], dtype=np.int64) for s in kept]


def _pairs(stream: np.ndarray, offset: int, contexts: int) -> tuple[np.ndarray, np.ndarray]:
    left, right = (stream[:-offset], stream[offset:]) if offset > 0 else (stream[-offset:], stream[:offset])
    keep = (left >= 0) & (right >= 0) & (right < contexts)
    return left[keep], right[keep]


def ppmi_svd(
    sentences: list[np.ndarray], size: int, dimensions: int, contexts: int = 12000, seed: int = 1
) -> np.ndarray:
    """Vectors (size × dimensions, float32, rows of unit variance) of the words with ranks 0 to ``size``."""
    import torch

    gap = np.full(BAG, -1, dtype=np.int64)
    stream = np.concatenate([part for s in sentences for part in (s, gap)])
    blocks = [(k * contexts, [o]) for k, o in enumerate(OFFSETS)]
    blocks.append((len(OFFSETS) * contexts, [o for o in range(-BAG, BAG + 1) if o]))
    width = (len(OFFSETS) + 1) * contexts
    keys, values = [], []
    for base, offsets in blocks:
        found = []
        for offset in offsets:
            w, c = _pairs(stream, offset, contexts)
            found.append(w * width + base + c)
        key, n = np.unique(np.concatenate(found), return_counts=True)
        w, c = key // width, key % width
        rows = np.bincount(w, n, minlength=size)
        columns = np.bincount(c - base, n, minlength=contexts) ** 0.75
        pmi = np.log(n * columns.sum() / (rows[w] * columns[c - base]))
        keep = pmi > 0
        keys.append(key[keep])
        values.append(pmi[keep] * (1.0 if len(offsets) == 1 else 0.7))
    key, value = np.concatenate(keys), np.concatenate(values)
    matrix = (
        torch.sparse_coo_tensor(
            torch.from_numpy(np.stack([key // width, key % width])),
            torch.from_numpy(value.astype(np.float32)),
            (size, width),
        )
        .coalesce()
        .to_sparse_csr()
    )
    transposed = (
        torch.sparse_coo_tensor(
            torch.from_numpy(np.stack([key % width, key // width])),
            torch.from_numpy(value.astype(np.float32)),
            (width, size),
        )
        .coalesce()
        .to_sparse_csr()
    )
    generator = torch.Generator().manual_seed(seed)
    basis = torch.linalg.qr(matrix @ torch.randn(width, dimensions + 20, generator=generator))[0]
    for _ in range(3):
        basis = torch.linalg.qr(matrix @ (transposed @ basis))[0]
    small = (transposed @ basis).T
    u, s, _ = torch.linalg.svd(small, full_matrices=False)
    vectors = (basis @ u)[:, :dimensions] * s[:dimensions].sqrt()
    vectors = torch.nan_to_num(vectors / vectors.norm(dim=1, keepdim=True).clamp_min(1e-6))
    array: np.ndarray = (vectors / vectors.std()).numpy().astype(np.float32)
    return array


def clusters(vectors: np.ndarray, number: int, seed: int, turns: int = 25) -> np.ndarray:
    """The cluster of each row by spherical k-means, learned from the first 60,000 rows (the commonest words)."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = (vectors / np.maximum(length, 1e-6)).astype(np.float32)
    common = unit[:60_000]
    start = np.random.default_rng(seed).choice(min(len(unit), 40_000), number, replace=False)
    centres = unit[start].copy()
    for _ in range(turns):
        nearest = (common @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, common)
        size = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(size > 0, sums / np.maximum(size, 1e-9), centres)
    found: np.ndarray = (unit @ centres.T).argmax(1)
    return found
