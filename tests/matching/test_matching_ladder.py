"""The ladder: what each step recognises, and that none proposes what it cannot know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from builders.pictures import a_blank, a_picture, reencoded, to_pixels

from provenance.matching.fingerprints import fingerprint
from provenance.matching.index import LinearIndex
from provenance.matching.ladder import Query, search, too_little_detail
from provenance.matching.pixels import laid, to_image
from provenance.matching.relate import Side, relate
from provenance.model.limits import LIMITS
from provenance.model.matching import Candidate, Match, MatchVerdict, Near, Orientation, Relation
from provenance.model.photo import PhotoId, PictureId, Pixels


@dataclass
class Memory:
    """A small archive in memory, with the linear index."""

    photos: dict[PhotoId, PictureId] = field(default_factory=dict)
    pixels: dict[PictureId, Pixels] = field(default_factory=dict)
    indexes: dict[str, LinearIndex] = field(default_factory=lambda: {"pdq": LinearIndex(), "phash": LinearIndex()})

    def remember(self, number: int, pixels: Pixels) -> PictureId:
        picture = PictureId(f"{number:064x}")
        self.photos[photo_number(number)] = picture
        self.pixels[picture] = pixels
        for one in fingerprint(pixels):
            self.indexes[one.kind].add(picture, one.code)
        return picture

    def picture_of(self, photo: PhotoId) -> PictureId | None:
        return self.photos.get(photo)

    def has_picture(self, picture: PictureId) -> bool:
        return picture in self.pixels

    def near(self, kind: str, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        return self.indexes[kind].near(codes, within)


def photo_number(number: int) -> PhotoId:
    return PhotoId(f"{number + 1000:064x}")


def unknown(pixels: Pixels) -> Query:
    return Query(PhotoId("f" * 64), PictureId("e" * 64), pixels)


@pytest.fixture
def memory() -> Memory:
    held = Memory()
    for number in range(1, 8):
        held.remember(number, a_picture(number))
    return held


def match(memory: Memory, query: Query, candidate: Candidate) -> Match:
    known = memory.pixels[candidate.picture]
    this = Side(query.photo, query.picture, query.pixels, query.pixels.width, query.pixels.height)
    there = Side(PhotoId("d" * 64), candidate.picture, known, known.width, known.height)
    return relate(this, there, candidate, LIMITS.match)


def test_the_same_bytes_come_first_and_other_copies_are_found_too(memory: Memory) -> None:
    copy = memory.remember(20, reencoded(a_picture(2)))
    query = Query(photo_number(2), PictureId(f"{2:064x}"), a_picture(2))
    found = search(query, memory, LIMITS.match)
    assert [one.step for one in found] == ["bytes", "pdq"]
    assert found[1].picture == copy


def test_the_same_image_data_under_other_metadata_is_the_same_picture(memory: Memory) -> None:
    query = Query(PhotoId("f" * 64), PictureId(f"{3:064x}"), a_picture(3))
    (found,) = search(query, memory, LIMITS.match)
    assert found.step == "picture"
    answer = match(memory, query, found)
    assert (answer.verdict, answer.relations, answer.confidence) == (
        MatchVerdict.SAME_PHOTO,
        (Relation.SAME_PICTURE,),
        1.0,
    )
    assert (answer.kept, answer.of_this, answer.altered) == (1.0, 1.0, 0.0)


@pytest.mark.parametrize("orientation", list(Orientation))
def test_a_copy_is_found_however_it_lies_and_the_answer_says_how(memory: Memory, orientation: Orientation) -> None:
    query = unknown(reencoded(to_pixels(laid(to_image(a_picture(4)), orientation)), quality=50, scale=0.7))
    found = search(query, memory, LIMITS.match)
    assert [one.picture for one in found] == [PictureId(f"{4:064x}")]
    answer = match(memory, query, found[0])
    assert answer.verdict is MatchVerdict.SAME_PHOTO
    assert answer.orientation is orientation
    assert (Relation.MIRRORED in answer.relations) == orientation.mirrored
    assert (Relation.ROTATED in answer.relations) == (orientation.quarter_turns != 0)
    assert {Relation.RECOMPRESSED, Relation.RESIZED} <= set(answer.relations)
    assert Relation.STRETCHED not in answer.relations
    assert Relation.RETONED not in answer.relations


def test_what_was_not_measured_is_not_claimed(memory: Memory) -> None:
    query = unknown(reencoded(a_picture(5)))
    (found,) = search(query, memory, LIMITS.match)
    answer = match(memory, query, found)
    assert (answer.kept, answer.of_this, answer.region, answer.altered) == (None, None, None, None)
    assert 0.9 <= answer.confidence < 1


def test_stretching_and_new_tones_are_named(memory: Memory) -> None:
    image = to_image(a_picture(6))
    wide = unknown(to_pixels(image.resize((image.width * 5 // 4, image.height))))
    (found,) = search(wide, memory, LIMITS.match)
    assert Relation.STRETCHED in match(memory, wide, found).relations
    dark = unknown(to_pixels(image.point(lambda value: value * 0.7)))
    (found,) = search(dark, memory, LIMITS.match)
    assert Relation.RETONED in match(memory, dark, found).relations


def test_an_unknown_picture_is_not_found(memory: Memory) -> None:
    for seed in range(50, 60):
        assert search(unknown(a_picture(seed)), memory, LIMITS.match) == ()


def test_a_candidate_whose_pixels_disagree_is_not_called_the_same_photo(memory: Memory) -> None:
    query = unknown(a_picture(40))
    answer = match(memory, query, Candidate(PictureId(f"{1:064x}"), "pdq", distance=30))
    assert answer.verdict is MatchVerdict.CANNOT_TELL


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_blank_picture_shows_too_little_to_be_searched_for(memory: Memory, grey: int) -> None:
    memory.remember(30, a_blank(0))
    memory.remember(31, a_blank(255))
    query = unknown(a_blank(grey))
    assert too_little_detail(query, LIMITS.match)
    assert search(query, memory, LIMITS.match) == ()
    assert not too_little_detail(unknown(a_picture(1)), LIMITS.match)
