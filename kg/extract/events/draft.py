"""An event while it is being found: what ``Event`` of the record will be, still without its final id."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.events.frame import Frame
from kg.extract.events.triggers import Trigger
from kg.record import Content, Count, Span, Status, Time


@dataclass(slots=True, eq=False)
class Draft:
    """``roles`` are (role, entity id) in order of finding; ``parent`` is the statement whose content tells this event;
    ``unnamed`` where a statement has a speaker whom the text does not name."""

    type: str
    trigger: Span
    sentence: int
    rule: str
    source: Trigger | None = None
    frame: Frame | None = None
    status: Status = "actual"
    roles: list[tuple[str, str]] = field(default_factory=list)
    time: Time | None = None
    content: Content | None = None
    count: Count | None = None
    also: list[Span] = field(default_factory=list)
    confidence: float = 0.8
    parent: Draft | None = None
    unnamed: bool = False
    dropped: bool = False

    def fill(self, role: str, entity: str) -> None:
        """Adds a role once."""
        if (role, entity) not in self.roles:
            self.roles.append((role, entity))

    def fillers(self, role: str) -> list[str]:
        """Entities in a role."""
        return [e for r, e in self.roles if r == role]
