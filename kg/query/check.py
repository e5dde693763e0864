"""What must hold of every graph: SHACL shapes, SPARQL invariants, quotations against the articles, dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.graph.edtf import is_edtf
from kg.graph.namespaces import PREFIXES
from kg.query.library import library
from kg.query.run import Source, Table
from kg.record import read_jsonl

if TYPE_CHECKING:
    from rdflib import Graph

# SHACL is run on all nodes of a class up to this many; of a larger class on so many, evenly spread.
SHACL_NODES = 4000
_CLASSES = ("Thing", "Event", "Fact", "Telling", "Article")


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What does not hold: the check, the node, the problem in words."""

    check: str
    node: str
    problem: str


def invariants(source: Source) -> Iterator[Violation]:
    """The queries of the theme ``checks``: each row is a violation."""
    for query in library().values():
        if query.theme == "checks":
            answer = source.ask(query)
            assert isinstance(answer, Table)
            for node, problem in answer.plain():
                yield Violation(query.name, node or "", problem or query.title_en)


def quotations(source: Source, records: Path) -> Iterator[Violation]:
    """Every quotation, sentence and content of the graph against the text of its article in ``records`` (JSONL)."""
    texts = {record.doc.id: record.doc.text for record in read_jsonl(str(records))}
    answer = source.run(
        "SELECT ?doc ?node ?start ?end ?quote ?sentence ?content WHERE {"
        " { ?node a kg:Telling } UNION { GRAPH ?g { ?node a kg:Mention } }"
        " { ?node kg:article ?a ; kg:start ?start ; kg:end ?end ; kg:quote ?quote } UNION"
        " { GRAPH ?h { ?node kg:article ?a ; kg:start ?start ; kg:end ?end ; kg:quote ?quote } }"
        " ?a kg:docId ?doc OPTIONAL { ?node kg:sentence ?sentence } OPTIONAL { ?node kg:content ?content } }"
    )
    assert isinstance(answer, Table)
    for doc, node, start, end, quote, *around in answer.plain():
        text = texts.get(doc or "")
        if text is None:
            yield Violation("quotations", node or "", f"there is no record of the article '{doc}'")
        elif text[int(start or 0) : int(end or 0)] != quote:
            found = text[int(start or 0) : int(end or 0)]
            yield Violation(
                "quotations", node or "", f"'{quote}' is not what stands at {start}-{end} of '{doc}': '{found}'"
            )
        else:
            for words in around:
                if words is not None and words not in text:
                    yield Violation("quotations", node or "", f"'{words}' does not stand in '{doc}'")


def dates(source: Source) -> Iterator[Violation]:
    """Every EDTF value is well formed."""
    answer = source.run("SELECT DISTINCT ?node ?date WHERE { ?node kg:date|kg:toldDate ?date }")
    assert isinstance(answer, Table)
    for node, value in answer.plain():
        if not is_edtf(value or ""):
            yield Violation("dates", node or "", f"'{value}' is no EDTF date")


def shacl(source: Source) -> tuple[list[Violation], bool]:
    """(violations of ``shapes.ttl``, whether all nodes were looked at)."""
    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import SH

    data, focus, complete = _sample(source)
    if not focus:
        return [], True
    shapes = Graph().parse(data=files("kg.query").joinpath("shapes.ttl").read_text("utf-8"), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", focus_nodes=focus)
    found = set()
    for result in report.subjects(SH.resultSeverity):
        node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        message = str(report.value(result, SH.resultMessage))
        found.add(Violation("shapes", str(node), f"{message}{f' (found {value})' if value is not None else ''}"))
    return sorted(found), complete


def _sample(source: Source) -> tuple[Graph, list[Any], bool]:
    """(triples, focus nodes, complete): the nodes that SHACL looks at with all their triples, and the types of what
    they point at."""
    from pyoxigraph import NamedNode
    from rdflib import Graph

    rdf_type, kg = NamedNode(PREFIXES["rdf"] + "type"), PREFIXES["kg"]
    graph, focus, pointed, complete = Graph(), [], set(), True
    for name in _CLASSES:
        quads = source.store.quads_for_pattern(None, rdf_type, NamedNode(kg + name), _default())
        nodes = sorted((quad.subject for quad in quads), key=str)
        step = max(-(-len(nodes) // SHACL_NODES), 1)
        complete = complete and step == 1
        for node in nodes[::step]:
            focus.append(_rdflib(node))
            for quad in source.store.quads_for_pattern(node, None, None, _default()):
                graph.add((_rdflib(node), _rdflib(quad.predicate), _rdflib(quad.object)))
                if isinstance(quad.object, NamedNode):
                    pointed.add(quad.object)
    for node in pointed:
        for quad in source.store.quads_for_pattern(node, rdf_type, None, _default()):
            graph.add((_rdflib(node), _rdflib(rdf_type), _rdflib(quad.object)))
    return graph, focus, complete


def _default() -> Any:
    from pyoxigraph import DefaultGraph

    return DefaultGraph()


def _rdflib(term: Any) -> Any:
    from pyoxigraph import NamedNode
    from rdflib.term import Literal, URIRef

    if isinstance(term, NamedNode):
        return URIRef(term.value)
    return Literal(term.value, lang=term.language, datatype=None if term.language else URIRef(term.datatype.value))
