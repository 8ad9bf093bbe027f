"""Any name that a file system allows is ingested, shown safely and found again; only regular files are opened."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from builders.desk import Desk
from builders.payloads import assert_json, assert_terminal

from provenance.errors import UnreadableFileError
from provenance.files import open_regular

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows allows few names, and none of these kinds")

NAMES = {
    "line feed": b"line\nbreak.jpg",
    "carriage return": b"return\rprov: deleted.jpg",
    "escape": b"esc\x1b[31m\x1b]0;x\x07.jpg",
    "no text": b"caf\xe9 \xff\xfe.jpg",
    "right to left": "rtl\u202egpj.jpg".encode(),
    "leading dashes": b"--json.jpg",
    "one dash": b"-",
    "blanks": b"  two  blanks .jpg",
    "quotes": b"'\"`$(id)`;&|*?[a]{b}\\.jpg",
    "percent": b"%00%2e%2e%2f?a#b.jpg",
    "tilde": b"~root.jpg",
    "composed": "fünf Ärzte.jpg".encode(),
    "decomposed": "fu\u0308nf A\u0308rzte.jpg".encode(),
    "as long as can be": b"n" * 251 + b".jpg",
    "long in bytes": ("\u6f22" * 83).encode() + b".jpg",
    "emoji": "👩‍👩‍👧\u200b.jpg".encode(),
    "tilde dots": b"...jpg",
    "like an id": b"0123456789abcdef",
}


def test_every_name_is_ingested_shown_and_found_again(desk: Desk) -> None:
    content = desk.photo("plain.jpg", 1).read_bytes()
    folder = os.fsencode(desk.path("in/x").parent)
    kept: dict[str, Path] = {}
    for number, (kind, name) in enumerate(NAMES.items()):
        try:
            with open(os.path.join(folder, name), "xb") as file:
                file.write(content + b"%03d" % number)
        except OSError:
            continue  # not every file system takes every name
        kept[kind] = Path(os.fsdecode(os.path.join(folder, name)))
    brought = desk.prov("ingest", desk.folder / "in", "--json")
    assert brought.code == 0, brought.err
    assert_json(brought.out, "ingest")
    assert len(brought.objects) == len([one for one in kept.values() if not one.name.startswith(".")])
    again = desk.prov("ingest", desk.folder / "in")
    assert again.out.startswith(f"0 new, {len(brought.objects)} known")
    ids = set()
    for kind, path in kept.items():
        if path.name.startswith("."):
            continue  # hidden
        shown = desk.prov("show", path, "--json")
        assert shown.code == 0, (kind, shown.err)
        photo = str(shown.objects[0]["photo"])
        ids.add(photo)
        assert desk.prov("show", photo[:16], "--json").out == shown.out, kind
        for command in (["show", path], ["check", path], ["inspect", path], ["check", path, "-v"]):
            answer = desk.prov(*command)
            assert answer.code in {0, 1}, (kind, answer.err)
            assert_terminal(answer.out + answer.err, f"{kind}: {command[0]}")
        (found,) = desk.prov("check", path, "--json").objects
        assert any(match["photo"] == photo and match["relation"] == ["identical"] for match in found["matches"]), kind
    assert len(ids) == len(brought.objects), "twins are kept apart"
    moved = desk.prov("archive", "check", "--read-data", "--json").objects[0]
    assert (moved["sound"], moved["lost"]) == (True, [])


def test_a_name_that_begins_with_a_dash_can_be_given_after_two(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.path("in/-rf.jpg").write_bytes(desk.photo("plain.jpg", 1).read_bytes())
    monkeypatch.chdir(desk.folder / "in")
    assert desk.prov("ingest", "--", "-rf.jpg").out.startswith("1 new")
    assert desk.prov("check", "--json", "--", "-rf.jpg").objects[0]["matches"]


def special(folder: Path) -> dict[str, Path]:
    """One of each kind of thing that is no regular file, called like photos, and links to what is none."""
    outside = folder.parent / "outside.jpg"
    outside.write_bytes(b"\xff\xd8\xff a secret")
    made = {kind: folder / f"{kind}.jpg" for kind in ("pipe", "socket", "link", "dangling", "loop", "folder link")}
    os.mkfifo(made["pipe"])
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(folder)  # the path of a socket is short
        one.bind("socket.jpg")
        os.chdir(here)
    made["link"].symlink_to(outside)
    made["dangling"].symlink_to(folder / "nowhere")
    made["loop"].symlink_to(made["loop"])
    made["folder link"].symlink_to(folder.parent, target_is_directory=True)
    if os.getuid() == 0:
        device = folder / "device.jpg"
        try:
            os.mknod(device, stat.S_IFCHR | 0o600, os.makedev(1, 5))  # zero, which never ends
            made["device"] = device
        except OSError:
            pass
    return made


def test_links_pipes_sockets_and_devices_are_refused_with_a_sentence(desk: Desk) -> None:
    desk.photo("in/good.jpg", 1)
    made = special(desk.folder / "in")
    answer = desk.prov("ingest", desk.folder / "in")
    assert answer.code == 3
    assert answer.out.startswith(f"1 new, 0 known, 0 captions linked, {len(made)} unreadable.")
    assert "Refused, and not opened:" in answer.out
    for kind, path in made.items():
        assert path.name in answer.out, kind
        named = desk.prov("check", path)
        assert named.code == 3, kind
        assert desk.prov("show", path).code in {2, 3}, kind
        assert desk.prov("inspect", path).code == 3, kind
        assert desk.prov("compare", path, desk.folder / "in/good.jpg").code in {2, 3}, kind
        assert desk.prov("ingest", path).code == 3, kind


OPENS = """
import os, sys
folder = sys.argv[1]

def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes, os.PathLike)):
        path = os.fsdecode(arguments[0])
        if path.startswith(folder) and not path.endswith("good.jpg"):
            os.write(2, f"OPENED {path}\\n".encode())

sys.addaudithook(watch)
sys.argv = ["prov", "--archive", sys.argv[2], "ingest", folder]
from provenance.cli.main import main
main()
"""


def test_they_are_never_opened(desk: Desk) -> None:
    desk.photo("in/good.jpg", 1)
    special(desk.folder / "in")
    arguments = [sys.executable, "-c", OPENS, str(desk.folder / "in") + "/", str(desk.archive)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 3
    assert "OPENED" not in done.stderr


def test_a_pipe_blocks_nobody_who_opens_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    with pytest.raises(UnreadableFileError, match="named pipe"):
        open_regular(str(tmp_path / "a.jpg"), "a.jpg")
