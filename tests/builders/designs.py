"""Pictures from templates: tables, charts and flags, which differ from one another in little."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw

from builders.reposts import a_font

HEADS = ("Place", "Name", "Town", "Votes", "Share")
_SYLLABLES = ("ka", "lo", "mi", "ren", "ta", "vor", "sel", "un", "dar", "pe", "zi", "no")


def a_table(number: int) -> Image.Image:
    """Results (900 x 800) with other names and figures for every number, under the same head."""
    chance = random.Random(f"table {number}")
    image = Image.new("RGB", (900, 800), "white")
    pen = ImageDraw.Draw(image)
    pen.text((30, 20), "Results of the election", font=a_font(34), fill=(20, 20, 20))
    pen.rectangle((20, 80, 880, 120), fill=(50, 70, 120))
    for place, head in enumerate(HEADS):
        pen.text((40 + 170 * place, 86), head, font=a_font(22), fill="white")
    for row in range(16):
        top = 124 + 41 * row
        if row % 2:
            pen.rectangle((20, top, 880, top + 41), fill=(236, 240, 248))
        votes, share = f"{chance.randint(900, 99999):,}", f"{chance.uniform(1, 40):.1f} %"
        for place, entry in enumerate((f"{row + 1}", _name(chance), _name(chance), votes, share)):
            pen.text((40 + 170 * place, top + 8), entry, font=a_font(21), fill=(30, 30, 30))
    return image


def a_chart(number: int) -> Image.Image:
    """Five bars (900 x 600) of other heights for every number, with their values, under the same title."""
    chance = random.Random(f"chart {number}")
    image = Image.new("RGB", (900, 600), "white")
    pen = ImageDraw.Draw(image)
    pen.text((30, 20), "If there were an election on Sunday", font=a_font(34), fill=(20, 20, 20))
    for line in range(5):
        pen.line((40, 500 - 90 * line, 880, 500 - 90 * line), fill=(215, 215, 215))
    for place, name in enumerate(("North", "Union", "Green", "Labour", "Centre")):
        value, left = chance.uniform(4, 40), 70 + 165 * place
        pen.rectangle((left, 500 - 9 * value, left + 100, 500), fill=(40 + 40 * place, 70, 190 - 30 * place))
        pen.text((left + 20, 470 - 9 * value), f"{value:.1f}", font=a_font(22), fill=(30, 30, 30))
        pen.text((left + 10, 510), name, font=a_font(22), fill=(30, 30, 30))
    return image


def a_flag(*colours: str) -> Image.Image:
    """Upright stripes (900 x 600) of these colours."""
    image = Image.new("RGB", (900, 600))
    pen = ImageDraw.Draw(image)
    for place, colour in enumerate(colours):
        pen.rectangle((900 * place // len(colours), 0, 900 * (place + 1) // len(colours), 600), fill=colour)
    return image


def _name(chance: random.Random) -> str:
    return "".join(chance.sample(_SYLLABLES, 3)).capitalize()
