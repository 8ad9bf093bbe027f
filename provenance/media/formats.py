"""What a file is, decided by its first bytes and never by its name."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The formats that are read. The values are the names that Pillow gives its readers; it never gets a raw file."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    GIF = "GIF"
    TIFF = "TIFF"
    HEIF = "HEIF"
    AVIF = "AVIF"
    CR3 = "CR3"
    RAF = "RAF"


class Raw(StrEnum):
    """Cameras' raw files. Those that are TIFF inside show what they are only in their first directory."""

    DNG = "DNG"
    NEF = "NEF"
    CR2 = "CR2"
    CR3 = "CR3"
    ARW = "ARW"
    RAF = "RAF"
    OTHER = "raw"


NAMES = frozenset({*(format.value for format in Format), *(raw.value for raw in Raw)})
"""What a file's format may be called."""

_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"})
_MOST_BRANDS = 64

_TIFF_STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")

_LIKENESSES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF", "a PDF document"),
    (0, b"%!PS", "a PostScript or EPS drawing"),
    (0, b"\xc5\xd0\xd3\xc6", "a PostScript or EPS drawing"),
    (0, b"8BPS", "a Photoshop document"),
    (0, b"BM", "a BMP picture"),
    (0, b"\xff\x0a", "a JPEG XL picture"),
    (4, b"JXL \r\n\x87\n", "a JPEG XL picture"),
    (4, b"jP  \r\n\x87\n", "a JPEG 2000 picture"),
    (0, b"\xffO\xffQ", "a JPEG 2000 picture"),
    (0, b"IIRO", "a camera's raw file"),
    (0, b"IIRS", "a camera's raw file"),
    (0, b"MMOR", "a camera's raw file"),
    (0, b"IIU\0", "a camera's raw file"),
    (0, b"FOVb", "a camera's raw file"),
    (4, b"ftyp", "a video"),
    (4, b"moov", "a video"),
    (8, b"AVI ", "a video"),
    (0, b"\x1aE\xdf\xa3", "a video"),
    (0, b"PK\x03\x04", "a ZIP archive or an office document"),
    (0, b"\x1f\x8b", "a compressed archive"),
    (0, b"Rar!", "a compressed archive"),
    (0, b"7z\xbc\xaf", "a compressed archive"),
    (0, b"\xd0\xcf\x11\xe0", "an office document"),
    (0, b"{\\rtf", "an office document"),
    (0, b"\0\0\1\0", "an icon"),
    (0, b"DDS ", "a game texture"),
)
_MARKUP = (
    (b"<svg", "an SVG drawing"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<body", "a web page"),
    (b"<?xml", "an XML document"),
    (b"<", "a page of markup"),
)
_TEXT_BYTES = bytes([7, 8, 9, 10, 12, 13, 27, *range(0x20, 0x100)])


def sniff(data: bytes) -> Format | None:
    """The format that the first bytes announce, or None for what is not on the list."""
    if data.startswith(b"\xff\xd8\xff"):
        return Format.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Format.PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Format.WEBP
    if data[:6] in {b"GIF87a", b"GIF89a"}:
        return Format.GIF
    if data[:4] in _TIFF_STARTS:
        return Format.TIFF
    return _by_brand(data)


def _by_brand(data: bytes) -> Format | None:
    """HEIF, AVIF and CR3 name themselves in the brands of their first box (ISO/IEC 14496-12, 4.3)."""
    if data[4:8] != b"ftyp":
        return Format.RAF if data.startswith(b"FUJIFILMCCD-RAW") else None
    size = min(int.from_bytes(data[:4], "big"), 16 + 4 * _MOST_BRANDS, len(data))
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, size - 3, 4))]
    if brands[0] == b"crx ":
        return Format.CR3
    if _AVIF_BRANDS.intersection(brands):
        return Format.AVIF
    return Format.HEIF if _HEIF_BRANDS.intersection(brands) else None


def content_words(data: bytes, *, empty: bool) -> str:
    """What a stretch of unknown bytes begins like ("a JPEG picture"), for people; "zeros" where it is empty."""
    if empty:
        return "zeros"
    format = sniff(data)
    return f"a {format.value} picture" if format else likeness(data)


def likeness(data: bytes) -> str:
    """What a file that is not on the list looks like ("a PDF document"), or "" where nobody can tell."""
    for offset, magic, name in _LIKENESSES:
        if data.startswith(magic, offset):
            return name
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for opening, name in _MARKUP:
        if start.startswith(opening) or (opening == b"<svg" and start.startswith(b"<") and opening in start):
            return name
    return "" if data[:512].translate(None, _TEXT_BYTES) else "plain text"
