"""Happenings: told by several, disagreeing, undated, copied."""

from __future__ import annotations

from collections.abc import Callable

from kg.knowledge import Happening, Knowledge
from kg.record import Record
from kg.resolve import resolve

Article = Callable[..., Record]


def meeting(article: Article, id: str, a: str, b: str, published: str | None = None, **event: object) -> Record:
    told = {"type": "Meet", "trigger": "التقى", "roles": {"participant": ["a", "b"]}, **event}
    return article(id, f"خبر {id}: التقى {{a:Person:{a}}} مع {{b:Person:{b}}}", events=[told], published=published)


def shared(knowledge: Knowledge) -> list[Happening]:
    return [h for h in knowledge.events if len(h.tellings) > 1]


def test_one_meeting_told_twice(article: Article) -> None:
    knowledge = resolve(
        [
            meeting(article, "a", "لويد أوستن", "يوآف غالانت", "2024-03-27", time="2024-03-26"),
            meeting(article, "b", "لويد اوستن", "يوآف جالانت", "2024-03-26"),
            article("c", "{a:Person:لويد أوستن} و{b:Person:يوآف غالانت}"),
        ]
    )
    (happening,) = shared(knowledge)
    assert happening.date == "2024-03-26" and not happening.date_inferred
    assert happening.sources == 2
    assert happening.label_ar == "لقاء: لويد أوستن، يوآف غالانت"
    assert happening.label_en.startswith("Meet: ")
    assert len(happening.former_uris) == 1


def test_two_meetings_are_two(article: Article) -> None:
    days = [("2024-03-26", "2024-03-26"), ("2024-04-20", "2024-04-20")]
    records = [
        meeting(article, str(i), "لويد أوستن", "يوآف غالانت", day, time=told) for i, (day, told) in enumerate(days)
    ]
    assert shared(resolve(records)) == []
    other = meeting(article, "x", "لويد أوستن", "بنيامين نتنياهو", "2024-03-26")
    assert shared(resolve([records[0], other])) == []


def test_an_undated_article_gets_the_date(article: Article) -> None:
    knowledge = resolve(
        [
            meeting(article, "a", "لويد أوستن", "يوآف غالانت", "2024-03-26", time="2024-03-26"),
            meeting(article, "b", "لويد أوستن", "يوآف غالانت"),
        ]
    )
    (happening,) = shared(knowledge)
    assert happening.date == "2024-03-26" and happening.date_inferred
    assert [a.inferred_published for a in knowledge.articles] == [None, "2024-03-26"]


def dead(article: Article, id: str, n: int, words: str) -> Record:
    event = {"type": "Die", "trigger": "مقتل", "roles": {"place": "p"}, "count": n, "time": "2015-08-01"}
    text = f"{words} مقتل عدد من الناس في {{p:Place:بلاكبوش}}"
    return article(id, text, events=[event], published="2015-08-01")


def test_disagreement_is_kept(article: Article) -> None:
    records = [
        dead(article, "a", 4, "أفادت الوكالة صباحا عن"),
        dead(article, "b", 3, "ذكر شهود عيان نبأ"),
        dead(article, "c", 4, "أكدت الشرطة لاحقا"),
    ]
    (happening,) = shared(resolve(records))
    assert happening.count == 4
    (differs,) = happening.disagreements
    assert differs.aspect == "count" and differs.chosen == "4"
    assert differs.values == (("4", ("a", "c")), ("3", ("b",)))
    assert "2 of 3" in differs.why


def say(article: Article, id: str, words: str, who: str = "لويد أوستن") -> Record:
    event = {"type": "Say", "trigger": "قال", "roles": {"speaker": "p"}, "content": words}
    return article(id, f"تقرير {id} قال {{p:Person:{who}}} إن {words}", events=[event])


def test_statements_need_speaker_and_words(article: Article) -> None:
    words = "حماية المدنيين ضرورة أخلاقية واستراتيجية في كل وقت"
    assert len(shared(resolve([say(article, "a", words), say(article, "b", words)]))) == 1
    assert (
        shared(resolve([say(article, "a", words), say(article, "b", "الأزمة الاقتصادية ستطول أعواما أخرى للأسف")]))
        == []
    )
    assert shared(resolve([say(article, "a", words), say(article, "b", words, "أنتوني بلينكن")])) == []


def test_copies_count_once(article: Article) -> None:
    body = " ".join(f"كلمة{i} مختلفة{i * 7}" for i in range(60))
    event = {"type": "Say", "trigger": "قال", "roles": {"speaker": "p"}, "content": "مختلفة0"}
    text = f"قال {{p:Person:لويد أوستن}} {body}"
    knowledge = resolve(
        [
            article("b", text + " انتهى", events=[event], published="2024-01-02"),
            article("a", text, events=[event], published="2024-01-03"),
            article("c", "خبر آخر تماما لا صلة له بما سبق من الأخبار"),
        ]
    )
    assert [x.copy_of for x in knowledge.articles] == ["b", None, None]
    (happening,) = shared(knowledge)
    assert happening.sources == 1 and len(happening.tellings) == 2
