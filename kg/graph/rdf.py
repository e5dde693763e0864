"""Knowledge as RDF files, written straight from the blocks: no graph in memory, the same bytes every time.

Turtle, N-Triples, JSON-LD and RDF/XML hold the flat graph; TriG and N-Quads also the graph of each article and the
graph of conclusions. A file is written beside its place and then moved there, so a reader never sees half of one.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from kg.graph import terms
from kg.graph.namespaces import PREFIXES, RDF
from kg.graph.ontology import blocks as ontology
from kg.graph.statements import Statements
from kg.graph.turtle import Block, block_text, namespace, prefix_lines, shortener, turtle
from kg.knowledge import Knowledge

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def _flat(statements: Statements) -> Iterator[Block]:
    """The flat graph, then the ontology that says what its terms mean."""
    yield from statements.flat()
    yield from ontology()


def _turtle(statements: Statements) -> Iterator[str]:
    return turtle(_flat(statements), statements.prefixes())


def _trig(statements: Statements) -> Iterator[str]:
    every = {**PREFIXES, **statements.prefixes()}
    short = shortener(every)
    yield prefix_lines(every)
    for block in _flat(statements):
        yield "\n" + block_text(block, short)
    for graph, blocks in _graphs(statements):
        opened = False
        for block in blocks:
            if not opened:
                yield f"\nGRAPH {short(graph)} {{\n"
                opened = True
            yield block_text(block, short, "    ")
        if opened:
            yield "}\n"


def _graphs(statements: Statements) -> Iterator[tuple[str, Iterable[Block]]]:
    yield from statements.of_articles()
    yield statements.concluded_iri(), statements.concluded()


def _ntriples(statements: Statements) -> Iterator[str]:
    for subject, pairs in _flat(statements):
        yield "".join(f"{subject} {predicate} {value} .\n" for predicate, value in pairs)


def _nquads(statements: Statements) -> Iterator[str]:
    yield from _ntriples(statements)
    for graph, blocks in _graphs(statements):
        for subject, pairs in blocks:
            yield "".join(f"{subject} {predicate} {value} {graph} .\n" for predicate, value in pairs)


def _jsonld(statements: Statements) -> Iterator[str]:
    """One object a subject; every value in the expanded form, so that no reader has to guess its type."""
    every = {**PREFIXES, **statements.prefixes()}
    short = shortener(every)
    yield '{"@context": ' + json.dumps(every, ensure_ascii=False) + ',\n"@graph": ['
    joint = "\n"
    for subject, pairs in _flat(statements):
        node: dict[str, list[object]] = {}
        for predicate, term in pairs:
            kind, value, language, datatype = terms.parts(term)
            if predicate == f"<{RDF}type>":
                node.setdefault("@type", []).append(_compact(term, short))
            elif kind == "iri":
                node.setdefault(_compact(predicate, short), []).append({"@id": _compact(term, short)})
            else:
                plain = {"@value": value}
                if language:
                    plain["@language"] = language
                elif datatype:
                    plain["@type"] = _compact(f"<{datatype}>", short)
                node.setdefault(_compact(predicate, short), []).append(plain)
        line = json.dumps({"@id": _compact(subject, short), **node}, ensure_ascii=False)
        yield joint + line.encode("utf-8", "replace").decode("utf-8")
        joint = ",\n"
    yield "\n]}\n"


def _compact(term: str, short: Callable[[str], str]) -> str:
    name = short(term)
    return name[1:-1] if name.startswith("<") else ("rdf:type" if name == "a" else name)


def _rdfxml(statements: Statements) -> Iterator[str]:
    """One description a subject. Characters that XML cannot hold become U+FFFD."""
    spaces = {iri: prefix for prefix, iri in PREFIXES.items()}
    declared = "".join(
        f"\n    xmlns:{prefix}={quoteattr(iri)}" for iri, prefix in sorted(spaces.items(), key=lambda x: x[1])
    )
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'
    for subject, pairs in _flat(statements):
        yield f"  <rdf:Description rdf:about={quoteattr(subject[1:-1])}>\n"
        for predicate, term in pairs:
            space = namespace(predicate[1:-1])
            local = predicate[1 + len(space) : -1]
            if space not in spaces or not _XML_NAME.fullmatch(local):
                raise ValueError(f"RDF/XML cannot write the property {predicate}: it is in none of our namespaces")
            name = f"{spaces[space]}:{local}"
            kind, value, language, datatype = terms.parts(term)
            if kind == "iri":
                yield f"    <{name} rdf:resource={quoteattr(value)}/>\n"
                continue
            mark = f" xml:lang={quoteattr(language)}" if language else ""
            mark += f" rdf:datatype={quoteattr(datatype)}" if datatype else ""
            inner = escape(_NOT_XML.sub("\ufffd", value), {"\r": "&#13;"})
            yield f"    <{name}{mark}>{inner}</{name}>\n"
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


WRITERS: dict[str, Callable[[Statements], Iterator[str]]] = {
    "ttl": _turtle,
    "trig": _trig,
    "nt": _ntriples,
    "nq": _nquads,
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
}


def write_rdf(knowledge: Knowledge, format: str, path: str | os.PathLike[str]) -> None:
    """Writes ``knowledge`` to ``path``; ``format`` is one of ``WRITERS``. Raises ``ValueError`` for another one."""
    if format not in WRITERS:
        raise ValueError(f"there is no RDF format '{format}'; the formats are {', '.join(WRITERS)}")
    target = Path(path)
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with open(beside, "w", encoding="utf-8", newline="\n", buffering=1 << 20) as out:
            out.writelines(WRITERS[format](Statements(knowledge)))
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def write_turtle(knowledge: Knowledge, path: str | os.PathLike[str]) -> None:
    """The flat graph as Turtle."""
    write_rdf(knowledge, "ttl", path)


def write_trig(knowledge: Knowledge, path: str | os.PathLike[str]) -> None:
    """The flat graph and the graph of each article as TriG."""
    write_rdf(knowledge, "trig", path)


def write_ntriples(knowledge: Knowledge, path: str | os.PathLike[str]) -> None:
    """The flat graph as N-Triples."""
    write_rdf(knowledge, "nt", path)


def write_nquads(knowledge: Knowledge, path: str | os.PathLike[str]) -> None:
    """The flat graph and the graph of each article as N-Quads."""
    write_rdf(knowledge, "nq", path)


def write_jsonld(knowledge: Knowledge, path: str | os.PathLike[str]) -> None:
    """The flat graph as JSON-LD."""
    write_rdf(knowledge, "jsonld", path)


def write_rdfxml(knowledge: Knowledge, path: str | os.PathLike[str]) -> None:
    """The flat graph as RDF/XML."""
    write_rdf(knowledge, "rdfxml", path)
