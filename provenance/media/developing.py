"""The developed picture of a camera's raw file, where the optional package rawpy is installed.

It is asked only for files without a preview that can be read: so what is seen, and compared, of all others does not
depend on what happens to be installed.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from provenance.media.decoding import Decoded, UndecodableError, finished, shield
from provenance.media.problems import too_many_pixels
from provenance.media.silence import silent_standard_error
from provenance.model.limits import ReadLimits

if TYPE_CHECKING:
    from PIL import Image


def can_develop() -> bool:
    """Whether this process may develop: only a worker loads the package, for it reads strangers' files in C++."""
    return "rawpy" in sys.modules


def load() -> None:
    """Import the package, where it is installed, in a process that can open no file later on. It starts no threads."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if find_spec("rawpy") is not None:
        import_module("rawpy")


def develop(data: bytes, orientation: int, limits: ReadLimits) -> Decoded:
    """Develop the sensor's data with the camera's white balance, at half size. Raises UndecodableError.

    Width and height are those of the sensor's picture, upright.
    """
    with shield(limits), silent_standard_error():
        width, height, image = _developed(data, limits)
        return finished(image, (width, height), orientation, limits)


def _developed(data: bytes, limits: ReadLimits) -> tuple[int, int, Image.Image]:
    import rawpy
    from PIL import Image

    with rawpy.imread(BytesIO(data)) as raw:
        width, height = raw.sizes.width, raw.sizes.height
        if width * height > limits.pixels:
            raise UndecodableError(too_many_pixels(limits.pixels))
        pixels = raw.postprocess(half_size=True, use_camera_wb=True, user_flip=0, output_bps=8)
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[:, :, 0]
    return width, height, Image.fromarray(pixels).convert("RGB")
