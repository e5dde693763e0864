"""The network of the name model and its training (torch, CPU): what each word is, then what stands around it.

A word is its vector and its stem's (both fixed), a convolution over its letters, and marks (lists, lexicon, shape).
A bidirectional LSTM reads the sentence. It first learns, on raw news, to tell what kind of word a gap wants; then each
corpus has a linear-chain head of its own over the shared layers.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.names.encode import LETTERS, MARKS, code
from kg.extract.names.tags import INDEX, LABELS

SCHEMES = ("kg", "aner", "fane")
ADAPTED, LETTER, FILTERS, WIDTHS, MARKED, HIDDEN = 128, 24, 40, (2, 3, 4), 32, 200


@dataclass(frozen=True)
class Vocabulary:
    """Distinct words (as written) of all the text to learn from, coded once: rows of arrays."""

    row: dict[str, int]
    word: Tensor
    stem: Tensor
    letters: Tensor
    marks: Tensor


def vocabulary(texts: Sequence[str], numbers: dict[str, int]) -> Vocabulary:
    """Row 0 is padding."""
    row = {t: i + 1 for i, t in enumerate(sorted(set(texts)))}
    size = len(row) + 1
    word = np.zeros(size, np.int64)
    stem = np.zeros(size, np.int64)
    letters = np.zeros((size, 18), np.int64)
    marks = np.zeros((size, MARKS), np.uint8)
    for text, i in row.items():
        c = code(text, numbers)
        word[i], stem[i], letters[i] = c.word, c.stem, c.letters
        marks[i, list(c.marks)] = 1
    return Vocabulary(row, *(torch.from_numpy(a) for a in (word, stem, letters, marks)))


class Chain(nn.Module):
    """A linear-chain conditional random field over LABELS."""

    def __init__(self) -> None:
        super().__init__()
        k = len(LABELS)
        self.step = nn.Parameter(torch.zeros(k, k))
        self.start = nn.Parameter(torch.zeros(k))
        self.stop = nn.Parameter(torch.zeros(k))

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood a word. ``scores`` batch × words × labels, ``mask`` true where a word stands."""
        real = mask.float()
        gold = self.start[tags[:, 0]] + scores[:, 0].gather(1, tags[:, :1]).squeeze(1)
        steps = self.step[tags[:, :-1], tags[:, 1:]] + scores[:, 1:].gather(2, tags[:, 1:, None]).squeeze(2)
        gold = gold + (steps * real[:, 1:]).sum(1) + self.stop[tags.gather(1, mask.sum(1, keepdim=True) - 1).squeeze(1)]
        alpha = self.start + scores[:, 0]
        for t in range(1, scores.shape[1]):
            following = torch.logsumexp(alpha[:, :, None] + self.step, 1) + scores[:, t]
            alpha = torch.where(mask[:, t : t + 1], following, alpha)
        return (torch.logsumexp(alpha + self.stop, 1) - gold).sum() / real.sum()


class Network(nn.Module):
    """``vectors`` are those of the known words, row 0 for the unknown one."""

    def __init__(self, vectors: np.ndarray, kinds: int) -> None:
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(torch.from_numpy(vectors), freeze=True)
        self.adapt = nn.Linear(2 * vectors.shape[1], ADAPTED)
        self.letters = nn.Embedding(LETTERS, LETTER, padding_idx=0)
        self.filters = nn.ModuleList(nn.Conv1d(LETTER, FILTERS, k) for k in WIDTHS)
        self.marked = nn.Linear(MARKS, MARKED)
        self.reader = nn.LSTM(ADAPTED + FILTERS * len(WIDTHS) + MARKED, HIDDEN, batch_first=True, bidirectional=True)
        self.gap = nn.Linear(2 * HIDDEN, kinds)
        self.heads = nn.ModuleDict({s: nn.Linear(2 * HIDDEN, len(LABELS)) for s in SCHEMES})
        self.chains = nn.ModuleDict({s: Chain() for s in SCHEMES})

    def words(self, v: Vocabulary, rows: Tensor, forget: float) -> Tensor:
        """Each word alone: rows × features. ``forget`` is the share of words whose vectors are hidden."""
        word, stem = v.word[rows], v.stem[rows]
        if forget:
            hidden = torch.rand(rows.shape) < forget
            word, stem = word.masked_fill(hidden, 0), stem.masked_fill(hidden, 0)
        pair = torch.cat([self.vectors(word), self.vectors(stem)], -1)
        if self.training:
            pair = functional.dropout(pair, 0.2)
        adapted = functional.relu(self.adapt(pair))
        letters = self.letters(v.letters[rows]).transpose(1, 2)
        shapes = [functional.relu(f(letters)).amax(2) for f in self.filters]
        return torch.cat([adapted, *shapes, functional.relu(self.marked(v.marks[rows].float()))], -1)

    def read(self, v: Vocabulary, batch: Tensor, forget: float = 0.0, drop: float = 0.0) -> Tensor:
        """Each word in its sentence: batch × words × 2 HIDDEN. ``batch`` holds rows of ``v``, 0 beyond the end."""
        rows, back = torch.unique(batch, return_inverse=True)
        x = self.words(v, rows, forget)[back]
        if drop:
            x = x * torch.bernoulli(torch.full((x.shape[0], 1, x.shape[2]), 1 - drop)) / (1 - drop)
        lengths = (batch > 0).sum(1)
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        h, _ = nn.utils.rnn.pad_packed_sequence(self.reader(packed)[0], batch_first=True)
        if drop:
            h = h * torch.bernoulli(torch.full((h.shape[0], 1, h.shape[2]), 1 - drop)) / (1 - drop)
        out: Tensor = h
        return out


def pad(rows: Sequence[Sequence[int] | np.ndarray]) -> Tensor:
    """Lists of unequal length as one array, 0 beyond their ends."""
    table = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    for i, r in enumerate(rows):
        table[i, : len(r)] = torch.as_tensor(r)
    return table


def batches(lengths: Sequence[int], words: int, shuffle: random.Random) -> list[list[int]]:
    """Sentences of like length together, about ``words`` words a batch, in random order."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + shuffle.random() * 6)
    found: list[list[int]] = []
    held: list[int] = []
    for i in order:
        if held and (len(held) + 1) * max(lengths[i], lengths[held[0]]) > words:
            found.append(held)
            held = []
        held.append(i)
    found.append(held)
    shuffle.shuffle(found)
    return found


def pretrain(
    net: Network,
    v: Vocabulary,
    sentences: Sequence[np.ndarray],
    kinds: np.ndarray,
    log: Any,
    rate: float = 2e-3,
    seed: int = 1,
) -> None:
    """One pass over raw sentences (rows of ``v``): from the words before and after, the kind of the word between.
    ``kinds`` gives the kind of each row, -1 for words without one."""
    net.train()
    shuffle = random.Random(seed)
    plan = batches([len(s) for s in sentences], 1600, shuffle)
    optimiser = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=rate, weight_decay=1e-4)
    target = torch.from_numpy(kinds)
    total = 0.0
    for n, picked in enumerate(plan):
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, (n + 1) / 200) * (1 - 0.95 * n / len(plan))
        batch = pad([sentences[i] for i in picked])
        h = net.read(v, batch, forget=0.1, drop=0.1)
        zeros = torch.zeros(h.shape[0], 1, HIDDEN)
        around = torch.cat([torch.cat([zeros, h[:, :-1, :HIDDEN]], 1), torch.cat([h[:, 1:, HIDDEN:], zeros], 1)], -1)
        wanted = torch.where(batch > 0, target[batch], -1)
        keep = wanted >= 0
        loss = functional.cross_entropy(net.gap(around[keep]), wanted[keep])
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        total += loss.item()
        if (n + 1) % 200 == 0:
            log(f"  raw text: batch {n + 1} of {len(plan)}, loss {total / 200:.3f}")
            total = 0.0


@dataclass(frozen=True)
class Labelled:
    """Sentences of one scheme as rows of the vocabulary, tags in step; ``share`` of them is seen in each pass."""

    scheme: str
    rows: list[list[int]]
    tags: list[list[int]]
    share: float


def fit(
    net: Network, v: Vocabulary, sets: Sequence[Labelled], passes: int, log: Any, rate: float = 1.5e-3, seed: int = 1
) -> None:
    """Trains the heads and everything below them; leaves the average of the last steps in ``net``."""
    shuffle = random.Random(seed)
    optimiser = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=rate, weight_decay=1e-4)
    average = {n: p.detach().clone() for n, p in net.named_parameters() if p.requires_grad}
    done = 0
    for turn in range(passes):
        plan: list[tuple[Labelled, list[int]]] = []
        for s in sets:
            picked = sorted(shuffle.sample(range(len(s.rows)), int(len(s.rows) * s.share)))
            plan += [(s, [picked[i] for i in b]) for b in batches([len(s.rows[i]) for i in picked], 700, shuffle)]
        shuffle.shuffle(plan)
        steps = passes * len(plan)
        net.train()
        total = 0.0
        for s, picked in plan:
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (done + 1) / 100) * max(0.05, 1 - 0.95 * done / steps)
            batch = pad([s.rows[i] for i in picked])
            h = net.read(v, batch, forget=0.08, drop=0.35)
            loss = net.chains[s.scheme].loss(net.heads[s.scheme](h), pad([s.tags[i] for i in picked]), batch > 0)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            total += loss.item()
            done += 1
            with torch.no_grad():
                for n, p in net.named_parameters():
                    if p.requires_grad:
                        average[n].mul_(0.998).add_(p, alpha=0.002)
        log(f"  pass {turn + 1} of {passes}, loss {total / len(plan):.4f}")
    with torch.no_grad():
        for n, p in net.named_parameters():
            if p.requires_grad:
                p.copy_(average[n])


def tag_numbers(tags: Sequence[str]) -> list[int]:
    """Tags as indices of LABELS."""
    return [INDEX[t] for t in tags]
