"""From bytes to text, for documents that do not say how they are encoded."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_FALL_BACK = "cp1252"
_CANDIDATES = (
    _FALL_BACK,
    "cp1250",
    "cp1251",
    "cp1254",
    "cp1253",
    "mac_roman",
    "koi8_r",
    "cp932",
    "gb18030",
    "big5",
    "euc_kr",
    "cp1255",
    "cp1256",
)
"""What desks export besides Unicode, the commonest first: between equally likely ones the first is taken."""


def decode(data: bytes) -> str:
    """The text of a document. Never raises; bytes that mean nothing become U+FFFD.

    A byte-order mark decides, then valid UTF-8, then UTF-16 told by its zeros, then the likeliest of the encodings
    that spreadsheets and editors write, and Windows-1252 where nothing is likely.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", _utf_16_by_zeros(data), _likeliest(data)):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    return data.decode(_FALL_BACK, "replace")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _utf_16_by_zeros(data: bytes) -> str:
    """UTF-16 without its mark: in text with Latin letters every other byte is zero."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) % 2 or max(even, odd) * 5 < len(head):
        return ""
    if min(even, odd) * 20 > len(head):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes

    matches = list(from_bytes(_telling_lines(data), cp_isolation=list(_CANDIDATES)))
    if not matches:
        return _FALL_BACK
    best = (matches[0].chaos, matches[0].coherence)
    equal = {name for one in matches if (one.chaos, one.coherence) == best for name in one.could_be_from_charset}
    return next((name for name in _CANDIDATES if name in equal), matches[0].encoding)


def _telling_lines(data: bytes) -> bytes:
    """The lines with bytes beyond ASCII, whole, up to the size of a sample: the others tell nothing."""
    lines, size = [], 0
    for line in data[: 64 * _SAMPLE].splitlines(keepends=True):
        if not line.isascii():
            lines.append(line[:_SAMPLE])
            size += len(lines[-1])
            if size >= _SAMPLE:
                break
    return b"".join(lines) or data[:_SAMPLE]
