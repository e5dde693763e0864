from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "graph"))

from graph_sample import sample, write_folder

from kg.cli import main
from kg.knowledge import Knowledge
from kg.query import check


def test_a_sound_graph_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(write_folder(tmp_path))]) == 0
    said = capsys.readouterr()
    assert said.out == "" and "no violations" in said.err


def replace_event(k: Knowledge, local: str, **changes: object) -> Knowledge:
    events = tuple(msgspec.structs.replace(e, **changes) if e.uri.endswith(local) else e for e in k.events)
    return msgspec.structs.replace(k, events=events)


def without_evidence(k: Knowledge) -> Knowledge:
    return replace_event(k, "meet/a", tellings=())


def planned_counted(k: Knowledge) -> Knowledge:
    return replace_event(k, "meet/b", status="actual")


def dangling(k: Knowledge) -> Knowledge:
    return msgspec.structs.replace(k, things=tuple(t for t in k.things if not t.uri.endswith("person/austin")))


def bad_date(k: Knowledge) -> Knowledge:
    return replace_event(k, "meet/a", date="26/03/2024")


def nameless(k: Knowledge) -> Knowledge:
    return msgspec.structs.replace(k, things=(msgspec.structs.replace(k.things[0], name=""), *k.things[1:]))


def overconfident(k: Knowledge) -> Knowledge:
    return replace_event(k, "call/a", confidence=1.5)


def moved_quote(k: Knowledge) -> Knowledge:
    """The article's text changes after the graph was made: the quotations no longer stand where they say."""
    return k


def two_identities(k: Knowledge) -> Knowledge:
    a, b, *rest = k.things
    return msgspec.structs.replace(k, things=(a, msgspec.structs.replace(b, links=a.links), *rest))


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (without_evidence, "checks/no-evidence\tmeet:a"),
        (without_evidence, "shapes\tmeet:a\tan event has evidence"),
        (planned_counted, "checks/counted-as-happened\tmeet:b"),
        (dangling, "checks/dangling\tperson:austin"),
        (bad_date, "dates\tmeet:a\t'26/03/2024' is no EDTF date"),
        (nameless, "a thing has one name"),
        (overconfident, "shapes\tcall:a"),
        (two_identities, "checks/shared-identity\torganization:"),
    ],
)
def test_each_planted_fault_is_told(tmp_path: Path, fault, told: str, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    assert main(["check", str(write_folder(tmp_path, fault(sample())))]) == 1
    assert told in capsys.readouterr().out


def test_every_quotation_is_compared_with_its_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_folder(tmp_path)
    records = folder / "records.jsonl"
    records.write_text(records.read_text("utf-8").replace("استقبل لويد", "استقبل  لويد"), "utf-8")
    assert main(["check", str(folder)]) == 1
    out = capsys.readouterr().out
    assert out.count("quotations\t") > 3 and "telling:a2" in out and "mention:a2" in out and "telling:a1" not in out
    records.unlink()
    assert main(["check", str(folder)]) == 1
    assert "could not be compared" in capsys.readouterr().err


def test_a_sample_of_the_nodes_still_finds_no_false_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "SHACL_NODES", 3)
    assert main(["check", str(write_folder(tmp_path))]) == 0
    assert "SHACL looked at" in capsys.readouterr().err


def test_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "none")]) == 2
    assert main(["check", str(tmp_path)]) == 2
    assert "kg build" in capsys.readouterr().err
