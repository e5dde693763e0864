"""A part of the knowledge: around a name, within a period, of some types. Pure functions, Knowledge -> Knowledge."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from kg.export.network import pairs
from kg.export.period import days_of
from kg.knowledge import Happening, Knowledge, Thing
from kg.resolve.spelling import is_variant
from kg.text.normalize import fold


def find(knowledge: Knowledge, name: str) -> list[Thing]:
    """The things of that name in any spelling, or whose IRI it is; the most mentioned first. Where no name is the
    same, those that have it as whole words; where there is none either, those that spell the same foreign sounds otherwise."""
    wanted = fold(name).strip()
    same = [thing for thing in knowledge.things if wanted in _forms(thing) or name in (thing.uri, *thing.former_uris)]
    if not same and wanted:
        same = [thing for thing in knowledge.things if any(f" {wanted} " in f" {form} " for form in _forms(thing))]
    if not same and wanted:
        same = [thing for thing in knowledge.things if any(_sounds_like(wanted, form) for form in _forms(thing))]
    return sorted(same, key=lambda thing: (-len(thing.mentions), thing.uri))


def around(knowledge: Knowledge, uris: Iterable[str], hops: int = 1) -> Knowledge:
    """What lies within ``hops`` ties of the things ``uris``, with the events that tie them."""
    near: dict[str, set[str]] = {}
    for event in knowledge.events:
        for left, right in pairs(event):
            near.setdefault(left, set()).add(right)
            near.setdefault(right, set()).add(left)
    for fact in knowledge.facts:
        near.setdefault(fact.subject, set()).add(fact.object)
        near.setdefault(fact.object, set()).add(fact.subject)
    start = set(uris)
    reached, edge = set(start), set(start)
    for _ in range(hops):
        edge = {other for uri in edge for other in near.get(uri, ())} - reached
        reached |= edge
    # An event belongs where it ties two that were reached, or tells of a thing asked for.
    events = {
        event.uri
        for event in knowledge.events
        if len(parties := {filler.thing for filler in event.roles} & reached) > 1 or parties & start
    }
    return part(knowledge, reached, events)


def within(knowledge: Knowledge, since: str | None = None, until: str | None = None) -> Knowledge:
    """The events dated from ``since`` to ``until`` (ISO days, inclusive; None is open), and the things in them."""
    if since is None and until is None:
        return knowledge
    events = {
        event.uri
        for event in knowledge.events
        if (days := days_of(event.date)) and (until is None or days[0] <= until) and (since is None or days[1] >= since)
    }
    things = {filler.thing for event in knowledge.events if event.uri in events for filler in event.roles}
    return part(knowledge, things, events)


def of_types(knowledge: Knowledge, types: Collection[str]) -> Knowledge:
    """Only things of the entity ``types``, with every event that one of them takes part in."""
    things = {thing.uri for thing in knowledge.things if thing.type in types}
    events = {event.uri for event in knowledge.events if any(filler.thing in things for filler in event.roles)}
    return part(knowledge, things, events)


def part(knowledge: Knowledge, things: Collection[str], events: Collection[str]) -> Knowledge:
    """Only these things and events (by uri), the facts between the things, and the articles that tell of any of it.
    Nothing that stays refers to anything that does not."""
    facts = tuple(fact for fact in knowledge.facts if fact.subject in things and fact.object in things)
    kept = tuple(_trimmed(event, things, events) for event in knowledge.events if event.uri in events)
    stay = tuple(thing for thing in knowledge.things if thing.uri in things)
    docs = {quote.doc for thing in stay for quote in thing.mentions}
    docs |= {telling.doc for event in kept for telling in event.tellings}
    docs |= {telling.quote.doc for fact in facts for telling in fact.tellings}
    return msgspec.structs.replace(
        knowledge,
        articles=tuple(article for article in knowledge.articles if article.doc.id in docs),
        things=stay,
        facts=facts,
        events=kept,
    )


def _trimmed(event: Happening, things: Collection[str], events: Collection[str]) -> Happening:
    return msgspec.structs.replace(
        event,
        roles=tuple(filler for filler in event.roles if filler.thing in things),
        said_in=tuple(uri for uri in event.said_in if uri in events),
        tellings=tuple(
            msgspec.structs.replace(
                telling,
                roles=tuple(role for role in telling.roles if role[1] in things),
                said_in=telling.said_in if telling.said_in in events else None,
            )
            for telling in event.tellings
        ),
    )


def _sounds_like(wanted: str, form: str) -> bool:
    words = form.split()
    return all(any(is_variant(each, word) for word in words) for each in wanted.split())


def _forms(thing: Thing) -> set[str]:
    return {fold(text) for text in (thing.name, thing.name_en or thing.name, *(form.text for form in thing.names))}
