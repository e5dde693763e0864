"""Readings of words without their clitics, as the tagger sees them."""

from kg.extract.names.encode import LONGEST, MARKS, code
from kg.extract.names.words import compared, stems, word


def test_one_form_for_the_spellings_of_a_word() -> None:
    assert compared("الأُمَّة") == compared("الامه")
    assert compared("مسؤول") == compared("مسوول")
    assert compared("١٢٣") == "000"


def test_readings_leave_out_clitics_in_order() -> None:
    assert stems("والقاهره") == (("القاهره", "قاهره"), "وال")
    assert stems("للولايات") == (("ولايات",), "لل"[:2])
    assert stems("في") == ((), "")


def test_lists_are_found_behind_clitics() -> None:
    assert "before_person" in word("والرئيس").lists
    assert "before_place" in word("بمدينة").lists
    assert word("كتاب").lists == ()


def test_code_is_bounded() -> None:
    c = code("ا" * 100, {})
    assert len(c.letters) == LONGEST + 2
    assert c.word == c.stem == 0
    assert all(0 <= m < MARKS for m in c.marks)
    assert code("مدينة", {"مدينه": 7}).word == 7
    assert code("بالمدينة", {"مدينه": 7}).stem == 7
