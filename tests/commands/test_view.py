from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "export"))

import sample

from kg.cli import main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    import kg.pipeline

    knowledge = sample.small()
    monkeypatch.setattr(kg.pipeline, "open_knowledge", lambda where: knowledge)
    return tmp_path


def test_the_path_goes_to_standard_output(folder, capsys):
    assert main(["view", str(folder)]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path == folder / "view.html" and '"كأس العالم 2022"' in path.read_text("utf-8")


def test_around_a_name_in_another_spelling(folder, capsys):
    assert main(["view", str(folder), "--around", "جالانت", "-o", str(folder / "g.html")]) == 0
    page = (folder / "g.html").read_text("utf-8")
    assert "لويد أوستن" in page and "كأس العالم 2022" not in page


def test_a_drawing(folder, capsys):
    assert main(["view", str(folder), "--format", "svg", "--since", "2024-04"]) == 0
    drawing = (folder / "view.svg").read_text("utf-8")
    assert "أنتوني بلينكن" in drawing and "لويد أوستن" not in drawing


def test_nothing_left(folder, capsys):
    assert main(["view", str(folder), "--since", "2031"]) == 1
    assert "nothing in the graph" in capsys.readouterr().err
