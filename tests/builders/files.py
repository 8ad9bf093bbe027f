"""Real picture files with content and metadata: a_jpeg(taken="2022:04:07 10:00:00", artist="..."), a_png()..."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from builders.metadata import Texts, a_photoshop_resource, an_exif_block, an_iim_block, an_xmp_packet

Xmp = Mapping[str, Any] | bytes | None
Iptc = Mapping[str, Texts | bytes] | bytes | None


def a_scene(seed: int = 1, width: int = 640, height: int = 480) -> Image.Image:
    """A textured RGB picture, the same for the same seed: hills of light, buildings with windows, and grain."""
    rng = np.random.default_rng(seed)
    light = sum(
        _clouds(rng, cells, width, height) * weight for cells, weight in ((3, 0.5), (6, 0.3), (13, 0.25), (29, 0.15))
    )
    tints = rng.uniform(0.6, 1.2, 3)
    grain = rng.normal(0, 3, (height, width, 3))
    values = np.clip(light[..., None] * tints + grain, 0, 255).astype(np.uint8)
    image = Image.fromarray(values)
    _buildings(ImageDraw.Draw(image), rng, width, height)
    return image


def _clouds(rng: np.random.Generator, cells: int, width: int, height: int) -> np.ndarray:
    small = Image.fromarray(rng.integers(0, 256, (cells, cells), dtype=np.uint8))
    return np.asarray(small.resize((width, height), Image.Resampling.BICUBIC), dtype=np.float64)


def _buildings(draw: ImageDraw.ImageDraw, rng: np.random.Generator, width: int, height: int) -> None:
    for _ in range(6):
        left, top = rng.integers(0, max(1, width - width // 8)), rng.integers(height // 4, max(1, height * 3 // 4) + 1)
        right = left + width // 12 + rng.integers(0, width // 8 + 1)
        colour = tuple(int(value) for value in rng.integers(20, 236, 3))
        draw.rectangle((int(left), int(top), int(right), height), fill=colour)
        step = max(6, width // 40)
        for x in range(int(left) + 3, int(right) - step, step):
            for y in range(int(top) + 3, height - step, step):
                if rng.random() < 0.6:
                    draw.rectangle((x, y, x + step // 2, y + step // 2), fill=(240, 230, 160))


def a_jpeg(
    scene: Image.Image | None = None,
    *,
    seed: int = 1,
    width: int = 640,
    height: int = 480,
    quality: int = 90,
    progressive: bool = False,
    iptc: Iptc = None,
    xmp: Xmp = None,
    comment: bytes | None = None,
    **exif: Any,
) -> bytes:
    """A JPEG of a scene; EXIF fields as `an_exif_block` takes them, `iptc` by dataset and `xmp` by property."""
    data = _saved(scene or a_scene(seed, width, height), "JPEG", quality=quality, progressive=progressive)
    segments = []
    if block := an_exif_block(**exif):
        segments.append((0xE1, b"Exif\0\0" + block))
    if iptc is not None:
        segments.append((0xED, b"Photoshop 3.0\0" + a_photoshop_resource(_iim(iptc))))
    if xmp is not None:
        segments.append((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + _packet(xmp)))
    if comment is not None:
        segments.append((0xFE, comment))
    return with_segments(data, segments)


def with_segments(jpeg: bytes, segments: Iterable[tuple[int, bytes]]) -> bytes:
    """The JPEG with segments (marker code, content) put in behind its start."""
    inserted = b"".join(
        bytes([0xFF, code]) + (len(content) + 2).to_bytes(2, "big") + content for code, content in segments
    )
    return jpeg[:2] + inserted + jpeg[2:]


def a_png(
    scene: Image.Image | None = None,
    *,
    seed: int = 1,
    width: int = 640,
    height: int = 480,
    xmp: Xmp = None,
    **exif: Any,
) -> bytes:
    """A PNG of a scene, or of any picture that PNG can hold."""
    data = _saved(scene or a_scene(seed, width, height), "PNG", compress_level=1)
    chunks = []
    if block := an_exif_block(**exif):
        chunks.append((b"eXIf", block))
    if xmp is not None:
        chunks.append((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + _packet(xmp)))
    return with_chunks(data, chunks)


def with_chunks(png: bytes, chunks: Iterable[tuple[bytes, bytes]]) -> bytes:
    """The PNG with chunks (type, content) put in behind its header."""
    inserted = b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
    return png[:33] + inserted + png[33:]


def a_webp(
    scene: Image.Image | None = None,
    *,
    seed: int = 1,
    width: int = 640,
    height: int = 480,
    lossless: bool = False,
    xmp: Xmp = None,
    **exif: Any,
) -> bytes:
    """A WebP of a scene."""
    options = {"exif": an_exif_block(**exif), "xmp": b"" if xmp is None else _packet(xmp)}
    return _saved(scene or a_scene(seed, width, height), "WEBP", lossless=lossless, method=0, **options)


def a_gif(
    scenes: Iterable[Image.Image] | None = None,
    *,
    seed: int = 1,
    width: int = 320,
    height: int = 240,
    comment: bytes = b"",
) -> bytes:
    """A GIF of a scene, or an animation of several."""
    first, *others = scenes or [a_scene(seed, width, height)]
    return _saved(first, "GIF", save_all=bool(others), append_images=others, comment=comment)


def a_tiff(
    scene: Image.Image | None = None,
    *,
    seed: int = 1,
    width: int = 640,
    height: int = 480,
    compression: str | None = None,
    iptc: Iptc = None,
    xmp: Xmp = None,
    tags: Mapping[int, Any] | None = None,
) -> bytes:
    """A TIFF of a scene; `tags` by number for its first directory (274 is the orientation)."""
    extra: dict[int, Any] = dict(tags or {})
    if iptc is not None:
        extra[33723] = _iim(iptc)
    if xmp is not None:
        extra[700] = _packet(xmp)
    return _saved(scene or a_scene(seed, width, height), "TIFF", compression=compression, tiffinfo=extra)


def a_heic(
    scene: Image.Image | None = None,
    *,
    seed: int = 1,
    width: int = 640,
    height: int = 480,
    xmp: Xmp = None,
    **exif: Any,
) -> bytes:
    """A HEIC of a scene, as phones take them."""
    from pillow_heif import register_heif_opener

    register_heif_opener()
    options = {"exif": an_exif_block(**exif), "xmp": b"" if xmp is None else _packet(xmp)}
    return _saved(scene or a_scene(seed, width, height), "HEIF", **{k: v for k, v in options.items() if v})


def an_avif(
    scene: Image.Image | None = None,
    *,
    seed: int = 1,
    width: int = 640,
    height: int = 480,
    xmp: Xmp = None,
    **exif: Any,
) -> bytes:
    """An AVIF of a scene."""
    options = {"exif": an_exif_block(**exif), "xmp": b"" if xmp is None else _packet(xmp)}
    return _saved(scene or a_scene(seed, width, height), "AVIF", speed=10, **{k: v for k, v in options.items() if v})


def truncated(data: bytes, share: float = 0.5) -> bytes:
    """The first part of a file, as a broken download leaves it."""
    return data[: int(len(data) * share)]


def _saved(image: Image.Image, format: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def _iim(iptc: Mapping[str, Texts | bytes] | bytes) -> bytes:
    return iptc if isinstance(iptc, bytes) else an_iim_block(iptc)


def _packet(xmp: Mapping[str, Any] | bytes) -> bytes:
    return xmp if isinstance(xmp, bytes) else an_xmp_packet(xmp)
