"""An archive of many records without photographs: random codes, a caption each, a tiny preview."""

from __future__ import annotations

import hashlib
import random
from datetime import UTC, datetime
from pathlib import Path

from provenance.model.appearance import Standing, Statement
from provenance.model.archive import Location, NewPhoto, Pictured
from provenance.model.matching import Fingerprint
from provenance.model.photo import Fact, PhotoId, PictureId, Preview
from provenance.model.times import Voucher
from provenance.store.archive import Archive

GROUP = 200
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def fill(folder: Path, count: int) -> Archive:
    """An archive with so many records. The caller closes it."""
    archive = Archive.create_or_open(folder)
    draw = random.Random(1)
    for start in range(0, count, GROUP):
        with archive.transaction() as writer:
            for number in range(start, min(start + GROUP, count)):
                photo = _photo(number, draw)
                writer.add_photo(photo, NOW)
                writer.add_location(photo.id, Location("/photos", f"{number // 1000}/{number}.jpg", 1, 1, 1), NOW)
                writer.state(photo.id, _caption(number), NOW)
    return archive


def _photo(number: int, draw: random.Random) -> NewPhoto:
    photo = hashlib.sha256(b"photo %d" % number).hexdigest()
    picture = hashlib.sha256(b"picture %d" % number).hexdigest()
    prints = (
        Fingerprint("pdq", f"{draw.getrandbits(256):064x}", "pdqhash", "0", 100),
        Fingerprint("phash", f"{draw.getrandbits(64):016x}", "imagehash", "0"),
    )
    pictured = Pictured(PictureId(picture), 4000, 3000, Preview("JPEG", 1000, 750, b"preview"), prints)
    facts = tuple(
        Fact(f"EXIF Field{n}", f"value {n} of {number}", f"value {n} of {number}", "pillow") for n in range(40)
    )
    return NewPhoto(PhotoId(photo), 5_000_000, "JPEG", pictured, facts, ())


def _caption(number: int) -> Statement:
    text = f"People cross a square in town {number % 977} on {1 + number % 28} March 2019, the day after the storm."
    credit = f"Photographer {number % 311} / Agency {number % 7}"
    return Statement("wire", Standing.RECORD, Voucher.SPREADSHEET, f"row {number}", text, credit=credit)
