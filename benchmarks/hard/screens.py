"""Interface screens of a telephone: settings, chats and feeds, with the same chrome and other words."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font, name_of, paragraph, sentence

SIZE = (720, 1400)
_ROWS = [
    "Account",
    "Notifications",
    "Privacy",
    "Storage",
    "Display",
    "Sound",
    "Language",
    "Network",
    "Battery",
    "Security",
    "Accessibility",
    "About",
]


def screen(number: int) -> Image.Image:
    """Every third is a list of settings, a chat, a feed; each dark or light."""
    chance = draw_from("screen", number)
    dark = number // 2 % 4 == 3
    ground, ink = ((22, 24, 28), (232, 232, 232)) if dark else ((255, 255, 255), (24, 24, 24))
    image = Image.new("RGB", SIZE, ground)
    draw = ImageDraw.Draw(image)
    draw.text(
        (30, 14), f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}", font=font(26, "DejaVuSans-Bold"), fill=ink
    )
    draw.text((600, 14), f"4G {chance.randint(4, 100)}%", font=font(22), fill=ink)
    (_settings, _chat, _feed)[number // 2 % 3](draw, chance, ink)
    draw.rounded_rectangle((250, 1376, 470, 1384), 4, fill=ink)
    return image


def _head(draw: ImageDraw.ImageDraw, title: str, ink: tuple[int, int, int]) -> None:
    draw.text((28, 66), "<", font=font(40), fill=(30, 110, 220))
    draw.text((80, 70), title, font=font(34, "DejaVuSans-Bold"), fill=ink)
    draw.line((0, 130, 720, 130), fill=(150, 150, 150), width=2)


def _settings(draw: ImageDraw.ImageDraw, chance: random.Random, ink: tuple[int, int, int]) -> None:
    _head(draw, "Settings", ink)
    for place, row in enumerate(chance.sample(_ROWS, len(_ROWS))):
        y = 145 + place * 100
        draw.rounded_rectangle((30, y + 14, 90, y + 74), 14, fill=tuple(chance.randint(40, 220) for _ in range(3)))
        draw.text((112, y + 14), row, font=font(28), fill=ink)
        draw.text((112, y + 50), sentence(chance, 4), font=font(20), fill=(140, 140, 140))
        on = chance.random() < 0.5
        draw.rounded_rectangle((610, y + 24, 690, y + 66), 21, fill=(60, 180, 90) if on else (170, 170, 170))
        x = 650 if on else 614
        draw.ellipse((x, y + 27, x + 36, y + 63), fill="white")
        draw.line((112, y + 98, 720, y + 98), fill=(170, 170, 170))


def _chat(draw: ImageDraw.ImageDraw, chance: random.Random, ink: tuple[int, int, int]) -> None:
    _head(draw, name_of(chance), ink)
    y = 150.0
    while y < 1200:
        mine = chance.random() < 0.5
        words = sentence(chance, chance.randint(3, 18))
        lines = 1 + len(words) // 34
        left, right = (190, 695) if mine else (25, 530)
        box = (left, y, right, y + 36 * lines + 44)
        draw.rounded_rectangle(box, 22, fill=(30, 120, 230) if mine else (225, 228, 232))
        paragraph(
            draw, (left + 22, y + 14, right - 20, box[3]), words, 25, fill=(255, 255, 255) if mine else (20, 20, 20)
        )
        draw.text(
            (right - 70, box[3] - 26),
            f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}",
            font=font(16),
            fill=(150, 150, 150),
        )
        y = box[3] + 18
    draw.rounded_rectangle((25, 1290, 600, 1350), 30, outline=(150, 150, 150), width=2)
    draw.text((50, 1305), "Message", font=font(24), fill=(150, 150, 150))
    draw.ellipse((625, 1290, 685, 1350), fill=(30, 120, 230))


def _feed(draw: ImageDraw.ImageDraw, chance: random.Random, ink: tuple[int, int, int]) -> None:
    _head(draw, "Home", ink)
    for post in range(5):
        y = 150 + post * 236
        draw.ellipse((25, y, 95, y + 70), fill=tuple(chance.randint(40, 220) for _ in range(3)))
        draw.text((112, y + 4), f"{name_of(chance)} {name_of(chance)}", font=font(25, "DejaVuSans-Bold"), fill=ink)
        draw.text(
            (112, y + 38),
            f"@{name_of(chance).lower()} - {chance.randint(1, 23)} h",
            font=font(20),
            fill=(140, 140, 140),
        )
        paragraph(draw, (25, y + 82, 700, y + 190), sentence(chance, chance.randint(12, 26)), 24, fill=ink)
        for place, sign in enumerate(("Reply", "Share", "Like", "More")):
            draw.text(
                (40 + 170 * place, y + 192), f"{sign} {chance.randint(2, 9000)}", font=font(19), fill=(140, 140, 140)
            )
        draw.line((0, y + 226, 720, y + 226), fill=(170, 170, 170))
