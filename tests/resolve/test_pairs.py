"""Names: the figures on our own list of pairs, and what each feature says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.lang import load
from kg.resolve.compare import compare, judge, table

PAIRS = [line.split("\t") for line in (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()]


def test_figures_on_the_list() -> None:
    answers = Counter((wanted, compare(a, b, type).answer) for a, b, type, wanted in PAIRS)
    same = sum(n for (wanted, _), n in answers.items() if wanted == "same")
    assert len(PAIRS) >= 650
    assert answers["different", "same"] == 0
    assert answers["same", "same"] / same >= 0.97
    assert answers["same", "different"] <= 5


def test_no_false_merge_without_the_gazetteer() -> None:
    wrong = [
        (a, b)
        for a, b, type, wanted in PAIRS
        if wanted == "different" and compare(a, b, type, world=False).answer == "same"
    ]
    assert wrong == []


@pytest.mark.parametrize("a, b, type, wanted", PAIRS[::23])
def test_the_order_of_names_does_not_matter(a: str, b: str, type: str, wanted: str) -> None:
    assert compare(a, b, type) == compare(b, a, type)


@pytest.mark.parametrize(
    "a, b, type, answer, reason",
    [
        ("يوآف غالانت", "يوآف جالانت", "Person", "same", "two spellings of a foreign name"),
        ("غالانت", "يوآف غالانت", "Person", "same", "family name alone"),
        ("عبد الفتاح السيسي", "عبدالفتاح السيسي", "Person", "same", "divided into words differently"),
        ("الأمير محمد بن سلمان", "محمد بن سلمان", "Person", "same", "without its title"),
        ("محمد بن سلمان", "محمد بن سلطان", "Person", "different", "different fathers"),
        ("محمد بن سلمان", "محمد بن خالد بن سلمان", "Person", "different", "different fathers"),
        ("خالد بن سلمان", "محمد بن سلمان", "Person", "different", "different first names"),
        ("جورج بوش الأب", "جورج بوش الابن", "Person", "different", "father and son"),
        ("الملك محمد الخامس", "الملك محمد السادس", "Person", "different", "rulers of one name"),
        ("محمد علي", "محمد علي الحوثي", "Person", "unsure", "leaves out the last name"),
        ("إبراهيم رئيسي", "إبراهيم الرئيسي", "Person", "unsure", "with and without the article"),
        ("حركة حماس", "حماس", "Organization", "same", "without its class noun"),
        ("سي إن إن", "CNN", "Organization", "same", "initials"),
        ("وزارة النقل السورية", "وزارة النقل الليبية", "Organization", "different", "two countries"),
        ("وزارة النقل", "وزارة النقل الليبية", "Organization", "unsure", "many countries"),
        ("كوريا الشمالية", "كوريا الجنوبية", "Place", "different", "points of the compass"),
        ("شمال سيناء", "جنوب سيناء", "Place", "different", "points of the compass"),
        ("كأس العالم 2018", "كأس العالم 2022", "NamedEvent", "different", "numbers or years"),
        ("تطوان", "تطاوين", "Place", "different", "different words"),
        ("مطار بيروت", "بيروت", "Place", "different", "another thing"),
    ],
)
def test_features(a: str, b: str, type: str, answer: str, reason: str) -> None:
    verdict = compare(a, b, type, world=False)
    assert verdict.answer == answer, verdict
    assert any(reason in told for told in verdict.reasons), verdict


def test_every_answer_has_a_reason() -> None:
    assert all(compare(a, b, type).reasons for a, b, type, _ in PAIRS)


def test_the_table_is_well_formed() -> None:
    weights, same, different, _ = table()
    assert 0 < different < same < 1
    assert all(-1 <= weight <= 1 and weight and says for weight, says in weights.values())
    assert set(load("compare_features.yaml")["features"]) == set(weights)
    with pytest.raises(KeyError):
        from kg.resolve.compare import Found

        judge([Found("no_such_feature")])
