"""Where files stand: by path, by name, and when they move."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from builders.archives import NOW, a_location, a_new_photo, a_photo_id, an_archive

from provenance.store.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        with opened.transaction() as writer:
            for name in ("one", "two"):
                writer.add_photo(a_new_photo(name), NOW)
        yield opened


def put(archive: Archive, name: str, relative: str, root: str = "/photos") -> None:
    with archive.transaction() as writer:
        writer.add_location(a_photo_id(name), a_location(relative, root), NOW)


def located(archive: Archive, name: str) -> tuple[str, ...]:
    with archive.reading() as reader:
        return reader.located(name)


def test_a_path_is_asked_and_answers_what_its_file_was_like(archive: Archive) -> None:
    put(archive, "one", "wire/a.jpg")
    with archive.reading() as reader:
        assert reader.at("/photos", "wire/a.jpg") == (a_photo_id("one"), a_location("wire/a.jpg"))
        assert reader.at("/elsewhere", "wire/a.jpg") is None


def test_what_stands_at_a_path_now_takes_the_place_of_what_stood_there(archive: Archive) -> None:
    put(archive, "one", "a.jpg")
    changed = replace(a_location("a.jpg"), size=7, mtime_ns=1, inode=0)
    with archive.transaction() as writer:
        writer.add_location(a_photo_id("two"), changed, NOW + timedelta(days=1))
    with archive.reading() as reader:
        assert reader.at("/photos", "a.jpg") == (a_photo_id("two"), changed)
        assert reader.photo(a_photo_id("one")).locations == ()


def test_one_photo_may_stand_in_several_places(archive: Archive) -> None:
    put(archive, "one", "a.jpg")
    put(archive, "one", "copy/a.jpg", "/backup")
    with archive.reading() as reader:
        assert len(reader.photo(a_photo_id("one")).locations) == 2


@pytest.mark.parametrize("name", ["a.jpg", "A.JPG", "wire/a.jpg", "Wire\\A.jpg", "./a.jpg", "photos/wire/a.jpg"])
def test_a_photo_is_found_by_the_end_of_its_path(archive: Archive, name: str) -> None:
    put(archive, "one", "wire/a.jpg")
    assert located(archive, name) == (a_photo_id("one"),)


@pytest.mark.parametrize("name", ["b.jpg", "ire/a.jpg", "pool/a.jpg", "a", "", "/", "wire", "\ud800.jpg"])
def test_part_of_a_name_finds_nothing(archive: Archive, name: str) -> None:
    put(archive, "one", "wire/a.jpg")
    assert located(archive, name) == ()


def test_a_composed_name_finds_a_decomposed_one(archive: Archive) -> None:
    put(archive, "one", "Mu\u0308nchen.jpg")
    assert located(archive, "M\u00dcNCHEN.JPG") == (a_photo_id("one"),)


def test_all_photos_of_a_name_are_found_in_the_order_in_which_they_came(archive: Archive) -> None:
    put(archive, "two", "x/a.jpg")
    put(archive, "one", "y/a.jpg")
    put(archive, "one", "z/A.jpg")
    assert located(archive, "a.jpg") == (a_photo_id("one"), a_photo_id("two"))
    assert located(archive, "x/a.jpg") == (a_photo_id("two"),)


@pytest.mark.skipif(os.name != "posix", reason="only there may a file be called anything")
def test_names_of_any_bytes_come_back(archive: Archive) -> None:
    name = os.fsdecode(b"\xff\x1b[2J\n\xe2\x80\xae \xcc\x88-.jpg")
    put(archive, "one", name)
    with archive.reading() as reader:
        assert reader.at("/photos", name) == (a_photo_id("one"), a_location(name))
        assert reader.located(name) == (a_photo_id("one"),)


def test_a_photo_that_is_not_held_stands_nowhere(archive: Archive) -> None:
    with pytest.raises(LookupError), archive.transaction() as writer:
        writer.add_location(a_photo_id("none"), a_location(), NOW)
