"""A small archive in memory, searched without an index, and pictures as matching is handed them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from PIL import Image

from builders.reposts import SCENES, a_sample, as_jpeg
from provenance.files import load_words
from provenance.matching.features import extract
from provenance.matching.fingerprints import fingerprint
from provenance.matching.index import LinearIndex
from provenance.matching.ladder import Query, search
from provenance.matching.relate import Side, relate
from provenance.matching.word_index import LinearWordIndex
from provenance.matching.words import Words
from provenance.media.examine import examine
from provenance.media.picture import photo_id
from provenance.media.previews import open_preview
from provenance.model.limits import LIMITS
from provenance.model.matching import Candidate, Features, Match, Near
from provenance.model.photo import Examination, PhotoId, PictureId


@cache
def the_words() -> Words:
    """The vocabulary that comes with the program."""
    return Words.from_bytes(load_words())


@dataclass
class Memory:
    """What the ladder asks the archive. `named` tells which picture is which, `vouched` whom somebody vouched for."""

    photos: dict[PhotoId, PictureId] = field(default_factory=dict)
    named: dict[PictureId, str] = field(default_factory=dict)
    sides: dict[PictureId, Side] = field(default_factory=dict)
    vouched: set[PictureId] = field(default_factory=set)
    indexes: dict[str, LinearIndex] = field(default_factory=lambda: {"pdq": LinearIndex(), "phash": LinearIndex()})
    features: list[tuple[PictureId, Features]] = field(default_factory=list)
    words: LinearWordIndex = field(default_factory=LinearWordIndex)
    asked_for_features: int = 0

    def remember(self, name: str, data: bytes, vouched: bool = False) -> PictureId:
        """Hold a file as the archive would."""
        seen = examine(data, LIMITS.read)
        known = _kept(data, seen)
        assert seen.pixels
        self.photos[known.photo] = known.picture
        self.named[known.picture] = name
        self.sides[known.picture] = known
        for one in fingerprint(seen.pixels):
            self.indexes[one.kind].add(known.picture, one.code)
        found = extract(known.pixels, the_words(), LIMITS.match)
        self.words.add(len(self.features), found.words)
        self.words.commit()
        self.features.append((known.picture, found))
        self.vouched |= {known.picture} if vouched else set()
        return known.picture

    def picture_of(self, photo: PhotoId) -> PictureId | None:
        """See ladder.Lookup."""
        return self.photos.get(photo)

    def has_picture(self, picture: PictureId) -> bool:
        """See ladder.Lookup."""
        return picture in self.named

    def near(self, kind: str, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        """See ladder.Lookup."""
        return self.indexes[kind].near(codes, within)

    def alike(self, version: str, words: Sequence[int], most: int) -> tuple[tuple[PictureId, Features], ...]:
        """See ladder.Lookup."""
        self.asked_for_features += 1
        found = [self.features[number] for number, _score in self.words.search(words, most)]
        return tuple(one for one in found if one[1].version == version)

    def settled(self, picture: PictureId) -> bool:
        """See ladder.Lookup."""
        return picture in self.vouched


def a_query(data: bytes, words: Callable[[], Words] | None = the_words, thorough: bool = False) -> Query:
    """A file that is looked for."""
    this = a_side(data)
    return Query(this.photo, this.picture, this.pixels, words, thorough)


def a_side(data: bytes) -> Side:
    """A file that was read for a check."""
    seen = examine(data, LIMITS.read)
    assert seen.picture
    assert seen.pixels
    return Side(photo_id(data), seen.picture, seen.pixels, seen.width, seen.height)


def a_known_side(data: bytes) -> Side:
    """A file that is held: only its preview is left."""
    return _kept(data, examine(data, LIMITS.read))


def _kept(data: bytes, seen: Examination) -> Side:
    assert seen.picture
    assert seen.preview
    return Side(photo_id(data), seen.picture, open_preview(seen.preview, LIMITS.read), seen.width, seen.height)


@cache
def the_samples() -> Memory:
    """All sample photos, held. Search it and add nothing to it."""
    memory = Memory()
    for scene in SCENES:
        memory.remember(scene, as_jpeg(a_sample(scene), 92))
    return memory


def found(data: bytes, memory: Memory) -> dict[str, Match]:
    """The known pictures that a file is told to match, by name, in the order of the ladder."""
    this = a_side(data)
    query = Query(this.photo, this.picture, this.pixels, the_words)
    candidates = search(query, memory, LIMITS.match)
    matches = {one.picture: relate(this, memory.sides[one.picture], one, LIMITS.match) for one in candidates}
    return {memory.named[picture]: match for picture, match in matches.items() if match is not None}


def related(image: Image.Image, scene: str, quality: int = 85) -> Match | None:
    """What a re-post is told to be of one sample photo, with nothing proposed but that photo."""
    memory = the_samples()
    known = next(side for picture, side in memory.sides.items() if memory.named[picture] == scene)
    return relate(a_side(as_jpeg(image, quality)), known, Candidate(known.picture, "features"), LIMITS.match)


def set_against(this: Image.Image, known: Image.Image) -> Match | None:
    """What one picture is told to be of another, which is held."""
    side = a_known_side(as_jpeg(known, 92))
    return relate(a_side(as_jpeg(this)), side, Candidate(side.picture, "features"), LIMITS.match)


def recognised(image: Image.Image, quality: int = 85) -> dict[str, Match]:
    """What a re-post is told to match among the sample photos."""
    return found(as_jpeg(image, quality), the_samples())
