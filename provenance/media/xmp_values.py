"""Values that XMP writes in its own way (XMP specification part 2, 2.3 for GPS; part 1, 8.2.1.2 for dates)."""

from __future__ import annotations

import re

from provenance.media.dates import is_unknown, iso_partial
from provenance.media.xmp_names import TERM

_DEGREES = re.compile(r"(\d{1,3}),(\d{1,2}(?:\.\d{1,15})?)(?:,(\d{1,2}(?:\.\d{1,15})?))?\s?([NSEWnsew])")
_DECIMAL = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,15})?")
_WIDEST = {"N": 90.0, "S": 90.0, "E": 180.0, "W": 180.0}


def moment(text: str) -> str | None:
    """A date in ISO 8601, as exact as it stands there; None for one that does not exist."""
    return text.strip() if is_unknown(text) else iso_partial(text)


def term(text: str) -> str:
    """The code of a term that stands there as an address: "MR-NAP" of "http://ns.useplus.org/ldf/vocab/MR-NAP"."""
    return text.strip().rpartition(TERM)[2]


def degrees(text: str, latitude: bool) -> float | None:
    """Signed degrees of "50,38.4N" or "50,38,24N" (or a bare decimal); None for a place that does not exist."""
    text = text.strip()
    if len(text) <= 64 and _DECIMAL.fullmatch(text):
        return float(text) if abs(float(text)) <= (90 if latitude else 180) else None
    found = _DEGREES.fullmatch(text) if len(text) <= 64 else None
    if found is None:
        return None
    whole, minutes, seconds, letter = found.groups()
    value = int(whole) + float(minutes) / 60 + float(seconds or 0) / 3600
    if value > _WIDEST[letter.upper()] or latitude != (letter.upper() in "NS"):
        return None
    return -value if letter.upper() in "SW" else value
