"""Front pages of one newspaper: the same masthead and columns, other news."""

from __future__ import annotations

import random

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font, grained, name_of, noise, paragraph, sentence

SIZE = (900, 1240)
_SERIF, _BOLD = "DejaVuSerif", "DejaVuSerif-Bold"


def page(number: int) -> Image.Image:
    """Every number has other headlines, other text and another picture, in one of three layouts."""
    chance = draw_from("newspaper", number)
    image = Image.new("RGB", SIZE, (244, 240, 228))
    draw = ImageDraw.Draw(image)
    draw.text((450, 24), "The Morning Courier", font=font(66, _BOLD), fill=(20, 20, 20), anchor="ma")
    draw.line((30, 118, 870, 118), fill=(20, 20, 20), width=4)
    month, year = chance.choice(("March", "June", "October")), chance.randint(1950, 2020)
    day = f"No. {chance.randint(1000, 30000)}     {chance.randint(1, 28)} {month} {year}     Price 2.40"
    draw.text((450, 126), day, font=font(20, _SERIF), fill=(20, 20, 20), anchor="ma")
    draw.line((30, 156, 870, 156), fill=(20, 20, 20), width=2)
    end = paragraph(draw, (34, 170, 870, 300), sentence(chance, chance.randint(5, 9)), 48, face=_BOLD, leading=1.15)
    _columns(image, draw, chance, end + 14, number)
    return grained(image, number, 3)


def _columns(image: Image.Image, draw: ImageDraw.ImageDraw, chance: random.Random, top: float, number: int) -> None:
    layout, box = number // 2 % 3, (0, 0, 0, 0)
    y = int(top)
    box = ((34, y, 590, y + 360), (312, y, 870, y + 380), (34, 760, 870, 1100))[layout]
    _photo(image, box, number)
    draw.text((box[0], box[3] + 4), sentence(chance, 9), font=font(15, _SERIF), fill=(60, 60, 60))
    for column in range(4):
        left = 34 + 212 * column
        covered = left + 150 > box[0] and left + 40 < box[2]
        spans = [(y, box[1] - 10), (box[3] + 30, 1215)] if covered else [(y, 1215)]
        for begin, end in spans:
            _story(draw, chance, left, begin, end)
        if column:
            draw.line((left - 9, box[3] + 30 if covered else y, left - 9, 1215), fill=(150, 150, 150))


def _story(draw: ImageDraw.ImageDraw, chance: random.Random, left: int, top: float, bottom: float) -> None:
    while bottom - top > 90:
        top = paragraph(draw, (left, top, left + 196, bottom), sentence(chance, 5), 23, face=_BOLD, leading=1.15) + 4
        text = f"{name_of(chance).upper()} - {sentence(chance, chance.randint(60, 160))}."
        top = paragraph(draw, (left, top, left + 196, bottom), text, 15, face=_SERIF) + 14


def _photo(image: Image.Image, box: tuple[int, int, int, int], seed: int) -> None:
    """Something grey with a horizon: the news of another day."""
    width, height = box[2] - box[0], box[3] - box[1]
    grey = 60 + 150 * noise(width, height, seed, 3)
    grey[: int(height * 0.4)] = grey[: int(height * 0.4)] * 0.35 + 150
    image.paste(Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).convert("RGB"), (box[0], box[1]))
