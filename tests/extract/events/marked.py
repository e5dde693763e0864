"""Sentences with their names marked, so that the event stage is tested apart from the name tagger.

``{لويد أوستن/P}`` marks a name: P person, O organization, L place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotations import Layers, Name
from kg.extract.coreference import link_entities
from kg.extract.events import find_events
from kg.extract.quantities import find_quantities
from kg.extract.time import find_times
from kg.record import Event
from kg.text.document import analyse
from kg.world.gazetteer import nationalities

TYPES = {"P": "Person", "O": "Organization", "L": "Place"}


@dataclass
class Told:
    """The events of a sentence, and questions about them."""

    text: str
    names: dict[str, str]
    events: list[Event]

    def of(self, type: str) -> Event:
        found = [v for v in self.events if v.type == type]
        assert len(found) == 1, f"{len(found)} events of type {type} in {[v.type for v in self.events]}"
        return found[0]

    def who(self, event: Event, role: str) -> list[str]:
        return [self.names[r.entity] for r in event.roles if r.role == role]

    def content(self, event: Event) -> str:
        assert event.content is not None
        return self.text[event.content.start : event.content.end]


def tell(marked: str, published: str | None = None) -> Told:
    text, names, last = "", [], 0
    for m in re.finditer(r"\{([^/}]*)/([POL])\}", marked):
        text += marked[last : m.start()]
        names.append(Name(len(text), len(text) + len(m[1]), TYPES[m[2]], None, 1.0, "test"))  # type: ignore[arg-type]
        text += m[1]
        last = m.end()
    text += marked[last:]
    doc = analyse("t", text, published=published)
    layers = Layers(names, find_times(doc), find_quantities(doc), nationalities(doc))
    entities = link_entities(doc, layers)
    events = find_events(doc, layers, entities)
    return Told(text, {k: e.name for k, e in entities.entities.items()}, events)
