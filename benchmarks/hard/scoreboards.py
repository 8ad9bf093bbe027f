"""Score cards of one broadcaster: the same card, badges and logo, another match and another result."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font, name_of

SIZE = (1080, 608)
_COLOURS = ((190, 30, 45), (30, 80, 170), (250, 200, 40), (20, 120, 70), (240, 240, 240), (110, 40, 130))


def scoreboard(number: int) -> Image.Image:
    """Every number is another match."""
    chance = draw_from("score", number)
    image = Image.new("RGB", SIZE, (16, 28, 60))
    draw = ImageDraw.Draw(image)
    for line in range(0, 1700, 40):
        draw.line((line, 0, line - 608, 608), fill=(20, 36, 74), width=14)
    draw.rectangle((0, 0, 1080, 70), fill=(230, 190, 40))
    draw.text((540, 14), "FINAL RESULT", font=font(38, "DejaVuSans-Bold"), fill=(16, 28, 60), anchor="ma")
    for x in (220, 860):
        _badge(draw, chance, x)
    score = f"{chance.randint(0, 5)} : {chance.randint(0, 5)}"
    draw.text((540, 190), score, font=font(110, "DejaVuSans-Bold"), fill="white", anchor="ma")
    for x in (220, 860):
        for line in range(chance.randint(0, 4)):
            text = f"{name_of(chance)} {chance.randint(1, 90)}'"
            draw.text((x, 440 + 30 * line), text, font=font(20), fill=(200, 205, 220), anchor="ma")
    draw.rectangle((0, 566, 1080, 608), fill=(10, 16, 36))
    draw.text((30, 574), f"Matchday {chance.randint(1, 34)}  {name_of(chance)} arena", font=font(22), fill="white")
    draw.text((960, 574), "SPORT 1", font=font(22, "DejaVuSans-Bold"), fill=(230, 190, 40))
    return image


def _badge(draw: ImageDraw.ImageDraw, chance: random.Random, x: int) -> None:
    one, other = chance.sample(_COLOURS, 2)
    draw.ellipse((x - 110, 130, x + 110, 350), fill=one, outline="white", width=6)
    draw.pieslice((x - 90, 150, x + 90, 330), 90, 270, fill=other)
    draw.text((x, 378), name_of(chance), font=font(36, "DejaVuSans-Bold"), fill="white", anchor="ma")
