"""The names stage as a whole, on sentences of our own."""

import itertools

import pytest

from kg.extract.names import find_names
from kg.text.document import analyse


def names(text: str) -> list[tuple[str, str]]:
    doc = analyse("t", text)
    return [(text[n.start : n.end], n.type) for n in find_names(doc)]


def test_clitics_stay_outside() -> None:
    found = names("سافر الوزير من باريس إلى القاهرة، ثم عاد لباريس وبقي بالقاهرة وفد من إسرائيل والأردن.")
    assert ("باريس", "Place") in found
    assert ("القاهرة", "Place") in found
    assert found.count(("باريس", "Place")) == 2
    assert not any(text.startswith(("لبار", "بال", "وال")) for text, _ in found)


def test_fused_article_stays_outside() -> None:
    assert ("ولايات المتحدة", "Place") in names("قال المتحدث إن الزيارة مهمة للولايات المتحدة ولحلفائها في المنطقة.")


def test_letter_that_looks_like_a_clitic_belongs_to_the_name() -> None:
    found = names("وصل الرئيس إلى لبنان أمس، ثم توجه إلى بغداد وزار ليبيا وفرنسا.")
    assert {"لبنان", "بغداد", "ليبيا", "فرنسا"} <= {text for text, _ in found}


def test_title_and_nationality_stay_outside() -> None:
    found = names("التقى وزير الدفاع الأمريكي لويد أوستن نظيره الإسرائيلي في واشنطن يوم الثلاثاء.")
    assert ("لويد أوستن", "Person") in found
    assert ("واشنطن", "Place") in found


def test_body_named_by_nationality() -> None:
    assert ("وزارة الخارجية الروسية", "Organization") in names(
        "أعلنت وزارة الخارجية الروسية اليوم أن المحادثات مستمرة."
    )


def test_office_of_a_minister_is_no_body() -> None:
    assert not any(kind == "Organization" for _, kind in names("قال وزير الخارجية الروسي اليوم إن المحادثات مستمرة."))


def test_short_form_follows_long_form() -> None:
    text = "اجتمع الرئيس فلاديمير بوتين مع قادة الجيش في موسكو. وقال بوتين إن الحرب مستمرة. وسلمت رسالة لبوتين."
    assert [t for t, k in names(text) if k == "Person"] == ["فلاديمير بوتين", "بوتين", "بوتين"]


def test_sorted_and_apart_with_confidence() -> None:
    text = "قال رئيس الوزراء العراقي في بغداد إن الحكومة العراقية وحكومة إقليم كردستان اتفقتا، وفق وكالة رويترز."
    found = find_names(analyse("t", text))
    assert found
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= n.confidence <= 1 and n.rule for n in found)


@pytest.mark.parametrize(
    "text", ["", " \n", "2024", "...", "hello world", "ا", "لل", "و ب ل", "#@!" * 50, "كلمة " * 400]
)
def test_odd_input(text: str) -> None:
    doc = analyse("t", text)
    assert all(text[n.start : n.end].strip() for n in find_names(doc))


def test_unknown_backend_is_told() -> None:
    with pytest.raises(ValueError, match="embedded"):
        find_names(analyse("t", "نص"), "nothing")


def test_same_result_each_time() -> None:
    text = "زار أحمد قريع بيروت والتقى سعد الحريري في السراي."
    first = find_names(analyse("t", text))
    find_names(analyse("u", "نص آخر من كلمات أخرى عن محمد وخالد وعمر."))
    assert find_names(analyse("t", text)) == first
