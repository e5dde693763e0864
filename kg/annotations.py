"""What the extractors hand to one another about one article: layers over a Document. Spans are offsets of its text.

names -> offices -> coreference -> relations, events. Every annotation says which rule, model or list made it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.record import EntityType, MentionKind, Relation


@dataclass(slots=True, frozen=True)
class Name:
    """A proper name, clitics and titles outside. ``world`` is the id of the entry of the gazetteer it matches (its
    Wikidata id where it has one, else "kg:..."), "" if none; ``ambiguous`` where several entries or a common word
    share the spelling. ``confidence`` is calibrated."""

    start: int
    end: int
    type: EntityType
    subtype: str | None
    confidence: float
    rule: str
    world: str = ""
    ambiguous: bool = False


@dataclass(slots=True, frozen=True)
class TimeExpression:
    """Words that tell a time. ``value`` is EDTF or None (unresolved)."""

    start: int
    end: int
    value: str | None
    rule: str


@dataclass(slots=True, frozen=True)
class Quantity:
    """A number with what it counts. ``value`` in units («مليون» multiplied in); ``start:end`` is the number itself
    (the words or digits); ``unit`` is the folded word counted that follows, "" if none; ``approximate`` for «نحو»."""

    start: int
    end: int
    value: int | float
    unit: str
    approximate: bool


@dataclass(slots=True, frozen=True)
class Nationality:
    """An adjective or noun of nationality («الإسرائيلي», «مصرية»): it stands for ``country`` (an id of the gazetteer),
    whose usual Arabic name is ``name``. Span without clitics, ``definite`` where it bears ال."""

    start: int
    end: int
    country: str
    name: str
    definite: bool
    number: str = "s"  # "s", "d", "p"
    gender: str = "m"  # "m", "f"


@dataclass(slots=True)
class Layers:
    """All annotations of one article, in order of start."""

    names: list[Name] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    nationalities: list[Nationality] = field(default_factory=list)


@dataclass(slots=True, frozen=True)
class EntityMention:
    """A mention of an entity of this article. ``np_start:np_end`` is the whole noun phrase around it: title or class noun
    before it, apposition, nationality and office after it («وزير الدفاع الأمريكي لويد أوستن» for the name at its end), so
    that a verb finds its argument at the edge of the phrase. A mention of several («الوزيران») is given once for each,
    with the same span."""

    start: int
    end: int
    kind: MentionKind
    entity: str
    confidence: float
    rule: str
    np_start: int
    np_end: int


@dataclass(slots=True)
class ArticleEntity:
    """One real thing of this article. ``gender`` "m", "f" or "" (unknown); ``country`` is the entity id of the country it
    acts for or belongs to («وزير الدفاع الأمريكي» -> the entity of the USA), "" if unknown; ``world`` as on Name."""

    id: str
    type: EntityType
    subtype: str | None
    name: str
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    confidence: float = 1.0
    gender: str = ""
    country: str = ""
    world: str = ""


@dataclass(slots=True)
class Entities:
    """The entities of an article and all their mentions, sorted by (start, end, entity). ``countries`` maps the
    gazetteer id of a country to the entity id, for adjectives of nationality that are no mentions of their own.
    ``told`` are the relations that the noun phrases of the mentions tell by themselves: offices, nationalities."""

    entities: dict[str, ArticleEntity] = field(default_factory=dict)
    mentions: list[EntityMention] = field(default_factory=list)
    countries: dict[str, str] = field(default_factory=dict)
    told: list[Relation] = field(default_factory=list)
