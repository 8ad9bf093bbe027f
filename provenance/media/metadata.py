"""All metadata blocks of a file to facts: each block is a witness of its own, and none is merged into another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from provenance.media.containers.layout import Layout
from provenance.media.exif import read_exif
from provenance.media.iim import read_iim
from provenance.media.photoshop import iptc_blocks
from provenance.media.problems import too_much_metadata
from provenance.media.reading import Reading
from provenance.media.xmp import read_xmp
from provenance.media.xmp_extended import assemble
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits

MOST_BLOCKS = 16
"""Blocks of one kind that are read; genuine files have one, edited ones two or three."""


def read_metadata(layout: Layout, limits: ReadLimits) -> Reading:
    """The facts of every block, EXIF first, then IPTC-IIM, then XMP, and what was wrong. Never raises."""
    readings = list(_until_full(chain(_exif(layout, limits), _iim(layout, limits), _xmp(layout, limits)), limits.facts))
    facts = tuple(islice((fact for found, _ in readings for fact in found), limits.facts + 1))
    troubles = [problem for _, found in readings for problem in found]
    if len(facts) > limits.facts:
        facts = facts[: limits.facts]
        troubles.append(too_much_metadata())
    return facts, tuple(dict.fromkeys((*layout.problems, *troubles)))


def _until_full(readings: Iterator[Reading], most: int) -> Iterator[Reading]:
    """Readings, up to the one with which there are more facts than are kept: what is not kept is not read either."""
    count = 0
    for one in readings:
        yield one
        count += len(one[0])
        if count > most:
            return


def _exif(layout: Layout, limits: ReadLimits) -> Iterator[Reading]:
    blocks = [block.data for block in layout.of(BlockKind.EXIF)]
    for number, data in enumerate(blocks[:MOST_BLOCKS]):
        yield read_exif(data, limits, number)
    yield _left_out(blocks)


def _iim(layout: Layout, limits: ReadLimits) -> Iterator[Reading]:
    bare = [block.data for block in layout.of(BlockKind.IIM)]
    blocks = [*bare, *iptc_blocks(block.data for block in layout.of(BlockKind.PHOTOSHOP))]
    for number, data in enumerate(blocks[:MOST_BLOCKS]):
        yield read_iim(data, limits, number)
    yield _left_out(blocks)


def _xmp(layout: Layout, limits: ReadLimits) -> Iterator[Reading]:
    """Main packets, each with its extended part; extended packets that no main one names come as blocks behind them."""
    packets = [block.data for block in layout.of(BlockKind.XMP)]
    extended = assemble((block.data for block in layout.of(BlockKind.XMP_EXTENDED)), limits.xmp_bytes + 1)
    for number, packet in enumerate(packets[:MOST_BLOCKS]):
        yield read_xmp(packet, limits, number)
        for guid in [guid for guid in extended if guid in packet]:
            yield _nowhere(read_xmp(extended.pop(guid), limits, number))
    for number, packet in enumerate(list(extended.values())[:MOST_BLOCKS], start=len(packets)):
        yield _nowhere(read_xmp(packet, limits, number))
    yield _left_out([*packets, *extended])


def _nowhere(reading: Reading) -> Reading:
    """Facts of a block that is cut into segments: their places in it are no places in the file."""
    facts, problems = reading
    return tuple(replace(fact, offset=None, length=None) for fact in facts), problems


def _left_out(blocks: Sequence[bytes]) -> Reading:
    return (), ((too_much_metadata(),) if len(blocks) > MOST_BLOCKS else ())
