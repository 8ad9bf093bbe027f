"""Which of a raw file's previews stands for the picture, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from provenance.media.containers import jpeg
from provenance.media.containers.layout import Block, Inner, Layout
from provenance.media.problems import raw_without_preview
from provenance.model.embedded import EmbeddedKind
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits


@dataclass(frozen=True, slots=True)
class Found:
    """Where a raw file says that a JPEG stands, in bytes."""

    start: int
    length: int

    def within(self, data: bytes, limits: ReadLimits) -> bytes:
        """The bytes of it; b"" for what is no JPEG, is not all there, or is too large."""
        if self.length > limits.embedded_bytes or self.start + self.length > len(data):
            return b""
        part = data[self.start : self.start + self.length]
        return part if part.startswith(b"\xff\xd8\xff") else b""


def with_best(layout: Layout, data: bytes, found: Sequence[Found], limits: ReadLimits) -> Layout:
    """The layout with the largest preview to be decoded and the others as inner pictures; a refusal where none is."""
    held: list[tuple[Found, Layout]] = []
    for one in dict.fromkeys(found):
        part = one.within(data, limits) if len(held) <= limits.embedded else b""
        size = jpeg.announced(part)
        if size is not None:
            held.append((one, replace(jpeg.lay_out(part, limits), size=size)))
    if not held:
        return replace(layout, size=None, decodable=(), refusal=layout.refusal or raw_without_preview(layout.raw))
    best = max(held, key=lambda pair: _area(pair[1]))
    others = tuple(
        Inner(EmbeddedKind.RAW_PREVIEW, one.start, one.length, tuple(inner.decodable))
        for one, inner in held
        if one is not best[0] and inner.decodable
    )
    told = [
        Block(
            BlockKind.PICTURE, one.start, one.length, label="the preview that is shown" if one is best[0] else "preview"
        )
        for one, _inner in held
    ]
    return replace(
        layout,
        blocks=(*layout.blocks, *told),
        size=best[1].size,
        decodable=best[1].decodable,
        refusal=layout.refusal or best[1].refusal or (None if best[1].decodable else raw_without_preview(layout.raw)),
        inner=others,
    )


def _area(layout: Layout) -> int:
    width, height = layout.size or (0, 0)
    return width * height
