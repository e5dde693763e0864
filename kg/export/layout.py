"""Where each node is drawn. Computed once, with a fixed seed, so that a picture is the same on every build."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Position = tuple[int, int]
Point = tuple[float, float]
# Half the width, what stands above the centre of a node, and what stands below it (its name), in pixels.
Box = tuple[float, float, float]

# Screens are wide, and Arabic labels are wider than high.
WIDE = 1.4


def layout(
    count: int, edges: Sequence[tuple[int, int]], weights: Sequence[float], spacing: float = 100.0
) -> list[Position]:
    """A place for each of ``count`` nodes, in whole pixels, centred on 0,0 and about ``spacing`` from the next.

    Nodes without an edge stand in rings around the rest. Fruchterman-Reingold below 1,000 nodes, with a grid above.
    """
    if not count:
        return []
    tied = sorted({end for edge in edges for end in edge})
    if not tied:
        return _whole(_rings(count, 0.0, spacing))
    import igraph

    place = {node: index for index, node in enumerate(tied)}
    graph = igraph.Graph(n=len(tied), edges=[(place[a], place[b]) for a, b in edges])
    igraph.set_random_number_generator(random.Random(7))
    try:
        drawn = graph.layout_fruchterman_reingold(
            weights=[1 + math.log1p(weight) for weight in weights],
            niter=800 if len(tied) < 1000 else 300,
            grid="nogrid" if len(tied) < 1000 else "grid",
            seed=_rings(len(tied), 0.0, 1.0),
        )
    finally:
        igraph.set_random_number_generator(random)
    points = _spread([(float(x), float(y)) for x, y in drawn], spacing)
    radius = max(math.hypot(x / WIDE, y) for x, y in points)
    rest = iter(_whole(_rings(count - len(tied), radius + spacing, spacing * 0.8)))
    return [points[place[node]] if node in place else next(rest) for node in range(count)]


def readable(edges: Sequence[tuple[int, int]], weights: Sequence[float], boxes: Sequence[Box]) -> list[Position]:
    """A place for each of ``boxes``: as ``layout``, then drawn together so that parts without a tie stand side by side,
    and moved apart until no name covers another. For some hundred nodes."""
    import numpy as np

    if not boxes:
        return []
    count = len(boxes)
    start = np.array(layout(count, edges, weights, 100.0), dtype=float)
    start[:, 0] /= WIDE
    points = _drawn_together(start, edges, spacing=70.0)
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
    """Moves boxes that overlap apart, each the shorter way, until none do or 120 rounds are over."""
    import numpy as np

    points = points.copy()
    half = np.array([box[0] for box in boxes])
    tall = np.array([(box[1] + box[2]) / 2 for box in boxes])
    down = np.array([(box[2] - box[1]) / 2 for box in boxes])
    for _ in range(120):
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


def _spread(points: list[Point], spacing: float) -> list[Position]:
    """Scales the cloud so that its area holds a square of ``spacing`` for each point, and makes it wide."""
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    typical = math.sqrt(sum((x - middle_x) ** 2 + (y - middle_y) ** 2 for x, y in points) / len(points)) or 1.0
    scale = spacing * math.sqrt(len(points)) / 2 / typical
    return [(round((x - middle_x) * scale * WIDE), round((y - middle_y) * scale)) for x, y in points]


def _rings(count: int, inner: float, spacing: float) -> list[Point]:
    """A sunflower of points from ``inner`` outwards."""
    golden = math.pi * (3 - math.sqrt(5))
    radii = [math.sqrt(inner * inner + spacing * spacing * (index + 1) / 2) for index in range(count)]
    return [
        (radius * math.cos(index * golden) * WIDE, radius * math.sin(index * golden))
        for index, radius in enumerate(radii)
    ]


def _whole(points: list[Point]) -> list[Position]:
    return [(round(x), round(y)) for x, y in points]
