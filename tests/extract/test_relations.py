from __future__ import annotations

import pytest

from kg.extract.coreference import link_entities
from kg.extract.kin import kin_of
from kg.extract.relations import find_relations
from kg.extract.relations.rules import Rule, _rule, relation_rules
from kg.lang import DataError, load
from kg.record import Relation
from kg.schema import schema
from tests.extract.marked import marked

_MUST = [(rule, text, wanted) for rule in relation_rules().all for text, wanted in rule.must]
_MUST_NOT = [(rule, text) for rule in relation_rules().all for text in rule.must_not]
_KIN = load("kinship.yaml")["examples"]


def told(text: str) -> list[tuple[Relation, str]]:
    """The relations of a marked text, each with "subject -> object"."""
    doc, layers = marked(text)
    entities = link_entities(doc, layers)
    name = {e.id: e.name for e in entities.entities.values()}
    return [(r, f"{name[r.subject]} -> {name[r.object]}") for r in find_relations(doc, layers, entities)]


@pytest.mark.parametrize(("rule", "text", "wanted"), _MUST, ids=[f"{r.name}: {w}" for r, _, w in _MUST])
def test_rules_find_their_examples(rule: Rule, text: str, wanted: str) -> None:
    found = {ends for r, ends in told(text) if r.type == rule.type}
    assert set(wanted.split("; ")) <= found


@pytest.mark.parametrize(("rule", "text"), _MUST_NOT, ids=[r.name for r, _ in _MUST_NOT])
def test_rules_refuse_their_counterexamples(rule: Rule, text: str) -> None:
    assert not [ends for r, ends in told(text) if r.rule == rule.name]


@pytest.mark.parametrize(("text", "wanted", "title"), _KIN["must"])
def test_kinship(text: str, wanted: str, title: str) -> None:
    assert (wanted, title) in [(ends, r.title) for r, ends in told(text) if r.type == "relativeOf"]


@pytest.mark.parametrize("text", _KIN["must_not"])
def test_no_kinship(text: str) -> None:
    assert not [ends for r, ends in told(text) if r.type == "relativeOf"]


def test_husband_of_her_daughter() -> None:
    text = "توفيت <هدى سالم> وابنتها <سناء> وزوج ابنتها الدكتور <زهير نور> أمس"
    found = {(ends, r.title) for r, ends in told(text) if r.type == "relativeOf"}
    assert found == {("سناء -> هدى سالم", "ابنة"), ("زهير نور -> سناء", "زوج")}


def test_his_son_is_no_daughter() -> None:
    his, daughter = kin_of("ابنه"), kin_of("ابنة")
    assert his is not None and (his.word, his.whose) == ("ابن", "m")
    assert daughter is not None and (daughter.word, daughter.whose) == ("ابنة", "")


def test_position_takes_the_body_before_the_country() -> None:
    [(relation, ends)] = told("قال رئيس {لجنة المال} الأردني <سامر نبيل> إن")
    assert (relation.type, relation.title, ends) == ("position", "رئيس", "سامر نبيل -> لجنة المال")


def test_former_president() -> None:
    [(relation, ends)] = told("حوكم الرئيس المصري المعزول <سامر نبيل> أمس")
    assert relation.former and relation.title == "الرئيس" and ends == "سامر نبيل -> مصر"


def test_country_of_the_article_for_an_office_without_one() -> None:
    found = {ends: r.title for r, ends in told("قالت الحكومة المصرية ذلك. واستقال رئيس الوزراء <سامر نبيل> أمس")}
    assert found == {"سامر نبيل -> مصر": "رئيس الوزراء"}


def test_no_country_where_the_article_tells_of_several() -> None:
    assert not told("بحث الوفد المصري والوفد الإيراني ذلك مع رئيس الوزراء <سامر نبيل> أمس")


def test_no_country_where_an_outlet_writes_of_its_own() -> None:
    assert not told("قالت الحكومة المصرية ذلك. واستقبل جلالته رئيس الوزراء <سامر نبيل> أمس")


def test_office_bound_to_a_country() -> None:
    assert [ends for _, ends in told("زار خادم الحرمين الشريفين <سامر نبيل> [السعودية] أمس")] == ["سامر نبيل -> السعودية"]


def test_second_office_of_the_same_country() -> None:
    found = {(ends, r.title) for r, ends in told("اجتمع رئيس الوزراء المصري <سامر نبيل> ووزير الخارجية <كريم حداد> أمس")}
    assert found == {("سامر نبيل -> مصر", "رئيس الوزراء"), ("كريم حداد -> مصر", "وزير الخارجية")}


def test_courtesy_of_kings_is_no_kinship() -> None:
    assert not [r for r, _ in told("هاتف الملك <سامر نبيل> أخاه الملك <كريم حداد> أمس") if r.type == "relativeOf"]


def test_coach_with_an_adjective_has_a_nationality() -> None:
    [(relation, ends)] = told("قال المدرب الفرنسي <سامر نبيل> إن")
    assert (relation.type, ends) == ("nationality", "سامر نبيل -> فرنسا")


def test_member_and_founder() -> None:
    found = {(r.type, ends) for r, ends in told("قال عضو {لجنة المال} <سامر نبيل> ومؤسس {حزب الماء} <كريم حداد> ذلك")}
    assert found == {("memberOf", "سامر نبيل -> لجنة المال"), ("founderOf", "كريم حداد -> حزب الماء")}


def test_place_with_the_adjective_of_its_country() -> None:
    found = {(r.type, ends) for r, ends in told("في مدينة [حلب] السورية وفي [مطار السلام] العراقي")}
    assert found == {("partOf", "حلب -> سوريا"), ("locatedIn", "مطار السلام -> العراق")}


def test_part_whose_name_ends_with_the_class_noun_of_the_whole() -> None:
    found = {(r.type, ends) for r, ends in told("قالت حركة {طالبان} إن {مجلس شورى الحركة} قرر ذلك")}
    assert ("partOf", "مجلس شورى الحركة -> طالبان") in found


def test_office_in_a_body_says_more_than_membership() -> None:
    found = told("من قيادات جماعة {النهضة} أبرزهم <سامر نبيل>، الأمين العام لجماعة {النهضة}، أمس")
    assert [r.type for r, _ in found] == ["position"]


def test_relation_quotes_its_sentence() -> None:
    doc, layers = marked("أول جملة هنا. قال رئيس {لجنة المال} <سامر نبيل> إن. وآخر جملة.")
    [relation] = find_relations(doc, layers, link_entities(doc, layers))
    assert doc.text[relation.start : relation.end].startswith("قال رئيس")


def test_every_relation_of_the_schema_is_found_somewhere() -> None:
    by_phrases = {"position", "nationality", "memberOf", "relativeOf"}
    assert {rule.type for rule in relation_rules().all} | by_phrases == set(schema()["relations"])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "friendOf"}, "is no relation"),
        ({"must": []}, "at least one example"),
        ({"colour": "red"}, "unknown key colour"),
        ({"right": {"types": ["Person"], "reach": "far"}}, "reach must be"),
    ],
)
def test_malformed_rules_are_told(change: dict[str, object], message: str) -> None:
    rule = {"type": "partOf", "name": "x", "words": [], "right": {"types": ["Person"]}, "must": [["a", "b"]]}
    with pytest.raises(DataError, match=message):
        _rule({**rule, **change})
