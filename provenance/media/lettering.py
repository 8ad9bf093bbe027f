"""Letters on a sheet, in the one typeface that comes with Pillow (Aileron, English letters only)."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import ImageFont

LINE: Final = 1.4
"""Height of a line, in heights of its letters."""
_NO_LETTER: Final = "\uffff"


@cache
def written(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The typeface in a size in pixels."""
    from PIL import ImageFont

    return ImageFont.load_default(size)


def wrapped(text: str, size: int, width: int) -> list[str]:
    """A text in lines of at most `width` pixels.

    An accented letter that the typeface lacks loses its accent; any other becomes "?".
    """
    lines: list[str] = []
    line = ""
    for word in _drawable(text, size).split(" "):
        longer = f"{line} {word}".strip()
        if line and _width(longer, size) > width:
            lines.append(line)
            longer = word
        while _width(longer, size) > width and len(longer) > 1:
            fits = next(
                count for count in range(len(longer) - 1, 0, -1) if count == 1 or _fits(longer, count, size, width)
            )
            lines.append(longer[:fits])
            longer = longer[fits:]
        line = longer
    return [*lines, line] if line else lines


def _fits(text: str, count: int, size: int, width: int) -> bool:
    return _width(text[:count], size) <= width


def _width(text: str, size: int) -> float:
    return written(size).getlength(text)


@cache
def _shape(character: str, size: int) -> bytes:
    return bytes(written(size).getmask(character))


def _drawable(text: str, size: int) -> str:
    missing = _shape(_NO_LETTER, size)
    return "".join(_letter(one, size, missing) for one in unicodedata.normalize("NFC", text))


def _letter(character: str, size: int, missing: bytes) -> str:
    plain = unicodedata.normalize("NFD", character)[0]
    return next((one for one in (character, plain) if one == " " or _shape(one, size) != missing), "?")
