"""One EXIF tag as a reader hands it over, before anyone has judged its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from provenance.media.exif_names import Directory, field_name


class Ratio(NamedTuple):
    """A fraction as it stands in the file; its denominator may be zero."""

    numerator: int
    denominator: int

    @property
    def number(self) -> float | None:
        """What it is worth, None where the denominator is zero."""
        return self.numerator / self.denominator if self.denominator else None

    def __str__(self) -> str:
        return f"{self.numerator}/{self.denominator}"


Number = int | float | Ratio


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: where it stands, and its value as text, as bytes or as numbers.

    `offset` and `length` are where the value stands in the block, in bytes, where the reader tells.
    """

    directory: Directory
    number: int
    value: str | bytes | tuple[Number, ...]
    offset: int | None = None
    length: int | None = None

    @property
    def field(self) -> str:
        """The field's name in facts."""
        return field_name(self.directory, self.number)
