"""An ingest killed at random moments, again and again: 10 times here, 200 times in `make check-all`."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import time

import pytest
from builders.desk import Desk
from builders.faults import EVERY, acknowledged, assert_goes_on, assert_whole, was_killed
from builders.pictures import a_picture

KILLS = 200 if EVERY else 10
PHOTOS = 60


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this platform cannot kill a process at once")
def test_killed_at_random_moments_it_loses_nothing_that_was_acknowledged(desk: Desk) -> None:
    large = desk.save("large.jpg", a_picture(7, 2400, 1600)).read_bytes()
    for number in range(PHOTOS):
        desk.text(f"in/{number:03}.jpg", large + b"%04d" % number)
        desk.text(f"in/{number:03}.txt", f"Photo number {number}, 3 May 2021")
    chance = random.Random(20261121)
    held: set[str] = set()
    killed = runs = 0
    latest = 3.0
    while killed < KILLS:
        runs += 1
        assert runs < 3 * KILLS + 20, "the runs end before they can be killed"
        process = subprocess.Popen(
            desk.command("ingest", desk.folder / "in", "--json"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        began = time.monotonic()
        try:
            out, _ = process.communicate(timeout=chance.uniform(0.3, latest))
            latest = max(1.0, 0.9 * (time.monotonic() - began))
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
        held |= acknowledged(out.decode())
        killed += was_killed(process.returncode)
        if desk.archive.exists() and (desk.archive / "archive.db").exists() and desk.prov("archive", "info").code != 4:
            assert_whole(desk, set(sorted(held)[:5]), f"run {runs}")
            assert held_now(desk) >= len(held)
        if process.returncode == 0:
            assert_goes_on(desk, PHOTOS)
            shutil.rmtree(desk.archive)
            held, latest = set(), 3.0


def held_now(desk: Desk) -> int:
    return int(str(desk.prov("archive", "info", "--json").objects[0]["photos"]))
