"""Ingests that are stopped, and what must hold of the archive afterwards."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from functools import cache
from pathlib import Path

from builders.desk import Desk

EVERY = os.environ.get("PROV_FAULTS") == "every"
"""`make check-all` tries every point; the suite only some of them."""
SYSTEM_CALLS = "pwrite64,write,writev,pwritev,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,unlink"


def points() -> list[int]:
    """Which of the calls are to fail, one a run: all of them, or some that lie ever farther apart."""
    return list(range(1, 10_000)) if EVERY else [1, 9, 30, 110]


@cache
def strace() -> str:
    """The program that makes system calls fail; "" where it is missing or may not trace."""
    found = shutil.which("strace") or ""
    trial = [found, "-f", "-e", "inject=write:error=EIO:when=9", "true"]
    works = bool(found) and subprocess.run(trial, capture_output=True, check=False).returncode == 0
    return found if works else ""


def base(desk: Desk) -> tuple[Path, set[str]]:
    """An archive that holds one photo, set aside, and what it holds; beside it a folder with this and two more."""
    for seed in range(3):
        desk.photo(f"in/{seed}.jpg", seed)
        desk.text(f"in/{seed}.txt", f"Photo number {seed}, 3 May 2021")
    held = acknowledged(desk.prov("ingest", desk.folder / "in/0.jpg", "--json").out)
    shutil.copytree(desk.archive, desk.folder / "base")
    return desk.folder / "base", held


def afresh(desk: Desk, kept: Path) -> None:
    """The archive as it was set aside."""
    shutil.rmtree(desk.archive)
    shutil.copytree(kept, desk.archive)


def run(desk: Desk, *before: str) -> tuple[int, str, str]:
    """An ingest of the folder in a process of its own, started by another program: its exit code, out and err."""
    command = [*before, *desk.command("ingest", desk.folder / "in", "--json")]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode("utf-8", "replace")


def acknowledged(out: str) -> set[str]:
    """The photos of whole lines."""
    return {json.loads(line)["photo"] for line in out.splitlines(keepends=True) if line.endswith("}\n")}


def assert_whole(desk: Desk, held: set[str], note: str = "") -> None:
    """The archive opens, checks clean, and holds all of these with the caption that came with each."""
    check = desk.prov("archive", "check")
    assert check.code == 0, (note, check.out, check.err)
    for photo in held:
        shown = desk.prov("show", photo, "--json")
        assert shown.code == 0, (note, shown.err)
        assert len(shown.objects[0]["appearances"]) == 1, note


def assert_goes_on(desk: Desk, count: int, note: str = "") -> None:
    """The same command again completes the work."""
    assert desk.prov("ingest", desk.folder / "in").code == 0, note
    info = desk.prov("archive", "info", "--json").objects[0]
    assert (info["photos"], info["health"]) == (count, []), note
    assert desk.prov("archive", "check").code == 0, note


def was_killed(code: int) -> bool:
    """Whether a process ended by SIGKILL, by itself or as told by the program that started it."""
    return code in {-signal.SIGKILL, 128 + signal.SIGKILL}
