"""The namespaces of the graph, and the names that the schema's kinds bear in it."""

from __future__ import annotations

from functools import lru_cache

from kg.schema import schema

# The terms (classes and properties) have one IRI base, whatever the base of the things: so a query written for one
# graph works on every graph. ``Knowledge.base`` (the option --base) is the base of the things, articles and events.
KG = "https://w3id.org/arabic-news-kg/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

PREFIXES: dict[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "kg": KG,
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": OWL,
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "xsd": XSD,
}


def expand(name: str) -> str:
    """``schema:Person`` -> its IRI. Raises ``KeyError`` for a prefix that is not ours."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def subtype_class(subtype: str) -> str:
    """The class of a subtype: its own name, but where an event group has that name the ``class`` of schema.yaml."""
    return str(schema()["subtypes"].get(subtype, {}).get("class", subtype))


@lru_cache(maxsize=256)
def thing_classes(kind: str, subtype: str | None) -> tuple[str, ...]:
    """The classes of a thing, the narrowest first: ``("Country", "Place", "Thing")``."""
    narrow = (subtype_class(subtype),) if subtype else ()
    return (*narrow, kind, "Thing")


@lru_cache(maxsize=256)
def event_classes(leaf: str) -> tuple[str, ...]:
    """The classes of an event, the narrowest first: ``("Meet", "Contact", "Event")``."""
    group = next((name for name, entry in schema()["event_groups"].items() if leaf in entry["leaves"]), None)
    return (leaf, "Event") if group in (None, leaf) else (leaf, str(group), "Event")


def local_iri(term: str) -> str:
    """``<https://…#Meet>``: a term of ours in N-Triples."""
    return f"<{KG}{term}>"
