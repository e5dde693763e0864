"""The shortest path between two things, through events that both sides take part in and through relations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.graph.namespaces import KG, RDF, RDFS
from kg.query.run import Source, Table

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Store

_COLUMNS = ("step", "from", "fromLabel", "tie", "tieLabel", "thing", "thingLabel", "quote", "article", "articleLabel")


def shortest(source: Source, ends: str) -> Table:
    """One row a step. ``ends`` is SPARQL that gives ?from and ?to, several of each where a name is not unique; the
    nearest pair counts. No rows where nothing ties them."""
    from pyoxigraph import NamedNode

    found = source.run(ends)
    assert isinstance(found, Table)
    starts = {row[0] for row in found.rows if isinstance(row[0], NamedNode)}
    goals = {row[1] for row in found.rows if isinstance(row[1], NamedNode)} - starts
    came: dict[NamedNode, tuple[NamedNode, NamedNode] | None] = dict.fromkeys(sorted(starts, key=str))
    border = list(came)
    while border and goals:
        after: list[NamedNode] = []
        for thing in border:
            for tie, other in sorted(_ties(source.store, thing), key=str):
                if other not in came:
                    came[other] = (thing, tie)
                    after.append(other)
        reached = sorted(goals.intersection(after), key=str)
        if reached:
            return Table(_COLUMNS, list(_rows(source.store, came, reached[0])))
        border = after
    return Table(_COLUMNS, [])


def _ties(store: Store, thing: NamedNode) -> Iterator[tuple[NamedNode, NamedNode]]:
    """(event or relation, other thing) of everything that ``thing`` takes part in."""
    from pyoxigraph import DefaultGraph, NamedNode

    default = DefaultGraph()
    ends = (NamedNode(RDF + "subject"), NamedNode(RDF + "object"))
    for predicates in ((NamedNode(KG + "role"),), ends):
        for predicate in predicates:
            for quad in store.quads_for_pattern(None, predicate, thing, default):
                for other in predicates:
                    for far in store.quads_for_pattern(quad.subject, other, None, default):
                        if far.object != thing:
                            yield quad.subject, far.object  # type: ignore[misc]


def _rows(
    store: Store, came: dict[NamedNode, tuple[NamedNode, NamedNode] | None], end: NamedNode
) -> Iterator[tuple[NamedNode | Literal | None, ...]]:
    from pyoxigraph import Literal

    steps = []
    while (step := came[end]) is not None:
        steps.append((*step, end))
        end = step[0]
    for number, (start, tie, thing) in enumerate(reversed(steps), 1):
        telling = _value(store, tie, KG + "evidence")
        article = _value(store, telling, KG + "article")
        yield (
            Literal(number), start, _value(store, start, KG + "name"), tie, _label(store, tie), thing,
            _value(store, thing, KG + "name"), _value(store, telling, KG + "quote"),
            article, _value(store, article, KG + "name"),
        )  # fmt: skip


def _value(store: Store, subject: NamedNode | None, predicate: str) -> NamedNode | None:
    """The first value in the order of their text."""
    from pyoxigraph import DefaultGraph, NamedNode

    if subject is None:
        return None
    quads = store.quads_for_pattern(subject, NamedNode(predicate), None, DefaultGraph())
    return min((quad.object for quad in quads), key=str, default=None)  # type: ignore[return-value]


def _label(store: Store, tie: NamedNode) -> NamedNode | Literal | None:
    """The name of an event; of a relation its title, or the Arabic label of its kind."""
    from pyoxigraph import DefaultGraph, Literal, NamedNode

    named = _value(store, tie, KG + "name") or _value(store, tie, KG + "title")
    if named:
        return named
    labels = store.quads_for_pattern(
        _value(store, tie, RDF + "predicate"), NamedNode(RDFS + "label"), None, DefaultGraph()
    )
    arabic = (quad.object for quad in labels if isinstance(quad.object, Literal) and quad.object.language == "ar")
    return next(arabic, None)
