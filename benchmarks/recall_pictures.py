"""The pictures that recall is measured on: shared photographs, frames of scenes, and drawn pictures that look alike."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

from benchmarks import hard
from benchmarks.data import PHOTOS, scenes
from benchmarks.split import calibrating

THIRDS = 3


@dataclass(frozen=True, slots=True)
class Picture:
    """One file. `kind` is "photo", "scene" or a drawn class; `unit` is what counts as independent of all others.

    `held` says that the gallery holds it. `calibrating` is the half it belongs to, `third` the part of the pictures
    that one of the smaller galleries lacks.
    """

    name: str
    path: Path
    kind: str
    unit: str
    held: bool
    calibrating: bool
    third: int


def third_of(unit: str) -> int:
    """Which third a photograph or a scene belongs to, by its name."""
    return zlib.crc32(f"third of {unit}".encode()) % THIRDS


def photos() -> list[Picture]:
    """All shared photographs."""
    return [
        Picture(f"photos/{path.name}", path, "photo", path.name, True, calibrating(path.name), third_of(path.name))
        for path in sorted(PHOTOS.glob("*.jpg"))
    ]


def frames() -> list[Picture]:
    """All frames of the scenes; the first of each scene is held."""
    return [
        Picture(f"scenes/{scene}/{path.name}", path, "scene", scene, place == 0, calibrating(scene), third_of(scene))
        for scene, paths in scenes().items()
        for place, path in enumerate(paths)
    ]


def drawn(folder: Path, each: int) -> list[Picture]:
    """So many pictures of each class that looks alike, drawn into a folder. Every second is held."""
    return [
        Picture(
            name=f"{kind}/{number:03}",
            path=hard.write(folder, kind, number),
            kind=kind,
            unit=f"{kind}/{number:03}",
            held=hard.held(number),
            calibrating=number % 4 == 1,
            third=number % THIRDS,
        )
        for kind in hard.CLASSES
        for number in range(each)
    ]
