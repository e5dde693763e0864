"""Cypher that builds the graph: one file with everything in it, and the statements that read the CSV of ``neo4j``.

MERGE throughout, so that a file can be run twice. Constraints stand in statements of their own, since other
openCypher engines have other words for them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from kg.export.atomic import replacing
from kg.export.property_graph import ColumnType, NodeTable, RelationshipTable, Value, property_graph
from kg.knowledge import Knowledge

_BATCH = 500
# How a column is made of the text of a CSV cell. Dates are texts in every source.
_FROM_TEXT: dict[ColumnType, str] = {
    "string": "{}", "int": "toInteger({})", "double": "toFloat({})", "boolean": "toBoolean({})", "date": "date({})",
    "string[]": "split({}, ';')",
}  # fmt: skip


def write_cypher(knowledge: Knowledge, path: Path) -> None:
    """Writes one file of statements to ``path``, for ``cypher-shell -f`` or a browser: no other file is needed."""
    graph = property_graph(knowledge)
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as out:
        out.write("// Made by kg. Run constraints first, where the server knows them:\n")
        out.writelines(f"// {line}\n" for line in constraints([table.label for table in graph.nodes]))
        for nodes in graph.nodes:
            out.writelines(_node_batches(nodes))
        for relationships in graph.relationships:
            out.writelines(_relationship_batches(relationships))


def constraints(labels: Sequence[str]) -> list[str]:
    """One uniqueness constraint for each label, as Neo4j 5 has them."""
    return [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
        for label in labels
    ]


def node_body(
    label: str, further: Sequence[str], columns: dict[str, ColumnType], key: str, cell: Callable[[str], str]
) -> str:
    """``MERGE (n:Thing {id: …}) SET n:`Person`, n.`name` = …``; ``key`` and ``cell(column)`` are Cypher expressions."""
    sets = [f"n:{quoted(name)}" for name in further] + [f"n.{quoted(name)} = {cell(name)}" for name in columns]
    return f"MERGE (n:{quoted(label)} {{id: {key}}})" + (f" SET {', '.join(sets)}" if sets else "")


def relationship_body(
    table: RelationshipTable, type_: str, ends: tuple[str, str], key: str, cell: Callable[[str], str]
) -> str:
    """``MATCH … MERGE (a)-[r:TYPE {key: …}]->(b) SET r.x = …``; ``ends`` and ``key`` are Cypher expressions."""
    sets = ", ".join(f"r.{quoted(name)} = {cell(name)}" for name in table.columns)
    return (
        f"MATCH (a:{quoted(table.start)} {{id: {ends[0]}}}) MATCH (b:{quoted(table.end)} {{id: {ends[1]}}}) "
        f"MERGE (a)-[r:{quoted(type_)} {{key: {key}}}]->(b)" + (f" SET {sets}" if sets else "")
    )


def quoted(name: str) -> str:
    """A name of a label, type or property in backticks."""
    return "`" + name.replace("`", "``") + "`"


def literal(value: Value) -> str:
    """A value as Cypher writes it. Its escapes in strings are those of JSON."""
    if isinstance(value, tuple):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def from_text(kind: ColumnType, expression: str) -> str:
    """The Cypher expression that makes a value of the text ``expression``."""
    return _FROM_TEXT[kind].format(expression)


def _row(values: dict[str, Value]) -> str:
    return (
        "{"
        + ", ".join(f"{quoted(name)}: {literal(value)}" for name, value in values.items() if value is not None)
        + "}"
    )


def _batches(rows: Sequence[str], body: str) -> Iterator[str]:
    for start in range(0, len(rows), _BATCH):
        yield "UNWIND [\n  " + ",\n  ".join(rows[start : start + _BATCH]) + f"\n] AS row\n{body};\n"


def cell_of(columns: dict[str, ColumnType]) -> Callable[[str], str]:
    """Column -> the Cypher expression of its value in ``row``, a map."""
    return lambda name: f"date(row.{quoted(name)})" if columns[name] == "date" else f"row.{quoted(name)}"


def _node_batches(table: NodeTable) -> Iterator[str]:
    columns = dict(table.columns)
    by_labels = sorted(table.rows, key=lambda row: (row[1], row[0]))
    for further, group in groupby(by_labels, key=lambda row: row[1]):
        rows = [_row({"id": identity, **values}) for identity, _, values in group]
        yield from _batches(rows, node_body(table.label, further, columns, "row.id", cell_of(columns)))


def _relationship_batches(table: RelationshipTable) -> Iterator[str]:
    columns = dict(table.columns)
    by_type = sorted(table.rows, key=lambda row: row[1])
    for type_, group in groupby(by_type, key=lambda row: row[1]):
        rows = [_row({"from": start, "to": end, "key": key, **values}) for start, _, end, key, values in group]
        body = relationship_body(table, type_, ("row.`from`", "row.`to`"), "row.`key`", cell_of(columns))
        yield from _batches(rows, body)
