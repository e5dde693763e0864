from __future__ import annotations

import sys
from importlib.util import find_spec

import pytest
import sample
from lxml import etree

from kg.export.palette import TYPES, rgb
from kg.export.png import write_png
from kg.export.select import around, find, of_types, within
from kg.export.svg import write_svg


def names(knowledge):
    return {thing.name for thing in knowledge.things}


@pytest.mark.parametrize(
    "name", ["غالانت", "جالانت", "يوآف غالانت", "يوأف غالانت", "Gallant", "yoav gallant", "قالانت", "يواف كالانت"]
)
def test_find_in_any_spelling(small, name):
    assert [thing.name for thing in find(small, name)] == ["يوآف غالانت"]


def test_find_nothing(small):
    assert find(small, "غال") == [] and find(small, "") == [] and find(small, "لا أحد") == []
    assert find(small, small.things[0].uri) == [small.things[0]]


def uri(knowledge, name):
    return find(knowledge, name)[0].uri


def test_around(small):
    gallant = uri(small, "غالانت")
    assert names(around(small, [gallant], 0)) == {"يوآف غالانت"}
    one = around(small, [gallant], 1)
    assert names(one) == {"يوآف غالانت", "لويد أوستن", "واشنطن", "إسرائيل"}
    assert {event.type for event in one.events} == {"Meet"}
    assert "رفح" in names(around(small, [gallant], 2))
    assert {article.doc.id for article in around(small, [uri(small, "رفح")], 0).articles} == {"a2"}


def test_within(small):
    april = within(small, "2024-04-01", "2024-04-30")
    assert names(april) == {"أنتوني بلينكن", "القاهرة"}
    assert within(small) is small
    assert {event.type for event in within(small, until="2024-03-25").events} == {"Die"}
    assert within(small, since="2030-01-01").things == ()


def test_of_types_leaves_no_loose_end(small):
    people = of_types(small, {"Person"})
    assert {thing.type for thing in people.things} == {"Person"}
    left = {thing.uri for thing in people.things}
    assert all(filler.thing in left for event in people.events for filler in event.roles)
    assert all(thing in left for event in people.events for telling in event.tellings for _, thing in telling.roles)
    assert people.facts == ()
    known = {event.uri for event in people.events}
    assert all(statement in known for event in people.events for statement in event.said_in)


@pytest.mark.skipif(find_spec("PIL") is None, reason="pillow is not installed: no PNG is drawn")
def test_png(small, hostile, empty, tmp_path):
    from PIL import Image

    try:
        for number, knowledge in enumerate((small, hostile, empty)):
            write_png(knowledge, tmp_path / f"{number}.png")
    except OSError as error:
        pytest.skip(str(error))
    with Image.open(tmp_path / "0.png") as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20)}
    assert {rgb(TYPES["Person"]), rgb(TYPES["Place"]), rgb(TYPES["Organization"])} <= colours


def test_png_says_what_is_missing(small, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "PIL.Image", None)
    with pytest.raises(ImportError, match="pip install pillow"):
        write_png(small, tmp_path / "x.png")
    assert not list(tmp_path.iterdir())


def test_svg(small, hostile, empty, tmp_path):
    for number, knowledge in enumerate((small, hostile, empty, sample.synthetic(200))):
        write_svg(knowledge, tmp_path / f"{number}.svg")
        root = etree.parse(str(tmp_path / f"{number}.svg")).getroot()
        assert not root.xpath("//*[local-name()='script' or local-name()='img']")
    texts = etree.parse(str(tmp_path / "0.svg")).xpath("//*[local-name()='text']/text()")
    assert "لويد أوستن" in texts
    fills = etree.parse(str(tmp_path / "0.svg")).xpath("//@fill")
    assert {TYPES["Person"], TYPES["Place"], TYPES["Organization"]} <= set(fills)
    first = (tmp_path / "3.svg").read_bytes()
    write_svg(sample.synthetic(200), tmp_path / "3.svg")
    assert (tmp_path / "3.svg").read_bytes() == first
