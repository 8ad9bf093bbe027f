"""Pictures and words put together on one sheet, for sending and printing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from provenance.media.lettering import LINE, wrapped, written
from provenance.model.photo import Pixels

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

Corners = tuple[tuple[float, float], ...]
Box = tuple[float, float, float, float]

_CELL: Final = (760, 620)
"""The most that one picture takes, in pixels: width and height."""
_ENLARGED: Final = 8
"""Tiny pictures are shown at most this many times larger."""
_MARGIN, _GAP, _UNDER = 36, 28, 10
_PAPER, _INK, _SOFT, _GROUND = (255, 255, 255), (27, 26, 23), (92, 88, 80), (239, 236, 228)
_THICK: Final = 7
_LARGE, _BODY, _SMALL = 32, 21, 17
_LINE_COLOUR, _AREA_COLOUR = (255, 255, 255), (255, 90, 79)


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of a sheet with what is written under it.

    `outline` is a closed line and `areas` are boxes (left, top, right, bottom) that are numbered from 1, all in shares
    of the picture's width and height.
    """

    caption: str
    pixels: Pixels
    outline: Corners | None = None
    areas: tuple[Box, ...] = ()


def draw(heading: Sequence[str], panels: Sequence[Panel]) -> Pixels:
    """A white sheet: the heading's lines, the first of them large, then the panels two in a row."""
    from PIL import Image, ImageDraw

    width = 2 * _MARGIN + 2 * _CELL[0] + _GAP
    lines = [(line, _BODY if place else _LARGE) for place, text in enumerate(heading) for line in _fold(text, place)]
    cells = [_cell(panel) for panel in panels]
    rows = [cells[start : start + 2] for start in range(0, len(cells), 2)]
    top = _MARGIN + sum(round(size * LINE) for _line, size in lines) + _UNDER
    heights = [max(cell.height for cell in row) + _GAP for row in rows]
    paper = Image.new("RGB", (width, top + sum(heights) + _MARGIN - _GAP), _PAPER)
    _write(ImageDraw.Draw(paper), lines, _MARGIN, _MARGIN, _INK)
    for row, height in zip(rows, heights, strict=True):
        for place, cell in enumerate(row):
            paper.paste(cell, (_MARGIN + place * (_CELL[0] + _GAP), top))
        top += height
    return Pixels(paper.width, paper.height, paper.tobytes())


def laid_on(known: Pixels, this: Pixels, outline: Corners | None) -> Pixels:
    """`known` over `this` within an outline (in shares; all of it where there is none). Both have the same size."""
    from PIL import Image, ImageDraw

    below, above = _image(this), _image(known)
    mask = Image.new("L", below.size, 0 if outline else 255)
    if outline:
        corners = [(x * below.width, y * below.height) for x, y in outline]
        ImageDraw.Draw(mask).polygon(corners, fill=255)
    below.paste(above, mask=mask)
    return Pixels(below.width, below.height, below.tobytes())


def _fold(text: str, place: int) -> list[str]:
    return wrapped(text, _BODY if place else _LARGE, 2 * _CELL[0] + _GAP)


def _cell(panel: Panel) -> Image.Image:
    """A panel: the picture in the middle of its ground, its lines drawn over it, its caption under it."""
    from PIL import Image, ImageDraw

    picture = _fitted(_image(panel.pixels))
    lines = [(line, _SMALL) for line in wrapped(panel.caption, _SMALL, _CELL[0])]
    ground = (_CELL[0], max(picture.height, 120))
    cell = Image.new("RGB", (ground[0], ground[1] + _UNDER + round(len(lines) * _SMALL * LINE)), _PAPER)
    pen = ImageDraw.Draw(cell)
    pen.rectangle((0, 0, ground[0] - 1, ground[1] - 1), fill=_GROUND)
    left, top = (ground[0] - picture.width) // 2, (ground[1] - picture.height) // 2
    cell.paste(picture, (left, top))
    _mark(pen, panel, (left, top, picture.width, picture.height))
    _write(pen, lines, 0, ground[1] + _UNDER, _SOFT)
    return cell


def _image(pixels: Pixels) -> Image.Image:
    from PIL import Image

    return Image.frombytes("RGB", (pixels.width, pixels.height), pixels.data)


def _fitted(image: Image.Image) -> Image.Image:
    from PIL import Image

    scale = min(_CELL[0] / image.width, _CELL[1] / image.height, _ENLARGED)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _mark(pen: ImageDraw.ImageDraw, panel: Panel, place: tuple[int, int, int, int]) -> None:
    """Lines with a dark edge, so that they stand out from any picture."""
    left, top, width, height = place
    shapes: list[tuple[Corners, tuple[int, int, int]]] = [(panel.outline, _LINE_COLOUR)] if panel.outline else []
    shapes += [(((a, b), (c, b), (c, d), (a, d)), _AREA_COLOUR) for a, b, c, d in panel.areas]
    for corners, colour in shapes:
        points = [(_inside(left, x, width), _inside(top, y, height)) for x, y in corners]
        for thickness, ink in ((_THICK, (0, 0, 0)), (3, colour)):
            pen.line([*points, points[0], points[1]], fill=ink, width=thickness, joint="curve")
    for number, (a, b, _c, _d) in enumerate(panel.areas, 1):
        _badge(pen, str(number), _inside(left, a, width), _inside(top, b, height))


def _inside(start: int, share: float, length: int) -> float:
    """A place along a picture's edge; a line on the edge itself is drawn just inside it."""
    return start + min(max(share * length, _THICK / 2), length - 1 - _THICK / 2)


def _badge(pen: ImageDraw.ImageDraw, text: str, x: float, y: float) -> None:
    pen.ellipse((x - 14, y - 14, x + 14, y + 14), fill=_INK, outline=_LINE_COLOUR, width=2)
    pen.text((x, y), text, fill=_LINE_COLOUR, font=written(_SMALL), anchor="mm")


def _write(
    pen: ImageDraw.ImageDraw, lines: Sequence[tuple[str, int]], x: int, y: int, ink: tuple[int, int, int]
) -> None:
    for line, size in lines:
        pen.text((x, y), line, fill=ink, font=written(size))
        y += round(size * LINE)
