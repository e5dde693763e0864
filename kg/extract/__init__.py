"""One article -> its record. Extraction knows no other article.

The package is also the function of the Python interface: ``kg.extract(text)`` is ``kg.extract.extract(text)``.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Sequence
from typing import Any

from kg.annotations import Entities, Layers
from kg.record import SCHEMA_VERSION, DocInfo, Entity, Mention, Record, Span, sha256

__all__ = ["annotate", "extract"]


def extract(
    text: str,
    *,
    id: str = "text",
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    url: str | None = None,
    skip: Sequence[Span] | None = None,
    names: str = "embedded",
) -> Record:
    """The record of one article. ``published`` is an ISO date; ``skip`` are spans of furniture (found here where None);
    ``names`` is the backend that finds names. Raises ``ValueError`` for an unknown backend."""
    from kg.extract.events import find_events
    from kg.extract.relations import find_relations
    from kg.text.document import analyse

    if skip is None:
        from kg.read import find_furniture

        skip = find_furniture(text)
    doc = analyse(id, text, title=title, published=published, source=source, url=url, skip=skip)
    layers, entities = annotate(doc, names)
    relations = find_relations(doc, layers, entities)
    events = find_events(doc, layers, entities)
    info = DocInfo(id, title, published, source, url, doc.language, sha256(text), text)
    return Record(
        schema=SCHEMA_VERSION,
        doc=info,
        entities=_entities(entities),
        relations=tuple(relations),
        events=tuple(events),
        skip=tuple(sorted(skip)),
    )


def annotate(doc: Any, names: str = "embedded") -> tuple[Layers, Entities]:
    """All layers of a Document (kg.text.document) and its entities."""
    from kg.extract.coreference import link_entities
    from kg.extract.names import find_names
    from kg.extract.quantities import find_quantities
    from kg.extract.time import find_times
    from kg.world.gazetteer import nationalities

    layers = Layers(
        names=find_names(doc, names),
        times=find_times(doc),
        quantities=find_quantities(doc),
        nationalities=nationalities(doc),
    )
    return layers, link_entities(doc, layers)


def _entities(entities: Entities) -> tuple[Entity, ...]:
    mentions: dict[str, list[Mention]] = {}
    for m in entities.mentions:
        mentions.setdefault(m.entity, []).append(Mention(m.start, m.end, m.kind, m.rule))
    return tuple(
        Entity(
            id=e.id,
            type=e.type,
            subtype=e.subtype,
            name=e.name,
            aliases=e.aliases,
            mentions=tuple(mentions.get(e.id, ())),
            links=e.links,
            confidence=round(e.confidence, 3),
        )
        for e in entities.entities.values()
    )


class _Callable(types.ModuleType):
    def __call__(self, text: str, **options: Any) -> Record:
        return extract(text, **options)


sys.modules[__name__].__class__ = _Callable
