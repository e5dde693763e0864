import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.normalize import fold, is_arabic, original_index

ARABIC = st.text(alphabet=st.characters(min_codepoint=0x0600, max_codepoint=0x06FF) | st.sampled_from(" .،abc«»"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("أوستن", "اوستن"),
        ("إسرائيل", "اسرائيل"),
        ("قـُدمًا", "قدما"),
        ("مصطفى", "مصطفي"),
        ("غزة", "غزه"),
        ("١٤", "14"),
        ("۱۴", "14"),
        ("پوتین", "بوتين"),
        ("CNN", "cnn"),
    ],
)
def test_spellings_that_news_mixes_become_one(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(("a", "b"), [("غالانت", "جالانت"), ("سلمان", "سلطان"), ("مؤمن", "مومن")])
def test_different_letters_stay_different(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@given(ARABIC)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ARABIC, st.integers(min_value=0, max_value=30))
def test_an_index_of_the_folded_form_leads_back_to_its_letter(text: str, k: int) -> None:
    folded = fold(text)
    k = min(k, len(folded))
    i = original_index(text, k)
    assert fold(text[:i]) == folded[:k]
    assert fold(text[i:]) == folded[k:]


def test_arabic_letters_are_known_from_digits_and_latin() -> None:
    assert is_arabic("abc ب")
    assert not is_arabic("abc 123 ١٢٣ ،")
