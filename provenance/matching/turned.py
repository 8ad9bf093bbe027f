"""A PDQ code as it would be of the same picture mirrored or turned, told from the code alone.

PDQ's bits say which of the first 16 x 16 coefficients of a cosine transform lie above their median, which is nearly 0.
 Mirroring a picture changes the sign of every second coefficient, turning it exchanges rows and columns:
https://github.com/facebook/ThreatExchange/tree/main/pdq (its "dihedral" hashes). Told so, codes differ from
those taken from pixels by 0 to 16 bits of 256, because the median is not quite 0.
"""

from __future__ import annotations

from collections.abc import Iterator

_EDGE = 16
_Rows = list[int]
_SECOND = 0x5555
"""Every second column, from the second on."""
_ALL = 0xFFFF


def turned(code: str) -> tuple[str, ...]:
    """The codes of all eight ways in which a picture may lie, its own first. `code` has 64 hexadecimal digits."""
    rows = [int(code[4 * at : 4 * at + 4], 16) for at in range(_EDGE)]
    return tuple("".join(f"{row:04x}" for row in way) for one in (rows, _across(rows)) for way in _mirrored(one))


def _mirrored(rows: _Rows) -> Iterator[_Rows]:
    """A code as it is, mirrored left to right, top to bottom, and both."""
    for columns in (0, _SECOND):
        for lines in (0, _ALL):
            yield [row ^ columns ^ (lines if at % 2 else 0) for at, row in enumerate(rows)]


def _across(rows: _Rows) -> _Rows:
    """Rows and columns exchanged."""
    return [
        sum((row >> (_EDGE - 1 - column) & 1) << (_EDGE - 1 - at) for at, row in enumerate(rows))
        for column in range(_EDGE)
    ]
