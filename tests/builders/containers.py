"""Containers as cameras and editors write them, byte by byte: segments, directories, raw files. No real raw file was
ever seen for these: they follow the descriptions that the readers follow."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from builders.files import a_jpeg, a_scene


@dataclass(frozen=True)
class Blob:
    """Data that stands elsewhere in a TIFF; the field holds its offset."""

    data: bytes


@dataclass(frozen=True)
class Short:
    """A number of 16 bits."""

    number: int


Value = int | str | bytes | Blob | Short | tuple[int, ...] | list["Directory"]
Directory = dict[int, Value]


def a_directory_file(chain: Sequence[Directory], order: str = "<", head: bytes = b"") -> bytes:
    """A TIFF of directories in a row; a list of directories as a value stands below (SubIFDs, EXIF).

    Numbers are written with 32 bits, texts as ASCII, bytes as undefined.
    """
    out = bytearray((b"II*\0" if order == "<" else b"MM\0*") + bytes(4) + head)
    pointer = 4
    for directory in chain:
        entries = [_entry(out, tag, value, order) for tag, value in sorted(directory.items())]
        struct.pack_into(order + "I", out, pointer, len(out))
        out += struct.pack(order + "H", len(entries)) + b"".join(entries)
        pointer = len(out)
        out += bytes(4)
    return bytes(out)


def _entry(out: bytearray, tag: int, value: Any, order: str) -> bytes:
    kind, count, content = _content(out, value, order)
    if len(content) > 4:
        content, at = struct.pack(order + "I", len(out)), content
        out += at + b"\0" * (len(at) % 2)
    return struct.pack(order + "HHI", tag, kind, count) + content.ljust(4, b"\0")


def _content(out: bytearray, value: Any, order: str) -> tuple[int, int, bytes]:
    if isinstance(value, Short):
        return 3, 1, struct.pack(order + "H", value.number)
    if isinstance(value, str):
        return 2, len(value) + 1, value.encode() + b"\0"
    if isinstance(value, bytes):
        return 7, len(value), value
    if isinstance(value, Blob):
        offset = len(out)
        out += value.data + b"\0" * (len(value.data) % 2)
        return 4, 1, struct.pack(order + "I", offset)
    numbers = (value,) if isinstance(value, int) else value
    if isinstance(value, list):
        numbers = tuple(_below(out, directory, order) for directory in value)
    return 4, len(numbers), struct.pack(f"{order}{len(numbers)}I", *numbers)


def _below(out: bytearray, directory: Directory, order: str) -> int:
    entries = [_entry(out, tag, value, order) for tag, value in sorted(directory.items())]
    offset = len(out)
    out += struct.pack(order + "H", len(entries)) + b"".join(entries) + bytes(4)
    return offset


def a_small_jpeg(scene: Image.Image, width: int, height: int, quality: int = 85) -> bytes:
    """A scene as a small JPEG without any metadata, as thumbnails are."""
    buffer = io.BytesIO()
    scene.resize((width, height), Image.Resampling.LANCZOS).save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def an_exif_with_thumbnail(thumbnail: bytes, order: str = "<", **tags: Value) -> bytes:
    """An EXIF block whose second directory holds a thumbnail; `tags` as t274=1 for the first directory."""
    main: Directory = {int(name[1:]): value for name, value in tags.items()}
    main.setdefault(271, "Maker")
    return a_directory_file([main, {259: Short(6), 513: Blob(thumbnail), 514: len(thumbnail)}], order)


def with_exif(jpeg: bytes, block: bytes) -> bytes:
    """The JPEG with an EXIF block put in behind its start."""
    content = b"Exif\0\0" + block
    return jpeg[:2] + b"\xff\xe1" + (len(content) + 2).to_bytes(2, "big") + content + jpeg[2:]


def an_mpf_file(first: bytes, others: Sequence[tuple[int, bytes]]) -> bytes:
    """A JPEG with further pictures behind it, each of a type (0x010001 is a large thumbnail), and their index."""
    block = _mpf_block(0, [(kind, 0, len(data)) for kind, data in others])
    start = 2 + 4 + 4  # the index stands first in the file
    position, rows = len(first) + 4 + 4 + len(block), []
    for kind, data in others:
        rows.append((kind, position - start, len(data)))
        position += len(data)
    content = b"MPF\0" + _mpf_block(len(first), rows)
    whole = first[:2] + b"\xff\xe2" + (len(content) + 2).to_bytes(2, "big") + content + first[2:]
    return whole + b"".join(data for _kind, data in others)


def _mpf_block(first: int, rows: Sequence[tuple[int, int, int]]) -> bytes:
    entries = struct.pack("<IIIHH", 0x030000, first, 0, 0, 0)
    entries += b"".join(struct.pack("<IIIHH", kind, length, offset, 0, 0) for kind, offset, length in rows)
    return a_directory_file([{0xB000: b"0100", 0xB001: 1 + len(rows), 0xB002: entries}])


def some_credentials(length: int) -> bytes:
    """What content credentials look like from outside: a JUMBF box that says so. Nobody can verify it."""
    described = b"c2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\3c2pa\0"
    inner = struct.pack(">I", 8 + len(described)) + b"jumd" + described
    return struct.pack(">I", length) + b"jumb" + inner.ljust(length - 8, b"x")


def credentials_segments(store: bytes, most: int = 65_000) -> list[tuple[int, bytes]]:
    """The same cut into APP11 segments (ISO 19566-5, B.1)."""
    rest = [store[at : at + most] for at in range(0, len(store), most)]
    parts = [rest[0], *(store[:8] + part for part in rest[1:])]
    return [(0xEB, b"JP" + struct.pack(">HI", 1, number) + part) for number, part in enumerate(parts, start=1)]


def a_raw_scene(seed: int = 1) -> Image.Image:
    """What the camera saw."""
    return a_scene(seed, 1200, 800)


def a_dng(scene: Image.Image, **tags: Value) -> bytes:
    """A DNG: a thumbnail first, below it the raw data and a large preview."""
    preview, thumbnail = a_small_jpeg(scene, 1200, 800), scene.resize((96, 64)).tobytes()
    raw: Directory = {254: 0, 256: 64, 257: 48, 258: Short(16), 259: Short(1), 262: Short(32803)}
    raw |= {273: Blob(bytes(range(256)) * 24), 279: 6144}
    shown: Directory = {254: 1, 256: 1200, 257: 800, 259: Short(7), 262: Short(6)}
    shown |= {273: Blob(preview), 279: len(preview)}
    first: Directory = {254: 1, 256: 96, 257: 64, 258: Short(8), 259: Short(1), 262: Short(2), 277: Short(3)}
    first |= {273: Blob(thumbnail), 279: len(thumbnail), 271: "Maker", 272: "Model", 0xC612: b"\1\4\0\0"}
    return a_directory_file([first | {330: [raw, shown]} | _own(tags)])


def a_dng_without_preview(scene: Image.Image) -> bytes:
    """A DNG that holds the sensor's data and nothing else: one number of 16 bits for each red, green or blue cell."""
    colours = np.asarray(scene.convert("RGB"), np.uint16) * 64
    height, width = colours.shape[0] // 2 * 2, colours.shape[1] // 2 * 2
    cells = np.zeros((height, width), "<u2")
    for down, across, channel in ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 2)):
        cells[down::2, across::2] = colours[down:height:2, across:width:2, channel]
    raw: Directory = {254: 0, 256: width, 257: height, 258: Short(16), 259: Short(1), 262: Short(32803), 277: Short(1)}
    raw |= {273: Blob(cells.tobytes()), 278: height, 279: cells.nbytes, 0x828D: b"\2\0\2\0", 0x828E: b"\0\1\1\2"}
    return a_directory_file([raw | {271: "Maker", 272: "Model", 0xC612: b"\1\4\0\0", 50717: 16_320}])


def a_nef(scene: Image.Image, **tags: Value) -> bytes:
    """A NEF: big-endian, an uncompressed thumbnail first, below it a JPEG and the raw data."""
    preview, thumbnail = a_small_jpeg(scene, 1200, 800), scene.resize((96, 64)).tobytes()
    shown: Directory = {254: 1, 259: Short(6), 513: Blob(preview), 514: len(preview)}
    raw: Directory = {254: 0, 256: 64, 257: 48, 258: Short(14), 259: Short(34713), 262: Short(32803)}
    raw |= {273: Blob(bytes(range(256)) * 16), 279: 4096}
    first: Directory = {254: 1, 256: 96, 257: 64, 259: Short(1), 262: Short(2), 271: "NIKON CORPORATION"}
    first |= {273: Blob(thumbnail), 279: len(thumbnail)}
    return a_directory_file([first | {330: [shown, raw]} | _own(tags)], ">")


def a_cr2(scene: Image.Image, **tags: Value) -> bytes:
    """A CR2: a large JPEG as the first picture, a thumbnail, and lossless raw data that is a JPEG of another kind."""
    preview, thumbnail = a_small_jpeg(scene, 1200, 800), a_small_jpeg(scene, 160, 120)
    lossless = b"\xff\xd8\xff\xc3\0\x0b\x0e\x06\x40\x09\x60\1\1\x11\0" + bytes(range(255)) * 20
    first: Directory = {256: 1200, 257: 800, 259: Short(6), 271: "Canon", 273: Blob(preview), 279: len(preview)}
    small: Directory = {513: Blob(thumbnail), 514: len(thumbnail)}
    raw: Directory = {259: Short(6), 273: Blob(lossless), 279: len(lossless)}
    return a_directory_file([first | _own(tags), small, raw], "<", b"CR\2\0" + bytes(4))


def an_arw(scene: Image.Image, **tags: Value) -> bytes:
    """An ARW: a preview in the first directory, a thumbnail in the second, the raw data below."""
    preview, thumbnail = a_small_jpeg(scene, 1200, 800), a_small_jpeg(scene, 160, 120)
    raw: Directory = {254: 0, 256: 64, 257: 48, 259: Short(32767), 262: Short(32803)}
    raw |= {273: Blob(bytes(range(256)) * 16), 279: 4096}
    first: Directory = {254: 1, 259: Short(6), 271: "SONY", 513: Blob(preview), 514: len(preview), 330: [raw]}
    return a_directory_file([first | _own(tags), {254: 1, 513: Blob(thumbnail), 514: len(thumbnail)}])


def a_cr3(scene: Image.Image, taken: str = "2022:04:07 10:00:00", orientation: int = 1) -> bytes:
    """A CR3: boxes with TIFF blocks, a thumbnail, a preview, and a JPEG in full size in a track of its own."""
    thumbnail, preview, full = (a_small_jpeg(scene, *size) for size in ((160, 120), (600, 400), (1200, 800)))
    blocks = [
        (b"CMT1", a_directory_file([{271: "Canon", 272: "Canon EOS R6", 274: Short(orientation)}])),
        (b"CMT2", a_directory_file([{0x9003: taken}])),
        (b"CMT3", a_directory_file([{1: Short(1)}])),
        (b"CMT4", a_directory_file([{1: "N", 2: (50, 38, 24), 29: "2022:04:07"}])),
        (b"THMB", struct.pack(">IHHIHH", 0, 160, 120, len(thumbnail), 1, 0) + thumbnail),
    ]
    canon = box(b"uuid", bytes.fromhex("85c0b687820f11e08111f4ce462b6a48") + b"".join(box(*one) for one in blocks))
    shown = struct.pack(">IHHHHI", 0, 1, 600, 400, 1, len(preview)) + preview
    previews = box(b"uuid", bytes.fromhex("eaf42b5e1c984b88b9fbb7dc406e4d16") + bytes(7) + b"\1" + box(b"PRVW", shown))
    start = box(b"ftyp", b"crx \0\0\0\1crx isom")
    size = len(start) + len(box(b"moov", canon + _track(0, 0))) + len(previews) + 8
    return start + box(b"moov", canon + _track(size, len(full))) + previews + box(b"mdat", full + bytes(range(256)) * 9)


def a_raf(scene: Image.Image, **exif: Any) -> bytes:
    """A RAF: a header, a JPEG with all metadata, and the sensor's data."""
    jpeg, sensor = a_jpeg(scene, **exif), bytes(range(256)) * 16
    head = b"FUJIFILMCCD-RAW 0201FF129502" + b"X-T4".ljust(32, b"\0") + b"0100" + bytes(20)
    places = struct.pack(">IIIIII", 148, len(jpeg), 0, 0, 148 + len(jpeg), len(sensor))
    return (head + places).ljust(148, b"\0") + jpeg + sensor


def box(kind: bytes, content: bytes) -> bytes:
    """A box of ISO/IEC 14496-12."""
    return struct.pack(">I", 8 + len(content)) + kind + content


def _track(offset: int, length: int) -> bytes:
    sizes = box(b"stsz", struct.pack(">III", 0, length, 1))
    places = box(b"co64", struct.pack(">IIQ", 0, 1, offset))
    return box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", sizes + places))))


def _own(tags: dict[str, Value]) -> Directory:
    return {int(name[1:]): value for name, value in tags.items()}
