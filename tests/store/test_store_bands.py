"""The bands find exactly what comparing everything finds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders.archives import (
    NOW,
    ArchivedIndex,
    a_new_photo,
    a_pdq,
    a_phash,
    a_picture_id,
    a_pictured,
    an_archive,
    an_unreadable_photo,
)

from provenance.matching.index import LinearIndex
from provenance.model.matching import Near
from provenance.store.archive import Archive, Writer

DIGITS = {"pdq": 64, "phash": 16}
REACH = {"pdq": 31, "phash": 7}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def writer(archive: Archive) -> Iterator[Writer]:
    with archive.transaction() as opened:
        yield opened


def flipped(code: str, bits: list[int]) -> str:
    value = int(code, 16)
    for bit in bits:
        value ^= 1 << bit
    return f"{value:0{len(code)}x}"


@pytest.mark.parametrize("kind", ["pdq", "phash"])
def test_it_answers_as_the_linear_index_does_at_every_distance(writer: Writer, kind: str) -> None:
    chance = random.Random(7)
    linear, bands = LinearIndex(), ArchivedIndex(writer, kind)
    queries = [chance.randbytes(DIGITS[kind] // 2).hex() for _ in range(3)]
    for number in range(120):
        spread = chance.sample(range(4 * DIGITS[kind]), number % (REACH[kind] + 4))
        code = flipped(chance.choice(queries), spread)
        for index in (linear, bands):
            index.add(a_picture_id(number), code)
    for within in range(REACH[kind] + 1):
        assert bands.near(queries, within) == linear.near(queries, within)
    assert len(linear.near(queries, REACH[kind])) > 60


def test_the_worst_case_is_found_one_bit_off_in_every_band_but_one_less(writer: Writer) -> None:
    index = ArchivedIndex(writer)
    query = "0" * 64
    worst = flipped(query, [16 * band + 3 for band in range(16)] + [16 * band + 9 for band in range(15)])
    index.add(a_picture_id("worst"), worst)
    assert index.near([query], 31) == (Near(a_picture_id("worst"), 0, 31),)


def test_a_popular_code_is_found_whole(writer: Writer) -> None:
    index, same = ArchivedIndex(writer, "phash"), "8" + "0" * 15
    for number in range(1100):
        index.add(a_picture_id(number), same)
    found = index.near(["f" * 16, same, same], 6)
    assert [(one.query, one.distance) for one in found] == [(1, 0)] * 1100
    assert [one.picture for one in found] == sorted(one.picture for one in found)


def test_another_code_replaces_the_first_and_what_is_removed_is_not_found(writer: Writer) -> None:
    index, picture = ArchivedIndex(writer), a_picture_id()
    index.add(picture, "0" * 64)
    index.add(picture, "f" * 64)
    assert index.near(["0" * 64], 31) == ()
    assert len(index.near(["f" * 64], 0)) == 1
    index.remove(picture)
    index.remove(a_picture_id("never added"))
    assert index.near(["f" * 64], 31) == ()


def test_more_than_the_bands_guarantee_is_refused(archive: Archive) -> None:
    with archive.reading() as reader:
        for kind, within in (("pdq", 32), ("phash", 8)):
            with pytest.raises(ValueError, match="at most"):
                reader.near(kind, ["0" * DIGITS[kind]], within)
        with pytest.raises(ValueError, match="no fingerprint"):
            reader.near("colour", ["00"], 1)
        with pytest.raises(ValueError, match="hexadecimal"):
            reader.near("pdq", ["00"], 1)
        assert reader.near("pdq", [], 31) == ()


def test_photos_are_found_from_the_moment_they_are_added_and_once_per_picture(writer: Writer) -> None:
    pictured = a_pictured(a_picture_id("x"), a_pdq("1" * 64), a_phash("2" * 16))
    writer.add_photo(an_unreadable_photo("one"), NOW)
    assert writer.near("pdq", ["1" * 64], 31) == ()
    for name in ("one", "two"):
        writer.add_photo(a_new_photo(name, pictured), NOW)
    assert writer.near("pdq", ["1" * 64], 31) == (Near(a_picture_id("x"), 0, 0),)
    assert writer.near("phash", ["2" * 16], 6) == (Near(a_picture_id("x"), 0, 0),)


def test_pdq_of_a_picture_without_detail_is_kept_but_not_searched(writer: Writer) -> None:
    for name, quality in (("flat", 49), ("rich", 50)):
        writer.add_photo(a_new_photo(name, a_pictured(a_picture_id(name), a_pdq(quality=quality))), NOW)
    assert [one.picture for one in writer.near("pdq", ["5a" * 32], 31)] == [a_picture_id("rich")]
    assert writer.fingerprints([a_picture_id("flat")])[a_picture_id("flat")] == (a_pdq(quality=49),)


def test_a_picture_that_is_not_held_cannot_be_indexed(writer: Writer) -> None:
    with pytest.raises(LookupError):
        writer.index("pdq").add(a_picture_id("nowhere"), "0" * 64)
