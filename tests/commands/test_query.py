from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "graph"))

from graph_sample import write_folder

from kg.cli import main


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_folder(tmp_path_factory.mktemp("sample")))


def test_a_library_query_with_a_name_in_another_spelling(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, "people/met", "--set", "person=قالانت", "--set", "since=2024"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("2024-03-26 | لويد أوستن | يوآف غالانت | واشنطن")


@pytest.mark.parametrize("format", ["table", "csv", "tsv", "json", "html"])
def test_every_format(folder: str, format: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, "positions", "--format", format]) == 0
    assert "رئيس الوزراء" in capsys.readouterr().out


def test_ttl_is_for_triples(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, "around", "--set", "thing=حماس", "--format", "ttl"]) == 0
    assert "kg:topic organization:hamas" in capsys.readouterr().out
    assert main(["query", folder, "positions", "--format", "ttl"]) == 2


def test_free_sparql_a_file_and_a_limit(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "q.rq"
    path.write_text("SELECT ?n { ?p a kg:Person ; kg:name ?n } ORDER BY ?n", "utf-8")
    assert main(["query", folder, str(path), "--limit", "2", "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert main(["query", folder, "ASK { ?e a kg:Meet ; kg:status kg:actual }"]) == 0
    assert capsys.readouterr().out == "true\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["none", "met"], "there is no folder none"),
        (["{}", "mett"], "near it: people/met"),
        (["{}", "path"], "needs from"),
        (["{}", "met", "--set", "person=كونفوشيوس"], "no thing of this graph is called"),
        (["{}", "met", "--set", "nobody=x"], "it has person, since, until"),
        (["{}", "met", "--set", "person"], "NAME=VALUE"),
        (["{}", "SELECT ?x { ?x foo:bar ?y }"], "line 1, column 2"),
        (["{}"], "say which folder and which query"),
    ],
)
def test_wrong_use_says_what_to_do(folder: str, args: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", *(arg.replace("{}", folder) if arg == "{}" else arg for arg in args)]) == 2
    assert said in capsys.readouterr().err


def test_nothing_found_is_said(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, "SELECT ?x { ?x a kg:Nothing }"]) == 0
    assert "nothing found" in capsys.readouterr().err


def test_the_list_names_every_query_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--list"]) == 0
    out = capsys.readouterr().out
    assert "people/met" in out and "من التقى من" in out and "--set person=…" in out
    assert main(["query", "--list", "met"]) == 0
    assert "VALUES ?person" in capsys.readouterr().out


def test_a_store_of_another_version_is_built_again_with_a_word(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    meta = json.loads((copy / "store" / "kg.json").read_text("utf-8"))
    (copy / "store" / "kg.json").write_text(json.dumps(meta | {"engine": "pyoxigraph 0.4, layout 0"}), "utf-8")
    assert main(["query", str(copy), "met"]) == 0
    said = capsys.readouterr()
    assert "written by pyoxigraph 0.4" in said.err and "لويد أوستن" in said.out
    shutil.rmtree(copy / "store")
    assert main(["query", str(copy), "met"]) == 0
    assert (copy / "store" / "kg.json").exists()


def test_it_answers_in_under_a_second(folder: str) -> None:
    command = [sys.executable, "-m", "kg.cli", "query", folder, "met", "--set", "person=غالانت"]
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    # the time of the processor, so that a busy machine does not fail it
    assert ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime < 1.0
