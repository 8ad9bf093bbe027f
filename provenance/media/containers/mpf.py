"""The index of a file with several pictures (CIPA DC-007, Multi-Picture Format)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.media.containers.ifd import directory, header
from provenance.media.containers.layout import Block, Inner
from provenance.model.embedded import EmbeddedKind

MARK = b"MPF\0"
MOST_PICTURES = 100

_ENTRIES, _ENTRY_BYTES = 0xB002, 16
_TYPES = {
    0x010001: "large thumbnail (VGA)",
    0x010002: "large thumbnail (full HD)",
    0x020001: "panorama",
    0x020002: "disparity",
    0x020003: "multi-angle",
    0x030000: "primary picture",
}
_PREVIEWS = frozenset({0x010001, 0x010002})


@dataclass(frozen=True, slots=True)
class Named:
    """A picture that the index names: where it stands in the file, and what it is said to be."""

    start: int
    length: int
    label: str
    preview: bool

    def inner(self, view: memoryview) -> Inner:
        """The same as a file of its own."""
        part = view[self.start : self.start + self.length]
        return Inner(EmbeddedKind.MPF_PREVIEW, self.start, len(part), (part,))


def pictures(block: Block) -> Iterator[Named]:
    """The pictures after the first that an MPF block names; only those that cannot be the first one's own start."""
    head = header(block.data)
    entries = directory(block.data, head, head.first)[0] if head and not head.big else []
    table = next((one for one in entries if one.tag == _ENTRIES), None)
    if head is None or table is None:
        return
    rows = block.data[table.at : table.at + min(table.length, MOST_PICTURES * _ENTRY_BYTES)]
    for at in range(0, len(rows) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        kind, length, offset = (int.from_bytes(rows[at + n : at + n + 4], head.order) for n in (0, 4, 8))
        if offset and length:
            kind &= 0xFFFFFF
            label = _TYPES.get(kind, "further picture")
            yield Named(block.offset + offset, length, label, kind in _PREVIEWS)
