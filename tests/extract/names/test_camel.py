"""The backend of camel-tools: its labels, and what is told where it is not installed."""

import json
import sys
from pathlib import Path

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


def test_tiny_bert_in_the_format_of_camel_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs only where torch and transformers are installed: a BERT with random weights, saved as camel-tools saves."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    (tmp_path / "catalogue.json").write_text(json.dumps({"version": "1.6.0", "packages": {}, "components": {}}))
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    model = tmp_path / "model"
    model.mkdir()
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "قال", "محمد", "في", "لندن", "."]
    (model / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    labels = ["B-LOC", "B-MISC", "B-ORG", "B-PERS", "I-LOC", "I-MISC", "I-ORG", "I-PERS", "O"]
    torch.manual_seed(0)
    transformers.BertForTokenClassification(
        transformers.BertConfig(
            vocab_size=len(words),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=16,
            id2label=dict(enumerate(labels)),
            label2id={label: i for i, label in enumerate(labels)},
        )
    ).save_pretrained(model)
    transformers.BertTokenizer(str(model / "vocab.txt")).save_pretrained(model)
    monkeypatch.setenv(camel.MODEL_VARIABLE, str(model))
    camel._recognizer.cache_clear()
    spans, chance = camel.propose(analyse("t", "قال محمد في لندن."))
    assert chance == []
    assert all(0 <= s.first < s.last <= 5 for s in spans)
    camel._recognizer.cache_clear()
