"""prov archive backup and restore: everything comes back as it was, and nothing else is harmed."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from builders.desk import Desk
from builders.pictures import a_picture
from builders.whole import everything


@pytest.fixture
def held(desk: Desk) -> Desk:
    """Photos with captions, one of them a copy of another, one unreadable, a caption that waits, a notice."""
    for seed in range(4):
        desk.photo(f"wire/{seed}.jpg", seed)
        desk.text(f"wire/{seed}.txt", f"Harbour {seed}, 3 May 2021. Photo: A. Berg / Agency")
    desk.photo("wire/copy.jpg", 1, quality=40)
    desk.text("wire/broken.jpg", b"\xff\xd8\xff\xe0 and no more")
    desk.text("captions.csv", "file,caption\nlater.jpg,A ferry leaves\n")
    desk.text("kill.txt", "KILL KILL KILL\nPlease kill photo 3.jpg of 3 May 2021 at once: wrong place.")
    desk.prov("ingest", desk.folder / "wire", "--source", "wire", "--captions", desk.folder / "captions.csv")
    desk.prov("notice", desk.folder / "kill.txt")
    return desk


def answers(desk: Desk, archive: Path) -> list[str]:
    """What is said of every photo, apart from the name of the archive."""
    files = sorted((desk.folder / "wire").glob("*.jpg"))
    asked = [["check", *map(str, files), "--json"], *(["show", str(one), "--json"] for one in files)]
    said = [desk.run(["--archive", str(archive), *one]).out for one in asked]
    return [re.sub(r'"moment": "[^"]+"', "", one) for one in said]


def test_everything_comes_back_as_it_was(held: Desk) -> None:
    backup, again = held.folder / "out.prov", held.folder / "again"
    made = held.prov("archive", "backup", backup, "--json")
    assert made.code == 0
    assert made.objects[0]["bytes"] == backup.stat().st_size
    assert backup.stat().st_mode & 0o077 == 0
    before = everything(held.archive) | {"written": []}
    assert everything(held.folder, file="out.prov") == before
    restored = held.run(["archive", "restore", str(backup), "--archive", str(again)])
    assert restored.code == 0, restored.err
    assert everything(again) == before
    assert answers(held, again) == answers(held, held.archive)
    assert held.run(["--archive", str(again), "archive", "check"]).code == 0
    info = held.run(["--archive", str(again), "archive", "info", "--json"]).objects[0]
    assert (info["index"], info["behind"]) == ("ready", 0)
    assert sorted(one.name for one in held.folder.iterdir() if one.name.startswith(".")) == []


def test_a_backup_made_during_an_ingest_is_of_one_moment(desk: Desk) -> None:
    large = desk.save("large.jpg", a_picture(7, 1800, 1200)).read_bytes()
    for number in range(150):
        desk.text(f"in/{number:03}.jpg", large + b"%04d" % number)
        desk.text(f"in/{number:03}.txt", f"Photo number {number}, 3 May 2021")
    desk.prov("ingest", desk.photo("first.jpg", 99))
    process = subprocess.Popen(desk.command("ingest", desk.folder / "in", "--json"), stdout=subprocess.PIPE)
    assert process.stdout is not None
    acknowledged = []
    for number in range(3):
        acknowledged.append(json.loads(process.stdout.readline())["photo"])
        assert desk.prov("archive", "backup", desk.folder / f"{number}.prov").code == 0
        at = len(acknowledged)
        again = desk.folder / f"again{number}"
        assert desk.run(["archive", "restore", str(desk.folder / f"{number}.prov"), "--archive", str(again)]).code == 0
        assert desk.run(["--archive", str(again), "archive", "check"]).code == 0
        for photo in acknowledged[:at]:
            shown = desk.run(["--archive", str(again), "show", photo, "--json"])
            assert shown.code == 0
            assert len(shown.objects[0]["appearances"]) == 1, "a photo and its caption come in together"
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert desk.prov("archive", "check").code == 0


def test_nothing_is_replaced_without_force_and_no_photo_ever(held: Desk) -> None:
    backup = held.folder / "out.prov"
    held.prov("archive", "backup", backup)
    first = backup.read_bytes()
    again = held.prov("archive", "backup", backup)
    assert (again.code, backup.read_bytes()) == (2, first)
    assert "--force" in again.err
    held.prov("link", held.folder / "wire/0.jpg", "--caption", "Another caption")
    assert held.prov("archive", "backup", backup, "--force").code == 0
    assert backup.read_bytes() != first
    photo = held.folder / "wire/0.jpg"
    kept = photo.read_bytes()
    assert held.prov("archive", "backup", photo, "--force").code == 2
    assert photo.read_bytes() == kept


def test_a_place_that_is_of_no_use_is_refused(held: Desk) -> None:
    for place in (held.archive / "b.prov", held.folder / "nowhere/b.prov", held.archive / "archive.db"):
        answer = held.prov("archive", "backup", place, "--force")
        assert answer.code == 2
        assert answer.err.startswith("prov: ")
    assert held.prov("archive", "check").code == 0


def test_a_backup_is_brought_back_into_an_empty_folder_only(held: Desk) -> None:
    backup = held.folder / "out.prov"
    held.prov("archive", "backup", backup)
    before = everything(held.archive)
    assert held.prov("archive", "restore", backup).code == 2
    assert everything(held.archive) == before
    empty = held.folder / "empty"
    empty.mkdir()
    (empty / "archive.db.restoring").write_bytes(b"what a stopped run left")
    assert held.run(["archive", "restore", str(backup), "--archive", str(empty)]).code == 0
    assert not (empty / "archive.db.restoring").exists()


@pytest.mark.parametrize("kind", ["text", "another database", "missing", "cut", "changed"])
def test_what_is_no_whole_backup_is_refused_and_leaves_no_archive(held: Desk, kind: str) -> None:
    backup = held.folder / "out.prov"
    held.prov("archive", "backup", backup)
    data = backup.read_bytes()
    if kind == "text":
        backup.write_text("not a backup")
    elif kind == "another database":
        backup.unlink()
        connection = sqlite3.connect(backup)
        connection.execute("CREATE TABLE a (b)")
        connection.close()
    elif kind == "missing":
        backup.unlink()
    elif kind == "cut":
        backup.write_bytes(data[: len(data) // 2])
    else:
        backup.write_bytes(data[:8192] + b"\xff" * 8192 + data[16384:])
    answer = held.run(["archive", "restore", str(backup), "--archive", str(held.folder / "again")])
    assert answer.code in {2, 4, 5}
    assert answer.err.startswith("prov: ")
    assert "Traceback" not in answer.err
    assert not (held.folder / "again" / "archive.db").exists()


@pytest.mark.skipif(os.name != "posix", reason="limits on file size are POSIX")
def test_a_full_disk_leaves_no_half_backup(held: Desk) -> None:
    out = str(held.folder / "o.prov")
    script = (
        "import resource, signal, sys\nsys.dont_write_bytecode = True\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        f"sys.argv = ['prov', '--archive', {str(held.archive)!r}, 'archive', 'backup', {out!r}]\n"
        "from provenance.cli.main import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 4, done.stderr
    assert "full" in done.stderr
    assert [one for one in os.listdir(held.folder) if "o.prov" in one] == []
    assert held.prov("archive", "check").code == 0


def test_a_moved_original_is_named_a_changed_one_is_damage(held: Desk) -> None:
    assert held.prov("archive", "check", "--read-data").code == 0
    (held.folder / "wire/0.jpg").unlink()
    moved = held.prov("archive", "check", "--read-data")
    assert moved.code == 0
    assert "0.jpg" in moved.out
    assert "LOST" in moved.out
    photo = held.folder / "wire/2.jpg"
    data = bytearray(photo.read_bytes())
    data[len(data) // 2] ^= 1
    info = photo.stat()
    photo.write_bytes(data)
    changed = held.prov("archive", "check", "--read-data", "--json")
    assert changed.code == 5
    (one,) = changed.objects[0]["damage"]
    assert (one["kind"], "2.jpg" in one["sentence"]) == ("original-changed", True)
    os.utime(photo, ns=(info.st_atime_ns, info.st_mtime_ns))
    rotten = held.prov("archive", "check", "--read-data", "--json").objects[0]["damage"]
    assert [one["kind"] for one in rotten] == ["original-damaged"]
    assert held.prov("archive", "check").code == 0, "without --read-data no original is read"


def test_originals_in_a_zip_are_read_too(desk: Desk) -> None:
    desk.photo("wire/0.jpg", 1)
    shutil.make_archive(str(desk.folder / "sent"), "zip", desk.folder / "wire")
    assert desk.prov("ingest", desk.folder / "sent.zip").code == 0
    assert desk.prov("archive", "check", "--read-data", "--json").objects[0]["lost"] == []
    desk.photo("wire/0.jpg", 2)
    shutil.make_archive(str(desk.folder / "sent"), "zip", desk.folder / "wire")
    answer = desk.prov("archive", "check", "--read-data")
    assert answer.code == 5
    assert "sent.zip/0.jpg" in answer.out


DAMAGES = {
    "preview": (
        "UPDATE preview SET data = CAST(substr(data, 1, 99) || x'a5' || substr(data, 9) AS BLOB) WHERE picture_id = 2",
        "preview",
    ),
    "lost preview": ("DELETE FROM preview WHERE picture_id = 2", "preview"),
    "facts": ("INSERT OR REPLACE INTO facts VALUES (2, x'00ff')", "entry"),
    "lost photo of a caption": ("DELETE FROM photo WHERE id = 2", "tables"),
    "caption's standing": ("UPDATE appearance SET standing = 'true' WHERE photo_id = 2", "entry"),
    "time": ("INSERT INTO appearance_time VALUES (1, 9, 'captured', 'editor', 'x', 5, '', '')", "entry"),
    "fingerprint": ("UPDATE fingerprint SET code = x'00' WHERE picture_id = 2 AND kind = 'pdq'", "fingerprints"),
    "lost band": (
        "DELETE FROM band WHERE picture_id = 2 AND key IN (SELECT min(key) FROM band WHERE picture_id = 2)",
        "fingerprints",
    ),
    "decision": ("INSERT INTO decision (about, ruling, by, at, note) VALUES ('M-1', 'maybe', '', 0, '')", "entry"),
    "notice": ("UPDATE notice SET kind = 'praise'", "entry"),
    "edge": ("INSERT INTO edge VALUES (1, 3, 'same-photo', x'00')", "match"),
    "family": ("INSERT INTO kin VALUES (1, 1, 0, 1)", "family"),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_each_kind_of_damage_is_named(held: Desk, what: str) -> None:
    statement, kind = DAMAGES[what]
    connection = sqlite3.connect(held.archive / "archive.db")
    with connection:
        connection.execute(statement)
    connection.close()
    answer = held.prov("archive", "check", "--json")
    assert answer.code == 5
    assert kind in {one["kind"] for one in answer.objects[0]["damage"]}
    assert held.prov("archive", "check").out.startswith("DAMAGED")
