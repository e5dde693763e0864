"""kg explain: names, joins, statements with article and quotation; Latin; several; none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main


@pytest.mark.parametrize("query", ["غالانت", "يواف جالانت", "Gallant"])
def test_one_thing(query: str, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(built), query]) == 0
    out = capsys.readouterr().out
    assert "يوآف غالانت × 1" in out and "يوآف جالانت × 1" in out
    assert "Why these are one" in out
    assert "«وزير الدفاع»" in out
    assert "«قال يوآف غالانت في إسرائيل إن العملية ستبدأ غدا»" in out
    assert "صحيفة التجربة, 2024-03-26 (a)" in out and "undated (b)" in out


def test_by_iri_and_event(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(built), "سعد الحريري"]) == 0
    out = capsys.readouterr().out
    iri = out.splitlines()[2].strip()
    assert iri.startswith("https://w3id.org/arabic-news-kg/person/")
    assert main(["explain", str(built), iri]) == 0
    assert capsys.readouterr().out == out
    event = next(w for w in out.split() if "/say/" in w)
    assert main(["explain", str(built), event]) == 0
    assert "speaker: سعد الحريري" in capsys.readouterr().out


def test_several(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(built), "الحريري"]) == 1
    out = capsys.readouterr().out
    assert "سعد الحريري" in out and "رفيق الحريري" in out


def test_none(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(built), "سعد الحرير"]) == 1
    err = capsys.readouterr().err
    assert "is called 'سعد الحرير'" in err and "سعد الحريري" in err
    assert main(["explain", str(built / "nowhere"), "x"]) == 2


def test_corrections_are_told(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "- same: [سعد الحريري, محمد علي]\n  by: قارئ\n  date: 2026-01-31\n  why: تجربة\n"
    (built / "corrections.yaml").write_text(text, encoding="utf-8")
    assert main(["explain", str(built), "سعد الحريري"]) == 0
    assert "a person said that they are the same [قارئ, 2026-01-31: تجربة]" in capsys.readouterr().out
    (built / "corrections.yaml").write_text("- same: [", encoding="utf-8")
    assert main(["explain", str(built), "سعد الحريري"]) == 2
    assert "broken YAML" in capsys.readouterr().err
