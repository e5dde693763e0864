"""Precision, recall and F1 of records against records written by people.

Things are paired before they are compared: a predicted entity stands for the gold entity with which it shares most
characters of its mentions, a predicted event for the gold event of its type whose trigger it touches (one to one). What
is told of them is right when it is right after that pairing. Gold's ``skip`` spans count for nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import msgspec

from kg.record import Entity, Event, Record
from kg.schema import group_of, is_symmetric

GRAPH = ("entities", "relations", "events", "roles", "speakers", "times")


class _HasSpan(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass
class Score:
    """``hit`` right ones of ``gold`` there are and ``predicted`` there were."""

    hit: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, hit: int, gold: int, predicted: int) -> None:
        """Adds the counts of one article."""
        self.hit, self.gold, self.predicted = self.hit + hit, self.gold + gold, self.predicted + predicted

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 where nothing was predicted."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is no gold."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass
class Scores:
    """Scores by what is measured; ``graph`` is the mean F1 of entities, relations, events, roles, speakers, times."""

    by_name: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))

    @property
    def graph(self) -> float:
        """Mean F1 of the parts of the graph."""
        return sum(self.by_name[n].f1 for n in GRAPH) / len(GRAPH)


def evaluate(gold: Mapping[str, Record], predicted: Mapping[str, Record]) -> Scores:
    """Scores of ``predicted`` against ``gold``, both by document id. A document that was not predicted counts as found
    empty. Raises ``ValueError`` where the texts of a document differ, for then offsets mean nothing."""
    scores = Scores()
    for doc, g in gold.items():
        p = predicted.get(doc)
        if p is None:
            p = msgspec.structs.replace(g, entities=(), relations=(), events=())
        if p.doc.text != g.doc.text:
            raise ValueError(f"{doc}: the text differs from the gold's, so offsets cannot be compared")
        _document(scores, g, _within(p, g))
    return scores


def _overlap(a: _HasSpan, b: _HasSpan) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _within(p: Record, g: Record) -> Record:
    inside: Callable[[_HasSpan], bool] = lambda s: not any(_overlap(s, o) for o in g.skip)  # noqa: E731
    entities = []
    for e in p.entities:
        mentions = tuple(m for m in e.mentions if inside(m))
        if mentions:
            entities.append(msgspec.structs.replace(e, mentions=mentions))
    return msgspec.structs.replace(
        p,
        entities=tuple(entities),
        relations=tuple(r for r in p.relations if inside(r)),
        events=tuple(v for v in p.events if inside(v.trigger)),
    )


def _pair_entities(gold: Sequence[Entity], predicted: Sequence[Entity]) -> dict[str, str]:
    """Predicted id -> gold id."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = sum(
                _overlap(a, b) for a in g.mentions for b in p.mentions if a.kind != "pronoun" and b.kind != "pronoun"
            )
            if shared:
                candidates.append((g.type == p.type, shared, -i, -j))
    pairs: dict[str, str] = {}
    used = set()
    for _, _, i, j in sorted(candidates, reverse=True):
        if -i not in used and predicted[-j].id not in pairs:
            used.add(-i)
            pairs[predicted[-j].id] = gold[-i].id
    return pairs


def _pair_events(
    gold: Iterable[Event], predicted: Sequence[Event], same: Callable[[Event, Event], bool]
) -> list[tuple[Event, Event]]:
    pairs, used = [], set()
    for g in gold:
        best: tuple[int, int] | None = None
        for j, p in enumerate(predicted):
            if j in used or not same(g, p):
                continue
            shared = max(_overlap(a, b) for a in (g.trigger, *g.also) for b in (p.trigger, *p.also))
            if shared and (best is None or shared > best[0]):
                best = (shared, j)
        if best is not None:
            used.add(best[1])
            pairs.append((g, predicted[best[1]]))
    return pairs


def _document(scores: Scores, g: Record, p: Record) -> None:
    s = scores.by_name
    named: Callable[[Record], Counter[tuple[int, int, str]]] = lambda r: Counter(  # noqa: E731
        (m.start, m.end, e.type) for e in r.entities for m in e.mentions if m.kind == "name"
    )
    gm, pm = set(named(g)), set(named(p))
    s["mentions"].add(len(gm & pm), len(gm), len(pm))
    to_gold = _pair_entities(g.entities, p.entities)
    types = {e.id: e.type for e in g.entities}
    right = sum(types[to_gold[e.id]] == e.type for e in p.entities if e.id in to_gold)
    s["entities"].add(right, len(g.entities), len(p.entities))
    _relations(scores, g, p, to_gold)
    pairs = _pair_events(g.events, p.events, lambda a, b: a.type == b.type)
    s["events"].add(len(pairs), len(g.events), len(p.events))
    gold_of = {b.id: a.id for a, b in pairs}
    g_roles = {(v.id, r.role, r.entity) for v in g.events for r in v.roles if r.role != "topic"}
    p_roles = {
        (gold_of.get(v.id, f"?{v.id}"), r.role, to_gold.get(r.entity, "?"))
        for v in p.events
        for r in v.roles
        if r.role != "topic"
    }
    s["roles"].add(len(g_roles & p_roles), len(g_roles), len(p_roles))
    s["status"].add(sum(a.status == b.status for a, b in pairs), len(pairs), len(pairs))
    s["not actual"].add(
        sum(a.status == b.status != "actual" for a, b in pairs),
        sum(v.status != "actual" for v in g.events),
        sum(v.status != "actual" for v in p.events),
    )
    when: Callable[[Event], str | None] = lambda v: v.time.value[:10] if v.time and v.time.value else None  # noqa: E731
    s["times"].add(
        sum(when(a) is not None and when(a) == when(b) for a, b in pairs),
        sum(when(v) is not None for v in g.events),
        sum(when(v) is not None for v in p.events),
    )
    _speakers(scores, g, p, to_gold)


def _relations(scores: Scores, g: Record, p: Record, to_gold: Mapping[str, str]) -> None:
    def key(type: str, subject: str, object: str) -> tuple[str, str, str]:
        if is_symmetric(type) and object < subject:
            subject, object = object, subject
        return type, subject, object

    a = {key(r.type, r.subject, r.object) for r in g.relations}
    b = {
        key(r.type, to_gold.get(r.subject, f"?{r.subject}"), to_gold.get(r.object, f"?{r.object}")) for r in p.relations
    }
    scores.by_name["relations"].add(len(a & b), len(a), len(b))


def _speakers(scores: Scores, g: Record, p: Record, to_gold: Mapping[str, str]) -> None:
    groups = group_of()
    gold = [v for v in g.events if groups[v.type] == "Statement"]
    predicted = [v for v in p.events if groups[v.type] == "Statement"]
    who: Callable[[Event], set[str]] = lambda v: {r.entity for r in v.roles if r.role == "speaker"}  # noqa: E731
    hit = sum(
        len(who(a) & {to_gold.get(e, "?") for e in who(b)}) for a, b in _pair_events(gold, predicted, lambda a, b: True)
    )
    scores.by_name["speakers"].add(hit, sum(len(who(v)) for v in gold), sum(len(who(v)) for v in predicted))


def read_human(path: str) -> dict[str, Record]:
    """Records by document id from a JSONL or JSON file or a folder of .json files, as people write them: confidence and
    empty fields may be left out. Raises ``OSError``, and ``ValueError`` naming file and place."""
    place = Path(path)
    files = sorted(place.glob("*.json")) + sorted(place.glob("*.jsonl")) if place.is_dir() else [place]
    records: dict[str, Record] = {}
    for file in files:
        text = file.read_text(encoding="utf-8")
        rows = [text] if file.suffix == ".json" else text.splitlines()
        for number, row in enumerate(rows, 1):
            if row.strip():
                try:
                    record = msgspec.convert(_completed(msgspec.json.decode(row)), Record)
                except (msgspec.MsgspecError, AttributeError, TypeError) as error:
                    raise ValueError(f"{file}, record {number}: {error}") from error
                records[record.doc.id] = record
    return records


_LEFT_OUT: dict[str, dict[str, Any]] = {
    "doc": {"title": None, "published": None, "source": None, "url": None, "language": "ar", "sha256": ""},
    "entities": {"subtype": None, "aliases": [], "links": [], "confidence": 1.0},
    "relations": {"title": None, "confidence": 1.0},
    "events": {"status": "actual", "roles": [], "time": None, "content": None, "confidence": 1.0},
}


def _completed(row: dict[str, Any]) -> dict[str, Any]:
    """``row`` with what people leave out."""
    row = {"schema": 1, "entities": [], "relations": [], "events": [], **row}
    row["doc"] = {**_LEFT_OUT["doc"], **row["doc"]}
    for part in ("entities", "relations", "events"):
        row[part] = [{**_LEFT_OUT[part], **item} for item in row[part]]
    for event in row["events"]:
        if event["time"] is not None and event["time"].get("start") is None:
            event["time"] = None  # a time without its words cannot be compared
        if event.get("count") is not None and event["count"].get("value") is None:
            event["count"] = None  # told, but no number
        event["roles"] = [{"role": r["role"], "entity": r["entity"]} for r in event["roles"]]
    return row
