"""Did it happen? The status of an event from the grammar around its trigger (``kg/lang/ar/status.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from kg.extract.events.frames import Walker
from kg.extract.events.triggers import Trigger
from kg.extract.events.words import clause_words, keys
from kg.lang import load
from kg.record import Status
from kg.text.normalize import fold

_SIN = "\u0633"
_ORDER: tuple[Status, ...] = ("cancelled", "negated", "demanded", "planned", "possible")


@dataclass(frozen=True)
class _Markers:
    verb: dict[str, frozenset[str]]
    clause: dict[str, frozenset[str]]
    condition: frozenset[str]
    noun: dict[str, frozenset[str]]
    noun_reach: int
    after: dict[str, frozenset[str]]
    after_reach: int
    within: dict[str, Status]


@lru_cache(maxsize=1)
def _markers() -> _Markers:
    data = load("status.yaml")

    def sets(section: dict[str, Any]) -> dict[str, frozenset[str]]:
        return {k: frozenset(fold(str(w)) for w in v) for k, v in section.items() if k != "reach"}

    return _Markers(
        verb=sets(data["verb"]),
        clause=sets(data["clause"]),
        condition=frozenset(fold(str(w)) for w in data["condition"]),
        noun=sets(data["noun"]),
        noun_reach=int(data["noun"]["reach"]),
        after=sets(data["after"]),
        after_reach=int(data["after"]["reach"]),
        within=cast("dict[str, Status]", data["within"]),
    )


def status_of(walker: Walker, t: Trigger) -> tuple[Status, str]:
    """(status, marker) that the words around ``t`` give; marker "" where none does and the event is actual."""
    if t.entry.status and t.form == "present":
        return cast(Status, t.entry.status), t.entry.name
    return _verb_status(walker, t) if t.verbal else _noun_status(walker, t)


def status_within(statement: str, direct: bool) -> Status | None:
    """Status of an event at the head of what a statement of this leaf reports, None where it gives none."""
    return None if direct else _markers().within.get(statement)


def _verb_status(walker: Walker, t: Trigger) -> tuple[Status, str]:
    m, tokens, w = _markers(), walker.tokens, clause_words()
    first, _ = walker.bounds(t.first)
    present = t.form in ("present", "jussive")
    if present and t.split.prefix.endswith(_SIN):
        return "planned", _SIN
    i = t.first - 1
    while i >= first and i >= t.first - 3:
        norm = tokens[i].norm
        bare = norm[1:] if norm[:1] in ("\u0648", "\u0641") and len(norm) > 2 else norm
        for status in _ORDER:
            if norm in m.verb.get(status, ()) or bare in m.verb.get(status, ()):
                return status, norm
        if present:
            for status in _ORDER:
                marked = m.verb.get(f"{status}_present", frozenset())
                if norm in marked or bare in marked:
                    return status, norm
        if norm not in w.auxiliaries and bare not in w.auxiliaries:
            break
        i -= 1
    # «من المتوقع أن …»: the clause is governed
    j = t.first - 1
    while j >= first and j >= t.first - 6:
        norm = tokens[j].norm
        if norm in w.that:
            for k in range(j - 1, max(first - 1, j - 5), -1):
                for status in _ORDER:
                    if keys(tokens[k].norm) & m.clause.get(status, frozenset()):
                        denied = k > first and tokens[k - 1].norm in (m.verb["negated"] | m.verb["negated_present"])
                        return ("negated" if denied else status), tokens[k].norm
            break
        if norm in m.condition:
            return "possible", norm
        if tokens[j].kind == "punct" or (j in walker.scene.triggers and walker.scene.triggers[j].verbal):
            break
        j -= 1
    return "actual", ""


def _noun_status(walker: Walker, t: Trigger) -> tuple[Status, str]:
    m, tokens = _markers(), walker.tokens
    first, end = walker.bounds(t.first)
    governed = _governed(walker, t, first)
    if governed is not None and governed[0] == "cancelled":
        return governed
    for k in range(t.last, min(end, t.last + m.after_reach)):
        if tokens[k].kind == "punct" or k in walker.scene.triggers:
            break
        for status, words in m.after.items():
            if keys(tokens[k].norm) & words:
                return cast(Status, status), tokens[k].norm
    return governed or ("actual", "")


def _governed(walker: Walker, t: Trigger, first: int) -> tuple[Status, str] | None:
    """What the words before an event noun make of it, the nearest first; None where they say nothing."""
    m, tokens = _markers(), walker.tokens
    for k in range(t.first - 1, max(first - 1, t.first - 1 - m.noun_reach), -1):
        if tokens[k].kind == "punct" and tokens[k].text not in '"\u201c\u00ab':
            break
        if walker.scene.closed[k]:
            continue
        names = keys(tokens[k].norm)
        for status in _ORDER:
            if names & m.noun.get(status, frozenset()):
                return status, tokens[k].norm
        if names & m.condition:
            return "possible", tokens[k].norm
    return None
