"""kg review: asks the open pairs and writes the answers."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg.cli import main
from kg.resolve.corrections import load_corrections


def review(folder: Path, answers: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    return main(["review", str(folder), "--by", "قارئ", "--date", "2026-01-31"])


def test_an_answer_is_kept(built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    corrections = built / "corrections.yaml"
    corrections.write_text("# mine\n- delete: شبح\n  by: أنا\n  date: 2025-01-01\n", encoding="utf-8")
    assert review(built, "x\nd\n", monkeypatch) == 0
    out, err = capsys.readouterr()
    assert "محمد علي  =?=  محمد علي الحوثي" in out and "«قال محمد علي في مصر" in out
    assert "s for same" in err and "1 correction written" in err
    text = corrections.read_text(encoding="utf-8")
    assert text.startswith("# mine\n- delete: شبح\n")
    entry = load_corrections(corrections).of("different")[0]
    assert entry.things == ("محمد علي", "محمد علي الحوثي") and entry.by == "قارئ"
    assert review(built, "", monkeypatch) == 0
    assert "No pair is open" in capsys.readouterr().out


def test_skipping_writes_nothing(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert review(built, "\n", monkeypatch) == 0
    assert review(built, "q\n", monkeypatch) == 0
    assert not (built / "corrections.yaml").exists()


def test_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(tmp_path)]) == 2
    assert "kg build" in capsys.readouterr().err
