"""What was said about photos that have not come, and what happens when they do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from builders.archives import NOW, a_location, a_new_photo, a_photo_id, a_statement, an_archive

from provenance.model.appearance import Appearance, Waits
from provenance.model.archive import Outcome
from provenance.store.archive import Archive

PHOTO = a_photo_id("one")
LATER = NOW + timedelta(days=2)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        yield opened


def arrive(archive: Archive, names: tuple[str, ...] = (), ids: tuple[str, ...] = (), urls: tuple[str, ...] = ()) -> int:
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), LATER)
        return writer.join_waiting(PHOTO, names, ids, urls, LATER)


def test_it_waits_is_listed_and_joins_with_the_time_at_which_it_was_recorded(archive: Archive) -> None:
    waits, statement = Waits(name="a.jpg"), a_statement()
    with archive.transaction() as writer:
        assert writer.wait(waits, statement, NOW) is Outcome.ADDED
        assert writer.waiting() == (Appearance(statement, NOW, waits=waits),)
    assert arrive(archive, ("A.jpg",)) == 1
    with archive.reading() as reader:
        assert reader.waiting() == ()
        assert reader.appearances([PHOTO])[PHOTO] == (Appearance(statement, NOW),)


@pytest.mark.parametrize(
    ("waits", "comes"),
    [
        (Waits(name="wire/a.jpg"), True),
        (Waits(name="pool/a.jpg"), False),
        (Waits(name="", supplier_id="epa08033505"), True),
        (Waits(supplier_id="other"), False),
        (Waits(url="https://x.example/a.jpg"), True),
        (Waits(url="https://x.example/b.jpg"), False),
        (Waits(sha256=PHOTO.upper()), True),
        (Waits(sha256=a_photo_id("two"), name="a.jpg"), False),
        (Waits(name="b.jpg", supplier_id="epa08033505"), True),
    ],
)
def test_a_photo_is_known_by_any_of_its_signs_and_a_stated_hash_decides_alone(
    archive: Archive, waits: Waits, comes: bool
) -> None:
    with archive.transaction() as writer:
        writer.wait(waits, a_statement(), NOW)
    names, ids, urls = ("a.jpg", "2022/wire/a.jpg"), ("epa08033505", ""), ("https://x.example/a.jpg", "")
    assert arrive(archive, names, ids, urls) == int(comes)
    with archive.reading() as reader:
        assert len(reader.waiting()) == int(not comes)


def test_the_place_where_the_photo_stands_counts_as_its_name(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.wait(Waits(name="photos/a.jpg"), a_statement(), NOW)
        writer.add_photo(a_new_photo("one"), LATER)
        writer.add_location(PHOTO, a_location("a.jpg", "/photos"), LATER)
        assert writer.join_waiting(PHOTO, [], [], [], LATER) == 1


def test_the_same_again_is_known_and_a_correction_supersedes_while_waiting(archive: Archive) -> None:
    waits = Waits(name="a.jpg")
    with archive.transaction() as writer:
        outcomes = [writer.wait(waits, a_statement(text), NOW) for text in ("old", "old", "new")]
        assert outcomes == [Outcome.ADDED, Outcome.KNOWN, Outcome.SUPERSEDES]
        assert writer.wait(Waits(name="b.jpg"), a_statement("old"), NOW) is Outcome.ADDED
        assert [one.statement.caption for one in writer.waiting()] == ["new", "old"]
    assert arrive(archive, ("a.jpg",)) == 1
    with archive.reading() as reader:
        kept = reader.appearances([PHOTO])[PHOTO]
        assert [(one.statement.caption, one.superseded) for one in kept] == [("old", True), ("new", False)]


def test_who_joins_what_was_said_already_is_marked_and_not_dropped(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.wait(Waits(name="a.jpg"), a_statement("same"), NOW)
        writer.add_photo(a_new_photo("one"), LATER)
        writer.state(PHOTO, a_statement("same"), LATER)
    assert arrive(archive, ("a.jpg",)) == 0
    with archive.reading() as reader:
        kept = reader.appearances([PHOTO])[PHOTO]
        assert [(one.recorded, one.superseded) for one in kept] == [(NOW, True), (LATER, False)]


def test_what_waited_is_older_than_what_was_said_meanwhile(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.wait(Waits(name="a.jpg"), a_statement("first"), NOW)
        writer.add_photo(a_new_photo("one"), LATER)
        writer.state(PHOTO, a_statement("second"), LATER)
    assert arrive(archive, ("a.jpg",)) == 0
    with archive.reading() as reader:
        kept = reader.appearances([PHOTO])[PHOTO]
        assert [(one.statement.caption, one.superseded) for one in kept] == [("first", True), ("second", False)]


def test_a_newer_version_that_waited_supersedes(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.wait(Waits(name="a.jpg"), a_statement("v2", external_id="X", version="2"), NOW)
        writer.add_photo(a_new_photo("one"), LATER)
        writer.state(PHOTO, a_statement("v1", external_id="X", version="1"), LATER)
    assert arrive(archive, ("a.jpg",)) == 1
    with archive.reading() as reader:
        kept = reader.appearances([PHOTO])[PHOTO]
        assert [(one.statement.caption, one.superseded) for one in kept] == [("v2", False), ("v1", True)]


def test_it_joins_the_first_photo_that_comes_and_no_other(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.wait(Waits(name="a.jpg"), a_statement(), NOW)
    assert arrive(archive, ("a.jpg",)) == 1
    assert arrive(archive, ("a.jpg",)) == 0
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("two"), LATER)
        assert writer.join_waiting(a_photo_id("two"), ["a.jpg"], [], [], LATER) == 0
