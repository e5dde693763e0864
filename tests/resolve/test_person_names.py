"""Reading a person's name, spelling costs, and the readable part of an address."""

from __future__ import annotations

import pytest

from kg.resolve.iris import romanize, slug, thing_iri, world_iri
from kg.resolve.names import person
from kg.resolve.spelling import distance, is_variant


def parts(name: str) -> list[str]:
    return [p.text for p in person(name).parts]


def test_compounds_are_one_part() -> None:
    assert parts("عبد الفتاح السيسي") == parts("عبدالفتاح السيسي")
    assert parts("حسن نصر الله") == ["حسن", "نصرالله"]
    assert parts("صلاح الدين الأيوبي") == ["صلاحالدين", "الايوبي"]
    assert parts("تميم بن حمد آل ثاني") == ["تميم", "حمد", "الثاني"]


def test_titles_fall_while_a_name_is_left() -> None:
    assert parts("وزير الخارجية الإيراني محمد جواد ظريف") == ["محمد", "جواد", "ظريف"]
    assert parts("الفريق أول عبد الفتاح السيسي") == parts("عبد الفتاح السيسي")
    assert parts("الأمير") == ["الامير"]
    assert parts("أمين الجميل") == ["امين", "الجميل"]


def test_marks() -> None:
    assert person("جورج بوش الابن").marks == {"son"}
    assert person("البابا يوحنا بولس الثاني").marks == {"number 2"}
    assert person("محمد بن سلمان").parts[1].son


@pytest.mark.parametrize(
    "a, b", [("غالانت", "جالانت"), ("بوتين", "بوتن"), ("زيلينسكي", "زيلنسكي"), ("ميلوسيفيتش", "ميلوشيفيتش")]
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert is_variant(a, b) and distance(a, b) == distance(b, a) > 0


@pytest.mark.parametrize("a, b", [("بوش", "بوت"), ("كيري", "كيلي"), ("مالي", "ملاوي"), ("غانا", "غينيا")])
def test_spellings_of_two_names(a: str, b: str) -> None:
    assert not is_variant(a, b)


def test_addresses() -> None:
    assert romanize("غالانت") == "ghalant"
    assert slug("يوآف غالانت!") == "ywaf-ghalant"
    assert world_iri("https://x/", "Person", "Q42") == "https://x/person/Q42"
    assert thing_iri("https://x/", "Person", "ا") != thing_iri("https://x/", "Place", "ا")
    assert thing_iri("https://x/", "Person", "؟؟").startswith("https://x/person/")
