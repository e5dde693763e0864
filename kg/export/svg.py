"""A drawing of the network for papers, made without a browser: SVG, which every program shapes Arabic in."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from kg.export.atomic import replacing
from kg.export.html.core import LINE, backbone, box
from kg.export.layout import Position, readable
from kg.export.network import Network, Tie, network
from kg.export.palette import GROUPS, TYPES, UNKNOWN
from kg.export.plain import one_line, xml_text
from kg.knowledge import Knowledge
from kg.schema import group_of

_MARGIN = 90


def write_svg(knowledge: Knowledge, path: Path, *, most: int = 80) -> None:
    """Draws the ``most`` most central things and the strongest ties between them to ``path``."""
    from lxml import etree

    net = network(knowledge)
    ranked = sorted((-rank, index) for index, rank in enumerate(net.centrality))
    chosen = sorted(index for _, index in ranked[:most])
    place = {index: number for number, index in enumerate(chosen)}
    ties = backbone([tie for tie in net.ties if tie.a in place and tie.b in place], len(chosen))
    boxes = [box(knowledge.things[index].name, net.centrality[index]) for index in chosen]
    points = readable([(place[tie.a], place[tie.b]) for tie in ties], [tie.weight for tie in ties], boxes)
    root = _canvas(etree, points)
    for tie in ties:
        _line(etree, root, points[place[tie.a]], points[place[tie.b]], knowledge, tie)
    for index, point in zip(chosen, points, strict=True):
        _node(etree, root, point, knowledge, net, index)
    with replacing(path) as temporary:
        etree.ElementTree(root).write(str(temporary), encoding="utf-8", xml_declaration=True, pretty_print=True)


def _canvas(etree: Any, points: list[Position]) -> Any:
    xs, ys = [x for x, _ in points] or [0], [y for _, y in points] or [0]
    left, top = min(xs) - _MARGIN, min(ys) - _MARGIN
    width, height = max(xs) - left + _MARGIN, max(ys) - top + _MARGIN
    root = etree.Element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"{left} {top} {width} {height}", width=str(width),
        height=str(height), direction="rtl", **{"font-family": "Noto Sans Arabic, Noto Naskh Arabic, Tahoma, sans-serif"},
    )  # fmt: skip
    etree.SubElement(root, "rect", x=str(left), y=str(top), width=str(width), height=str(height), fill="#ffffff")
    return root


def _line(etree: Any, root: Any, start: Position, end: Position, knowledge: Knowledge, tie: Tie) -> None:
    groups = sorted(group_of().get(knowledge.events[index].type, "") for index in tie.events)
    colour = GROUPS.get(max(groups, key=groups.count), UNKNOWN) if groups else UNKNOWN
    statuses = {knowledge.events[index].status for index in tie.events}
    line = etree.SubElement(
        root, "line", x1=str(start[0]), y1=str(start[1]), x2=str(end[0]), y2=str(end[1]), stroke=colour,
        **{"stroke-opacity": "0.5", "stroke-width": str(round(min(6.0, 1 + tie.weight**0.5 / 2), 2))},
    )  # fmt: skip
    if statuses and "actual" not in statuses and not tie.facts:
        line.set("stroke-dasharray", "6 4")


def _node(etree: Any, root: Any, point: Position, knowledge: Knowledge, net: Network, index: int) -> None:
    thing, rank = knowledge.things[index], net.centrality[index]
    size, font = 7 + 23 * rank**0.6, 15 + 9 * rank**0.7
    x, y = point
    colour = {"fill": TYPES.get(thing.type, UNKNOWN), "stroke": "#ffffff", "stroke-width": "1.5"}
    if thing.type == "Organization":
        side = {
            name: f"{value:.1f}"
            for name, value in (("x", x - size), ("y", y - size), ("width", 2 * size), ("height", 2 * size))
        }
        etree.SubElement(root, "rect", **side, **colour)
    elif thing.type == "Place":
        corners = f"{x},{y - size:.1f} {x + size:.1f},{y + size * 0.8:.1f} {x - size:.1f},{y + size * 0.8:.1f}"
        etree.SubElement(root, "polygon", points=corners, **colour)
    else:
        etree.SubElement(root, "circle", cx=str(x), cy=str(y), r=f"{size:.1f}", **colour)
    lines = textwrap.wrap(xml_text(one_line(thing.name)), LINE, max_lines=2, placeholder="…") or [""]
    for number, text in enumerate(lines):
        label = etree.SubElement(
            root, "text", x=str(x), y=f"{y + size + font * (1.1 + 1.2 * number):.1f}", fill="#1d2733", stroke="#ffffff",
            **{"font-size": f"{font:.1f}", "text-anchor": "middle", "stroke-width": "3", "paint-order": "stroke"},
        )  # fmt: skip
        label.text = text
