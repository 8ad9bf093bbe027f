"""Everything imported and computed that fingerprints and features may reach, where nothing can be imported later."""

from __future__ import annotations

from provenance.model.limits import LIMITS
from provenance.model.photo import Pixels

_EDGE = 64


def make_ready() -> None:
    """Fingerprint and describe one grey picture; OpenCV keeps to one thread from now on."""
    import cv2

    from provenance.matching.features import wanted
    from provenance.matching.fingerprints import fingerprint

    cv2.setNumThreads(1)
    grey = Pixels(_EDGE, _EDGE, bytes([128]) * (_EDGE * _EDGE * 3))
    fingerprint(grey)
    wanted(grey, LIMITS.match)
