"""A name in the making, and the article around it as the stages after the model see it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.annotations import Name, Nationality
from kg.extract.names.clitic import clitic_length
from kg.extract.names.network import network
from kg.extract.names.tags import TokenSpan
from kg.text.document import Document
from kg.text.normalize import fold


@dataclass(slots=True)
class Draft:
    """Characters ``start:end`` of the text, tokens ``first:last``; the rest as on Name. ``told`` where a class noun
    beside it says its type."""

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
    told: bool = False


@dataclass
class Article:
    """``chance`` is, for each token, how likely the model holds it to be part of a name (empty if it does not say);
    ``world`` and ``nations`` are what the gazetteer finds."""

    doc: Document
    chance: list[float]
    world: list[Name]
    nations: list[Nationality]
    counts: Counter[str] = field(default_factory=Counter)
    nation_at: dict[int, Nationality] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.counts = Counter(t.norm for t in self.doc.tokens)
        for nation in self.nations:
            for token in self.doc.tokens_in(nation.start, nation.end):
                self.nation_at[token.index] = nation

    def key(self, d: Draft) -> str:
        """The name folded, its words joined by single blanks: what equal names share."""
        return " ".join(fold(self.doc.text[d.start : d.end]).split())

    def words(self, d: Draft) -> list[str]:
        """Folded words of the name, clitics off the first."""
        tokens = self.doc.tokens
        first = tokens[d.first]
        return [fold(self.doc.text[d.start : first.end]), *(t.norm for t in tokens[d.first + 1 : d.last])]

    def draft(self, first: int, last: int, type: str, confidence: float, rule: str, start: int | None = None) -> Draft:
        """A draft of whole tokens; ``start`` where a clitic goes before it."""
        tokens = self.doc.tokens
        return Draft(
            tokens[first].start if start is None else start, tokens[last - 1].end, first, last, type, confidence, rule
        )

    def cover(self, drafts: list[Draft]) -> list[int]:
        """For each token the number of the draft that covers it, -1 if none."""
        covered = [-1] * len(self.doc.tokens)
        for n, d in enumerate(drafts):
            covered[d.first : d.last] = [n] * (d.last - d.first)
        return covered


def drafts_of(article: Article, proposed: list[TokenSpan], rule: str) -> list[Draft]:
    """The model's spans with the clitics cut off their first words."""
    tokens = article.doc.tokens
    plain = Counter(tokens[p.first].norm for p in proposed)
    model = network()
    found = []
    for p in proposed:
        token = tokens[p.first]
        cut = clitic_length(token, article.counts, plain, model.numbers, model.clitic)
        found.append(article.draft(p.first, p.last, p.type, p.confidence, rule, token.offset(cut)))
    return found
