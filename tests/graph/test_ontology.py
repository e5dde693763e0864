from __future__ import annotations

from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS

import kg.graph
from kg.graph.namespaces import KG, event_classes, thing_classes
from kg.graph.ontology import markdown, ontology_turtle
from kg.graph.statements import P
from kg.resolve.iris import DEFAULT_BASE
from kg.schema import schema

HERE = Path(kg.graph.__file__).parent


def test_the_files_are_up_to_date() -> None:
    assert HERE.joinpath("ontology.ttl").read_text("utf-8") == ontology_turtle(), "run: python -m kg.graph"
    docs = HERE.parent.parent / "docs" / "ontology.md"
    assert docs.read_text("utf-8") == markdown(), "run: python -m kg.graph"


def test_every_term_has_labels_in_both_languages_and_every_kind_is_declared() -> None:
    graph = rdflib.Graph().parse(data=ontology_turtle(), format="turtle")
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    declared = {node for kind in kinds for node in graph.subjects(RDF.type, kind)}
    for node in declared:
        assert {label.language for label in graph.objects(node, RDFS.label)} == {"ar", "en"}, node  # type: ignore[attr-defined]
    ours = {str(node).removeprefix(KG) for node in declared}
    data = schema()
    for leaf in data["events"]:
        assert set(event_classes(leaf)) <= ours
    for kind, entry in data["entity_types"].items():
        for subtype in (None, *entry["subtypes"]):
            assert set(thing_classes(kind, subtype)) <= ours
    assert set(data["relations"]) | set(data["roles"]) | set(P) <= ours
    assert not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple)


def test_no_name_is_both_a_class_and_something_else() -> None:
    graph = rdflib.Graph().parse(data=ontology_turtle(), format="turtle")
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        assert not set(graph.subjects(RDF.type, OWL.Class)) & set(graph.subjects(RDF.type, kind))
    parents = {str(parent).removeprefix(KG) for parent in graph.objects(rdflib.URIRef(KG + "Sport"), RDFS.subClassOf)}
    assert parents == {"Event"}, "a kind of organization has taken the name of an event group"


def test_terms_and_things_share_one_default_base() -> None:
    assert KG.startswith(DEFAULT_BASE)
