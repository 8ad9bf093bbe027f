"""Locator maps of one house style: sea, coast, borders, rivers, roads, towns, legend, scale and inset."""

from __future__ import annotations

import math
import random

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import Point, draw_from, font, name_of, rough

SIZE = (1000, 800)
_SEA, _LAND, _BORDER, _RIVER, _ROAD = (198, 218, 232), (240, 235, 222), (150, 130, 140), (120, 165, 205), (225, 170, 90)
_AREAS = ((226, 120, 110), (236, 190, 120), (170, 200, 150), (190, 170, 210))


def map_of_a_place(number: int) -> Image.Image:
    """Every number is another country in the same style."""
    chance = draw_from("map", number)
    image = Image.new("RGB", SIZE, _SEA)
    draw = ImageDraw.Draw(image)
    coast = _coast(chance)
    draw.polygon(coast, fill=_LAND, outline=(110, 130, 150), width=2)
    for _ in range(chance.randint(1, 3)):
        draw.polygon(_blob(chance, chance.uniform(60, 140)), fill=chance.choice(_AREAS))
    for colour, width, count in ((_BORDER, 3, 3), (_RIVER, 4, 3), (_ROAD, 5, 4), ((205, 200, 190), 2, 12)):
        for _ in range(count):
            draw.line(_way(chance), fill=colour, width=width, joint="curve")
    for place in range(chance.randint(14, 22)):
        _town(draw, chance, large=place < 2)
    _furniture(draw, chance)
    return image


def _coast(chance: random.Random) -> list[Point]:
    turns = [angle + chance.uniform(-0.2, 0.2) for angle in (0.0, 0.8, 1.6, 2.4, 3.1, 3.9, 4.7, 5.5)]
    return rough(
        [
            (500 + 540 * r * math.cos(a), 400 + 440 * r * math.sin(a))
            for a in turns
            for r in [chance.uniform(0.6, 1.25)]
        ],
        chance,
    )


def _blob(chance: random.Random, radius: float) -> list[Point]:
    x, y = chance.uniform(150, 850), chance.uniform(150, 650)
    corners = [(x + radius * math.cos(a / 2), y + radius * math.sin(a / 2)) for a in range(0, 12, 2)]
    return rough(corners, chance, depth=4)


def _way(chance: random.Random) -> list[Point]:
    x, y, heading = chance.uniform(0, 1000), chance.choice((0.0, 800.0)), 0.0
    heading = math.pi / 2 if y == 0 else -math.pi / 2
    points = [(x, y)]
    for _ in range(90):
        heading += chance.gauss(0, 0.22)
        x, y = x + 11 * math.cos(heading), y + 11 * math.sin(heading)
        points.append((x, y))
    return points


def _town(draw: ImageDraw.ImageDraw, chance: random.Random, *, large: bool) -> None:
    x, y, r = chance.uniform(60, 900), chance.uniform(90, 720), 7 if large else 4
    draw.ellipse((x - r, y - r, x + r, y + r), fill=(200, 30, 40) if large else (50, 50, 50))
    face = font(26 if large else 17, "DejaVuSans-Bold" if large else "DejaVuSans")
    draw.text((x + 10, y - 14), name_of(chance), font=face, fill=(30, 30, 30), stroke_width=2, stroke_fill=_LAND)


def _furniture(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    """The same on every map of the house."""
    draw.rectangle((0, 0, 1000, 56), fill=(22, 60, 110))
    draw.text((18, 12), f"{name_of(chance)}: {name_of(chance)} region", font=font(28, "DejaVuSans-Bold"), fill="white")
    draw.rectangle((20, 690, 250, 785), fill="white", outline=(90, 90, 90))
    for line, (colour, word) in enumerate(((_ROAD, "Main road"), (_RIVER, "River"), (_BORDER, "Border"))):
        draw.line((32, 708 + 28 * line, 72, 708 + 28 * line), fill=colour, width=5)
        draw.text((84, 698 + 28 * line), word, font=font(18), fill=(40, 40, 40))
    draw.line((780, 770, 960, 770), fill=(40, 40, 40), width=3)
    draw.text((830, 742), f"{chance.choice((50, 100, 200))} km", font=font(18), fill=(40, 40, 40))
    draw.text((800, 70), "MAP DESK GRAPHICS", font=font(15), fill=(90, 90, 90))
