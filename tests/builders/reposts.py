"""What re-posting does to a photo: crops, frames, words, pasted parts, other frames of the scene. Each tells the truth.

All pictures are Pillow's; boxes are (left, top, right, bottom) in pixels of the picture that is given back.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

Box = tuple[int, int, int, int]
Shares = tuple[float, float, float, float]

SAMPLES = Path(__file__).parents[2] / "samples" / "photos"
SCENES = tuple(path.stem for path in sorted(SAMPLES.glob("*.jpg")))
WORDS = "They will not show you this on television. Share before it is deleted, everyone has to see what happened here"


@cache
def a_sample(scene: str, width: int = 1200) -> Image.Image:
    """One of the sample photos, 3 to 2."""
    with Image.open(SAMPLES / f"{scene}.jpg") as image:
        return image.convert("RGB").resize((width, width * 2 // 3), Image.Resampling.LANCZOS)


def as_jpeg(image: Image.Image, quality: int = 85) -> bytes:
    """The file that a re-post is."""
    held = io.BytesIO()
    image.save(held, "JPEG", quality=quality)
    return held.getvalue()


def as_png(image: Image.Image) -> bytes:
    """A file without loss."""
    held = io.BytesIO()
    image.save(held, "PNG", compress_level=1)
    return held.getvalue()


def box_of(image: Image.Image, shares: Shares) -> Box:
    """Shares of a picture (left, top, right, bottom) in its pixels."""
    left, top, right, bottom = shares
    return (
        round(left * image.width),
        round(top * image.height),
        round(right * image.width),
        round(bottom * image.height),
    )


def cropped(image: Image.Image, shares: Shares) -> Image.Image:
    """What lies within these shares of it."""
    return image.crop(box_of(image, shares))


def rotated(image: Image.Image, degrees: float) -> Image.Image:
    """Turned clockwise by some degrees and cut so that no corner is empty, as phones do."""
    radians, ratio = np.radians(abs(degrees)), image.width / image.height
    height = image.height / (ratio * np.sin(radians) + np.cos(radians))
    half = height * ratio / 2 - 1, height / 2 - 1
    turned = image.rotate(-degrees, Image.Resampling.BICUBIC)
    middle = image.width / 2, image.height / 2
    return turned.crop(
        (
            *(round(m - h) for m, h in zip(middle, half, strict=True)),
            *map(round, map(sum, zip(middle, half, strict=True))),
        )
    )


def stretched(image: Image.Image, across: float = 1.2) -> Image.Image:
    """Wider or narrower than it was."""
    return image.resize((round(image.width * across), image.height), Image.Resampling.LANCZOS)


def bordered(image: Image.Image, share: float = 0.06, colour: str = "white") -> Image.Image:
    """With a plain border on all sides."""
    return ImageOps.expand(image, round(share * image.width), colour)


def letterboxed(image: Image.Image) -> Image.Image:
    """With black bars above and below, a square."""
    return ImageOps.pad(image, (image.width, image.width), color="black")


def a_font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The font that comes with Pillow."""
    return ImageFont.load_default(size)


def captioned(image: Image.Image) -> Image.Image:
    """With a white bar of black words above it."""
    bar = image.height // 5
    whole = Image.new("RGB", (image.width, image.height + bar), "white")
    whole.paste(image, (0, bar))
    write(whole, WORDS, (20, 16, image.width - 20), image.width // 26)
    return whole


def write(image: Image.Image, words: str, place: tuple[int, int, int], size: int, colour: str = "black") -> int:
    """Write from (left, top) on, up to the right edge; where the next line would stand."""
    left, top, right = place
    pen, font = ImageDraw.Draw(image), a_font(size)
    line = ""
    for word in words.split():
        if pen.textlength(f"{line} {word}", font) > right - left and line:
            pen.text((left, top), line, colour, font)
            line, top = "", top + round(size * 1.3)
        line = f"{line} {word}".strip()
    pen.text((left, top), line, colour, font)
    return top + round(size * 1.3)


def with_words_across(image: Image.Image, words: str = "STOP SCROLLING") -> Image.Image:
    """With large white words, outlined in black, over its middle."""
    result, size = image.copy(), image.width // 9
    pen = ImageDraw.Draw(result)
    middle = image.width // 2, round(image.height * 0.55)
    pen.text(middle, words, "white", a_font(size), anchor="mm", stroke_width=size // 14, stroke_fill="black")
    return result


def with_logo(image: Image.Image) -> tuple[Image.Image, Box]:
    """With a channel's logo in a corner."""
    result = image.copy()
    box = box_of(image, (0.80, 0.05, 0.96, 0.17))
    pen = ImageDraw.Draw(result)
    pen.rectangle(box, "#c00018")
    pen.text(((box[0] + box[2]) // 2, (box[1] + box[3]) // 2), "N24", "white", a_font(image.width // 17), anchor="mm")
    return result, box


@dataclass(frozen=True)
class Skin:
    """The look of an app whose screen was photographed."""

    paper: str = "white"
    ink: str = "black"
    name: str = "Daily Wonders"


LIGHT, DARK = Skin(), Skin("#15202b", "#e8e8e8", "@breaking_now_24")


def screenshot(image: Image.Image, skin: Skin = LIGHT, words: str = WORDS) -> tuple[Image.Image, Box]:
    """A phone's screen with a post that shows the photo, and where the photo stands."""
    width, height = 720, 1480
    screen = Image.new("RGB", (width, height), skin.paper)
    pen = ImageDraw.Draw(screen)
    pen.text((28, 14), "09:41", skin.ink, a_font(26))
    pen.rounded_rectangle((640, 16, 696, 40), 6, outline=skin.ink, width=3)
    pen.ellipse((28, 84, 108, 164), "#7a5cff")
    pen.text((128, 88), skin.name, skin.ink, a_font(30))
    pen.text((128, 128), "2 h ago", "#808890", a_font(24))
    top = write(screen, words, (28, 190, 690), 28, skin.ink) + 16
    shown = image.resize((width, round(width * image.height / image.width)), Image.Resampling.LANCZOS)
    screen.paste(shown, (0, top))
    box = (0, top, width, top + shown.height)
    for number in range(3):
        left = 40 + 220 * number
        pen.ellipse((left, box[3] + 24, left + 44, box[3] + 68), outline=skin.ink, width=4)
        pen.text((left + 60, box[3] + 28), f"{number * 37 + 12} K", skin.ink, a_font(28))
    write(screen, "Liked by 4,812 others. View all 231 comments. " * 2, (28, box[3] + 100, 690), 26, skin.ink)
    pen.line((0, height - 110, width, height - 110), "#808890", 2)
    for number in range(5):
        pen.rounded_rectangle(
            (48 + 138 * number, height - 84, 100 + 138 * number, height - 32), 10, outline=skin.ink, width=4
        )
    return screen, box


def collage(images: list[Image.Image], size: tuple[int, int] = (1200, 800)) -> tuple[Image.Image, list[Box]]:
    """Two photos side by side, or four, each cut to its cell; and where each stands."""
    whole = Image.new("RGB", size, "white")
    across, down = (2, 1) if len(images) == 2 else (2, 2)
    width, height = size[0] // across - 4, size[1] // down - 4
    boxes = []
    for number, image in enumerate(images):
        left, top = number % across * size[0] // across + 2, number // across * size[1] // down + 2
        whole.paste(ImageOps.fit(image, (width, height), Image.Resampling.LANCZOS), (left, top))
        boxes.append((left, top, left + width, top + height))
    return whole, boxes


def shown_of_cell(image: Image.Image, box: Box) -> float:
    """The share of a photo that its cell of a collage shows."""
    here, there = (box[2] - box[0]) / (box[3] - box[1]), image.width / image.height
    return min(here / there, there / here)


def with_part_of(image: Image.Image, other: Image.Image, place: Shares) -> tuple[Image.Image, Box]:
    """With a rounded part of another photo, softly pasted over some place."""
    box = box_of(image, place)
    size = (box[2] - box[0], box[3] - box[1])
    part = ImageOps.fit(other, size, Image.Resampling.LANCZOS)
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).ellipse((3, 3, size[0] - 3, size[1] - 3), 255)
    result = image.copy()
    result.paste(part, box[:2], mask.filter(ImageFilter.GaussianBlur(2)))
    return result, box


def without_part(image: Image.Image, place: Shares) -> tuple[Image.Image, Box]:
    """With some place filled from its edges, as retouching does; smooth, and with the grain of the rest."""
    box = box_of(image, place)
    values = np.asarray(image, np.float32)
    left, top, right, bottom = box
    across = np.linspace(0, 1, right - left)[None, :, None]
    down = np.linspace(0, 1, bottom - top)[:, None, None]
    sides = [
        values[top:bottom, left - 12 : left].mean(1)[:, None],
        values[top:bottom, right : right + 12].mean(1)[:, None],
    ]
    ends = [values[top - 12 : top, left:right].mean(0)[None], values[bottom : bottom + 12, left:right].mean(0)[None]]
    fill = (sides[0] * (1 - across) + sides[1] * across + ends[0] * (1 - down) + ends[1] * down) / 2
    filled = Image.fromarray(np.clip(fill, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(6))
    result = image.copy()
    result.paste(_grainy(filled, 2.0, 5), box[:2])
    return result, box


def retoned(image: Image.Image) -> Image.Image:
    """Darker, harder and warmer, as a filter makes it."""
    values = np.asarray(image, np.float32) / 255
    values = np.clip((values - 0.5) * 1.25 + 0.42, 0, 1) ** 1.1 * np.float32([1.1, 0.97, 0.78])
    return Image.fromarray((np.clip(values, 0, 1) * 255).astype(np.uint8))


def noisy(image: Image.Image, strength: float = 14.0) -> Image.Image:
    """With the grain of a bad night."""
    return _grainy(image, strength, 11)


def tiny(image: Image.Image, edge: int = 200) -> Image.Image:
    """As small as in a list of search results."""
    small = image.copy()
    small.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    return small


def _grainy(image: Image.Image, strength: float, seed: int) -> Image.Image:
    values = np.asarray(image, np.float32)
    grain = np.random.default_rng(seed).normal(0, strength, values.shape).astype(np.float32)
    return Image.fromarray(np.clip(values + grain, 0, 255).astype(np.uint8))


@dataclass(frozen=True)
class Figure:
    """Something that moves before a scene: cut from another one. `cut` are shares there."""

    scene: str
    cut: Shares


BOAT = Figure("flood", (0.46, 0.44, 0.70, 0.90))
CARS = Figure("night_street", (0.55, 0.52, 0.95, 0.75))
CROWD = Figure("square", (0.10, 0.55, 0.60, 0.95))


def a_frame(scene: str, figure: Figure, moved: tuple[int, int] = (0, 0), seed: int = 0) -> Image.Image:
    """One frame of a static scene with a figure in it, that has moved by so many pixels; each with grain of its own."""
    image = a_sample(scene).copy()
    part = cropped(a_sample(figure.scene), figure.cut)
    part = part.resize((round(image.width * 0.26), round(image.width * 0.26 * part.height / part.width)))
    mask = Image.new("L", part.size, 0)
    ImageDraw.Draw(mask).ellipse((4, 4, part.width - 4, part.height - 4), 255)
    place = round(image.width * 0.30) + moved[0], round(image.height * 0.42) + moved[1]
    image.paste(part, place, mask.filter(ImageFilter.GaussianBlur(1.5)))
    return _grainy(image, 4.0, 100 + seed)


def a_viewpoint(far: str, near: str, step: int = 0, seed: int = 0) -> Image.Image:
    """A scene behind another one, seen from a place `step` pixels further along: what is near shifts four times."""
    behind, before = a_sample(far), a_sample(near)
    width, height = behind.width - 200, behind.height - 40
    image = behind.crop((100 + step, 20, 100 + step + width, 20 + height))
    front = before.crop((100 + 4 * step, 20, 100 + 4 * step + width, 20 + height))
    image.paste(front, (0, 0), _skyline(width, height, 4 * step))
    return _grainy(image, 4.0, 200 + seed)


def _skyline(width: int, height: int, shift: int) -> Image.Image:
    """Which part of a picture is near: all that lies below a line of steps, which shifts with it."""
    mask = Image.new("L", (width + 800, height), 0)
    pen = ImageDraw.Draw(mask)
    for number, left in enumerate(range(0, mask.width, 130)):
        pen.rectangle((left, round(height * (0.50 + 0.12 * (number * 7 % 5) / 4)), left + 130, height), 255)
    return mask.crop((200 + shift, 0, 200 + shift + width, height))


def overlap(one: Box | tuple[float, ...], other: Box | tuple[float, ...]) -> float:
    """Intersection over union of two boxes."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    common = max(0.0, right - left) * max(0.0, bottom - top)
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return common / (sum(areas) - common)


def slide(title: str, lines: int = 8) -> Image.Image:
    """A white page with words and nothing else."""
    page = Image.new("RGB", (900, 1200), "white")
    top = write(page, title, (60, 60, 840), 54)
    for number in range(lines):
        top = write(
            page, f"{number + 1}. {WORDS[number * 7 :]} {title.lower()} {number * 311}", (60, top + 24, 840), 26
        )
    return page
