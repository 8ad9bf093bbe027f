"""The archive as a whole: made, opened, read as of one moment, and told about."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders.archives import (
    NOW,
    a_location,
    a_new_photo,
    a_photo_id,
    a_statement,
    an_archive,
    an_unreadable_photo,
)

import provenance
from provenance.errors import ArchiveError, ArchiveNotFoundError
from provenance.model.appearance import Waits
from provenance.store.archive import Archive, Writer


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        yield opened


def test_a_new_archive_is_a_folder_for_its_owner_alone(tmp_path: Path) -> None:
    with Archive.create_or_open(tmp_path / "desk" / "archive") as archive:
        assert archive.folder == tmp_path / "desk" / "archive"
    if os.name == "posix":
        assert stat.S_IMODE(archive.folder.stat().st_mode) == 0o700


def test_what_was_kept_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    with an_archive(tmp_path / "with space, 100 % and \u00fcml\u00e4ut") as archive, archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
    with Archive.open(archive.folder) as again, again.reading() as reader:
        assert reader.photo(a_photo_id("one")) is not None


@pytest.mark.parametrize("made", [[], ["archive"], ["archive", "archive/archive.db"]])
def test_where_there_is_no_archive_the_hint_says_how_to_make_one(tmp_path: Path, made: list[str]) -> None:
    for name in made:
        path = tmp_path / name
        path.touch() if path.suffix else path.mkdir()
    with pytest.raises(ArchiveNotFoundError) as caught:
        Archive.open(tmp_path / "archive")
    assert "prov ingest" in caught.value.hint


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a letter")
    with pytest.raises(ArchiveError, match="file"):
        Archive.create_or_open(tmp_path / "archive")


def test_a_transaction_that_raises_leaves_nothing(archive: Archive) -> None:
    def stopped() -> None:
        with archive.transaction() as writer:
            writer.add_photo(a_new_photo("one"), NOW)
            writer.add_location(a_photo_id("one"), a_location(), NOW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert archive.info().photos == 0


def test_readers_see_the_moment_at_which_they_began(archive: Archive) -> None:
    with archive.reading() as before:
        with archive.transaction() as writer:
            writer.add_photo(a_new_photo("one"), NOW)
            with archive.reading() as during:
                assert during.photo(a_photo_id("one")) is None
        assert before.photo(a_photo_id("one")) is None
    with archive.reading() as after:
        assert after.photo(a_photo_id("one")) is not None


def test_info_counts_what_is_there(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
        writer.add_photo(an_unreadable_photo("two"), NOW)
        writer.state(a_photo_id("one"), a_statement(), NOW)
        writer.wait(Waits(name="c.jpg"), a_statement("first"), NOW)
        writer.wait(Waits(name="c.jpg"), a_statement("second"), NOW)
    info = archive.info()
    assert (info.photos, info.pictures, info.unreadable) == (2, 1, 1)
    assert (info.appearances, info.waiting, info.newest) == (3, 1, NOW)
    assert (info.path, info.health) == (str(archive.folder), ())
    assert info.engine.startswith("SQLite 3")
    assert info.bytes > 10_000


def test_reading_writes_nothing(tmp_path: Path) -> None:
    with an_archive(tmp_path / "archive") as archive, archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
    file = tmp_path / "archive" / "archive.db"
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    with Archive.open(tmp_path / "archive") as archive:
        for _ in range(2):
            with archive.reading() as reader:
                reader.photo(a_photo_id("one"))
                reader.near("pdq", ["0" * 64], 31)
        archive.info()
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_a_reader_cannot_write_even_by_the_writers_means(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
    with pytest.raises(ArchiveError), archive.reading() as reader:
        Writer(reader._connection, archive.folder).add_location(a_photo_id("one"), a_location(), NOW)


def test_it_may_be_used_again_after_closing(archive: Archive) -> None:
    archive.close()
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
    archive.close()
    assert archive.info().photos == 1


def test_every_connection_that_writes_is_durable_and_keeps_references(archive: Archive) -> None:
    with archive.transaction() as writer:
        connection = writer._connection
        told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "synchronous")]
        assert told == [1, 2]
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    with pytest.raises(ArchiveError, match="contradicts"), archive.transaction() as writer:
        writer._connection.exec_driver_sql("INSERT INTO facts (photo_id, data) VALUES (4711, x'00')")


def test_there_is_one_commit_in_the_program() -> None:
    package = Path(provenance.__file__).parent
    commits = [path.name for path in package.rglob("*.py") if re.search(r"\bcommit\(", path.read_text("utf-8"))]
    index = {"words.py", "word_index.py", "following.py"}  # the search index, which is derived, has its own
    assert [name for name in commits if name not in index] == ["transaction.py"]


def test_the_database_is_one_that_other_tools_can_read(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
        writer.state(a_photo_id("one"), a_statement("Le port de Bergen à l'aube."), NOW)
    connection = sqlite3.connect(archive.folder / "archive.db")
    assert connection.execute("SELECT caption FROM appearance").fetchall() == [("Le port de Bergen à l'aube.",)]
    connection.close()
