"""During any command the program decodes nothing, connects to nothing, and starts nothing but its workers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from builders.credentials import a_picture as signed_picture
from builders.credentials import a_signer, signed, the_authority
from builders.desk import Desk

import provenance
from provenance.cli.main import app

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no workers on Windows")

ROOTS = os.pathsep.join([str(Path(provenance.__file__).parents[1]), str(Path(__file__).parents[1])])


def watched(desk: Desk, *arguments: str | Path, before: tuple[str, ...] = ()) -> tuple[int, list[str]]:
    """How a command ended, and what was seen of the program."""
    log = desk.path("seen/log")
    log.unlink(missing_ok=True)
    command = [*before, sys.executable, "-m", "builders.watched", str(log), "--archive", str(desk.archive)]
    environment = {**os.environ, "PYTHONPATH": ROOTS}
    done = subprocess.run(
        [*command, *map(str, arguments)], env=environment, capture_output=True, check=False, timeout=120
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def photos(desk: Desk) -> tuple[Path, Path]:
    """Two photos with captions in a folder, and a mirrored stranger's."""
    first = desk.photo("in/a.jpg", 1)
    desk.text("in/a.txt", "A ferry leaves Lower Marren, 3 May 2021. Zoë Halder / Reuters")
    desk.photo("in/b.jpg", 2)
    return first, desk.photo("offered.jpg", 1, quality=60)


def test_no_command_decodes_connects_or_starts_anything_but_workers(desk: Desk) -> None:
    first, offered = photos(desk)
    told: dict[str, tuple[int, list[str]]] = {}
    steps: dict[str, tuple[str | Path, ...]] = {
        "ingest": ("ingest", first.parent, "--jobs", "2"),
        "trust import": ("trust", "import", desk.text("list.pem", the_authority().pem), "--name", "Newsrooms"),
        "trust list": ("trust", "list"),
        "inspect a signed one": (
            "inspect",
            desk.text("signed.jpg", signed(signed_picture(), a_signer(the_authority()))),
        ),
        "check": ("check", offered, "--caption", "A ferry, 9 March 2024", "--html", desk.folder / "check.html"),
        "check --save": ("check", offered, "--save", "--thorough", "--json"),
        "compare": ("compare", offered, first, "--html", desk.folder / "c.html", "--png", desk.folder / "c.png"),
        "inspect": ("inspect", "--raw", first),
        "show": ("show", first),
        "watch": ("watch", desk.photo("drop/late.jpg", 3).parent, "--once", "--every", "0.1"),
        "notice": ("notice", desk.text("kill.txt", "KILL: do not use this photo."), "--photo", first),
        "rules": ("rules",),
        "link": ("link", first, "--caption", "The ferry", "--publisher", "Gazette"),
        "audit": ("audit", "--html", desk.folder / "audit", "--csv", desk.folder / "audit.csv"),
        "read-caption": ("read-caption", "A ferry leaves Lower Marren, 3 May 2021"),
        "compare-captions": ("compare-captions", "A ferry, 3 May 2021", "A ferry, 9 March 2024"),
        "archive info": ("archive", "info"),
        "archive remap": ("archive", "remap", first.parent, desk.photo("moved/a.jpg", 1).parent),
        "archive check": ("archive", "check", "--read-data"),
        "archive reindex": ("archive", "reindex"),
        "decide": ("decide", "the match", "not-same", "--by", "Ada"),
        "archive backup": ("archive", "backup", desk.folder / "backup"),
        "archive restore": ("archive", "restore", desk.folder / "backup", "--archive", desk.folder / "restored"),
        "trust remove": ("trust", "remove", "Newsrooms", "--yes"),
        "doctor": ("doctor", "--json"),
        "forget": ("forget", first, "--reason", "a court's order", "--block", "--yes"),
    }
    for name, arguments in steps.items():
        told[name] = watched(desk, *(match_of(desk, offered) if one == "the match" else one for one in arguments))
    assert {name: seen for name, (_code, seen) in told.items() if set(seen) - {"worker"}} == {}
    assert {name: code for name, (code, _seen) in told.items() if code not in {0, 1}} == {}
    for name in ("ingest", "check", "compare", "inspect", "watch"):
        assert "worker" in told[name][1], name
    assert set(commands()) - set(told) == set()


def match_of(desk: Desk, photo: Path) -> str:
    """The id of the surest match of a photo, the one of the file itself left out."""
    matches = desk.prov("check", photo, "--json").objects[0]["matches"]
    assert isinstance(matches, list)
    return str(next(one["id"] for one in matches if "identical" not in one["relation"]))


def commands() -> Iterator[str]:
    """Every command that there is, the groups' own by both of their names."""
    for name, command in typer.main.get_command(app).commands.items():
        yield from (f"{name} {one}" for one in command.commands) if hasattr(command, "commands") else (name,)


def test_a_watched_program_would_be_seen(desk: Desk) -> None:
    script = (
        "import sys; sys.argv = ['x', sys.argv[1]]; from builders import watched as w; w.watch_decoders();"
        "sys.addaudithook(w.watch); from PIL import Image;"
        "import subprocess, socket, contextlib; subprocess.run(['true']);"
        "s = socket.socket();\nwith contextlib.suppress(OSError): s.connect(('127.0.0.1', 9))\n"
        "with contextlib.suppress(OSError): Image.open('none.jpg')"
    )
    log = desk.path("seen/log")
    subprocess.run([sys.executable, "-c", script, str(log)], env={**os.environ, "PYTHONPATH": ROOTS}, check=True)
    seen = log.read_text(encoding="utf-8")
    assert "starts: subprocess.Popen" in seen
    assert "connects: socket.connect" in seen
    assert "decodes: PIL.Image.open" in seen


def test_without_a_network_everything_works_as_ever(desk: Desk) -> None:
    alone = (shutil.which("unshare") or "", "--net", "--map-root-user")
    if not alone[0] or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network namespace can be made here")
    first, offered = photos(desk)
    assert watched(desk, "ingest", first.parent, before=alone) == (0, ["worker"])
    code, seen = watched(desk, "check", offered, "--caption", "A ferry, 3 May 2021", before=alone)
    assert (code, seen) == (0, ["worker"])
