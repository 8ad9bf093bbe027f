"""prov forget: what is forgotten stands nowhere any more, is known if it comes again, and nothing else is lost."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from builders.desk import Desk
from builders.files import a_jpeg
from builders.pictures import a_picture
from builders.whole import everything
from PIL import Image

from provenance.matching.pixels import to_image

SECRETS = ("Zacharias Quendelbach", "Winkelgasse-4711", "Flurbereinigung-Oberndorf", "quendelbach_privat")
"""A name, an address, a keyword and a file name that nothing else in these archives holds."""


def a_secret_photo(desk: Desk, name: str = "wire/quendelbach_privat.jpg", seed: int = 21) -> Path:
    """A photo that tells about somebody in its fields, with a caption beside it."""
    scene = to_image(a_picture(seed))
    data = a_jpeg(
        scene, artist=SECRETS[0], iptc={"2:120": f"{SECRETS[0]} at home in {SECRETS[1]}", "2:25": [SECRETS[2]]}
    )
    desk.text(str(Path(name).with_suffix(".txt")), f"{SECRETS[0]}, {SECRETS[1]}, 3 May 2021")
    return desk.text(name, data)


@pytest.fixture
def held(desk: Desk) -> Desk:
    """A photo to be forgotten among others."""
    for seed in range(3):
        desk.photo(f"wire/{seed}.jpg", seed)
        desk.text(f"wire/{seed}.txt", f"Harbour {seed}, 3 May 2021")
    a_secret_photo(desk)
    assert desk.prov("ingest", desk.folder / "wire", "--source", "wire").code == 0
    desk.prov(
        "link", secret(desk), "--caption", f"Once more {SECRETS[0]}", "--url", "https://example.org/" + SECRETS[2]
    )
    return desk


def secret(desk: Desk) -> Path:
    return desk.folder / "wire/quendelbach_privat.jpg"


def photo_id(desk: Desk, path: Path) -> str:
    return str(desk.prov("show", path, "--json").objects[0]["photo"])


def bytes_within(folder: Path) -> bytes:
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def preview_of(desk: Desk, photo: str) -> bytes:
    with closing(sqlite3.connect(desk.archive / "archive.db")) as connection:
        (found,) = connection.execute(
            "SELECT data FROM preview JOIN photo USING (picture_id) WHERE photo.digest = ?", [bytes.fromhex(photo)]
        ).fetchone()
        return bytes(found)


def forget(desk: Desk, *more: str | Path) -> str:
    answer = desk.prov("forget", *more, "--reason", "Court order 12/2026", "--by", "A. Desk", "--yes")
    assert answer.code == 0, answer.err
    return answer.out


def test_what_was_forgotten_stands_in_no_file_of_the_archive(held: Desk) -> None:
    photo = photo_id(held, secret(held))
    preview = preview_of(held, photo)
    before = bytes_within(held.archive)
    assert all(word.encode() in before for word in SECRETS[:2])
    assert preview[1000:1064] in before
    forget(held, secret(held))
    after = bytes_within(held.archive)
    for word in SECRETS:
        assert word.encode() not in after
        assert word.encode("utf-16-le") not in after
    pieces = {preview[at : at + 16] for at in range(64, len(preview) - 16, 16)}
    assert not [piece for piece in pieces if piece in after]
    assert b"Court order 12/2026" in after
    assert held.prov("archive", "check").code == 0


def test_the_others_stay_as_they_were(held: Desk) -> None:
    asked = [["check", str(held.folder / f"wire/{seed}.jpg"), "--json"] for seed in range(3)]
    before = [held.prov(*one).objects[0]["matches"] for one in asked]
    forget(held, secret(held))
    assert [held.prov(*one).objects[0]["matches"] for one in asked] == before
    info = held.prov("archive", "info", "--json").objects[0]
    assert (info["photos"], info["searchable"], info["index"]) == (3, 3, "ready")


def test_it_is_known_when_it_comes_again_and_not_kept(held: Desk) -> None:
    photo = photo_id(held, secret(held))
    forget(held, secret(held))
    before = everything(held.archive)
    again = held.prov("ingest", held.folder / "wire")
    assert again.code == 0
    assert "Forgotten on request, and not kept:" in again.out
    assert "Court order 12/2026" in again.out
    told = [one for one in held.prov("ingest", held.folder / "wire", "--json").objects if one["photo"] == photo]
    assert [one["status"] for one in told] == ["forgotten"]
    after = everything(held.archive)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"location", "other_file", "origin"}, "only when the others' files were last seen, and for whom"
    assert SECRETS[3].encode() not in bytes_within(held.archive)
    checked = held.prov("check", secret(held))
    assert checked.out.startswith("FORGOTTEN  This photo was forgotten on")
    held.prov("check", secret(held), "--save", "--caption", SECRETS[0])
    assert SECRETS[0].encode() not in bytes_within(held.archive)
    assert any("Court order" in one for one in held.prov("check", secret(held), "--json").objects[0]["problems"])


def test_a_blocked_picture_is_recognised_in_other_files_however_they_lie(held: Desk) -> None:
    forget(held, secret(held), "--block")
    scene = Image.open(secret(held)).convert("RGB")
    for name, copy in (
        ("saved", scene.resize((500, 375))),
        ("mirrored", scene.transpose(Image.Transpose.FLIP_LEFT_RIGHT)),
        ("turned", scene.transpose(Image.Transpose.ROTATE_90)),
    ):
        path = held.path(f"again/{name}.jpg")
        copy.save(path, quality=55)
        assert held.prov("ingest", path, "--json").objects[0]["status"] == "forgotten", name
        assert "copy of a photo that was forgotten" in " ".join(held.prov("check", path).out.split())
    assert held.prov("ingest", held.photo("again/other.jpg", 77), "--json").objects[0]["status"] == "new"


def test_without_block_only_the_same_file_is_recognised(held: Desk) -> None:
    forget(held, secret(held))
    path = held.path("again/saved.jpg")
    Image.open(secret(held)).convert("RGB").save(path, quality=55)
    assert held.prov("ingest", path, "--json").objects[0]["status"] == "new"


def test_a_tombstone_is_listed_and_can_be_lifted(held: Desk) -> None:
    photo = photo_id(held, secret(held))
    forget(held, photo[:12])
    (stone,) = held.prov("forget", "--list", "--json").objects
    assert (stone["photo"], stone["by"], stone["reason"]) == (photo, "A. Desk", "Court order 12/2026")
    assert "A. Desk: Court order 12/2026" in held.prov("forget", "--list").out
    assert held.prov("forget", "--lift", "ffffffff").code == 2
    assert held.prov("forget", "--lift", photo[:8]).code == 0
    assert held.prov("forget", "--list").out == "Nothing was ever forgotten here.\n"
    assert held.prov("ingest", secret(held), "--json").objects[0]["status"] == "new"


def test_backups_that_hold_it_are_named_others_are_not(held: Desk) -> None:
    held.prov("archive", "backup", held.folder / "with.prov")
    out = forget(held, secret(held))
    assert "with.prov" in out
    assert str(secret(held)) in out, "so is the file itself"
    held.prov("archive", "backup", held.folder / "without.prov")
    assert SECRETS[0].encode() not in (held.folder / "without.prov").read_bytes()
    more = forget(held, held.folder / "wire/0.jpg")
    assert "with.prov" in more
    assert "without.prov" in more
    last = held.prov("forget", held.folder / "wire/1.jpg", "--reason", "x", "--yes", "--json").objects[0]
    assert {(Path(one["file"]).name, one["holds"]) for one in last["elsewhere"]} == {
        ("with.prov", True),
        ("without.prov", True),
    }


def test_files_that_hold_the_same_picture_go_too_and_copies_are_named(held: Desk) -> None:
    scene = to_image(a_picture(21))
    other = held.text("wire/other_fields.jpg", a_jpeg(scene, artist="Somebody else"))
    copy = held.path("wire/copy.jpg")
    Image.open(secret(held)).convert("RGB").save(copy, quality=40)
    held.prov("ingest", held.folder / "wire")
    done = held.prov("forget", other, "--reason", "x", "--yes", "--json").objects[0]
    assert len(done["forgotten"]) == 2
    assert held.prov("show", copy).code == 0
    assert held.prov("archive", "check").code == 0


def test_decisions_about_it_and_audits_that_hold_it_go(held: Desk) -> None:
    photo, other = photo_id(held, secret(held)), photo_id(held, held.folder / "wire/0.jpg")
    audits = [
        {
            "findings": [
                {"id": "F-aaaaaaaaaa", "photo": photo, "text": SECRETS[0]},
                {"id": "F-bbbbbbbbbb", "photo": other},
            ]
        },
        {"findings": [{"id": "F-cccccccccc", "photo": other}]},
    ]
    with closing(sqlite3.connect(held.archive / "archive.db")) as connection, connection:
        for one in audits:
            connection.execute("INSERT INTO audit (at, data) VALUES (0, ?)", [zlib.compress(json.dumps(one).encode())])
        for about in ("F-aaaaaaaaaa", "F-bbbbbbbbbb"):
            words = "INSERT INTO decision (about, ruling, by, at, note) VALUES (?, 'dismiss', 'x', 0, 'settled')"
            connection.execute(words, [about])
    forget(held, secret(held))
    with closing(sqlite3.connect(held.archive / "archive.db")) as connection:
        assert connection.execute("SELECT count(*) FROM audit").fetchone() == (1,)
        assert connection.execute("SELECT about FROM decision").fetchall() == [("F-bbbbbbbbbb",)]


def test_a_notice_about_it_alone_goes_and_one_about_others_stays(held: Desk) -> None:
    held.text("k1.txt", f"KILL\nPlease kill quendelbach_privat.jpg showing {SECRETS[0]} at once.")
    held.text("k2.txt", "KILL\nPlease kill quendelbach_privat.jpg and 0.jpg at once: wrong date.")
    held.prov("notice", held.folder / "k1.txt")
    held.prov("notice", held.folder / "k2.txt")
    done = held.prov("forget", secret(held), "--reason", "x", "--yes", "--json").objects[0]
    assert len(done["notices"]) == 1
    assert SECRETS[0].encode() not in bytes_within(held.archive)
    assert held.prov("check", held.folder / "wire/0.jpg", "--json").objects[0]["summary"] == "killed"


def test_it_asks_first_and_wants_a_reason(held: Desk) -> None:
    asked = held.prov_process("forget", str(secret(held)), "--reason", "x")
    assert asked.code == 2
    assert "--yes" in asked.err
    assert "quendelbach_privat.jpg" in asked.err
    assert "4 appearances" in asked.err
    without = held.prov("forget", secret(held), "--yes")
    assert without.code == 2
    assert "--reason" in without.err
    for wrong in ("abc", "ffffff", "nowhere.jpg"):
        assert held.prov("forget", wrong, "--reason", "x", "--yes").code == 2
    assert held.prov("forget", "--reason", "x", "--yes").code == 2
    assert held.prov("show", secret(held)).code == 0


STOPPED = """
import sys
from provenance.store import erasing
from provenance.cli.main import main

def stop(*given):
    import os
    os._exit(9)

erasing.clear = stop
sys.argv = ["prov", *sys.argv[1:]]
main()
"""


def test_a_stopped_erasure_is_told_and_finished(held: Desk) -> None:
    arguments = ["--archive", str(held.archive), "forget", str(secret(held)), "--reason", "x", "--yes"]
    done = subprocess.run([sys.executable, "-c", STOPPED, *arguments], check=False, timeout=60, env=dict(os.environ))
    assert done.returncode == 9
    assert held.prov("show", secret(held)).code == 2, "it is forgotten already"
    check = held.prov("archive", "check")
    assert check.code == 5
    assert "prov forget --finish" in check.out
    assert held.prov("forget", "--finish").code == 0
    assert held.prov("archive", "check").code == 0
    assert SECRETS[0].encode() not in bytes_within(held.archive)


def test_without_an_archive_it_says_so(desk: Desk) -> None:
    answer = desk.prov("forget", "abcdef", "--reason", "x")
    assert answer.code == 4
    assert "prov ingest" in answer.err
