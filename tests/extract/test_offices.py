from __future__ import annotations

import pytest

from kg.extract.cover import cover
from kg.extract.lexicon import forms, head_of, office_words
from kg.extract.office_grammar import Office
from kg.extract.offices import find_offices
from kg.lang import load
from tests.extract.marked import marked

_EXAMPLES = load("offices.yaml")["examples"]


def offices(text: str) -> list[tuple[Office, str, str]]:
    """Each office of a marked sentence with its phrase and the name beside it, "-" where it stands alone."""
    doc, layers = marked(text)
    spans = [doc.text[n.start : n.end] for n in layers.names]
    found = find_offices(cover(doc, layers))
    return [(o, doc.text[o.start : o.end], spans[o.name] if o.name >= 0 else "-") for o in found]


@pytest.mark.parametrize(("text", "phrase", "title", "name"), _EXAMPLES["must"])
def test_examples(text: str, phrase: str, title: str, name: str) -> None:
    assert (phrase, title, name) in [(p, o.title, n) for o, p, n in offices(text)]


@pytest.mark.parametrize("text", _EXAMPLES["must_not"])
def test_counterexamples(text: str) -> None:
    assert not [p for o, p, n in offices(text) if n != "-" or (not office_words().heads[o.head].weak and len(p.split()) > 1)]


def test_dual_with_two_adjectives_and_two_names() -> None:
    found = offices("اجتمع وزيرا الدفاع الأميركي <سامر نبيل> والإسرائيلي <كريم حداد> أمس")
    assert [(o.title, o.countries, n) for o, _, n in found] == [
        ("وزير الدفاع", ("US",), "سامر نبيل"),
        ("وزير الدفاع", ("IL",), "كريم حداد"),
    ]


def test_singular_carried_over_to_the_next_country() -> None:
    found = offices("حضر الرئيس المصري <سامر نبيل> والتونسي <كريم حداد>")
    assert [(o.countries, n) for o, _, n in found] == [(("EG",), "سامر نبيل"), (("TN",), "كريم حداد")]


def test_body_inside_the_phrase_is_no_part_of_the_title() -> None:
    [(office, phrase, name)] = offices("قال <سامر نبيل>، رئيس {لجنة الحريات} ب{نقابة المحامين} ب[الإسكندرية]، ذلك")
    assert (office.title, phrase, name) == ("رئيس", "رئيس لجنة الحريات بنقابة المحامين بالإسكندرية", "سامر نبيل")
    assert office.organization == 1


@pytest.mark.parametrize("word", ["السابق", "الأسبق", "المخلوع", "المعزول"])
def test_former(word: str) -> None:
    [(office, _, name)] = offices(f"زار الرئيس المصري {word} <سامر نبيل> المدينة")
    assert office.former and office.title == "الرئيس" and name == "سامر نبيل"


def test_acting_is_no_part_of_the_title() -> None:
    [(office, _, name)] = offices("قال القائم بأعمال {السفارة الإيرانية} بالإنابة <سامر نبيل> إن")
    assert (office.title, office.organization, name) == ("القائم بأعمال", 0, "سامر نبيل")


def test_comma_and_honorific_between() -> None:
    found = offices("قال وزير الخارجية الأردني، الدكتور <سامر نبيل>، إن")
    assert [(o.title, n) for o, _, n in found] == [("وزير الخارجية", "سامر نبيل")]


def test_two_people_with_their_offices_in_a_row() -> None:
    found = offices("لقاء رئيس {حزب الماء}، <سامر نبيل>، وزير الخارجية الإيراني، <كريم حداد> أمس")
    assert [(o.title, n) for o, _, n in found] == [("رئيس", "سامر نبيل"), ("وزير الخارجية", "كريم حداد")]


def test_office_after_a_titled_name_between_commas_is_of_another() -> None:
    found = offices("كلف رئيس الجمهورية، <سامر نبيل>، وزير التجارة بذلك")
    assert [(o.title, n) for o, _, n in found] == [("رئيس الجمهورية", "سامر نبيل"), ("وزير التجارة", "-")]


def test_name_after_the_office_inside_is_of_whom_is_served() -> None:
    found = offices("وقال أحد كبار مساعدي الرئيس المصري <سامر نبيل> إن")
    assert [(o.title, n) for o, _, n in found if n != "-"] == [("الرئيس", "سامر نبيل")]


def test_dual_in_construct_state_has_two_countries() -> None:
    [(office, phrase, _)] = offices("اختتم وزيرا الخارجية المصري والأردني اجتماعهما")
    assert (office.number, office.countries, phrase) == ("d", ("EG", "JO"), "وزيرا الخارجية المصري والأردني")


def test_post_given_and_post_held() -> None:
    assert ("وزير الدفاع", "سامر نبيل") in [(o.title, n) for o, _, n in offices("شغل <سامر نبيل> منصب وزير الدفاع سنوات")]
    assert ("وزير الدفاع", "سامر نبيل") in [(o.title, n) for o, _, n in offices("عين <سامر نبيل> وزيرا للدفاع أمس")]


def test_royal_is_no_king() -> None:
    assert head_of("الملكي") is None and head_of("الملك") is not None


def test_colon_ends_a_heading() -> None:
    assert [n for _, _, n in offices("رئيس {حزب الماء}: <سامر نبيل> هنا")] == ["-"]


def test_his_chief_is_not_a_woman_chief() -> None:
    his, woman = head_of("رئيسه"), head_of("رئيسة")
    assert his is not None and his.suffix and his.gender == "m"
    assert woman is not None and not woman.suffix and woman.gender == "f"


def test_dual_and_regular_plural_are_derived() -> None:
    found = forms("مندوب", "مندوبة", None)
    assert found["مندوبان"] == ("d", "m") and found["مندوبون"] == ("p", "m") and found["مندوبتين"] == ("d", "f")


def test_lexicon_is_large_enough() -> None:
    words = office_words()
    assert len(words.heads) + len(words.whole) >= 250
