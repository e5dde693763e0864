"""A folder for Neo4j: CSV for ``neo4j-admin database import`` and, for a running server, import.cypher beside it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kg.export.atomic import replacing
from kg.export.cypher import constraints, from_text, node_body, relationship_body
from kg.export.property_graph import ColumnType, NodeTable, PropertyGraph, RelationshipTable, Value, property_graph
from kg.knowledge import Knowledge

# The two readers of these files disagree about a backslash (LOAD CSV takes it for an escape), and neither lets a list
# hold its own separator: both are written as their full-width twins.
_BACKSLASH = str.maketrans({"\\": "\uff3c"})
_SEPARATOR = str.maketrans({";": "\uff1b"})

_COMMAND = """\
#!/bin/sh
# Makes a new database of the CSV beside this file; the server must be stopped. Usage: sh import.sh [database]
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full "${1:-neo4j}" --overwrite-destination --multiline-fields=true \\
"""


def write_neo4j(knowledge: Knowledge, path: Path) -> None:
    """Writes into the folder ``path``: a CSV for each table, constraints.cypher, import.cypher, import.sh."""
    path.mkdir(parents=True, exist_ok=True)
    graph = property_graph(knowledge)
    for nodes in graph.nodes:
        _write_nodes(path / _file(nodes), nodes)
    for relationships in graph.relationships:
        _write_relationships(path / _file(relationships), relationships)
    _write(path / "constraints.cypher", "\n".join(constraints([table.label for table in graph.nodes])) + "\n")
    _write(path / "import.cypher", _import(graph))
    _write(path / "import.sh", _COMMAND + _arguments(graph))


def _file(table: NodeTable | RelationshipTable) -> str:
    return f"{table.label.lower()}s.csv" if isinstance(table, NodeTable) else f"{table.name}.csv"


def _write(path: Path, text: str) -> None:
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def _write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _write_nodes(path: Path, table: NodeTable) -> None:
    header = [f"id:ID({table.label})", *(_header(name, kind) for name, kind in table.columns.items()), ":LABEL"]
    _write_rows(
        path,
        header,
        (
            [identity, *(_cell(values.get(name)) for name in table.columns), ";".join((table.label, *further))]
            for identity, further, values in table.rows
        ),
    )


def _write_relationships(path: Path, table: RelationshipTable) -> None:
    header = [
        f":START_ID({table.start})", f":END_ID({table.end})", ":TYPE", "key:string",
        *(_header(name, kind) for name, kind in table.columns.items()),
    ]  # fmt: skip
    _write_rows(
        path,
        header,
        (
            [start, end, type_, _cell(key), *(_cell(values.get(name)) for name in table.columns)]
            for start, type_, end, key, values in table.rows
        ),
    )


def _header(name: str, kind: ColumnType) -> str:
    return f"{name}:{kind}"


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ";".join(item.translate(_SEPARATOR) for item in value).translate(_BACKSLASH)
    return str(value).translate(_BACKSLASH)


def _arguments(graph: PropertyGraph) -> str:
    arguments = [f"  --nodes={_file(table)}" for table in graph.nodes]
    arguments += [f"  --relationships={_file(table)}" for table in graph.relationships]
    return " \\\n".join(arguments) + "\n"


_IMPORT = """\
// Reads the CSV beside this file into a running server (Neo4j 5.23 or newer); running it again changes nothing.
// Run constraints.cypher first. The files must lie in the server's import folder:
//   cypher-shell -f constraints.cypher && cypher-shell -f import.cypher
"""


def _import(graph: PropertyGraph) -> str:
    """LOAD CSV statements, one for each set of labels and each relationship type that occurs."""
    statements = []
    for nodes in graph.nodes:
        columns = dict(nodes.columns)
        for further in sorted({further for _, further, _ in nodes.rows}):
            body = node_body(nodes.label, further, columns, f"row.`id:ID({nodes.label})`", _reader(columns))
            labels = ";".join((nodes.label, *further))
            statements.append(_load(_file(nodes), f"row.`:LABEL` = '{labels}'", body))
    for table in graph.relationships:
        columns = dict(table.columns)
        ends = (f"row.`:START_ID({table.start})`", f"row.`:END_ID({table.end})`")
        for type_ in sorted({type_ for _, type_, _, _, _ in table.rows}):
            body = relationship_body(table, type_, ends, "row.`key:string`", _reader(columns))
            statements.append(_load(_file(table), f"row.`:TYPE` = '{type_}'", body))
    return _IMPORT + "".join(statements)


def _reader(columns: dict[str, ColumnType]) -> Callable[[str], str]:
    return lambda name: from_text(columns[name], f"row.`{_header(name, columns[name])}`")


def _load(file: str, condition: str, body: str) -> str:
    return (
        f"\nLOAD CSV WITH HEADERS FROM 'file:///{file}' AS row\nWITH row WHERE {condition}\n"
        f"CALL (row) {{\n  {body}\n}} IN TRANSACTIONS OF 1000 ROWS;\n"
    )
