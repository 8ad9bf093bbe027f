"""Taking a message apart, one checked value after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance.media.worker.messages import Message
from provenance.model.checks import require


@dataclass(slots=True)
class Taking:
    """A message of which nothing is believed: ValueError where the next value is not as it must be."""

    message: Message
    _numbers: Iterator[int] = field(init=False)
    _texts: Iterator[str] = field(init=False)
    _blobs: Iterator[bytes] = field(init=False)

    def __post_init__(self) -> None:
        self._numbers = iter(self.message.numbers)
        self._texts = iter(self.message.texts)
        self._blobs = iter(self.message.blobs)

    def number(self, least: int, most: int) -> int:
        """The next number, between two others."""
        value = next(self._numbers, None)
        if value is None or not least <= value <= most:
            raise ValueError("a number that cannot be")
        return value

    def text(self, most: int) -> str:
        """The next text, of at most so many characters."""
        value = next(self._texts, None)
        if value is None or len(value) > most:
            raise ValueError("a text that cannot be")
        return value

    def blob(self, most: int) -> bytes:
        """The next blob, of at most so many bytes."""
        value = next(self._blobs, None)
        if value is None or len(value) > most:
            raise ValueError("a blob that cannot be")
        return value

    def finish(self) -> None:
        """Nothing is left."""
        left = (next(self._numbers, None), next(self._texts, None), next(self._blobs, None))
        require(left == (None, None, None), "more than was asked for")
