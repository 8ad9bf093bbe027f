"""Every block of a file with every field and where it stands, for `prov inspect --raw`: as lines, and as objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.model.inside import BlockKind, FileBlock
from provenance.model.photo import Fact
from provenance.report.layout import block as wrapped
from provenance.report.layout import shorten
from provenance.report.wording import count

_PREFIXES = {
    BlockKind.EXIF: ("EXIF ", "EXIF-thumbnail "),
    BlockKind.IIM: ("IPTC-IIM ",),
    BlockKind.XMP: ("XMP ",),
    BlockKind.XMP_EXTENDED: ("XMP ",),
    BlockKind.C2PA: ("C2PA ",),
}
_MOST_VALUE = 600
_INDENT = 24


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as it stands: its place in the file and in its block (None where that is not known), and its raw texts.

    `texts` are pairs of what stood there and who read it so; none for a field that nobody reads.
    """

    name: str
    offset: int | None
    within: int | None
    length: int | None
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block with its fields, in the order in which they stand in it."""

    block: FileBlock
    fields: tuple[RawField, ...]


def raw_blocks(blocks: Sequence[FileBlock], facts: Sequence[Fact]) -> tuple[list[RawBlock], list[Fact]]:
    """The blocks with their fields, and the facts that stand in none of them."""
    left = list(facts)
    return [_with_fields(block, blocks, left) for block in blocks], left


def render_raw(blocks: Sequence[FileBlock], facts: Sequence[Fact]) -> list[str]:
    """Lines for people. Very long values are cut; the object for scripts holds them whole."""
    told, left = raw_blocks(blocks, facts)
    lines = ["", f"BLOCKS  {count(len(told), 'block')}; offsets and lengths in bytes"]
    for one in told:
        lines += ["", *_block_lines(one)]
    if left:
        lines += ["", "Fields whose place is not known:"]
        lines += [line for fact in left for line in _entry("", "", fact.field, fact.raw)]
    return lines


def raw_objects(blocks: Sequence[FileBlock], facts: Sequence[Fact]) -> list[dict[str, Any]]:
    """The same for scripts; `offset` counts from the file's beginning; null for what is not there as such."""
    return [_object(one) for one in raw_blocks(blocks, facts)[0]]


def _with_fields(block: FileBlock, blocks: Sequence[FileBlock], left: list[Fact]) -> RawBlock:
    """Takes the facts of the block out of what is left."""
    mine = [fact for fact in left if _belongs(fact, block, blocks)]
    taken = {id(fact) for fact in mine}
    left[:] = [fact for fact in left if id(fact) not in taken]
    fields = []
    for place in block.fields:
        here = [fact for fact in mine if fact.field == place.name and fact.offset in {None, place.offset}]
        fields.append(_field(block, place.name, place.offset, place.length, here))
        found = {id(fact) for fact in here}
        mine = [fact for fact in mine if id(fact) not in found]
    fields += [_field(block, fact.field, fact.offset, fact.length, [fact]) for fact in mine]
    ordered = sorted(fields, key=lambda one: (one.within is None, one.within or 0))
    return RawBlock(block, tuple(ordered))


def _belongs(fact: Fact, block: FileBlock, blocks: Sequence[FileBlock]) -> bool:
    if not fact.field.startswith(_PREFIXES.get(block.kind, ("\0",))):
        return False
    if block.kind is BlockKind.C2PA:
        return block is next(one for one in blocks if one.kind is BlockKind.C2PA)
    if fact.block != block.number:
        return False
    if block.kind in {BlockKind.XMP, BlockKind.XMP_EXTENDED}:
        beyond = any(one.kind is BlockKind.XMP_EXTENDED and one.number == fact.block for one in blocks)
        return (fact.offset is None and beyond) == (block.kind is BlockKind.XMP_EXTENDED)
    return True


def _field(block: FileBlock, name: str, within: int | None, length: int | None, facts: Sequence[Fact]) -> RawField:
    readers: dict[str, list[str]] = {}
    for fact in facts:
        readers.setdefault(fact.raw, []).append(fact.reader)
    offset = block.offset + within if within is not None and block.verbatim else None
    return RawField(name, offset, within, length, tuple((raw, ", ".join(who)) for raw, who in readers.items()))


def _block_lines(told: RawBlock) -> Iterator[str]:
    one = told.block
    name = " ".join(part for part in (one.kind.value, "" if one.number is None else str(one.number)) if part)
    label = f" ({shorten(one.label, 40)})" if one.label else ""
    parts = f"in {count(len(one.stretches), 'part')} from {one.offset:,}"
    place = parts if one.stretches else f"from {one.offset:,} to {one.offset + one.length:,}"
    yield f"{name}{label}: {one.length:,} long, {place}"
    yield f"  SHA-256 {one.sha256}"
    if one.text:
        yield from wrapped(f"{one.text}", "  ")
    if told.fields:
        yield f"{'offset':>12}{'length':>10}  field"
    for field in told.fields:
        offset = f"{field.offset:,}" if field.offset is not None else ""
        if field.offset is None and field.within is not None:
            offset = f"+{field.within:,}"
        length = f"{field.length:,}" if field.length is not None else ""
        alone = len(field.texts) == 1
        for text, readers in field.texts or (("", ""),):
            yield from _entry(offset, length, field.name, text if alone or not text else f"{text} [{readers}]")


def _entry(offset: str, length: str, name: str, text: str) -> Iterator[str]:
    first, *rest = wrapped(f"{name}: {shorten(text, _MOST_VALUE)}" if text else name, " " * _INDENT)
    yield f"{offset:>12}{length:>10}  {first[_INDENT:]}"
    yield from rest


def _object(told: RawBlock) -> dict[str, Any]:
    one = told.block
    return {
        "kind": one.kind.value,
        "label": one.label,
        "block": one.number,
        "offset": one.offset,
        "length": one.length,
        "parts": [list(stretch) for stretch in one.stretches] or None,
        "sha256": one.sha256,
        "text": one.text or None,
        "fields": [_field_object(field) for field in told.fields],
    }


def _field_object(field: RawField) -> dict[str, Any]:
    return {
        "field": field.name,
        "offset": field.offset,
        "offset_in_block": field.within,
        "length": field.length,
        "raw": [{"text": text, "reader": reader} for text, reader in field.texts],
    }
