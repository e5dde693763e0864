"""Events of one article: what happened, who said so, and did it happen at all."""

from __future__ import annotations

import bisect

from kg.annotations import Entities, Layers
from kg.extract.events.details import attach_counts, attach_times, share_places
from kg.extract.events.draft import Draft
from kg.extract.events.frames import Walker
from kg.extract.events.happenings import Happenings
from kg.extract.events.merging import merge, order
from kg.extract.events.owners import Owners
from kg.extract.events.scene import build_scene
from kg.extract.events.statements import Attribution
from kg.extract.events.status import status_of, status_within
from kg.extract.events.triggers import find_triggers
from kg.record import Event, Role
from kg.schema import group_of, roles_of
from kg.text.document import Document

_HEAD = 40  # letters within which an event stands at the head of what is reported
_DEPTH = 40  # statements before an event that are tried as its parent


def find_events(doc: Document, layers: Layers, entities: Entities) -> list[Event]:
    """All events and statements of ``doc``, in order of their first trigger, ids "v1", "v2" … Cost is linear in the
    length of the article (a walk is bounded). Countries that only an adjective tells and that take part in an event are
    added to ``entities``."""
    scene = build_scene(doc, layers, entities)
    triggers = find_triggers(doc, scene.closed)
    scene.triggers = {t.first: t for t in triggers}
    walker = Walker(scene)
    frames = {t.first: walker.walk(t) for t in triggers}
    owners = Owners(scene, frames)
    statements = Attribution(scene, walker, frames, owners).find()
    taken = {t for d in statements for t in (d.trigger, *d.also)}
    happenings = Happenings(scene, walker, frames, owners)
    groups = group_of()
    drafts: list[Draft] = list(statements)
    for t in triggers:
        if groups[t.entry.leaf] == "Statement":
            continue
        draft = happenings.draft(t)
        if draft is not None and draft.trigger not in taken:
            drafts.append(draft)
    drafts.sort(key=lambda d: (d.trigger.start, d.trigger.end, d.type))
    _nest(drafts)
    for d in drafts:
        _set_status(walker, d)
        _set_agent(d)
    attach_times(scene, drafts)
    share_places(scene, drafts)
    attach_counts(scene, drafts)
    return _number(merge(scene, drafts))


def _nest(drafts: list[Draft]) -> None:
    """Each event's parent: the innermost statement whose content holds its trigger."""
    statements = sorted((d for d in drafts if d.content is not None), key=lambda d: (_start(d), -_length(d)))
    starts = [_start(s) for s in statements]
    for d in drafts:
        best: Draft | None = None
        last = bisect.bisect_right(starts, d.trigger.start)
        for s in statements[max(0, last - _DEPTH) : last]:
            if s is not d and s.content is not None and d.trigger.start < s.content.end:
                best = s if best is None or _length(s) < _length(best) else best
        d.parent = best


def _start(d: Draft) -> int:
    assert d.content is not None
    return d.content.start


def _length(d: Draft) -> int:
    assert d.content is not None
    return d.content.end - d.content.start


def _set_status(walker: Walker, d: Draft) -> None:
    if d.source is None:
        return
    d.status, marker = status_of(walker, d.source)
    if marker:
        d.rule = f"{d.rule}/{marker}"
    if d.status == "actual" and d.parent is not None and d.parent.content is not None and not d.source.verbal:
        head = d.trigger.start - d.parent.content.start
        given = status_within(d.parent.type, d.parent.content.direct)
        if given is not None and head <= _HEAD:
            d.status = given


def _set_agent(d: Draft) -> None:
    """Who is to do what a demand or a promise names: whom it is addressed to, who promises."""
    statement = d.parent
    if statement is None or statement.content is None or d.source is None or d.source.verbal:
        return
    if "agent" not in roles_of(d.type) or d.fillers("agent") or d.trigger.start - statement.content.start > _HEAD:
        return
    giver = {"Demand": "addressee", "Promise": "speaker"}.get(statement.type)
    for e in statement.fillers(giver) if giver else ():
        if e not in {x for _, x in d.roles}:
            d.fill("agent", e)


def _number(drafts: list[Draft]) -> list[Event]:
    ids = {id(d): f"v{n}" for n, d in enumerate(drafts, 1)}
    return [
        Event(
            id=ids[id(d)],
            type=d.type,
            trigger=d.trigger,
            status=d.status,
            roles=tuple(Role(role, entity) for role, entity in d.roles),
            time=d.time,
            content=d.content,
            confidence=round(d.confidence, 2),
            also=order([s for s in d.also if s != d.trigger]),
            count=d.count,
            said_in=ids.get(id(d.parent)) if d.parent is not None else None,
            rule=d.rule,
        )
        for d in drafts
    ]
