"""kg compare: two names, and a file of pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main


def test_two_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "هانس غروندمان", "هانس جروندمان"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("same\t0.9")
    assert "two spellings of a foreign name" in lines[1]


def test_a_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "كوريا الشمالية", "كوريا الجنوبية", "--type", "Place"]) == 0
    assert capsys.readouterr().out.startswith("different\t")


def test_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("لويد أوستن\tلويد اوستن\tPerson\tsame\n\nواحد\nأ\tب\tThing\n", encoding="utf-8")
    assert main(["compare", "--file", str(pairs)]) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert len(lines) == 4
    assert lines[0] == "لويد أوستن\tلويد اوستن\tPerson\tsame\tsame\t1.00\tthe same words"
    assert "line 3: two names parted by a TAB" in err and "line 4: there is no type 'Thing'" in err
    assert "2 lines skipped" in err


@pytest.mark.parametrize(
    "arguments, told",
    [
        (["واحد"], "two names are needed"),
        (["أ", "ب", "--type", "Thing"], "there is no type 'Thing'"),
        (["أ", " "], "a name is empty"),
        (["--file", "no-such-file.tsv"], "No such file"),
        (["أ", "ب", "--file", "x"], "not both"),
    ],
)
def test_wrong_use(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *arguments]) == 2
    assert told in capsys.readouterr().err
