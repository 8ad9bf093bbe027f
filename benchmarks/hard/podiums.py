"""Speakers before a wall of repeated logos: eight press rooms, in each of them ten different people."""

from __future__ import annotations

import math
import random

from PIL import Image, ImageDraw, ImageFilter

from benchmarks.hard.drawing import draw_from, font, grained, name_of

SIZE = (960, 640)
ROOMS = 8
_SKIN = ((244, 210, 180), (225, 180, 145), (190, 140, 100), (140, 95, 65), (95, 62, 45))
_HAIR = ((30, 25, 20), (80, 55, 35), (150, 110, 60), (190, 190, 190), (110, 60, 30))
_SUIT = ((30, 35, 55), (60, 60, 65), (25, 25, 28), (90, 40, 45), (40, 70, 60), (150, 140, 125))


def podium(number: int) -> Image.Image:
    """Each room has its wall; the framing and the speaker are each picture's own."""
    chance = draw_from("speaker", number)
    wall = _wall((number // 2) % ROOMS)
    scale = chance.uniform(0.85, 1.15)
    width, height = int(SIZE[0] / scale), int(SIZE[1] / scale)
    left, top = chance.randint(0, wall.width - width), chance.randint(0, wall.height - height)
    image = wall.crop((left, top, left + width, top + height)).resize(SIZE, Image.Resampling.BICUBIC)
    image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0, 1.2)))
    _speaker(ImageDraw.Draw(image), chance)
    return grained(image, number, chance.uniform(2, 7))


def room(number: int) -> int:
    """The press room in which a picture was taken."""
    return (number // 2) % ROOMS


def _wall(which: int) -> Image.Image:
    chance = draw_from("wall", which)
    ground, ink = chance.choice(
        (((245, 245, 248), (20, 60, 130)), ((18, 40, 90), (240, 240, 240)), ((235, 235, 235), (180, 20, 30)))
    )
    image = Image.new("RGB", (1400, 960), ground)
    draw = ImageDraw.Draw(image)
    names = [name_of(chance).upper() for _ in range(2)]
    for row in range(9):
        for column in range(8):
            x, y = column * 190 - 90 * (row % 2), row * 112 + 20
            if (row + column) % 2:
                draw.text((x + 20, y + 14), names[0], font=font(30, "DejaVuSans-Bold"), fill=ink)
            else:
                draw.ellipse((x + 24, y, x + 84, y + 60), outline=ink, width=7)
                draw.polygon([(x + 54, y + 10), (x + 76, y + 48), (x + 32, y + 48)], fill=ink)
                draw.text((x + 92, y + 18), names[1][:6], font=font(20), fill=ink)
    return image


def _speaker(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    x, y = chance.uniform(380, 580), chance.uniform(150, 220)
    skin, hair, suit = chance.choice(_SKIN), chance.choice(_HAIR), chance.choice(_SUIT)
    lean = chance.uniform(-30, 30)
    draw.polygon(
        [(x - 170 + lean, 640), (x - 130, y + 150), (x, y + 95), (x + 130, y + 150), (x + 170 + lean, 640)], fill=suit
    )
    draw.polygon([(x - 34, y + 100), (x, y + 190), (x + 34, y + 100)], fill=(240, 240, 240))
    tie = (chance.randint(20, 220), chance.randint(20, 120), chance.randint(20, 160))
    draw.polygon([(x - 9, y + 108), (x + 9, y + 108), (x + 14, y + 220), (x, y + 240), (x - 14, y + 220)], fill=tie)
    draw.rectangle((x - 28, y + 60, x + 28, y + 112), fill=tuple(int(c * 0.85) for c in skin))
    wide, tall = chance.uniform(58, 70), chance.uniform(78, 92)
    draw.ellipse((x - wide, y - tall, x + wide, y + tall), fill=skin)
    _face(draw, chance, x, y)
    draw.pieslice(
        (x - wide - 6, y - tall - 12, x + wide + 6, y + tall * 0.5),
        180 - chance.uniform(0, 25),
        360 + chance.uniform(0, 25),
        fill=hair,
    )
    draw.rounded_rectangle((x - 190, 470, x + 190, 660), 10, fill=(95, 62, 38))
    for arm in (-1, 1):
        angle = chance.uniform(0.3, 1.1)
        hand = (x + arm * (150 + 60 * math.cos(angle)), 470 - 90 * math.sin(angle))
        draw.line((x + arm * 125, y + 160, *hand), fill=suit, width=46)
        draw.ellipse((hand[0] - 26, hand[1] - 26, hand[0] + 26, hand[1] + 26), fill=skin)
    for microphone in range(chance.randint(1, 5)):
        at = x - 70 + 35 * microphone
        draw.line((at, 480, at + chance.uniform(-15, 15), 400), fill=(40, 40, 40), width=6)


def _face(draw: ImageDraw.ImageDraw, chance: random.Random, x: float, y: float) -> None:
    gap = chance.uniform(22, 30)
    for side in (-1, 1):
        draw.ellipse((x + side * gap - 9, y - 16, x + side * gap + 9, y - 5), fill="white")
        draw.ellipse((x + side * gap - 5, y - 15, x + side * gap + 5, y - 5), fill=(40, 30, 25))
        draw.line(
            (x + side * gap - 14, y - 28, x + side * gap + 14, y - 28 + chance.uniform(-4, 4)),
            fill=(50, 40, 35),
            width=5,
        )
    draw.line([(x, y - 6), (x - 8, y + 20), (x + 6, y + 22)], fill=(120, 80, 65), width=3)
    draw.arc((x - 26, y + 22, x + 26, y + chance.uniform(42, 62)), 10, 170, fill=(150, 60, 60), width=6)
    if chance.random() < 0.4:
        for side in (-1, 1):
            draw.ellipse((x + side * gap - 20, y - 26, x + side * gap + 20, y + 8), outline=(30, 30, 30), width=3)
