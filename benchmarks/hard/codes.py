"""Square codes as tickets show them: the same three corners and frame, other content."""

from __future__ import annotations

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font, name_of

SIZE = (700, 860)
_MODULES, _EDGE = 37, 15


def code(number: int) -> Image.Image:
    """A code of 37 x 37 modules with finder, timing and alignment patterns; the rest is each number's own."""
    chance = draw_from("code", number)
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 700, 90), fill=(20, 90, 60))
    draw.text((350, 24), "BOARDING TICKET", font=font(34, "DejaVuSans-Bold"), fill="white", anchor="ma")
    left, top = 72, 120
    for row in range(_MODULES):
        for column in range(_MODULES):
            dark = chance.random() < 0.5
            if row == 6 or column == 6:
                dark = (row + column) % 2 == 0
            if dark:
                _module(draw, left, top, column, row, 1, "black")
    last = _MODULES - 7
    for column, row in ((0, 0), (last, 0), (0, last)):
        _finder(draw, left, top, column, row)
    for column, row in ((28, 28),):
        for inset, colour in enumerate(("black", "white", "black")):
            _module(draw, left, top, column + inset, row + inset, 5 - 2 * inset, colour)
    draw.text((350, 700), f"{name_of(chance)} {name_of(chance)}", font=font(34), fill="black", anchor="ma")
    draw.text(
        (350, 756),
        f"Seat {chance.randint(1, 40)}{chance.choice('ABCDEF')}   Gate {chance.randint(1, 60)}",
        font=font(30),
        fill="black",
        anchor="ma",
    )
    return image


def _finder(draw: ImageDraw.ImageDraw, left: int, top: int, column: int, row: int) -> None:
    _module(draw, left, top, column - 1, row - 1, 9, "white")
    for inset, colour in enumerate(("black", "white", "black")):
        _module(draw, left, top, column + inset, row + inset, 7 - 2 * inset, colour)


def _module(draw: ImageDraw.ImageDraw, left: int, top: int, column: int, row: int, size: int, colour: str) -> None:
    x, y = left + column * _EDGE, top + row * _EDGE
    draw.rectangle((x, y, x + size * _EDGE - 1, y + size * _EDGE - 1), fill=colour)
