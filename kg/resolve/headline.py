"""One value to show for what several articles tell differently, and how it was chosen; nothing told is dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.knowledge import Disagreement, EventTelling
from kg.resolve.dates import Days, agree, days

_STATUS_RANK = ("actual", "cancelled", "negated", "planned", "possible", "demanded")


class Voice(NamedTuple):
    """A value as one article tells it: ``independent`` is the article it was copied from, or itself."""

    value: str
    doc: str
    independent: str
    published: str


def chosen(
    aspect: str, voices: Iterable[Voice], prefer: Mapping[str, float] | None = None
) -> tuple[str | None, Disagreement | None]:
    """The value of most independent articles; of equals the preferred, then the one of the latest article, then the
    smallest. With the disagreement where there is more than one value."""
    by_value: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        by_value[voice.value].append(voice)
    if not by_value:
        return None, None
    prefer = prefer or {}

    def rank(value: str) -> tuple[float, float, tuple[int, ...], str]:
        told = by_value[value]
        latest = max(v.published for v in told)
        return (-len({v.independent for v in told}), -prefer.get(value, 0.0), tuple(-ord(c) for c in latest), value)

    order = sorted(by_value, key=rank)
    if len(order) == 1:
        return order[0], None
    counts = [len({v.independent for v in by_value[value]}) for value in order]
    if counts[0] > counts[1]:
        why = f"told by most independent articles ({counts[0]} of {sum(counts)})"
    elif prefer.get(order[0], 0.0) > prefer.get(order[1], 0.0):
        why = "told by as many articles as another value; the more definite one"
    else:
        why = "told by as many articles as another value; the one of the latest article"
    values = tuple((value, tuple(sorted({v.doc for v in by_value[value]}))) for value in order)
    return order[0], Disagreement(aspect, values, order[0], why)


def status(voices: list[Voice]) -> tuple[str, Disagreement | None]:
    """The status; of equals what happened comes before what was planned."""
    prefer = {name: float(len(_STATUS_RANK) - n) for n, name in enumerate(_STATUS_RANK)}
    value, disagreement = chosen("status", voices, prefer)
    return value or "actual", disagreement


def date(voices: list[Voice]) -> tuple[str | None, Disagreement | None]:
    """The date: dates that agree (a day in its month) are no disagreement, and the most exact is shown."""
    spans = {v.value: days(v.value) for v in voices}
    known = {value: span for value, span in spans.items() if span is not None}
    if not known:
        return chosen("time", voices)
    exact = sorted(known, key=lambda value: (known[value].exact, value))
    if len(known) > 1 and _all_agree(list(known.values())):
        return exact[0], None
    prefer = {value: 1.0 / known[value].exact for value in known}
    return chosen("time", [v for v in voices if v.value in known], prefer)


def _all_agree(spans: list[Days]) -> bool:
    return all(agree(a, b) for i, a in enumerate(spans) for b in spans[i + 1 :])


def count(voices: list[Voice]) -> tuple[float | int | None, Disagreement | None]:
    """The number; of equals the one of the latest article, as tolls are corrected with time."""
    value, disagreement = chosen("count", voices)
    if value is None:
        return None, None
    number = float(value)
    return (int(number) if number == int(number) else number), disagreement


def role_disagreements(
    found: Iterable[EventTelling],
    names: Mapping[str, tuple[str, str]],
    independent: Mapping[str, str],
    published: Mapping[str, str],
) -> list[Disagreement]:
    """Roles of one doer or victim in which articles name wholly different things."""
    told = list(found)
    out = []
    for role in ("agent", "victim", "winner"):
        by_doc = {t.doc: frozenset(u for r, u in t.roles if r == role) for t in told}
        sets = {things for things in by_doc.values() if things}
        if len(sets) < 2 or any(a & b for a in sets for b in sets if a != b):
            continue
        voices = [
            Voice(
                ", ".join(sorted(names[u][0] if u in names else u for u in things)),
                doc,
                independent.get(doc, doc),
                published.get(doc, ""),
            )
            for doc, things in sorted(by_doc.items())
            if things
        ]
        _, disagreement = chosen(role, voices)
        if disagreement:
            out.append(disagreement)
    return out
