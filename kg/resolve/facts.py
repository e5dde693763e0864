"""Relations of many articles -> facts between things, each with all its tellings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.knowledge import Fact, FactTelling
from kg.record import Record, Relation
from kg.resolve.iris import fact_iri
from kg.resolve.names import words
from kg.resolve.quotes import Quoter
from kg.schema import is_symmetric


def facts(
    records: Sequence[Record],
    quoters: Sequence[Quoter],
    thing_of: Mapping[tuple[str, str], str],
    event_of: Mapping[tuple[str, str], str],
    copy_of: Mapping[str, str],
    base: str,
) -> list[Fact]:
    """Every relation whose two ends are things, sorted by IRI. A thing is in no relation with itself."""
    told: dict[tuple[str, str, str, str, bool], list[tuple[Record, Relation, FactTelling]]] = defaultdict(list)
    for record, quoter in zip(records, quoters, strict=True):
        doc = record.doc.id
        for r in record.relations:
            subject, object_ = thing_of.get((doc, r.subject)), thing_of.get((doc, r.object))
            if not subject or not object_ or subject == object_:
                continue
            if is_symmetric(r.type) and object_ < subject and not r.title:
                subject, object_ = object_, subject
            said_in = event_of.get((doc, r.said_in)) if r.said_in else None
            telling = FactTelling(quoter.quote(r.start, r.end), r.confidence, r.rule, said_in)
            key = (r.type, subject, object_, " ".join(words(r.title or "")), r.former)
            told[key].append((record, r, telling))
    return sorted((_fact(base, key, rows, copy_of) for key, rows in told.items()), key=lambda f: f.uri)


def _fact(
    base: str,
    key: tuple[str, str, str, str, bool],
    rows: list[tuple[Record, Relation, FactTelling]],
    copy_of: Mapping[str, str],
) -> Fact:
    type_, subject, object_, title, former = key
    titles = Counter(r.title for _, r, _ in rows if r.title)
    return Fact(
        uri=fact_iri(base, type_, subject, object_, title, former),
        type=type_,
        subject=subject,
        object=object_,
        title=min(titles, key=lambda t: (-titles[t], t)) if titles else None,
        former=former,
        asserted=any(t.said_in is None for _, _, t in rows),
        tellings=tuple(sorted((t for _, _, t in rows), key=lambda t: (t.quote, t.rule))),
        sources=len({copy_of.get(record.doc.id, record.doc.id) for record, _, _ in rows}),
        confidence=round(max(t.confidence for _, _, t in rows), 3),
    )
