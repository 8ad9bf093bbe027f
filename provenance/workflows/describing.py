"""A file's bytes to what the archive keeps of it. Runs in a worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from provenance.matching.fingerprints import fingerprint
from provenance.media.examine import examine
from provenance.media.opener import Described
from provenance.media.previews import open_preview
from provenance.model.archive import Pictured
from provenance.model.limits import Limits
from provenance.model.photo import Examination, Pixels, Preview
from provenance.model.trust import TrustList

if TYPE_CHECKING:
    from provenance.matching.words import Words


def described(data: bytes, limits: Limits, words: Words | None, trust: Sequence[TrustList] = ()) -> Described:
    """Examine a file, fingerprint the picture, and find its local features where there are words."""
    seen = examine(data, limits.read, trust)
    opened = pictured(seen, limits, words, lambda preview: open_preview(preview, limits.read))
    return Described(seen.format, opened, seen.facts, seen.problems, seen.isolation)


def pictured(
    seen: Examination, limits: Limits, words: Words | None, opened: Callable[[Preview], Pixels]
) -> Pictured | None:
    """The picture of an examined file as the archive keeps it; None where it could not be decoded.

    Features are taken from the preview, which `opened` opens, as they will be whenever they are computed again.
    """
    if seen.picture is None or seen.pixels is None or seen.preview is None:
        return None
    features = None
    if words:
        from provenance.matching.features import extract

        features = extract(opened(seen.preview), words, limits.match)
    return Pictured(seen.picture, seen.width, seen.height, seen.preview, fingerprint(seen.pixels), features)
