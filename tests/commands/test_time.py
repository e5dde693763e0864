"""kg time, one expression and a list."""

from pathlib import Path

import pytest

from kg.cli import main


def test_one_expression(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["time", "أول من أمس", "--published", "2024-03-26"]) == 0
    assert main(["time", "مؤخرا"]) == 0
    assert main(["time", "جسر 6 أكتوبر"]) == 0
    assert capsys.readouterr().out == "2024-03-24\nnull\nnone\n"


def test_a_list_keeps_its_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("2024-03-26\tأمس\tkept\n\tعام 2011\n", encoding="utf-8")
    assert main(["time", "--file", str(path)]) == 0
    assert capsys.readouterr().out == "2024-03-26\tأمس\tkept\t2024-03-25\n\tعام 2011\t2011\n"


@pytest.mark.parametrize(
    "args", [[], ["أمس", "--file", "x"], ["أمس", "--published", "26/3/2024"], ["--file", "/no/such"]]
)
def test_wrong_use_is_told(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["time", *args]) == 2
    assert "kg time:" in capsys.readouterr().err


def test_a_line_without_a_tab_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("أمس\n", encoding="utf-8")
    assert main(["time", "--file", str(path)]) == 2
    assert "line 1" in capsys.readouterr().err
