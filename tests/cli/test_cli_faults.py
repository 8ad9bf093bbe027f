"""What happens when the machine, another process or the disk gets in the way of an ingest."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builders.desk import Desk
from builders.pictures import a_picture


def fill(desk: Desk, count: int, first: int = 0) -> Path:
    for seed in range(first, first + count):
        desk.photo(f"in/{seed:03}.jpg", seed)
        desk.text(f"in/{seed:03}.txt", f"Photo number {seed}, 3 May 2021")
    return desk.folder / "in"


def test_two_ingests_into_one_archive_at_once_lose_nothing(desk: Desk) -> None:
    folder = fill(desk, 12)
    both = [
        subprocess.Popen(
            desk.command("ingest", folder, "--source", name), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for name in ("one", "two")
    ]
    ends = [(process.communicate(timeout=120), process.returncode) for process in both]
    assert [code for _printed, code in ends] == [0, 0], ends
    answer = desk.prov("check", folder, "--json")
    assert len(answer.objects) == 12
    assert all(one["matches"][0]["relation"] == ["identical"] for one in answer.objects)
    assert "12 known" in desk.prov("ingest", folder).out


def fill_slowly(desk: Desk, count: int) -> Path:
    """Photos that take a while to read: large ones, alike but for their last bytes."""
    large = desk.save("large.jpg", a_picture(7, 3600, 2400)).read_bytes()
    for number in range(count):
        desk.text(f"in/{number:03}.jpg", large + b"%04d" % number)
        desk.text(f"in/{number:03}.txt", f"Photo number {number}, 3 May 2021")
    return desk.folder / "in"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this platform cannot kill a process at once")
def test_an_ingest_killed_at_any_moment_keeps_what_it_acknowledged_and_the_next_run_completes(desk: Desk) -> None:
    folder = fill_slowly(desk, 120)
    desk.prov("ingest", desk.photo("first.jpg", 99))
    acknowledged: set[object] = set()
    killed = 0
    for seconds in (0.9, 1.6, 3.2):
        process = subprocess.Popen(
            desk.command("ingest", folder, "--json"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        time.sleep(seconds)
        process.kill()
        out = process.communicate()[0].decode()
        killed += process.returncode == -signal.SIGKILL
        acknowledged |= {json.loads(line)["photo"] for line in out.splitlines() if line.endswith("}")}
        info = desk.prov("archive", "info", "--json")
        assert (info.code, info.objects[0]["health"]) == (0, [])
        assert 1 + len(acknowledged) <= int(str(info.objects[0]["photos"])) <= 121
    assert killed, "every run ended before it could be killed: the photos are read too fast for this test"
    assert desk.prov("ingest", folder).code == 0
    assert desk.prov("archive", "info", "--json").objects[0]["photos"] == 121
    held = {one["photo"] for one in desk.prov("ingest", folder, "--json").objects}
    assert acknowledged <= held
    for number in (0, 60, 119):
        shown = desk.prov("show", folder / f"{number:03}.jpg", "--json").objects[0]
        assert [one["caption"] for one in shown["appearances"]] == [f"Photo number {number}, 3 May 2021"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_a_full_disk_is_a_sentence_and_loses_nothing(desk: Desk) -> None:
    first = desk.photo("first.jpg", 99)
    desk.prov("ingest", first)
    folder = fill(desk, 30)
    limit = (desk.archive / "archive.db").stat().st_size + 16_384
    script = (
        "import resource, signal, sys\nsys.dont_write_bytecode = True\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        f"sys.argv = ['prov', '--archive', {str(desk.archive)!r}, 'ingest', {str(folder)!r}]\n"
        "from provenance.cli.main import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    assert "full" in done.stderr
    assert desk.prov("archive", "info").code == 0
    assert desk.prov("check", first, "--json").objects[0]["matches"][0]["relation"] == ["identical"]
    assert desk.prov("ingest", folder).code == 0
    assert desk.prov("archive", "info", "--json").objects[0]["photos"] == 31


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to the whole console")
def test_ctrl_c_stops_politely_and_the_same_command_goes_on(desk: Desk) -> None:
    folder = fill_slowly(desk, 160)
    desk.prov("ingest", desk.photo("first.jpg", 99))
    process = subprocess.Popen(desk.command("ingest", folder, "--json"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline(), "the first group is acknowledged"
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert b"Stopped" in err
    assert desk.prov("ingest", folder).code == 0
    assert desk.prov("archive", "info", "--json").objects[0]["photos"] == 161


def test_an_archive_made_by_a_newer_version_is_refused_with_a_sentence(desk: Desk) -> None:

    photo = desk.photo("a.jpg", 1)
    desk.prov("ingest", photo)
    with sqlite3.connect(desk.archive / "archive.db") as connection:
        connection.execute("update alembic_version set version_num = '9999_from_the_future'")
    connection.close()
    for command in (["check", str(photo)], ["ingest", str(photo)], ["archive", "info"]):
        answer = desk.prov(*command)
        assert answer.code == 4, command
        assert "newer" in answer.err


def test_a_damaged_archive_is_exit_code_5_and_a_sentence(desk: Desk) -> None:
    photo = desk.photo("a.jpg", 1)
    desk.prov("ingest", photo)
    database = desk.archive / "archive.db"
    database.write_bytes(b"this is not a database" * 400)
    for side in ("archive.db-wal", "archive.db-shm"):
        (desk.archive / side).unlink(missing_ok=True)
    answer = desk.prov("check", photo)
    assert answer.code == 5
    assert "Traceback" not in answer.err
    assert answer.err.startswith("prov: ")


@pytest.mark.parametrize("summed", [True, False])
def test_one_damaged_preview_keeps_no_other_photo_from_being_found(desk: Desk, summed: bool) -> None:
    hurt, whole = desk.photo("in/a.jpg", 1), desk.photo("in/b.jpg", 1, quality=60)
    desk.prov("ingest", hurt.parent)
    damage_preview(desk, photo_of(desk, hurt), summed=summed)
    copy = desk.photo("copy.jpg", 1, quality=40)
    found = desk.prov("check", copy, "--json").objects[0]
    verdicts = {one["files"][0]: one["verdict"] for one in found["matches"]}
    assert verdicts == {"a.jpg": "cannot-tell", "b.jpg": "same-photo"}
    assert len(found["problems"]) == 1
    assert "damaged" in found["problems"][0]
    shown = desk.prov("check", copy).out
    assert photo_of(desk, hurt)[:12] in shown
    assert "archive check" in " ".join(shown.split())
    notice = desk.text("kill.txt", "KILL KILL KILL: please remove this photo at once. The caption is wrong.")
    told = desk.prov("notice", notice, "--photo", whole)
    assert told.code == 0, told.err
    assert photo_of(desk, hurt)[:12] in told.out + told.err


@pytest.mark.parametrize("summed", [True, False])
def test_a_damaged_preview_stops_no_ingest_and_no_audit(desk: Desk, summed: bool) -> None:
    hurt = desk.photo("in/a.jpg", 1)
    desk.prov("ingest", hurt)
    damage_preview(desk, photo_of(desk, hurt), summed=summed)
    desk.photo("in/b.jpg", 1, quality=60)
    desk.photo("in/c.jpg", 2)
    assert desk.prov("ingest", hurt.parent).code == 0
    answer = desk.prov("audit", "--html", desk.folder / "audit")
    assert answer.code == 0
    assert "Traceback" not in answer.err
    assert desk.prov("archive", "check").code == 5


def photo_of(desk: Desk, path: Path) -> str:
    """The id of a photo."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def damage_preview(desk: Desk, photo: str, *, summed: bool) -> None:
    """Cut a photo's kept preview; its sum is what it was, or none is kept."""
    with sqlite3.connect(desk.archive / "archive.db") as connection:
        picture = connection.execute("select picture_id from photo where hex(digest) = ?", [photo.upper()]).fetchone()
        change = "data = substr(data, 1, 200)" + ("" if summed else ", crc32 = null")
        connection.execute(f"update preview set {change} where picture_id = ?", picture)
    connection.close()


def test_names_of_any_bytes_are_ingested_shown_safely_and_found_again(desk: Desk) -> None:
    content = desk.photo("plain.jpg", 1).read_bytes()
    folder = os.fsencode(desk.path("in/x").parent)
    names = [b"line\nbreak.jpg", b"esc\x1b[31m.jpg", b"-rf.jpg", b"caf\xe9.jpg", "rtl\u202egpj.jpg".encode()]
    kept = []
    for number, name in enumerate(names):
        try:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content + b"\0" * number)
        except OSError:
            continue
        kept.append(name)
    answer = desk.prov("ingest", os.fsdecode(folder))
    assert answer.out.startswith(f"{len(kept)} new")
    again = desk.prov("ingest", os.fsdecode(folder))
    assert again.out.startswith(f"0 new, {len(kept)} known")
    shown = desk.prov("check", desk.folder / "plain.jpg", "-v").out
    assert not {"\x1b", "\u202e"} & set(shown)
    assert len(desk.prov("check", desk.folder / "plain.jpg", "--json").objects[0]["matches"]) == len(kept)
