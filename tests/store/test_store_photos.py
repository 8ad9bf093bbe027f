"""Photos and pictures: kept once, found again, never changed behind anybody's back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from builders.archives import (
    NOW,
    a_fact,
    a_location,
    a_new_photo,
    a_pdq,
    a_phash,
    a_photo_id,
    a_picture_id,
    a_pictured,
    a_preview,
    an_archive,
    an_unreadable_photo,
)

from provenance.model.archive import StoredPhoto
from provenance.model.case import Searched
from provenance.model.photo import PhotoId
from provenance.store.archive import Archive

LATER = NOW + timedelta(days=30)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        yield opened


def test_a_photo_comes_back_as_it_went_in(archive: Archive) -> None:
    prints = (a_pdq(), a_phash())
    photo = a_new_photo("one", a_pictured(a_picture_id("one"), *prints, size=(4000, 3000)), facts=[a_fact()])
    with archive.transaction() as writer:
        assert writer.add_photo(photo, NOW) is True
        writer.add_location(photo.id, a_location("b/a.jpg"), NOW)
    with archive.reading() as reader:
        stored = reader.photo(photo.id)
        assert stored == StoredPhoto(
            photo.id, a_picture_id("one"), 123456, "JPEG", 4000, 3000, NOW, (), (a_location("b/a.jpg"),)
        )
        assert reader.facts(photo.id) == (a_fact(),)
        assert reader.preview(a_picture_id("one")) == a_preview()
        assert reader.fingerprints([a_picture_id("one")]) == {a_picture_id("one"): prints}


def test_adding_a_photo_again_changes_nothing(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one", facts=[a_fact(value="first")]), NOW)
    with archive.transaction() as writer:
        assert writer.add_photo(a_new_photo("one", facts=[a_fact(value="second")]), LATER) is False
        assert writer.photo(a_photo_id("one")).held_since == NOW
        assert writer.facts(a_photo_id("one")) == (a_fact(value="first"),)


def test_a_clock_set_back_moves_no_held_since(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
        writer.add_photo(a_new_photo("one"), NOW - timedelta(days=400))
        assert writer.photo(a_photo_id("one")).held_since == NOW


def test_an_unreadable_photo_is_kept_and_completed_when_it_can_be_read(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(an_unreadable_photo("one"), NOW)
        stored = writer.photo(a_photo_id("one"))
        assert stored
        assert stored.picture is None
        assert stored.problems[0].kind == "truncated"
        assert writer.searched() == Searched(0, None)
        assert writer.add_photo(a_new_photo("one", facts=[a_fact(value="new")]), LATER) is False
    with archive.reading() as reader:
        stored = reader.photo(a_photo_id("one"))
        assert stored
        assert stored.picture == a_picture_id("one")
        assert stored.problems == ()
        assert stored.held_since == NOW
        assert reader.facts(a_photo_id("one")) == (a_fact(value="new"),)


def test_a_readable_photo_is_not_made_unreadable(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
        writer.add_photo(an_unreadable_photo("one"), LATER)
        assert writer.photo(a_photo_id("one")).picture == a_picture_id("one")


def test_two_photos_of_one_picture_share_what_belongs_to_it(archive: Archive) -> None:
    picture = a_picture_id("shared")
    first = a_new_photo("one", a_pictured(picture, a_pdq(), size=(40, 30)))
    turned = a_new_photo("two", a_pictured(picture, a_pdq("00" * 32), size=(30, 40), preview=a_preview(b"other")))
    with archive.transaction() as writer:
        writer.add_photo(turned, LATER)
        writer.add_photo(first, NOW)
    with archive.reading() as reader:
        photos = reader.photos_of([picture])[picture]
        assert [(one.id, one.width) for one in photos] == [(a_photo_id("one"), 40), (a_photo_id("two"), 30)]
        assert reader.preview(picture) == a_preview(b"other")
        assert [one.code for one in reader.fingerprints([picture])[picture]] == ["00" * 32]


def test_what_is_not_held_is_not_answered(archive: Archive) -> None:
    nowhere, nothing = a_photo_id("nowhere"), a_picture_id("nothing")
    with archive.reading() as reader:
        assert reader.photo(nowhere) is None
        assert reader.photo(PhotoId("no hash at all \ud800")) is None
        assert reader.photos_of([nothing]) == {nothing: ()}
        assert reader.fingerprints([nothing]) == {nothing: ()}
        assert reader.appearances([nowhere]) == {nowhere: ()}
        assert reader.preview(nothing) is None
        assert reader.facts(nowhere) == ()
        assert reader.at("/photos", "a.jpg") is None
        assert reader.located("a.jpg") == ()
        assert reader.searched() == Searched(0, None)


def test_photos_come_in_the_order_asked_however_many(archive: Archive) -> None:
    names = [str(number) for number in range(1200)]
    with archive.transaction() as writer:
        for name in names:
            writer.add_photo(a_new_photo(name, a_pictured(a_picture_id("shared"))), NOW)
    asked = [a_photo_id(name) for name in reversed(names)]
    with archive.reading() as reader:
        assert [photo.id for photo in reader.photos([*asked, a_photo_id("none")])] == asked


def test_ids_are_found_by_their_beginning(archive: Archive) -> None:
    photo = a_new_photo("one")
    with archive.transaction() as writer:
        for number in range(40):
            writer.add_photo(a_new_photo(number), NOW)
        writer.add_photo(photo, NOW)
    with archive.reading() as reader:
        assert reader.find_prefix(photo.id) == (photo.id,)
        assert reader.find_prefix(photo.id[:9].upper()) == (photo.id,)
        assert photo.id in reader.find_prefix(photo.id[:1], limit=50)
        assert len(reader.find_prefix("", limit=3)) == 3
        assert reader.find_prefix("xyz") == ()
        assert reader.find_prefix(photo.id + "0") == ()


def test_searched_counts_readable_photos_and_names_the_newest(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
        writer.add_photo(a_new_photo("two"), LATER)
        writer.add_photo(an_unreadable_photo("three"), LATER + timedelta(days=1))
        assert writer.searched() == Searched(2, LATER)
