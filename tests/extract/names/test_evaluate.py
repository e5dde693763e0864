"""Span F1 on two-column files."""

from pathlib import Path

from kg.train.evaluate import compare, evaluate_conll, family_names


def test_exact_spans_count() -> None:
    scores = compare([[(0, 2, "PERS"), (3, 4, "LOC")]], [[(0, 2, "PERS"), (3, 4, "ORG")]])
    assert scores.f1() == 0.5
    assert scores.f1("PERS") == 1.0
    assert scores.f1("MISC") == 0.0


def test_family_name_nearby_is_added_once() -> None:
    sentences = [["قال", "يوسف", "الشاهد"], ["والشاهد", "غادر"], ["الكتاب"]]
    found = family_names(sentences, [[(1, 3, "PERS")], [], []])
    assert found == [[(1, 3, "PERS")], [(0, 1, "PERS")], []]


def test_file_is_read_and_scored(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("سافر\tO\nإلى\tO\nباريس\tB-LOC\n\nعاد\tO\nمن\tO\nلندن\tB-LOC\n", encoding="utf-8")
    scores = evaluate_conll(path)
    assert scores.gold == {"LOC": 2}
    assert scores.f1("LOC") > 0.5
    assert "LOC" in str(scores)
