import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.record import Span
from kg.text.document import analyse, quoted_spans

TEXT = "قال أوستن: “حماية المدنيين ضرورة. هذا واضح”. وأضاف أن الخطة جاهزة!\n\nالتقى د. محمد 1.5 مليون شخص."


def test_every_token_stands_where_it_says() -> None:
    doc = analyse("a", TEXT)
    assert [TEXT[t.start : t.end] for t in doc.tokens] == [t.text for t in doc.tokens]
    assert [t.index for t in doc.tokens] == list(range(len(doc.tokens)))


def test_sentences_end_at_stops_but_not_inside_numbers_or_initials() -> None:
    doc = analyse("a", TEXT)
    assert [TEXT[s.start : s.end] for s in doc.sentences] == [
        "قال أوستن: “حماية المدنيين ضرورة.",
        "هذا واضح”.",
        "وأضاف أن الخطة جاهزة!",
        "التقى د. محمد 1.5 مليون شخص.",
    ]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("قال «نعم» ثم «لا»", ["نعم", "لا"]),
        ("قال “نعم. لا”.", ["نعم. لا"]),
        ('قال "نعم" و"لا"', ["نعم", "لا"]),
        ("قال ”نعم“ أمس", ["نعم"]),
        ("قال «نعم ولم يغلق\nسطر", ["نعم ولم يغلق"]),
        ("لا شيء", []),
    ],
)
def test_quotations_of_every_kind(text: str, inside: list[str]) -> None:
    assert [text[q.start : q.end] for q in quoted_spans(text)] == inside


def test_furniture_has_no_tokens() -> None:
    text = "شارك الخبر\nقال الوزير نعم"
    doc = analyse("a", text, skip=[Span(0, 10)])
    assert doc.tokens[0].text == "قال"
    assert doc.sentence_of(3) is None


def test_offsets_inside_a_token_count_folded_letters() -> None:
    doc = analyse("a", "لِلْقاءِ")
    token = doc.tokens[0]
    assert token.norm == "للقاء"
    assert doc.text[token.offset(1) :].startswith("لْ")
    assert token.offset(len(token.norm)) == token.end


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ابتثقال وسلا .؟!\n\"«»“”:،1٢a\u200f\u064b\U0001f600"), max_size=200))
def test_any_text_is_taken_apart_without_loss_of_place(text: str) -> None:
    doc = analyse("a", text)
    last = 0
    for t in doc.tokens:
        assert doc.text[t.start : t.end] == t.text
        assert t.start >= last
        last = t.end
    for s in doc.sentences:
        assert doc.tokens[s.first].start == s.start and doc.tokens[s.last - 1].end == s.end
    for q in doc.quotes:
        assert 0 <= q.start < q.end <= len(text)
