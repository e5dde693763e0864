"""Where each node is drawn. Computed once, with a fixed seed, so that a picture is the same on every build."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Position = tuple[int, int]
Point = tuple[float, float]
# Half the width, what stands above the centre of a node, and what stands below it (its name), in pixels.
Box = tuple[float, float, float]

# Screens are wide, and Arabic labels are wider than high.
WIDE = 1.7
_GOLDEN = math.pi * (3 - math.sqrt(5))


def layout(
    count: int, edges: Sequence[tuple[int, int]], weights: Sequence[float], spacing: float = 100.0
) -> list[Position]:
    """A place for each of ``count`` nodes, in whole pixels, centred on 0,0 and about ``spacing`` from the next.

    Each connected part is laid out by itself (Fruchterman-Reingold, with a grid from 1,000 nodes on); the largest stands
    in the middle, the others in a spiral around it, those without an edge last.
    """
    if not count:
        return []
    import igraph

    graph = igraph.Graph(n=count, edges=list(edges))
    graph.es["weight"] = [1 + math.log1p(weight) for weight in weights]
    parts = sorted((sorted(part) for part in graph.connected_components()), key=lambda part: (-len(part), part[0]))
    points: list[Point] = [(0.0, 0.0)] * count
    covered = 0.0
    igraph.set_random_number_generator(random.Random(7))
    try:
        for number, part in enumerate(parts):
            room = spacing * spacing * len(part) * (1.0 if number == 0 else 1.6)
            radius = math.sqrt((covered + room / 2) / math.pi) if number else 0.0
            middle = (radius * math.cos(number * _GOLDEN) * WIDE, radius * math.sin(number * _GOLDEN))
            covered += room * (1.5 if number == 0 and len(part) > 50 else 1.0)
            drawn = _connected(graph.induced_subgraph(part), spacing) if len(part) > 1 else [(0.0, 0.0)]
            for node, (x, y) in zip(part, drawn, strict=True):
                points[node] = middle[0] + x, middle[1] + y
    finally:
        igraph.set_random_number_generator(random)
    return [(round(x), round(y)) for x, y in points]


def _connected(graph: Any, spacing: float) -> list[Point]:
    """A connected igraph graph, centred, with ``spacing`` squared of room for each node."""
    count = graph.vcount()
    start = [
        (math.sqrt(node + 1) * math.cos(node * _GOLDEN), math.sqrt(node + 1) * math.sin(node * _GOLDEN))
        for node in range(count)
    ]
    drawn = graph.layout_fruchterman_reingold(
        weights="weight",
        niter=max(50, min(500, 4_000_000 // count)),  # large graphs take their shape in fewer, longer steps
        grid="nogrid" if count < 1000 else "grid",
        seed=start,
    )
    middle_x = sum(x for x, _ in drawn) / count
    middle_y = sum(y for _, y in drawn) / count
    typical = math.sqrt(sum((x - middle_x) ** 2 + (y - middle_y) ** 2 for x, y in drawn) / count) or 1.0
    scale = spacing * math.sqrt(count) / 2.5 / typical
    return [((x - middle_x) * scale * WIDE, (y - middle_y) * scale) for x, y in drawn]


def readable(edges: Sequence[tuple[int, int]], weights: Sequence[float], boxes: Sequence[Box]) -> list[Position]:
    """A place for each of ``boxes``: as ``layout``, then drawn together so that parts without a tie stand side by side,
    and moved apart until no name covers another. For some hundred nodes."""
    import numpy as np

    if not boxes:
        return []
    count = len(boxes)
    start = np.array(layout(count, edges, weights, 100.0), dtype=float)
    start[:, 0] /= WIDE
    points = _drawn_together(start, edges, spacing=70.0 + 3 * max(0, 24 - count))
    points[:, 0] *= WIDE
    return [(round(x), round(y)) for x, y in _apart(points, boxes)]


def _drawn_together(points: Points, edges: Sequence[tuple[int, int]], spacing: float) -> Points:
    """Fruchterman-Reingold with a pull to the middle, from ``points``. ``app/layout.js`` does the same in the page."""
    import numpy as np

    ends = np.array(edges, dtype=int).reshape(-1, 2)
    radius = spacing * math.sqrt(len(points)) / 1.8
    steps = 300
    for step in range(steps):
        heat = radius / 5 * (1 - step / steps) ** 2 + 0.5
        apart = points[:, None, :] - points[None, :, :]
        squares = np.maximum((apart**2).sum(axis=2), 1.0)
        np.fill_diagonal(squares, np.inf)
        move = (apart * (spacing**2 / squares)[:, :, None]).sum(axis=1) - points * (0.25 * math.sqrt(len(points)))
        along = points[ends[:, 0]] - points[ends[:, 1]]
        pull = along * (np.hypot(along[:, 0], along[:, 1]) / spacing)[:, None]
        np.add.at(move, ends[:, 0], -pull)
        np.add.at(move, ends[:, 1], pull)
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        points = points + move * (np.minimum(length, heat) / length)[:, None]
    return points


def _apart(points: Points, boxes: Sequence[Box]) -> Points:
    """Moves boxes that overlap apart, each the shorter way, until none do or 200 rounds are over."""
    import numpy as np

    points = points.copy()
    half = np.array([box[0] for box in boxes])
    tall = np.array([(box[1] + box[2]) / 2 for box in boxes])
    down = np.array([(box[2] - box[1]) / 2 for box in boxes])
    for _ in range(200):
        x, y = points[:, 0], points[:, 1] + down
        over_x = half[:, None] + half[None, :] - np.abs(x[:, None] - x[None, :])
        over_y = tall[:, None] + tall[None, :] - np.abs(y[:, None] - y[None, :])
        touching = np.triu((over_x > 0) & (over_y > 0), 1)
        if not touching.any():
            break
        for i, j in np.argwhere(touching).tolist():
            sideways = over_x[i, j] < over_y[i, j]
            axis = 0 if sideways else 1
            step = min(over_x[i, j], over_y[i, j]) / 2 * 0.6 + 0.5
            first = (
                -1
                if (points[i, axis] + (0 if sideways else down[i])) < (points[j, axis] + (0 if sideways else down[j]))
                else 1
            )
            points[i, axis] += first * step
            points[j, axis] -= first * step
    return points
