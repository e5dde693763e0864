"""The whole of resolution on one screen: what single articles say -> what they tell together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from kg.knowledge import Article, Fact, Knowledge, Thing
from kg.record import Record
from kg.resolve.copies import copies
from kg.resolve.entities import group, nodes_of
from kg.resolve.event_match import match
from kg.resolve.facts import facts
from kg.resolve.happenings import event_iris, happenings, inferred_dates
from kg.resolve.iris import DEFAULT_BASE, article_iri, romanize
from kg.resolve.likeness import Likeness
from kg.resolve.local import locals_of
from kg.resolve.quotes import Quoter
from kg.resolve.short_forms import lengthen
from kg.resolve.tellings import tellings
from kg.resolve.things import things, uri_of

if TYPE_CHECKING:
    from kg.resolve.corrections import Corrections


def resolve(records: Iterable[Record], corrections: Corrections | None = None, base: str = DEFAULT_BASE) -> Knowledge:
    """Knowledge from records. The order of ``records`` does not matter; their ids must differ (``ValueError``)."""
    ordered = sorted(records, key=lambda r: r.doc.id)
    for before, after in zip(ordered, ordered[1:], strict=False):
        if before.doc.id == after.doc.id:
            raise ValueError(f"two records of the article '{after.doc.id}': ids must differ")
    quoters = [Quoter(record) for record in ordered]
    copy_of = copies(ordered)

    number = {record.doc.id: i for i, record in enumerate(ordered)}
    original = [number[copy_of.get(record.doc.id, record.doc.id)] for record in ordered]
    locals_ = [one for i, record in enumerate(ordered) for one in locals_of(i, record)]
    lengthen(locals_)
    grouping = group(nodes_of(locals_, original))
    found_things = things(grouping.groups, ordered, quoters, base)
    thing_of = uri_of(found_things)

    sentences = _sentences(ordered, quoters)
    told = tellings(ordered, thing_of, sentences)
    countries = _countries(ordered, thing_of, found_things)
    event_groups, _ = match(told, countries, Likeness(ordered, thing_of).between)
    iris = event_iris(event_groups, told, ordered, base)
    event_of = {(ordered[t.doc].doc.id, t.event.id): iris[event_groups.find(t.index)][0] for t in told}
    names = {t.uri: (t.name, t.name_en or romanize(t.name)) for t in found_things}
    found_events = happenings(event_groups, told, ordered, quoters, iris, event_of, copy_of, names)
    found_facts = facts(ordered, quoters, thing_of, event_of, copy_of, base)
    inferred = inferred_dates(found_events, ordered)
    return Knowledge(
        base=base,
        articles=tuple(
            Article(article_iri(base, r.doc.id), r.doc, inferred.get(r.doc.id), copy_of.get(r.doc.id)) for r in ordered
        ),
        things=tuple(found_things),
        facts=tuple(found_facts),
        events=tuple(found_events),
    )


def _sentences(records: Sequence[Record], quoters: Sequence[Quoter]) -> dict[tuple[int, str], str]:
    """(record, event id) -> the folded sentence that tells it."""
    from kg.text.normalize import fold

    out = {}
    for i, record in enumerate(records):
        for event in record.events:
            q = quoters[i].quote(event.trigger.start, event.trigger.end)
            out[i, event.id] = " ".join(fold(record.doc.text[q.sentence_start : q.sentence_end]).split())
    return out


def _countries(
    records: Sequence[Record], thing_of: Mapping[tuple[str, str], str], found: Sequence[Thing]
) -> dict[str, str]:
    """Thing -> the country it acts for, where the articles tell one (by office, seat or part); a country is its own."""
    countries = {t.uri for t in found if t.subtype == "Country"}
    told: dict[str, dict[str, int]] = {}
    for record in records:
        for r in record.relations:
            if r.type in ("position", "partOf", "locatedIn", "nationality") and not r.former:
                subject = thing_of.get((record.doc.id, r.subject))
                object_ = thing_of.get((record.doc.id, r.object))
                if subject and object_ and subject not in countries:
                    votes = told.setdefault(subject, {})
                    votes[object_] = votes.get(object_, 0) + 1
    best = {s: min(v, key=lambda o: (o not in countries, -v[o], o)) for s, v in told.items()}
    out = {c: c for c in countries}
    for subject in sorted(best):
        place, seen = subject, {subject}
        while place not in countries and place in best and best[place] not in seen:
            place = best[place]
            seen.add(place)
        if place in countries:
            out[subject] = place
    return out


def annotate(records: Iterable[Record], knowledge: Knowledge) -> Iterator[Record]:
    """The same records, in the same order, with ``uri`` on the entities and events that ``knowledge`` has."""
    thing_of = uri_of(knowledge.things)
    event_of = {(t.doc, t.event): h.uri for h in knowledge.events for t in h.tellings}
    for record in records:
        doc = record.doc.id
        yield msgspec.structs.replace(
            record,
            entities=tuple(msgspec.structs.replace(e, uri=thing_of.get((doc, e.id))) for e in record.entities),
            events=tuple(msgspec.structs.replace(v, uri=event_of.get((doc, v.id))) for v in record.events),
        )


__all__ = ["Fact", "annotate", "resolve"]
