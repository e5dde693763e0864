"""A small Knowledge written by hand: eight articles of three outlets, with everything that the graph can say.

The happenings are real, the sentences are ours. What each query of the library must answer on it was checked by reading.
"""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path

from kg.knowledge import (
    Article,
    Disagreement,
    EventTelling,
    Fact,
    FactTelling,
    Happening,
    Join,
    Knowledge,
    Link,
    NameForm,
    Quote,
    RoleFiller,
    Thing,
)
from kg.record import Content, Count, DocInfo, Time

BASE = "https://w3id.org/arabic-news-kg/"

TEXTS = {
    "a1": (
        "لقاء أوستن وغالانت في واشنطن",
        "2024-03-27",
        "الشمال",
        "التقى وزير الدفاع الأمريكي لويد أوستن نظيره الإسرائيلي يوآف غالانت في واشنطن يوم 26 مارس 2024. "
        "وقال أوستن إن حماية المدنيين ضرورة أخلاقية. "
        "وأعلن رئيس الوزراء الإسرائيلي بنيامين نتنياهو إلغاء زيارة وفد إلى واشنطن. "
        "وقد تشن إسرائيل عملية في رفح جنوب قطاع غزة.",
    ),
    "a2": (
        "أوستن يستقبل جالانت",
        "2024-03-27",
        "الجنوب",
        "استقبل لويد أوستن يوآف جالانت في البنتاغون يوم الثلاثاء. "
        "وأكد جالانت ضرورة هزيمة حماس. "
        "وقالت حماس إن إسرائيل قصفت رفح وقتلت 12 شخصا.",
    ),
    "a3": (
        None,
        None,
        None,
        "أجرى الرئيس الأمريكي جو بايدن اتصالا بنتنياهو في 18 مارس 2024، وقال إن عملية في رفح خطأ. "
        "وكان أوستن عضوا في مجلس إدارة شركة رايثيون. "
        'ونفى نتنياهو "أي تأجيل" للعملية.',
    ),
    "a4": (
        "مقتل 14 في رفح",
        "2024-03-28",
        "الشمال",
        "قصفت إسرائيل مدينة رفح وقتل 14 شخصا في 27 مارس 2024. ودعت الأمم المتحدة إلى وقف إطلاق النار في قطاع غزة.",
    ),
    "a5": (
        "قصف رفح",
        "2024-03-28",
        "الغرب",
        "قصفت إسرائيل مدينة رفح وقتل 12 شخصا في 27 مارس 2024. "
        "ويلتقي جو بايدن بنيامين نتنياهو في واشنطن يوم 5 أبريل 2024.",
    ),
    "a6": (
        "قصف رفح",
        "2024-03-29",
        "الجنوب",
        "قصفت إسرائيل مدينة رفح وقتل 12 شخصا في 27 مارس 2024. "
        "ويلتقي جو بايدن بنيامين نتنياهو في واشنطن يوم 5 أبريل 2024.",
    ),
    "a7": (
        "وفد إسرائيلي إلى واشنطن",
        "2024-03-24",
        "الغرب",
        "يعتزم وفد إسرائيلي زيارة واشنطن. واتهم بنيامين نتنياهو الأمم المتحدة بالانحياز. "
        "وقدمت الولايات المتحدة مساعدات إلى قطاع غزة في مارس 2024. والتقى نتنياهو يوآف غالانت.",
    ),
    "a8": (
        None,
        "2024-11-08",
        "الشمال",
        "أوقفت فرنسا بافل دوروف مؤسس تلغرام في 24 أغسطس 2024. "
        "وعفا الرئيس الأمريكي جو بايدن عن نجله هانتر بايدن. "
        "وقال وزير الدفاع الإسرائيلي إسرائيل كاتس إن الحرب مستمرة.",
    ),
}


def _sentence(doc: str, start: int, end: int) -> tuple[int, int]:
    text = TEXTS[doc][3]
    first = text.rfind(". ", 0, start)
    last = text.find(". ", end)
    return (first + 2 if first >= 0 else 0), (last + 1 if last >= 0 else len(text))


def quote(doc: str, words: str) -> Quote:
    """The first place of ``words`` in the article."""
    start = TEXTS[doc][3].index(words)
    return Quote(doc, start, start + len(words), *_sentence(doc, start, start + len(words)))


def _span(doc: str, words: str) -> tuple[int, int]:
    found = quote(doc, words)
    return found.start, found.end


def _thing(
    local: str,
    type: str,
    subtype: str | None,
    names: list[str],
    en: str,
    mentions: list[tuple[str, str]],
    wikidata: str | None = None,
    proposed: str | None = None,
) -> Thing:
    links = (Link(f"http://www.wikidata.org/entity/{wikidata}", 1.0, True),) if wikidata else ()
    links += (Link(f"http://www.wikidata.org/entity/{proposed}", 0.6, False),) if proposed else ()
    docs = sorted({doc for doc, _ in mentions})
    members = tuple((doc, f"e-{local}") for doc in docs)
    joins = tuple(
        Join(f"{left}#e-{local}", f"{right}#e-{local}", 0.95, ("the same family name", "the same office"))
        for left, right in itertools.pairwise(docs)
    )
    return Thing(
        uri=BASE + local,
        type=type,  # type: ignore[arg-type]
        subtype=subtype,
        name=names[0],
        name_en=en,
        names=tuple(NameForm(name, 2) for name in names),
        links=links,
        members=members,
        mentions=tuple(sorted(quote(doc, words) for doc, words in mentions)),
        joins=joins,
        former_uris=(),
        confidence=0.95,
    )


AUSTIN, GALLANT, NETANYAHU, BIDEN = "person/austin", "person/gallant", "person/netanyahu", "person/biden"
USA, ISRAEL, RAFAH, GAZA, WASHINGTON = "place/usa", "place/israel", "place/rafah", "place/gaza", "place/washington"
HUNTER, KATZ, DUROV, FRANCE = "person/hunter", "person/katz", "person/durov", "place/france"
TELEGRAM = "organization/telegram"
HAMAS, UN, PENTAGON, RAYTHEON = "organization/hamas", "organization/un", "place/pentagon", "organization/raytheon"

THINGS = [
    _thing(HAMAS, "Organization", "ArmedGroup", ["حماس"], "Hamas", [("a2", "حماس")], "Q38799"),
    _thing(RAYTHEON, "Organization", "Company", ["رايثيون"], "Raytheon", [("a3", "رايثيون")]),
    _thing(UN, "Organization", "International", ["الأمم المتحدة"], "United Nations", [("a4", "الأمم المتحدة")], "Q1065"),
    _thing(AUSTIN, "Person", None, ["لويد أوستن", "أوستن"], "Lloyd Austin",
           [("a1", "لويد أوستن"), ("a2", "لويد أوستن"), ("a3", "أوستن")], "Q941013"),
    _thing(BIDEN, "Person", None, ["جو بايدن"], "Joe Biden", [("a3", "جو بايدن"), ("a5", "جو بايدن")], "Q6279"),
    _thing(GALLANT, "Person", None, ["يوآف غالانت", "يوآف جالانت", "جالانت"], "Yoav Gallant",
           [("a1", "يوآف غالانت"), ("a2", "يوآف جالانت")], None, "Q2912146"),
    _thing(NETANYAHU, "Person", None, ["بنيامين نتنياهو", "نتنياهو"], "Benjamin Netanyahu",
           [("a1", "بنيامين نتنياهو"), ("a3", "نتنياهو"), ("a5", "بنيامين نتنياهو")], "Q43723"),
    _thing(GAZA, "Place", "Region", ["قطاع غزة", "غزة"], "Gaza Strip", [("a1", "قطاع غزة"), ("a4", "قطاع غزة")]),
    _thing(ISRAEL, "Place", "Country", ["إسرائيل"], "Israel",
           [("a1", "إسرائيل"), ("a2", "إسرائيل"), ("a4", "إسرائيل"), ("a5", "إسرائيل")], "Q801"),
    _thing(PENTAGON, "Place", "Facility", ["البنتاغون"], "Pentagon", [("a2", "البنتاغون")]),
    _thing(RAFAH, "Place", "City", ["رفح"], "Rafah", [("a1", "رفح"), ("a2", "رفح"), ("a3", "رفح"), ("a4", "رفح"), ("a5", "رفح")]),
    _thing(HUNTER, "Person", None, ["هانتر بايدن"], "Hunter Biden", [("a8", "هانتر بايدن")]),
    _thing(KATZ, "Person", None, ["إسرائيل كاتس"], "Israel Katz", [("a8", "إسرائيل كاتس")]),
    _thing(DUROV, "Person", None, ["بافل دوروف"], "Pavel Durov", [("a8", "بافل دوروف")]),
    _thing(FRANCE, "Place", "Country", ["فرنسا"], "France", [("a8", "فرنسا")], "Q142"),
    _thing(TELEGRAM, "Organization", "Company", ["تلغرام"], "Telegram", [("a8", "تلغرام")]),
    _thing(USA, "Place", "Country", ["الولايات المتحدة"], "United States", [("a1", "الأمريكي"), ("a3", "الأمريكي")], "Q30"),
    _thing(WASHINGTON, "Place", "City", ["واشنطن"], "Washington", [("a1", "واشنطن"), ("a5", "واشنطن")]),
]  # fmt: skip


def _fact(
    type: str,
    subject: str,
    object: str,
    told: list[tuple[str, str]],
    title: str | None = None,
    former: bool = False,
    said_in: str | None = None,
) -> Fact:
    tellings = tuple(
        FactTelling(quote(doc, words), 0.9, f"offices:{type}", BASE + said_in if said_in else None)
        for doc, words in told
    )
    digest = hashlib.sha256(f"{type}{subject}{object}{title}".encode()).hexdigest()[:8]
    return Fact(
        f"{BASE}fact/{type.lower()}-{digest}", type, BASE + subject, BASE + object, title, former,
        said_in is None, tellings, len({doc for doc, _ in told}), 0.9,
    )  # fmt: skip


def _event(
    local: str,
    status: str,
    date: str | None,
    label: str,
    roles: list[tuple[str, str]],
    told: list[dict[str, object]],
    count: int | None = None,
    disagreements: tuple[Disagreement, ...] = (),
    inferred: bool = False,
) -> Happening:
    kind = {"ceasefire": "Ceasefire"}.get(local.split("/")[0], local.split("/")[0].capitalize())
    tellings = []
    for number, entry in enumerate(told, 1):
        doc, trigger = str(entry["doc"]), str(entry["trigger"])
        words = str(entry.get("words", trigger))
        value, content = entry.get("time"), entry.get("content")
        time = None
        if isinstance(value, tuple):
            time = Time(value[0], *_span(doc, value[1]))
        told_count = entry.get("count")
        tellings.append(
            EventTelling(
                doc=doc,
                event=f"v-{local.replace('/', '-')}-{number}",
                type=kind,
                status=str(entry.get("status", status)),  # type: ignore[arg-type]
                quote=quote(doc, words),
                trigger=_span(doc, trigger),
                roles=tuple((role, BASE + thing) for role, thing in entry.get("roles", roles)),  # type: ignore[attr-defined]
                time=time,
                count=Count(told_count, *_span(doc, str(told_count))) if isinstance(told_count, int) else None,
                content=Content(*_span(doc, str(content)), direct=bool(entry.get("direct"))) if content else None,
                confidence=0.9,
                rule=f"events:{kind}",
                said_in=BASE + str(entry["said_in"]) if "said_in" in entry else None,
            )
        )
    said_in = tuple(sorted({t.said_in for t in tellings if t.said_in}))
    return Happening(
        uri=BASE + local, type=kind, status=status,  # type: ignore[arg-type]
        date=date, date_inferred=inferred,
        roles=tuple(RoleFiller(role, BASE + thing, len(tellings)) for role, thing in sorted(set(roles))),
        count=count, tellings=tuple(tellings), disagreements=disagreements,
        asserted=any(t.said_in is None for t in tellings), said_in=said_in,
        sources=len({t.doc for t in tellings if t.said_in is None} or {t.doc for t in tellings}), confidence=0.9, label_ar=label, label_en=f"{kind}: {local}",
    )  # fmt: skip


def _said(local: str, doc: str, trigger: str, speaker: str, content: str, label: str, direct: bool = False,
          topics: tuple[str, ...] = (), addressee: str | None = None) -> Happening:  # fmt: skip
    roles = [("speaker", speaker), *(("topic", topic) for topic in topics)]
    roles += [("addressee", addressee)] if addressee else []
    told: list[dict[str, object]] = [
        {"doc": doc, "trigger": trigger, "words": trigger, "content": content, "direct": direct}
    ]
    return _event(local, "actual", None, label, roles, told)


EVENTS = [
    _event("attack/a", "actual", "2024-03-27", "هجوم: إسرائيل على رفح", [("agent", ISRAEL), ("target", RAFAH)],
           [{"doc": "a4", "trigger": "قصفت", "words": "قصفت إسرائيل مدينة رفح", "time": ("2024-03-27", "27 مارس 2024")},
            {"doc": "a5", "trigger": "قصفت", "words": "قصفت إسرائيل مدينة رفح", "time": ("2024-03-27", "27 مارس 2024")},
            {"doc": "a2", "trigger": "قصفت", "words": "قصفت رفح", "said_in": "say/c"}]),
    _event("attack/b", "possible", None, "عملية محتملة في رفح", [("agent", ISRAEL), ("target", RAFAH)],
           [{"doc": "a1", "trigger": "عملية", "words": "تشن إسرائيل عملية في رفح"}]),
    _event("call/a", "actual", "2024-03-18", "اتصال: بايدن ونتنياهو", [("participant", BIDEN), ("participant", NETANYAHU)],
           [{"doc": "a3", "trigger": "اتصالا", "time": ("2024-03-18", "18 مارس 2024")}]),
    _event("cancel/a", "actual", None, "إلغاء: نتنياهو", [("agent", NETANYAHU)], [{"doc": "a1", "trigger": "إلغاء"}]),
    _event("ceasefire/a", "demanded", None, "وقف إطلاق النار في قطاع غزة", [("place", GAZA)],
           [{"doc": "a4", "trigger": "وقف إطلاق النار", "said_in": "demand/a"}]),
    _said("demand/a", "a4", "دعت", UN, "وقف إطلاق النار في قطاع غزة", "مطالبة: الأمم المتحدة", topics=(GAZA,)),
    _said("deny/a", "a3", "نفى", NETANYAHU, "أي تأجيل", "نفي: نتنياهو", direct=True),
    _event("die/a", "actual", "2024-03-27", "وفاة: رفح", [("agent", ISRAEL), ("place", RAFAH)],
           [{"doc": "a4", "trigger": "قتل", "words": "قتل 14 شخصا", "count": 14, "time": ("2024-03-27", "27 مارس 2024")},
            {"doc": "a5", "trigger": "قتل", "words": "قتل 12 شخصا", "count": 12, "time": ("2024-03-27", "27 مارس 2024")}],
           count=14,
           disagreements=(Disagreement("count", (("14", ("a4",)), ("12", ("a5",))), "14", "the latest article"),)),
    _event("meet/a", "actual", "2024-03-26", "لقاء: أوستن وغالانت",
           [("participant", AUSTIN), ("participant", GALLANT), ("place", WASHINGTON)],
           [{"doc": "a1", "trigger": "التقى", "time": ("2024-03-26", "26 مارس 2024")},
            {"doc": "a2", "trigger": "استقبل", "time": ("2024-03-26", "يوم الثلاثاء"),
             "roles": [("participant", AUSTIN), ("participant", GALLANT), ("place", PENTAGON)]}],
           disagreements=(Disagreement("place", ((BASE + WASHINGTON, ("a1",)), (BASE + PENTAGON, ("a2",))),
                                       BASE + WASHINGTON, "the first article"),)),
    _event("meet/b", "planned", "2024-04-05", "لقاء مرتقب: بايدن ونتنياهو",
           [("participant", BIDEN), ("participant", NETANYAHU), ("place", WASHINGTON)],
           [{"doc": "a5", "trigger": "يلتقي", "time": ("2024-04-05", "5 أبريل 2024")}]),
    _said("say/a", "a1", "قال", AUSTIN, "حماية المدنيين ضرورة أخلاقية", "قول: أوستن"),
    _said("say/b", "a2", "أكد", GALLANT, "ضرورة هزيمة حماس", "قول: غالانت", topics=(HAMAS,)),
    _said("say/c", "a2", "قالت", HAMAS, "إسرائيل قصفت رفح وقتلت 12 شخصا", "قول: حماس", topics=(ISRAEL, RAFAH)),
    _said("say/d", "a3", "قال", BIDEN, "عملية في رفح خطأ", "قول: بايدن", topics=(RAFAH,)),
    _event("visit/a", "cancelled", None, "زيارة ملغاة إلى واشنطن", [("destination", WASHINGTON)],
           [{"doc": "a1", "trigger": "زيارة", "words": "زيارة وفد إلى واشنطن"},
            {"doc": "a7", "trigger": "زيارة", "words": "زيارة واشنطن", "status": "planned"}],
           disagreements=(Disagreement("status", (("cancelled", ("a1",)), ("planned", ("a7",))), "cancelled",
                                       "the latest article"),)),
    _event("meet/c", "actual", None, "لقاء: نتنياهو وغالانت", [("participant", NETANYAHU), ("participant", GALLANT)],
           [{"doc": "a7", "trigger": "التقى"}]),
    _said("accuse/a", "a7", "اتهم", NETANYAHU, "الانحياز", "اتهام: نتنياهو", topics=(UN,), addressee=UN),
    _event("aid/a", "actual", "2024-03", "مساعدات: الولايات المتحدة إلى غزة", [("agent", USA), ("recipient", GAZA)],
           [{"doc": "a7", "trigger": "مساعدات", "time": ("2024-03", "مارس 2024")}]),
    _event("arrest/a", "actual", "2024-08-24", "اعتقال: دوروف", [("agent", FRANCE), ("person", DUROV)],
           [{"doc": "a8", "trigger": "أوقفت", "time": ("2024-08-24", "24 أغسطس 2024")}]),
    _said("say/e", "a8", "قال", KATZ, "الحرب مستمرة", "قول: كاتس"),
]  # fmt: skip

FACTS = [
    _fact("position", AUSTIN, USA, [("a1", "وزير الدفاع الأمريكي لويد أوستن")], "وزير الدفاع"),
    _fact("position", GALLANT, ISRAEL, [("a1", "نظيره الإسرائيلي يوآف غالانت")], "وزير الدفاع"),
    _fact("position", NETANYAHU, ISRAEL, [("a1", "رئيس الوزراء الإسرائيلي بنيامين نتنياهو")], "رئيس الوزراء"),
    _fact("position", BIDEN, USA, [("a3", "الرئيس الأمريكي جو بايدن")], "الرئيس"),
    _fact("memberOf", AUSTIN, RAYTHEON, [("a3", "عضوا في مجلس إدارة شركة رايثيون")], None, former=True),
    _fact("partOf", RAFAH, GAZA, [("a1", "رفح جنوب قطاع غزة")]),
    _fact("founderOf", DUROV, TELEGRAM, [("a8", "بافل دوروف مؤسس تلغرام")]),
    _fact("relativeOf", HUNTER, BIDEN, [("a8", "نجله هانتر بايدن")], "نجل"),
    _fact("position", KATZ, ISRAEL, [("a8", "وزير الدفاع الإسرائيلي إسرائيل كاتس")], "وزير الدفاع"),
    _fact("opposedTo", HAMAS, ISRAEL, [("a2", "إسرائيل قصفت رفح")], said_in="say/c"),
]


def sample() -> Knowledge:
    """The whole of it."""
    articles = []
    for doc, (title, published, source, text) in sorted(TEXTS.items()):
        info = DocInfo(
            id=doc, title=title, published=published, source=source,
            url=f"https://news.example/{doc}?x=1&y=2" if source else None, language="ar",
            sha256=hashlib.sha256(text.encode()).hexdigest(), text=text,
        )  # fmt: skip
        articles.append(
            Article(f"{BASE}article/{doc}", info, "2024-03-19" if doc == "a3" else None, "a5" if doc == "a6" else None)
        )
    return Knowledge(
        base=BASE,
        articles=tuple(articles),
        things=tuple(sorted(THINGS, key=lambda x: x.uri)),
        facts=tuple(sorted(FACTS, key=lambda x: x.uri)),
        events=tuple(sorted(EVENTS, key=lambda x: x.uri)),
    )


def write_folder(folder: Path, knowledge: Knowledge | None = None) -> Path:
    """A build folder as kg build leaves it, as far as the graph goes; the records have the articles alone."""
    from kg.graph import write_trig, write_turtle
    from kg.graph.store import build_store
    from kg.record import SCHEMA_VERSION, Record, write_jsonl

    k = knowledge or sample()
    write_turtle(k, folder / "graph.ttl")
    write_trig(k, folder / "graph.trig")
    write_jsonl(str(folder / "records.jsonl"), [Record(SCHEMA_VERSION, a.doc, (), (), ()) for a in k.articles])
    build_store(folder / "graph.trig", folder / "store")
    return folder
