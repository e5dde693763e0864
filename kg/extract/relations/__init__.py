"""Relations between the entities of one article."""

from __future__ import annotations

from kg.extract.annotations import Entities, Layers
from kg.record import Relation
from kg.text.document import Document


def find_relations(doc: Document, layers: Layers, entities: Entities) -> list[Relation]:
    """The relations that ``doc`` tells: those of the noun phrases, and those that the rules of relations.yaml find."""
    return sorted(set(entities.told), key=lambda r: (r.start, r.end, r.type, r.subject, r.object, r.title or ""))
