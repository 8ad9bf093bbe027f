"""How values lie in columns, so that each comes back exactly as it went in, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_ESCAPE = "\ufdd0"
_UNSTORABLE = re.compile(f"[\x00\ud800-\udfff{_ESCAPE}]")
_ESCAPED = re.compile(f"{_ESCAPE}([0-9a-f]{{4}})")


class Utc(TypeDecorator[datetime]):
    """An instant with its zone UTC, as microseconds since 1970: exact for every datetime, and it sorts."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """To the column. A time without a zone, or in another zone, raises ValueError."""
        if value is None:
            return None
        if value.utcoffset() != timedelta(0):
            raise ValueError("the archive keeps times in UTC, with their zone")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """From the column."""
        return None if value is None else _EPOCH + value * _MICROSECOND


class Hex(TypeDecorator[str]):
    """Lower-case hexadecimal digits, as half as many bytes. Bytes sort as their digits do."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """To the column."""
        return None if value is None else bytes.fromhex(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """From the column."""
        return None if value is None else value.hex()


class Words(TypeDecorator[str]):
    """Any text. NUL and lone surrogates, which no database text may hold, are escaped behind U+FDD0 (a noncharacter).

    Equal texts lie equal in the column and different ones different, so that the database may compare them.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the column."""
        if value is None or _UNSTORABLE.search(value) is None:
            return value
        return _UNSTORABLE.sub(lambda found: f"{_ESCAPE}{ord(found[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """From the column."""
        if value is None or _ESCAPE not in value:
            return value
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)


class PathBytes(TypeDecorator[str]):
    """A path as Python gives it, as the bytes that the file system knows; undecodable ones survive."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """To the column. Text that no path can hold raises UnicodeEncodeError, a ValueError."""
        return None if value is None else os.fsencode(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """From the column."""
        return None if value is None else os.fsdecode(value)


class WideInteger(TypeDecorator[int]):
    """A whole number of any size, as signed big-endian bytes.

    Inodes reach 128 bits (ReFS) and a file's time in nanoseconds passes 63 bits in 2262; both are only compared for
    equality.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> bytes | None:
        """To the column."""
        return None if value is None else value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> int | None:
        """From the column."""
        return None if value is None else int.from_bytes(value, "big", signed=True)
