"""Charts of one house style: bars, lines, pies."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import Point, draw_from, font, name_of, sentence

SIZE = (900, 640)
_COLOURS = ((31, 100, 170), (220, 110, 30), (60, 150, 80), (190, 50, 60), (130, 100, 170), (120, 120, 120))
_PLOT = (90, 130, 860, 540)


def chart(number: int) -> Image.Image:
    """Every number has other figures, another title and other names in the same frame."""
    chance = draw_from("chart", number)
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 900, 8), fill=(200, 20, 30))
    draw.text((30, 24), sentence(chance, 5), font=font(30, "DejaVuSans-Bold"), fill=(20, 20, 20))
    draw.text((30, 68), sentence(chance, 9), font=font(19), fill=(80, 80, 80))
    draw.text((30, 605), f"Source: {name_of(chance)} statistics office", font=font(16), fill=(110, 110, 110))
    draw.rectangle((800, 598, 870, 626), fill=(200, 20, 30))
    draw.text((808, 603), "CHARTS", font=font(14, "DejaVuSans-Bold"), fill="white")
    (_bars, _bars, _lines, _lines, _pie)[number // 2 % 5](draw, chance)
    return image


def _axes(draw: ImageDraw.ImageDraw, chance: random.Random, names: list[str]) -> None:
    left, top, right, bottom = _PLOT
    step = chance.choice((5, 10, 20, 25, 50))
    for line in range(6):
        y = bottom - line * (bottom - top) / 5
        draw.line((left, y, right, y), fill=(215, 215, 215), width=1)
        draw.text((40, y - 10), f"{line * step}", font=font(17), fill=(90, 90, 90))
    for place, name in enumerate(names):
        x = left + (place + 0.5) * (right - left) / len(names)
        draw.text((x, bottom + 8), name, font=font(16), fill=(60, 60, 60), anchor="ma")
    draw.line((left, bottom, right, bottom), fill=(60, 60, 60), width=2)


def _bars(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    count, series = chance.randint(5, 9), chance.choice((1, 1, 2, 3))
    left, top, right, bottom = _PLOT
    _axes(draw, chance, [name_of(chance)[:8] for _ in range(count)])
    across = (right - left) / count
    for place in range(count):
        for which in range(series):
            width = across * 0.7 / series
            x = left + place * across + across * 0.15 + which * width
            height = chance.uniform(0.08, 0.96) * (bottom - top)
            draw.rectangle((x, bottom - height, x + width - 2, bottom), fill=_COLOURS[which])


def _lines(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    left, top, right, bottom = _PLOT
    start = chance.randint(1960, 2014)
    _axes(draw, chance, [str(start + one) for one in range(8)])
    for which in range(chance.randint(2, 5)):
        value, points = chance.uniform(0.2, 0.8), list[Point]()
        for step in range(60):
            value = min(0.97, max(0.03, value + chance.gauss(0, 0.035)))
            points.append((left + step * (right - left) / 59, bottom - value * (bottom - top)))
        draw.line(points, fill=_COLOURS[which], width=4, joint="curve")
        draw.text((right - 120, points[-1][1] - 26), name_of(chance), font=font(17), fill=_COLOURS[which])


def _pie(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    parts = [chance.uniform(0.3, 2) for _ in range(chance.randint(3, 6))]
    at = chance.uniform(0, 360)
    for which, part in enumerate(parts):
        end = at + part / sum(parts) * 360
        draw.pieslice((120, 140, 520, 540), at, end, fill=_COLOURS[which], outline="white", width=3)
        draw.rectangle((600, 170 + 52 * which, 630, 200 + 52 * which), fill=_COLOURS[which])
        label = f"{name_of(chance)}  {part / sum(parts):.0%}"
        draw.text((645, 172 + 52 * which), label, font=font(20), fill=(50, 50, 50))
        at = end
