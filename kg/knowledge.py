"""What many articles tell together: canonical things, facts and events, each with all its evidence.

Resolution makes it from records; the graph, the queries and every export are made from it. Everything is sorted and
derived from content, so that the same records give the same bytes.
"""

from __future__ import annotations

import msgspec

from kg.record import Content, Count, DocInfo, EntityType, Status, Time


class Article(msgspec.Struct, frozen=True):
    """``uri`` of the article; ``published`` as told, ``inferred_published`` where only others date it;
    ``copy_of`` is the doc id of the earliest near-identical article (itself left None)."""

    uri: str
    doc: DocInfo
    inferred_published: str | None = None
    copy_of: str | None = None


class Quote(msgspec.Struct, frozen=True, order=True):
    """Evidence: the words ``start:end`` of article ``doc`` (its id). ``sentence_start:sentence_end`` is the sentence
    around them."""

    doc: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int


class Join(msgspec.Struct, frozen=True):
    """Why two members of one thing were joined: scores and reasons in plain words; ``by`` is "rule" or who said so."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    by: str = "rule"


class Link(msgspec.Struct, frozen=True):
    """An identity in a public base. ``sure`` ones become owl:sameAs, others are candidates."""

    uri: str
    score: float
    sure: bool


class NameForm(msgspec.Struct, frozen=True):
    """A spelling and how many mentions have it."""

    text: str
    count: int


class Thing(msgspec.Struct, frozen=True):
    """A canonical entity. ``members`` are (doc id, entity id); ``former_uris`` still resolve to it."""

    uri: str
    type: EntityType
    subtype: str | None
    name: str
    name_en: str | None
    names: tuple[NameForm, ...]
    links: tuple[Link, ...]
    members: tuple[tuple[str, str], ...]
    mentions: tuple[Quote, ...]
    joins: tuple[Join, ...]
    former_uris: tuple[str, ...]
    confidence: float


class FactTelling(msgspec.Struct, frozen=True):
    """One article's telling of a fact; ``said_in`` is the uri of the statement that tells it, None if asserted."""

    quote: Quote
    confidence: float
    rule: str
    said_in: str | None


class Fact(msgspec.Struct, frozen=True):
    """A relation between two things (their uris). ``asserted`` where at least one article tells it in its own voice;
    ``sources`` counts independent articles (copies once)."""

    uri: str
    type: str
    subject: str
    object: str
    title: str | None
    former: bool
    asserted: bool
    tellings: tuple[FactTelling, ...]
    sources: int
    confidence: float


class EventTelling(msgspec.Struct, frozen=True):
    """One article's telling of an event, as its record has it. ``roles`` are (role, thing uri)."""

    doc: str
    event: str
    type: str
    status: Status
    quote: Quote
    trigger: tuple[int, int]
    roles: tuple[tuple[str, str], ...]
    time: Time | None
    count: Count | None
    content: Content | None
    confidence: float
    rule: str
    said_in: str | None


class RoleFiller(msgspec.Struct, frozen=True):
    """A thing in a role, and how many independent articles put it there."""

    role: str
    thing: str
    sources: int


class Disagreement(msgspec.Struct, frozen=True):
    """Values of one ``aspect`` ("time", "count", "status", "agent" ...) that the articles do not share:
    (value, doc ids that tell it), the headline value first, and how it was chosen."""

    aspect: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    chosen: str
    why: str


class Happening(msgspec.Struct, frozen=True):
    """A canonical event. ``date`` is EDTF or None and ``date_inferred`` where it comes from other articles' dates;
    ``asserted`` where at least one article tells it in its own voice; ``said_in`` are uris of statements whose content
    tells it. ``label_ar``/``label_en`` are for people."""

    uri: str
    type: str
    status: Status
    date: str | None
    date_inferred: bool
    roles: tuple[RoleFiller, ...]
    count: int | float | None
    tellings: tuple[EventTelling, ...]
    disagreements: tuple[Disagreement, ...]
    asserted: bool
    said_in: tuple[str, ...]
    sources: int
    confidence: float
    label_ar: str
    label_en: str
    former_uris: tuple[str, ...] = ()


class Knowledge(msgspec.Struct, frozen=True):
    """Everything, sorted by uri (articles by doc id). ``warnings`` are for the report (e.g. corrections that no longer
    apply)."""

    base: str
    articles: tuple[Article, ...]
    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    events: tuple[Happening, ...]
    warnings: tuple[str, ...] = ()
