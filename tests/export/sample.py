"""Knowledge made by hand for the tests of the exports. The sentences are ours."""

from __future__ import annotations

import random

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
from kg.record import Content, Count, DocInfo, Time, sha256

BASE = "https://example.org/kg/"


class Maker:
    """Collects articles, things, facts and events; ``knowledge()`` sorts them."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.things: dict[str, Thing] = {}
        self.facts: list[Fact] = []
        self.events: list[Happening] = []

    def article(
        self, doc: str, text: str, published: str | None = "2024-03-26", source: str | None = "وكالة الأنباء"
    ) -> None:
        info = DocInfo(
            doc,
            text.split("\n")[0][:60],
            published,
            source,
            f"https://news.example/{len(self.articles)}",
            "ar",
            sha256(text),
            text,
        )
        self.articles[doc] = Article(f"{BASE}article/{len(self.articles):05}", info)

    def quote(self, doc: str, words: str) -> Quote:
        text = self.articles[doc].doc.text
        start = text.index(words)
        end = start + len(words)
        left = text.rfind("\n", 0, start) + 1
        right = text.find("\n", end)
        return Quote(doc, start, end, left, len(text) if right < 0 else right)

    def thing(
        self, key: str, type_: str, name: str, *, name_en: str | None = None, names: tuple[str, ...] = (),
        subtype: str | None = None, mentions: tuple[tuple[str, str], ...] = (), links: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        uri = f"{BASE}thing/{key}"
        self.things[uri] = Thing(
            uri, type_, subtype, name, name_en, tuple(NameForm(text, 1) for text in names or (name,)),
            tuple(Link(link, 0.99, True) for link in links), ((mentions[0][0] if mentions else "d", key),),
            tuple(sorted(self.quote(doc, words) for doc, words in mentions)),
            (Join(name, names[1], 0.93, ("same family name",)),) if len(names) > 1 else (), (), 0.95,
        )  # fmt: skip
        return uri

    def fact(self, type_: str, subject: str, object_: str, doc: str, words: str, title: str | None = None) -> None:
        telling = FactTelling(self.quote(doc, words), 0.9, "test", None)
        uri = f"{BASE}fact/{len(self.facts):05}"
        self.facts.append(Fact(uri, type_, subject, object_, title, False, True, (telling,), 1, 0.9))

    def event(
        self, type_: str, roles: list[tuple[str, str]], tellings: list[tuple[str, str]], *, status: str = "actual",
        date: str | None = "2024-03-26", content: str | None = None, count: int | None = None, label: str = "",
        disagreements: tuple[Disagreement, ...] = (), said_in: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        uri = f"{BASE}event/{len(self.events):05}"
        told = []
        for doc, trigger in tellings:
            quote = self.quote(doc, trigger)
            inside = self.quote(doc, content) if content else None
            told.append(
                EventTelling(
                    doc, f"v{len(self.events)}", type_, status, quote, (quote.start, quote.end), tuple(roles),
                    Time(date, quote.start, quote.end) if date else None,
                    Count(count, quote.start, quote.end) if count else None,
                    Content(inside.start, inside.end, True) if inside else None, 0.9, "test", said_in[0] if said_in else None,
                )
            )  # fmt: skip
        self.events.append(
            Happening(
                uri, type_, status, date, False, tuple(RoleFiller(role, thing, len(told)) for role, thing in roles), count,
                tuple(told), disagreements, not said_in, said_in, len(told), 0.9, label or f"حدث {len(self.events)}",
                f"{type_} {len(self.events)}",
            )
        )  # fmt: skip
        return uri

    def knowledge(self) -> Knowledge:
        return Knowledge(
            BASE,
            tuple(self.articles[doc] for doc in sorted(self.articles)),
            tuple(self.things[uri] for uri in sorted(self.things)),
            tuple(sorted(self.facts, key=lambda fact: fact.uri)),
            tuple(sorted(self.events, key=lambda event: event.uri)),
        )


def small() -> Knowledge:
    """Two articles that tell one meeting, a quotation, a planned visit, a possible operation, a cancelled one."""
    make = Maker()
    make.article(
        "a1",
        "التقى وزير الدفاع الأمريكي لويد أوستن نظيره الإسرائيلي يوآف غالانت في واشنطن يوم الثلاثاء.\n"
        "وقال أوستن إن «حماية المدنيين ضرورة أخلاقية» خلال اللقاء.\n"
        "وأعلن نتنياهو إلغاء زيارة وفد إلى واشنطن.",
        source="قناة CNN (CNN)",
    )
    make.article(
        "a2",
        "اجتمع أوستن مع جالانت في البنتاغون.\nومن المقرر أن يزور بلينكن القاهرة الشهر المقبل.\nوقد تشن إسرائيل عملية في رفح.",
        published="2024-03-27",
        source="صحيفة الخليج",
    )
    austin = make.thing(
        "austin", "Person", "لويد أوستن", name_en="Lloyd Austin", names=("لويد أوستن", "أوستن"),
        mentions=(("a1", "لويد أوستن"), ("a2", "أوستن")), links=("http://www.wikidata.org/entity/Q941013",),
    )  # fmt: skip
    gallant = make.thing(
        "gallant", "Person", "يوآف غالانت", name_en="Yoav Gallant", names=("يوآف غالانت", "جالانت"),
        mentions=(("a1", "يوآف غالانت"), ("a2", "جالانت")),
    )  # fmt: skip
    netanyahu = make.thing("netanyahu", "Person", "بنيامين نتنياهو", mentions=(("a1", "نتنياهو"),))
    blinken = make.thing("blinken", "Person", "أنتوني بلينكن", mentions=(("a2", "بلينكن"),))
    pentagon = make.thing("pentagon", "Organization", "البنتاغون", subtype="Ministry", mentions=(("a2", "البنتاغون"),))
    washington = make.thing("washington", "Place", "واشنطن", subtype="City", mentions=(("a1", "واشنطن"),))
    cairo = make.thing("cairo", "Place", "القاهرة", subtype="City", mentions=(("a2", "القاهرة"),))
    israel = make.thing("israel", "Place", "إسرائيل", subtype="Country", mentions=(("a2", "إسرائيل"),))
    rafah = make.thing("rafah", "Place", "رفح", subtype="City", mentions=(("a2", "رفح"),))
    make.thing("alone", "NamedEvent", "كأس العالم 2022")
    make.fact("position", gallant, israel, "a1", "نظيره الإسرائيلي يوآف غالانت", "وزير الدفاع")
    make.fact("locatedIn", pentagon, washington, "a2", "البنتاغون")
    make.event(
        "Meet", [("participant", austin), ("participant", gallant), ("place", washington)],
        [("a1", "التقى"), ("a2", "اجتمع")], label="لقاء لويد أوستن ويوآف غالانت",
        disagreements=(Disagreement("place", (("واشنطن", ("a1",)), ("البنتاغون", ("a2",))), "واشنطن", "told first"),),
    )  # fmt: skip
    make.event("Say", [("speaker", austin)], [("a1", "وقال")], content="حماية المدنيين ضرورة أخلاقية")
    announced = make.event(
        "Announce", [("speaker", netanyahu)], [("a1", "وأعلن")], content="إلغاء زيارة وفد إلى واشنطن"
    )
    make.event(
        "Visit", [("destination", washington)], [("a1", "زيارة")], status="cancelled", date=None, said_in=(announced,)
    )
    make.event(
        "Visit", [("visitor", blinken), ("destination", cairo)], [("a2", "يزور")], status="planned", date="2024-04"
    )
    make.event("Attack", [("agent", israel), ("target", rafah)], [("a2", "عملية")], status="possible", date=None)
    make.event("Die", [("place", rafah)], [("a2", "رفح")], date="2024-03-20/2024-03-25", count=12, status="actual")
    return make.knowledge()


HOSTILE = (
    "<script>window.hacked=1</script>",
    "</script><img src=x onerror=window.hacked=1>",
    "\"quotes\" 'and' `ticks` \\ back\\",
    "سطر\nثان\r\nثالث\u2028رابع",
    "\u202eمقلوب\u202c txt",
    "نص\x00\x01\x1b\x7f",
    '=HYPERLINK("http://x")',
    "+1;two,three\ttab",
    "ط" * 10_000,
    "{{ 7*7 }} {% raw %} ${x} ]]> <!-- --",
    "\u0022}) DETACH DELETE (n //",
)


def hostile() -> Knowledge:
    """Each hostile string as a name, an outlet, a title, a label, in a text."""
    make = Maker()
    uris = []
    for number, text in enumerate(HOSTILE):
        doc = f"d{number:02}"
        make.article(doc, f"قبل {text}\nبعد", source=text)
        uris.append(
            make.thing(
                f"h{number:02}", "Person", text, name_en=text, names=(text, "آخر"), links=("javascript:alert(1)",)
            )
        )
        make.event("Meet", [("participant", uris[-1]), ("participant", uris[0])], [(doc, "قبل")], label=text)
        make.fact("relativeOf", uris[-1], uris[0], doc, "قبل", title=text)
    return make.knowledge()


_FIRST = [
    "أحمد",
    "محمد",
    "علي",
    "سمير",
    "كريم",
    "ليلى",
    "هدى",
    "نادر",
    "فارس",
    "سلمى",
    "رامي",
    "جميل",
    "عادل",
    "منى",
    "زياد",
]
_LAST = [
    "الحداد",
    "النجار",
    "الشامي",
    "المصري",
    "العراقي",
    "الحلبي",
    "الصافي",
    "البحري",
    "الجبلي",
    "العطار",
    "الخياط",
    "الكاتب",
]
_TYPES = ("Person", "Person", "Person", "Organization", "Place", "Place", "NamedEvent")
_WORD = {"Organization": "مؤسسة", "Place": "مدينة", "NamedEvent": "مهرجان"}
_EVENTS = ("Meet", "Call", "Visit", "Say", "Say", "Warn", "Agree", "Attack", "Appoint", "Aid", "Arrest", "Disaster")
_STATUSES = ("actual",) * 7 + ("planned", "possible", "negated", "demanded", "cancelled")
_ROLES = {
    "Meet": ("participant", "participant", "place"), "Call": ("participant", "participant"),
    "Visit": ("visitor", "destination"), "Say": ("speaker", "topic"), "Warn": ("speaker", "addressee"),
    "Agree": ("agent", "agent", "place"), "Attack": ("agent", "target"), "Appoint": ("agent", "object"),
    "Aid": ("agent", "recipient"), "Arrest": ("agent", "person"), "Disaster": ("place", "place"),
}  # fmt: skip


def synthetic(things: int, *, seed: int = 1, events_per_thing: float = 1.5) -> Knowledge:
    """A made-up world of ``things``: few are much in the news and most are not, in communities."""
    draw = random.Random(seed)
    make = Maker()
    uris: list[str] = []
    names: list[str] = []
    for number in range(things):
        type_ = draw.choice(_TYPES)
        name = f"{draw.choice(_FIRST)} {draw.choice(_LAST)} {number}"
        names.append(name if type_ == "Person" else f"{_WORD[type_]} {name}")
        uris.append(make.thing(f"{number:06}", type_, names[-1], name_en=f"Thing {number}"))

    def pick(centre: int) -> int:
        if draw.random() < 0.3:
            return int(things * draw.random() ** 4)
        return min(things - 1, max(0, int(draw.gauss(centre, 6 + things / 200))))

    for number in range(int(things * events_per_thing)):
        type_ = draw.choice(_EVENTS)
        centre = int(things * draw.random() ** 1.6)
        chosen = [pick(centre) for _ in _ROLES[type_]]
        doc = f"doc{number:06}"
        day = f"2024-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        text = f"شهد اليوم {' و'.join(names[index] for index in chosen)} ما وقع في الخبر رقم {number} وفق المصادر."
        make.article(doc, text, published=day, source=f"صحيفة {draw.choice(_LAST)}")
        roles = list(dict.fromkeys(zip(_ROLES[type_], (uris[index] for index in chosen), strict=True)))
        make.event(
            type_, roles, [(doc, "شهد")], status=draw.choice(_STATUSES), date=day if draw.random() < 0.8 else None,
            content="ما وقع في الخبر" if type_ in ("Say", "Warn") else None, label=f"{type_} {names[chosen[0]]}",
        )  # fmt: skip
        if draw.random() < 0.3 and chosen[0] != chosen[-1]:
            make.fact("alliedWith", uris[chosen[0]], uris[chosen[-1]], doc, "الخبر")
    return make.knowledge()
