"""Countries that an article knows only through an adjective («غارة إسرائيلية»), made when something needs them."""

from __future__ import annotations

from kg.annotations import ArticleEntity, Entities, EntityMention, Layers

_CONFIDENCE = 0.8


def country_entity(entities: Entities, layers: Layers, gazetteer: str) -> str:
    """The entity id of the country with this gazetteer id, added to ``entities`` (with its adjectives as nominal
    mentions) where it is not there yet; "" where no adjective of ``layers`` tells it."""
    known = entities.countries.get(gazetteer)
    if known:
        return known
    adjectives = [n for n in layers.nationalities if n.country == gazetteer]
    if not adjectives:
        return ""
    from kg.world.gazetteer import entry

    found = entry(gazetteer)
    links = tuple(found.links) if found is not None else ()
    id = f"e{len(entities.entities) + 1}"
    entities.entities[id] = ArticleEntity(
        id, "Place", "Country", adjectives[0].name, links=links, confidence=_CONFIDENCE, world=gazetteer
    )
    entities.countries[gazetteer] = id
    inside = [(m.start, m.end) for m in entities.mentions if m.kind == "name"]
    outside = [n for n in adjectives if not any(s <= n.start < e for s, e in inside)]
    for n in outside or adjectives[:1]:
        entities.mentions.append(
            EntityMention(n.start, n.end, "nominal", id, _CONFIDENCE, "nationality", n.start, n.end)
        )
    entities.mentions.sort(key=lambda m: (m.start, m.end, int(m.entity[1:]) if m.entity[1:].isdigit() else 0))
    return id
