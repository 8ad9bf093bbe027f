"""The tables are made and changed step by step, and are then exactly those that the program knows."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from builders.archives import an_archive

from provenance.errors import ArchiveDamagedError, ArchiveError, ArchiveNotFoundError, ArchiveTooNewError
from provenance.model.archive import IndexState
from provenance.store.archive import Archive
from provenance.store.migrate import HEAD, REVISIONS, SCRIPTS
from provenance.store.rows import Row


def alter(folder: Path, *statements: str) -> None:
    connection = sqlite3.connect(folder / "archive.db")
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_the_revisions_known_are_those_that_stand_in_the_folder() -> None:
    scripts = ScriptDirectory(str(SCRIPTS))
    assert [step.revision for step in scripts.walk_revisions()] == list(reversed(REVISIONS))
    assert scripts.get_current_head() == HEAD


def test_the_migrated_tables_are_those_of_the_rows(tmp_path: Path) -> None:
    with an_archive(tmp_path / "archive") as archive, archive.transaction() as writer:
        context = MigrationContext.configure(writer._connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_the_migrated_tables_lie_on_disk_as_those_of_the_rows_would(tmp_path: Path) -> None:
    """What compare_metadata does not see: WITHOUT ROWID, AUTOINCREMENT, names of constraints."""
    from sqlalchemy import create_engine

    fresh = create_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    Row.metadata.create_all(fresh)
    fresh.dispose()
    an_archive(tmp_path / "archive").close()
    assert schema(tmp_path / "archive" / "archive.db") == schema(tmp_path / "fresh.db")


def schema(file: Path) -> dict[str, list[str]]:
    connection = sqlite3.connect(file)
    found = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    connection.close()
    found.pop("alembic_version", None)
    return {name: sorted(_parts(sql)) for name, sql in found.items()}


def _parts(sql: str) -> list[str]:
    """What a statement says, wherever its lines break: a column that was added later stands on the last one."""
    lines = (line.strip(" ,\t)") for line in sql.replace(", ", ",\n").splitlines())
    return [line for line in lines if line]


def test_an_archive_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    an_archive(tmp_path / "archive").close()
    alter(
        tmp_path / "archive",
        "UPDATE alembic_version SET version_num = '0999'",
        "UPDATE meta SET value = '9.1' WHERE key = 'program'",
    )
    for opening in (Archive.open, Archive.create_or_open):
        with pytest.raises(ArchiveTooNewError, match=r"9\.1") as caught:
            opening(tmp_path / "archive")
        assert "Update prov" in caught.value.hint


def test_an_archive_of_a_newer_program_that_keeps_no_meta_is_left_alone_too(tmp_path: Path) -> None:
    an_archive(tmp_path / "archive").close()
    alter(tmp_path / "archive", "UPDATE alembic_version SET version_num = '0999'", "DROP TABLE meta")
    with pytest.raises(ArchiveTooNewError):
        Archive.open(tmp_path / "archive")


def an_archive_of_the_first_revision(folder: Path) -> None:
    """As the first program made it, with two pictures."""
    from sqlalchemy import create_engine

    folder.mkdir()
    engine = create_engine(f"sqlite:///{folder / 'archive.db'}")
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(SCRIPTS))
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO picture VALUES (1, x'01', 10, 10), (7, x'07', 10, 10)")
    engine.dispose()
    alter(folder, "PRAGMA journal_mode=WAL")


def test_an_older_archive_is_not_changed_by_opening_it(tmp_path: Path) -> None:
    an_archive_of_the_first_revision(tmp_path / "archive")
    with pytest.raises(ArchiveError) as caught:
        Archive.open(tmp_path / "archive")
    assert "prov ingest" in caught.value.hint
    assert not isinstance(caught.value, ArchiveNotFoundError | ArchiveTooNewError)


@pytest.mark.parametrize("renewed", [Archive.create_or_open, partial(Archive.open, renew=True)])
def test_the_pictures_of_an_older_archive_are_known_to_have_no_features(
    tmp_path: Path, renewed: Callable[[Path], Archive]
) -> None:
    an_archive_of_the_first_revision(tmp_path / "archive")
    with renewed(tmp_path / "archive") as archive, archive.reading() as reader:
        assert reader.unsearchable("words-1") == 2
        assert [mark for mark, _ in reader.undescribed("words-1")] == [1, 7]
        assert archive.info().index is IndexState.EMPTY


def test_a_database_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    alter(tmp_path / "archive", "CREATE TABLE songs (title TEXT)")
    before = (tmp_path / "archive" / "archive.db").read_bytes()
    for opening in (Archive.open, Archive.create_or_open):
        with pytest.raises(ArchiveDamagedError):
            opening(tmp_path / "archive")
    assert (tmp_path / "archive" / "archive.db").read_bytes() == before


def test_making_stopped_halfway_is_made_good(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    alter(tmp_path / "archive", "PRAGMA journal_mode=WAL")
    with Archive.create_or_open(tmp_path / "archive") as archive:
        assert archive.info().revision == HEAD


def test_several_processes_make_the_same_archive_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from provenance.store.archive import Archive; "
        "import alembic.command; sys.stdin.read(1); "
        "print(Archive.create_or_open(Path(sys.argv[1])).info().revision)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "archive")]
    pipe = subprocess.PIPE
    running = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(3)]
    for process in running:
        process.stdin.write("go")
        process.stdin.flush()
    answers = [process.communicate(timeout=60) for process in running]
    assert answers == [(f"{HEAD}\n", "")] * 3


def test_opening_an_archive_does_not_import_what_makes_one(tmp_path: Path) -> None:
    an_archive(tmp_path / "archive").close()
    code = (
        "import sys; from pathlib import Path; from provenance.store.archive import Archive; "
        "archive = Archive.open(Path(sys.argv[1])); archive.info(); "
        "print([name for name in ('alembic', 'mako', 'numpy', 'PIL') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "archive")], capture_output=True, check=True, text=True
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
