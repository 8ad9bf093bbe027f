"""What all drawn classes share: fonts, words, lines of text, rough outlines, grain."""

from __future__ import annotations

import math
import random
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Point = tuple[float, float]

_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "ta",
    "vor",
    "sel",
    "un",
    "dar",
    "pe",
    "zi",
    "no",
    "hal",
    "ber",
    "quo",
    "sti",
    "man",
    "or",
    "el",
    "fin",
    "gra",
    "tho",
    "wei",
    "sky",
    "lun",
    "pra",
]
_PLAIN = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "on",
    "with",
    "as",
    "at",
    "by",
    "from",
    "this",
    "are",
    "was",
    "be",
    "it",
    "have",
    "not",
    "they",
    "will",
    "more",
    "than",
    "council",
    "report",
    "river",
    "harbour",
    "market",
    "school",
    "minister",
    "budget",
    "weather",
    "station",
    "bridge",
    "railway",
    "season",
    "growth",
    "price",
    "energy",
    "water",
    "winter",
    "summer",
    "north",
    "south",
    "east",
    "west",
    "city",
    "town",
    "valley",
    "coast",
    "public",
    "private",
    "annual",
    "record",
    "number",
    "share",
    "result",
    "change",
    "plan",
    "meeting",
    "vote",
    "letter",
    "answer",
    "question",
    "road",
    "house",
    "garden",
    "music",
    "museum",
    "night",
    "morning",
    "evening",
    "week",
    "month",
    "year",
]


def draw_from(kind: str, number: int) -> random.Random:
    """The source of chance of one picture."""
    return random.Random(f"{kind} {number}")


@cache
def font(size: int, name: str = "DejaVuSans") -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """A font of so many pixels; Pillow's own where this one is not installed."""
    try:
        return ImageFont.truetype(f"{name}.ttf", size)
    except OSError:
        return ImageFont.load_default(size)


def name_of(chance: random.Random) -> str:
    """An invented name of a place, a person or a thing."""
    return "".join(chance.sample(_SYLLABLES, chance.choice((2, 2, 3)))).capitalize()


def sentence(chance: random.Random, words: int) -> str:
    """So many plain words."""
    return " ".join(chance.choices(_PLAIN, k=words)).capitalize()


def paragraph(
    draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], text: str, size: int, **style: object
) -> float:
    """Fill a box with text from its top; returns where it ended. `style` may name `fill`, `face` and `leading`."""
    face = font(size, str(style.get("face", "DejaVuSans")))
    leading = float(str(style.get("leading", 1.35)))
    left, y, right, bottom = box
    line = ""
    for word in [*text.split(), ""]:
        longer = f"{line} {word}".strip()
        if word and draw.textlength(longer, font=face) <= right - left:
            line = longer
            continue
        if y + size * leading > bottom:
            return y
        draw.text((left, y), line, font=face, fill=style.get("fill", (20, 20, 20)))  # type: ignore[arg-type]
        line, y = word, y + size * leading
    return y


def rough(points: list[Point], chance: random.Random, depth: int = 5, rough: float = 0.22) -> list[Point]:
    """A closed outline made rough by moving the middle of every edge, again and again."""
    for _ in range(depth):
        moved: list[Point] = []
        for (x, y), (to_x, to_y) in zip(points, points[1:] + points[:1], strict=True):
            length = math.hypot(to_x - x, to_y - y) * rough
            middle = ((x + to_x) / 2 + chance.gauss(0, length / 2), (y + to_y) / 2 + chance.gauss(0, length / 2))
            moved += [(x, y), middle]
        points = moved
    return points


def noise(width: int, height: int, seed: int, coarsest: int = 4) -> np.ndarray:
    """Soft clouds (height, width) from 0 to 1: random grids of doubling fineness on each other."""
    random_ = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    weight, cells = 1.0, coarsest
    while cells < min(width, height) / 2:
        grid = Image.fromarray((random_.random((cells, cells)) * 255).astype(np.uint8))
        total += weight * np.asarray(grid.resize((width, height), Image.Resampling.BICUBIC), np.float32)
        weight, cells = weight * 0.55, cells * 2
    return np.asarray((total - total.min()) / (total.max() - total.min() + 1e-6))


def grained(image: Image.Image, seed: int, strength: float = 4.0) -> Image.Image:
    """The picture with the grain of a sensor."""
    pixels = np.asarray(image.convert("RGB"), np.float32)
    grain = np.random.default_rng(seed).normal(0, strength, pixels.shape[:2])[:, :, None]
    return Image.fromarray(np.clip(pixels + grain, 0, 255).astype(np.uint8))
