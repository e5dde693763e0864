"""Decoding of tags under their grammar, and the spans they make."""

import numpy as np

from kg.extract.names.tags import INDEX, LABELS, decode, spans


def table(*rows: dict[str, float]) -> np.ndarray:
    made = np.full((len(rows), len(LABELS)), 0.001, np.float32)
    for i, row in enumerate(rows):
        for label, p in row.items():
            made[i, INDEX[label]] = p
    return made


def test_inside_needs_a_beginning_of_its_type() -> None:
    (tags,) = decode([table({"O": 0.4, "B-Person": 0.5}, {"I-Place": 0.6, "I-Person": 0.3})])
    assert [LABELS[t] for t in tags] == ["B-Person", "I-Person"]


def test_bias_favours_names() -> None:
    unsure = table({"O": 0.55, "B-Place": 0.44})
    assert LABELS[decode([unsure])[0][0]] == "O"
    assert LABELS[decode([unsure], 0.3)[0][0]] == "B-Place"


def test_sentences_together_as_each_alone() -> None:
    draws = np.random.default_rng(3).dirichlet(np.ones(len(LABELS)) * 0.3, 60).astype(np.float32)
    tables = [draws[:7], draws[7:7], draws[7:30], draws[30:31], draws[31:60]]
    assert decode(tables, 0.2) == [decode([t], 0.2)[0] for t in tables]


def test_spans_of_adjacent_names() -> None:
    tags = [INDEX[t] for t in ("B-Person", "B-Person", "I-Person", "O", "B-Place")]
    found = spans(tags, table(*({LABELS[t]: 0.8} for t in tags)), offset=10)
    assert [(s.first, s.last, s.type) for s in found] == [(10, 11, "Person"), (11, 13, "Person"), (14, 15, "Place")]
    assert all(abs(s.confidence - 0.8) < 1e-5 for s in found)


def test_nothing_from_nothing() -> None:
    assert spans([], np.zeros((0, len(LABELS)), np.float32)) == []
