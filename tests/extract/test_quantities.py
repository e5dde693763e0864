"""Numbers that count, with what they count."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.numerals import counted_words, digits_value
from kg.extract.quantities import find_quantities
from kg.text.document import analyse


def found(text: str) -> list[tuple[str, int | float, str, bool]]:
    doc = analyse("d", text, published="2015-08-01")
    return [(text[q.start : q.end], q.value, q.unit, q.approximate) for q in find_quantities(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 100 شخص", ("100", 100, "شخص", False)),
        ("قتل ١٬٢٠٠ شخص", ("١٬٢٠٠", 1200, "شخص", False)),
        ("أكثر من 1.500 مهاجر", ("1.500", 1500, "مهاجر", True)),
        ("نسبة 12.5% من الناخبين", ("12.5", 12.5, "%", False)),
        ("نسبة ٣٫٥ في المئة من", ("٣٫٥", 3.5, "%", False)),
        ("5 ملايين و300 ألف لاجئ", ("5 ملايين و300 ألف", 5_300_000, "لاجئ", False)),
        ("بنحو مليون ونصف المليون دولار", ("مليون ونصف المليون", 1_500_000, "دولار", True)),
        ("جرح خمسة وعشرون جنديا", ("خمسة وعشرون", 25, "جنديا", False)),
        ("مئتي مهاجر", ("مئتي", 200, "مهاجر", False)),
        ("وألفين من العمال", ("ألفين", 2000, "العمال", False)),
        ("ثلاثة آلاف وخمسمئة مقاتل", ("ثلاثة آلاف وخمسمئة", 3500, "مقاتل", False)),
        ("ما لا يقل عن ثلاث عشرة ضحية", ("ثلاث عشرة", 13, "ضحيه", True)),
        ("أصيب 12 شخصا على الأقل", ("12", 12, "شخصا", True)),
        ("وشخصين", ("شخصين", 2, "شخص", False)),
        ("سقط قتيلان", ("قتيلان", 2, "قتيل", False)),
        ("الركاب الأربعة توفوا", ("الأربعة", 4, "الركاب", False)),
        ("أصيب شخص واحد", ("واحد", 1, "شخص", False)),
        ("و100 من عناصر الشرطة", ("100", 100, "عناصر", False)),
        ("مقتل20 شخصا", ("20", 20, "شخصا", False)),
        ("قتل 1900 جندي", ("1900", 1900, "جندي", False)),
        ("نصف مليون نسمة", ("نصف مليون", 500_000, "نسمه", False)),
    ],
)
def test_one_quantity(text: str, expected: tuple[str, int | float, str, bool]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["في 7 أكتوبر 2023 الساعة 14:08", "المادة 80 من القانون رقم 1701", "فاز 2-1 على ضيفه", "هاتف 0555123456", "كأس العالم 2022",
     "عشرات الآلاف من الشهداء", "بملايين الدولارات", "أحد المسؤولين", "واحد من أهم المشاريع", "الثامنة عشرة", "إف-16", "مدنيين عاملين",
     "محطة 2 ماي", "1- قال الوزير", "قبل يومين"],
)  # fmt: skip
def test_no_quantity(text: str) -> None:
    assert found(text) == []


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(
                [*sorted(counted_words().starters)[::7], "1,200", "3.5", "٪", "و", "من", "نحو", "2-1", "12", "."]
            ),
            max_size=20,
        ).map(" ".join),
    )
)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    quantities = find_quantities(analyse("d", text))
    assert all(0 <= q.start < q.end <= len(text) for q in quantities)
    assert all(a.end <= b.start for a, b in itertools.pairwise(quantities))
    assert all(q.value >= 0 for q in quantities)


@given(st.integers(0, 999_999_999))
def test_digits_with_and_without_separators_are_one_number(number: int) -> None:
    arabic = str(number).translate({ord("0") + d: 0x0660 + d for d in range(10)})
    assert digits_value(str(number)) == digits_value(arabic) == digits_value(f"{number:,}") == number
