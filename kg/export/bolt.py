"""Into a running Neo4j (or another server that speaks Bolt), through its driver, in batches that can be run again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import groupby, islice
from typing import Any

from kg.export.cypher import cell_of, constraints, node_body, relationship_body
from kg.export.property_graph import NodeTable, RelationshipTable, Value, property_graph
from kg.knowledge import Knowledge

_BATCH = 1000

Statement = tuple[str, list[dict[str, Any]]]


def send(
    knowledge: Knowledge,
    run: Callable[[str, dict[str, Any]], object],
    told: Callable[[str, int], None] = lambda table, rows: None,
) -> dict[str, int]:
    """Sends everything through ``run(query, parameters)``; ``told(table, rows)`` hears of each table when it is done.
    Returns rows by table. What is there already is brought up to date; nothing is deleted."""
    graph = property_graph(knowledge)
    for constraint in constraints([table.label for table in graph.nodes]):
        run(constraint.rstrip(";"), {})
    sent: dict[str, int] = {}
    for name, statements in [
        *((table.label, _nodes(table)) for table in graph.nodes),
        *((table.name, _relationships(table)) for table in graph.relationships),
    ]:
        sent[name] = 0
        for query, rows in statements:
            run(query, {"rows": rows})
            sent[name] += len(rows)
        told(name, sent[name])
    return sent


def connected(
    url: str, user: str, password: str, database: str | None
) -> tuple[Callable[[str, dict[str, Any]], object], Callable[[], None]]:
    """``run`` for ``send`` and the function that closes the connection. Raises ``ImportError`` where the driver is not
    installed and the driver's own errors where the server does not answer or refuses."""
    driver = import_module("neo4j").GraphDatabase.driver(url, auth=(user, password))
    driver.verify_connectivity()

    def run(query: str, parameters: dict[str, Any]) -> object:
        return driver.execute_query(query, parameters_=parameters, database_=database)

    return run, driver.close


def _nodes(table: NodeTable) -> Iterator[Statement]:
    columns = dict(table.columns)
    for further, group in groupby(sorted(table.rows, key=lambda row: (row[1], row[0])), key=lambda row: row[1]):
        query = f"UNWIND $rows AS row {node_body(table.label, further, columns, 'row.id', cell_of(columns))}"
        yield from ((query, batch) for batch in _batches({"id": row[0], **_plain(row[2])} for row in group))


def _relationships(table: RelationshipTable) -> Iterator[Statement]:
    columns = dict(table.columns)
    for type_, group in groupby(sorted(table.rows, key=lambda row: row[1]), key=lambda row: row[1]):
        body = relationship_body(table, type_, ("row.`from`", "row.`to`"), "row.`key`", cell_of(columns))
        rows = ({"from": start, "to": end, "key": key, **_plain(values)} for start, _, end, key, values in group)
        yield from ((f"UNWIND $rows AS row {body}", batch) for batch in _batches(rows))


def _plain(values: dict[str, Value]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch
