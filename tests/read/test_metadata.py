"""Dates, sources and titles that a text states of itself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import load
from kg.read.furniture import find_furniture
from kg.read.metadata import find_metadata, parse_date

BODY = "أعلن الوزير في مؤتمر صحفي أن الحكومة ستبدأ تنفيذ المشروع في العام المقبل، وأن العمل سيستمر ثلاثة أعوام كاملة، وأن خمس شركات ستشارك فيه.\n"
EXAMPLES: list[dict[str, Any]] = load("furniture.yaml")["metadata"]["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["line"])
def test_the_examples_of_the_file(example: dict[str, Any]) -> None:
    stated = find_metadata(f"عنوان الخبر\n{example['line']}\n{BODY}")._asdict()
    assert {key: stated[key] for key in example if key != "line"} == {k: v for k, v in example.items() if k != "line"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-03-26", "2024-03-26"),
        ("2024-03-26T23:30:00+03:00", "2024-03-26"),
        ("2024-3-6 10:00", "2024-03-06"),
        ("20240326", "2024-03-26"),
        ("2024/03/26", "2024-03-26"),
        ("26/03/2024", "2024-03-26"),
        ("3/26/2024", "2024-03-26"),
        ("26.3.2024", "2024-03-26"),
        ("٢٦/٠٣/٢٠٢٤", "2024-03-26"),
        ("Tue, 26 Mar 2024 10:00:00 GMT", "2024-03-26"),
        ("March 26, 2024", "2024-03-26"),
        ("27th, March 2024 GMT", "2024-03-27"),
        ("1711450000", "2024-03-26"),
        ("1711450000000", "2024-03-26"),
        ("26 مارس 2024", "2024-03-26"),
        ("الثلاثاء 26 آذار 2024", "2024-03-26"),
        ("16 رمضان 1445هـ", "2024-03-26"),
        ("2024-02-30", None),
        ("2024", None),
        ("أمس", None),
        ("", None),
    ],
)
def test_dates(text: str, value: str | None) -> None:
    assert parse_date(text) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("القاهرة، 7 أيار 2023", "2023-05-07"),
        ("تونس في 30 جانفي 2023", "2023-01-30"),
        ("السبت 9 شتنبر 2023", "2023-09-09"),
        ("الجمعة 18 شعبان 1444 هـ الموافق 10 مارس 2023 م", "2023-03-10"),
        ("الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس", "2015-08-11"),
        ("نشر بتاريخ: 29 شوال 1444هـ", "2023-05-19"),
        ("12 سبتمبر 2023 - 14:05", "2023-09-12"),
        ("إسطنبول - 6 فبراير 2023 - " + BODY.strip(), "2023-02-06"),
        ("انتخابات 7 أيار 2023", None),
        ("ضرب الزلزال المدينة في 6 شباط 2023", None),
        ("ولد في بغداد بتاريخ 3/5/1960", None),
        ("قال إن الاتفاق نشر في 3/5/2019 في الجريدة الرسمية للدولة.", None),
    ],
)
def test_lines_that_state_the_day_of_publication(line: str, value: str | None) -> None:
    assert find_metadata(f"عنوان الخبر\n{line}\n{BODY}").published == value


def test_a_date_in_the_middle_of_the_article_states_nothing() -> None:
    assert find_metadata(BODY * 9 + "7 أيار 2023\n" + BODY * 9).published is None


def test_a_list_of_dates_states_none() -> None:
    assert find_metadata(f"برنامج الجولة\nالسبت 8 أفريل 2017\nالأحد 9 أفريل 2017\n{BODY}").published is None


def test_a_title_is_a_short_first_line_of_the_article() -> None:
    def title(text: str) -> str | None:
        return find_metadata(text, find_furniture(text)).title

    assert title("دولية\n\nالوزير يعلن المشروع\n" + BODY) == "الوزير يعلن المشروع"
    assert title("نشر في 26/03/2024\nالوزير يعلن المشروع\n" + BODY) == "الوزير يعلن المشروع"
    assert title("أعلن الوزير المشروع.\n" + BODY) is None
    assert title(BODY) is None


def test_a_source_inside_another_story_is_not_the_articles() -> None:
    text = BODY * 2 + "المصدر: صحيفة الغد\nاقرأ أيضا:\nخبر آخر\n" + BODY + "المصدر: صحيفة الأمس\n"
    assert find_metadata(text, find_furniture(text)).source == "صحيفة الغد"


@given(st.text(max_size=80))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    value = parse_date(text)
    assert value is None or len(value) == 10
    find_metadata(text)
