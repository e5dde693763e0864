import json
from pathlib import Path

import pytest

from kg.record import (
    Content,
    Count,
    DocInfo,
    Entity,
    Event,
    Mention,
    Record,
    Relation,
    Role,
    Span,
    Time,
    decode,
    encode,
    read_jsonl,
    sha256,
    unresolved,
    write_jsonl,
)

TEXT = "التقى أوستن غالانت في واشنطن أمس"


def record() -> Record:
    return Record(
        schema=1,
        doc=DocInfo("a", None, "2024-03-27", None, None, "ar", sha256(TEXT), TEXT),
        entities=(Entity("e1", "Person", None, "أوستن", (), (Mention(6, 11, "name", "model"),), (), 0.9, uri="u:1"),),
        relations=(Relation("position", "e1", "e2", "وزير", 0, 5, 0.8),),
        events=(
            Event(
                "v1", "Meet", Span(0, 5), "actual", (Role("participant", "e1"),), Time("2024-03-26", 29, 32),
                Content(0, 3, False), 0.8, also=(Span(6, 11),), count=Count(2, 0, 1), uri="u:2",
            ),
        ),
    )  # fmt: skip


def test_a_record_survives_the_way_to_bytes_and_back() -> None:
    assert decode(encode(record())) == record()


def test_keys_stand_in_the_order_of_the_contract() -> None:
    row = json.loads(encode(record()))
    assert list(row) == ["schema", "doc", "entities", "relations", "events"]
    assert list(row["doc"]) == ["id", "title", "published", "source", "url", "language", "sha256", "text"]
    assert list(row["entities"][0])[:8] == [
        "id", "type", "subtype", "name", "aliases", "mentions", "links", "confidence",
    ]  # fmt: skip


def test_what_resolution_added_can_be_taken_off() -> None:
    plain = unresolved(record())
    assert plain.entities[0].uri is None and plain.events[0].uri is None
    assert "uri" not in json.loads(encode(plain))["entities"][0]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    write_jsonl(str(path), [record()])
    path.write_bytes(path.read_bytes() + b"{not json\n")
    with pytest.raises(ValueError, match=r"r\.jsonl, line 2"):
        list(read_jsonl(str(path)))


def test_lone_surrogates_have_a_hash() -> None:
    assert len(sha256("\ud800")) == 64
