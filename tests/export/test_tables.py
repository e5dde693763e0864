from __future__ import annotations

import csv

import pytest

from kg.export.plover import write_plover
from kg.export.tables import cell, write_tables


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def tables(small, tmp_path_factory):
    path = tmp_path_factory.mktemp("csv")
    write_tables(small, path)
    return path


def test_excel_reads_them_as_utf8(tables):
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in tables.iterdir())


def test_rows(tables, small):
    nodes = {row["name"]: row for row in read(tables / "nodes.csv")}
    assert len(nodes) == len(small.things)
    assert nodes["يوآف غالانت"]["names"] == "يوآف غالانت | جالانت"
    assert nodes["لويد أوستن"]["links"] == "http://www.wikidata.org/entity/Q941013"
    position = next(row for row in read(tables / "edges.csv") if row["type"] == "position")
    assert (position["subject_name"], position["title"], position["object_name"]) == (
        "يوآف غالانت",
        "وزير الدفاع",
        "إسرائيل",
    )
    assert position["sentence"].startswith("التقى وزير الدفاع")
    events = read(tables / "events.csv")
    assert len(events) == len(small.events)
    meeting = next(row for row in events if row["type"] == "Meet")
    assert (meeting["participant"], meeting["place"], meeting["trigger"]) == (
        "لويد أوستن | يوآف غالانت",
        "واشنطن",
        "التقى",
    )
    said = next(row for row in read(tables / "statements.csv") if row["type"] == "Say")
    assert (said["speaker"], said["content"], said["direct"]) == ("لويد أوستن", "حماية المدنيين ضرورة أخلاقية", "true")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "\n=1", "＝1"])
def test_no_cell_is_a_formula(text):
    assert cell(text) == "'" + text


def test_numbers_and_plain_text_stay(tables):
    assert [cell(value) for value in (-1, 0.5, True, None, "نص - نص")] == ["-1", "0.5", "true", "", "نص - نص"]


def test_hostile_names(hostile, tmp_path):
    write_tables(hostile, tmp_path)
    write_plover(hostile, tmp_path / "plover.csv")
    assert len(read(tmp_path / "nodes.csv")) == len(hostile.things)
    assert len(read(tmp_path / "plover.csv")) == 2 * (len(hostile.events) - 1) + 1
    for path in tmp_path.iterdir():
        for row in read(path):
            assert not any(value.startswith(("=", "+", "-", "@", "\t")) for value in row.values() if value)


def test_plover(small, tmp_path):
    write_plover(small, tmp_path / "plover.csv")
    rows = read(tmp_path / "plover.csv")
    meeting = [row for row in rows if row["event"] == "Meet"]
    assert {(row["source_actor"], row["target_actor"]) for row in meeting} == {
        ("لويد أوستن", "يوآف غالانت"), ("يوآف غالانت", "لويد أوستن"),
    }  # fmt: skip
    assert {(row["cameo"], row["plover"], row["place"], row["date"]) for row in meeting} == {
        ("04", "CONSULT", "واشنطن", "2024-03-26")
    }
    attack = next(row for row in rows if row["event"] == "Attack")
    assert (attack["source_actor"], attack["target_actor"], attack["status"]) == ("إسرائيل", "رفح", "possible")
    assert {row["event"] for row in rows} == {event.type for event in small.events}  # none is lost
