"""A short way to write records by hand: «{a:Person:يوآف غالانت} التقى» marks a mention of entity ``a``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from kg.record import Content, Count, DocInfo, Entity, Event, Mention, Record, Relation, Role, Span, Time, sha256

_MARK = re.compile(r"\{(\w+):(\w+):([^}]*)\}")


def make(
    id: str,
    marked: str,
    relations: list[tuple[str, str, str, str | None]] | None = None,
    events: list[dict[str, Any]] | None = None,
    published: str | None = None,
    source: str | None = None,
    subtypes: dict[str, str] | None = None,
) -> Record:
    """``relations`` are (type, subject, object, title); ``events`` have ``type``, ``trigger`` (words of the text), ``roles``
    {role: entity or list}, and optionally ``status``, ``time`` (EDTF), ``content`` (words), ``count``."""
    text, mentions, kinds, last = "", {}, {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        entity, kind, words = mark.groups()
        mentions.setdefault(entity, []).append(Mention(len(text), len(text) + len(words), "name", "test"))
        kinds[entity] = kind
        text += words
        last = mark.end()
    text += marked[last:]
    entities = []
    for entity, spans in mentions.items():
        spellings = [text[m.start : m.end] for m in spans]
        name = max(spellings, key=len)
        aliases = tuple(dict.fromkeys(s for s in spellings if s != name))
        subtype = (subtypes or {}).get(entity)
        entities.append(Entity(entity, kinds[entity], subtype, name, aliases, tuple(spans), (), 0.9))
    told = []
    for number, e in enumerate(events or [], 1):
        at = text.index(e["trigger"])
        roles = []
        for role, who in e.get("roles", {}).items():
            roles += [Role(role, w) for w in ([who] if isinstance(who, str) else who)]
        content = None
        if "content" in e:
            start = text.index(e["content"])
            content = Content(start, start + len(e["content"]), False)
        told.append(
            Event(
                id=f"v{number}",
                type=e["type"],
                trigger=Span(at, at + len(e["trigger"])),
                status=e.get("status", "actual"),
                roles=tuple(roles),
                time=Time(e["time"], at, at + 1) if "time" in e else None,
                content=content,
                confidence=0.8,
                count=Count(e["count"], at, at + 1) if "count" in e else None,
            )
        )
    return Record(
        1,
        DocInfo(id, None, published, source, None, "ar", sha256(text), text),
        tuple(entities),
        tuple(Relation(t, s, o, title, 0, len(text), 0.9) for t, s, o, title in relations or []),
        tuple(told),
    )


@pytest.fixture
def article() -> Callable[..., Record]:
    return make
