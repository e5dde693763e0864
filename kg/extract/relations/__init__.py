"""Relations between the entities of one article."""

from __future__ import annotations

from kg.annotations import Entities, Layers
from kg.extract.relations import kinship, patterns
from kg.extract.relations.places import Places
from kg.record import Relation
from kg.schema import is_symmetric
from kg.text.document import Document


def find_relations(doc: Document, layers: Layers, entities: Entities) -> list[Relation]:
    """The relations that ``doc`` tells, each once, where it is told first: those of the noun phrases (offices,
    nationalities), those of the rules of relations.yaml, and family."""
    places = Places(doc, layers, entities)
    found = [*entities.told, *patterns.find(places), *kinship.find(places)]
    found.sort(key=lambda r: (r.start, r.end, -r.confidence, r.type, r.subject, r.object, r.title or ""))
    holds = {(r.subject, r.object) for r in found if r.type == "position"}
    kept: dict[tuple[str, str, str, str], Relation] = {}
    for r in found:
        if r.type == "memberOf" and (r.subject, r.object) in holds:
            continue  # an office in a body says more than membership
        ends = sorted((r.subject, r.object)) if is_symmetric(r.type) else (r.subject, r.object)
        kept.setdefault((r.type, *ends, r.title or ""), r)
    return list(kept.values())
