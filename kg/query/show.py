"""An answer as text: a table for people, or CSV, TSV, JSON, Turtle, HTML.

Where a column ``x`` has a companion ``xLabel`` (as Wikidata's queries have it), tables for people show the label in
place of the address; CSV, TSV and JSON have both.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING

from kg.graph.turtle import prefix_lines, shortener
from kg.query.run import Answer, QueryError, Table, Triples, shorten

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode

    Cell = NamedNode | BlankNode | Literal | None

FORMATS = ("table", "csv", "tsv", "json", "ttl", "html")
_ISOLATE, _POP = "\u2068", "\u2069"  # keep an Arabic cell from reordering its neighbours on a terminal with bidi
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_XSD = "http://www.w3.org/2001/XMLSchema#"


def write(answer: Answer, format: str, out: IO[str], prefixes: Mapping[str, str], title: str = "") -> None:
    """Writes ``answer`` to ``out``. Raises ``QueryError`` where it has no such form."""
    if isinstance(answer, bool):
        _write_bool(answer, format, out)
    elif isinstance(answer, Triples):
        _write_triples(answer, format, out, prefixes)
    elif format == "table":
        _write_table(answer, out, prefixes)
    elif format == "csv":
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(answer.columns)
        writer.writerows([cell or "" for cell in row] for row in answer.plain())
    elif format == "tsv":
        out.write("\t".join(f"?{column}" for column in answer.columns) + "\n")
        out.writelines(
            "\t".join("" if c is None else str(c).replace("\t", "\\t") for c in row) + "\n" for row in answer.rows
        )
    elif format == "json":
        _write_json(answer, out)
    elif format == "html":
        out.write(page(answer, prefixes, title))
    else:
        raise QueryError(
            "a SELECT answers with a table: ttl is for CONSTRUCT and DESCRIBE; use table, csv, tsv, json or html"
        )


def _write_bool(answer: bool, format: str, out: IO[str]) -> None:
    if format == "json":
        out.write(json.dumps({"head": {}, "boolean": answer}) + "\n")
    elif format == "html":
        out.write(_document("", f"<p>{'true' if answer else 'false'}</p>"))
    elif format == "ttl":
        raise QueryError("an ASK answers with true or false, not with triples")
    else:
        out.write("true\n" if answer else "false\n")


def _write_triples(answer: Triples, format: str, out: IO[str], prefixes: Mapping[str, str]) -> None:
    if format in ("ttl", "table"):
        short = shortener(prefixes)
        text = [(short(str(t.subject)), short(str(t.predicate)), short(str(t.object))) for t in answer.triples]
        used = {
            name: iri for name, iri in prefixes.items() if any(x.startswith(name + ":") for row in text for x in row)
        }
        used |= {name: iri for name, iri in prefixes.items() if any(f"^^{name}:" in row[2] for row in text)}
        out.write(prefix_lines(used))
        out.writelines(f"{s} {p} {o} .\n" for s, p, o in text)
        return
    rows = [(t.subject, t.predicate, t.object) for t in answer.triples]
    write(Table(("subject", "predicate", "object"), rows), format, out, prefixes)  # type: ignore[arg-type]


def _write_json(answer: Table, out: IO[str]) -> None:
    """SPARQL 1.1 Query Results JSON, one row a line."""
    out.write('{"head": ' + json.dumps({"vars": list(answer.columns)}) + ', "results": {"bindings": [')
    joint = "\n"
    for row in answer.rows:
        cells = {name: _json_cell(cell) for name, cell in zip(answer.columns, row, strict=True) if cell is not None}
        out.write(joint + json.dumps(cells, ensure_ascii=False))
        joint = ",\n"
    out.write("\n]}}\n")


def _json_cell(cell: Cell) -> dict[str, str]:
    from pyoxigraph import BlankNode, Literal

    if not isinstance(cell, Literal):
        return {"type": "bnode" if isinstance(cell, BlankNode) else "uri", "value": cell.value if cell else ""}
    found = {"type": "literal", "value": cell.value}
    if cell.language:
        found["xml:lang"] = cell.language
    elif cell.datatype.value != f"{_XSD}string":
        found["datatype"] = cell.datatype.value
    return found


def merged(answer: Table) -> tuple[list[str], list[list[tuple[Cell, Cell]]]]:
    """Columns for people, and rows of (cell, what to show for it)."""
    labels = {name: f"{name}Label" for name in answer.columns if f"{name}Label" in answer.columns}
    shown = [name for name in answer.columns if name not in labels.values()]
    place = {name: number for number, name in enumerate(answer.columns)}
    rows = []
    for row in answer.rows:
        cells = []
        for name in shown:
            cell = row[place[name]]
            label = row[place[labels[name]]] if name in labels else None
            cells.append((cell, label or cell))
        rows.append(cells)
    return shown, rows


def cell_text(cell: Cell, prefixes: Mapping[str, str]) -> str:
    """A term for people: the text of a literal, a short name of an IRI."""
    from pyoxigraph import NamedNode

    if cell is None:
        return ""
    return shorten(cell.value, prefixes) if isinstance(cell, NamedNode) else cell.value


def _write_table(answer: Table, out: IO[str], prefixes: Mapping[str, str]) -> None:
    columns, rows = merged(answer)
    texts = [[_INVISIBLE.sub(" ", cell_text(label, prefixes)) for _, label in row] for row in rows]
    if out.isatty():
        from rich.console import Console
        from rich.table import Table as RichTable

        table = RichTable(show_lines=False, header_style="bold")
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in texts:
            table.add_row(*(f"{_ISOLATE}{text}{_POP}".replace("[", "\\[") for text in row))
        Console(file=out).print(table)
        return
    out.write(" | ".join(columns) + "\n")
    out.writelines(" | ".join(text.replace("|", "/") for text in row) + "\n" for row in texts)


def page(answer: Table, prefixes: Mapping[str, str], title: str) -> str:
    """The table as an HTML page of its own, right to left, without scripts."""
    columns, rows = merged(answer)
    head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
    body = "\n".join(
        "<tr>" + "".join(_html_cell(cell, label, prefixes) for cell, label in row) + "</tr>" for row in rows
    )
    return _document(title, f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>")


def _html_cell(cell: Cell, label: Cell, prefixes: Mapping[str, str]) -> str:
    from pyoxigraph import NamedNode

    text = html.escape(_INVISIBLE.sub(" ", cell_text(label, prefixes)))
    if isinstance(cell, NamedNode) and cell.value.startswith(("http://", "https://")):
        return f'<td dir="auto"><a href="{html.escape(cell.value)}">{text}</a></td>'
    return f'<td dir="auto">{text}</td>'


def _document(title: str, body: str) -> str:
    style = "body{font-family:sans-serif;margin:1.5rem}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.3rem .6rem;text-align:start}"
    heading = f"<h1>{html.escape(title)}</h1>\n" if title else ""
    return (
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head><meta charset="utf-8">'
        f"<title>{html.escape(title or 'kg')}</title><style>{style}</style></head>\n<body>\n{heading}{body}\n</body>\n</html>\n"
    )


def text(answer: Answer, format: str, prefixes: Mapping[str, str], title: str = "") -> str:
    """``write`` into a string."""
    out = io.StringIO()
    write(answer, format, out, prefixes, title)
    return out.getvalue()
