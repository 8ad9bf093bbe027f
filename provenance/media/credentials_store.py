"""The certificates that signed a claim, out of a manifest store: JUMBF boxes (ISO 19566-5) and COSE (RFC 9052).

The library tells about certificates and does not hand them out. Strict: what is not as expected gives no certificates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

_SIGNATURE: Final = "c2pa.signature"
_CHAIN: Final = 33
"""The header x5chain (RFC 9360)."""
_OLD_CHAIN: Final = "x5chain"
_SIGNED: Final = 18
"""The tag of COSE_Sign1."""
_DEEPEST: Final = 8
_MOST_ITEMS: Final = 64


class _OddStoreError(Exception):
    """Not as the standards say."""


def certificates(store: bytes, manifest: str) -> tuple[bytes, ...]:
    """The certificates in DER of the signature of one manifest, the signer's own first; none where that is unclear."""
    try:
        (signature,) = [
            content
            for outer in _boxes(store)
            for label, inner in _superboxes(outer)
            if label == manifest
            for name, content in _superboxes(inner)
            if name == _SIGNATURE
        ]
        (cbor,) = [content for kind, content in _plain(signature) if kind == b"cbor"]
        return _chain(_Cbor(cbor).whole())
    except (ValueError, IndexError, _OddStoreError):
        return ()


def _boxes(data: bytes) -> Iterator[bytes]:
    """What the outermost superboxes hold."""
    return (content for kind, content in _plain(data) if kind == b"jumb")


def _plain(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and content of each box in a row of boxes."""
    at = 0
    while at + 8 <= len(data):
        length, kind, start = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], at + 8
        if length == 1:
            length, start = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        end = len(data) if length == 0 else at + length
        if end < start or end > len(data):
            raise _OddStoreError
        yield kind, data[start:end]
        at = end


def _superboxes(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Label and content of each superbox in a row of boxes."""
    for kind, content in _plain(data):
        if kind == b"jumb":
            described, inner = next(_plain(content), (b"", b""))
            if described != b"jumd" or len(inner) < 17 or not inner[16] & 2:
                raise _OddStoreError
            yield inner[17:].partition(b"\0")[0].decode(), content


def _chain(signed: Any) -> tuple[bytes, ...]:
    """The certificates in a COSE_Sign1: sealed header, loose header, payload, signature."""
    if not isinstance(signed, list) or len(signed) != 4 or not isinstance(signed[0], bytes):
        raise _OddStoreError
    headers = (_Cbor(signed[0]).whole() if signed[0] else {}, signed[1])
    if not all(isinstance(one, dict) for one in headers):
        raise _OddStoreError
    chain: Any = next((one[name] for one in headers for name in (_CHAIN, _OLD_CHAIN) if name in one), [])
    one_or_more = [chain] if isinstance(chain, bytes) else chain
    if not isinstance(one_or_more, list) or not all(isinstance(one, bytes) for one in one_or_more):
        raise _OddStoreError
    return tuple(one_or_more)


@dataclass(slots=True)
class _Cbor:
    """Reads the few shapes of CBOR (RFC 8949) that signatures are made of, all of known length."""

    data: bytes
    at: int = 0

    def whole(self) -> Any:
        value = self._value(0)
        if self.at != len(self.data):
            raise _OddStoreError
        return value

    def _value(self, depth: int) -> Any:
        if depth > _DEEPEST:
            raise _OddStoreError
        first = self.data[self.at]
        self.at += 1
        major, size = first >> 5, first & 31
        number = self._number(size)
        if major in {0, 1}:
            return number if major == 0 else -1 - number
        if major in {2, 3}:
            taken = self._take(number)
            return taken if major == 2 else taken.decode()
        if major == 6 and number == _SIGNED and depth == 0:
            return self._value(depth + 1)
        if major == 7 and size in {20, 21, 22}:
            return {20: False, 21: True, 22: None}[size]
        return self._several(major, number, depth)

    def _several(self, major: int, number: int, depth: int) -> Any:
        if major not in {4, 5} or number > _MOST_ITEMS:
            raise _OddStoreError
        if major == 4:
            return [self._value(depth + 1) for _ in range(number)]
        made: dict[Any, Any] = {}
        for _ in range(number):
            name = self._value(depth + 1)
            if not isinstance(name, int | str) or name in made:
                raise _OddStoreError
            made[name] = self._value(depth + 1)
        return made

    def _number(self, size: int) -> int:
        if size < 24:
            return size
        if size > 27:
            raise _OddStoreError
        return int.from_bytes(self._take(1 << size - 24), "big")

    def _take(self, length: int) -> bytes:
        if self.at + length > len(self.data):
            raise _OddStoreError
        self.at += length
        return self.data[self.at - length : self.at]
