"""Text slides of one template: the same bar, logo and footer, other words."""

from __future__ import annotations

from PIL import Image, ImageDraw

from benchmarks.hard.drawing import draw_from, font, name_of, paragraph, sentence

SIZE = (1120, 630)


def slide(number: int) -> Image.Image:
    """Every number has another title and other points."""
    chance = draw_from("slide", number)
    image = Image.new("RGB", SIZE, (250, 250, 247))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1120, 92), fill=(14, 78, 84))
    draw.polygon([(1000, 0), (1120, 0), (1120, 92), (1060, 92)], fill=(235, 160, 40))
    draw.text((44, 24), sentence(chance, chance.randint(3, 6)), font=font(38, "DejaVuSans-Bold"), fill="white")
    y = 130.0
    for _ in range(chance.randint(3, 6)):
        draw.rectangle((52, y + 10, 66, y + 24), fill=(235, 160, 40))
        y = paragraph(draw, (92, y, 1060, 560), sentence(chance, chance.randint(7, 22)), 27) + 16
        if y > 500:
            break
    draw.line((44, 575, 1076, 575), fill=(14, 78, 84), width=3)
    draw.text((44, 588), f"{name_of(chance)} conference | Department of planning", font=font(18), fill=(100, 100, 100))
    draw.text((1040, 588), str(chance.randint(2, 60)), font=font(18), fill=(100, 100, 100))
    return image
