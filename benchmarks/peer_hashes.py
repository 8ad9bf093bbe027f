"""Other systems on the same pictures. Runs in an environment of its own, with whatever of them is installed there.

python peer_hashes.py REQUEST.json FOLDER

The request names pictures of the gallery and pictures to ask, and which of these are copies of held ones. For every
system a matrix of distances (asked, held; 0 to 255, 255 for none) is written to FOLDER, and what it is to answer.json.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from PIL import Image

NONE = 255
"""The distance of pictures that a system does not compare."""
PDQ_QUALITY = 50
"""Codes of less quality are not to be used, as the authors of PDQ say."""
Codes = np.ndarray
"""The codes of one picture, as packed bits (how many, bytes of one)."""


def main() -> None:
    """Ask every system."""
    request = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = Path(sys.argv[2])
    held, asked, copies = request["gallery"], request["queries"], request["copies"]
    answer = {}
    for name, (package, known, wanted, only_copies) in SYSTEMS.items():
        paths = [path if one or not only_copies else "" for path, one in zip(asked, copies, strict=True)]
        answer[name] = _asked(package, folder, name, lambda k=known, w=wanted, p=paths: distances(k, held, w, p))
    answer[SIFT] = _asked("perception", folder, SIFT, lambda: thorn_pairs(held, asked))
    (folder / "answer.json").write_text(json.dumps(answer), encoding="utf-8")


def _asked(package: str, folder: Path, name: str, measure: Callable[[], np.ndarray]) -> dict[str, str]:
    try:
        told = f"{package} {version(package)}"
        file = folder / f"{len(list(folder.glob('*.npy')))}.npy"
        np.save(file, measure())
    except (ImportError, PackageNotFoundError) as error:
        return {"problem": f"{name} was not measured: {error} is not installed."}
    return {"version": told, "file": str(file)}


def distances(
    known: Callable[[str], Codes], held: Sequence[str], wanted: Callable[[str], Codes], asked: Sequence[str]
) -> np.ndarray:
    """The least distance of any code of an asked picture from any code of a held one."""
    known(held[0])  # a system that is not installed says so here
    with get_context("fork").Pool(2) as pool:
        there = pool.map(known, held, chunksize=16)
        here = pool.map(wanted, asked, chunksize=16)
    owner = np.repeat(np.arange(len(held)), [len(one) for one in there])
    every = np.concatenate([one for one in there if len(one)]).view(np.uint64)
    found = np.full((len(asked), len(held)), NONE, np.uint8)
    for row, codes in zip(found, here, strict=True):
        for code in codes.view(np.uint64):
            bits = np.minimum(np.bitwise_count(every ^ code).sum(axis=1), NONE).astype(np.uint8)
            np.minimum.at(row, owner, bits)
    return found


def _open(path: str) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


def _packed(bits: np.ndarray) -> Codes:
    rows = np.asarray(bits).astype(np.uint8)
    return np.ascontiguousarray(np.packbits(rows.reshape(len(rows), -1), axis=1))


def phash(path: str) -> Codes:
    """The pHash of imagehash: 64 bits."""
    import imagehash

    return _packed(imagehash.phash(_open(path)).hash[None])


def pdq(path: str) -> Codes:
    """PDQ of the picture as it lies: 256 bits."""
    return _pdq(path)[:1]


def pdq_all(path: str) -> Codes:
    """PDQ of the picture laid in all eight ways."""
    return _pdq(path)


@cache
def _pdq(path: str) -> Codes:
    import pdqhash

    image = _open(path)
    image.thumbnail((512, 512), Image.Resampling.BILINEAR)
    codes, quality = pdqhash.compute_dihedral(np.asarray(image))
    return _packed(np.asarray(codes)) if quality >= PDQ_QUALITY else np.zeros((0, 32), np.uint8)


def crop_resistant(path: str) -> Codes:
    """The hashes of imagehash's segments: one that fits is a match, as its `matches` has it."""
    import imagehash

    if not path:
        return np.zeros((0, 8), np.uint8)
    return _packed(np.stack([one.hash for one in imagehash.crop_resistant_hash(_open(path)).segment_hashes]))


def thorn_phash(path: str) -> Codes:
    """Thorn's PHash of the picture as it lies."""
    return _thorn(path)[:1]


def thorn_phash_all(path: str) -> Codes:
    """Thorn's PHash of the picture laid in all eight ways."""
    return _thorn(path)


def _thorn(path: str) -> Codes:
    from perception.hashers import PHash

    hasher = PHash()
    codes = hasher.compute_isometric(np.asarray(_open(path)))
    upright = codes.pop("r0")
    vectors = [hasher.string_to_vector(code) for code in (upright, *codes.values()) if code]
    return _packed(np.stack(vectors)) if vectors else np.zeros((0, 8), np.uint8)


SYSTEMS = {
    "imagehash pHash": ("imagehash", phash, phash, False),
    "PDQ": ("pdqhash", pdq, pdq, False),
    "PDQ, 8 orientations": ("pdqhash", pdq, pdq_all, False),
    "imagehash crop-resistant": ("imagehash", crop_resistant, crop_resistant, True),
    "perception PHash, 8 orientations": ("perception", thorn_phash, thorn_phash_all, False),
}
"""Of each system: its package, its codes of held and of asked pictures, and whether it is slow, so that it is asked
about copies alone."""
SIFT = "perception SIFT, own thresholds"


def thorn_pairs(held: Sequence[str], asked: Sequence[str]) -> np.ndarray:
    """Thorn's matching of local features (`deduplicate`), which decides by itself: 0 where it says so."""
    from perception.local_descriptor_deduplication import build_reference_df, deduplicate_dfs

    logging.disable(logging.CRITICAL)
    known, wanted = build_reference_df(list(held)), build_reference_df(list(asked))
    pairs = deduplicate_dfs(known, wanted, use_gpu=False, max_workers=2)
    found = np.full((len(asked), len(held)), NONE, np.uint8)
    column = {path: number for number, path in enumerate(held)}
    row = {path: number for number, path in enumerate(asked)}
    for one, other in pairs:
        found[row[one], column[other]] = 0
    return found


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "2")
    main()
