"""One chart that is published again and again: the same title, axes and legend, other values."""

from __future__ import annotations

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font

SIZE = (960, 600)
_PARTIES = ("North", "Union", "Green", "Labour", "Centre", "Others")
_COLOURS = ((40, 70, 140), (30, 30, 30), (70, 150, 70), (200, 40, 40), (240, 180, 40), (150, 150, 150))


def trend(number: int) -> Image.Image:
    """Every number is another week of the same poll."""
    chance = draw_from("trend", number)
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    draw.text((40, 22), "If there were an election on Sunday", font=font(34, "DejaVuSans-Bold"), fill=(20, 20, 20))
    draw.text((40, 70), "Share of the answers, in per cent", font=font(19), fill=(90, 90, 90))
    for line in range(5):
        y = 500 - 90 * line
        draw.line((60, y, 920, y), fill=(220, 220, 220))
        draw.text((24, y - 11), str(line * 10), font=font(17), fill=(110, 110, 110))
    for place, (name, colour) in enumerate(zip(_PARTIES, _COLOURS, strict=True)):
        value = max(2.0, (28, 24, 16, 14, 9, 9)[place] + chance.gauss(0, 3))
        x = 90 + 140 * place
        draw.rectangle((x, 500 - 9 * value, x + 90, 500), fill=colour)
        draw.text((x + 45, 474 - 9 * value), f"{value:.1f}", font=font(20, "DejaVuSans-Bold"), fill=colour, anchor="ma")
        draw.text((x + 45, 508), name, font=font(19), fill=(50, 50, 50), anchor="ma")
    draw.text((40, 562), f"Week {1 + number % 52}, 1,000 asked", font=font(17), fill=(110, 110, 110))
    draw.text((780, 562), "OPINION LAB", font=font(17, "DejaVuSans-Bold"), fill=(40, 70, 140))
    return image
