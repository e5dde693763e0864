"""Knowledge as a networkx graph: things and events are nodes, roles and relations edges, all with plain attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.graph.edtf import bounds
from kg.graph.namespaces import event_classes
from kg.knowledge import Knowledge

if TYPE_CHECKING:
    import networkx


def network(knowledge: Knowledge) -> networkx.MultiDiGraph:
    """Nodes are IRIs. Things have ``node="thing"``, ``type``, ``subtype``, ``label``, ``label_en``, ``mentions``,
    ``articles``; events ``node="event"``, ``type``, ``group``, ``status``, ``asserted``, ``date``, ``date_from``,
    ``date_to``, ``count``. An edge from an event to a thing has the role as its key, one from thing to thing the
    relation, with ``title``, ``former``, ``asserted``. Every edge and event has ``sources`` and ``confidence``.
    Attributes that are not known are left out; the order is that of the knowledge."""
    import networkx

    graph = networkx.MultiDiGraph()
    for thing in knowledge.things:
        known: dict[str, Any] = {"subtype": thing.subtype, "label_en": thing.name_en}
        articles = len({doc for doc, _ in thing.members})
        counts = {"mentions": len(thing.mentions), "articles": articles, "confidence": thing.confidence}
        graph.add_node(thing.uri, node="thing", type=thing.type, label=thing.name, **_known(known), **counts)
    for event in knowledge.events:
        first, last = bounds(event.date) if event.date else (None, None)
        known = {"date": event.date, "date_from": first, "date_to": last, "count": event.count}
        graph.add_node(
            event.uri,
            node="event",
            type=event.type,
            group=event_classes(event.type)[-2],
            label=event.label_ar,
            label_en=event.label_en,
            status=event.status,
            asserted=event.asserted,
            sources=event.sources,
            confidence=event.confidence,
            **_known(known),
        )
    for event in knowledge.events:
        for filler in event.roles:
            if filler.thing in graph:
                ways = {"sources": filler.sources, "confidence": event.confidence, "status": event.status}
                graph.add_edge(event.uri, filler.thing, key=filler.role, edge="role", type=filler.role, **ways)
    for fact in knowledge.facts:
        if fact.subject in graph and fact.object in graph:
            graph.add_edge(
                fact.subject,
                fact.object,
                key=f"{fact.type} {fact.title}" if fact.title else fact.type,
                edge="relation",
                type=fact.type,
                former=fact.former,
                asserted=fact.asserted,
                sources=fact.sources,
                confidence=fact.confidence,
                **_known({"title": fact.title}),
            )
    return graph


def _known(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if value is not None}
