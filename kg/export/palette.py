"""One set of colours for every picture: told apart by eye, dark enough for white text on them."""

from __future__ import annotations

TYPES: dict[str, str] = {
    "Person": "#2f6fde",
    "Organization": "#7a4fd0",
    "Place": "#0c8f6c",
    "NamedEvent": "#b7791f",
}
GROUPS: dict[str, str] = {
    "Contact": "#0e7fa8",
    "Statement": "#66758a",
    "Governance": "#4a56c2",
    "Conflict": "#cf3a34",
    "Life": "#96305f",
    "Justice": "#8a5a2b",
    "Economy": "#4f8a10",
    "Disaster": "#d2601a",
    "Sport": "#0b8a8a",
}
UNKNOWN = "#66758a"
# Communities, the largest first; those after the last are grey.
COMMUNITIES: tuple[str, ...] = (
    "#2f6fde", "#cf3a34", "#0c8f6c", "#b7791f", "#7a4fd0", "#0b8a8a", "#d2601a", "#96305f", "#4f8a10", "#8a5a2b",
    "#0e7fa8", "#a33fb5",
)  # fmt: skip


def rgb(colour: str) -> tuple[int, int, int]:
    """``#2f6fde`` -> ``(47, 111, 222)``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
