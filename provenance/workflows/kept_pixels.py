"""A kept preview as pixels. One damaged preview keeps nobody from comparing the others."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.media.opener import Opener
from provenance.model.archive import StoredPhoto
from provenance.model.limits import ReadLimits
from provenance.model.matching import Candidate, Match, MatchVerdict
from provenance.model.photo import Pixels, Preview, Problem


def kept_pixels(preview: Preview | None, opener: Opener, limits: ReadLimits) -> Pixels | None:
    """The pixels of a preview; None where it is lost or damaged, which `prov archive check` tells."""
    try:
        return opener.open_preview(preview, limits) if preview else None
    except ValueError:
        return None


def untold(candidate: Candidate) -> Match:
    """The match of a candidate that cannot be looked at: what proposed it stands, and nobody can tell."""
    return Match(candidate.picture, MatchVerdict.CANNOT_TELL, (), 0.0, candidate.step)


def damaged_previews(photos: Sequence[StoredPhoto]) -> tuple[Problem, ...]:
    """What is said where photos could not be looked at because their previews are lost or damaged."""
    if not photos:
        return ()
    named = ", ".join(one.id[:12] for one in photos[:3]) + (" and others" if len(photos) > 3 else "")
    held = "one photo" if len(photos) == 1 else f"{len(photos)} photos"
    sentence = f"The archive's preview of {held} is damaged ({named}), so nobody can tell whether this is a copy."
    return (Problem("preview-damaged", sentence, "Run: prov archive check. Then restore the archive from a backup."),)
