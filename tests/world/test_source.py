"""What a list may say, and what is said of a wrong one."""

import pytest

from kg.lang import DataError
from kg.text.document import analyse
from kg.world import gazetteer
from kg.world.compiled import table
from kg.world.source import keys, own_id, read, spellings, usual


@pytest.fixture(autouse=True)
def clean():
    yield
    gazetteer.forget_extra()


def test_patterns():
    assert usual("الولايات المتحدة الأمريكية|الأميركية") == "الولايات المتحدة الأمريكية"
    assert spellings("بنيامين نتنياهو|نتانياهو") == ["بنيامين نتنياهو", "بنيامين نتانياهو"]
    assert spellings("محمد حسني? مبارك") == ["محمد حسني مبارك", "محمد مبارك"]


def test_spelling_rules():
    found = keys(["عبد الله بن أبو زيد"])
    assert ("عبد", "الله", "بن", "ابو", "زيد") in found
    assert ("عبدالله", "ابن", "ابي", "زيد") in found
    assert ("عبدالله", "بن", "ابوزيد") in found


def test_own_id():
    assert own_id("Abu Kamal's Côte") == "kg:abu-kamals-cote"
    assert own_id("حلب") == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b", "a list of groups"),
        ("- {type: Place}", "group 1: `entries:`"),
        ("- {entries: [x]}", "group 1, entry 1: not a mapping"),
        ("- {type: Place, entries: [{ar: أ, en: A, colour: red}]}", "(أ): unknown field `colour`"),
        ("- {type: Place, entries: [{en: A}]}", "(A), `ar`"),
        ("- {type: Thing, entries: [{ar: أ, en: A}]}", "`type`: 'Thing' is none of"),
        ("- {type: Place, subtype: Party, entries: [{ar: أ, en: A}]}", "`subtype`: 'Party' is none of"),
        ("- {type: Place, entries: [{ar: أ, wikidata: 12}]}", "`wikidata`: text is expected"),
        ("- {type: Place, entries: [{ar: أ, wikidata: X12}]}", "`wikidata`: 'X12' is not an id"),
        ("- {type: Place, entries: [{ar: أ, en: A, aliases: ب}]}", "`aliases`: a list of texts"),
        ("- {type: Place, entries: [{ar: أ, en: A, refuse: {near: [ب]}}]}", "`refuse`: expected"),
        ("- {type: Place, entries: [{ar: أ}]}", "give `id`, `wikidata` or an English name"),
        ("- {type: Place, country: NO, entries: []}\n- [", "mine.yaml"),
    ],
)
def test_errors_name_file_entry_and_field(text, told):
    with pytest.raises(DataError) as error:
        read(text, "mine.yaml")
    assert "mine.yaml" in str(error.value) and told in str(error.value)


def test_errors_of_the_whole_list():
    two = read("- {type: Place, entries: [{ar: أ, en: A}, {ar: ب, en: A}]}", "mine.yaml")
    with pytest.raises(DataError, match="the id kg:a is that of"):
        table(two)
    abroad = read("- {type: Place, country: ZZ, entries: [{ar: أ, en: A}]}", "mine.yaml")
    with pytest.raises(DataError, match="there is no country 'ZZ'"):
        table(abroad)


def test_a_list_of_ones_own(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "- type: Place\n  subtype: City\n  country: EG\n  entries:\n"
        "  - {ar: نجع الورد, en: Nag al-Ward, aliases: [نجع الورود]}\n"
        "- type: Place\n  subtype: Country\n  entries:\n  - {ar: مصر, en: Egypt, wikidata: Q79, aliases: [أرض الكنانة]}\n",
        encoding="utf-8",
    )
    text = "زار نجع الورود في أرض الكنانة"
    assert gazetteer.find(analyse("t", text)) == []
    gazetteer.load_extra([str(mine)])
    found = gazetteer.find(analyse("t", text))
    assert [(text[n.start : n.end], n.world) for n in found] == [
        ("نجع الورود", "kg:nag-al-ward"),
        ("أرض الكنانة", "Q79"),
    ]
    assert gazetteer.entry("kg:nag-al-ward").country == "Q79"
    assert gazetteer.entry("Q79").name == "مصر"


def test_a_wrong_list_adds_nothing(tmp_path):
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text("- {type: Place, entries: [{ar: نجع الورد, en: Nag al-Ward}]}", encoding="utf-8")
    bad.write_bytes(b"\xff\xfe\x00broken")
    with pytest.raises(DataError, match="not UTF-8"):
        gazetteer.load_extra([str(good), str(bad)])
    assert gazetteer.lookup("نجع الورد") == []
    with pytest.raises(OSError):
        gazetteer.load_extra([str(tmp_path / "none.yaml")])
