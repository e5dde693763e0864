"""Things over articles: what is joined, what is kept apart, and addresses that stay."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

import pytest

from kg.knowledge import Knowledge, Thing
from kg.record import Record, encode
from kg.resolve import annotate, resolve

Article = Callable[..., Record]


def called(knowledge: Knowledge, name: str) -> list[Thing]:
    return [t for t in knowledge.things if any(n.text == name for n in t.names)]


def test_spellings_over_articles_are_one(article: Article) -> None:
    knowledge = resolve(
        [
            article("a", "قال {p:Person:يوآف غالانت} إن {p:Person:غالانت} سيسافر"),
            article("b", "زار {p:Person:يوآف جالانت} الحدود"),
            article("c", "صرح {p:Person:غالانت} أمس مع {q:Person:لويد أوستن} بعد {r:Place:رفح}"),
            article("d", "{q:Person:لويد أوستن} و{p:Person:يوآف غالانت} في {r:Place:رفح}"),
        ]
    )
    (thing,) = called(knowledge, "يوآف جالانت")
    assert {n.text for n in thing.names} == {"يوآف غالانت", "يوآف جالانت", "غالانت"}
    assert len(thing.members) == 4
    assert thing.joins and all(j.reasons for j in thing.joins)


def test_two_names_in_one_article_are_two(article: Article) -> None:
    knowledge = resolve(
        [article("a", "{p:Person:محمد علي} غير {q:Person:محمد علي الحوثي}"), article("b", "{p:Person:محمد علي}")]
    )
    assert len(knowledge.things) == 2


def test_a_negative_is_not_merged_over(article: Article) -> None:
    texts = ["{p:Person:بشار الأسد}", "{p:Person:حافظ الأسد}", "{p:Person:الأسد} و{c:Place:لبنان}"]
    knowledge = resolve([article(str(i), text) for i, text in enumerate(texts)])
    (bashar,), (hafez,) = called(knowledge, "بشار الأسد"), called(knowledge, "حافظ الأسد")
    assert bashar.uri != hafez.uri


def test_the_short_form_goes_to_the_one_in_its_article(article: Article) -> None:
    knowledge = resolve(
        [
            article("a", "{p:Person:سعد الحريري} {q:Person:نبيه بري} {c:Place:طرابلس}"),
            article("b", "{p:Person:رفيق الحريري} {q:Person:جاك شيراك} {c:Place:باريس}"),
            article("c", "{p:Person:الحريري} {q:Person:جاك شيراك} {c:Place:باريس}"),
        ]
    )
    (thing,) = [t for t in called(knowledge, "الحريري") if t.type == "Person"]
    assert thing.name == "رفيق الحريري"


def test_bodies_without_a_country_follow_their_article(article: Article) -> None:
    knowledge = resolve(
        [
            article("a", "{o:Organization:وزارة النقل} في {c:Place:لبنان} و{c:Place:لبنان}"),
            article("b", "{o:Organization:وزارة النقل} في {c:Place:تونس} ثم {c:Place:تونس}"),
            article("c", "{o:Organization:وزارة النقل اللبنانية}"),
        ]
    )
    (lebanese,) = called(knowledge, "وزارة النقل اللبنانية")
    assert lebanese.members == (("a", "o"), ("c", "o"))
    assert len(called(knowledge, "وزارة النقل")) == 2


def test_namesakes_with_offices_of_two_countries(article: Article) -> None:
    def one(id: str, country: str, other: str) -> Record:
        return article(
            id,
            "{p:Person:كريم ناجي} {c:Place:" + country + "} {o:Person:" + other + "}",
            relations=[("position", "p", "c", "وزير النقل")],
        )

    knowledge = resolve([one("a", "تونس", "سامي قدري"), one("b", "العراق", "ليث عامر"), one("c", "تونس", "سامي قدري")])
    assert sorted(len(t.members) for t in called(knowledge, "كريم ناجي")) == [1, 2]


@pytest.fixture
def corpus(article: Article) -> list[Record]:
    names = [
        "يوآف غالانت",
        "يوآف جالانت",
        "غالانت",
        "لويد أوستن",
        "لويد اوستن",
        "أوستن",
        "محمد بن سلمان",
        "محمد بن سلطان",
        "ابن سلمان",
    ]
    texts = []
    for i, (a, b, c) in enumerate(itertools.combinations(names, 3)):
        texts.append(article(f"d{i:03}", f"{{x:Person:{a}}} {{y:Person:{b}}} {{z:Person:{c}}} في {{p:Place:رفح}}"))
    return texts


def test_any_order_gives_the_same(corpus: list[Record]) -> None:
    expected = resolve(corpus)
    shuffled = list(corpus)
    random.Random(1).shuffle(shuffled)
    assert resolve(shuffled) == expected


def test_addresses_survive_more_articles(corpus: list[Record]) -> None:
    before, after = resolve(corpus[:40]), resolve(corpus)
    known = {t.uri for t in after.things} | {u for t in after.things for u in t.former_uris}
    assert {t.uri for t in before.things} <= known
    again = resolve(corpus[:40])
    assert again == before


def test_addresses_are_unique(corpus: list[Record]) -> None:
    knowledge = resolve(corpus)
    uris = [u for t in knowledge.things for u in (t.uri, *t.former_uris)]
    assert len(uris) == len(set(uris))


def test_annotate_adds_only_addresses(corpus: list[Record]) -> None:
    from kg.record import unresolved

    annotated = list(annotate(corpus, resolve(corpus)))
    assert all(e.uri for r in annotated for e in r.entities)
    assert [encode(unresolved(r)) for r in annotated] == [encode(r) for r in corpus]


def test_two_articles_of_one_id(article: Article) -> None:
    with pytest.raises(ValueError, match="two records of the article 'a'"):
        resolve([article("a", "نص"), article("a", "نص آخر")])


def test_nothing(article: Article) -> None:
    assert resolve([]).things == ()
    assert resolve([article("a", "")]).articles[0].doc.id == "a"
