"""Adjectives of nationality in all their forms."""

import pytest

from kg.text.document import analyse
from kg.world.gazetteer import nationalities


def forms(text):
    return [(text[n.start : n.end], n.name, n.definite, n.number, n.gender) for n in nationalities(analyse("t", text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الوزير المصري", ("المصري", "مصر", True, "s", "m")),
        ("صحيفة مصرية", ("مصرية", "مصر", False, "s", "f")),
        ("قال المصريون", ("المصريون", "مصر", True, "p", "m")),
        ("عدد المصريين", ("المصريين", "مصر", True, "p", "m")),
        ("نساء مصريات", ("مصريات", "مصر", False, "p", "f")),
        ("جنديان مصريان", ("مصريان", "مصر", False, "d", "m")),
        ("ناقلتان مصريتان", ("مصريتان", "مصر", False, "d", "f")),
        ("للمصريين", ("مصريين", "مصر", True, "p", "m")),
        ("وبالألمان", ("الألمان", "ألمانيا", True, "p", "m")),
        ("لاعب ألماني", ("ألماني", "ألمانيا", False, "s", "m")),
        ("الرئيس الكوري الجنوبي", ("الكوري الجنوبي", "كوريا الجنوبية", True, "s", "m")),
        ("مواطنين كوريين شماليين", ("كوريين شماليين", "كوريا الشمالية", False, "p", "m")),
        ("الوفد الجنوب أفريقي", ("الجنوب أفريقي", "جنوب أفريقيا", True, "s", "m")),
        ("الشرطة الجنوب إفريقية", ("الجنوب إفريقية", "جنوب أفريقيا", True, "s", "f")),
        ("الجيش الأميركي", ("الأميركي", "الولايات المتحدة", True, "s", "m")),
        ("الرئيس التشيلي", ("التشيلي", "تشيلي", True, "s", "m")),
    ],
)
def test_forms(text, expected):
    assert forms(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "رفع اليد اليمنى",
        "السنة القمرية",
        "المسرح الروماني",
        "القطاع المالي",
        "كيلو التمر هندي",
        "الأمير تركي بن بندر",
        "مصرف",
        "في جامعة كولومبيا",
        "الولايات المتحدة الأمريكية",
    ],
)
def test_other_words(text):
    assert forms(text) == []


def test_weak_adjectives_count_where_the_article_names_the_country():
    assert forms("زار جورجيا. وقال الرئيس الجورجي") == [("الجورجي", "جورجيا", True, "s", "m")]
    assert forms("عاد جورجي زيدان") == []
    assert forms("أزمة الكونغو الديمقراطية: الجيش الكونغولي") == [("الكونغولي", "الكونغو الديمقراطية", True, "s", "m")]


def test_inside_a_longer_name_it_is_told_too():
    assert forms("الجيش الإسرائيلي") == [("الإسرائيلي", "إسرائيل", True, "s", "m")]
