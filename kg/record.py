"""The extraction record: what one article says, and nothing about any other article.

It is the seam of the system: extraction writes it, resolution reads it, the scorer compares it. One JSON object a
line, keys in the order in which the fields stand here. All offsets are Unicode code points into ``doc.text``, end
exclusive: ``text[start:end]`` is the evidence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec

SCHEMA_VERSION = 1

EntityType = Literal["Person", "Organization", "Place", "NamedEvent"]
MentionKind = Literal["name", "nominal", "pronoun"]
Status = Literal["actual", "planned", "possible", "negated", "demanded", "cancelled"]


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of ``doc.text``."""

    start: int
    end: int


class DocInfo(msgspec.Struct, frozen=True):
    """The article. ``published`` is an ISO date or None; ``sha256`` is of ``text`` in UTF-8."""

    id: str
    title: str | None
    published: str | None
    source: str | None
    url: str | None
    language: str
    sha256: str
    text: str


class Mention(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where an entity is mentioned. ``rule`` names the rule, model or list that found it."""

    start: int
    end: int
    kind: MentionKind
    rule: str = ""


class Entity(msgspec.Struct, frozen=True, omit_defaults=True):
    """One real thing as this article tells it, whatever its spellings. ``uri`` is there after resolution."""

    id: str
    type: EntityType
    subtype: str | None
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    links: tuple[str, ...]
    confidence: float
    uri: str | None = None


class Relation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A lasting tie between two entities, told by ``doc.text[start:end]``. ``said_in`` as on Event."""

    type: str
    subject: str
    object: str
    title: str | None
    start: int
    end: int
    confidence: float
    former: bool = False
    said_in: str | None = None
    rule: str = ""


class Role(msgspec.Struct, frozen=True, order=True):
    role: str
    entity: str


class Time(msgspec.Struct, frozen=True):
    """EDTF (ISO 8601-2) value, None where the words cannot be resolved; the span is always kept."""

    value: str | None
    start: int
    end: int


class Content(msgspec.Struct, frozen=True):
    """What a statement reports; ``direct`` inside quotation marks."""

    start: int
    end: int
    direct: bool


class Count(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number told of an event; ``approximate`` for «نحو», «أكثر من»."""

    value: int | float
    start: int
    end: int
    approximate: bool = False


class Event(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something told to happen. ``said_in`` is the id of the statement whose content tells it, None where the article
    itself does. ``uri`` is there after resolution."""

    id: str
    type: str
    trigger: Span
    status: Status
    roles: tuple[Role, ...]
    time: Time | None
    content: Content | None
    confidence: float
    also: tuple[Span, ...] = ()
    count: Count | None = None
    said_in: str | None = None
    rule: str = ""
    uri: str | None = None


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one article says. ``skip`` are the spans that are furniture of the page, not article."""

    schema: int
    doc: DocInfo
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    events: tuple[Event, ...]
    skip: tuple[Span, ...] = ()


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Record)


def sha256(text: str) -> str:
    """SHA-256 of ``text`` in UTF-8, hexadecimal. Lone surrogates are hashed as they stand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def encode(record: Record) -> bytes:
    """One JSONL line, with its newline."""
    return _encoder.encode(record) + b"\n"


def decode(line: bytes | str) -> Record:
    """The record of one line. Raises ``msgspec.DecodeError`` (or its ``ValidationError``), which names the place."""
    return _decoder.decode(line)


def read_jsonl(path: str) -> Iterator[Record]:
    """Records of a JSONL file, one at a time. Raises ``ValueError`` with file and line number."""
    with open(path, "rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield decode(line)
                except msgspec.DecodeError as error:
                    raise ValueError(f"{path}, line {number}: not an extraction record: {error}") from error


def write_jsonl(path: str, records: Iterable[Record]) -> None:
    """Writes ``records`` in the order given."""
    with open(path, "wb") as out:
        for record in records:
            out.write(encode(record))


def to_builtins(value: Any) -> Any:
    """Plain dicts and lists of any of the types above."""
    return msgspec.to_builtins(value)


def unresolved(record: Record) -> Record:
    """``record`` as extraction left it: without the IRIs that resolution added."""
    return msgspec.structs.replace(
        record,
        entities=tuple(msgspec.structs.replace(e, uri=None) for e in record.entities),
        events=tuple(msgspec.structs.replace(v, uri=None) for v in record.events),
    )
