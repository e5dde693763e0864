"""Knowledge as a labelled property graph, for Neo4j and its kin.

    (:Thing:Person {id, name, aliases…})  (:Event:Contact:Meet {id, status, date…})  (:Fact {id, type…})  (:Article {id…})
    (event)-[:PARTICIPANT]->(thing)       one relationship for each role
    (thing)-[:POSITION {title}]->(thing)  one for each fact; the fact is a node as well, to carry its evidence
    (fact)-[:SUBJECT|OBJECT]->(thing)
    (event or fact)-[:TOLD_IN {quote, sentence…}]->(article)     (thing)-[:MENTIONED_IN]->(article)
    (statement)-[:REPORTS]->(event or fact)

``id`` is the IRI (of an article too). Relationships have a ``key``, unique between two nodes, so that an import can
run twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Literal

import msgspec

from kg.export.evidence import Texts
from kg.export.period import days_of
from kg.export.plain import one_line, utf8_text
from kg.knowledge import Knowledge, Quote
from kg.schema import group_of

Value = str | int | float | bool | None | tuple[str, ...]
ColumnType = Literal["string", "int", "double", "boolean", "date", "string[]"]


class NodeTable(msgspec.Struct, frozen=True):
    """Nodes that share ``label`` and ``columns``; ``rows`` are (id, further labels, values)."""

    label: str
    columns: Mapping[str, ColumnType]
    rows: list[tuple[str, tuple[str, ...], dict[str, Value]]]


class RelationshipTable(msgspec.Struct, frozen=True):
    """Relationships from nodes of label ``start`` to nodes of label ``end``; ``rows`` are (start id, type, end id, key,
    values)."""

    name: str
    start: str
    end: str
    columns: Mapping[str, ColumnType]
    rows: list[tuple[str, str, str, str, dict[str, Value]]]


class PropertyGraph(msgspec.Struct, frozen=True):
    nodes: tuple[NodeTable, ...]
    relationships: tuple[RelationshipTable, ...]


def type_name(name: str) -> str:
    """``memberOf`` -> ``MEMBER_OF``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


def property_graph(knowledge: Knowledge) -> PropertyGraph:
    """The whole of ``knowledge``. Relationships to things or articles that are not there are left out."""
    return PropertyGraph(
        nodes=(_things(knowledge), _events(knowledge), _facts(knowledge), _articles(knowledge)),
        relationships=(
            _roles(knowledge),
            _relations(knowledge),
            _ends(knowledge),
            _event_tellings(knowledge),
            _fact_tellings(knowledge),
            _mentions(knowledge),
            _reported_events(knowledge),
            _reported_facts(knowledge),
        ),
    )


def _text(value: str | None) -> str | None:
    return utf8_text(value).replace("\0", "\ufffd") if value else None


def _things(knowledge: Knowledge) -> NodeTable:
    columns: dict[str, ColumnType] = {
        "type": "string", "subtype": "string", "name": "string", "name_en": "string", "aliases": "string[]",
        "links": "string[]", "mentions": "int", "articles": "int", "confidence": "double",
    }  # fmt: skip
    return NodeTable(
        "Thing",
        columns,
        [
            (
                thing.uri,
                (thing.type, thing.subtype) if thing.subtype else (thing.type,),
                {
                    "type": thing.type,
                    "subtype": thing.subtype,
                    "name": one_line(thing.name),
                    "name_en": one_line(thing.name_en or "") or None,
                    "aliases": tuple(one_line(form.text) for form in thing.names),
                    "links": tuple(link.uri for link in thing.links if link.sure),
                    "mentions": len(thing.mentions),
                    "articles": len({quote.doc for quote in thing.mentions}),
                    "confidence": thing.confidence,
                },
            )
            for thing in knowledge.things
        ],
    )


def _events(knowledge: Knowledge) -> NodeTable:
    columns: dict[str, ColumnType] = {
        "type": "string", "group": "string", "status": "string", "date": "string", "first_day": "date",
        "last_day": "date", "name": "string", "name_en": "string", "count": "double", "asserted": "boolean",
        "sources": "int", "confidence": "double",
    }  # fmt: skip
    rows: list[tuple[str, tuple[str, ...], dict[str, Value]]] = []
    for event in knowledge.events:
        group = group_of().get(event.type, event.type)
        first, last = days_of(event.date) or (None, None)
        values: dict[str, Value] = {
            "type": event.type, "group": group, "status": event.status, "date": event.date, "first_day": first,
            "last_day": last, "name": one_line(event.label_ar), "name_en": one_line(event.label_en) or None,
            "count": event.count, "asserted": event.asserted, "sources": event.sources, "confidence": event.confidence,
        }  # fmt: skip
        rows.append((event.uri, tuple(dict.fromkeys((group, event.type))), values))
    return NodeTable("Event", columns, rows)


def _facts(knowledge: Knowledge) -> NodeTable:
    columns: dict[str, ColumnType] = {
        "type": "string", "title": "string", "former": "boolean", "asserted": "boolean", "sources": "int",
        "confidence": "double",
    }  # fmt: skip
    return NodeTable(
        "Fact",
        columns,
        [
            (
                fact.uri,
                (),
                {name: _text(value) if isinstance(value := getattr(fact, name), str) else value for name in columns},
            )
            for fact in knowledge.facts
        ],
    )


def _articles(knowledge: Knowledge) -> NodeTable:
    columns: dict[str, ColumnType] = {
        "doc": "string", "title": "string", "outlet": "string", "published": "string", "first_day": "date",
        "url": "string", "copy_of": "string",
    }  # fmt: skip
    rows: list[tuple[str, tuple[str, ...], dict[str, Value]]] = []
    for article in knowledge.articles:
        published = article.doc.published or article.inferred_published
        values: dict[str, Value] = {
            "doc": _text(article.doc.id), "title": _text(article.doc.title), "outlet": _text(article.doc.source),
            "published": published, "first_day": (days_of(published) or (None,))[0], "url": _text(article.doc.url),
            "copy_of": _text(article.copy_of),
        }  # fmt: skip
        rows.append((article.uri, (), values))
    return NodeTable("Article", columns, rows)


def _roles(knowledge: Knowledge) -> RelationshipTable:
    things = {thing.uri for thing in knowledge.things}
    rows: list[tuple[str, str, str, str, dict[str, Value]]] = [
        (event.uri, type_name(filler.role), filler.thing, filler.role, {"sources": filler.sources})
        for event in knowledge.events
        for filler in event.roles
        if filler.thing in things
    ]
    return RelationshipTable("roles", "Event", "Thing", {"sources": "int"}, rows)


def _relations(knowledge: Knowledge) -> RelationshipTable:
    things = {thing.uri for thing in knowledge.things}
    columns: dict[str, ColumnType] = {
        "title": "string", "former": "boolean", "asserted": "boolean", "sources": "int", "confidence": "double",
    }  # fmt: skip
    rows: list[tuple[str, str, str, str, dict[str, Value]]] = []
    for fact in knowledge.facts:
        if fact.subject in things and fact.object in things:
            values: dict[str, Value] = {
                "title": _text(fact.title), "former": fact.former, "asserted": fact.asserted, "sources": fact.sources,
                "confidence": fact.confidence,
            }  # fmt: skip
            rows.append((fact.subject, type_name(fact.type), fact.object, fact.uri, values))
    return RelationshipTable("relations", "Thing", "Thing", columns, rows)


def _ends(knowledge: Knowledge) -> RelationshipTable:
    things = {thing.uri for thing in knowledge.things}
    rows: list[tuple[str, str, str, str, dict[str, Value]]] = [
        (fact.uri, end, uri, end.lower(), {})
        for fact in knowledge.facts
        for end, uri in (("SUBJECT", fact.subject), ("OBJECT", fact.object))
        if uri in things
    ]
    return RelationshipTable("fact_ends", "Fact", "Thing", {}, rows)


_QUOTED: dict[str, ColumnType] = {
    "quote": "string", "sentence": "string", "start": "int", "end": "int", "confidence": "double", "rule": "string",
}  # fmt: skip


def _quoted(texts: Texts, quote: Quote, confidence: float, rule: str) -> dict[str, Value]:
    return {
        "quote": _text(texts.words(quote)), "sentence": _text(texts.sentence(quote)), "start": quote.start,
        "end": quote.end, "confidence": confidence, "rule": _text(rule),
    }  # fmt: skip


def _event_tellings(knowledge: Knowledge) -> RelationshipTable:
    texts = Texts(knowledge)
    columns: dict[str, ColumnType] = {
        **_QUOTED, "type": "string", "status": "string", "trigger": "string", "time": "string", "count": "double",
        "content": "string", "direct": "boolean",
    }  # fmt: skip
    rows: list[tuple[str, str, str, str, dict[str, Value]]] = []
    for event in knowledge.events:
        for telling in event.tellings:
            if article := texts.articles.get(telling.doc):
                values: dict[str, Value] = {
                    **_quoted(texts, telling.quote, telling.confidence, telling.rule), "type": telling.type,
                    "status": telling.status, "trigger": _text(texts.slice(telling.doc, *telling.trigger)),
                    "time": telling.time.value if telling.time else None,
                    "count": telling.count.value if telling.count else None, "content": _text(texts.content(telling)),
                    "direct": telling.content.direct if telling.content else None,
                }  # fmt: skip
                rows.append((event.uri, "TOLD_IN", article.uri, f"{telling.doc}#{telling.event}", values))
    return RelationshipTable("event_tellings", "Event", "Article", columns, rows)


def _fact_tellings(knowledge: Knowledge) -> RelationshipTable:
    texts = Texts(knowledge)
    rows: list[tuple[str, str, str, str, dict[str, Value]]] = []
    for fact in knowledge.facts:
        for number, telling in enumerate(fact.tellings):
            if article := texts.articles.get(telling.quote.doc):
                values = _quoted(texts, telling.quote, telling.confidence, telling.rule)
                key = f"{telling.quote.doc}#{telling.quote.start}-{telling.quote.end}#{number}"
                rows.append((fact.uri, "TOLD_IN", article.uri, key, values))
    return RelationshipTable("fact_tellings", "Fact", "Article", _QUOTED, rows)


def _mentions(knowledge: Knowledge) -> RelationshipTable:
    articles = Texts(knowledge).articles
    rows: list[tuple[str, str, str, str, dict[str, Value]]] = [
        (thing.uri, "MENTIONED_IN", articles[doc].uri, "mention", {"times": times})
        for thing in knowledge.things
        for doc, times in sorted(Counter(quote.doc for quote in thing.mentions).items())
        if doc in articles
    ]
    return RelationshipTable("mentions", "Thing", "Article", {"times": "int"}, rows)


def _reported_events(knowledge: Knowledge) -> RelationshipTable:
    known = {event.uri for event in knowledge.events}
    rows: list[tuple[str, str, str, str, dict[str, Value]]] = [
        (statement, "REPORTS", event.uri, "reports", {})
        for event in knowledge.events
        for statement in sorted(set(event.said_in) & known)
    ]
    return RelationshipTable("reported_events", "Event", "Event", {}, rows)


def _reported_facts(knowledge: Knowledge) -> RelationshipTable:
    known = {event.uri for event in knowledge.events}
    rows: list[tuple[str, str, str, str, dict[str, Value]]] = [
        (statement, "REPORTS", fact.uri, "reports", {})
        for fact in knowledge.facts
        for statement in sorted({telling.said_in for telling in fact.tellings if telling.said_in} & known)
    ]
    return RelationshipTable("reported_facts", "Event", "Fact", {}, rows)
