import pytest

from kg.text.clitics import proclitic_lengths, splits
from kg.text.normalize import fold


@pytest.mark.parametrize(
    ("word", "prefix", "stem"),
    [("لغالانت", "ل", "غالانت"), ("وبأوستن", "وب", "اوستن"), ("سيزور", "س", "يزور"), ("لقائه", "", "لقائ")],
)
def test_a_reading_is_among_the_splits(word: str, prefix: str, stem: str) -> None:
    assert any(s.prefix == prefix and s.stem == stem for s in splits(fold(word)))


def test_the_whole_word_comes_first() -> None:
    assert splits("بايدن")[0].stem == "بايدن"
    assert splits("بايدن")[0].prefix == ""


def test_lam_with_the_article_is_definite_and_leaves_no_article() -> None:
    split = next(s for s in splits(fold("للولايات")) if s.definite)
    assert (split.prefix, split.article, split.stem) == ("لل", "", "ولايات")


def test_readings_put_together_are_the_word() -> None:
    for word in ("وبالقاهرة", "فلجنودهم", "والتقى", "كاتب"):
        norm = fold(word)
        assert all(s.prefix + s.article + s.stem + s.suffix == norm for s in splits(norm))


def test_proclitics_of_names_are_counted_in_letters() -> None:
    assert proclitic_lengths(fold("وللعراق")) == (0, 1, 2, 3)
