"""What a confidence means: of the names at 0.8, about eight in ten are right (docs/names.md has the table)."""

from __future__ import annotations

from itertools import pairwise

# The model's own figure -> share of such names that were right, on articles it had not learned from.
_MODEL = ((0.0, 0.2), (0.55, 0.4), (0.65, 0.58), (0.75, 0.62), (0.85, 0.73), (0.92, 0.86), (0.98, 0.94), (1.0, 0.97))
# The gazetteer alone, where the model did not see a name of its own accord.
_WORLD_ALONE = 0.8
_RULES = {"national-body": 0.6}


def calibrated(raw: float, rule: str) -> float:
    """``raw`` as the share that is right; ``rule`` as on Name, made of the parts that agreed on it."""
    if rule in _RULES:
        return _RULES[rule]
    if rule == "world":
        return min(raw, _WORLD_ALONE)
    if "world" in rule:
        return min(raw, 0.98)
    for (left, low), (right, high) in pairwise(_MODEL):
        if raw <= right:
            return low + (high - low) * max(0.0, raw - left) / (right - left)
    return _MODEL[-1][1]
