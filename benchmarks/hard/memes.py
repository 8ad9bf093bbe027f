"""Quotation cards and memes of one maker: the same frame, logo and ornament, another picture and other words."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font, grained, name_of, noise, paragraph, sentence

SIZE = (800, 940)
_FRAME, _MARK = (28, 28, 32), (245, 200, 30)


def meme(number: int) -> Image.Image:
    """Every number has another landscape in the frame, and every third the same words."""
    chance = draw_from("meme", number)
    image = Image.new("RGB", SIZE, _FRAME)
    image.paste(grained(_landscape(number, 700, 560), number), (50, 110))
    draw = ImageDraw.Draw(image)
    draw.rectangle((44, 104, 756, 676), outline="white", width=4)
    draw.text((400, 24), "WHAT A TIME!", font=font(58, "DejaVuSans-Bold"), fill="white", anchor="ma")
    text = "Nobody expected that this would ever happen again" if number % 3 == 0 else sentence(chance, 10)
    paragraph(draw, (60, 700, 740, 860), text, 36, fill=(255, 255, 255), face="DejaVuSans-Bold")
    draw.rectangle((0, 880, 800, 940), fill=_MARK)
    draw.polygon([(40, 930), (70, 890), (100, 930)], fill=_FRAME)
    draw.text((120, 892), "daily laugh", font=font(32, "DejaVuSans-Bold"), fill=_FRAME)
    draw.text((760, 896), f"@{name_of(chance).lower()}", font=font(26), fill=_FRAME, anchor="ra")
    return image


def _landscape(seed: int, width: int, height: int) -> Image.Image:
    """Sky, hills before hills, and a foreground of another grain: no two alike."""
    chance = draw_from("landscape", seed)
    sky = np.stack([low + (235 - low) * noise(width, height, seed) for low in (110, 140, 180)], axis=2)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    for hill in range(4):
        line = height * (0.3 + 0.17 * hill) + 40 * np.sin(x / chance.uniform(40, 160) + chance.uniform(0, 6))
        line += 26 * np.sin(x / chance.uniform(12, 40) + chance.uniform(0, 6))
        ground = np.array([chance.uniform(30, 170) for _ in range(3)], np.float32)
        texture = 0.5 + noise(width, height, 1000 * (hill + 1) + seed, 6 + 5 * hill)[:, :, None]
        sky = np.where((y > line)[:, :, None], ground * texture, sky)
    return Image.fromarray(np.clip(sky, 0, 255).astype(np.uint8))
