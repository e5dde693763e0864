import pytest

from kg.text import inflection
from kg.text.normalize import fold


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("قال", "قال قالت قالوا قالا"),
        ("التقى", "التقى التقت التقوا التقيا"),
        ("دعا", "دعا دعت دعوا"),
        ("أعلن", "أعلن أعلنت أعلنوا أعلنتا"),
        ("نفى", "نفى نفت نفوا"),
    ],
)
def test_past(verb: str, forms: str) -> None:
    assert {fold(f) for f in forms.split()} <= inflection.past(fold(verb))


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("يقول", "يقول تقول يقولون نقول يقولان"),
        ("يلتقي", "يلتقي تلتقي يلتقون يلتقيان"),
        ("يدعو", "يدعو تدعو يدعون يدعوا"),
    ],
)
def test_present(verb: str, forms: str) -> None:
    assert {fold(f) for f in forms.split()} <= inflection.present(fold(verb))


def test_jussive_drops_the_weak_letter() -> None:
    assert "يدع" in inflection.jussive("يدعو")
    assert "يقل" in inflection.jussive("يقول")
    assert inflection.jussive("يعلن") == set()


def test_a_final_weak_letter_before_a_pronoun() -> None:
    assert inflection.joined(fold("التقى")) == {"التقا"}


def test_nouns_take_pronouns() -> None:
    assert "زيارت" in inflection.noun(fold("زيارة"))
    assert "لقائ" in inflection.noun(fold("لقاء"))


def test_participles() -> None:
    assert {"موكدا", "موكده"} & inflection.participle("موكد") == {"موكدا", "موكده"}
