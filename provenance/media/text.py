"""Bytes to text, where the file does not say how, or says it in EXIF's own ways."""

from __future__ import annotations

_USER_COMMENT_CODES = {b"ASCII\0\0\0": "", b"\0" * 8: "", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso2022_jp"}


def decoded(data: bytes) -> str:
    """Undeclared text: UTF-8 where it is valid, else Windows-1252 (Latin-1's letters, and typographic quotes)."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return windows_1252(data)


_WINDOWS_1252 = tuple(
    chr(byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([byte]).decode("cp1252") for byte in range(256)
)


def windows_1252(data: bytes) -> str:
    """Windows-1252; its five undefined bytes as Latin-1 has them."""
    return "".join(_WINDOWS_1252[byte] for byte in data)


def of_windows(data: bytes) -> str:
    """The text of Windows' own tags (XPTitle and its kin): UTF-16, little endian."""
    return data[: len(data) // 2 * 2].decode("utf-16-le", "replace").split("\0", 1)[0]


def of_user_comment(data: bytes) -> str:
    """EXIF's UserComment: eight bytes name the character code (EXIF 3.0, 4.6.6.4)."""
    code = _USER_COMMENT_CODES.get(data[:8])
    if code is None:
        return decoded(data).split("\0", 1)[0]
    rest = data[8:]
    if code == "utf-16":
        return _utf_16(rest[: len(rest) // 2 * 2]).split("\0", 1)[0]
    text = rest.split(b"\0", 1)[0]
    return text.decode(code, "replace") if code else decoded(text)


def _utf_16(data: bytes) -> str:
    """UTF-16 in the byte order that makes more of it ASCII: writers ignore the one that EXIF asks for."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    little = data[1::2].count(0) >= data[::2].count(0)
    return data.decode("utf-16-le" if little else "utf-16-be", "replace")


def clipped(text: str, most: int) -> str:
    """At most so many characters, fit to be stored: lone surrogates become U+FFFD."""
    return text[:most].encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text[:most]
