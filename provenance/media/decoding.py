"""The one place where pixels are decoded: at most once a file, only formats on the list, within limits.

Colour profiles are not applied: fingerprints of the same numbers agree, and a preview is for looking.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.media.containers.ifd import orientation as stated_orientation
from provenance.media.formats import Format
from provenance.media.modes import eight_bit, plain
from provenance.media.problems import damaged, out_of_memory, too_many_pixels, truncated
from provenance.media.silence import silent_logger, silent_standard_error
from provenance.model.limits import ReadLimits
from provenance.model.photo import Pixels, Preview, Problem

if TYPE_CHECKING:
    from PIL import Image

_TRANSPOSED = frozenset({5, 6, 7, 8})
_DRAFTS = (8, 4, 2)
_SHORTEST_PREVIEW = 0.75
"""A draft is not taken where the preview would come out smaller than this share of what it may be."""
_TURNED_BY_PILLOW = frozenset({Format.TIFF, Format.HEIF})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded picture: its upright size at full scale, and its upright pixels and preview at most `preview_edge`."""

    width: int
    height: int
    pixels: Pixels
    preview: Preview


class UndecodableError(ValueError):
    """A picture could not be decoded; `problem` says why, in words for people."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


def decode(data: bytes, format: Format, orientation: int, limits: ReadLimits) -> Decoded:
    """Decode a picture once, lay it upright, reduce it to a preview. Raises UndecodableError, whatever the bytes.

    `orientation` is the EXIF orientation, 1 to 8; formats that turn their pictures themselves ignore it.
    """
    with shield(limits):
        return _decode(data, format, orientation, limits)


@contextmanager
def shield(limits: ReadLimits) -> Iterator[None]:
    """Around every call of Pillow's decoders: whatever they raise on a damaged file leaves as UndecodableError."""
    from PIL import Image

    try:
        with warnings.catch_warnings(), silent_logger("PIL"):
            warnings.simplefilter("ignore")  # Pillow warns of large and of damaged files; both are judged here
            yield
    except (UndecodableError, ImportError):  # a module that is missing is no fault of the file
        raise
    except Image.DecompressionBombError as error:
        raise UndecodableError(too_many_pixels(limits.pixels)) from error
    except MemoryError as error:
        raise UndecodableError(out_of_memory()) from error
    except Exception as error:  # the one catch-all around decoders: no list of their errors was ever whole
        raise UndecodableError(truncated() if "truncated" in str(error) else damaged()) from error


def opened(data: bytes, formats: tuple[str, ...], limits: ReadLimits) -> Image.Image:
    """A picture opened and not yet decoded; only the named readers are ever asked."""
    from PIL import Image

    if Format.HEIF in formats:
        from pillow_heif import register_heif_opener

        register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    image = Image.open(io.BytesIO(data), formats=formats)
    if image.width * image.height > limits.pixels:
        raise UndecodableError(too_many_pixels(limits.pixels))
    return image


def decode_small(data: bytes, format: Format, orientation: int, limits: ReadLimits) -> tuple[int, int, Pixels]:
    """Upright width and height at full size, and upright pixels at most `embedded_edge`. Raises UndecodableError."""
    small = replace(limits, pixels_edge=limits.embedded_edge, draft_edge=limits.embedded_edge // 2)
    with shield(limits):
        width, height, upright = _upright(data, format, orientation, small)
        return width, height, _pixels(upright)


def _decode(data: bytes, format: Format, orientation: int, limits: ReadLimits) -> Decoded:
    width, height, upright = _upright(data, format, orientation, limits)
    return Decoded(width, height, _pixels(upright), _preview(upright, limits))


def _upright(data: bytes, format: Format, orientation: int, limits: ReadLimits) -> tuple[int, int, Image.Image]:
    image = opened(data, (format.value,), limits)
    width, height = image.size
    if format is Format.JPEG:
        image.draft("RGB", _draft_size(width, height, limits))
    with silent_standard_error() if format is Format.TIFF else nullcontext():  # libtiff prints what it finds
        image.load()
    return _lay_upright(image, (width, height), _turn(image, format, orientation), limits)


def finished(image: Image.Image, size: tuple[int, int], turn: int, limits: ReadLimits) -> Decoded:
    """A picture that another library decoded, of `size` at full scale, laid upright and reduced."""
    width, height, upright = _lay_upright(image, size, turn, limits)
    return Decoded(width, height, _pixels(upright), _preview(upright, limits))


def _lay_upright(
    image: Image.Image, size: tuple[int, int], turn: int, limits: ReadLimits
) -> tuple[int, int, Image.Image]:
    small = plain(_reduced(eight_bit(image), limits.pixels_edge))
    width, height = size[::-1] if turn in _TRANSPOSED else size
    return width, height, _laid(small, turn)


def _draft_size(width: int, height: int, limits: ReadLimits) -> tuple[int, int]:
    """The size at which a JPEG is decoded: 1/8, 1/4 or 1/2, and large enough for fingerprints and the preview."""
    for divisor in _DRAFTS:
        short, long = min(width, height) // divisor, max(width, height) // divisor
        enough = short >= limits.draft_edge and long >= _SHORTEST_PREVIEW * limits.pixels_edge
        if enough or long >= 2 * limits.pixels_edge:  # panoramas: the preview is small on its short side anyway
            return -(-width // divisor), -(-height // divisor)
    return width, height


def _turn(image: Image.Image, format: Format, orientation: int) -> int:
    """How the decoded picture still has to be laid."""
    if format in _TURNED_BY_PILLOW:
        return 1
    if format is Format.AVIF:  # its own boxes decide, and Pillow hands their answer on as EXIF
        return stated_orientation(bytes(image.info.get("exif", b"")).removeprefix(b"Exif\0\0"))
    return orientation


def _reduced(image: Image.Image, edge: int) -> Image.Image:
    """At most `edge` pixels along the longest edge: whole steps by averaging, the rest by filter."""
    from PIL import Image

    longest = max(image.size)
    if longest <= edge:
        return image
    size = (max(1, round(image.width * edge / longest)), max(1, round(image.height * edge / longest)))
    return image.resize(size, Image.Resampling.HAMMING, reducing_gap=1.5)


def _laid(image: Image.Image, orientation: int) -> Image.Image:
    """The picture laid upright (EXIF 3.0, 4.6.4.1, Orientation)."""
    from PIL import Image

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _pixels(image: Image.Image) -> Pixels:
    return Pixels(image.width, image.height, image.tobytes())


def _preview(image: Image.Image, limits: ReadLimits) -> Preview:
    small = _reduced(image, limits.preview_edge)
    buffer = io.BytesIO()
    small.save(buffer, limits.preview_format, quality=limits.preview_quality, method=limits.preview_effort)
    return Preview(limits.preview_format, small.width, small.height, buffer.getvalue())
