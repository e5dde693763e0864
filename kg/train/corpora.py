"""Labelled names from files, brought to one form: words with clitics on, as kg tokenizes, and BIO tags.

Each corpus keeps its own scheme of classes (``Sentence.scheme``): what an annotator called a name differs, and the model
learns each scheme apart.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.text.document import analyse

_CLITICS = frozenset(["و", "ف", "ب", "ل", "ك"])  # و ف ب ل ك
_PRONOUNS = frozenset({"\u0647", "\u0647\u0627", "\u0646\u0627"})
_AL, _L = "\u0627\u0644", "\u0644"
_TA, _TA_MARBUTA = "\u062a", "\u0629"

# FANE's fifty fine classes -> ours; those left out (peoples, products, vehicles ...) are no names with us
_FANE = {"PER": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place"}
_FANE_OUT = frozenset({"PER_Group", "LOC_Celestial"})
_ANER = {"PERS": "Person", "LOC": "Place", "ORG": "Organization", "MISC": "NamedEvent"}


@dataclass(slots=True, frozen=True)
class Sentence:
    """``article`` says which article it is from, ``words`` and ``tags`` go in step; ``scheme`` is "kg", "aner" or "fane"."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    scheme: str
    article: str
    source: str = ""


def newsnames(path: Path) -> Iterator[Sentence]:
    """Articles labelled by kg's own rules (JSONL: id, source, text, names as [start, end, type])."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            doc = analyse(row["id"], row["text"])
            tags = ["O"] * len(doc.tokens)
            for start, end, kind in row["names"]:
                inside = doc.tokens_in(start, end)
                for n, token in enumerate(inside):
                    tags[token.index] = ("I-" if n else "B-") + kind
            for s in doc.sentences:
                words = tuple(t.text for t in doc.tokens[s.first : s.last])
                yield Sentence(words, tuple(tags[s.first : s.last]), "kg", row["id"], row["source"])


def read_conll(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences of a two-column file (word, tag; blank line between), plain or gzip."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8") as lines:
        rows: list[tuple[str, str]] = []
        for line in lines:
            columns = line.split()
            if columns:
                rows.append((columns[0], columns[-1] if len(columns) > 1 else "O"))
            elif rows:
                yield rows
                rows = []
        if rows:
            yield rows


def anercorp(path: Path) -> Iterator[Sentence]:
    """ANERcorp, its four classes under our names (MISC as NamedEvent), scheme "aner"."""
    for n, rows in enumerate(read_conll(path)):
        tags = proper_bio([t if t == "O" else t[:2] + _ANER.get(t[2:], t[2:]) for _, t in rows])
        yield Sentence(tuple(w for w, _ in rows), tuple(tags), "aner", f"aner{n // 10}", "aner")


def fane(path: Path, name: str) -> Iterator[Sentence]:
    """NewsFANE or WikiFANE: clitics joined to their words again, fine classes made ours, scheme "fane"."""
    for n, rows in enumerate(read_conll(path)):
        words, tags = _join([(w, _fane_tag(t)) for w, t in rows])
        yield Sentence(tuple(words), tuple(proper_bio(tags)), "fane", f"{name}{n // 10}", name)


def _fane_tag(tag: str) -> str:
    if tag == "O" or tag[2:] in _FANE_OUT:
        return "O"
    kind = _FANE.get(tag[2:5])
    return tag[:2] + kind if kind else "O"


def _join(rows: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Writes clitics that stand alone on to the word they belong to; the word's tag holds for both."""
    words: list[str] = []
    tags: list[str] = []
    held = ""
    held_tag = "O"
    for n, (w, tag) in enumerate(rows):
        following = rows[n + 1][0] if n + 1 < len(rows) else ""
        if w in _CLITICS and len(following) > 1 and "\u0621" <= following[0] <= "\u064a":
            held += w
            held_tag = held_tag if held_tag != "O" else tag
            continue
        if w in _PRONOUNS and words and tag == "O" and tags[-1] == "O" and not held:
            words[-1] = (words[-1][:-1] + _TA if words[-1].endswith(_TA_MARBUTA) else words[-1]) + w
            continue
        if held:
            w = held[:-1] + _L + w[1:] if held.endswith(_L) and w.startswith(_AL) else held + w
            tag = held_tag if tag.startswith("I-") and held_tag.startswith("B-") else tag
            held, held_tag = "", "O"
        elif w.startswith(_L + _AL):
            w = _L + _L + w[3:]
        words.append(w)
        tags.append(tag)
    return words, tags


def proper_bio(tags: list[str]) -> list[str]:
    """``tags`` with every name begun by B-."""
    fixed: list[str] = []
    before = "O"
    for t in tags:
        if t.startswith("I-") and before[2:] != t[2:]:
            t = "B-" + t[2:]
        fixed.append(t)
        before = t
    return fixed


def held_out(article: str, share: float = 0.2) -> bool:
    """Is this article of the development set? Decided by its name alone, so every run cuts alike."""
    return int(hashlib.sha256(article.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < share


def load_corpora(data: Path) -> list[Sentence]:
    """Every labelled corpus under ``data/ner`` that is there, in a fixed order. Raises ``FileNotFoundError`` if the
    articles by kg's own rules are missing: without them there is no model of names as kg means them."""
    ner = data / "ner"
    sentences = list(newsnames(ner / "newsnames.jsonl"))
    if (path := ner / "anercorp_train.conll.gz").exists():
        sentences += anercorp(path)
    for name in ("newsfane", "wikifane"):
        if (path := ner / f"{name}_fine.conll.gz").exists():
            sentences += fane(path, name)
    return sentences
