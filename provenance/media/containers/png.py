"""PNG: chunks (https://www.w3.org/TR/png-3/); EXIF, XMP, ImageMagick's profiles in hexadecimal text, and all others."""

from __future__ import annotations

import zlib

from provenance.media.containers.layout import (
    MOST_PARTS,
    Collector,
    Layout,
    Part,
)
from provenance.media.problems import too_many_parts
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits

_SIGNATURE = 8
_STILL = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT"})
_ANIMATION = frozenset({b"acTL", b"fcTL", b"fdAT"})
_DATA = frozenset({b"IDAT", b"fdAT"})
_XMP_KEYWORD = b"XML:com.adobe.xmp"
_PROFILE_KEYWORD = b"Raw profile type "
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_SILENT = {b"iCCP": BlockKind.ICC, b"caBX": BlockKind.C2PA}
_PROFILES = {b"exif": BlockKind.EXIF, b"APP1": BlockKind.EXIF, b"xmp": BlockKind.XMP, b"iptc": BlockKind.PHOTOSHOP}


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk a PNG. How the image data is cut into chunks does not count as part of the picture."""
    view, blocks = memoryview(data), Collector(limits)
    picture: list[Part] = []
    decodable: list[Part] = [view[:_SIGNATURE]]
    position, chunks, whole = _SIGNATURE, 0, False
    while position + 12 <= len(data) and not whole:
        kind = data[position + 4 : position + 8]
        start, end = position + 8, position + 8 + int.from_bytes(data[position : position + 4], "big")
        if end + 4 > len(data):
            break
        chunks += 1
        if chunks > MOST_PARTS:
            return Layout(blocks.in_order, size=_size(data), problems=blocks.problems, refusal=too_many_parts())
        if kind in _STILL or kind == b"IEND":
            decodable.append(view[position : end + 4])
        if kind in _STILL or kind in _ANIMATION:
            picture.extend(_parts(kind, view[start:end]))
        elif kind != b"IEND":
            _keep_metadata(blocks, kind, start, data[start:end])
        whole = kind == b"IEND"
        position = end + 4
    if whole:
        blocks.trail(data, position)
    return Layout(
        blocks=blocks.in_order,
        picture=tuple(picture),
        decodable=tuple(decodable) if whole else (),
        size=_size(data),
        whole=whole,
        problems=blocks.problems,
    )


def _size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR":
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _parts(kind: bytes, content: memoryview) -> tuple[Part, ...]:
    return (content,) if kind in _DATA else (kind + len(content).to_bytes(4, "big"), content)


def _keep_metadata(blocks: Collector, kind: bytes, start: int, content: bytes) -> None:
    label = kind.decode("latin-1")
    if kind == b"eXIf":
        skipped = len(content) - len(content.removeprefix(b"Exif\0\0"))
        blocks.add(BlockKind.EXIF, start + skipped, len(content) - skipped, content[skipped:], label)
    elif kind == b"iTXt" and content.startswith(_XMP_KEYWORD + b"\0"):
        packet, begin = _international(content, len(_XMP_KEYWORD) + 1, blocks.limits.xmp_bytes)
        plain = begin is not None
        skipped = begin or 0
        blocks.add(BlockKind.XMP, start + skipped, len(content) - skipped, packet, label, verbatim=plain)
    elif kind in _TEXTS:
        if not (content.startswith(_PROFILE_KEYWORD) and _keep_profile(blocks, kind, start, content)):
            keyword = content[:80].partition(b"\0")[0].decode("latin-1")
            blocks.scatter(BlockKind.COMMENT, [(start, start + len(content))], f"{label} {keyword}".strip())
    else:
        blocks.scatter(_SILENT.get(kind, BlockKind.OTHER), [(start, start + len(content))], label)


def _international(content: bytes, after: int, most: int) -> tuple[bytes, int | None]:
    """The text of an iTXt chunk, and where it begins in it; None where it is compressed.

    Behind the keyword stand compression flag and method, language, translated keyword.
    """
    language = content.find(b"\0", after + 2)
    begin = content.find(b"\0", language + 1) + 1 if language >= 0 else 0
    if not begin:
        return b"", None
    return (_inflated(content[begin:], most), None) if content[after : after + 1] == b"\1" else (content[begin:], begin)


def _keep_profile(blocks: Collector, kind: bytes, start: int, content: bytes) -> bool:
    """Keep an ImageMagick profile; False where it is another text."""
    keyword, _, rest = content.partition(b"\0")
    wanted = _PROFILES.get(keyword.removeprefix(_PROFILE_KEYWORD))
    if wanted is None:
        return False
    text = _inflated(rest[1:], 2 * blocks.limits.metadata_bytes + 100) if kind == b"zTXt" else rest
    fields = text.split(None, 2)  # the profile's name, its length in bytes, and then hexadecimal digits in lines
    try:
        profile = bytes.fromhex(fields[2].decode("ascii")) if len(fields) == 3 else b""
    except ValueError:
        return False
    for header in (b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"):
        profile = profile.removeprefix(header)
    if profile:
        blocks.add(wanted, start, len(content), profile, kind.decode("latin-1"), verbatim=False)
    return bool(profile)


def _inflated(packed: bytes, most: int) -> bytes:
    """At most `most` bytes of what was packed; nothing where it is broken."""
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""
