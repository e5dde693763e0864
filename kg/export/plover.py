"""Event data as political scientists keep it: who did what to whom, when, where, in CAMEO and PLOVER codes.

One row for each pair of actor and target of an event. The codes are those of ``kg/schema.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations
from pathlib import Path

from kg.export.evidence import Texts, best_telling, fillers
from kg.export.period import days_of
from kg.export.plain import one_line
from kg.export.tables import Cell, write_csv
from kg.knowledge import Happening, Knowledge
from kg.schema import schema

_HEADER = (
    "event_uri", "date", "first_day", "last_day", "source_actor", "source_actor_uri", "event", "target_actor",
    "target_actor_uri", "place", "status", "cameo", "plover", "count", "sources", "article", "outlet", "published", "url",
    "sentence",
)  # fmt: skip
_SOURCE = ("agent", "speaker", "visitor")
_TARGET = ("target", "addressee", "recipient", "person", "object", "victim")
_PLACE = ("place", "destination")


def write_plover(knowledge: Knowledge, path: Path) -> None:
    """Writes the table to ``path``. Every event has a row, whatever its status: ``status`` says what it is worth."""
    write_csv(path, _HEADER, _rows(knowledge))


def dyads(event: Happening) -> list[tuple[str | None, str | None]]:
    """(source actor, target actor) uris. Of a meeting, each participant with each other, both ways as in CAMEO; a
    missing side is None."""
    together = list(dict.fromkeys(fillers(event, "participant")))
    if together:
        return list(permutations(together, 2)) or [(together[0], None)]
    sources: list[str | None] = [uri for role in _SOURCE for uri in fillers(event, role)]
    targets: list[str | None] = [uri for role in _TARGET for uri in fillers(event, role)]
    if "visitor" in {filler.role for filler in event.roles} and not targets:
        targets = list(fillers(event, "destination"))
    return [(source, target) for source in sources or [None] for target in targets or [None]]


def _rows(knowledge: Knowledge) -> Iterable[Sequence[Cell]]:
    texts = Texts(knowledge)
    names = {thing.uri: one_line(thing.name) for thing in knowledge.things}
    for event in knowledge.events:
        telling = best_telling(event)
        article = texts.articles.get(telling.doc) if telling else None
        first, last = days_of(event.date) or ("", "")
        codes = schema()["events"].get(event.type, {})
        place = " | ".join(names.get(uri, uri) for role in _PLACE for uri in fillers(event, role))
        for source, target in dyads(event):
            yield (
                event.uri, event.date, first, last, names.get(source or "", ""), source, event.type,
                names.get(target or "", ""), target, place, event.status, codes.get("cameo"), codes.get("plover"),
                event.count, event.sources, telling.doc if telling else "",
                one_line(article.doc.source or "") if article else "", texts.published(telling.doc) if telling else "",
                article.doc.url if article else "", texts.sentence(telling.quote) if telling else "",
            )  # fmt: skip
