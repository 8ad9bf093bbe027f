"""Flags of real layouts: flat, as a graphic shows them, and waving before a sky. The same flag waves otherwise."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, grained, noise

_W, _H = 900, 600
_UPRIGHT = (
    *("#002395 #fff #ed2939", "#009246 #fff #ce2b37", "#169b62 #fff #ff883e", "#000 #fae042 #ed2939"),
    *("#002b7f #fcd116 #ce1126", "#008751 #fff #008751", "#14b53a #fcd116 #ce1126", "#ce1126 #fff #ce1126"),
)
_LYING = (
    *("#000 #dd0000 #ffce00", "#ae1c28 #fff #21468b", "#fff #0039a6 #d52b1e", "#ed2939 #fff #ed2939"),
    *("#cd2a3e #fff #436f4d", "#0072ce #000 #fff", "#fdb913 #006a44 #c1272d", "#9e3039 #fff #9e3039"),
    *("#fff #00966e #d62612", "#0057b7 #ffd700", "#fff #dc143c", "#ce1126 #fff", "#078930 #fcdd09 #da121a"),
    *("#d90012 #0033a0 #f2a800", "#006233 #fff #c8102e", "#3e8ede #fff #3e8ede", "#ce1126 #fff #000"),
)
_NORDIC = (
    "#006aa7 #fecc00 #fecc00",
    "#fff #003580 #003580",
    "#c8102e #fff #fff",
    "#ba0c2f #fff #00205b",
    "#02529c #fff #dc1e35",
)
_DISCS = ("#fff #bc002d", "#006a4e #f42a41", "#4aadd6 #ffde00")
_TRIANGLES = (
    "#fff #d7141a #11457e",
    "#007a3d #fff #ce1126",
    "#002a8f #cc0d0d #fff",
    "#0038a8 #ce1126 #fcd116",
    "#ffce00 #006bb6 #ce1126",
)
LAYOUTS = (
    *(("upright", one) for one in _UPRIGHT),
    *(("lying", one) for one in _LYING),
    *(("nordic", one) for one in _NORDIC),
    *(("disc", one) for one in _DISCS),
    *(("triangle", one) for one in _TRIANGLES),
    *(("stars", one) for one in ("#de2910 #ffde00", "#b22234 #3c3b6e", "#0d5eaf #fff")),
)


def flag(number: int) -> Image.Image:
    """The first 40 numbers are flat, each another flag; the following ones wave, each in another wind."""
    flat = _flat(*LAYOUTS[number // 2 % len(LAYOUTS)] if number >= len(LAYOUTS) else LAYOUTS[number])
    return flat if number < len(LAYOUTS) else _waving(flat, number)


def _flat(layout: str, colours: str) -> Image.Image:
    first, *others = colours.split()
    image = Image.new("RGB", (_W, _H), first)
    draw = ImageDraw.Draw(image)
    paint = {
        "upright": _upright,
        "lying": _lying,
        "nordic": _nordic,
        "disc": _disc,
        "triangle": _triangle,
        "stars": _stars,
    }
    paint[layout](draw, [first, *others])
    return image


def _upright(draw: ImageDraw.ImageDraw, colours: list[str]) -> None:
    for place, colour in enumerate(colours):
        draw.rectangle((place * _W / len(colours), 0, (place + 1) * _W / len(colours), _H), fill=colour)


def _lying(draw: ImageDraw.ImageDraw, colours: list[str]) -> None:
    for place, colour in enumerate(colours):
        draw.rectangle((0, place * _H / len(colours), _W, (place + 1) * _H / len(colours)), fill=colour)


def _nordic(draw: ImageDraw.ImageDraw, colours: list[str]) -> None:
    for colour, half in ((colours[1], 60), (colours[2], 34)):
        draw.rectangle((320 - half, 0, 320 + half, _H), fill=colour)
        draw.rectangle((0, 300 - half, _W, 300 + half), fill=colour)


def _disc(draw: ImageDraw.ImageDraw, colours: list[str]) -> None:
    draw.ellipse((270, 120, 630, 480), fill=colours[1])


def _triangle(draw: ImageDraw.ImageDraw, colours: list[str]) -> None:
    _lying(draw, colours[:2])
    draw.polygon([(0, 0), (430, 300), (0, _H)], fill=colours[2])
    _star(draw, 140, 300, 70, colours[0])


def _stars(draw: ImageDraw.ImageDraw, colours: list[str]) -> None:
    if colours[0] == "#de2910":
        for x, y, r in ((150, 150, 90), (300, 60, 30), (360, 120, 30), (360, 210, 30), (300, 270, 30)):
            _star(draw, x, y, r, colours[1])
        return
    lines = 13 if colours[0] == "#b22234" else 9
    for line in range(1, lines, 2):
        draw.rectangle((0, line * _H / lines, _W, (line + 1) * _H / lines), fill="#fff")
    draw.rectangle((0, 0, 360, _H * 7 / 13), fill=colours[1] if lines == 13 else colours[0])
    if lines == 13:
        for row in range(9):
            for column in range(6 - row % 2):
                _star(draw, 30 + 60 * column + 30 * (row % 2), 20 + row * 35, 11, "#fff")
    else:
        draw.rectangle((0, 130, 360, 190), fill="#fff")
        draw.rectangle((150, 0, 210, 323), fill="#fff")


def _star(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: str) -> None:
    turns = [math.pi * (k / 5 - 0.5) for k in range(10)]
    reach = [radius if k % 2 == 0 else radius * 0.38 for k in range(10)]
    draw.polygon([(x + r * math.cos(a), y + r * math.sin(a)) for a, r in zip(turns, reach, strict=True)], fill=colour)


def _waving(flat: Image.Image, number: int) -> Image.Image:
    """The cloth displaced by two waves and shaded by their slope, on a pole before clouds."""
    chance = draw_from("wind", number)
    sky = np.stack([c + (255 - c) * noise(1100, 800, number) for c in (90, 140, 210)], axis=2)
    cloth = np.asarray(flat, np.float32)
    y, x = np.mgrid[0:800, 0:1100].astype(np.float32)
    first, second = chance.uniform(90, 170), chance.uniform(40, 80)
    ramp = np.clip((x - 120) / 300, 0, 1)
    wave = ramp * (
        26 * np.sin(x / first * 2 + chance.uniform(0, 6)) + 11 * np.sin(x / second + y / 130 + chance.uniform(0, 6))
    )
    slope = np.gradient(wave, axis=1)
    from_x, from_y = (x - 120 + wave * 0.35) / 0.97, (y - 110 + wave) / 0.9
    inside = (from_x >= 0) & (from_x < _W) & (from_y >= 0) & (from_y < _H)
    shade = np.clip(1 - slope * 1.5, 0.55, 1.25)[:, :, None]
    at = (np.clip(from_y, 0, _H - 1).astype(int), np.clip(from_x, 0, _W - 1).astype(int))
    pixels = np.where(inside[:, :, None], np.clip(cloth[at] * shade, 0, 255), sky)
    pixels[:, 100:120] = (120, 115, 110)
    return grained(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)), number)
