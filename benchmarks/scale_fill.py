"""An archive of many photos that were never taken: their features are resampled from those of real ones.

Each takes a quarter of the features of four real pictures, so that words stay as common as they are and come together
as they do. The real ones are photographs of the calibration half, as they are and after some attacks; what is asked
later comes from the other half, so nothing that is found owes it to them.
"""

from __future__ import annotations

import hashlib
import io
import random
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks import attacks
from benchmarks.archives import NOW
from benchmarks.recall_pictures import photos
from benchmarks.recall_render import load
from provenance.matching.features import extract
from provenance.matching.words import Words
from provenance.model.archive import Location, NewPhoto, Pictured
from provenance.model.limits import LIMITS
from provenance.model.matching import Features, Fingerprint
from provenance.model.photo import PhotoId, PictureId, Pixels, Preview
from provenance.store.archive import Archive

GROUP = 5_000
"""Photos in one transaction."""
SOURCES = 4
"""Real pictures that one resampled picture takes features from."""
VERSIONS = ("plain", "mirror", "crop50", "crop30", "rot8")
PREVIEWS = 16
FRAMED_EVERY = 10
"""Of so many photographs one is also used as a screenshot, so that the words of interfaces are there as well."""

Columns = tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]
"""Features of one picture in a random order: the three fields of the packed layout, one row for each."""


def real_features(words: Words) -> list[Columns]:
    """Features of real photographs after a few attacks."""
    pool = []
    for number, picture in enumerate(one for one in photos() if one.calibrating):
        framed = ("screenshot",) if number % FRAMED_EVERY == 0 else ()
        for version in (*VERSIONS, *framed):
            made, _steps = attacks.apply(version, load(str(picture.path)), number, ())
            found = extract(_pixels(made), words, LIMITS.match)
            if len(found) >= SOURCES:
                pool.append(_columns(found, number))
    return pool


def fill(folder: Path, count: int, pool: Sequence[Columns], version: str, *, features: bool = True) -> None:
    """So many resampled photos, with or without their features; then the search index follows."""
    draw = random.Random(1)
    with Archive.create_or_open(folder) as archive:
        for start in range(0, count, GROUP):
            with archive.transaction() as writer:
                for number in range(start, min(start + GROUP, count)):
                    photo = _photo(number, draw, _resampled(pool, draw, version), features=features)
                    writer.add_photo(photo, NOW)
                    place = Location("/photos", f"{number // 1000}/{number}.jpg", 1, 1, 1)
                    writer.add_location(photo.id, place, NOW)
            if start % 100_000 == 0:
                print(f"filling: {start:,} of {count:,}", file=sys.stderr, flush=True)
        print("the search index follows", file=sys.stderr, flush=True)
        archive.catch_up()


def _photo(number: int, draw: random.Random, found: Features, *, features: bool) -> NewPhoto:
    prints = (
        Fingerprint("pdq", f"{draw.getrandbits(256):064x}", "pdqhash", "0", 100),
        Fingerprint("phash", f"{draw.getrandbits(64):016x}", "imagehash", "0"),
    )
    picture = PictureId(hashlib.sha256(b"picture %d" % number).hexdigest())
    preview = _previews()[number % PREVIEWS]
    pictured = Pictured(picture, 4000, 3000, preview, prints, found if features else None)
    photo = PhotoId(hashlib.sha256(b"photo %d" % number).hexdigest())
    return NewPhoto(photo, 5_000_000, "JPEG", pictured, (), ())


@cache
def _previews() -> list[Preview]:
    """Blurred colours of the usual size: what a wrong candidate costs is paid, and none of them fits anything."""
    made = []
    for number in range(PREVIEWS):
        few = np.random.default_rng(number).integers(0, 255, (6, 9, 3), np.uint8)
        out = io.BytesIO()
        Image.fromarray(few).resize((640, 427), Image.Resampling.BICUBIC).save(out, "WEBP", quality=40)
        made.append(Preview("WEBP", 640, 427, out.getvalue()))
    return made


def _resampled(pool: Sequence[Columns], draw: random.Random, version: str) -> Features:
    """A quarter of the features of each of four pictures."""
    pieces: list[Columns] = []
    for source in draw.sample(range(len(pool)), SOURCES):
        heads, signatures, places = pool[source]
        few = len(heads) // SOURCES
        start = draw.randrange(len(heads) - few + 1)
        span = slice(start, start + few)
        pieces.append((heads[span], signatures[span], places[span]))
    return Features(version, b"".join(piece[field].tobytes() for field in range(3) for piece in pieces))


def _columns(found: Features, seed: int) -> Columns:
    count = len(found)
    data = np.frombuffer(found.data, np.uint8)
    order = np.random.default_rng(seed).permutation(count)
    heads, signatures, places = data[: 4 * count], data[4 * count : 12 * count], data[12 * count :]
    return heads.reshape(-1, 4)[order], signatures.reshape(-1, 8)[order], places.reshape(-1, 3)[order]


def _pixels(picture: attacks.Picture) -> Pixels:
    height, width = picture.shape[:2]
    return Pixels(width, height, np.ascontiguousarray(picture[:, :, ::-1]).tobytes())
