"""Where the noun phrases of mentions begin and end, in tokens: what stands beside a word of a rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.annotations import Entities, EntityMention, Layers
from kg.extract.class_nouns import class_noun
from kg.text.document import Document


@dataclass(slots=True, frozen=True)
class Edge:
    """A mention with the tokens ``first:last`` of its phrase, and the proclitics written on to it, folded."""

    mention: EntityMention
    first: int
    last: int
    clitic: str


class Places:
    """The mentions of an article by the tokens at which they begin and end, as whole phrases and as bare mentions."""

    def __init__(self, doc: Document, layers: Layers, entities: Entities) -> None:
        self.doc, self.entities = doc, entities
        self.starts: dict[int, list[Edge]] = defaultdict(list)
        self.ends: dict[int, list[Edge]] = defaultdict(list)
        self.by_sentence: dict[int, list[Edge]] = defaultdict(list)
        self.nations = {doc.token_at(n.end - 1): n for n in layers.nationalities if n.country in entities.countries}
        for m in entities.mentions:
            if m.kind == "pronoun":
                continue
            whole = self._edge(m, m.np_start, m.np_end)
            self.by_sentence[doc.tokens[whole.first].sentence].append(whole)
            for edge in dict.fromkeys((whole, self._edge(m, m.start, m.end), self._edge(m, m.np_start, m.end))):
                self.starts[edge.first].append(edge)
                self.ends[edge.last].append(edge)

    def _edge(self, m: EntityMention, start: int, end: int) -> Edge:
        first = self.doc.token_at(start)
        last = self.doc.token_at(max(end - 1, start)) + 1
        token = self.doc.tokens[first]
        return Edge(m, first, last, token.norm[: start - token.start] if start > token.start else "")

    def nation(self, last: int) -> Edge | None:
        """The country of the adjective of nationality whose last token is ``last``, as if it were mentioned there."""
        n = self.nations.get(last)
        if n is None:
            return None
        entity = self.entities.countries[n.country]
        return self._edge(EntityMention(n.start, n.end, "nominal", entity, 0.8, "nationality", n.start, n.end), n.start, n.end)

    def class_words(self, edge: Edge, own: bool = False) -> set[str]:
        """The class nouns of a mention: the first word of its name and, unless ``own``, the one before the name."""
        found = set()
        for offset in (edge.mention.start,) if own else (edge.mention.np_start, edge.mention.start):
            token = self.doc.tokens[self.doc.token_at(offset)]
            noun = class_noun(token.norm[max(offset - token.start, 0) :])
            if noun is not None:
                found.add(noun.word)
        return found
