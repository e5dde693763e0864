"""Quality floors against annotations by people, pinned together with the hash of what they were measured on.

The development material lies beside a developer's checkout and is no part of the product: where it is not there, these
tests say so and are passed over. A floor only rises.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"
OWN = Path(__file__).parent / "gold"

# hash of the gold: {what: floor of its F1}
FLOORS = {
    "3b1dfdf3ca1e4450": {
        "graph": 0.74, "mentions": 0.88, "entities": 0.90, "relations": 0.78, "events": 0.80, "roles": 0.58,
        "speakers": 0.76, "times": 0.58,
    },
}  # fmt: skip
OWN_FLOORS = (
    "31777c8983ac5e63",
    {"graph": 0.69, "mentions": 0.88, "entities": 0.93, "events": 0.80, "roles": 0.52, "speakers": 0.72},
)
TIME_FLOOR = ("549ad70c10207345", 0.97)
PAIRS_FLOOR = ("df09d6a77f43803c", 0.90)


def digest(*paths: Path) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def needed(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path.name} is development material and not here")
    return path


def test_extraction_does_not_fall_below_its_floors() -> None:
    from kg.evaluate import evaluate, read_human
    from kg.extract import extract

    folder = needed(SHARED / "gold" / "dev")
    floors = FLOORS.get(digest(*sorted(folder.glob("*.json"))))
    assert floors is not None, "the gold has changed: measure again and pin the floors with its new hash"
    given = {
        d["id"]: d
        for d in map(json.loads, (folder.parent / "dev.jsonl").read_text(encoding="utf-8").splitlines())
    }
    gold = read_human(str(folder))
    predicted = {
        k: extract(
            r.doc.text, id=k, title=given[k]["title"], published=given[k]["published"], source=given[k]["source"]
        )
        for k, r in gold.items()
    }
    scores = evaluate(gold, predicted)
    measured = {"graph": scores.graph, **{name: s.f1 for name, s in scores.by_name.items()}}
    below = {name: round(measured[name], 3) for name, floor in floors.items() if measured[name] < floor}
    assert not below, f"below the floor: {below}"


def test_extraction_of_our_own_articles() -> None:
    from kg.evaluate import evaluate, read_human
    from kg.extract import extract

    assert digest(*sorted(OWN.glob("*.json"))) == OWN_FLOORS[0], "the gold has changed: measure again and pin its hash"
    gold = read_human(str(OWN))
    predicted = {
        k: extract(r.doc.text, id=k, title=r.doc.title, published=r.doc.published, source=r.doc.source)
        for k, r in gold.items()
    }
    scores = evaluate(gold, predicted)
    measured = {"graph": scores.graph, **{name: s.f1 for name, s in scores.by_name.items()}}
    below = {name: round(measured[name], 3) for name, floor in OWN_FLOORS[1].items() if measured[name] < floor}
    assert not below, f"below the floor: {below}"


def test_time_expressions() -> None:
    from kg.extract.time import resolve_expression

    path = needed(SHARED / "time" / "dev.tsv")
    assert digest(path) == TIME_FLOOR[0], "the list has changed: measure again and pin the floor with its new hash"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    right = sum((resolve_expression(r[1], r[0] or None) or "null") in r[2].split(" | ") for r in rows)
    assert right / len(rows) >= TIME_FLOOR[1]


def test_pairs_of_names() -> None:
    from kg.resolve.compare import compare

    path = needed(SHARED / "pairs" / "dev.tsv")
    assert digest(path) == PAIRS_FLOOR[0], "the list has changed: measure again and pin the floor with its new hash"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    answers = [(compare(a, b, t).answer, wanted) for a, b, t, wanted in rows]
    assert not [1 for answer, wanted in answers if wanted == "different" and answer == "same"]
    same = [answer for answer, wanted in answers if wanted == "same"]
    assert same.count("same") / len(same) >= PAIRS_FLOOR[1]
