"""Are two names names of one thing? Three answers, a score and the reasons, from one table of weighted features.

What speaks for it (the best counts) and against it (all counts) stands with its weight and its plain words in
``kg/lang/ar/compare_features.yaml``; how the features are found, in ``compare_person`` and ``compare_body``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from kg.lang import load

Answer = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """``score`` from 0 (two things) to 1 (one thing); ``reasons`` in plain words, what counts most first."""

    answer: Answer
    score: float
    reasons: tuple[str, ...]


class Found(NamedTuple):
    """A feature that is there: its name in the table, the words that show it, and how much weaker than usual it is."""

    feature: str
    detail: str = ""
    less: float = 0.0


class _Table(NamedTuple):
    weights: dict[str, tuple[float, str]]
    same: float
    different: float
    nothing: float


@lru_cache(maxsize=1)
def table() -> _Table:
    """The table of features: name -> (weight, words), and the thresholds."""
    data = load("compare_features.yaml")
    weights = {name: (float(f["weight"]), str(f["says"])) for name, f in data["features"].items()}
    return _Table(weights, data["thresholds"]["same"], data["thresholds"]["different"], data["nothing"])


def judge(found: Iterable[Found]) -> Verdict:
    """Weighs the features that were found. Raises ``KeyError`` for one that the table does not have."""
    weights, same, different, nothing = table()
    told = sorted(((weights[f.feature][0], f) for f in found), key=lambda t: (-abs(t[0]), t[1]))
    speaking = [weight - f.less for weight, f in told if weight > 0]
    score = max(speaking, default=nothing) + sum(weight + f.less for weight, f in told if weight < 0)
    score = round(min(max(score, 0.0), 1.0), 3)
    answer: Answer = "same" if score >= same else "different" if score <= different else "unsure"
    reasons = [weights[f.feature][1] + (f": {f.detail}" if f.detail else "") for _, f in told]
    return Verdict(answer, score, tuple(dict.fromkeys(reasons)) or ("nothing in common",))


def compare(a: str, b: str, type: str, world: bool = True) -> Verdict:
    """Compares two names of things of one ``type`` (an entity type). ``world`` lets the gazetteer speak."""
    first, second = sorted((a, b))
    return _compare(first, second, type, world)


@lru_cache(maxsize=1 << 18)
def _compare(a: str, b: str, type: str, world: bool) -> Verdict:
    from kg.resolve.compare_body import body_features
    from kg.resolve.compare_person import person_features
    from kg.resolve.names import person, words
    from kg.resolve.world import entry_features, is_country

    if words(a) and words(a) == words(b):
        return judge([Found("same_spelling")])
    known = entry_features(a, b, type) if world else []
    found = person_features(person(a), person(b)) if type == "Person" else body_features(a, b, type)
    if any(f.feature == "same_entry" for f in known):  # how it is worded no longer speaks against it
        outrank = _OUTRANK | ({"extra_words"} if is_country(a) else set())
        found = [f for f in found if f.feature in outrank]
    return judge([*known, *found])


_OUTRANK = frozenset({"generation_differs", "other_number"})
