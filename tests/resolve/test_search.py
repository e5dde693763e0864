"""Finding things by what people type."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.record import Record
from kg.resolve import resolve
from kg.resolve.search import find_things, similar, skeletons


@pytest.mark.parametrize(
    "arabic, latin",
    [
        ("غالانت", "Gallant"),
        ("نتنياهو", "Netanyahu"),
        ("بوتين", "Putin"),
        ("بلينكن", "Blinken"),
        ("تشافيز", "Chavez"),
        ("السيسي", "al-Sisi"),
    ],
)
def test_scripts_meet(arabic: str, latin: str) -> None:
    assert skeletons(arabic) == skeletons(latin)


def test_find(article: Callable[..., Record]) -> None:
    knowledge = resolve(
        [
            article("a", "{p:Person:يوآف غالانت} {q:Person:سعد الحريري} {r:Place:تونس}"),
            article("b", "{q:Person:رفيق الحريري} {p:Person:يوآف غالانت}"),
        ]
    )

    def names(query: str) -> list[str]:
        return [t.name for t in find_things(knowledge.things, query)]

    assert names("يواف غالانت") == names("Gallant") == names("غالانت") == ["يوآف غالانت"]
    assert sorted(names("الحريري")) == ["رفيق الحريري", "سعد الحريري"]
    assert names("Tunisia") == ["تونس"]
    assert names(knowledge.things[0].uri) == [knowledge.things[0].name]
    assert names("بلا أحد") == []
    assert [t.name for t in similar(knowledge.things, "يوآف غالامت")] == ["يوآف غالانت"]
