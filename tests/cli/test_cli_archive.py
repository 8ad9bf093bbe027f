"""prov archive: info, check and reindex."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from builders.desk import Desk

PHOTOS = 3


@pytest.fixture
def held(desk: Desk) -> Desk:
    for seed in range(PHOTOS):
        desk.photo(f"wire/{seed}.jpg", seed)
    assert desk.prov("ingest", desk.folder / "wire", "--source", "wire").code == 0
    return desk


def sql(desk: Desk, statement: str) -> None:
    connection = sqlite3.connect(desk.archive / "archive.db")
    with connection:
        connection.execute(statement)
    connection.close()


def without_features(desk: Desk) -> None:
    """As an archive of an older version is after it was brought up to date."""
    sql(desk, "DELETE FROM feature_part")
    sql(desk, "DELETE FROM described")
    sql(desk, "DELETE FROM word_index")
    sql(desk, "INSERT INTO described (vocabulary_id, picture_id) SELECT 1, id FROM picture")


def test_a_sound_archive_is_said_to_be_sound(held: Desk) -> None:
    assert held.prov("archive", "reindex").code == 0
    answer = held.prov("archive", "check")
    assert (answer.code, answer.out) == (0, "No damage found.\n")
    told = held.prov("archive", "check", "--json").objects[0]
    assert (told["sound"], told["damage"]) == (True, [])


def test_pictures_without_features_are_named_and_get_theirs_from_their_previews(held: Desk) -> None:
    without_features(held)
    shutil.rmtree(held.folder / "wire")
    answer = held.prov("archive", "check")
    assert answer.code == 5
    assert f"{PHOTOS} pictures have no local features" in answer.out
    assert "prov archive reindex" in answer.out
    done = held.prov("archive", "reindex")
    assert (done.code, done.out) == (0, f"{PHOTOS} of {PHOTOS} pictures can be found by parts.\n")
    assert held.prov("archive", "check").code == 0
    info = held.prov("archive", "info", "--json").objects[0]
    assert (info["searchable"], info["index"], info["behind"]) == (PHOTOS, "ready", 0)
    assert f"{PHOTOS} pictures searchable" in held.prov("archive", "info").out


def test_damaged_previews_are_named_and_do_not_stop_the_rest(held: Desk) -> None:
    without_features(held)
    sql(held, "UPDATE preview SET data = x'00' WHERE picture_id = 2")
    sql(held, "DELETE FROM preview WHERE picture_id = 3")
    damage = held.prov("archive", "check", "--json").objects[0]["damage"]
    assert [one["kind"] for one in damage] == ["preview", "preview", "features-missing"]
    done = held.prov("archive", "reindex")
    assert done.code == 5
    assert f"1 of {PHOTOS} pictures can be found by parts." in done.out
    assert done.out.count("preview of the photo") == 2


def test_a_broken_search_index_is_named_and_built_anew(held: Desk) -> None:
    held.prov("archive", "reindex")
    for folder in held.archive.glob("words-*"):
        shutil.rmtree(folder)
    answer = held.prov("archive", "check")
    assert answer.code == 5
    assert "search index" in answer.out
    assert "prov archive reindex" in held.prov("archive", "info").out
    assert held.prov("check", held.folder / "wire/0.jpg").code == 0
    assert held.prov("archive", "reindex").code == 0
    assert held.prov("archive", "check").code == 0


def test_damaged_tables_are_named(held: Desk) -> None:
    connection = sqlite3.connect(held.archive / "archive.db")
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'ix_location_name_key'").fetchone()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    file = held.archive / "archive.db"
    data = bytearray(file.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    file.write_bytes(data)
    answer = held.prov("archive", "check")
    assert answer.code == 5
    assert "'location' is damaged" in answer.out


@pytest.mark.parametrize("command", ["check", "reindex", "backup"])
def test_without_an_archive_it_says_so(desk: Desk, command: str) -> None:
    answer = desk.prov("archive", command, *([str(desk.folder / "b.prov")] if command == "backup" else []))
    assert answer.code == 4
    assert "prov ingest" in answer.err
    assert not Path(desk.archive).exists()


def test_a_stopped_reindex_goes_on(held: Desk) -> None:
    without_features(held)
    process = subprocess.Popen(
        held.command("archive", "reindex"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(0.6)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert held.prov("archive", "reindex").code == 0
    assert held.prov("archive", "check").code == 0
