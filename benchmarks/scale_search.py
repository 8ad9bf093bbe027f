"""The search alone, in one process, once everything that is computed from the picture itself is there."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import seconds
from provenance.files import load_words
from provenance.matching.features import wanted
from provenance.matching.ladder import Query, search
from provenance.matching.words import Words
from provenance.media.examine import examine
from provenance.media.picture import photo_id
from provenance.model.limits import LIMITS
from provenance.model.matching import Features, Near
from provenance.model.photo import PhotoId, PictureId
from provenance.store.archive import Archive, Reader


@dataclass(frozen=True, slots=True)
class Timed:
    """Medians in seconds: of the search, of the features before it, and of the search in times of exiftool."""

    search: float
    features: float
    ratio: float


@dataclass(frozen=True)
class Lookup:
    """The archive as the ladder sees it."""

    reader: Reader

    def picture_of(self, photo: PhotoId) -> PictureId | None:
        """See matching.ladder."""
        stored = self.reader.photo(photo)
        return stored.picture if stored else None

    def has_picture(self, picture: PictureId) -> bool:
        """See matching.ladder."""
        return bool(self.reader.photos_of([picture]).get(picture))

    def near(self, kind: str, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        """See matching.ladder."""
        return self.reader.near(kind, codes, within)

    def alike(self, version: str, words: Sequence[int], most: int) -> tuple[tuple[PictureId, Features], ...]:
        """See matching.ladder."""
        return self.reader.alike(version, words, most)

    def settled(self, picture: PictureId) -> bool:
        """Nobody said anything here."""
        return False


def warm_search(archive: Path, photo: Path, exiftool: str, rounds: int) -> Timed:
    """Search for one picture again and again, in turn with exiftool reading it."""
    words = Words.from_bytes(load_words())
    searches, features, ratios = [], [], []
    with Archive.open(archive) as opened:
        for round_ in range(rounds + 1):
            described, searched = _once(opened, photo.read_bytes(), words)
            peer = seconds([exiftool, str(photo)])
            if round_:  # the first one warms
                searches.append(searched)
                features.append(described)
                ratios.append(searched / peer)
    return Timed(*(statistics.median(one) for one in (searches, features, ratios)))


def _once(archive: Archive, data: bytes, words: Words) -> tuple[float, float]:
    """Seconds for the features alone, and for the whole search without them."""
    examination = examine(data, LIMITS.read)
    if examination.picture is None or examination.pixels is None:
        raise SystemExit("The picture that is asked about cannot be read.")
    query = Query(photo_id(data), examination.picture, examination.pixels, lambda: words)
    _known = query.pdq, query.textured
    began = time.perf_counter()
    wanted(examination.pixels, LIMITS.match)
    described = time.perf_counter() - began
    began = time.perf_counter()
    with archive.reading() as reader:
        search(query, Lookup(reader), LIMITS.match)
    return described, time.perf_counter() - began - described
