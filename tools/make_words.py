"""Make the vocabulary of visual words from a folder of photographs.

python -m tools.make_words FOLDER [VERSION]

Photographs are read, never kept: what is written is a statistic of their local features (provenance/data/words-1.npz,
under a third of a megabyte). Half of a folder is enough; the benchmark calibrates on the same half and reports on the
other one (benchmarks/split.py). A new vocabulary needs a new version, and an archive then computes its features anew
from its previews: prov archive reindex.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.split import calibrating
from provenance.matching.keypoints import Keypoints, detect
from provenance.matching.words import BITS, CENTRES, COARSE_STEPS, FINE_STEPS

TARGET = Path(__file__).resolve().parents[1] / "provenance" / "data" / "words-1.npz"
EDGE = 384
FEATURES = 600
Array = NDArray[np.float32]


def main() -> int:
    """Read, train, write."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    files = [path for path in sorted(Path(sys.argv[1]).glob("*.jpg")) if calibrating(path.name)]
    version = sys.argv[2] if len(sys.argv) > 2 else "sift384-1"
    every, here, there = descriptors(files)
    print(f"{len(files)} photographs, {len(every):,} features, {len(here):,} pairs of the same spot")
    TARGET.write_bytes(packed(version, every, here, there))
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")
    return 0


def descriptors(files: list[Path]) -> tuple[Array, Array, Array]:
    """Descriptors of all photographs, and pairs of descriptors of the same spot before and after a change."""
    every, here, there = [], [], []
    for file in files:
        photo = cv2.imread(str(file))
        base = _features(photo)
        every.append(base.descriptors)
        for changed, offset, scale in changes(photo):
            one, other = same_spots(base, _features(changed), offset, scale)
            there.append(one)
            here.append(other)
    return np.concatenate(every), np.concatenate(here), np.concatenate(there)


def changes(photo: NDArray[np.uint8]) -> Iterator[tuple[NDArray[np.uint8], float, float]]:
    """What happens to photographs: each with the share cut off at the upper left, and the share of the edges left."""
    small = cv2.resize(photo, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)
    yield cv2.imdecode(cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 40])[1], cv2.IMREAD_COLOR), 0.0, 1.0
    toned = 255 * (np.clip(photo.astype(np.float32) * 1.2 - 10, 0, 255) / 255) ** 1.6
    yield cv2.GaussianBlur(toned.astype(np.uint8), (0, 0), 1.5), 0.0, 1.0
    height, width = photo.shape[:2]
    yield photo[int(height * 0.15) : int(height * 0.85), int(width * 0.15) : int(width * 0.85)].copy(), 0.15, 0.7


def same_spots(base: Keypoints, changed: Keypoints, offset: float, scale: float) -> tuple[Array, Array]:
    """Descriptors of features that lie within 1.5 pixels of each other, with like sizes and angles."""
    places = changed.places * np.float32(scale) + np.asarray(base.shape, np.float32) * np.float32(offset)
    apart = np.linalg.norm(places[:, None] - base.places[None], axis=2)
    nearest = apart.argmin(axis=1)
    close = apart[np.arange(len(nearest)), nearest] * EDGE < 1.5
    close &= np.abs(np.log2(changed.sizes * scale / base.sizes[nearest])) < 0.35
    close &= np.abs((changed.angles - base.angles[nearest] + 180) % 360 - 180) < 15
    return base.descriptors[nearest[close]], changed.descriptors[close]


def packed(version: str, every: Array, here: Array, there: Array) -> bytes:
    """The vocabulary file."""
    coarse = means(every, CENTRES)
    fine = means(every - coarse[nearest(every, coarse)], CENTRES, seed=1)
    projection, thresholds = signs(every, here - there)
    out = io.BytesIO()
    np.savez_compressed(
        out,
        version=np.array(version),
        coarse=np.round(coarse * COARSE_STEPS).clip(0, 255).astype(np.uint8),
        fine=np.round(fine * FINE_STEPS).clip(-127, 127).astype(np.int8),
        projection=projection.astype(np.float32),
        thresholds=thresholds.astype(np.float32),
    )
    return out.getvalue()


def means(points: Array, count: int, rounds: int = 12, seed: int = 0) -> Array:
    """Centres (count, 128) by k-means; an empty cell begins anew at a random point."""
    random = np.random.default_rng(seed)
    centres = points[random.choice(len(points), count, replace=False)].copy()
    for _ in range(rounds):
        cell = nearest(points, centres)
        order = np.argsort(cell, kind="stable")
        sizes = np.bincount(cell, minlength=count)
        starts = np.minimum(np.searchsorted(cell[order], np.arange(count)), len(points) - 1)
        sums = np.add.reduceat(points[order], starts, axis=0)
        sums[sizes == 0] = points[random.choice(len(points), int((sizes == 0).sum()))]
        centres = (sums / np.maximum(sizes, 1)[:, None]).astype(np.float32)
    return centres


def nearest(points: Array, centres: Array) -> NDArray[np.intp]:
    """The nearest centre of every point."""
    half = np.square(centres).sum(axis=1) / 2
    pieces = [(points[at : at + 20_000] @ centres.T - half).argmax(axis=1) for at in range(0, len(points), 20_000)]
    return np.concatenate(pieces)


def signs(every: Array, noise: Array) -> tuple[Array, Array]:
    """The projection (128, 64) whose signs tell spots apart while what happens to photographs moves few of them.

    A linear discriminant (scatter of all features against scatter within pairs), then a rotation that loses least when
    only signs are kept (Gong, Lazebnik: Iterative quantization, 2011).
    """
    within = noise.T @ noise / len(noise)
    within += np.eye(128) * np.trace(within) / 128 * 0.05
    root = np.linalg.cholesky(np.linalg.inv(within))
    _values, vectors = np.linalg.eigh(root.T @ np.cov(every.T) @ root)
    projection = root @ vectors[:, ::-1][:, :BITS]
    spread = np.sqrt(np.square((every - every.mean(axis=0)) @ projection).mean(axis=0))
    projection = projection / np.sqrt(spread)
    projection = projection @ _rotation((every[:60_000] - every.mean(axis=0)) @ projection)
    return projection.astype(np.float32), np.median(every @ projection, axis=0).astype(np.float32)


def _rotation(points: Array) -> Array:
    turn = np.linalg.qr(np.random.default_rng(3).normal(size=(BITS, BITS)))[0]
    for _ in range(30):
        left, _sizes, right = np.linalg.svd(np.sign(points @ turn).T @ points)
        turn = (left @ right).T
    return turn


def _features(photo: NDArray[np.uint8]) -> Keypoints:
    grey = cv2.cvtColor(photo, cv2.COLOR_BGR2GRAY)
    scale = EDGE / max(grey.shape)
    size = (round(grey.shape[1] * scale), round(grey.shape[0] * scale))
    return detect(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), FEATURES)


if __name__ == "__main__":
    sys.exit(main())
