"""Leaves of one calendar: the same grid and head, another month, other entries."""

from __future__ import annotations

import calendar

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font, sentence

SIZE = (1000, 760)
_MARKS = ((200, 60, 60), (60, 120, 190), (70, 150, 90))


def leaf(number: int) -> Image.Image:
    """Every number is another month with other appointments."""
    chance = draw_from("calendar", number)
    year, month = 1990 + number // 12, 1 + number % 12
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1000, 90), fill=(60, 40, 80))
    draw.text((30, 20), f"{calendar.month_name[month]} {year}", font=font(44, "DejaVuSans-Bold"), fill="white")
    for place, day in enumerate(calendar.day_abbr):
        draw.text((40 + 136 * place, 102), day, font=font(22, "DejaVuSans-Bold"), fill=(60, 40, 80))
    for row, week in enumerate(calendar.Calendar().monthdayscalendar(year, month)):
        for column, day in enumerate(week):
            x, y = 24 + 136 * column, 136 + 102 * row
            draw.rectangle((x, y, x + 136, y + 102), outline=(190, 190, 190))
            if not day:
                continue
            draw.text((x + 8, y + 6), str(day), font=font(24), fill=(40, 40, 40))
            if chance.random() < 0.3:
                draw.rectangle((x + 6, y + 44, x + 130, y + 68), fill=chance.choice(_MARKS))
                draw.text((x + 10, y + 47), sentence(chance, 2)[:14], font=font(15), fill="white")
    return image
