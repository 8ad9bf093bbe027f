"""What was acknowledged is kept, and what goes wrong is said in a sentence."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest
from builders.archives import (
    NOW,
    WORDS_VERSION,
    a_described_photo,
    a_new_photo,
    a_photo_id,
    a_picture_id,
    an_archive,
)

from provenance.errors import ArchiveBusyError, ArchiveDamagedError, ArchiveError, ArchiveFullError
from provenance.store.archive import Archive
from provenance.store.local_disk import mounted_from_network

TESTS = Path(__file__).parent.parent
GROUP = 5

INGEST = """
import sys
sys.path.insert(0, sys.argv[1])
from itertools import islice
from pathlib import Path
from builders.archives import NOW, many_photos, what_is_said
from provenance.errors import ProvenanceError
from provenance.store.archive import Archive

folder, seed, groups, size, limit = Path(sys.argv[2]), *map(int, sys.argv[3:7])
archive = Archive.create_or_open(folder)
if limit:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
photos = many_photos(groups * size, seed, preview=b"p" * 5000)
print("ready", flush=True)
for group in range(groups):
    try:
        with archive.transaction() as writer:
            for photo in islice(photos, size):
                writer.add_photo(photo, NOW)
                for statement in what_is_said("", group):
                    writer.state(photo.id, statement, NOW)
    except ProvenanceError as error:
        print(type(error).__name__, flush=True)
        sys.exit(7)
    print(group, flush=True)
"""


def ingesting(folder: Path, seed: int = 1, groups: int = 1000, limit: int = 0) -> subprocess.Popen[str]:
    arguments = [str(TESTS), str(folder), str(seed), str(groups), str(GROUP), str(limit)]
    return subprocess.Popen([sys.executable, "-c", INGEST, *arguments], stdout=subprocess.PIPE, text=True)


def held(folder: Path, seed: int = 1, groups: int = 1000) -> list[int]:
    """How many photos of each group the archive holds, up to the last group of which it holds any."""
    with Archive.open(folder) as archive, archive.reading() as reader:
        assert archive.info().health == ()
        ids = [a_photo_id(f"{seed} {number}") for number in range(groups * GROUP)]
        found = {photo.id for photo in reader.photos(ids)}
        for statements in reader.appearances(sorted(found)).values():
            assert len(statements) == 2
        counts = [sum(one in found for one in ids[at : at + GROUP]) for at in range(0, len(ids), GROUP)]
        assert all(reader.facts(photo) for photo in found)
    while counts and counts[-1] == 0:
        counts.pop()
    return counts


@pytest.mark.parametrize("moment", [0, 2, 9])
def test_killed_in_the_middle_it_holds_whole_groups_and_all_that_were_acknowledged(tmp_path: Path, moment: int) -> None:
    with ingesting(tmp_path / "archive") as process:
        lines = [process.stdout.readline() for _ in range(moment + 1)]
        time.sleep(0.003 * moment)
        process.kill()
        acknowledged = [*lines, *process.stdout.read().splitlines()][1:]
    groups = held(tmp_path / "archive")
    assert set(groups) <= {GROUP}
    assert len(groups) in {len(acknowledged), len(acknowledged) + 1}
    with an_archive(tmp_path / "archive") as archive, archive.transaction() as writer:
        assert writer.add_photo(a_new_photo("after"), NOW)


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    processes = [ingesting(tmp_path / "archive", seed, groups=12) for seed in (1, 2)]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0]
    assert [held(tmp_path / "archive", seed, 12) for seed in (1, 2)] == [[GROUP] * 12] * 2


def full(folder: Path, limit: int = 0) -> None:
    process = ingesting(folder, limit=limit)
    lines = process.communicate(timeout=60)[0].split()
    assert process.returncode == 7
    assert lines[-1] == "ArchiveFullError"
    acknowledged = lines[1:-1]
    assert len(acknowledged) > 2
    assert held(folder) == [GROUP] * len(acknowledged)


@pytest.mark.skipif(os.name != "posix", reason="limits on file size are POSIX")
def test_a_limit_on_file_size_is_a_full_disk(tmp_path: Path) -> None:
    full(tmp_path / "archive", limit=1_000_000)


def test_a_full_disk_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    with a_small_disk(tmp_path) as disk:
        full(disk / "archive")


@contextmanager
def a_small_disk(where: Path) -> Iterator[Path]:
    disk = where / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "prov-test", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@contextmanager
def a_folder_that_may_not_be_written() -> Iterator[Path]:
    """Root may write everywhere, so it becomes nobody for a while."""
    where = Path(tempfile.mkdtemp())
    try:
        with an_archive(where / "archive") as archive:
            with archive.transaction() as writer:
                writer.add_photo(a_new_photo("one"), NOW)
                writer.add_photo(a_described_photo("shown", [5]), NOW)
            assert archive.catch_up()
        (where / "empty").mkdir()
        for path in (where, where / "archive", where / "empty", *(where / "archive").glob("words-*")):
            path.chmod(0o555)
        (where / "archive" / "archive.db").chmod(0o444)
        become(65534)
        yield where
    finally:
        become(0)
        for path in (where, where / "archive"):
            path.chmod(0o755)
        shutil.rmtree(where)


def become(user: int) -> None:
    if os.getuid() == 0:
        try:
            os.seteuid(user)
        except PermissionError:
            pytest.skip("this root may not become nobody")


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps no folder from being written to by its mode")
def test_a_folder_that_may_not_be_written_can_be_read() -> None:
    with a_folder_that_may_not_be_written() as where:
        with Archive.open(where / "archive") as archive, archive.reading() as reader:
            assert reader.photo(a_photo_id("one")) is not None
            assert reader.alike(WORDS_VERSION, [5], 10)[0][0] == a_picture_id("shown")
            assert archive.info().health == ()
        archive = Archive.create_or_open(where / "archive")
        with pytest.raises(ArchiveFullError, match="may not be written"), archive.transaction() as writer:
            writer.add_photo(a_new_photo("two"), NOW)
        archive.close()
        with pytest.raises(ArchiveFullError, match="cannot be made"):
            Archive.create_or_open(where / "another")
        with pytest.raises(ArchiveFullError, match="may not be written"):
            Archive.create_or_open(where / "empty")


@pytest.mark.parametrize("damage", ["garbage", "no header", "cut", "zeros"])
def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, damage: str) -> None:
    with an_archive(tmp_path / "archive") as archive, archive.transaction() as writer:
        for number in range(300):
            writer.add_photo(a_new_photo(number), NOW)
    file = tmp_path / "archive" / "archive.db"
    data = file.read_bytes()
    broken = {
        "garbage": b"not a database, " * 10_000,
        "no header": b"\xff" * 100 + data[100:],
        "cut": data[: len(data) // 2 + 77],
        "zeros": data[:4096] + bytes(len(data) - 4096),
    }
    file.write_bytes(broken[damage])
    with pytest.raises(ArchiveDamagedError) as caught:
        read_everything(tmp_path / "archive")
    assert "backup" in caught.value.hint


def read_everything(folder: Path) -> None:
    with Archive.open(folder) as archive:
        with archive.reading() as reader:
            reader.photos([a_photo_id(number) for number in range(300)])
        archive.info()


def test_an_entry_that_changed_on_disk_is_damage_and_no_crash(tmp_path: Path) -> None:
    with an_archive(tmp_path / "archive") as archive, archive.transaction() as writer:
        writer.add_photo(a_new_photo("one"), NOW)
        writer._connection.exec_driver_sql("INSERT INTO facts (photo_id, data) VALUES (1, x'1234')")
        writer._connection.exec_driver_sql("UPDATE preview SET format = 'BMP'")
    with Archive.open(tmp_path / "archive") as archive, archive.reading() as reader:
        with pytest.raises(ArchiveDamagedError):
            reader.facts(a_photo_id("one"))
        picture = reader.photo(a_photo_id("one")).picture
        assert reader.preview(picture) is None, "the other pictures can still be looked at"


def test_damage_within_a_table_is_told_by_info(tmp_path: Path) -> None:
    with an_archive(tmp_path / "archive") as archive, archive.transaction() as writer:
        for number in range(300):
            writer.add_photo(a_new_photo(number), NOW)
        page = writer._connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_location_name_key'"
        ).scalar()
    file = tmp_path / "archive" / "archive.db"
    data = bytearray(file.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    file.write_bytes(data)
    with Archive.open(tmp_path / "archive") as archive:
        assert [sentence for sentence in archive.info().health if "location" in sentence]


def test_who_cannot_wait_any_longer_is_told_that_another_writes(tmp_path: Path) -> None:
    with an_archive(tmp_path / "archive") as first, Archive.open(tmp_path / "archive", patience=0.1) as second:
        with first.transaction():
            with pytest.raises(ArchiveBusyError) as caught, second.transaction():
                pass
            with second.reading() as reader:
                assert reader.searched().photos == 0
        assert "Wait" in caught.value.hint
        with second.transaction() as writer:
            writer.add_photo(a_new_photo("one"), NOW)


def test_foreign_words_reach_no_user(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"not a database, " * 100)
    with pytest.raises(ArchiveError) as caught:
        Archive.open(tmp_path)
    told = json.dumps([caught.value.sentence, caught.value.hint]).lower()
    assert not any(word in told for word in ("sqlite", "sqlalchemy", "malformed", "database disk"))


MOUNTS = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 0:50 / /mnt/desk rw - nfs4 server:/export rw
41 40 0:51 / /mnt/desk/local rw,relatime shared:1 - ext4 /dev/vdb rw
42 27 0:52 / /media/with\\040space rw - cifs //server/share rw
43 27 0:53 / /over rw - ext4 /dev/vdc rw
44 43 0:54 / /over rw - fuse.sshfs desk@server: rw
"""


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/home/desk/archive", False),
        ("/mnt/desk/archive", True),
        ("/mnt/desktop", False),
        ("/mnt/desk/local/archive", False),
        ("/media/with space/archive", True),
        ("/over/archive", True),
    ],
)
def test_the_innermost_mount_tells_whether_a_folder_is_local(folder: str, network: bool) -> None:
    assert mounted_from_network(PurePosixPath(folder), MOUNTS) is network


def test_a_sandbox_whose_own_disk_is_9p_may_hold_an_archive() -> None:
    assert not mounted_from_network(PurePosixPath("/home"), "1 1 0:1 / / rw - 9p none rw\n")
    assert mounted_from_network(PurePosixPath("/c/x"), "1 1 0:1 / / rw - 9p none rw\n2 1 0:2 / /c rw - 9p C: rw\n")


def test_an_archive_on_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text("1 1 0:1 / / rw - nfs server:/ rw\n")
    monkeypatch.setattr("provenance.store.local_disk._MOUNTS", mounts)
    if sys.platform == "win32":
        pytest.skip("Windows is asked itself")
    for opening in (Archive.open, Archive.create_or_open):
        with pytest.raises(ArchiveError, match="network"):
            opening(tmp_path / "archive")
    assert not (tmp_path / "archive").exists()
