"""From the spans a model proposes to the names of an article: clitics off, the gazetteer heard, one name one type."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import cast

from kg.extract.annotations import Name
from kg.extract.names.clitic import clitic_length
from kg.extract.names.tags import TokenSpan
from kg.record import EntityType
from kg.text.document import Document
from kg.text.normalize import fold


@dataclass(slots=True)
class Draft:
    """A name in the making: characters ``start:end``, tokens ``first:last``."""

    start: int
    end: int
    first: int
    last: int
    type: str
    confidence: float
    rule: str
    subtype: str | None = None
    world: str = ""
    ambiguous: bool = False


def decide(doc: Document, proposed: list[TokenSpan], rule: str) -> list[Name]:
    """The names of ``doc`` from what a backend proposes and the gazetteer knows."""
    drafts = _cut(doc, proposed, rule)
    drafts = _with_gazetteer(doc, drafts)
    _one_type(doc, drafts)
    drafts += _repeated(doc, drafts)
    drafts.sort(key=lambda d: (d.start, d.end))
    return [
        Name(d.start, d.end, cast(EntityType, d.type), d.subtype, round(d.confidence, 3), d.rule, d.world, d.ambiguous)
        for d in drafts
    ]


def _cut(doc: Document, proposed: list[TokenSpan], rule: str) -> list[Draft]:
    counts = Counter(t.norm for t in doc.tokens)
    plain = {doc.tokens[p.first].norm for p in proposed}
    drafts = []
    for p in proposed:
        token = doc.tokens[p.first]
        start = token.offset(clitic_length(token, counts, plain - {token.norm}))
        drafts.append(Draft(start, doc.tokens[p.last - 1].end, p.first, p.last, p.type, p.confidence, rule))
    return drafts


def _gazetteer(doc: Document) -> list[Name]:
    from kg.world.gazetteer import find

    return find(doc)


def _with_gazetteer(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """An entry gives its type and id to the draft of the same words, widens a draft inside it, and stands alone where
    it is not ambiguous and no draft overlaps it."""
    covered = [-1] * len(doc.tokens)
    for n, d in enumerate(drafts):
        for i in range(d.first, d.last):
            covered[i] = n
    kept: list[Draft | None] = list(drafts)
    for name in _gazetteer(doc):
        tokens = doc.tokens_in(name.start, name.end)
        if not tokens:
            continue
        first, last = tokens[0].index, tokens[-1].index + 1
        over = sorted({covered[i] for i in range(first, last) if covered[i] >= 0})
        if not over:
            if not name.ambiguous:
                kept.append(_from_name(name, first, last))
            continue
        inner = [d for n in over if (d := kept[n]) is not None]
        if len(inner) == 1 and inner[0].first == first and inner[0].last == last:
            d = inner[0]
            d.start, d.end = name.start, name.end
            if not name.ambiguous or d.type == name.type:
                d.type, d.subtype, d.world, d.ambiguous = name.type, name.subtype, name.world, name.ambiguous
                d.confidence = max(d.confidence, name.confidence)
        elif not name.ambiguous and all(first <= d.first and d.last <= last for d in inner) and len(tokens) > 1:
            for n in over:
                kept[n] = None
            kept.append(_from_name(name, first, last))
    return [d for d in kept if d is not None]


def _from_name(name: Name, first: int, last: int) -> Draft:
    return Draft(
        name.start, name.end, first, last, name.type, name.confidence, name.rule, name.subtype, name.world, name.ambiguous
    )


def _one_type(doc: Document, drafts: list[Draft]) -> None:
    """The same words bear one type throughout: the one with the greatest sum of confidence."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for d in drafts:
        votes[fold(doc.text[d.start : d.end])][d.type] += d.confidence + (2.0 if d.world and not d.ambiguous else 0.0)  # type: ignore[assignment]
    for d in drafts:
        held = votes[fold(doc.text[d.start : d.end])]
        best = max(sorted(held), key=lambda t: held[t])
        if d.type != best:
            d.type, d.subtype = best, None


def _repeated(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """Further places of a name already found: whole multi-word names, and the last word of a person's name."""
    taken = [False] * len(doc.tokens)
    for d in drafts:
        for i in range(d.first, d.last):
            taken[i] = True
    last_words: dict[str, Draft] = {}
    for d in drafts:
        if d.type == "Person" and d.last - d.first >= 2:
            word = doc.tokens[d.last - 1].norm
            if len(word) > 3:
                last_words.setdefault(word, d)
    found = []
    for token in doc.tokens:
        if taken[token.index] or token.kind != "word":
            continue
        for split in token.splits:
            if split.suffix or split.start and split.definite and not split.article:
                continue
            word = token.norm[split.start :]
            source = last_words.get(word)
            if source is not None:
                found.append(
                    Draft(token.offset(split.start), token.end, token.index, token.index + 1, "Person",
                          source.confidence * 0.8, "short-form")
                )
                break
    return found
