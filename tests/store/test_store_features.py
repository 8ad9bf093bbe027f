"""Local features are kept whole, found by their words from then on, and gone when they are forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders.archives import (
    NOW,
    WORDS_VERSION,
    a_described_photo,
    a_fact,
    a_location,
    a_new_photo,
    a_pdq,
    a_phash,
    a_photo_id,
    a_picture_id,
    a_pictured,
    a_statement,
    an_archive,
    an_unreadable_photo,
    some_features,
)

from provenance.matching.word_index import LinearWordIndex
from provenance.model.appearance import Waits
from provenance.model.archive import IndexState
from provenance.model.matching import FEATURE_BYTES, Features
from provenance.store.archive import Archive, Reader, Writer


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        yield opened


def found(reader: Reader, *words: int, most: int = 100, version: str = WORDS_VERSION) -> list[str]:
    return [picture for picture, _ in reader.alike(version, words, most)]


def add(writer: Writer, name: object, *words: int, version: str = WORDS_VERSION) -> None:
    writer.add_photo(a_described_photo(name, words, version), NOW)


@pytest.mark.parametrize("count", [0, 1, 43, 44, 45, 88, 220, 1000])
def test_features_come_back_as_they_went_in(archive: Archive, count: int) -> None:
    data = bytes(number % 251 for number in range(count * FEATURE_BYTES))
    features = Features("words-1", data)
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one", a_pictured(a_picture_id("one"), features=features)), NOW)
        writer.add_photo(a_new_photo("none"), NOW)
        pictures = [a_picture_id("one"), a_picture_id("none"), a_picture_id("not held")]
        assert writer.features(pictures) == {a_picture_id("one"): features}
        assert [picture for _, picture in writer.undescribed("words-1")] == [a_picture_id("none")]
        assert (writer.unsearchable("words-1"), writer.unsearchable("words-2")) == (1, 2)


def test_an_archive_answers_as_the_linear_index_does_wherever_the_words_stand(archive: Archive) -> None:
    linear = LinearWordIndex()
    shown = {number: [number % 7, 10 + number % 3, 100 + number] for number in range(1, 60)}
    for number, words in shown.items():
        linear.add(number, words)
    linear.commit()
    truth = [a_picture_id(number) for number, _ in linear.search([3, 11, 117], 100)]
    for first, last, indexed in ((1, 30, True), (30, 60, False)):
        with archive.transaction() as writer:
            for number in range(first, last):
                add(writer, number, *shown[number])
        if indexed:
            assert archive.catch_up()
    with archive.reading() as reader:
        answer = reader.alike(WORDS_VERSION, [3, 11, 117], 100)
        assert next(picture for picture, _ in answer) == truth[0]
        assert {picture for picture, _ in answer} == set(truth)
        assert dict(answer)[a_picture_id(17)] == some_features(shown[17])
        assert reader.alike(WORDS_VERSION, [3, 11, 117], 3) == answer[:3]
        assert reader.alike("words-other", [3, 11, 117], 100) == ()
        assert found(reader, 999) == []
        assert found(reader) == []
    assert archive.info().behind == 30
    assert archive.catch_up()
    with archive.reading() as reader:
        assert found(reader, 3, 11, 117) == truth
    assert (archive.info().index, archive.info().behind, archive.info().searchable) == (IndexState.READY, 0, 59)


def test_other_features_for_a_picture_take_the_place_of_the_first(archive: Archive) -> None:
    with archive.transaction() as writer:
        add(writer, "one", 1, 2)
    archive.catch_up()
    with archive.transaction() as writer:
        assert not writer.describe(a_picture_id("one"), some_features([3], WORDS_VERSION))
        assert writer.describe(a_picture_id("one"), some_features([3, 4], "words-newer"))
        assert found(writer, 1) == []
        assert found(writer, 3, version="words-newer") == [a_picture_id("one")]
        assert writer.features([a_picture_id("one")]) == {a_picture_id("one"): some_features([3, 4], "words-newer")}
        with pytest.raises(LookupError):
            writer.describe(a_picture_id("nowhere"), some_features([3]))
    assert archive.catch_up()
    with archive.reading() as reader:
        assert found(reader, 1) == []
        assert found(reader, 3, version="words-newer") == [a_picture_id("one")]
        assert reader.unsearchable("words-newer") == 0


def test_a_picture_that_had_none_gets_its_features_when_it_comes_again(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
        assert writer.unsearchable(WORDS_VERSION) == 1
        pictured = a_pictured(a_picture_id("one"), features=some_features([5]))
        writer.add_photo(a_new_photo("the same under another caption", pictured), NOW)
        assert found(writer, 5) == [a_picture_id("one")]
        assert writer.unsearchable(WORDS_VERSION) == 0


def everything_about(writer: Writer, name: str, picture: str, words: list[int]) -> None:
    prints = (a_pdq(), a_phash())
    pictured = a_pictured(a_picture_id(picture), *prints, features=some_features(words))
    writer.wait(Waits(name=f"{name}.jpg"), a_statement("Waited for."), NOW)
    writer.add_photo(a_new_photo(name, pictured, [a_fact()]), NOW)
    writer.add_location(a_photo_id(name), a_location(f"{name}.jpg"), NOW)
    for version in ("1", "2"):
        writer.state(a_photo_id(name), a_statement(version, external_id="x", version=version), NOW)
    writer.join_waiting(a_photo_id(name), [f"{name}.jpg"], [], [], NOW)


def rows(folder: Path) -> dict[str, int]:
    connection = sqlite3.connect(folder / "archive.db")
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    for kept in ("sqlite_sequence", "alembic_version", "meta", "vocabulary", "root", "word_change", "word_index"):
        counts.pop(kept, None)
    return counts


def test_nothing_is_left_of_a_forgotten_photo(archive: Archive) -> None:
    before = rows(archive.folder)
    with archive.transaction() as writer:
        everything_about(writer, "one", "one", [1, 2])
        assert found(writer, 1) == [a_picture_id("one")]
    archive.catch_up()
    with archive.transaction() as writer:
        writer.forget(a_photo_id("one"))
        assert found(writer, 1) == []
        assert writer.near("pdq", [a_pdq().code], 31) == ()
        with pytest.raises(LookupError):
            writer.forget(a_photo_id("one"))
    assert rows(archive.folder) == before
    for _ in range(2):
        with archive.reading() as reader:
            assert found(reader, 1) == []
            assert reader.photo(a_photo_id("one")) is None
        assert archive.catch_up()


def test_a_picture_stays_as_long_as_a_photo_wraps_it(archive: Archive) -> None:
    with archive.transaction() as writer:
        for name in ("one", "two"):
            everything_about(writer, name, "shared", [1, 2])
        writer.forget(a_photo_id("one"))
        assert found(writer, 1) == [a_picture_id("shared")]
        assert writer.preview(a_picture_id("shared")) is not None
        assert len(writer.appearances([a_photo_id("two")])[a_photo_id("two")]) == 3
        writer.forget(a_photo_id("two"))
        assert found(writer, 1) == []


def test_what_comes_after_a_forgotten_picture_is_not_taken_for_it(archive: Archive) -> None:
    with archive.transaction() as writer:
        add(writer, "old", 1)
    archive.catch_up()
    with archive.transaction() as writer:
        writer.forget(a_photo_id("old"))
        add(writer, "new", 2)
    with archive.reading() as reader:
        assert found(reader, 1) == []
        assert found(reader, 2) == [a_picture_id("new")]


def test_unreadable_photos_can_be_forgotten_too(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(an_unreadable_photo("one"), NOW)
        writer.forget(a_photo_id("one"))
        assert writer.photo(a_photo_id("one")) is None
