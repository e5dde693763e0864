"""The grammar's own examples, and the conventions of docs/time.md."""

import pytest

from kg.extract.time import NO_TIME, resolve_expression
from kg.extract.time.grammar import grammar
from kg.extract.time.meaning import meanings
from kg.graph.edtf import is_edtf

_EXAMPLES = [
    (example, expected)
    for alternatives in grammar().rules.values()
    for alternative in alternatives
    for example, expected in alternative.examples.items()
]


@pytest.mark.parametrize(("text", "expected"), _EXAMPLES)
def test_example_of_a_rule(text: str, expected: str | None) -> None:
    assert resolve_expression(text, grammar().reference) == expected


def test_every_value_is_edtf_that_the_graph_understands() -> None:
    values = [v.replace("../", "").replace("/..", "") for _, v in _EXAMPLES if v]
    unknown = [v for v in values if not is_edtf(v) and not v.endswith("XX")]
    assert unknown == []


def test_every_meaning_is_used_and_every_rule_has_one() -> None:
    used = {alternative.means for alternatives in grammar().rules.values() for alternative in alternatives}
    assert used == set(meanings())


# published, words, value: wordings that no example of a rule has
_WORDINGS = [
    ("2021-06-09", "نهار أمس الثلاثاء", "2021-06-08"),
    ("2021-06-09", "الأحد الفائت", "2021-06-06"),
    ("2021-06-09", "الأربعاء الماضي", "2021-06-02"),
    ("2021-06-09", "الأربعاء", "2021-06-09"),
    ("2021-06-09", "الأربعاء المقبل", "2021-06-16"),
    ("2021-06-09", "في وقت متأخر من ليل الاثنين", "2021-06-07"),
    ("2021-06-09", "20 ماي المنصرم", "2021-05-20"),
    ("2021-06-09", "مطلع يوليوز القادم", "2021-07-01/2021-07-10"),
    ("2021-06-09", "السادس والعشرين من شهر نونبر من سنة 2015", "2015-11-26"),
    ("2021-06-09", "منذ الخامس من آذار/مارس الماضي", "2021-03-05/.."),
    ("2021-06-09", "بين 28 ديسمبر و3 يناير 2019", "2018-12-28/2019-01-03"),
    ("2021-06-09", "الساعة التاسعة إلا عشر دقائق من صباح الغد", "2021-06-10T08:50"),
    ("2021-06-09", "الساعة 10 مساء بالتوقيت المحلي", "2021-06-09T22:00"),
    ("2021-06-09", "قبل عشرين يوما", "2021-05-20"),
    ("2021-06-09", "قبل نحو ثلاث سنوات", "2018"),
    ("2021-06-09", "قبل سنة ونصف", "2019-12"),
    ("2021-06-09", "النصف الثاني من ثمانينيات القرن الماضي", "1985/1989"),
    ("2021-06-09", "ديسمبر2012", "2012-12"),
    ("2021-06-09", "12 نوفبمر 2015", "2015-11-12"),
    (None, "٢٠١١/٠٢/١٤", "2011-02-14"),
    (None, "30 فبراير 2011", None),
    (None, "مساء أمس", None),
    (None, "15 أوت", "XXXX-08-15"),
    (None, "عام 656 هـ", None),
    ("2021-06-09", "كل صباح", None),
    ("2021-06-09", "اليوم الموالي", None),
]


@pytest.mark.parametrize(("published", "text", "expected"), _WORDINGS)
def test_wording(published: str | None, text: str, expected: str | None) -> None:
    assert resolve_expression(text, published) == expected


@pytest.mark.parametrize(
    "text",
    ["شارع 20 مارس", "مدينة 6 أكتوبر", "صلاة الجمعة", "اللاعب شعبان", "قرر القاضي", "المادة 2010", "450 دولارا",
     "الأمين العام الحالي", "المصري اليوم", "في السبعينيات من عمرها", "", "   ", "؟", "الخميس الأسود"],
)  # fmt: skip
def test_no_time(text: str) -> None:
    assert resolve_expression(text, "2021-06-09") == NO_TIME


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2021-13-40", "yesterday", "2021-06-09T10:00:00Z"])
def test_strange_days_of_publication_break_nothing(published: str) -> None:
    for text in (
        "قبل أسبوعين",
        "بعد عشرين شهرا",
        "العام المقبل",
        "رمضان الماضي",
        "قبل خمسة آلاف سنة",
        "29 فبراير",
        "الأسبوع الماضي",
    ):
        resolve_expression(text, published)
