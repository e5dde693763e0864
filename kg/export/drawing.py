"""The network as shapes, lines and words, to be drawn on paper: ``svg`` and ``png`` put down the same."""

from __future__ import annotations

import textwrap
from typing import Literal

import msgspec

from kg.export.html.core import LINE, backbone, box, with_neighbours
from kg.export.layout import Position, readable
from kg.export.network import network
from kg.export.palette import GROUPS, TYPES, UNKNOWN
from kg.export.plain import one_line
from kg.knowledge import Knowledge
from kg.schema import group_of

Shape = Literal["circle", "square", "triangle"]
_SHAPES: dict[str, Shape] = {"Organization": "square", "Place": "triangle"}
_MARGIN = 90


class Mark(msgspec.Struct, frozen=True):
    """A thing: ``size`` from the middle outwards, its name in ``lines`` of ``font`` pixels below it."""

    point: Position
    shape: Shape
    size: float
    colour: str
    font: float
    lines: tuple[str, ...]

    def baseline(self, number: int) -> float:
        """Where line ``number`` of the name stands."""
        return self.point[1] + self.size + self.font * (1.1 + 1.2 * number)


class Stroke(msgspec.Struct, frozen=True):
    """A tie; ``dashed`` where nothing behind it simply happened."""

    start: Position
    end: Position
    colour: str
    width: float
    dashed: bool


class Drawing(msgspec.Struct, frozen=True):
    """``frame`` is (left, top, width, height)."""

    frame: tuple[int, int, int, int]
    strokes: tuple[Stroke, ...]
    marks: tuple[Mark, ...]


def drawing(knowledge: Knowledge, most: int = 80) -> Drawing:
    """The ``most`` most central things and the strongest ties between them, no name over another."""
    net = network(knowledge)
    # What has no tie is drawn only where there is room left.
    tied = with_neighbours(net, most)
    alone = [index for index, rank in enumerate(net.centrality) if rank == 0]
    chosen = sorted(tied) + alone[: most - len(tied)]
    place = {index: number for number, index in enumerate(chosen)}
    ties = backbone([tie for tie in net.ties if tie.a in place and tie.b in place], len(chosen))
    boxes = [box(knowledge.things[index].name, net.centrality[index]) for index in chosen]
    points = readable([(place[tie.a], place[tie.b]) for tie in ties], [tie.weight for tie in ties], boxes)
    strokes = []
    for tie in ties:
        groups = sorted(group_of().get(knowledge.events[index].type, "") for index in tie.events)
        happened = tie.facts or any(knowledge.events[index].status == "actual" for index in tie.events)
        strokes.append(
            Stroke(
                points[place[tie.a]],
                points[place[tie.b]],
                GROUPS.get(max(groups, key=groups.count), UNKNOWN) if groups else UNKNOWN,
                round(min(6.0, 1 + tie.weight**0.5 / 2), 2),
                not happened,
            )
        )
    marks = []
    for index, point in zip(chosen, points, strict=True):
        thing, rank = knowledge.things[index], net.centrality[index]
        lines = textwrap.wrap(one_line(thing.name), LINE, max_lines=2, placeholder="…")
        marks.append(
            Mark(
                point,
                _SHAPES.get(thing.type, "circle"),
                round(7 + 23 * rank**0.6, 1),
                TYPES.get(thing.type, UNKNOWN),
                round(15 + 9 * rank**0.7, 1),
                tuple(lines),
            )
        )
    return Drawing(_frame(points), tuple(strokes), tuple(marks))


def _frame(points: list[Position]) -> tuple[int, int, int, int]:
    xs, ys = [x for x, _ in points] or [0], [y for _, y in points] or [0]
    left, top = min(xs) - _MARGIN, min(ys) - _MARGIN
    return left, top, max(xs) - left + _MARGIN, max(ys) - top + _MARGIN
