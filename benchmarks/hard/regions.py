"""The same map of one country, again and again, with other areas highlighted: warnings, results, cases."""

from __future__ import annotations

from functools import cache

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import Point, draw_from, font, rough

SIZE = (900, 760)
_SHADES = ((250, 235, 215), (245, 190, 130), (225, 110, 70), (160, 30, 40))
_ROWS, _COLUMNS = 5, 6


def regions(number: int) -> Image.Image:
    """Every number has its own shades of the thirty areas, and the same title for every second."""
    chance = draw_from("regions", number)
    image = Image.new("RGB", SIZE, (205, 222, 232))
    draw = ImageDraw.Draw(image)
    few = number // 4 % 2 == 0
    for place, area in enumerate(_areas()):
        shade = _SHADES[0] if few and place % 5 != number % 5 else chance.choice(_SHADES)
        draw.polygon(area, fill=shade, outline=(120, 110, 110))
    draw.rectangle((0, 0, 900, 64), fill=(40, 60, 80))
    title = ("Warnings in force", "Turnout by area", "New cases")[number % 3]
    draw.text((24, 14), title, font=font(32, "DejaVuSans-Bold"), fill="white")
    for place, shade in enumerate(_SHADES):
        draw.rectangle((24, 600 + 34 * place, 60, 626 + 34 * place), fill=shade, outline=(120, 110, 110))
        draw.text((72, 602 + 34 * place), f"Level {place + 1}", font=font(18), fill=(40, 40, 40))
    draw.text((640, 730), f"As of {chance.randint(1, 28)}.{chance.randint(1, 12)}.", font=font(16), fill=(70, 70, 70))
    return image


@cache
def _areas() -> tuple[tuple[Point, ...], ...]:
    """Thirty neighbouring areas with rough borders; later ones lie over the edges of earlier ones."""
    chance = draw_from("areas", 0)
    grid = [
        [
            (180 + 105 * c + chance.uniform(-34, 34), 100 + 120 * r + chance.uniform(-34, 34))
            for c in range(_COLUMNS + 1)
        ]
        for r in range(_ROWS + 1)
    ]
    made = []
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            ends = [grid[row][column], grid[row][column + 1], grid[row + 1][column + 1], grid[row + 1][column]]
            made.append(tuple(rough(ends, chance, depth=4, rough=0.12)))
    return tuple(made)
