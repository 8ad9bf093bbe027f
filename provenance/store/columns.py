"""The types of columns, for SQLAlchemy. What they do to values is told in `store/codecs.py`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, TypeVar

from sqlalchemy import BigInteger, Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

from provenance.store.codecs import HEX, PATH, UTC_TIME, WIDE, WORDS, Codec

T = TypeVar("T")


class Coded(TypeDecorator[T]):
    """A column whose values go through a codec."""

    codec: ClassVar[Codec]

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Any:
        """To the column. What it cannot hold raises ValueError."""
        return None if value is None else self.codec.encode(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> T | None:
        """From the column."""
        return None if value is None else self.codec.decode(value)


class Utc(Coded[datetime]):
    """An instant with its zone UTC."""

    impl = BigInteger
    cache_ok = True
    codec = UTC_TIME


class Hex(Coded[str]):
    """Lower-case hexadecimal digits."""

    impl = LargeBinary
    cache_ok = True
    codec = HEX


class Words(Coded[str]):
    """Any text."""

    impl = Text
    cache_ok = True
    codec = WORDS


class PathBytes(Coded[str]):
    """A path as Python gives it."""

    impl = LargeBinary
    cache_ok = True
    codec = PATH


class WideInteger(Coded[int]):
    """A whole number of any size."""

    impl = LargeBinary
    cache_ok = True
    codec = WIDE
