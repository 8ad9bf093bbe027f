"""Tables of results and timetables: the same head, columns and rules, other entries."""

from __future__ import annotations

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font, name_of

SIZE = (940, 900)
_HEADS = (("Rank", 40), ("Name", 130), ("Region", 360), ("Votes", 560), ("Share", 690), ("Change", 810))


def table(number: int) -> Image.Image:
    """Every number has other names and figures."""
    chance = draw_from("table", number)
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    draw.text((40, 24), f"Provisional results: {name_of(chance)}", font=font(32, "DejaVuSans-Bold"), fill=(20, 20, 20))
    draw.rectangle((30, 84, 910, 126), fill=(50, 70, 120))
    for head, x in _HEADS:
        draw.text((x, 92), head, font=font(22, "DejaVuSans-Bold"), fill="white")
    for row in range(18):
        y = 130 + row * 40
        if row % 2:
            draw.rectangle((30, y, 910, y + 40), fill=(236, 240, 248))
        cells = (
            str(row + 1),
            f"{name_of(chance)}",
            f"{name_of(chance)}",
            f"{chance.randint(900, 99999):,}",
            f"{chance.uniform(0.5, 40):.1f} %",
            f"{chance.uniform(-9, 9):+.1f}",
        )
        for cell, (_head, x) in zip(cells, _HEADS, strict=True):
            draw.text((x, y + 8), cell, font=font(21), fill=(30, 30, 30))
    draw.line((30, 852, 910, 852), fill=(50, 70, 120), width=2)
    draw.text((40, 860), "Office for elections", font=font(18), fill=(110, 110, 110))
    return image
