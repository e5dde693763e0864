"""What stands around an article is found; the article itself is left whole. Every rule's own examples are run."""

from __future__ import annotations

import itertools
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import load
from kg.read import find_furniture

BODY = (
    "أعلن الوزير في مؤتمر صحفي عقده في العاصمة أن الحكومة ستبدأ تنفيذ المشروع في العام المقبل، "
    "وأن العمل سيستمر ثلاثة أعوام كاملة.\n"
)
RULES: list[dict[str, Any]] = load("furniture.yaml")["rules"]
EXAMPLES = [(rule, kind, text) for rule in RULES for kind in ("must", "must_not") for text in rule[kind]]


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_furniture(text)]


@pytest.mark.parametrize(("rule", "kind", "example"), EXAMPLES)
def test_the_examples_of_every_rule(rule: dict[str, Any], kind: str, example: str) -> None:
    marked = rule["match"] in ("head", "tail")
    line = example.replace("[", "").replace("]", "") if marked else example
    text = f"{line}\n{BODY}" if rule.get("where") == "top" or rule["match"] == "head" else f"{BODY}{BODY}{line}"
    wanted = example[example.index("[") + 1 : example.index("]")] if marked and kind == "must" else example
    assert found(text) == ([wanted] if kind == "must" else [])


def test_every_rule_has_examples_of_both_kinds() -> None:
    assert all(rule["must"] and rule["must_not"] for rule in RULES)


def test_spellings_and_marks_do_not_matter() -> None:
    for line in ("إقرأ أيضًا:", "اقرأ ايضا", "•  اقــرأ أيضاً …", "** اقرأ أيضا **"):
        assert found(BODY + line) == [line], line


def test_another_story_after_the_end_is_left_out_whole() -> None:
    other = "اقرأ أيضاً:\nارتفاع أسعار النفط\n" + "صعدت أسعار النفط اليوم مع تراجع المخزونات.\n" * 3
    text = BODY * 3 + "المصدر: وكالات\n" + other
    assert found(text) == ["المصدر: وكالات", other.rstrip("\n")]


def test_a_story_linked_in_the_middle_takes_one_line_and_no_paragraph() -> None:
    text = BODY * 2 + "اقرأ أيضاً:\nارتفاع أسعار النفط\nعنوان فرعي للخبر\n" + BODY * 2
    assert found(text) == ["اقرأ أيضاً:", "ارتفاع أسعار النفط"]


def test_links_listed_between_empty_lines() -> None:
    links = ["مواضيع ذات صلة", "ارتفاع أسعار النفط", "وفاة فنان كبير", "فوز فريق العاصمة"]
    assert found(f"{BODY}\n{BODY}\n" + "\n".join(links) + f"\n\nعنوان فرعي\n\n{BODY}\n{BODY}") == links
    assert found(BODY * 2 + "\n".join(links)) == links


def test_a_label_at_the_top_is_a_section_and_elsewhere_a_heading() -> None:
    assert found("رياضة\n" + BODY) == ["رياضة"]
    assert found("رياضة") == []
    assert found(BODY * 12 + "رياضة\n" + BODY) == []


def test_a_line_that_only_tells_the_day_of_publication_is_furniture() -> None:
    for line in ("نشر في 26/03/2024", "تاريخ النشر: 27th, March 2024 GMT", "آخر تحديث: 26 مارس 2024 - 14:05"):
        assert found(f"عنوان الخبر\n{line}\n{BODY}") == [line]
    for line in ("نشر في 30 دولة جنودا", "القاهرة، 7 أيار 2023", "نشرت الصحيفة في 3/5/2012 تقريرا"):
        assert found(f"عنوان الخبر\n{line}\n{BODY}") == []


def test_long_lines_are_never_taken_whole() -> None:
    assert found("اعلان " + "كلمة " * 200) == []
    assert found("جميع الحقوق محفوظة " + "كلمة " * 200) == []


@given(st.text(st.sampled_from("اعلان شارك\n.:©@/()12سمات المصدر\u200f\u064b\0ـ "), max_size=120))
def test_spans_are_sorted_apart_and_inside(text: str) -> None:
    spans = find_furniture(text)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in spans)


@given(st.lists(st.sampled_from([w for r in RULES for w in map(str, r["words"])] + [BODY]), max_size=12))
def test_any_mixture_of_furniture_leaves_paragraphs_before_it(lines: list[str]) -> None:
    text = BODY * 2 + "\n".join(lines)
    assert all(span.start >= len(BODY) * 2 for span in find_furniture(text) if text[span.start] != "\n")


@pytest.mark.parametrize(
    "unit",
    ["سمات ", "a@a.", "http://a www.b ", "(1) ", "\n", " \n", "© ", "اقرأ أيضا\n", "\u064b", "\u200f\n", "...سمات"],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            find_furniture(text)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(200_000) < 30 * seconds(20_000) + 0.05
