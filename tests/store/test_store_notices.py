"""Notices on record: kept once, found by what they name, and by the photos that they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders.archives import NOW, a_location, a_new_photo, a_photo_id, a_picture_id, a_statement, an_archive
from builders.notices import a_notice
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model.appearance import Waits
from provenance.model.archive import Outcome
from provenance.model.notice import KeptNotice, Notice, Noticed, NoticeKind, Signs, Way
from provenance.store.archive import Archive

PHOTO = a_photo_id()
PICTURE = a_picture_id("a photo")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        yield opened


def hold(
    archive: Archive, name: str = "a photo", path: str = "wire/val_harbour_regatta.jpg", ids: tuple[str, ...] = ()
):
    with archive.transaction() as writer:
        writer.add_photo(replace(a_new_photo(name), supplier_ids=ids), NOW)
        writer.add_location(a_photo_id(name), a_location(path), NOW)


def keep(archive: Archive, notice: Notice, *photos: str, way: Way = Way.NAMED) -> Outcome:
    with archive.transaction() as writer:
        outcome = writer.notify(notice, NOW)
        for photo in photos:
            writer.concern(notice, a_photo_id(photo), way)
    return outcome


def test_a_notice_is_kept_once_and_comes_back_as_it_was(archive: Archive) -> None:
    notice = a_notice(names=("a.jpg",), ids=("VAL101", "RX4471902"), urls=("https://x.example/a",), wrong=("Valtorta",))
    assert keep(archive, notice) is Outcome.ADDED
    assert keep(archive, notice) is Outcome.KNOWN
    with archive.reading() as reader:
        assert reader.notices() == (KeptNotice(notice, NOW),)


def test_without_notices_nothing_is_about_anything(archive: Archive) -> None:
    hold(archive)
    with archive.reading() as reader:
        assert reader.notices() == ()
        assert reader.noticed([PHOTO]) == {}
        assert reader.naming(Signs(ids=("RX4471902",))) == ()
        assert reader.noticed_pictures() == ()


def test_the_photos_that_it_is_about_are_kept_once(archive: Archive) -> None:
    hold(archive)
    notice = a_notice()
    keep(archive, notice, "a photo")
    with archive.transaction() as writer:
        assert writer.concern(notice, PHOTO, Way.POINTED) is False
    with archive.reading() as reader:
        (found,) = reader.noticed([PHOTO])[PHOTO]
        assert (found.notice, found.way, found.photo) == (notice, Way.NAMED, PHOTO)
        assert reader.noticed_pictures() == (PICTURE,)


def test_only_photos_that_are_held_and_notices_on_record_are_joined(archive: Archive) -> None:
    hold(archive)
    with archive.transaction() as writer:
        with pytest.raises(LookupError):
            writer.concern(a_notice(), PHOTO, Way.NAMED)
        writer.notify(a_notice(), NOW)
        with pytest.raises(LookupError):
            writer.concern(a_notice(), a_photo_id("another"), Way.NAMED)


@pytest.mark.parametrize(
    ("notice", "signs"),
    [
        (a_notice(ids=("RX4471902",)), Signs(ids=("rx4471902",))),
        (a_notice(names=("Harbour_Regatta.JPG",)), Signs(names=("web/2024/harbour_regatta.jpg",))),
        (a_notice(urls=("http://x.example/a-800x600.jpg?w=2",)), Signs(urls=("https://x.example/a.jpg",))),
    ],
)
def test_a_photo_that_is_not_held_is_known_by_what_the_notice_names(
    archive: Archive, notice: Notice, signs: Signs
) -> None:
    keep(archive, notice)
    with archive.reading() as reader:
        assert [one.notice for one in reader.naming(signs)] == [notice]
        assert (
            reader.naming(Signs(names=("other_name_here.jpg",), ids=("RX9999999",), urls=("https://y.example/",))) == ()
        )


@pytest.mark.parametrize(
    "notice", [a_notice(ids=("VAL101",)), a_notice(names=("IMG_0001.JPG",)), a_notice(wrong=("RX4471902",))]
)
def test_what_many_photos_are_called_tells_nothing(archive: Archive, notice: Notice) -> None:
    keep(archive, notice)
    with archive.reading() as reader:
        assert reader.naming(Signs(names=("IMG_0001.JPG",), ids=("VAL101", "RX4471902"))) == ()


def test_a_photo_that_comes_later_is_known_by_its_own_ids_and_by_what_was_said_of_it(archive: Archive) -> None:
    keep(archive, a_notice(ids=("RX4471902",)))
    hold(archive, "own", "one.jpg", ids=("RX4471902",))
    hold(archive, "said", "two.jpg")
    hold(archive, "made", "three.jpg")
    hold(archive, "none", "four.jpg")
    with archive.transaction() as writer:
        writer.state(a_photo_id("said"), a_statement(external_id="RX4471902"), NOW)
        writer.state(a_photo_id("made"), a_statement(derived_from=("RX4471902",)), NOW)
    photos = [a_photo_id(name) for name in ("own", "said", "made", "none")]
    with archive.reading() as reader:
        found = reader.noticed(photos)
        assert [len(found[photo]) for photo in photos] == [1, 1, 1, 0]


def test_a_photo_that_was_forgotten_is_known_again_by_its_bytes_and_its_picture(archive: Archive) -> None:
    hold(archive)
    keep(archive, a_notice(), "a photo")
    with archive.transaction() as writer:
        writer.forget(PHOTO)
    with archive.reading() as reader:
        assert reader.noticed_pictures() == ()
        assert reader.naming(Signs(photo=PHOTO))
        assert reader.naming(Signs(picture=PICTURE))
    hold(archive)
    with archive.reading() as reader:
        assert [one.way for one in reader.noticed([PHOTO])[PHOTO]] == [Way.NAMED]


def test_what_was_only_found_to_be_like_it_is_not_looked_for_again(archive: Archive) -> None:
    hold(archive)
    keep(archive, a_notice(), "a photo", way=Way.LIKENESS)
    with archive.reading() as reader:
        assert reader.noticed_pictures() == ()
        assert len(reader.noticed([PHOTO])[PHOTO]) == 1


def test_the_photos_that_a_notice_names_are_found_by_name_id_and_url(archive: Archive) -> None:
    hold(archive, "named", "wire/harbour_regatta.jpg")
    hold(archive, "own", "1.jpg", ids=("RX4471902",))
    hold(archive, "said", "2.jpg")
    hold(archive, "waited", "3.jpg")
    with archive.transaction() as writer:
        writer.state(a_photo_id("said"), a_statement(external_id="tag:x:1"), NOW)
        waits = Waits(supplier_id="PX7654321", url="https://x.example/p.jpg", other_names=(), other_ids=("PX0000001",))
        writer.state(a_photo_id("waited"), a_statement("waited"), NOW, waits)
    notice = a_notice(
        names=("harbour_regatta.jpg", "none.jpg"),
        ids=("rx4471902", "tag:x:1", "PX0000001", "VAL999"),
        urls=("https://x.example/p.jpg",),
    )
    with archive.reading() as reader:
        found = reader.named_by(notice)
    assert found == {
        "harbour_regatta.jpg": (a_photo_id("named"),),
        "rx4471902": (a_photo_id("own"),),
        "tag:x:1": (a_photo_id("said"),),
        "PX0000001": (a_photo_id("waited"),),
        "https://x.example/p.jpg": (a_photo_id("waited"),),
    }


def test_a_notice_that_was_taken_off_the_record_is_gone(archive: Archive) -> None:
    hold(archive)
    notice = a_notice(ids=("RX4471902",))
    keep(archive, notice, "a photo")
    with archive.transaction() as writer:
        assert writer.drop(notice) is True
        assert writer.drop(notice) is False
    with archive.reading() as reader:
        assert (reader.notices(), reader.noticed([PHOTO]), reader.naming(Signs(photo=PHOTO))) == ((), {}, ())


def test_a_kept_notice_says_when_it_was_recorded(archive: Archive) -> None:
    keep(archive, a_notice())
    with archive.reading() as reader:
        (kept,) = reader.notices()
    assert Noticed(kept, Way.NAMED).kept.recorded == NOW


words = st.text(min_size=1, max_size=30)
texts = st.text(max_size=30)
groups = st.lists(words, max_size=3, unique=True).map(tuple)
notices = st.builds(
    a_notice,
    st.sampled_from(NoticeKind),
    st.tuples(st.uuids(), texts).map(lambda pair: f"{pair[0]} {pair[1]}"),
    **dict.fromkeys(("source", "address"), words),
    **dict.fromkeys(("publisher", "headline", "corrected", "external_id", "version"), texts),
    **dict.fromkeys(("names", "ids", "urls", "wrong"), groups),
    issued=st.none() | st.just(a_notice().issued),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notices)
def test_every_notice_comes_back_as_it_was(archive: Archive, notice: Notice) -> None:
    keep(archive, notice)
    with archive.transaction() as writer:
        assert [kept.notice for kept in writer.notices()] == [notice]
        writer.drop(notice)


DETAILS = st.builds(
    a_statement, texts, instructions=texts, dateline=texts, derived_from=groups, external_id=st.uuids().map(str)
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DETAILS)
def test_instructions_dateline_and_parents_come_back_as_they_were(archive: Archive, statement) -> None:
    hold(archive)
    with archive.transaction() as writer:
        assert writer.state(PHOTO, statement, NOW) is not Outcome.OLDER
        assert writer.state(PHOTO, statement, NOW) is Outcome.KNOWN
        assert statement in [one.statement for one in writer.appearances([PHOTO])[PHOTO]]
