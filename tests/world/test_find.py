"""Where names begin and end, and which of several things they mean."""

from itertools import pairwise

import pytest

from kg.text.document import analyse
from kg.world.gazetteer import annotate, entry, find, lookup


def names(text, key=lambda n, s: s):
    return [key(n, text[n.start : n.end]) for n in find(analyse("t", text))]


def with_english(text):
    return names(text, lambda n, s: (s, entry(n.world).name_en))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل إلى للولايات المتحدة", ["ولايات المتحدة"]),  # لل swallows the article
        ("وبمصر ولقطر وبالقاهرة", ["مصر", "قطر", "القاهرة"]),
        ("زار الولايات المتحدة الأميركية أمس", ["الولايات المتحدة الأميركية"]),  # the longest
        ("زار الأردن وللأردن حدود", ["الأردن", "أردن"]),
        ("لغالانت وبأوستن", ["غالانت", "أوستن"]),
        ("قال عبدالفتاح السيسي وعبد الفتاح السيسي", ["عبدالفتاح السيسي", "عبد الفتاح السيسي"]),
        ("بحث نتانياهو ونتنياهو", ["نتانياهو", "نتنياهو"]),
        ("في القــاهرة والقَاهِرَة", ["القــاهرة", "القَاهِرَة"]),
        ("#قطاع_غزة", ["قطاع_غزة"]),
        ("مصرف ومصرع وقطرة ولبنانيات", []),  # whole words only
        ("في المباراة. مصر. فازت", ["مصر"]),
        ("كأس العالم 2022 في قطر", ["كأس العالم 2022", "قطر"]),
    ],
)
def test_spans(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت حركة حماس", ["حماس"]),
        ("في مدينة رفح", ["رفح"]),
        ("محافظة نينوى", ["نينوى"]),
        ("نقلت صحيفة معاريف", ["معاريف"]),
        ("شركة أرامكو", ["أرامكو"]),
        ("في قطاع غزة", ["قطاع غزة"]),
        ("انعقد مجلس الأمن الدولي", ["مجلس الأمن الدولي"]),
        ("اعلن حزب الله", ["حزب الله"]),
        ("استقبل الملك سلمان الوفد", ["سلمان"]),  # the title is outside
        ("زار البابا فرنسيس العراق", ["فرنسيس", "العراق"]),
        ("توفي الملا عمر", ["الملا عمر"]),  # but for one that never leaves the name
    ],
)
def test_class_nouns_and_titles_stay_outside(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نشر صورا", []),
        ("قصف مدينة صور", [("صور", "Tyre")]),
        ("لعب بحماس", []),
        ("دعم مالي", []),
        ("فتح المعبر", []),
        ("قالت حركة فتح", [("فتح", "Fatah")]),
        ("عاد إلى جده", []),  # his grandfather
        ("عاد إلى جدة", [("جدة", "Jeddah")]),
        ("أفاد المصدر", []),  # not the Turkish آفاد
        ("باع الإبل", []),
        ("أعلنت آبل", [("آبل", "Apple")]),
        ("يحدث دوماً", []),
        ("هذا مسقط رأسه", []),
    ],
)
def test_common_words_are_left_alone(text, expected):
    assert with_english(text) == expected


def test_class_noun_tells_which_of_two():
    assert with_english("وصل إلى مدينة الكويت") == [("الكويت", "Kuwait City")]
    assert with_english("وصل إلى الكويت") == [("الكويت", "Kuwait")]
    assert with_english("صحيفة الشرق الأوسط") == [("الشرق الأوسط", "Asharq Al-Awsat")]


def test_countries_of_the_article_tell_which_of_two():
    assert ("طرابلس", "Tripoli") in with_english("وصل المبعوث إلى ليبيا. واستقبلته طرابلس.")
    assert ("طرابلس", "Tripoli (Lebanon)") in with_english("شمال لبنان: أعلن الجيش اللبناني انتشاره في طرابلس.")


def test_a_name_that_may_be_part_of_a_longer_one_is_open():
    found = find(analyse("t", "في جامعة بيروت"))
    assert [n.ambiguous for n in found] == [True]
    assert found[0].confidence < find(analyse("t", "في بيروت"))[0].confidence


def test_short_form_follows_its_long_form():
    assert with_english("قال محمود عباس. وأضاف عباس أنه يرفض.")[1] == ("عباس", "Mahmoud Abbas")
    assert names("أضاف عباس أنه يرفض.") == []


def test_persons_that_only_share_a_part():
    assert names("قال وائل السيسي القنصل") == []
    assert names("الأمير فيصل بن سلمان بن عبدالعزيز") == []
    assert names("الدكتور عبدالله بن محمد السويد") == []


def test_clubs_count_in_sport_only():
    sport = "في المباراة فاز الفريق بهدف. وقال المدرب إن الأهلي لعب جيدا."
    assert "الأهلي" in names(sport)
    assert "الأهلي" not in names("قال إن العمل الأهلي مهم")


def test_order_and_no_overlap():
    found = find(analyse("t", "أكد وزير الخارجية الأمريكي أنتوني بلينكن في تل أبيب أن الولايات المتحدة تدعم إسرائيل"))
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_country_that_is_written_as_an_adjective():
    def parts(text):
        a, b = annotate(analyse("t", text))
        return [text[n.start : n.end] for n in a], [text[n.start : n.end] for n in b]

    assert parts("أعلنت السعودية") == (["السعودية"], [])
    assert parts("وزارة النقل السعودية") == ([], ["السعودية"])
    assert parts("بين الكويت والسعودية") == (["الكويت", "السعودية"], [])
    assert parts("قصفت طائرات سورية الموقع") == ([], ["سورية"])
    assert parts("وصل إلى سورية") == (["سورية"], [])
    assert parts("طردت 12 دبلوماسيا روسيا") == ([], ["روسيا"])
    assert parts("طردت روسيا السفير") == (["روسيا"], [])


def test_lookup_takes_any_spelling():
    assert [e.id for e in lookup("سورية")] == [e.id for e in lookup("سوريا")] == ["Q858"]
    assert lookup("أمريكا")[0].name == "الولايات المتحدة"
    assert {e.name_en for e in lookup("طرابلس")} == {"Tripoli", "Tripoli (Lebanon)"}
    assert lookup("شيء لا يعرفه أحد") == []


def test_entry():
    egypt = entry("Q79")
    assert (egypt.name, egypt.iso, egypt.capital, egypt.country) == ("مصر", "EG", "القاهرة", "")
    assert egypt.links == ("http://www.wikidata.org/entity/Q79",)
    assert entry(lookup("الزمالك")[0].id).country == "Q79"
    assert entry("kg:nothing") is None
