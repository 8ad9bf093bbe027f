"""Reading is quick to start, says what the tables say, and changes nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from threading import Barrier, Thread

import pytest
from builders.archives import (
    NOW,
    a_day,
    a_fact,
    a_location,
    a_new_photo,
    a_pdq,
    a_photo_id,
    a_picture_id,
    a_pictured,
    a_statement,
    an_archive,
)

import provenance.store
from provenance.errors import ArchiveDamagedError, ArchiveError
from provenance.model.appearance import Waits
from provenance.store.archive import Archive
from provenance.store.codecs import HEX, PATH, UTC_TIME, WIDE, WORDS, Codec
from provenance.store.columns import Coded
from provenance.store.query import Query
from provenance.store.rows import Row

PHOTO, PICTURE = a_photo_id("one"), a_picture_id("one")
RENAMED = {"by_source": "source", "root": "path", "picture": "digest", "first": "digest", "last": "digest"}
"""What a question calls a column, or a value held against one, where the column's own name would mislead."""
SAMPLES = {HEX: "ab" * 32, WORDS: "wire", PATH: "/photos", UTC_TIME: NOW, WIDE: 1, None: 1}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        with opened.transaction() as writer:
            writer.add_photo(a_new_photo("one", a_pictured(PICTURE, a_pdq()), facts=[a_fact()]), NOW)
            writer.add_location(PHOTO, a_location("wire/a.jpg"), NOW)
            writer.state(PHOTO, a_statement(times=(a_day(),)), NOW)
            writer.wait(Waits(name="b.jpg"), a_statement(), NOW)
        yield opened


READ_EVERYTHING = """
import sys
from pathlib import Path
from provenance.store.archive import Archive, Reader, Writer

folder, photo, picture, code = Path(sys.argv[1]), *sys.argv[2:5]
with Archive.open(folder) as archive:
    with archive.reading() as reader:
        assert reader.photo(photo) and reader.facts(photo) and reader.photos_of([picture])[picture]
        assert reader.appearances([photo])[photo] and reader.waiting() and reader.find_prefix(photo[:6])
        assert reader.preview(picture) and reader.fingerprints([picture])[picture]
        assert reader.near("pdq", [code], 31) and reader.searched().photos == 1
        assert reader.at("/photos", "wire/a.jpg") and reader.located("a.jpg")
    assert archive.info().photos == 1
print([name for name in ("sqlalchemy", "sqlmodel", "pydantic", "alembic") if name in sys.modules])
"""


def test_reading_imports_nothing_that_takes_longer_than_the_answer(archive: Archive) -> None:
    given = [str(archive.folder), PHOTO, PICTURE, a_pdq().code]
    done = subprocess.run(
        [sys.executable, "-c", READ_EVERYTHING, *given], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def queries() -> dict[str, Query]:
    """Every question that is written down anywhere in the store."""
    found: dict[str, Query] = {}
    for module in iter_modules(provenance.store.__path__):
        for name, value in vars(import_module(f"provenance.store.{module.name}")).items():
            several = value if isinstance(value, dict) else {"": value}
            found.update({f"{module.name} {name} {key}": one for key, one in several.items() if isinstance(one, Query)})
    return found


def codecs_of(name: str) -> set[Codec | None]:
    """How the tables that have such a column encode it; not at all where none has."""
    name = RENAMED.get(name, name.removeprefix("waits_"))
    types = [table.c[name].type for table in Row.metadata.tables.values() if name in table.c]
    return {kind.codec if isinstance(kind, Coded) else None for kind in types} or {None}


@pytest.mark.parametrize("name", sorted(queries()))
def test_every_question_fits_the_tables_and_decodes_each_column_as_they_encode_it(archive: Archive, name: str) -> None:
    query = queries()[name]
    values = set(re.findall(r":(\w+)", query.text))
    given = {value: SAMPLES[query.codecs.get(value)] for value in values}
    if query.listed:
        given[query.listed] = [given[query.listed]]
    with archive.reading() as reader:
        (cursor,) = query._cursors(reader._connection, given)
        columns = {column[0] for column in cursor.description}
    for one in columns | values:
        assert query.codecs.get(one) in codecs_of(one), one


READS_ALL = {"known_by _BY_SAID_ID ", "known_by _BY_PARENT "}
"""Questions of a notice that comes in, which may look through all that was ever said."""


@pytest.mark.parametrize("name", sorted(name for name, one in queries().items() if one.listed))
def test_no_question_about_some_reads_all(archive: Archive, name: str) -> None:
    query = queries()[name]
    given = {value: SAMPLES[query.codecs.get(value)] for value in re.findall(r":(\w+)", query.text)}
    explained = Query(f"EXPLAIN QUERY PLAN {query.text}")
    with archive.reading() as reader:
        rows = explained.rows(reader._connection, **{**given, query.listed: [given[query.listed]] * 3})
        read_whole = [row.detail for row in rows if row.detail.startswith("SCAN") and "vocabulary" not in row.detail]
    assert bool(read_whole) == (name in READS_ALL), read_whole


def test_all_questions_are_found() -> None:
    assert len(queries()) > 20


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE photo SET held_since = 'yesterday'",
        "UPDATE photo SET held_since = 9223372036854775807",
        "UPDATE photo SET format = x'07'",
        "UPDATE location SET relative = 7.5",
    ],
)
def test_a_value_that_does_not_fit_its_column_is_damage(archive: Archive, change: str) -> None:
    with archive.transaction() as writer:
        writer._connection.exec_driver_sql(change)
    with pytest.raises(ArchiveDamagedError), archive.reading() as reader:
        reader.photo(PHOTO)


def test_the_engine_itself_refuses_what_a_reader_would_change(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="may not be written"), archive.reading() as reader:
        reader._connection.execute("UPDATE photo SET size = 0")
    with archive.reading() as reader:
        assert reader.photo(PHOTO).size == 123456


def test_reading_goes_on_after_an_error_and_sees_what_came_meanwhile(archive: Archive) -> None:
    with pytest.raises(ValueError, match="at most"), archive.reading() as reader:
        reader.near("pdq", ["0" * 64], 99)
    with archive.transaction() as writer:
        writer.add_photo(a_new_photo("two"), NOW)
    with archive.reading() as reader:
        assert reader.searched().photos == 2


def test_threads_read_at_once(archive: Archive) -> None:
    found: list[int] = []
    together = Barrier(4)

    def read() -> None:
        for _ in range(5):
            with archive.reading() as reader:
                together.wait(10)
                found.append(reader.searched().photos)

    threads = [Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert found == [1] * 20


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only there is seen which files are open")
def test_closing_lets_go_of_the_files_even_while_somebody_reads(archive: Archive) -> None:
    with archive.reading() as reader:
        archive.close()
        assert reader.photo(PHOTO) is not None
    assert not [path for path in Path("/proc/self/fd").iterdir() if _leads_to(path, archive.folder)]


def _leads_to(link: Path, folder: Path) -> bool:
    try:
        return link.readlink().is_relative_to(folder)
    except OSError:
        return False
