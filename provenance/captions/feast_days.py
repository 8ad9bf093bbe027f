"""Days that have a name and the same date every year, with their year: Christmas Eve 2017; New Year's Day, 2020."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.captions.date_draft import Draft, day_of
from provenance.model.claims import Precision

_FEASTS = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "st patrick's day": (3, 17), "st. patrick's day": (3, 17),
    "may day": (5, 1), "bastille day": (7, 14), "halloween": (10, 31), "christmas eve": (12, 24),
    "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31), "heiligabend": (12, 24),
    "silvester": (12, 31),
}  # fmt: skip
_FEAST = re.compile(
    rf"\b({'|'.join(re.escape(name) for name in _FEASTS)}),?(?: in)? (1[89][0-9]{{2}}|20[0-9]{{2}})(?![0-9])",
    re.IGNORECASE,
)


def feast_days(text: str) -> Iterator[Draft]:
    """Every such day that stands with its year."""
    for found in _FEAST.finditer(text.replace("’", "'")):
        month, day = _FEASTS[found[1].lower()]
        date = day_of(int(found[2]), month, day)
        if date is not None:
            yield Draft(found.start(), found.end(), Precision.DAY, ((date, date),), month, day)
