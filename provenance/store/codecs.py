"""How values lie in columns, so that each comes back exactly as it went in, on SQLite and on PostgreSQL alike.

The tables (`store/columns.py`) and the questions asked of them (`store/query.py`) use the same functions.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_ESCAPE = "\ufdd0"
_UNSTORABLE = re.compile(f"[\x00\ud800-\udfff{_ESCAPE}]")
_ESCAPED = re.compile(f"{_ESCAPE}([0-9a-f]{{4}})")


def microseconds(value: datetime) -> int:
    """An instant as microseconds since 1970: exact for every datetime, and it sorts.

    A time without a zone, or in another zone than UTC, raises ValueError.
    """
    if value.utcoffset() != timedelta(0):
        raise ValueError("the archive keeps times in UTC, with their zone")
    return (value - _EPOCH) // _MICROSECOND


def instant(value: int) -> datetime:
    """Microseconds since 1970 as an instant with its zone UTC."""
    return _EPOCH + value * _MICROSECOND


def storable(value: str) -> str:
    """Any text. NUL and lone surrogates, which no database text may hold, are escaped behind U+FDD0 (a noncharacter).

    Equal texts stay equal and different ones different, so that the database may compare them.
    """
    if _UNSTORABLE.search(value) is None:
        return value
    return _UNSTORABLE.sub(lambda found: f"{_ESCAPE}{ord(found[0]):04x}", value)


def original(value: str) -> str:
    """The text as it was before it was made storable."""
    if _ESCAPE not in value:
        return value
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)


def signed(value: int) -> bytes:
    """A whole number of any size, as signed big-endian bytes."""
    return value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)


def whole_number(value: bytes) -> int:
    """Signed big-endian bytes as a number."""
    return int.from_bytes(value, "big", signed=True)


class Codec(NamedTuple):
    """A way into a column, and the way back. NULL is None on both sides and takes neither."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


UTC_TIME = Codec(microseconds, instant)
HEX = Codec(bytes.fromhex, bytes.hex)
"""Lower-case hexadecimal digits, as half as many bytes. Bytes sort as their digits do."""
WORDS = Codec(storable, original)
PATH = Codec(os.fsencode, os.fsdecode)
"""A path as Python gives it, as the bytes that the file system knows; undecodable ones survive. Text that no path can
hold raises UnicodeEncodeError, a ValueError."""
WIDE = Codec(signed, whole_number)
"""Inodes reach 128 bits (ReFS) and a file's time in nanoseconds passes 63 bits in 2262; both are only compared for
equality."""
