"""Is the fine grain the same? Two exposures from one spot agree in everything large and never in their noise.

Detail finer than a pixel or two is compared where the two pictures agree anyway: in windows that show much, and in
windows that show little, where the noise of the camera is what is left. Compression takes both away together; in
another exposure the second is missing while the first is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching.evidence import SAME, WINDOW, correlated
from provenance.matching.flow import grid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.evidence import Evidence
    from provenance.matching.laying import Working

FAINT = (3.0, 6.0)
CLEAR = (6.0, 12.0)
"""Standard deviations of grey values in windows that show little, and more."""
LEAST_WINDOWS = 15


def grain_gap(pair: Working, evidence: Evidence, common: NDArray[np.bool_]) -> float:
    """By how much less the fine detail agrees where little is shown, -1 to 1; 0 where there is too little to compare.

    In copies it stays about .15, and hardly ever above .35; in other exposures it lies about .6.
    """
    here, there = (_fine(one) for one in (pair.this, evidence.laid))
    correlation = correlated(here, there, WINDOW, floor=0.05)[0][grid(pair.this.shape)]
    texture = np.minimum(evidence.texture_here, evidence.texture_there)
    agreeing = common & (evidence.correlation > SAME)
    faint, clear = (agreeing & (texture > low) & (texture <= high) for low, high in (FAINT, CLEAR))
    if min(faint.sum(), clear.sum()) < LEAST_WINDOWS:
        return 0.0
    return float(np.median(correlation[clear]) - np.median(correlation[faint]))


def _fine(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    values = picture.astype(np.float32)
    return np.asarray(values - cv2.GaussianBlur(values, (0, 0), 1.0), np.float32)
