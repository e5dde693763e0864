"""What class nouns, nationalities and the rest of the article do to the drafts of a model."""

from kg.extract.names import boundary, nouns, repeat
from kg.extract.names.decide import apart
from kg.extract.names.draft import Article, Draft
from kg.text.document import analyse
from kg.world.gazetteer import annotate


def article(text: str, chance: float = 1.0) -> Article:
    doc = analyse("t", text)
    names, nations = annotate(doc)
    return Article(doc, [chance] * len(doc.tokens), names, nations)


def draft(a: Article, words: str, kind: str, nth: int = 0, confidence: float = 0.9) -> Draft:
    start = -1
    for _ in range(nth + 1):
        start = a.doc.text.index(words, start + 1)
    tokens = a.doc.tokens_in(start, start + len(words))
    return Draft(start, start + len(words), tokens[0].index, tokens[-1].index + 1, kind, confidence, "test")


def shown(a: Article, drafts: list[Draft]) -> list[tuple[str, str]]:
    return [(a.doc.text[d.start : d.end], d.type) for d in sorted(drafts, key=lambda d: d.start)]


def test_body_of_a_state_is_made_and_widened() -> None:
    a = article("هاجم الجيش الإسرائيلي مواقع وأدانت وزارة الدفاع الأمريكية ذلك")
    assert shown(a, nouns.national_bodies(a, [])) == [
        ("الجيش الإسرائيلي", "Organization"),
        ("وزارة الدفاع الأمريكية", "Organization"),
    ]
    widened = nouns.national_bodies(a, [draft(a, "وزارة الدفاع", "Organization")])
    assert ("وزارة الدفاع الأمريكية", "Organization") in shown(a, widened)


def test_no_body_without_a_definite_adjective_or_for_an_office() -> None:
    for text in ("جيش إسرائيلي كبير", "وزير الخارجية الروسي سافر", "وزيرة الخارجية الألمانية سافرت", "الكتاب المصري"):
        a = article(text)
        assert nouns.national_bodies(a, []) == []


def test_class_noun_tells_type_and_subtype() -> None:
    a = article("ذكرت صحيفة الشرق الأوسط أن مدينة صلاح الدين هادئة")
    paper, city = draft(a, "الشرق الأوسط", "Place"), draft(a, "صلاح الدين", "Place")
    nouns.tell(a, [paper, city])
    assert (paper.type, paper.subtype) == ("Organization", "Media")
    assert city.subtype == "City"


def test_two_people_run_together_are_split() -> None:
    a = article("حث أوستن غالانت على التهدئة. وقال أوستن إن يوآف غالانت وافق. ورد غالانت")
    drafts = [
        draft(a, "أوستن غالانت", "Person"),
        draft(a, "أوستن", "Person", 1),
        draft(a, "يوآف غالانت", "Person"),
        draft(a, "غالانت", "Person", 2),
    ]
    assert shown(a, repeat.split_people(a, drafts))[:2] == [("أوستن", "Person"), ("غالانت", "Person")]


def test_full_name_is_not_split() -> None:
    a = article("قال محمد صلاح إنه سعيد. وعاد صلاح إلى بيته")
    drafts = [draft(a, "محمد صلاح", "Person"), draft(a, "صلاح", "Person", 1)]
    assert shown(a, repeat.split_people(a, drafts))[0] == ("محمد صلاح", "Person")


def test_family_name_is_found_again_behind_clitics() -> None:
    a = article("وصل يوآف غالانت أمس. وقيل لغالانت وغالانت يعلم", chance=0.1)
    found = repeat.found_again(a, [draft(a, "يوآف غالانت", "Person")])
    assert shown(a, found) == [("يوآف غالانت", "Person"), ("غالانت", "Person"), ("غالانت", "Person")]


def test_word_that_the_model_rules_out_is_not_found_again() -> None:
    a = article("وصل علي الحسن أمس. كان السلوك الحسن ظاهرا", chance=0.001)
    assert len(repeat.found_again(a, [draft(a, "علي الحسن", "Person")])) == 1


def test_one_type_for_one_name() -> None:
    a = article("فاز الهلال ثم خسر الهلال وعاد الهلال")
    drafts = [draft(a, "الهلال", k, n) for n, k in enumerate(("Organization", "Place", "Organization"))]
    repeat.one_type(a, drafts)
    assert {d.type for d in drafts} == {"Organization"}


def test_nationality_before_a_person_is_cut_off() -> None:
    a = article("التقى نظيره الإسرائيلي يوآف غالانت")
    d = draft(a, "الإسرائيلي يوآف غالانت", "Person")
    assert shown(a, boundary.mend(a, [d])) == [("يوآف غالانت", "Person")]


def test_longer_of_two_that_overlap_stays() -> None:
    a = article("مجلس الأمن الدولي")
    kept = apart([draft(a, "الأمن الدولي", "Organization"), draft(a, "مجلس الأمن الدولي", "Organization")])
    assert shown(a, kept) == [("مجلس الأمن الدولي", "Organization")]
