"""The sample articles are what seeds/README.md says they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.read import Article, Problem, read_paths

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    problems: list[Problem] = []
    found = list(read_paths([str(SEEDS)], problems))
    assert problems == []
    return found


def test_there_are_enough_and_each_has_title_and_date(articles: list[Article]) -> None:
    assert len(articles) >= 24
    for article in articles:
        assert article.title and len(article.text) > 400, article.id
        assert article.published, article.id


def test_the_readme_names_every_article(articles: list[Article]) -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    assert [a.id for a in articles if f"`{a.id}" not in readme] == []


def test_encodings_and_formats_are_mixed(articles: list[Article]) -> None:
    by_id = {a.id: a for a in articles}
    assert (SEEDS / "oil-cut-gulf-utf16.txt").read_bytes()[:2] in (b"\xff\xfe", b"\xfe\xff")
    with pytest.raises(UnicodeDecodeError):
        (SEEDS / "earthquake-levant-windows1256.txt").read_text(encoding="utf-8")
    assert "السادس من شباط" in by_id["earthquake-levant-windows1256"].text
    assert {Path(a.path).suffix for a in articles} == {".txt", ".html", ".jsonl"}


def test_days_in_all_calendars(articles: list[Article]) -> None:
    days = {a.id: a.published for a in articles}
    assert days["jeddah-summit-gulf"] == "2023-05-19"  # Hijri only
    assert days["tunisia-runoff-maghreb"] == "2023-01-30"
    assert days["lebanon-president-levant"] == "2025-01-09"
    assert days["morocco-quake-maghreb"] == "2023-09-09"
    assert days["morocco-quake-aid"] == "2023-09-10"


def test_furniture_and_the_other_story_are_left_out(articles: list[Article]) -> None:
    def article_only(ident: str) -> str:
        article = next(a for a in articles if a.id == ident)
        text, end = "", 0
        for span in article.skip:
            text += article.text[end : span.start]
            end = span.end
        return text + article.text[end:]

    page = article_only("derna-flood-page")
    assert "الحقوق" not in page and "زلزال المغرب" not in page and "عشرة آلاف شخص" in page
    assert "النفط" not in article_only("lebanon-president-agency")
