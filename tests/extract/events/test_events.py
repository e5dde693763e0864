"""What happened, who said so, and did it happen at all: one sentence for each construction."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.events.marked import tell


class TestSpeakers:
    @pytest.mark.parametrize(
        "sentence",
        [
            "قال {لويد أوستن/P} إن الخطة جاهزة.",
            "قال وزير الدفاع الأمريكي {لويد أوستن/P}، في بيان أمس، إن الخطة جاهزة.",
            "وكان وزير الدفاع الأمريكي، {لويد أوستن/P}، قد قال إن الخطة جاهزة.",
            "{لويد أوستن/P} قال إن الخطة جاهزة.",
            "وصل {لويد أوستن/P} الذي قال إن الخطة جاهزة.",
        ],
    )
    def test_after_the_verb_before_it_or_before_a_relative(self, sentence: str) -> None:
        told = tell(sentence)
        say = told.of("Say")
        assert told.who(say, "speaker") == ["لويد أوستن"]
        assert told.content(say) == "الخطة جاهزة"

    def test_dropped_subjects_and_participles_go_on_speaking(self) -> None:
        told = tell("أكد {أنطونيو غوتيريش/P} أن الوضع خطير، مشيرا إلى نقص الغذاء. وأضاف أن الوقت ينفد.")
        assert [told.who(v, "speaker") for v in told.events if v.type == "Say"] == [["أنطونيو غوتيريش"]] * 3

    @pytest.mark.parametrize(
        "sentence",
        ["قال مسؤول رفيع في {البنتاغون/O} إن الخطة جاهزة.", "وقالت مصادر في {القاهرة/L} إن الخطة جاهزة."],
    )
    def test_an_unnamed_speaker_leaves_the_role_out(self, sentence: str) -> None:
        told = tell(sentence)
        assert told.who(told.of("Say"), "speaker") == []

    def test_an_unnamed_speaker_is_not_confused_with_the_last_named_one(self) -> None:
        told = tell("قال {لويد أوستن/P} إن الخطة جاهزة. وكان مسؤول كبير أعلن أن الهجوم وشيك.")
        assert told.who(told.of("Announce"), "speaker") == []

    def test_a_document_speaks_for_the_body_that_made_it(self) -> None:
        told = tell("وأظهر مسح أجرته {رويترز/O} أن الإنتاج ارتفع.")
        assert told.who(told.of("Say"), "speaker") == ["رويترز"]

    def test_attribution_makes_a_statement_of_its_own(self) -> None:
        told = tell("ارتفع الإنتاج في مارس، بحسب {رويترز/O}.")
        say = told.of("Say")
        assert told.who(say, "speaker") == ["رويترز"]
        assert told.content(say).startswith("ارتفع الإنتاج")

    def test_the_addressee(self) -> None:
        told = tell("وحث {أنتوني بلينكن/P} {يوآف غالانت/P} على حماية المدنيين.")
        demand = told.of("Demand")
        assert told.who(demand, "speaker") == ["أنتوني بلينكن"]
        assert told.who(demand, "addressee") == ["يوآف غالانت"]
        assert told.content(demand) == "حماية المدنيين"


class TestContent:
    def test_inside_quotation_marks_it_is_direct(self) -> None:
        told = tell("وقال {لويد أوستن/P}: «حماية المدنيين ضرورة أخلاقية».")
        say = told.of("Say")
        assert say.content is not None and say.content.direct
        assert told.content(say) == "حماية المدنيين ضرورة أخلاقية"

    def test_it_ends_where_the_next_clause_of_saying_begins(self) -> None:
        told = tell("وقال {نجيب ميقاتي/P} إن الأزمة عميقة، مؤكدا أن الحل قريب.")
        first, second = (v for v in told.events if v.type == "Say")
        assert (told.content(first), told.content(second)) == ("الأزمة عميقة", "الحل قريب")

    def test_what_is_told_inside_it_is_said_and_not_asserted(self) -> None:
        told = tell("وأعلن {الجيش السوداني/O} أن مسلحين قتلوا خمسة مدنيين في {الخرطوم/L}.")
        assert told.of("Die").said_in == told.of("Announce").id

    def test_a_denial_is_no_resignation(self) -> None:
        told = tell("نفى {سعد الحريري/P} استقالته.")
        assert told.who(told.of("Deny"), "speaker") == ["سعد الحريري"]
        assert told.of("Leave").status == "negated"

    @pytest.mark.parametrize(
        ("sentence", "type"),
        [
            ("أعرب {جوزيف عون/P} عن رفضه للقرار.", "Reject"),
            ("أعرب {جوزيف عون/P} عن دعمه للاتفاق.", "Support"),
            ("ورحبت {إيران/L} بالاتفاق.", "Support"),
            ("وهدد {فلاديمير بوتين/P} بالرد.", "Warn"),
            ("وتعهد {جوزيف عون/P} بإجراء إصلاحات.", "Promise"),
            ("واتهم {فلاديمير بوتين/P} الغرب بالكذب.", "Accuse"),
            ("وأدانت {مصر/L} الهجوم.", "Condemn"),
        ],
    )
    def test_the_kind_of_statement(self, sentence: str, type: str) -> None:
        assert tell(sentence).of(type)


class TestRoles:
    def test_a_meeting(self) -> None:
        told = tell("التقى {فيصل بن فرحان/P} نظيره الإيراني {حسين أمير عبد اللهيان/P} في {بكين/L}.")
        meet = told.of("Meet")
        assert told.who(meet, "participant") == ["فيصل بن فرحان", "حسين أمير عبد اللهيان"]
        assert told.who(meet, "place") == ["بكين"]

    def test_a_light_verb_gives_its_subject_to_the_noun(self) -> None:
        told = tell("أجرى {فيصل بن فرحان/P} محادثات مع {سامح شكري/P} في {القاهرة/L}.")
        assert told.who(told.of("Meet"), "participant") == ["فيصل بن فرحان", "سامح شكري"]

    def test_a_pronoun_on_an_event_noun_means_the_subject(self) -> None:
        told = tell("وأكد {لويد أوستن/P} خلال لقائه {يوآف غالانت/P} أن الوقت ينفد.")
        assert set(told.who(told.of("Meet"), "participant")) == {"لويد أوستن", "يوآف غالانت"}
        assert told.who(told.of("Say"), "addressee") == ["يوآف غالانت"]

    def test_nationality_tells_the_agent(self) -> None:
        told = tell("قتل خمسة أشخاص في غارة إسرائيلية على {بيروت/L}.")
        assert told.who(told.of("Attack"), "agent") == ["إسرائيل"]
        assert told.of("Die").count is not None and told.of("Die").count.value == 5  # type: ignore[union-attr]

    def test_passive_and_by(self) -> None:
        told = tell("اغتيل {رفيق الحريري/P} في {بيروت/L}.")
        assert "رفيق الحريري" in {told.names[r.entity] for r in told.of("Attack").roles}

    def test_arrest_has_agent_and_person(self) -> None:
        told = tell("اعتقلت {الشرطة التونسية/O} {راشد الغنوشي/P} أمس.", "2023-04-18")
        arrest = told.of("Arrest")
        assert told.who(arrest, "agent") == ["الشرطة التونسية"]
        assert told.who(arrest, "person") == ["راشد الغنوشي"]
        assert arrest.time is not None and arrest.time.value == "2023-04-17"


class TestStatus:
    @pytest.mark.parametrize(
        ("sentence", "type", "status"),
        [
            ("زار {أنتوني بلينكن/P} {القاهرة/L}.", "Visit", "actual"),
            ("لم يزر {أنتوني بلينكن/P} {القاهرة/L}.", "Visit", "negated"),
            ("سيزور {أنتوني بلينكن/P} {القاهرة/L} غدا.", "Visit", "planned"),
            ("من المقرر أن يزور {أنتوني بلينكن/P} {القاهرة/L}.", "Visit", "planned"),
            ("من المحتمل أن يزور {أنتوني بلينكن/P} {القاهرة/L}.", "Visit", "possible"),
            ("قد يزور {أنتوني بلينكن/P} {القاهرة/L}.", "Visit", "possible"),
            ("وقد زار {أنتوني بلينكن/P} {القاهرة/L}.", "Visit", "actual"),
            ("دعا {أنتوني بلينكن/P} إلى وقف إطلاق النار.", "Ceasefire", "demanded"),
            ("ألغت {إسرائيل/L} زيارة الوفد إلى {واشنطن/L}.", "Visit", "cancelled"),
            ("وتستعد {إسرائيل/L} لهجوم على {رفح/L}.", "Attack", "planned"),
            ("وحذر {أنتوني بلينكن/P} من مخاطر اجتياح {رفح/L}.", "Attack", "possible"),
        ],
    )
    def test_grammar_tells_whether_it_happened(self, sentence: str, type: str, status: str) -> None:
        assert tell(sentence).of(type).status == status


class TestTime:
    def test_a_time_goes_to_the_verb_it_modifies(self) -> None:
        told = tell("أعلن {الجيش/O} أمس أن القوات قصفت {حلب/L} يوم 3 مارس 2024.", "2024-03-10")
        announce, attack = told.of("Announce"), told.of("Attack")
        assert announce.time is not None and announce.time.value == "2024-03-09"
        assert attack.time is not None and attack.time.value == "2024-03-03"

    def test_and_to_the_result_in_the_same_sentence(self) -> None:
        told = tell("وقع انفجار في {بيروت/L} في 4 أغسطس 2020 ما أدى إلى مقتل 200 شخص.")
        assert told.of("Die").time == told.of("Attack").time


class TestMerging:
    def test_two_tellings_of_one_happening_are_one_event(self) -> None:
        told = tell("التقى {محمد بن سلمان/P} {بشار الأسد/P} في {جدة/L}. وجاء لقاء {محمد بن سلمان/P} و{بشار الأسد/P} بعد قطيعة.")
        assert len(told.of("Meet").also) == 1

    def test_different_people_are_different_meetings(self) -> None:
        told = tell("التقى {محمد بن سلمان/P} {بشار الأسد/P}. والتقى {عبد الفتاح السيسي/P} {قيس سعيد/P}.")
        assert sum(v.type == "Meet" for v in told.events) == 2


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["قال", "أن", "إن", "لم", "سوف", "قتل", "وأضاف", "لقاء", "مع", "في", ":", "«", "»", '"', "،", ".", "أمس", "خمسة", "{أحمد/P}", "{مصر/L}", "الذي", "بيان"]), max_size=30))
def test_no_order_of_words_upsets_it(words: list[str]) -> None:
    told = tell(" ".join(words))
    for v in told.events:
        assert 0 <= v.trigger.start < v.trigger.end <= len(told.text)
        assert v.content is None or 0 <= v.content.start < v.content.end <= len(told.text)


def test_cost_is_linear_in_the_length_of_a_sentence() -> None:
    import time

    def seconds(n: int) -> float:
        begin = time.process_time()
        tell("قال {أحمد/P} إن القوات قصفت المدينة و" * n)
        return time.process_time() - begin

    seconds(20)
    assert seconds(1600) < 20 * max(seconds(200), 0.02)


def test_the_communique_speaks_for_all_who_made_it() -> None:
    told = tell(
        "وقال بيان مشترك صدر عن {السعودية/L} و{إيران/L} و{الصين/L} إن الاتفاق جاهز. وأوضح البيان أن السفارات ستفتح."
    )
    last = [v for v in told.events if v.type == "Say"][-1]
    assert told.who(last, "speaker") == ["السعودية", "إيران", "الصين"]
