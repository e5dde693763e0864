"""kg export and kg view, with the knowledge of a folder given."""

from __future__ import annotations

import sys
from pathlib import Path

import networkx
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "export"))

import sample

from kg.cli import main
from kg.export import EXPORTS, FILE_NAMES


@pytest.fixture
def folder(tmp_path, monkeypatch):
    import kg.pipeline

    knowledge = sample.small()
    monkeypatch.setattr(kg.pipeline, "open_knowledge", lambda where: knowledge)
    return tmp_path


def test_every_format_has_a_file_and_is_written(folder):
    assert set(EXPORTS) == set(FILE_NAMES)
    assert main(["export", str(folder), *(name for name in EXPORTS if name != "png")]) == 0
    for name in set(FILE_NAMES) - {"png"}:  # which needs a package of its own
        path = folder / FILE_NAMES[name]
        assert path.stat().st_size > 0 and (path.is_file() or any(path.iterdir()))


def test_output(folder, capsysbinary):
    assert main(["export", str(folder), "gexf", "-o", str(folder / "mine.gexf"), "--view", "people"]) == 0
    assert len(networkx.read_gexf(folder / "mine.gexf", version="1.3")) == 10
    assert main(["export", str(folder), "gexf", "csv", "-o", str(folder / "both")]) == 0
    assert (folder / "both" / "graph.gexf").exists() and (folder / "both" / "csv" / "nodes.csv").exists()
    assert main(["export", str(folder), "plover", "-o", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"\xef\xbb\xbfevent_uri,date")


def test_a_part(folder):
    assert main(["export", str(folder), "graphml", "--around", "جالانت", "--types", "Person", "--view", "people"]) == 0
    graph = networkx.read_graphml(folder / "graph.graphml")
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"يوآف غالانت", "لويد أوستن"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nosuch"], "there is no format 'nosuch'"),
        (["csv", "neo4j", "--bolt", "bolt://localhost"], "--bolt goes with"),
        (["csv", "-o", "-"], "standard output"),
        (["gexf", "--since", "yesterday"], "--since takes a date"),
        (["gexf", "--types", "Person,Robot"], "--types takes some of Person"),
        (["gexf", "--around", "لا أحد"], "no name in"),
        (["gexf", "--hops", "-1"], "--hops takes"),
        (["gexf", "-o", "/proc/none/graph.gexf"], "cannot write"),
    ],
)
def test_wrong_use(folder, capsys, arguments, told):
    assert main(["export", str(folder), *arguments]) == 2
    assert told in capsys.readouterr().err


def test_bolt_says_what_is_missing(folder, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "neo4j", None)
    assert main(["export", str(folder), "neo4j", "--bolt", "bolt://localhost:1"]) == 2
    assert "pip install neo4j" in capsys.readouterr().err


def test_no_build_there(tmp_path, capsys):
    assert main(["export", str(tmp_path), "gexf"]) == 2
    assert "kg build" in capsys.readouterr().err
