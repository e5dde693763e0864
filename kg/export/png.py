"""The same drawing as a picture, without a browser: Pillow, whose wheels shape Arabic (raqm).

Needs the package ``pillow`` and a font with Arabic letters on the machine.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.export.atomic import replacing
from kg.export.drawing import Mark, Stroke, drawing
from kg.export.palette import rgb
from kg.knowledge import Knowledge

# Pixels for each unit of the drawing: sharp in print.
_SCALE = 2
_DASH = 6
# Files of fonts that have Arabic letters, by how well they look; Pillow searches the machine's folders for them.
_ARABIC = (
    "NotoSansArabic-Regular.ttf", "NotoKufiArabic-Regular.ttf", "NotoNaskhArabic-Regular.ttf", "Amiri-Regular.ttf",
    "tahoma.ttf", "arial.ttf", "GeezaPro.ttc", "DejaVuSans.ttf",
)  # fmt: skip
# Those that have Latin letters as well, for names that mix the two.
_BOTH = ("DejaVuSans.ttf", "tahoma.ttf", "arial.ttf", *_ARABIC)


def write_png(knowledge: Knowledge, path: Path, *, most: int = 80) -> None:
    """Draws what ``write_svg`` draws to ``path``. Raises ``ImportError`` without Pillow and ``OSError`` where no font with
    Arabic letters is installed; both say what to do."""
    try:
        image_module, draw_module = import_module("PIL.Image"), import_module("PIL.ImageDraw")
    except ImportError as error:
        raise ImportError("a PNG needs the package pillow: pip install pillow (or take --format svg)") from error
    drawn = drawing(knowledge, most)
    left, top, width, height = drawn.frame
    image = image_module.new("RGB", (width * _SCALE, height * _SCALE), "#ffffff")
    canvas = draw_module.Draw(image)

    def at(x: float, y: float) -> tuple[float, float]:
        return (x - left) * _SCALE, (y - top) * _SCALE

    for stroke in drawn.strokes:
        _stroke(canvas, stroke, at)
    for mark in drawn.marks:
        _shape(canvas, mark, at)
    for mark in drawn.marks:
        for number, text in enumerate(mark.lines):
            _text(canvas, text, at(mark.point[0], mark.baseline(number)), mark.font)
    with replacing(path) as temporary:
        image.save(str(temporary), format="PNG", optimize=True)


def _stroke(canvas: Any, stroke: Stroke, at: Any) -> None:
    # Half the colour over white: nothing is drawn through.
    red, green, blue = ((255 + value) // 2 for value in rgb(stroke.colour))
    (x1, y1), (x2, y2) = at(*stroke.start), at(*stroke.end)
    width = max(1, round(stroke.width * _SCALE))
    if not stroke.dashed:
        canvas.line([(x1, y1), (x2, y2)], fill=(red, green, blue), width=width)
        return
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1.0)
    step = _DASH * _SCALE / length
    for number in range(0, int(1 / step), 2):
        ends = [(x1 + (x2 - x1) * t, y1 + (y2 - y1) * t) for t in (number * step, min(1.0, (number + 1) * step))]
        canvas.line(ends, fill=(red, green, blue), width=width)


def _shape(canvas: Any, mark: Mark, at: Any) -> None:
    (x, y), size = mark.point, mark.size
    if mark.shape == "triangle":
        corners = [at(x, y - size), at(x + size, y + size * 0.8), at(x - size, y + size * 0.8)]
        canvas.polygon(corners, fill=mark.colour, outline="#ffffff")
        return
    put = canvas.rectangle if mark.shape == "square" else canvas.ellipse
    put([at(x - size, y - size), at(x + size, y + size)], fill=mark.colour, outline="#ffffff")


def _text(canvas: Any, text: str, at: tuple[float, float], size: float) -> None:
    font = _font(round(size * _SCALE), any(char.isascii() and char.isalnum() for char in text))
    canvas.text(at, text, font=font, fill="#1d2733", anchor="ms", stroke_width=_SCALE, stroke_fill="#ffffff")


@lru_cache(maxsize=64)
def _font(size: int, latin: bool) -> Any:
    fonts = import_module("PIL.ImageFont")
    for name in _BOTH if latin else _ARABIC:
        try:
            return fonts.truetype(name, size)
        except OSError:
            continue
    raise OSError("no font with Arabic letters is installed; Noto Sans Arabic (fonts-noto-core) is a good one")
