"""A file taken apart as a message, and back, each value checked as if an enemy had written it."""

from __future__ import annotations

from typing import Final

from provenance.media.worker.messages import Message
from provenance.media.worker.taking import Taking
from provenance.media.worker.telling import Outcome
from provenance.model.checks import require
from provenance.model.embedded import EmbeddedKind, EmbeddedPicture
from provenance.model.inside import BlockKind, FileBlock, FileField, Inside
from provenance.model.limits import ReadLimits
from provenance.model.photo import Pixels

MOST_BLOCKS: Final = 1_000
MOST_FIELDS: Final = 10_000
MOST_STRETCHES: Final = 2_000
_LONGEST_NAME: Final = 200
_LONGEST_TEXT: Final = 2_000
_HASH: Final = 64
_LARGEST: Final = 1 << 40
_KINDS: Final = tuple(BlockKind)
_PICTURES: Final = tuple(EmbeddedKind)


def tell_inside(inside: Inside) -> Message:
    """All that `media.inside` found, as much of it as may be told."""
    blocks = inside.blocks[:MOST_BLOCKS]
    numbers: list[int] = [Outcome.DONE, inside.orientation, len(blocks), len(inside.embedded)]
    texts: list[str] = []
    fields, stretches = MOST_FIELDS, MOST_STRETCHES
    for block in blocks:
        told, places = block.fields[:fields], block.stretches[:stretches]
        fields, stretches = fields - len(told), stretches - len(places)
        _tell_block(block, told, places, numbers, texts)
    blobs = [_tell_picture(one, numbers) for one in inside.embedded]
    numbers.append(int(inside.beside is not None))
    if inside.beside is not None:
        blobs.append(_tell_pixels(inside.beside, numbers))
    return Message(tuple(numbers), tuple(texts), tuple(blobs))


def take_inside(taking: Taking, limits: ReadLimits) -> Inside:
    """What `tell_inside` told. ValueError for what no file can be."""
    orientation, count = taking.number(1, 8), taking.number(0, MOST_BLOCKS)
    pictures = taking.number(0, limits.embedded)
    blocks = tuple(_block(taking) for _ in range(count))
    embedded = tuple(_picture(taking, limits) for _ in range(pictures))
    beside = _pixels(taking, limits.embedded_edge) if taking.number(0, 1) else None
    taking.finish()
    require(sum(len(one.fields) for one in blocks) <= MOST_FIELDS, "more fields than may be told")
    return Inside(blocks, embedded, beside, orientation)


def _tell_block(
    block: FileBlock,
    fields: tuple[FileField, ...],
    stretches: tuple[tuple[int, int], ...],
    numbers: list[int],
    texts: list[str],
) -> None:
    number = -1 if block.number is None else block.number
    numbers += [_KINDS.index(block.kind), block.offset, block.length, number, int(block.verbatim)]
    numbers += [len(fields), len(stretches)]
    numbers += [one for field in fields for one in (field.offset, field.length)]
    numbers += [one for stretch in stretches for one in stretch]
    texts += [block.label[:_LONGEST_NAME], block.sha256, block.text[:_LONGEST_TEXT]]
    texts += [field.name[:_LONGEST_NAME] for field in fields]


def _block(taking: Taking) -> FileBlock:
    kind = _KINDS[taking.number(0, len(_KINDS) - 1)]
    offset, length = taking.number(0, _LARGEST), taking.number(0, _LARGEST)
    number, verbatim = taking.number(-1, MOST_BLOCKS), taking.number(0, 1)
    count, places = taking.number(0, MOST_FIELDS), taking.number(0, MOST_STRETCHES)
    where = [(taking.number(0, _LARGEST), taking.number(0, _LARGEST)) for _ in range(count)]
    stretches = tuple((taking.number(0, _LARGEST), taking.number(0, _LARGEST)) for _ in range(places))
    label, digest, text = taking.text(_LONGEST_NAME), taking.text(_HASH), taking.text(_LONGEST_TEXT)
    fields = tuple(FileField(taking.text(_LONGEST_NAME), *place) for place in where)
    read = None if number < 0 else number
    return FileBlock(kind, label, offset, length, digest, read, bool(verbatim), stretches, fields, text)


def _tell_picture(picture: EmbeddedPicture, numbers: list[int]) -> bytes:
    numbers += [_PICTURES.index(picture.kind), picture.width, picture.height, picture.offset, picture.length]
    return _tell_pixels(picture.pixels, numbers)


def _picture(taking: Taking, limits: ReadLimits) -> EmbeddedPicture:
    kind = _PICTURES[taking.number(0, len(_PICTURES) - 1)]
    width, height = taking.number(1, limits.pixels), taking.number(1, limits.pixels)
    offset, length = taking.number(0, _LARGEST), taking.number(1, _LARGEST)
    return EmbeddedPicture(kind, width, height, _pixels(taking, limits.embedded_edge), offset, length)


def _tell_pixels(pixels: Pixels, numbers: list[int]) -> bytes:
    numbers += [pixels.width, pixels.height]
    return pixels.data


def _pixels(taking: Taking, edge: int) -> Pixels:
    width, height = taking.number(1, edge), taking.number(1, edge)
    return Pixels(width, height, taking.blob(edge * edge * 3))
