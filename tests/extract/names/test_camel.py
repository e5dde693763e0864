"""The backend of camel-tools: its labels, and what is told where it is not installed."""

import sys

import pytest

from kg.extract.names import camel, find_names
from kg.text.document import analyse


def test_labels_make_spans() -> None:
    found = camel.spans_of(["B-PERS", "I-PERS", "O", "B-LOC", "B-LOC", "I-ORG"], 5)
    assert [(s.first, s.last, s.type) for s in found] == [
        (5, 7, "Person"),
        (8, 9, "Place"),
        (9, 10, "Place"),
        (10, 11, "Organization"),
    ]


def test_what_is_missing_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    camel._recognizer.cache_clear()
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "camel_tools.ner", raising=False)
    with pytest.raises(RuntimeError, match="install"):
        find_names(analyse("t", "قال محمد"), "camel")
    camel._recognizer.cache_clear()


def test_recognizer_is_used_where_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    class Recognizer:
        def predict(self, sentences: list[list[str]]) -> list[list[str]]:
            return [["B-PERS" if w == "ومحمد" else "O" for w in s] for s in sentences]

    monkeypatch.setattr(camel, "_recognizer", lambda folder: Recognizer())
    text = "قال ومحمد سافر"
    found = find_names(analyse("t", text), "camel")
    assert [text[n.start : n.end] for n in found] == ["محمد"]
    assert found[0].rule.startswith("camel")
