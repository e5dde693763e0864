"""Which name and which nationality covers each token: the view in which offices, coreference and relations read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotations import Layers, Name, Nationality
from kg.text.document import Document, Token
from kg.text.normalize import fold

_NONE = -1


@dataclass(slots=True)
class Cover:
    """Per token: the index of the name (``name_of``) and of the nationality (``nation_of``) that covers it, -1 if none.

    ``first[n]:last[n]`` are the tokens of name number ``n`` (``last`` exclusive). A name that begins inside a token
    («لغالانت») still counts that token as its first. Of names that overlap, the longest counts.
    """

    doc: Document
    layers: Layers
    name_of: list[int]
    nation_of: list[int]
    first: list[int]
    last: list[int]

    def name_at(self, i: int) -> Name | None:
        """The name that begins with token ``i``, None if there is none."""
        n = self.name_of[i] if 0 <= i < len(self.name_of) else _NONE
        return self.layers.names[n] if n >= 0 and self.first[n] == i else None

    def nation_at(self, i: int) -> Nationality | None:
        """The adjective of nationality that token ``i`` is, None if it is none or lies inside a name."""
        if not 0 <= i < len(self.nation_of) or self.nation_of[i] < 0 or self.name_of[i] >= 0:
            return None
        return self.layers.nationalities[self.nation_of[i]]

    def clitic(self, i: int, n: int) -> str:
        """What is written on to name ``n`` before it, in its first token ``i``, folded: "ل", "وب", "" ..."""
        start, end = self.doc.tokens[i].start, self.layers.names[n].start
        return fold(self.doc.text[start:end]) if end > start else ""

    def word(self, i: int) -> str:
        """Folded form of token ``i``, "" beyond the ends."""
        tokens = self.doc.tokens
        return tokens[i].norm if 0 <= i < len(tokens) else ""

    def token(self, i: int) -> Token:
        return self.doc.tokens[i]


def cover(doc: Document, layers: Layers) -> Cover:
    """Lays the names and nationalities of ``layers`` over the tokens of ``doc``."""
    size = len(doc.tokens)
    c = Cover(doc, layers, [_NONE] * size, [_NONE] * size, [], [])
    for n, name in enumerate(layers.names):
        i = doc.token_at(name.start)
        j = i
        while j < size and doc.tokens[j].start < name.end:
            held = c.name_of[j]
            if held < 0 or layers.names[held].end - layers.names[held].start < name.end - name.start:
                c.name_of[j] = n
            j += 1
        c.first.append(i)
        c.last.append(j)
    for n, nation in enumerate(layers.nationalities):
        i = doc.token_at(nation.start)
        while i < size and doc.tokens[i].start < nation.end:
            c.nation_of[i] = n
            i += 1
    return c
