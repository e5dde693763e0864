"""The scene of an article: for every token, which noun phrase, time, number, quotation or nationality stands there.

Built once for an article; the argument finder walks over it.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from kg.annotations import Entities, EntityMention, Layers, Quantity, TimeExpression
from kg.extract.coreference.countries import country_entity
from kg.extract.events.triggers import Trigger
from kg.text.document import Document
from kg.text.normalize import fold


@dataclass(slots=True)
class Phrase:
    """A noun phrase that stands for entities. Tokens ``first`` to ``last`` (exclusive). ``prefix`` are the folded
    proclitics before it; ``entities`` in order (several for «الوزيران»); ``kind`` of the mention."""

    first: int
    last: int
    prefix: str
    entities: tuple[str, ...]
    kind: str


@dataclass
class Scene:
    """Look-ups by token index; ``country_at`` gives gazetteer ids. ``closed[i]``: the token belongs to a name, to the title before it or to a time."""

    doc: Document
    entities: Entities
    layers: Layers
    phrases: dict[int, Phrase] = field(default_factory=dict)
    ending: dict[int, Phrase] = field(default_factory=dict)
    times: dict[int, tuple[TimeExpression, int]] = field(default_factory=dict)
    quantities: dict[int, tuple[Quantity, int]] = field(default_factory=dict)
    country_at: dict[int, str] = field(default_factory=dict)
    closed: list[bool] = field(default_factory=list)
    quote_of: list[int] = field(default_factory=list)
    triggers: dict[int, Trigger] = field(default_factory=dict)

    def country(self, gazetteer: str) -> list[str]:
        """The country that an adjective tells, as an entity of the article, made where it is not one yet."""
        found = country_entity(self.entities, self.layers, gazetteer) if gazetteer else ""
        return [found] if found else []

    def type_of(self, entity: str) -> str:
        """Entity type."""
        return self.entities.entities[entity].type


def _cover(doc: Document, start: int, end: int) -> tuple[int, int]:
    first = doc.token_at(start)
    last = doc.token_at(end - 1) + 1 if end > start else first
    return first, max(last, first + 1)


def build_scene(doc: Document, layers: Layers, entities: Entities) -> Scene:
    """The scene, without triggers yet."""
    scene = Scene(doc, entities, layers, closed=[False] * len(doc.tokens), quote_of=[-1] * len(doc.tokens))
    n = len(doc.tokens)
    spans: dict[tuple[int, int], list[EntityMention]] = {}
    for mention in entities.mentions:
        spans.setdefault((mention.start, mention.end), []).append(mention)
    for (start, end), group in sorted(spans.items()):
        head = group[0]
        np_first, np_last = _cover(doc, min(head.np_start, start), max(head.np_end, end))
        if np_first >= n:
            continue
        _name_first, name_last = _cover(doc, start, end)
        if head.kind == "name" or any(m.kind == "nominal" for m in group):
            for i in range(np_first, min(name_last, n)):
                scene.closed[i] = True
        token = doc.tokens[np_first]
        prefix = fold(doc.text[token.start : max(min(head.np_start, start), token.start)])
        ids = tuple(dict.fromkeys(m.entity for m in group))
        phrase = Phrase(np_first, min(max(np_last, name_last), n), prefix, ids, head.kind)
        old = scene.phrases.get(np_first)
        if old is None or (old.last, old.kind == "name") < (phrase.last, phrase.kind == "name"):
            scene.phrases[np_first] = phrase
        scene.ending[phrase.last - 1] = phrase
    for t in layers.times:
        first, last = _cover(doc, t.start, t.end)
        if first < n:
            scene.times[first] = (t, last)
            for i in range(first, min(last, n)):
                scene.closed[i] = True
    for q in layers.quantities:
        first, last = _cover(doc, q.start, q.end)
        if first < n:
            scene.quantities[first] = (q, last)
    for nat in layers.nationalities:
        first, last = _cover(doc, nat.start, nat.end)
        for i in range(first, min(last, n)):
            scene.country_at[i] = nat.country
    starts = [q.start for q in doc.quotes]
    for token in doc.tokens:
        k = bisect.bisect_right(starts, token.start) - 1
        if k >= 0 and token.start < doc.quotes[k].end:
            scene.quote_of[token.index] = k
    return scene
