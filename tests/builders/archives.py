"""Archives and what goes into them, with sensible defaults; and as many photos as a test or a measurement wants."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from provenance.model.appearance import Standing, Statement
from provenance.model.archive import Location, NewPhoto, Pictured
from provenance.model.matching import WORD_BITS, Features, Fingerprint, Near
from provenance.model.photo import Fact, PhotoId, PictureId, Preview, Problem
from provenance.model.times import Dated, Span, TimeKind, Voucher
from provenance.store.archive import Archive, Writer

NOW = datetime(2026, 11, 21, 9, 30, 15, 123456, tzinfo=UTC)


def an_archive(folder: Path) -> Archive:
    """A new archive, or the one that is there. Making the tables takes a tenth of a second, so it is done once."""
    if not (folder / "archive.db").exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "archive.db").write_bytes(_an_empty_one())
    return Archive.create_or_open(folder)


@cache
def _an_empty_one() -> bytes:
    with TemporaryDirectory() as folder:
        Archive.create_or_open(Path(folder)).close()
        return (Path(folder) / "archive.db").read_bytes()


def a_photo_id(name: object = "a photo") -> PhotoId:
    """An id that differs for every name."""
    return PhotoId(hashlib.sha256(f"photo {name}".encode()).hexdigest())


def a_picture_id(name: object = "a picture") -> PictureId:
    """An id that differs for every name."""
    return PictureId(hashlib.sha256(f"picture {name}".encode()).hexdigest())


def a_preview(data: bytes = b"not a real JPEG, and nobody here decodes it") -> Preview:
    """A preview of 1024 x 683 pixels."""
    return Preview("JPEG", 1024, 683, data)


def a_pdq(code: str = "5a" * 32, quality: int = 100) -> Fingerprint:
    """A PDQ code."""
    return Fingerprint("pdq", code, "pdqhash", "0.2.8", quality)


def a_phash(code: str = "c3" * 8) -> Fingerprint:
    """A pHash code."""
    return Fingerprint("phash", code, "imagehash", "4.3.2")


def a_pictured(
    picture: PictureId | None = None,
    *fingerprints: Fingerprint,
    size: tuple[int, int] = (4000, 2667),
    preview: Preview | None = None,
    features: Features | None = None,
) -> Pictured:
    """A decoded picture; without fingerprints and features unless they are given."""
    return Pictured(picture or a_picture_id(), *size, preview or a_preview(), fingerprints, features)


WORDS_VERSION = "words-test"


def some_features(words: Sequence[int], version: str = WORDS_VERSION) -> Features:
    """Features that show these words, one each; what else they say is always the same."""
    heads = b"".join((word | 7 << WORD_BITS).to_bytes(4, "little") for word in words)
    return Features(version, heads + bytes(range(11)) * len(words))


def a_described_photo(name: object, words: Sequence[int], version: str = WORDS_VERSION) -> NewPhoto:
    """A photo of a picture of its own that shows these words."""
    return a_new_photo(name, a_pictured(a_picture_id(name), features=some_features(words, version)))


def a_new_photo(
    name: object = "a photo",
    pictured: Pictured | None = None,
    facts: Sequence[Fact] = (),
    problems: Sequence[Problem] = (),
) -> NewPhoto:
    """A readable photo of a picture of its own, unless another is given."""
    mine = pictured or a_pictured(a_picture_id(name))
    return NewPhoto(a_photo_id(name), 123456, "JPEG", mine, tuple(facts), tuple(problems))


def an_unreadable_photo(name: object = "a photo") -> NewPhoto:
    """A photo that nobody could decode."""
    problem = Problem("truncated", "The file ends before the picture does.", "Ask for it again.")
    return NewPhoto(a_photo_id(name), 99, "JPEG", None, (a_fact(),), (problem,))


def a_fact(field: str = "EXIF DateTimeOriginal", value: str | float = "2022-04-07T10:11:12", raw: str = "") -> Fact:
    """One fact."""
    return Fact(field, value, raw or str(value), "exifread")


def a_location(relative: str = "wire/a.jpg", root: str = "/photos", size: int = 123456) -> Location:
    """Where a photo's file stands."""
    return Location(root, relative, size, 1_700_000_000_123_456_789, 4711)


def a_day(day: date = date(2022, 4, 7), kind: TimeKind = TimeKind.CAPTURED) -> Dated:
    """A dated statement from a captions file."""
    return Dated(kind, Span.of_days(day, day), Voucher.SPREADSHEET, "date", day.isoformat())


def a_statement(caption: str = "A street after the rain.", **changes: object) -> Statement:
    """What a captions file says, on record; everything can be changed."""
    given: dict[str, object] = {
        "source": "wire",
        "standing": Standing.RECORD,
        "voucher": Voucher.SPREADSHEET,
        "address": "captions.csv row 2",
        "credit": "Agency / A. Photographer",
    }
    return Statement(caption=caption, **{**given, **changes})  # type: ignore[arg-type]


class ArchivedIndex:
    """The archive's index of one kind of fingerprint, for pictures that it need not hold beforehand."""

    def __init__(self, writer: Writer, kind: str = "pdq") -> None:
        self._writer = writer
        self._index = writer.index(kind)

    def add(self, picture: PictureId, code: str) -> None:
        """See matching.index.Index."""
        self._writer.add_photo(a_new_photo(picture, a_pictured(picture)), NOW)
        self._index.add(picture, code)

    def remove(self, picture: PictureId) -> None:
        """See matching.index.Index."""
        self._index.remove(picture)

    def near(self, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        """See matching.index.Index."""
        return self._index.near(codes, within)


def many_photos(count: int, seed: int = 1, preview: bytes = b"\xff") -> Iterator[NewPhoto]:
    """Photos with random codes and some forty plausible facts each, always the same for a seed."""
    chance = random.Random(seed)
    for number in range(count):
        name = f"{seed} {number}"
        prints = (a_pdq(chance.randbytes(32).hex()), a_phash(chance.randbytes(8).hex()))
        pictured = a_pictured(a_picture_id(name), *prints, preview=a_preview(preview))
        yield a_new_photo(name, pictured, tuple(_facts(chance)))


def what_is_said(name: str, number: int) -> tuple[Statement, Statement]:
    """Two statements about one of many photos: its own fields', and a captions file's."""
    day = date(2015, 1, 1) + timedelta(days=number % 4000)
    people = ("minister", "crowd", "fisherman", "goalkeeper", "nurse", "orchestra", "pilgrim", "firefighter")
    caption = (
        f"A {people[number % 8]} stands beside the harbour wall of district {number % 977} while clouds gather over "
        f"the old town and boats return from the sea on {day:%A, %B} {day.day}, {day.year}. AGENCY/Photographer "
        f"{number % 61}"
    )
    common = {"creator": f"Photographer {number % 61}", "credit": "AGENCY", "place": f"Harbour {number % 977}, Norway"}
    own = Dated(
        TimeKind.CAPTURED, Span.of_days(day, day), Voucher.IN_FILE, "IPTC-IIM 2:55 DateCreated", day.isoformat()
    )
    row = Dated(TimeKind.CAPTURED, Span.of_days(day, day), Voucher.SPREADSHEET, "date", day.isoformat())
    in_file = {"voucher": Voucher.IN_FILE, "standing": Standing.IN_FILE, "address": "IPTC-IIM", "times": (own,)}
    listed = {"address": f"captions.csv row {number}", "times": (row,), "external_id": f"HARBOUR{number:07}"}
    return a_statement(caption, **common, **in_file), a_statement(caption, **common, **listed, date=day.isoformat())


def _facts(chance: random.Random) -> Iterator[Fact]:
    moment = datetime(2015, 1, 1, tzinfo=UTC) + timedelta(seconds=chance.randrange(350_000_000))
    stamp, raw = f"{moment:%Y-%m-%dT%H:%M:%S}", f"{moment:%Y:%m:%d %H:%M:%S}"
    speed, length = f"1/{chance.randrange(30, 4000)}", chance.choice((24, 35, 50, 85, 200))
    exif = {
        "Make": ("NIKON CORPORATION", "NIKON CORPORATION"),
        "Model": (f"NIKON D{chance.randrange(3, 7)}", ""),
        "Orientation": (1, "Horizontal (normal)"),
        "Software": ("Adobe Photoshop CC (Macintosh)", ""),
        "Artist": (f"PHOTOGRAPHER {chance.randrange(60)}", ""),
        "ModifyDate": (stamp, raw),
        "DateTimeOriginal": (stamp, raw),
        "CreateDate": (stamp, raw),
        "ExposureTime": (speed, speed),
        "FNumber": (chance.choice((1.8, 2.8, 5.6)), "14/5"),
        "ISO": (chance.choice((100, 400, 3200)), ""),
        "FocalLength": (length, f"{length}/1"),
        "SerialNumber": (str(chance.randrange(10**6, 10**7)), ""),
        "LensModel": ("24.0-70.0 mm f/2.8", ""),
        "ColorSpace": (1, "sRGB"),
        "ExifImageWidth": (4000, ""),
        "ExifImageHeight": (2667, ""),
    }
    for reader in ("exifread", "pillow"):
        for name, (value, text) in exif.items():
            yield Fact(f"EXIF {name}", value, text or str(value), reader)
    yield Fact("IPTC-IIM 2:55 DateCreated", stamp[:10], stamp[:10].replace("-", ""), "own")
    yield Fact(
        "IPTC-IIM 2:80 By-line", f"Photographer {chance.randrange(60)}", f"Photographer {chance.randrange(60)}", "own"
    )
    yield Fact("IPTC-IIM 2:90 City", "Bergen", "Bergen", "own")
    yield Fact("IPTC-IIM 2:110 Credit", "AGENCY", "AGENCY", "own")
    yield Fact("XMP photoshop:DateCreated", stamp, f"{stamp}+00:00", "own")
    yield Fact(
        "XMP dc:creator[0]", f"Photographer {chance.randrange(60)}", f"Photographer {chance.randrange(60)}", "own"
    )
