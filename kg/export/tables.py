"""CSV tables for spreadsheets: nodes, edges, events, statements. UTF-8 with a mark, so that Excel reads Arabic."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.export.atomic import replacing
from kg.export.evidence import Texts, best_telling, fillers
from kg.export.period import days_of
from kg.export.plain import one_line, utf8_text
from kg.knowledge import Happening, Knowledge
from kg.schema import group_of, schema

Cell = str | int | float | bool | None

# A spreadsheet runs a cell that begins so as a formula, also where the sign is a full-width one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_BETWEEN = " | "


def write_tables(knowledge: Knowledge, path: Path) -> None:
    """Writes nodes.csv, edges.csv, events.csv and statements.csv into the folder ``path``."""
    path.mkdir(parents=True, exist_ok=True)
    texts = Texts(knowledge)
    names = {thing.uri: one_line(thing.name) for thing in knowledge.things}
    write_csv(path / "nodes.csv", _NODES, _nodes(knowledge))
    write_csv(path / "edges.csv", _EDGES, _edges(knowledge, texts, names))
    write_csv(path / "events.csv", (*_EVENTS, *schema()["roles"]), _events(knowledge, texts, names))
    write_csv(path / "statements.csv", _STATEMENTS, _statements(knowledge, texts, names))


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """One table: UTF-8 with a byte order mark, CRLF, every text safe to open in a spreadsheet."""
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        writer.writerows([cell(value) for value in row] for row in rows)


def cell(value: Cell) -> str:
    """``value`` as text; a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    value = utf8_text(value).replace("\0", "\ufffd")
    return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value


_NODES = ("uri", "type", "subtype", "name", "name_en", "names", "links", "articles", "mentions", "confidence")


def _nodes(knowledge: Knowledge) -> Iterable[Sequence[Cell]]:
    for thing in knowledge.things:
        yield (
            thing.uri, thing.type, thing.subtype, one_line(thing.name), one_line(thing.name_en or ""),
            _BETWEEN.join(one_line(form.text) for form in thing.names),
            _BETWEEN.join(link.uri for link in thing.links if link.sure),
            len({quote.doc for quote in thing.mentions}), len(thing.mentions), thing.confidence,
        )  # fmt: skip


_EDGES = (
    "uri", "type", "title", "subject", "subject_name", "object", "object_name", "former", "asserted", "sources",
    "confidence", "article", "outlet", "published", "sentence",
)  # fmt: skip


def _edges(knowledge: Knowledge, texts: Texts, names: dict[str, str]) -> Iterable[Sequence[Cell]]:
    for fact in knowledge.facts:
        quote = fact.tellings[0].quote if fact.tellings else None
        yield (
            fact.uri, fact.type, one_line(fact.title or ""), fact.subject, names.get(fact.subject, ""), fact.object,
            names.get(fact.object, ""), fact.former, fact.asserted, fact.sources, fact.confidence,
            *(_article(texts, quote.doc) if quote else ("", "", "")), texts.sentence(quote) if quote else "",
        )  # fmt: skip


_EVENTS = (
    "uri", "type", "group", "status", "date", "first_day", "last_day", "label", "label_en", "count", "asserted",
    "sources", "confidence", "article", "outlet", "published", "trigger", "sentence",
)  # fmt: skip


def _events(knowledge: Knowledge, texts: Texts, names: dict[str, str]) -> Iterable[Sequence[Cell]]:
    for event in knowledge.events:
        telling = best_telling(event)
        first, last = days_of(event.date) or ("", "")
        yield (
            event.uri, event.type, group_of().get(event.type, ""), event.status, event.date, first, last,
            one_line(event.label_ar), one_line(event.label_en), event.count, event.asserted, event.sources,
            event.confidence, *(_article(texts, telling.doc) if telling else ("", "", "")),
            texts.slice(telling.doc, *telling.trigger) if telling else "",
            texts.sentence(telling.quote) if telling else "",
            *(_named(event, role, names) for role in schema()["roles"]),
        )  # fmt: skip


_STATEMENTS = (
    "uri", "type", "status", "date", "speaker", "addressee", "topic", "content", "direct", "article", "outlet",
    "published", "sentence",
)  # fmt: skip


def _statements(knowledge: Knowledge, texts: Texts, names: dict[str, str]) -> Iterable[Sequence[Cell]]:
    """A row for each telling, since outlets report the same words differently."""
    for event in knowledge.events:
        if group_of().get(event.type) != "Statement":
            continue
        for telling in event.tellings:
            yield (
                event.uri, telling.type, telling.status, event.date, _named(event, "speaker", names),
                _named(event, "addressee", names), _named(event, "topic", names), texts.content(telling),
                telling.content.direct if telling.content else None, *_article(texts, telling.doc),
                texts.sentence(telling.quote),
            )  # fmt: skip


def _named(event: Happening, role: str, names: dict[str, str]) -> str:
    return _BETWEEN.join(names.get(uri, uri) for uri in fillers(event, role))


def _article(texts: Texts, doc: str) -> tuple[str, str, str]:
    article = texts.articles.get(doc)
    return doc, one_line(article.doc.source or "") if article else "", texts.published(doc)
