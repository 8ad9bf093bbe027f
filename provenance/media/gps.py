"""GPS tags: signed decimal degrees, metres above sea level, time of day in UTC (EXIF 3.0, 4.6.7)."""

from __future__ import annotations

from provenance.media.dates import iso_time
from provenance.media.exif_tags import Number, Ratio, Tag

GPS_PLACES = {0x02: 0x01, 0x04: 0x03, 0x06: 0x05, 0x14: 0x13, 0x16: 0x15}
"""Tags whose sign stands in another tag: latitude, longitude, altitude, and the destination's."""

_ALTITUDE = 0x06
_BELOW = frozenset({1, 3})
_SIGNS = {0x02: "NS", 0x14: "NS", 0x04: "EW", 0x16: "EW"}
_WIDEST = {"NS": 90.0, "EW": 180.0}


def position(tag: Tag, reference: Tag | None) -> float | None:
    """Signed degrees, or metres for the altitude; None where it is out of range or its hemisphere is not stated."""
    numbers = _numbers(tag.value)
    if not numbers:
        return None
    if tag.number == _ALTITUDE:
        return -numbers[0] if _is_below(reference) else numbers[0]
    signs = _SIGNS[tag.number]
    letter = reference.value.strip("\0 ")[:1].upper() if reference and isinstance(reference.value, str) else ""
    if not letter or letter not in signs:
        return None
    degrees = sum((part / 60.0**power for power, part in enumerate(numbers[:3])), 0.0)
    if not 0 <= degrees <= _WIDEST[signs]:
        return None
    return -degrees if letter == signs[1] else degrees


def time_of_day(value: str | bytes | tuple[Number, ...]) -> str | None:
    """The time of day that three numbers make, in UTC; fractions of a second are left in the raw text."""
    numbers = _numbers(value)
    if len(numbers) != 3 or any(not 0 <= one < 100 for one in numbers):
        return None
    return iso_time(*(str(int(one)) for one in numbers))


def _numbers(value: str | bytes | tuple[Number, ...]) -> tuple[float, ...]:
    """Finite numbers, () where one of them is not."""
    if not isinstance(value, tuple):
        return ()
    numbers = [one.number if isinstance(one, Ratio) else float(one) for one in value]
    finite = tuple(one for one in numbers if one is not None and one - one == 0)
    return finite if len(finite) == len(numbers) else ()


def _is_below(reference: Tag | None) -> bool:
    if reference is None or not reference.value:
        return False
    first = reference.value[0]
    return first in _BELOW or first in {"1", "3"}
