"""Forms of one office, filled in: the same fields, lines and boxes, other entries."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font, name_of

SIZE = (860, 1120)
_FIELDS = ("Family name", "Given names", "Born in", "Street", "Town", "Post code", "Occupation", "Employer")
_BOXES = ("Married", "Children", "Owner", "Tenant", "First request", "Renewal")
_INK = (25, 45, 120)


def form(number: int) -> Image.Image:
    """Every number has other entries, other boxes ticked and another signature."""
    chance = draw_from("form", number)
    image = Image.new("RGB", SIZE, (252, 252, 250))
    draw = ImageDraw.Draw(image)
    draw.rectangle((30, 30, 830, 110), outline=(40, 40, 40), width=2)
    draw.text((50, 48), "REQUEST FOR A PERMIT", font=font(34, "DejaVuSans-Bold"), fill=(30, 30, 30))
    draw.text((640, 58), f"No. {chance.randint(10000, 99999)}", font=font(24), fill=(30, 30, 30))
    for place, label in enumerate(_FIELDS):
        y = 150 + 70 * place
        draw.text((40, y), f"{place + 1}. {label}", font=font(17), fill=(90, 90, 90))
        draw.rectangle((40, y + 22, 820, y + 58), outline=(150, 150, 150))
        entry = str(chance.randint(1000, 99999)) if label == "Post code" else f"{name_of(chance)} {name_of(chance)}"
        draw.text((54, y + 26), entry, font=font(24, "DejaVuSans-Oblique"), fill=_INK)
    for place, label in enumerate(_BOXES):
        _box(draw, chance, (40 + 260 * (place % 3), 740 + 60 * (place // 3)), label)
    draw.text((40, 880), "I declare that what is said above is complete and true.", font=font(18), fill=(60, 60, 60))
    draw.line((480, 1010, 820, 1010), fill=(60, 60, 60))
    draw.text((480, 1016), "Date and signature", font=font(15), fill=(90, 90, 90))
    _signature(draw, chance)
    return image


def _box(draw: ImageDraw.ImageDraw, chance: random.Random, at: tuple[int, int], label: str) -> None:
    x, y = at
    draw.rectangle((x, y, x + 30, y + 30), outline=(60, 60, 60), width=2)
    draw.text((x + 42, y + 4), label, font=font(18), fill=(60, 60, 60))
    if chance.random() < 0.5:
        draw.line((x + 4, y + 4, x + 26, y + 26), fill=_INK, width=4)
        draw.line((x + 26, y + 4, x + 4, y + 26), fill=_INK, width=4)


def _signature(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    x, points = 520.0, []
    while x < 780:
        points.append((x, 980 + chance.gauss(0, 20)))
        x += chance.uniform(4, 18)
    draw.line(points, fill=_INK, width=3, joint="curve")
