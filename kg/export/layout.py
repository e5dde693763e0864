"""Where each node is drawn. Computed once, with a fixed seed, so that a picture is the same on every build."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

Position = tuple[int, int]
Point = tuple[float, float]

# Screens are wide, and Arabic labels are wider than high.
_WIDE = 1.45


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
    radius = max(math.hypot(x / _WIDE, y) for x, y in points)
    rest = iter(_whole(_rings(count - len(tied), radius + spacing, spacing * 0.8)))
    return [points[place[node]] if node in place else next(rest) for node in range(count)]


def _spread(points: list[Point], spacing: float) -> list[Position]:
    """Scales the cloud so that its area holds a square of ``spacing`` for each point, and makes it wide."""
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    typical = math.sqrt(sum((x - middle_x) ** 2 + (y - middle_y) ** 2 for x, y in points) / len(points)) or 1.0
    scale = spacing * math.sqrt(len(points)) / 2 / typical
    return [(round((x - middle_x) * scale * _WIDE), round((y - middle_y) * scale)) for x, y in points]


def _rings(count: int, inner: float, spacing: float) -> list[Point]:
    """A sunflower of points from ``inner`` outwards."""
    golden = math.pi * (3 - math.sqrt(5))
    radii = [math.sqrt(inner * inner + spacing * spacing * (index + 1) / 2) for index in range(count)]
    return [
        (radius * math.cos(index * golden) * _WIDE, radius * math.sin(index * golden))
        for index, radius in enumerate(radii)
    ]


def _whole(points: list[Point]) -> list[Position]:
    return [(round(x), round(y)) for x, y in points]
