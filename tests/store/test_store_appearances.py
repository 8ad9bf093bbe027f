"""What was said: every version stays, the newest of each witness is judged, and nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders.archives import NOW, a_day, a_new_photo, a_photo_id, a_statement, an_archive

from provenance.model.appearance import Appearance, Standing, Statement
from provenance.model.archive import Outcome
from provenance.model.times import Voucher
from provenance.store.archive import Archive

PHOTO = a_photo_id("one")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        with opened.transaction() as writer:
            writer.add_photo(a_new_photo("one"), NOW)
            writer.add_photo(a_new_photo("two"), NOW)
        yield opened


def say(archive: Archive, *statements: Statement) -> list[Outcome]:
    with archive.transaction() as writer:
        return [writer.state(PHOTO, one, NOW) for one in statements]


def said(archive: Archive) -> list[tuple[str, bool]]:
    with archive.reading() as reader:
        return [(one.statement.caption, one.superseded) for one in reader.appearances([PHOTO])[PHOTO]]


def test_a_statement_comes_back_with_its_times_and_when_it_was_recorded(archive: Archive) -> None:
    statement = a_statement("A harbour.", times=(a_day(date(2022, 4, 8)), a_day()), place="Bergen")
    assert say(archive, statement) == [Outcome.ADDED]
    with archive.reading() as reader:
        assert reader.appearances([PHOTO]) == {PHOTO: (Appearance(statement, NOW),)}


def test_the_same_again_from_another_row_is_known(archive: Archive) -> None:
    say(archive, a_statement("A harbour."))
    assert say(archive, a_statement("A harbour.", address="new.csv row 9")) == [Outcome.KNOWN]
    assert said(archive) == [("A harbour.", False)]


@pytest.mark.parametrize("voucher", [Voucher.SPREADSHEET, Voucher.SIDECAR, Voucher.FEED])
def test_a_corrected_caption_supersedes_the_older_one_which_stays(archive: Archive, voucher: Voucher) -> None:
    key = {"voucher": voucher, "address": "a.txt", "external_id": "X" if voucher is Voucher.FEED else ""}
    old, new = a_statement("A habour.", **key), a_statement("A harbour.", **key)
    assert say(archive, old, new) == [Outcome.ADDED, Outcome.SUPERSEDES]
    assert said(archive) == [("A habour.", True), ("A harbour.", False)]


def test_what_was_superseded_does_not_come_back_by_reading_an_old_file_again(archive: Archive) -> None:
    say(archive, a_statement("old"), a_statement("new"))
    assert say(archive, a_statement("old"), a_statement("new")) == [Outcome.KNOWN, Outcome.KNOWN]
    assert said(archive) == [("old", True), ("new", False)]


def test_versions_are_numbers_and_the_late_arrival_of_an_older_one_changes_nothing(archive: Archive) -> None:
    versions = [a_statement(f"v{number}", external_id="X1", version=str(number)) for number in (9, 10, 2, 11)]
    outcomes = [Outcome.ADDED, Outcome.SUPERSEDES, Outcome.OLDER, Outcome.SUPERSEDES]
    assert say(archive, *versions) == outcomes
    assert said(archive) == [("v9", True), ("v10", True), ("v2", True), ("v11", False)]


def test_versions_that_are_no_numbers_count_in_the_order_of_arrival(archive: Archive) -> None:
    say(archive, *(a_statement(text, external_id="X1", version=text) for text in ("c", "b", "7", "\u0662")))
    assert said(archive) == [("c", True), ("b", True), ("7", True), ("\u0662", False)]


def test_a_version_of_ten_thousand_digits_is_a_number_too(archive: Archive) -> None:
    say(archive, *(a_statement(text[:1], external_id="X", version=text) for text in ("2" * 10_000, "1" * 10_001, "03")))
    assert said(archive) == [("2", True), ("1", False), ("0", True)]


def test_a_new_version_that_says_the_same_is_kept_as_the_newest(archive: Archive) -> None:
    versions = [a_statement("same", external_id="X1", version=number) for number in ("1", "2")]
    assert say(archive, *versions, versions[0]) == [Outcome.ADDED, Outcome.SUPERSEDES, Outcome.KNOWN]


def test_other_witnesses_supersede_nobody(archive: Archive) -> None:
    witnesses = [
        a_statement("a"),
        a_statement("b", source="library"),
        a_statement("c", external_id="X1"),
        a_statement("d", external_id="X2"),
        a_statement("e", voucher=Voucher.SIDECAR, address="a.txt"),
        a_statement("f", voucher=Voucher.SIDECAR, address="a.xmp"),
        a_statement("g", standing=Standing.OFFERED),
    ]
    assert say(archive, *witnesses) == [Outcome.ADDED] * len(witnesses)
    assert not any(superseded for _, superseded in said(archive))


def test_a_photo_is_published_in_many_places_and_each_corrects_itself(archive: Archive) -> None:
    def published(caption: str, url: str) -> Statement:
        return a_statement(caption, standing=Standing.PUBLISHED, publisher="Daily", url=url)

    outcomes = say(archive, published("a", "u1"), published("b", "u2"), published("c", "u1"))
    assert outcomes == [Outcome.ADDED, Outcome.ADDED, Outcome.SUPERSEDES]


@pytest.mark.parametrize("voucher", [Voucher.EDITOR, Voucher.ARTICLE, Voucher.SENDER])
def test_people_speak_anew_every_time(archive: Archive, voucher: Voucher) -> None:
    one, two = (a_statement(text, voucher=voucher) for text in ("one", "two"))
    assert say(archive, one, two, one) == [Outcome.ADDED, Outcome.ADDED, Outcome.KNOWN]


def test_what_stands_in_the_file_is_said_once_whoever_hands_it_over(archive: Archive) -> None:
    def block(address: str, source: str) -> Statement:
        return a_statement(voucher=Voucher.IN_FILE, standing=Standing.IN_FILE, address=address, source=source)

    outcomes = say(archive, block("EXIF", "wire"), block("EXIF", "stringer"), block("XMP", "stringer"))
    assert outcomes == [Outcome.ADDED, Outcome.KNOWN, Outcome.ADDED]


def test_a_sidecar_says_the_same_whoever_hands_it_over(archive: Archive) -> None:
    beside = {"voucher": Voucher.SIDECAR, "address": "a.txt"}
    assert say(archive, a_statement(**beside), a_statement(source="stringer", **beside))[1] is Outcome.KNOWN


def test_a_better_reading_of_the_same_block_supersedes_the_poorer_one(archive: Archive) -> None:
    first, better = (
        a_statement(text, voucher=Voucher.IN_FILE, standing=Standing.IN_FILE, address="IPTC-IIM")
        for text in ("M?", "Mü")
    )
    assert say(archive, first, better) == [Outcome.ADDED, Outcome.SUPERSEDES]


def test_appearances_stay_in_the_order_of_arrival_when_the_clock_is_set_back(archive: Archive) -> None:
    with archive.transaction() as writer:
        for number in range(3):
            statement = a_statement(str(number), voucher=Voucher.EDITOR)
            writer.state(PHOTO, statement, NOW - timedelta(days=number))
    assert [caption for caption, _ in said(archive)] == ["0", "1", "2"]


def test_photos_do_not_hear_each_other(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.state(PHOTO, a_statement(external_id="X1"), NOW)
        assert writer.state(a_photo_id("two"), a_statement(external_id="X1"), NOW) is Outcome.ADDED
        both = writer.appearances([a_photo_id("two"), PHOTO])
        assert [len(one) for one in both.values()] == [1, 1]


def test_nothing_is_said_about_a_photo_that_is_not_held(archive: Archive) -> None:
    with pytest.raises(LookupError), archive.transaction() as writer:
        writer.state(a_photo_id("none"), a_statement(), NOW)
