"""A folder with records as ``kg build`` leaves it, made without extraction."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.record import Content, DocInfo, Entity, Event, Mention, Record, Relation, Role, Span, sha256, write_jsonl


def _record(id: str, text: str, people: dict[str, str], places: dict[str, str], published: str | None) -> Record:
    entities = []
    for kind, named in (("Person", people), ("Place", places)):
        for key, name in named.items():
            at = text.index(name)
            entities.append(Entity(key, kind, None, name, (), (Mention(at, at + len(name), "name"),), (), 0.9))
    verb = text.split()[0]
    content = text.index("إن") + 3
    event = Event(
        "v1",
        "Say",
        Span(0, len(verb)),
        "actual",
        (Role("speaker", "p"),),
        None,
        Content(content, len(text), False),
        0.8,
    )
    relations = (Relation("position", "p", "c", "وزير الدفاع", 0, len(text), 0.9),)
    info = DocInfo(id, None, published, "صحيفة التجربة", None, "ar", sha256(text), text)
    return Record(1, info, tuple(entities), relations, (event,))


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Three articles: two spellings of one name, and a namesake by family."""
    records = [
        _record(
            "a", "قال يوآف غالانت في إسرائيل إن العملية ستبدأ غدا", {"p": "يوآف غالانت"}, {"c": "إسرائيل"}, "2024-03-26"
        ),
        _record("b", "أكد يوآف جالانت من إسرائيل إن الوقت قد حان للرحيل", {"p": "يوآف جالانت"}, {"c": "إسرائيل"}, None),
        _record("c", "قال سعد الحريري في لبنان إن الحل قريب جدا", {"p": "سعد الحريري"}, {"c": "لبنان"}, "2015-01-01"),
        _record("d", "قال رفيق الحريري في لبنان إن البلاد بخير", {"p": "رفيق الحريري"}, {"c": "لبنان"}, "2004-01-01"),
        _record("e", "قال محمد علي في مصر إن اللقاء تأجل", {"p": "محمد علي"}, {"c": "مصر"}, "2015-01-01"),
        _record(
            "f", "قال محمد علي الحوثي في اليمن إن الحرب طالت", {"p": "محمد علي الحوثي"}, {"c": "اليمن"}, "2016-01-01"
        ),
    ]
    folder = tmp_path / "exports"
    folder.mkdir()
    write_jsonl(str(folder / "records.jsonl"), records)
    return folder
