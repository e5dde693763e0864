"""One article's telling of an event as event matching sees it: who, where, when, and the words of a statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.record import Event, Record
from kg.resolve.compare_body import stem
from kg.resolve.dates import Days, days
from kg.resolve.names import tokens, words
from kg.schema import group_of

# roles that say where; all others but the topic say who
PLACES = frozenset({"place", "destination", "origin"})
# where something is done and to whom are told in one another's place («hit Rafah», «an operation in Rafah»)
LOCUS = PLACES | {"target", "recipient"}
_NOT_ARGUMENTS = frozenset({"topic", "addressee"})


@dataclass(slots=True)
class Telling:
    """``index`` numbers the tellings of all articles; ``doc`` is the index of the record.

    ``roles`` are (role, thing IRI); ``who`` and ``where`` the things in them; ``when`` the days told, ``published`` the
    ordinal day of publication; ``sentence`` a digest of the sentence that tells it, ``content`` the stems of the words reported, of a statement;
    ``original`` the id of the article that its article copies, or its own.
    """

    index: int
    doc: int
    event: Event
    group: str
    roles: tuple[tuple[str, str], ...]
    who: frozenset[str]
    where: frozenset[str]
    when: Days | None
    published: int | None
    trigger: str
    sentence: str
    content: frozenset[str]
    original: str

    @property
    def arguments(self) -> frozenset[str]:
        """Everything that takes part, in whatever role."""
        return self.who | self.where


def tellings(
    records: Sequence[Record],
    thing_of: Mapping[tuple[str, str], str],
    sentence_of: Mapping[tuple[int, str], str],
    copy_of: Mapping[str, str],
) -> list[Telling]:
    """The tellings of all records, numbered in the order of records and events."""
    found: list[Telling] = []
    for doc, record in enumerate(records):
        published = ordinal(record.doc.published)
        for event in record.events:
            roles = tuple(
                sorted({(r.role, uri) for r in event.roles if (uri := thing_of.get((record.doc.id, r.entity)))})
            )
            text = record.doc.text
            content = text[event.content.start : event.content.end] if event.content else ""
            found.append(
                Telling(
                    index=len(found),
                    doc=doc,
                    event=event,
                    group=group_of().get(event.type, event.type),
                    roles=roles,
                    who=frozenset(u for role, u in roles if role not in LOCUS and role not in _NOT_ARGUMENTS),
                    where=frozenset(u for role, u in roles if role in LOCUS),
                    when=days(event.time.value) if event.time else None,
                    published=published,
                    trigger=" ".join(stem(w) for w in words(text[event.trigger.start : event.trigger.end])),
                    sentence=sentence_of.get((doc, event.id), ""),
                    content=frozenset(stem(w) for w in tokens(content) if len(w) > 2),
                    original=copy_of.get(record.doc.id, record.doc.id),
                )
            )
    return found


def ordinal(published: str | None) -> int | None:
    """The ordinal day of an ISO date, None for None or nonsense."""
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None
