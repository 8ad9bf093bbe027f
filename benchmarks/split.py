"""Which photographs thresholds and the vocabulary are made from, and which figures are reported on."""

from __future__ import annotations

import zlib


def calibrating(name: str) -> bool:
    """Whether a file (or a folder of frames), by its name, belongs to the calibration half."""
    return zlib.crc32(name.encode()) % 2 == 0
