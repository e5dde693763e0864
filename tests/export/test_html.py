"""graph.html as text; what a browser makes of it is in test_html_browser.py."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
import sample

from kg.export.html import embedded_json, render, words, write_html
from kg.export.html.core import EVENTS, PEOPLE, core, most_central
from kg.export.html.evidence import evidence, units
from kg.export.layout import readable
from kg.export.network import network
from kg.text.normalize import fold


def data(page: str, name: str):
    return json.loads(re.search(rf'<script type="application/json" id="{name}-data">(.*?)</script>', page, re.S)[1])


@pytest.fixture(scope="module")
def page(small):
    return render(small)


def test_one_file_that_asks_no_host(page):
    assert '<html lang="ar" dir="rtl">' in page
    outside_data = re.sub(r'<script type="application/json".*?</script>', "", page, flags=re.S)
    assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:src|href)\s*=\s*[\"']?(?!data:)\w*:?//", outside_data)
    assert "cdn" not in re.sub(r"<script>.*?</script>", "", outside_data, flags=re.S).lower()
    assert "@import" not in page and "url(" not in re.search(r"<style>(.*?)</style>", page, re.S)[1]


def test_only_the_scripts_of_the_page_may_run(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert "default-src 'none'" in policy and "connect-src 'none'" in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0] and "unsafe-eval" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts}
    assert len(scripts) == 2 and all(value in policy for value in hashes)


def test_pyvis_made_the_network(page, small):
    nodes, edges, options = (data(page, name) for name in ("nodes", "edges", "options"))
    assert [node["id"] for node in nodes] == list(range(len(small.things) + len(small.events)))
    assert options["physics"] == {"enabled": False} and all("x" in node and "y" in node for node in nodes)
    assert edges and all(0 <= edge["from"] < edge["to"] < len(small.things) for edge in edges)


def test_the_page_folds_as_kg_does(page):
    table = data(page, "model")["fold"]

    def folded(text: str) -> str:
        return "".join(table.get(char, char) for char in text).lower()

    for text in ("إسرائيل", "الرِّيَاض", "مُوسى", "غزّة", "ـكتاب", "\u202eمقلوب", "۲۰۲٤", "Café", "پاکستان"):
        assert folded(text) == fold(text)


def test_every_telling_has_its_sentence_with_trigger_and_names(small):
    told = evidence(small)
    meeting = next(index for index, event in enumerate(small.events) if event.type == "Meet")
    sentence, start, end = told["events"][meeting][0][:3]
    article, text, names = told["sentences"][sentence]
    assert text[start:end] == "التقى" and told["articles"][article][3] == "قناة CNN (CNN)"
    assert {text[left:right] for left, right, _ in names} == {"لويد أوستن", "يوآف غالانت", "واشنطن"}
    assert told["disagreements"][meeting][0][0] == "place"
    said = next(index for index, event in enumerate(small.events) if event.type == "Say")
    sentence, _, _, left, right, direct = told["events"][said][0][:6]
    assert told["sentences"][sentence][1][left:right] == "حماية المدنيين ضرورة أخلاقية" and direct


def test_offsets_are_those_of_a_browser():
    assert units("a😀b", 3) == 4 and units("ابج", 2) == 2


def test_nothing_in_the_data_ends_a_script(hostile):
    page = render(hostile)
    starts: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: starts.append(tag)
    parser.feed(page)
    assert starts.count("script") == 8 and "img" not in starts
    assert "<script>window.hacked" not in page and "javascript:" not in json.dumps(data(page, "model"))
    assert embedded_json("</script>\u2028&") == '"\\u003c/script\\u003e\\u2028\\u0026"'
    page.encode("utf-8")


def test_lone_surrogates_do_not_break_the_file(tmp_path):
    make = sample.Maker()
    make.article("d", "نص \ud800 مكسور")
    make.thing("x", "Person", "اسم \udfff")
    write_html(make.knowledge(), tmp_path / "g.html")
    assert "\ufffd" in (tmp_path / "g.html").read_text("utf-8")


def test_opens_on_a_part_that_can_be_read():
    knowledge = sample.synthetic(300)
    opening = core(knowledge, network(knowledge))
    assert len(opening.people) == PEOPLE
    events = [node for node, _ in opening.events if node >= len(knowledge.things)]
    assert 0 < len(events) <= EVENTS
    assert len({place for _, place in opening.people}) == PEOPLE


def test_names_do_not_cover_each_other():
    boxes = [(60.0, 12.0, 40.0)] * 30
    edges = [(0, index) for index in range(1, 30)]
    places = readable(edges, [1.0] * 29, boxes)
    covering = sum(
        abs(ax - bx) < 116 and abs(ay - by) < 48
        for index, (ax, ay) in enumerate(places)
        for bx, by in places[index + 1 :]
    )
    assert covering == 0


def test_too_many_for_a_page():
    knowledge = sample.synthetic(200)
    part = most_central(knowledge, 100)
    assert len(part.things) + len(part.events) == 100
    kept = {thing.uri for thing in part.things}
    assert all(fact.subject in kept and fact.object in kept for fact in part.facts)
    counts = data(render(knowledge, limit=100), "model")["counts"]
    assert (counts["things"] + counts["events"], counts["allThings"]) == (100, 200)


def test_every_word_is_in_both_languages_and_used():
    from importlib.resources import files

    folder = files("kg.export.html")
    text = folder.joinpath("template.html").read_text("utf-8")
    text += "".join(entry.read_text("utf-8") for entry in folder.joinpath("app").iterdir())
    for name in words()["ar"]:
        assert words()["en"][name] and words()["ar"][name]
        used = f'"{name}"' in text or name.startswith("aspect_") or f".{name}" in text
        assert used, f"{name} is not used"
    for name in re.findall(r'word\("(\w+)"', text) + re.findall(r'data-(?:word|aria|placeholder)="(\w+)"', text):
        assert name in words()["ar"], name


def test_empty_and_same_bytes(empty, small, page):
    assert data(render(empty), "nodes") == []
    assert render(small) == page
