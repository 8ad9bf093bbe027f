"""Fujifilm's RAF: a header, a JPEG with all the metadata, and the sensor's data.

Nobody has published the format; the offsets are those that ExifTool reads (Image::ExifTool::FujiFilm, ProcessRAF).
"""

from __future__ import annotations

from dataclasses import replace

from provenance.media.containers import jpeg
from provenance.media.containers.layout import Block, Layout
from provenance.media.containers.previews import Found, with_best
from provenance.media.formats import Raw
from provenance.model.limits import ReadLimits

_JPEG, _SENSOR = 84, 100
"""Where offset and length of the JPEG and of the sensor's data stand, 32 bits each, big-endian."""


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk a RAF: its JPEG's blocks at their places in the file, and its JPEG as the preview."""
    found = Found(*_place(data, _JPEG))
    part = found.within(data, limits)
    inner = jpeg.lay_out(part, limits) if part else Layout()
    start, length = _place(data, _SENSOR)
    sensor = memoryview(data)[start : start + length] if start and start < len(data) else None
    walked = Layout(
        blocks=tuple(_moved(block, found.start) for block in inner.blocks),
        picture=(sensor,) if sensor else (),
        whole=start + length <= len(data),
        problems=inner.problems,
        raw=Raw.RAF.value,
    )
    return with_best(walked, data, [found], limits)


def _place(data: bytes, at: int) -> tuple[int, int]:
    return int.from_bytes(data[at : at + 4], "big"), int.from_bytes(data[at + 4 : at + 8], "big")


def _moved(block: Block, by: int) -> Block:
    extents = tuple((start + by, end + by) for start, end in block.extents)
    return replace(block, offset=block.offset + by, extents=extents)
