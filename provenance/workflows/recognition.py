"""Whether a photo that comes was forgotten, or is a copy of a picture that is blocked."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.matching.turned import turned
from provenance.model.limits import MatchLimits
from provenance.model.matching import Fingerprint
from provenance.model.photo import PhotoId, Problem
from provenance.model.upkeep import Tombstone
from provenance.report.wording import short_day_words
from provenance.store.archive import Reader


def recognised(reader: Reader, photo: PhotoId, prints: Sequence[Fingerprint], limits: MatchLimits) -> Problem | None:
    """What is said of a photo that was forgotten; None of any other."""
    if not reader.any_forgotten():
        return None
    trusted = [one for one in prints if one.kind == "pdq" and (one.quality or 0) >= limits.pdq_quality]
    codes = [code for one in trusted for code in turned(one.code)]
    stone = reader.recognise(photo, codes, limits.pdq_bits)
    return _told(stone, photo) if stone else None


def _told(stone: Tombstone, photo: PhotoId) -> Problem:
    what = "This photo was" if stone.photo == photo else "This looks like a copy of a photo that was"
    sentence = f"{what} forgotten on {short_day_words(stone.at.date())} by {stone.by}: {stone.reason}"
    return Problem(
        "forgotten", sentence, f"Nothing of it is kept. To allow it again: prov forget --lift {stone.photo[:12]}"
    )
