"""Time expressions in articles: which words, which value, and what is none."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.time import NO_TIME, find_times, resolve_expression
from kg.extract.time.lexicon import readings
from kg.record import Span
from kg.text.document import analyse


def found(text: str, published: str | None = "2015-08-01") -> list[tuple[str, str | None]]:
    doc = analyse("d", text, published=published)
    return [(text[t.start : t.end], t.value) for t in find_times(doc)]


def test_the_span_holds_all_words_of_the_expression_and_no_particle_before_it() -> None:
    text = "وصل الوفد مساء أمس (الجمعة)، وكان زار تونس في 26 شباط/فبراير الماضي، وللخميس المقبل موعد."
    assert found(text) == [
        ("مساء أمس (الجمعة)", "2015-07-31"),
        ("26 شباط/فبراير الماضي", "2015-02-26"),
        ("خميس المقبل", "2015-08-06"),
    ]


def test_words_that_cannot_be_resolved_are_kept() -> None:
    assert found("صدرت مؤخرًا، وستنشر خلال الساعات القادمة، ومنذ ذلك الحين لم يتغير شيء.") == [
        ("مؤخرًا", None),
        ("خلال الساعات القادمة", None),
        ("منذ ذلك الحين", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "سقطت رافعة على جسر 6 أكتوبر قرب شارع 14 جانفي.",
        "نشرت صحيفة اليوم السابع تصريحا للأمين العام الحالي.",
        "فازت بثلاثة أهداف لهدفين وسجل اللاعب رمضان.",
        "بلغ عددهم نحو 1300 شخص وفق المادة 2015 من القانون.",
        "مارس الضغط على الحكومة البريطانية تيريزا ماي.",
        "وهو في الثلاثينيات من عمره.",
        "تهب الرياح من 15 إلى 30 كلم وتتراوح الحرارة بين 11 و16 درجة.",
        "ارتفع السعر من 7.50 إلى 8.10 دراهم.",
        "اتصل على 0021671234567 أو 2015.",
    ],
)
def test_names_ages_and_numbers_are_no_times(text: str) -> None:
    assert found(text) == []


def test_a_date_after_a_verb_of_the_future_is_the_next() -> None:
    assert found("سيلتقي الوزير نظيره الثلاثاء.") == [("الثلاثاء", "2015-08-04")]
    assert found("التقى الوزير نظيره الثلاثاء.") == [("الثلاثاء", "2015-07-28")]
    assert found("الانتخابات المقررة في 15 ديسمبر.") == [("15 ديسمبر", "2015-12-15")]


def test_a_clock_time_lies_on_the_day_that_its_sentence_tells() -> None:
    assert found("تنطلق المباراة غدا بملعب رادس، الساعة 20:30.")[1] == ("الساعة 20:30", "2015-08-02T20:30")
    assert found("وقع الزلزال في الساعة 14:08 بالتوقيت المحلي.") == [
        ("الساعة 14:08 بالتوقيت المحلي", "2015-08-01T14:08")
    ]


def test_counted_from_something_in_the_text_is_unresolved() -> None:
    assert found("توفي قبل ثلاثة أيام من الانتخابات.") == [("قبل ثلاثة أيام", None)]
    assert found("سجل هدفه بعد عام من انتقاله.") == [("بعد عام", None)]
    assert found("توفي قبل ثلاثة أيام في المستشفى.") == [("قبل ثلاثة أيام", "2015-07-29")]


def test_a_date_of_publication_in_the_text_anchors_where_none_is_given() -> None:
    text = "تاريخ النشر: 27 مارس 2024\nاجتمع المجلس أمس."
    assert found(text, None)[-1] == ("أمس", "2024-03-26")
    assert found(text, "2024-05-01")[-1] == ("أمس", "2024-04-30")
    assert found("اجتمع المجلس أمس بعد هجوم 27 مارس 2024.", None)[0] == ("أمس", None)


def test_furniture_bears_no_time() -> None:
    text = "نشر أمس\nاجتمع المجلس اليوم."
    doc = analyse("d", text, published="2015-08-01", skip=[Span(0, 7)])
    assert [text[t.start : t.end] for t in find_times(doc)] == ["اليوم"]


_WORDS = sorted(readings())
_TEXT = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from([*_WORDS, "و", "في", "3", "14:08", "2015", "١٢", "/", "،", "(", ")", "وقال", ".", "\n", "ـ"]),
        max_size=25,
    ).map(" ".join),
)


@settings(max_examples=300, deadline=None)
@given(_TEXT, st.sampled_from([None, "2015-08-01", "0001-01-01", "9999-12-31"]))
def test_spans_lie_in_the_text_in_order_and_resolve_again(text: str, published: str | None) -> None:
    times = find_times(analyse("d", text, published=published))
    assert all(0 <= t.start < t.end <= len(text) for t in times)
    assert all(a.end <= b.start for a, b in itertools.pairwise(times))
    for t in times:
        assert text[t.start : t.end].strip() == text[t.start : t.end]
        words = text[t.start : t.end]
        if text[t.start - 2 : t.start] == "لل":  # «للخميس»: the article has gone into the particle
            words = "ال" + words.removeprefix("ال")
        assert resolve_expression(words, published) != NO_TIME


@pytest.mark.parametrize(
    "unit", ["يوم ", "من 3 إلى ", "3 و", "بين عام ", "الأحد والاثنين ", "ألف و", "1/", "(", "قبل ", "مساء ", "12:"]
)
def test_cost_grows_linearly(unit: str) -> None:
    def seconds(size: int) -> float:
        doc = analyse("d", unit * (size // len(unit)), published="2015-08-01")
        begin = time.process_time()
        find_times(doc)
        return time.process_time() - begin

    seconds(2_000)
    small, large = max(seconds(8_000), 0.01), seconds(64_000)
    assert large < small * 8 * 4
