"""Where the photographs for measuring lie, and the 12-megapixel files made from them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from PIL import Image

SHARED = Path(os.environ.get("PROV_BENCH_DATA", Path(__file__).resolve().parents[2] / "shared"))
PHOTOS = SHARED / "photos"
SCENES = SHARED / "same-scene"
ATTACKS = SHARED / "attacks.py"
SIZE = (4000, 3000)
GRAIN = 3.0
"""Standard deviation of the grain, in grey values of 255: a camera sensor at about ISO 400."""


def photographs(count: int) -> list[Path]:
    """The first photographs of the folder; none where the data is not there."""
    return sorted(PHOTOS.glob("*.jpg"))[:count] if PHOTOS.is_dir() else []


def missing() -> tuple[str, ...]:
    """What of the shared data is not there, in words; empty where all of it is."""
    wanted = {"photographs": PHOTOS.is_dir(), "frames of scenes": SCENES.is_dir(), "attacks.py": ATTACKS.is_file()}
    return tuple(f"{what} ({SHARED})" for what, there in wanted.items() if not there)


def scenes() -> dict[str, list[Path]]:
    """The frames of every scene, in their order."""
    return {folder.name: sorted(folder.glob("*.jpg")) for folder in sorted(SCENES.iterdir()) if folder.is_dir()}


def make_12_megapixels(folder: Path, count: int) -> list[Path]:
    """Photographs enlarged to 4000 x 3000 with grain, as JPEGs of quality 90 with camera EXIF."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number, source in enumerate(photographs(count)):
        target = folder / f"{number:03}.jpg"
        _enlarge(source, target, number)
        made.append(target)
    return made


def _enlarge(source: Path, target: Path, seed: int) -> None:
    with Image.open(source) as photo:
        large = np.asarray(photo.convert("RGB").resize(SIZE, Image.Resampling.BICUBIC), dtype=np.float32)
    grain = np.random.default_rng(seed).normal(0, GRAIN, large.shape[:2]).astype(np.float32)
    picture = Image.fromarray(np.clip(large + grain[:, :, None], 0, 255).astype(np.uint8))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0132] = "Maker", "Camera 12", "2022:04:07 10:00:00"
    exif.get_ifd(0x8769).update({0x9003: "2022:04:07 10:00:00", 0x829A: 0.004, 0x8827: 400})
    picture.save(target, quality=90, exif=exif)
