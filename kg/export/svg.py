"""A drawing of the network for papers: SVG, which every program shapes Arabic in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.export.atomic import replacing
from kg.export.drawing import Mark, drawing
from kg.export.plain import xml_text
from kg.knowledge import Knowledge

_FONTS = "Noto Sans Arabic, Noto Naskh Arabic, Tahoma, sans-serif"


def write_svg(knowledge: Knowledge, path: Path, *, most: int = 80) -> None:
    """Draws the ``most`` most central things and the strongest ties between them to ``path``."""
    from lxml import etree

    drawn = drawing(knowledge, most)
    left, top, width, height = (str(value) for value in drawn.frame)
    root = etree.Element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"{left} {top} {width} {height}", width=width, height=height,
        direction="rtl", **{"font-family": _FONTS},
    )  # fmt: skip
    etree.SubElement(root, "rect", x=left, y=top, width=width, height=height, fill="#ffffff")
    for stroke in drawn.strokes:
        (x1, y1), (x2, y2) = stroke.start, stroke.end
        line = etree.SubElement(
            root, "line", x1=str(x1), y1=str(y1), x2=str(x2), y2=str(y2), stroke=stroke.colour,
            **{"stroke-opacity": "0.5", "stroke-width": str(stroke.width)},
        )  # fmt: skip
        if stroke.dashed:
            line.set("stroke-dasharray", "6 4")
    for mark in drawn.marks:
        _mark(etree, root, mark)
    with replacing(path) as temporary:
        etree.ElementTree(root).write(str(temporary), encoding="utf-8", xml_declaration=True, pretty_print=True)


def _mark(etree: Any, root: Any, mark: Mark) -> None:
    (x, y), size = mark.point, mark.size
    look = {"fill": mark.colour, "stroke": "#ffffff", "stroke-width": "1.5"}
    if mark.shape == "square":
        etree.SubElement(
            root,
            "rect",
            x=f"{x - size:.1f}",
            y=f"{y - size:.1f}",
            width=f"{2 * size:.1f}",
            height=f"{2 * size:.1f}",
            **look,
        )
    elif mark.shape == "triangle":
        corners = f"{x},{y - size:.1f} {x + size:.1f},{y + size * 0.8:.1f} {x - size:.1f},{y + size * 0.8:.1f}"
        etree.SubElement(root, "polygon", points=corners, **look)
    else:
        etree.SubElement(root, "circle", cx=str(x), cy=str(y), r=f"{size:.1f}", **look)
    for number, text in enumerate(mark.lines):
        label = etree.SubElement(
            root, "text", x=str(x), y=f"{mark.baseline(number):.1f}", fill="#1d2733", stroke="#ffffff",
            **{"font-size": str(mark.font), "text-anchor": "middle", "stroke-width": "3", "paint-order": "stroke"},
        )  # fmt: skip
        label.text = xml_text(text)
