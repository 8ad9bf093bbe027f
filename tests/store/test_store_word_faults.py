"""The search index may be killed, broken or behind: what is held is found all the same, or it is said why not."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders.archives import NOW, WORDS_VERSION, a_described_photo, a_photo_id, a_picture_id, an_archive

from provenance.errors import ArchiveBusyError, ArchiveIndexError
from provenance.model.archive import Damage, IndexState, Progress
from provenance.store.archive import Archive
from provenance.store.words import WordWriter

TESTS = Path(__file__).parent.parent
MANY = 300


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with an_archive(tmp_path / "archive") as opened:
        fill(opened, range(MANY))
        yield opened


def fill(archive: Archive, names: range) -> None:
    with archive.transaction() as writer:
        for name in names:
            writer.add_photo(a_described_photo(name, [name % 10, 1000 + name]), NOW)


def indexed(archive: Archive) -> Path:
    """The folder of the index in use."""
    assert archive.catch_up()
    (folder,) = archive.folder.glob("words-*")
    return folder


def names_with(archive: Archive, word: int) -> set[str]:
    with archive.reading() as reader:
        return {picture for picture, _ in reader.alike(WORDS_VERSION, [word], 1000)}


def expected(word: int, names: range = range(MANY)) -> set[str]:
    return {a_picture_id(name) for name in names if name % 10 == word}


def kinds(archive: Archive) -> list[str]:
    return [step.kind for step in archive.inspect(WORDS_VERSION) if isinstance(step, Damage)]


def rebuild(archive: Archive) -> list[Progress]:
    return list(archive.rebuild(WORDS_VERSION))


CATCH_UP = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from provenance.store import following
from provenance.store.archive import Archive

following.BATCH = 7
with Archive.open(Path(sys.argv[2])) as archive:
    print("ready", flush=True)
    if sys.argv[3] == "rebuild":
        for step in archive.rebuild(sys.argv[4]):
            print(step.done, flush=True)
    else:
        print(archive.catch_up(), flush=True)
"""


def working(archive: Archive, work: str) -> subprocess.Popen[str]:
    arguments = [str(TESTS), str(archive.folder), work, WORDS_VERSION]
    return subprocess.Popen([sys.executable, "-c", CATCH_UP, *arguments], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.2, 0.5])
def test_killed_while_it_catches_up_nothing_is_lost_and_nothing_is_there_twice(archive: Archive, moment: float) -> None:
    indexed(archive)
    fill(archive, range(MANY, 2 * MANY))
    with archive.transaction() as writer:
        for name in range(0, MANY, 2):
            writer.forget(a_photo_id(name))
    kept = range(1, MANY, 2), range(MANY, 2 * MANY)
    with working(archive, "catch up") as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(moment)
        process.kill()
    for _ in range(2):
        assert names_with(archive, 3) == expected(3, kept[0]) | expected(3, kept[1])
        assert names_with(archive, 4) == expected(4, kept[1])
        assert archive.catch_up()
        assert kinds(archive) == []
    assert archive.info().index is IndexState.READY


@pytest.mark.parametrize("batches", [0, 1, 9])
def test_a_rebuild_that_was_killed_goes_on_and_the_old_index_serves_meanwhile(archive: Archive, batches: int) -> None:
    old = indexed(archive)
    with working(archive, "rebuild") as process:
        for _ in range(batches + 1):
            process.stdout.readline()
        process.kill()
    fill(archive, range(MANY, MANY + 50))
    with archive.transaction() as writer:
        writer.forget(a_photo_id(3))
    everything = expected(3, range(MANY + 50)) - {a_picture_id(3)}
    assert names_with(archive, 3) == everything
    assert archive.catch_up()
    assert names_with(archive, 3) == everything
    steps = rebuild(archive)
    assert all(step.done <= step.total for step in steps)
    assert names_with(archive, 3) == everything
    assert kinds(archive) == []
    assert not old.exists()


def cut(folder: Path) -> None:
    for path in folder.glob("*.term"):
        path.write_bytes(path.read_bytes()[:-20])


def scrambled(folder: Path) -> None:
    for path in folder.glob("*.fast"):
        data = bytearray(path.read_bytes())
        data[: len(data) - 100] = bytes(one ^ 0x5A for one in data[: len(data) - 100])
        path.write_bytes(data)


def older(folder: Path) -> None:
    meta = folder / "meta.json"
    meta.write_text(meta.read_text().replace('"opstamp": ', '"opstamp": 0.'))


BREAKING: dict[str, Callable[[Path], object]] = {
    "deleted": shutil.rmtree,
    "cut": cut,
    "scrambled": scrambled,
    "older than the tables": older,
    "no meta": lambda folder: (folder / "meta.json").unlink(),
    "half a meta": lambda folder: (folder / "meta.json").write_text("{"),
}


@pytest.mark.parametrize("how", sorted(BREAKING))
def test_a_broken_index_is_named_does_without_and_is_built_anew(archive: Archive, how: str) -> None:
    BREAKING[how](indexed(archive))
    assert names_with(archive, 3) == expected(3)
    fill(archive, range(MANY, MANY + 20))
    assert names_with(archive, 3) == expected(3, range(MANY + 20))
    assert "index-damaged" in kinds(archive)
    archive.catch_up()
    assert names_with(archive, 3) == expected(3, range(MANY + 20))
    rebuild(archive)
    assert kinds(archive) == []
    assert names_with(archive, 3) == expected(3, range(MANY + 20))


def test_an_index_of_another_layout_is_not_read(archive: Archive) -> None:
    folder = indexed(archive)
    folder.rename(folder.with_name("words-0-old"))
    with archive.transaction() as writer:
        writer._connection.exec_driver_sql("UPDATE word_index SET folder = 'words-0-old'")
    assert names_with(archive, 3) == expected(3)
    assert archive.info().index is IndexState.DAMAGED
    rebuild(archive)
    assert archive.info().index is IndexState.READY


def test_too_many_to_do_without_an_index_is_said_with_what_to_do(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provenance.store.alike.MOST_COMPARED", 100)
    shutil.rmtree(indexed(archive))
    with pytest.raises(ArchiveIndexError) as caught:
        names_with(archive, 3)
    assert "prov archive reindex" in caught.value.hint
    rebuild(archive)
    assert names_with(archive, 3) == expected(3)
    fill(archive, range(MANY, MANY + 101))
    with pytest.raises(ArchiveIndexError, match="behind"):
        names_with(archive, 3)


def test_of_two_writers_one_changes_the_index_and_the_other_leaves_it_to_him(archive: Archive) -> None:
    folder = indexed(archive)
    fill(archive, range(MANY, MANY + 20))
    with WordWriter(folder):
        assert not archive.catch_up()
        assert names_with(archive, 3) == expected(3, range(MANY + 20))
    assert archive.info().index is IndexState.BEHIND
    assert archive.catch_up()
    assert archive.info().index is IndexState.READY


def test_of_two_rebuilds_one_is_refused(archive: Archive) -> None:
    indexed(archive)
    first = archive.rebuild(WORDS_VERSION)
    next(first)
    with pytest.raises(ArchiveBusyError), Archive.open(archive.folder) as second:
        rebuild(second)
    assert [step.what for step in first] == []
    assert kinds(archive) == []


def test_several_processes_catch_up_at_once(archive: Archive) -> None:
    indexed(archive)
    fill(archive, range(MANY, 2 * MANY))
    processes = [working(archive, "catch up") for _ in range(3)]
    for process in processes:
        assert process.communicate(timeout=60)[0].startswith("ready")
        assert process.returncode == 0
    assert archive.catch_up()
    assert kinds(archive) == []
    assert names_with(archive, 3) == expected(3, range(2 * MANY))


FULL = """
import resource, sys
from pathlib import Path
from provenance.store.archive import Archive

with Archive.open(Path(sys.argv[1])) as archive:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    print(archive.catch_up())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file size are POSIX")
def test_a_full_disk_leaves_what_could_not_be_written_for_later(archive: Archive) -> None:
    indexed(archive)
    fill(archive, range(MANY, MANY + 20))
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(archive.folder)], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "False\n")
    assert names_with(archive, 3) == expected(3, range(MANY + 20))
    assert archive.catch_up()
    assert names_with(archive, 3) == expected(3, range(MANY + 20))
    assert kinds(archive) == []


def test_entries_that_do_not_belong_are_counted(archive: Archive) -> None:
    with WordWriter(indexed(archive)) as index:
        index.delete(1)
        index.add(99_999, [3])
        index.commit()
    assert kinds(archive) == ["index-incomplete", "index-too-much"]
    assert names_with(archive, 3) == expected(3)


def test_lost_features_are_damage(archive: Archive) -> None:
    with archive.transaction() as writer:
        writer._connection.exec_driver_sql("DELETE FROM feature_part WHERE picture_id = 5")
    assert "features" in kinds(archive)


def test_an_archive_restored_from_a_backup_is_not_confused_by_a_later_index(archive: Archive, tmp_path: Path) -> None:
    indexed(archive)
    archive.close()
    shutil.copy(archive.folder / "archive.db", tmp_path / "backup.db")
    fill(archive, range(MANY, MANY + 20))
    archive.catch_up()
    archive.close()
    shutil.copy(tmp_path / "backup.db", archive.folder / "archive.db")
    assert names_with(archive, 3) == expected(3)
    assert kinds(archive) == ["index-too-much"]
    fill(archive, range(1000, 1020))
    archive.catch_up()
    assert names_with(archive, 3) == expected(3) | expected(3, range(1000, 1020))


def test_an_index_restored_from_a_backup_is_known_to_be_older(archive: Archive, tmp_path: Path) -> None:
    folder = indexed(archive)
    shutil.copytree(folder, tmp_path / "backup")
    fill(archive, range(MANY, MANY + 20))
    archive.catch_up()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "backup", folder)
    assert names_with(archive, 3) == expected(3, range(MANY + 20))
    assert kinds(archive) == ["index-damaged"]
