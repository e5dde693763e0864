"""Span F1 of the name model on a labelled file of words, in ANERcorp's four classes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.extract.names.network import network
from kg.extract.names.tags import LABELS, decode
from kg.extract.names.words import compared, stems
from kg.train.corpora import proper_bio, read_conll

CLASSES = ("PERS", "LOC", "ORG", "MISC")
_OURS = {"Person": "PERS", "Place": "LOC", "Organization": "ORG", "NamedEvent": "MISC"}
_THEIRS = {"PER": "PERS", "PERSON": "PERS", "MIS": "MISC", "LOCATION": "LOC", "PLACE": "LOC", "ORGANIZATION": "ORG"}
BIAS = 0.0
WINDOW = 15  # sentences on each side that may be of the same article
_PERSON = "PERS"

Span = tuple[int, int, str]


def _of(counts: dict[str, int], kind: str | None) -> int:
    return counts.get(kind, 0) if kind else sum(counts.values())


@dataclass(frozen=True)
class Scores:
    """Right, gold and predicted spans by class."""

    right: dict[str, int]
    gold: dict[str, int]
    predicted: dict[str, int]

    def f1(self, kind: str | None = None) -> float:
        """Of one class, or of all spans together; 0 to 1."""
        total = _of(self.gold, kind) + _of(self.predicted, kind)
        return 2 * _of(self.right, kind) / total if total else 0.0

    def __str__(self) -> str:
        rows = ["class      precision  recall     F1   right    gold  predicted"]
        for kind in (*CLASSES, None):
            r, g, p = _of(self.right, kind), _of(self.gold, kind), _of(self.predicted, kind)
            shares = f"{r / p if p else 0:9.4f}  {r / g if g else 0:6.4f} {self.f1(kind):6.4f}"
            rows.append(f"{kind or 'all':9}  {shares} {r:7} {g:7} {p:10}")
        return "\n".join(rows)


def evaluate_conll(path: str | Path) -> Scores:
    """Tags the words of a two-column file (word, tag; blank line between sentences; may be gzip) as they are given and
    compares spans. Sentences are taken to stand in the order of their articles."""
    sentences = list(read_conll(Path(path)))
    words = [[w for w, _ in s] for s in sentences]
    return compare([_spans([_class_of(t) for _, t in s]) for s in sentences], tag(words))


def tag(sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
    """(first, last, class) of the names of each sentence, by ANERcorp's habits."""
    found = []
    for numbers in decode(network().marginals(sentences, "aner"), BIAS):
        tags = [LABELS[i] for i in numbers]
        found.append(_spans([t if t == "O" else t[:2] + _OURS[t[2:]] for t in tags]))
    return family_names(sentences, found)


def family_names(sentences: Sequence[Sequence[str]], found: list[list[Span]]) -> list[list[Span]]:
    """Adds the last word of a person named in full nearby, where it stands alone and was passed over."""
    forms = [[compared(w) for w in s] for s in sentences]
    named: dict[str, list[int]] = defaultdict(list)
    for n, spans in enumerate(found):
        for first, last, kind in spans:
            if kind == _PERSON and last - first > 1 and len(forms[n][last - 1]) > 3:
                named[forms[n][last - 1]].append(n)
    result = []
    for n, spans in enumerate(found):
        taken = {i for first, last, _ in spans for i in range(first, last)}
        added: list[Span] = []
        for i, form in enumerate(forms[n]):
            readings = (form, *stems(form)[0]) if i not in taken else ()
            if any(abs(n - at) <= WINDOW for r in readings for at in named.get(r, ())):
                added.append((i, i + 1, _PERSON))
        result.append(sorted(spans + added))
    return result


def compare(gold: Sequence[Sequence[Span]], predicted: Sequence[Sequence[Span]]) -> Scores:
    """Counts spans that agree exactly, sentence by sentence."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for g, p in zip(gold, predicted, strict=True):
        wanted.update(kind for _, _, kind in g)
        given.update(kind for _, _, kind in p)
        right.update(kind for _, _, kind in set(g) & set(p))
    return Scores(dict(right), dict(wanted), dict(given))


def _class_of(tag: str) -> str:
    if tag == "O" or "-" not in tag:
        return "O"
    kind = tag[2:].upper()
    return tag[:2] + _THEIRS.get(kind, kind)


def _spans(tags: Sequence[str]) -> list[Span]:
    found: list[Span] = []
    first = -1
    fixed = [*proper_bio(list(tags)), "O"]
    for i, t in enumerate(fixed):
        if first >= 0 and not t.startswith("I-"):
            found.append((first, i, fixed[first][2:]))
            first = -1
        if t.startswith("B-"):
            first = i
    return found
