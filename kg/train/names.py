"""Makes the embedded name model from named data, one step after the other, always with the same seed."""

from __future__ import annotations

import gzip
import itertools
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kg.extract.names.lexicon import replace
from kg.extract.names.words import compared
from kg.train import clitic, corpora, lexicon, raw, vectors

if TYPE_CHECKING:
    from kg.train import network

KNOWN_WORDS = 80_000  # words with a vector
LEAST = 3  # times a word is seen to have one
DIMENSIONS = 100
KINDS = 1024  # of words, that a gap may want
READ_WORDS = 3_300_000  # of raw news read for that
PASSES, CLOSING_PASSES = 10, 5
RATE, CLOSING_RATE = 1.5e-3, 8e-4
SEED = 1
_LONGEST = 100  # words of a labelled sentence, 40 of a raw one
_LONGEST_RAW = 40
# share of each corpus that one pass sees: what is labelled by kg's own rules, all of it; the last passes see only the
# schemes whose heads are shipped
SHARES = {"kg": 1.0, "aner": 0.7, "newsfane": 0.5, "wikifane": 0.25}
CLOSING_SHARES = {"kg": 1.0, "aner": 1.0}

Log = Callable[[str], None]


def make(data: Path, output: Path, log: Log, hold_out: bool = False) -> None:
    """Writes ``lexicon.tsv.gz`` and ``names.npz`` into the folder ``output``.

    ``data`` holds ``ner/newsnames.jsonl`` and, as far as they are there, the other corpora, ``raw/*.jsonl.gz`` and
    ``gazetteer/``. With ``hold_out`` the development articles are not learned from (to measure on them).
    Raises ``FileNotFoundError`` where the labelled articles are missing, ``ModuleNotFoundError`` without torch.
    """
    import torch

    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    begun = time.monotonic()

    def say(text: str) -> None:
        log(f"{time.monotonic() - begun:6.0f} s  {text}")

    sentences = corpora.load_corpora(data)
    output.mkdir(parents=True, exist_ok=True)
    listed = lexicon.build(data / "gazetteer")
    _write_lexicon(listed, output / "lexicon.tsv.gz")
    replace(listed)
    say(f"{len(sentences)} labelled sentences; lexicon written")

    words, table = _word_vectors(data, sentences)
    say(f"{len(words)} word vectors")
    kinds = vectors.clusters(table, KINDS, SEED)
    ranks = {w: i + 1 for i, w in enumerate(words)}
    labelled = data / "ner" / "newsnames.jsonl"
    clitics = clitic.learn(list(clitic.choices(labelled, ranks, False if hold_out else None)))
    net = _network(data, words, table, kinds, sentences, hold_out, say)
    from kg.train.package import write

    write(net, words, clitics, output / "names.npz")
    say(f"written to {output}")


def _write_lexicon(words: dict[str, str], path: Path) -> None:
    lines = "".join(f"{w}\t{letters}\n" for w, letters in words.items())
    path.write_bytes(gzip.compress(lines.encode("utf-8"), 9, mtime=0))


def _word_vectors(data: Path, sentences: Sequence[corpora.Sentence]) -> tuple[list[str], np.ndarray]:
    labelled: Iterator[list[str]] = ([compared(w) for w in s.words] for s in sentences if s.scheme != "kg")
    text = itertools.chain(raw.sentences(data / "raw"), labelled)
    words, ranks = vectors.count_words(text, KNOWN_WORDS, LEAST)
    return words, vectors.ppmi_svd(ranks, len(words), DIMENSIONS, seed=SEED)


def _network(
    data: Path,
    words: list[str],
    table: np.ndarray,
    kinds: np.ndarray,
    sentences: Sequence[corpora.Sentence],
    hold_out: bool,
    say: Log,
) -> network.Network:
    from kg.extract.names.encode import numbering
    from kg.train import network

    numbers = numbering(tuple(words))
    net = network.Network(np.vstack([np.zeros((1, DIMENSIONS), np.float32), table]), KINDS)
    text = _some_raw(data)
    if text:
        v = network.vocabulary([w for s in text for w in s], numbers)
        row_kinds = np.full(len(v.row) + 1, -1, np.int64)
        for w, i in v.row.items():
            if w in numbers:
                row_kinds[i] = kinds[numbers[w] - 1]
        network.pretrain(net, v, [np.array([v.row[w] for w in s]) for s in text], row_kinds, say, seed=SEED)
    v = network.vocabulary([w for s in sentences for w in s.words], numbers)
    network.fit(net, v, _labelled(sentences, v.row, hold_out, SHARES), PASSES, say, RATE, SEED)
    network.fit(net, v, _labelled(sentences, v.row, hold_out, CLOSING_SHARES), CLOSING_PASSES, say, CLOSING_RATE, SEED)
    return net


def _some_raw(data: Path) -> list[list[str]]:
    pieces = [
        s[i : i + _LONGEST_RAW]
        for s in raw.sentences(data / "raw")
        for i in range(0, len(s), _LONGEST_RAW)
        if len(s) - i > 4
    ]
    random.Random(SEED).shuffle(pieces)
    words = np.cumsum([len(p) for p in pieces])
    return pieces[: int(np.searchsorted(words, READ_WORDS)) + 1] if pieces else []


def _labelled(
    sentences: Sequence[corpora.Sentence], row: dict[str, int], hold_out: bool, shares: dict[str, float]
) -> list[network.Labelled]:
    from kg.train import network

    hidden = (
        {_opening(s) for s in sentences if s.scheme == "aner" and corpora.held_out(s.article)} if hold_out else set()
    )
    sets = []
    for name, share in shares.items():
        rows, tags = [], []
        for s in sentences:
            if name != (s.source if s.scheme == "fane" else s.scheme) or not s.words:
                continue
            if hold_out and (corpora.held_out(s.article) if s.scheme != "fane" else _opening(s) in hidden):
                continue  # NewsFANE is the newswire of ANERcorp: what is held out there must not be learned here
            rows.append([row[w] for w in s.words][:_LONGEST])
            tags.append(network.tag_numbers(s.tags[:_LONGEST]))
        if rows:
            sets.append(network.Labelled("fane" if name.endswith("fane") else name, rows, tags, share))
    return sets


def _opening(s: corpora.Sentence) -> str:
    return " ".join(compared(w) for w in s.words)[:60]
