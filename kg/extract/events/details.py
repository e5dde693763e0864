"""When and how many: the time and the count that belong to an event."""

from __future__ import annotations

import bisect
from functools import lru_cache

from kg.annotations import Quantity, TimeExpression
from kg.extract.events.draft import Draft
from kg.extract.events.scene import Scene
from kg.extract.events.words import keys
from kg.lang import load
from kg.record import Count, Time
from kg.schema import group_of, roles_of, schema
from kg.text.normalize import fold

_REACH = 80  # words between a time and its event


@lru_cache(maxsize=1)
def _results() -> frozenset[str]:
    """Words that lead from an event to its result in the same sentence."""
    return frozenset(fold(w) for w in load("clauses.yaml")["results"])


def attach_times(scene: Scene, drafts: list[Draft]) -> None:
    """Gives each time expression to the event whose clause tells it: the trigger it follows in its clause, or, at the
    head of a sentence, the next; and to what the same sentence tells as the result."""
    by_sentence: dict[int, list[Draft]] = {}
    for d in drafts:
        if d.source is not None:
            by_sentence.setdefault(d.sentence, []).append(d)
    for told in by_sentence.values():
        told.sort(key=lambda d: d.source.first if d.source is not None else 0)
    for first, (expression, _) in sorted(scene.times.items()):
        token = scene.doc.tokens[first]
        here = _near(by_sentence.get(token.sentence, []), first)
        owner = _owner(scene, first, expression, here)
        if owner is None:
            continue
        time = Time(expression.value, expression.start, expression.end)
        if owner.time is None or (owner.time.value is None and time.value is not None):
            owner.time = time
        for d in here:
            if d is not owner and d.time is None and _is_result(scene, owner, d):
                d.time = time


def share_places(scene: Scene, drafts: list[Draft]) -> None:
    """What a sentence tells as the result of an event happened where the event did."""
    last: Draft | None = None
    for d in drafts:
        if d.source is None:
            continue
        if last is not None and last.sentence == d.sentence and "place" in roles_of(d.type) and not d.fillers("place"):
            for e in last.fillers("place") if _is_result(scene, last, d) else ():
                d.fill("place", e)
        if d.fillers("place"):
            last = d


def _near(drafts: list[Draft], token: int) -> list[Draft]:
    """``drafts`` (in order of the text) whose triggers stand within reach of ``token``."""
    starts = [d.source.first for d in drafts if d.source is not None]
    return drafts[bisect.bisect_left(starts, token - _REACH) : bisect.bisect_right(starts, token + _REACH)]


def _is_result(scene: Scene, cause: Draft, d: Draft) -> bool:
    if cause.source is None or d.source is None or d.source.first <= cause.source.first:
        return False
    if group_of()[cause.type] == "Statement":
        return False
    between = scene.doc.tokens[cause.source.last : d.source.first]
    return len(between) < 40 and any(keys(t.norm) & _results() for t in between)


def _owner(scene: Scene, first: int, expression: TimeExpression, here: list[Draft]) -> Draft | None:
    saying = _before_its_words(scene, first, here)
    if saying is not None:
        return saying
    best: tuple[float, Draft] | None = None
    for d in here:
        assert d.source is not None
        if scene.quote_of[d.source.first] != scene.quote_of[first]:
            continue
        frame = d.frame
        after = first >= d.source.last
        gap = first - d.source.last if after else d.source.first - first
        if d.content is not None and d.content.start <= expression.start < d.content.end:
            continue
        if d.trigger.start <= expression.start < d.trigger.end:
            continue
        cost = float(gap)
        if frame is not None and first in frame.times:
            cost -= 6
            if d.source.verbal:
                cost -= 4
        elif d.source.verbal:
            cost -= 2
        if not after:
            cost += 6
        lo, hi = sorted((first, d.source.first))
        cost += 5 * sum(1 for t in scene.doc.tokens[lo:hi] if t.text in "\u060c,;\u061b")
        cost += 8 * sum(
            1 for k in range(lo + 1, hi) if k in scene.triggers and scene.triggers[k].verbal and k != d.source.first
        )
        if best is None or cost < best[0]:
            best = (cost, d)
    return best[1] if best is not None and best[0] < 30 else None


def _before_its_words(scene: Scene, first: int, here: list[Draft]) -> Draft | None:
    """A time between a verb of saying and its clause is the time of the saying."""
    for d in here:
        if d.source is None or d.frame is None or not d.source.verbal:
            continue
        words = d.frame.complement or d.frame.quote or d.frame.colon
        if (
            words is None
            or not d.source.last <= first < words
            or scene.quote_of[first] != scene.quote_of[d.source.first]
        ):
            continue
        if not any(k in scene.triggers and scene.triggers[k].verbal for k in range(d.source.last, first)):
            return d
    return None


def attach_counts(scene: Scene, drafts: list[Draft]) -> None:
    """Gives a number of people (or whatever an event counts) to the nearest event that counts in its sentence."""
    counted = {leaf for leaf, e in schema()["events"].items() if e.get("counted")}
    wanted = _counted_nouns()
    by_sentence: dict[int, list[Draft]] = {}
    for d in drafts:
        if d.source is not None and d.type in counted:
            by_sentence.setdefault(d.sentence, []).append(d)
    for first, (quantity, last) in sorted(scene.quantities.items()):
        token = scene.doc.tokens[first]
        best: tuple[int, Draft] | None = None
        for d in by_sentence.get(token.sentence, ()):
            assert d.source is not None
            if d.count is not None or not _fits(scene, quantity, last, d, wanted):
                continue
            gap = first - d.source.last if first >= d.source.last else d.source.first - last + 1
            if gap <= 6 and (best is None or gap < best[0]):
                best = (gap, d)
        if best is not None:
            best[1].count = Count(quantity.value, quantity.start, quantity.end, quantity.approximate)


@lru_cache(maxsize=1)
def _counted_nouns() -> dict[str, frozenset[str]]:
    data = load("clauses.yaml")["counted"]
    return {leaf: frozenset(fold(w) for w in words) for leaf, words in data.items()}


def _fits(scene: Scene, q: Quantity, last: int, d: Draft, wanted: dict[str, frozenset[str]]) -> bool:
    people = wanted["people"]
    own = wanted.get(d.type, frozenset())
    unit = keys(q.unit) if q.unit else frozenset()
    if unit & wanted["never"]:
        return False
    if d.type in ("Aid", "Trade", "Invest", "Launch"):
        return bool(unit & wanted["money"])
    if unit & wanted["money"]:
        return False
    assert d.source is not None
    near = d.source.first in (last, last + 1) or last in (d.source.first, d.source.first + 1)
    adjacent = abs(d.source.last - last) <= 3 or near
    return bool(unit & (people | own)) or (adjacent and (not unit or d.source.form in ("noun", "victim")))
