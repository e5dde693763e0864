"""Parameters of a query, bound as terms: a value can never become SPARQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kg.graph.edtf import bounds
from kg.graph.namespaces import KG, XSD
from kg.query.library import Parameter, Query
from kg.schema import schema
from kg.text.normalize import fold

# From a name and a class to the IRIs of the things that bear it.
Lookup = Callable[[str, str], list[str]]


class ParameterError(ValueError):
    """A parameter is missing, unknown or of the wrong form; the message says which."""


def bind(query: Query, given: Mapping[str, str], lookup: Lookup) -> str:
    """The text of ``query`` with its parameters put in; the lines keep their numbers. Raises ``ParameterError``."""
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in given:
        if name not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise ParameterError(f"the query {query.name} has no parameter '{name}'; {has}")
    text = query.text
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            raise ParameterError(
                f"the query {query.name} needs {parameter.name} ({parameter.about}): add --set {parameter.name}=…"
            )
        clause = "" if value == "any" else f"VALUES ?{parameter.name} {{ {_terms(parameter, value, lookup)} }}"
        text = _replace(text, parameter.name, clause, query.name)
    return text


def _replace(text: str, name: str, clause: str, query: str) -> str:
    place = re.compile(rf"VALUES\s+\?{re.escape(name)}\s*\{{[^}}]*\}}", re.IGNORECASE)
    changed, count = place.subn(lambda _: clause, text)
    if not count:
        raise ParameterError(f"the query {query} declares {name} but has no VALUES ?{name} {{ … }}")
    return changed


def _terms(parameter: Parameter, value: str, lookup: Lookup) -> str:
    """The value as N-Triples terms."""
    from pyoxigraph import Literal, NamedNode

    name = parameter.name
    if parameter.type in ("entity", "event"):
        found = lookup(value, parameter.of or ("Event" if parameter.type == "event" else "Thing"))
        if not found:
            what = parameter.of or ("event" if parameter.type == "event" else "thing")
            raise ParameterError(f"{name}: no {what} of this graph is called '{value}'")
        try:
            return " ".join(str(NamedNode(iri)) for iri in found)
        except ValueError as error:
            raise ParameterError(f"{name}: '{value}' is no IRI: {error}") from error
    if parameter.type == "date":
        first, last = bounds(value.strip())
        day = last if name in ("until", "to") else first
        if day is None:
            raise ParameterError(f"{name}: '{value}' is no date; write 2024-03-26, 2024-03 or 2024")
        return str(Literal(day, datatype=NamedNode(f"{XSD}date")))
    if parameter.type == "integer":
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", value.strip()):
            raise ParameterError(f"{name}: '{value}' is no whole number")
        return str(Literal(str(int(value)), datatype=NamedNode(f"{XSD}integer")))
    if parameter.type == "status":
        return str(NamedNode(KG + _one_of(name, value, list(schema()["statuses"]))))
    if parameter.type == "kind":
        kinds = [*schema()["events"], *schema()["event_groups"], *schema()["entity_types"], "Event", "Thing"]
        return str(NamedNode(KG + _one_of(name, value, kinds)))
    return str(Literal(" ".join(fold(value).split())))


def _one_of(name: str, value: str, every: list[str]) -> str:
    for one in every:
        if one.lower() == value.strip().removeprefix("kg:").lower():
            return one
    raise ParameterError(f"{name}: there is no '{value}'; it is one of {', '.join(dict.fromkeys(every))}")
