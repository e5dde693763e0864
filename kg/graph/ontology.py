"""The ontology, made from ``kg/schema.yaml`` (kinds), ``notes.yaml`` (what they mean) and ``terms.yaml`` (evidence).

python -m kg.graph        writes kg/graph/ontology.ttl and docs/ontology.md again
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kg.graph import terms
from kg.graph.namespaces import EDTF, KG, OWL, RDF, RDFS, expand, local_iri, subtype_class
from kg.graph.turtle import Block, turtle
from kg.lang import parse_yaml
from kg.schema import schema

_TYPE, _SUBCLASS, _SUBPROPERTY = f"<{RDF}type>", f"<{RDFS}subClassOf>", f"<{RDFS}subPropertyOf>"
_LABEL, _COMMENT, _DEFINED = f"<{RDFS}label>", f"<{RDFS}comment>", f"<{RDFS}isDefinedBy>"
_EXAMPLE, _CLOSE = terms.iri(expand("skos:example")), terms.iri(expand("skos:closeMatch"))
_DOMAIN, _RANGE = terms.iri(expand("schema:domainIncludes")), terms.iri(expand("schema:rangeIncludes"))
_CLASS, _OBJECT_PROPERTY = f"<{OWL}Class>", f"<{OWL}ObjectProperty>"
_SYMMETRIC, _DATATYPE_PROPERTY = f"<{OWL}SymmetricProperty>", f"<{OWL}DatatypeProperty>"
_ONTOLOGY = f"<{KG.rstrip('#')}>"


@lru_cache(maxsize=2)
def _data(name: str) -> dict[str, Any]:
    data: dict[str, Any] = parse_yaml(files("kg.graph").joinpath(name).read_text("utf-8"), f"kg/graph/{name}")
    return data


def graph_terms() -> dict[str, Any]:
    """``terms.yaml``: the classes and properties that carry evidence, time and source."""
    return _data("terms.yaml")


def notes(section: str) -> dict[str, dict[str, str]]:
    """What the kinds of a section of schema.yaml mean: ``{"Meet": {"en": …, "ar": …, "example": …}}``."""
    found: dict[str, dict[str, str]] = _data("notes.yaml").get(section, {})
    return found


def _term(name: str, entry: Mapping[str, Any], note: Mapping[str, str], rest: Iterable[tuple[str, str]]) -> Block:
    """One term: labels, comments and example first, then ``rest``."""
    pairs = [(_LABEL, terms.text(str(entry["ar"]), "ar")), (_LABEL, terms.text(str(entry["en"]), "en"))]
    pairs += [(_COMMENT, terms.text(note[language], language)) for language in ("ar", "en") if language in note]
    if "example" in note:
        pairs.append((_EXAMPLE, terms.text(str(note["example"]), "ar")))
    return local_iri(name), [*rest, *pairs, (_DEFINED, _ONTOLOGY)]


def _public(predicate: str, names: Iterable[str]) -> list[tuple[str, str]]:
    return [(predicate, terms.iri(expand(name))) for name in names]


def _classes() -> Iterator[Block]:
    data = schema()
    for name, entry in graph_terms()["classes"].items():
        rest = [(_TYPE, _CLASS), *_public(_SUBCLASS, entry["sub"]), *_public(_CLOSE, entry["near"])]
        yield _term(name, entry, entry["comment"], rest)
    for name, entry in data["entity_types"].items():
        parents = [(_SUBCLASS, local_iri("Thing")), *_public(_SUBCLASS, entry["public"])]
        yield _term(name, entry, notes("entity_types")[name], [(_TYPE, _CLASS), *parents])
        for subtype in entry["subtypes"]:
            rest = [(_TYPE, _CLASS), (_SUBCLASS, local_iri(name))]
            yield _term(subtype_class(subtype), data["subtypes"][subtype], {}, rest)
    for group, entry in data["event_groups"].items():
        if group not in entry["leaves"]:
            rest = [(_TYPE, _CLASS), (_SUBCLASS, local_iri("Event"))]
            yield _term(group, entry, notes("event_groups")[group], rest)
        for leaf in entry["leaves"]:
            kind = data["events"][leaf]
            parent = "Event" if leaf == group else group
            codes = [("cameoCode", kind.get("cameo")), ("ploverType", kind.get("plover"))]
            rest = [(_TYPE, _CLASS), (_SUBCLASS, local_iri(parent)), *_public(_CLOSE, kind.get("public", ()))]
            rest += [(local_iri(code), terms.text(str(value))) for code, value in codes if value]
            yield _term(leaf, kind, notes("events").get(leaf) or notes("event_groups")[group], rest)


def _properties() -> Iterator[Block]:
    data = schema()
    for name, entry in graph_terms()["properties"].items():
        span = entry["range"]
        if span == "edtf":
            kind, value = _DATATYPE_PROPERTY, terms.iri(EDTF)
        elif ":" in span:
            kind, value = _OBJECT_PROPERTY if span.startswith("rdfs:") else _DATATYPE_PROPERTY, terms.iri(expand(span))
        else:
            kind, value = _OBJECT_PROPERTY, local_iri(span)
        rest = [(_TYPE, kind)]
        rest += [*_public(_SUBPROPERTY, entry["sub"]), *_public(_CLOSE, entry["near"])]
        rest += [(_DOMAIN, local_iri(domain)) for domain in entry["domain"]] + [(_RANGE, value)]
        yield _term(name, entry, entry["comment"], rest)
    for name, entry in data["relations"].items():
        rest = [(_TYPE, _OBJECT_PROPERTY)] + ([(_TYPE, _SYMMETRIC)] if entry.get("symmetric") else [])
        rest += _public(_CLOSE, entry["public"])
        rest += [(_DOMAIN, local_iri(domain)) for domain in entry["domain"]]
        rest += [(_RANGE, local_iri(span)) for span in entry["range"]]
        yield _term(name, entry, notes("relations")[name], rest)
    for name, entry in data["roles"].items():
        rest = [(_TYPE, _OBJECT_PROPERTY), (_SUBPROPERTY, local_iri("role")), *_public(_SUBPROPERTY, entry["public"])]
        rest += [(_DOMAIN, local_iri(leaf)) for leaf, kind in sorted(data["events"].items()) if name in kind["roles"]]
        yield _term(name, entry, {}, [*rest, (_RANGE, local_iri("Thing"))])


def _statuses() -> Iterator[Block]:
    scheme = local_iri("statuses")
    in_scheme = terms.iri(expand("skos:inScheme"))
    yield _term("statuses", _data("notes.yaml")["scheme"], {}, [(_TYPE, terms.iri(expand("skos:ConceptScheme")))])
    for name, entry in schema()["statuses"].items():
        yield _term(name, entry, notes("statuses")[name], [(_TYPE, local_iri("Status")), (in_scheme, scheme)])


def blocks() -> list[Block]:
    """Every term of the ontology: the ontology itself, classes, properties, statuses."""
    about = _data("notes.yaml")["ontology"]
    labels = [(_LABEL, terms.text(about[language], language)) for language in ("ar", "en")]
    labels += [(_COMMENT, terms.text(about["comment"][language], language)) for language in ("ar", "en")]
    head = (_ONTOLOGY, [(_TYPE, f"<{OWL}Ontology>"), *labels])
    return [head, *_classes(), *_properties(), *_statuses()]


def ontology_turtle() -> str:
    """The text of ``ontology.ttl``."""
    return "".join(turtle(blocks(), {}))


def markdown() -> str:
    """The text of ``docs/ontology.md``."""
    data = schema()
    lines = [
        "# Ontology",
        "",
        "Made by `python -m kg.graph` from `kg/schema.yaml`, `kg/graph/notes.yaml` and `kg/graph/terms.yaml`.",
        f"`kg:` is `{KG}`. The machine-readable form, with subclass links and matches to public vocabularies, is",
        "`kg/graph/ontology.ttl`. The base of the terms never changes; the base of things and articles is an option of",
        "`kg build` and `kg resolve`, so one query serves every graph.",
        "",
        "## How the graph is read",
        "",
        "- A thing or event bears all its classes, the narrowest also as `kg:kind`: `?e a kg:Meet`, `?e a kg:Contact`, `?e a kg:Event`.",
        "- Common questions are short: `?e a kg:Meet ; kg:participant ?p ; kg:date ?d ; kg:status kg:actual`.",
        "- `kg:status` is there only where an article tells the event in its own voice. What is only said has `kg:claimedStatus` and `kg:saidIn` the statement.",
        "- The plain triple of a relation (`?p kg:memberOf ?o`) is there only where it is asserted and not former. Every relation, said or asserted, is a `kg:Fact` (`rdf:subject`, `rdf:predicate`, `rdf:object`).",
        "- Every event and fact has `kg:evidence`: a `kg:Telling` with article, start, end, quotation, sentence, rule, confidence.",
        "- In `graph.trig` the default graph is the whole of `graph.ttl`; the graph named by an article has what that article says, in the same terms, and the mentions; the graph `…graph/concluded` has why mentions were joined and which identities were proposed.",
        "",
        "## Classes",
        "",
        "| class | Arabic | in | what | example |",
        "| --- | --- | --- | --- | --- |",
    ]

    def row(name: str, entry: Mapping[str, Any], parent: str, note: Mapping[str, str]) -> str:
        example = f"«{note['example']}»" if "example" in note else ""
        return f"| `kg:{name}` | {entry['ar']} | {parent} | {note.get('en', entry['en'])} | {example} |"

    lines += [row(name, entry, "", entry["comment"]) for name, entry in graph_terms()["classes"].items()]
    for name, entry in data["entity_types"].items():
        lines.append(row(name, entry, "`kg:Thing`", notes("entity_types")[name]))
        lines += [row(subtype_class(sub), data["subtypes"][sub], f"`kg:{name}`", {}) for sub in entry["subtypes"]]
    for group, entry in data["event_groups"].items():
        lines.append(row(group, entry, "`kg:Event`", notes("event_groups")[group]))
        lines += [
            row(leaf, data["events"][leaf], f"`kg:{group}`", notes("events")[leaf])
            for leaf in entry["leaves"]
            if leaf != group
        ]
    lines += [
        "",
        "## Relations",
        "",
        "| property | Arabic | from | to | what | example |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, entry in data["relations"].items():
        note = notes("relations")[name]
        sides = f"{', '.join(entry['domain'])} | {', '.join(entry['range'])}"
        lines.append(f"| `kg:{name}` | {entry['ar']} | {sides} | {note['en']} | «{note['example']}» |")
    lines += ["", "## Parts in an event (each a `kg:role`)", "", "| property | Arabic | of |", "| --- | --- | --- |"]
    for name, entry in data["roles"].items():
        leaves = [leaf for leaf, kind in data["events"].items() if name in kind["roles"]]
        lines.append(f"| `kg:{name}` | {entry['ar']} | {', '.join(leaves)} |")
    lines += ["", "## Status", "", "| value | Arabic | what | example |", "| --- | --- | --- | --- |"]
    for name, entry in data["statuses"].items():
        note = notes("statuses")[name]
        lines.append(f"| `kg:{name}` | {entry['ar']} | {note['en']} | «{note['example']}» |")
    lines += [
        "",
        "## Other properties",
        "",
        "| property | Arabic | of | value | what | public terms |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, entry in graph_terms()["properties"].items():
        public = ", ".join([*entry["sub"], *entry["near"]])
        lines.append(
            f"| `kg:{name}` | {entry['ar']} | {', '.join(entry['domain'])} | {entry['range']} | {entry['comment']['en']} | {public} |"
        )
    return "\n".join(lines) + "\n"
