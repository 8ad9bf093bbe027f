"""A fault at every write and every fsync of one ingest: nothing that was acknowledged is lost.

`strace` lets system calls fail, or kills the process at them. The suite tries some points, `make check-all` all of them
(`PROV_FAULTS=every`). Where strace is missing, limits on the size of files stand in for a full disk.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from builders.desk import Desk
from builders.faults import (
    EVERY,
    SYSTEM_CALLS,
    acknowledged,
    afresh,
    assert_goes_on,
    assert_whole,
    base,
    points,
    run,
    strace,
    was_killed,
)

needs_strace = pytest.mark.skipif(not strace(), reason="strace is not installed, or may not trace here")


def traced(desk: Desk, *options: str) -> tuple[list[str], Path]:
    log = desk.folder / "strace.log"
    log.unlink(missing_ok=True)
    return [strace(), "-f", "-qq", "-o", str(log), *options], log


@needs_strace
def test_killed_at_any_write_or_fsync_it_keeps_what_it_acknowledged(desk: Desk) -> None:
    kept, first = base(desk)
    killed = 0
    for point in points():
        afresh(desk, kept)
        inject = f"inject={SYSTEM_CALLS}:signal=KILL:when={point}"
        command, _log = traced(desk, "-e", f"trace={SYSTEM_CALLS}", "-e", inject)
        code, out, _err = run(desk, *command)
        if not was_killed(code):
            break
        killed += 1
        assert_whole(desk, first | acknowledged(out), f"killed at call {point}")
        assert_goes_on(desk, 3, f"killed at call {point}")
    assert killed >= (100 if EVERY else 3)


@needs_strace
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_a_failing_disk_is_a_sentence_and_loses_nothing(desk: Desk, error: str) -> None:
    if error == "EIO" and not EVERY:
        pytest.skip("make check-all tries this, too")
    kept, first = base(desk)
    files = [str(desk.archive / f"archive.db{suffix}") for suffix in ("", "-wal", "-shm")]
    failed = 0
    for point in points():
        afresh(desk, kept)
        inject = f"inject={SYSTEM_CALLS}:error={error}:when={point}"
        only = [word for file in files for word in ("-P", file)]
        command, log = traced(desk, "-e", f"trace={SYSTEM_CALLS}", *only, "-e", inject)
        code, out, err = run(desk, *command)
        if "INJECTED" not in log.read_text(errors="replace"):
            break
        failed += 1
        assert code in {0, 4}, (point, err)
        assert "Traceback" not in err
        assert "inside prov" not in err
        assert (code == 0) == (err.strip() == "" or "captions linked" in err), (point, err)
        assert_whole(desk, first | acknowledged(out), f"{error} at call {point}")
        assert_goes_on(desk, 3, f"{error} at call {point}")
    assert failed >= (40 if EVERY else 3)


FOLLOW = """
import sys
from pathlib import Path
from provenance.errors import ProvenanceError
from provenance.store.archive import Archive
try:
    with Archive.open(Path(sys.argv[1])) as archive:
        archive.catch_up() or sys.exit(5)
except ProvenanceError:
    sys.exit(4)
"""


@needs_strace
@pytest.mark.parametrize("fault", ["error=ENOSPC", "signal=KILL"])
def test_a_fault_at_any_write_of_the_search_index_harms_nothing(desk: Desk, fault: str) -> None:
    kept, first = base(desk)
    new = desk.photo("more/9.jpg", 9)
    stopped = 0
    for point in points():
        afresh(desk, kept)
        without_index(desk)
        command, log = traced(desk, "-e", f"trace={SYSTEM_CALLS}", "-e", f"inject={SYSTEM_CALLS}:{fault}:when={point}")
        done = subprocess.run(
            [*command, sys.executable, "-c", FOLLOW, str(desk.archive)], capture_output=True, check=False, timeout=60
        )
        if "INJECTED" not in log.read_text(errors="replace") and not was_killed(done.returncode):
            break
        stopped += 1
        assert b"Traceback" not in done.stderr, done.stderr
        assert_whole(desk, first, f"{fault} at call {point}")
        assert desk.prov("ingest", new).code == 0
        assert desk.prov("archive", "check").code == 0
    assert stopped >= (20 if EVERY else 2)


def without_index(desk: Desk) -> None:
    """The archive as it is before its index was ever built."""
    with closing(sqlite3.connect(desk.archive / "archive.db")) as connection, connection:
        connection.execute("DELETE FROM word_index")
    for folder in desk.archive.glob("words-*"):
        shutil.rmtree(folder)


LIMITED = """
import resource, signal, sys
sys.dont_write_bytecode = True  # Python takes half a file of compiled code for a whole one, and this is not about that
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv = ["prov", *sys.argv[2:]]
from provenance.cli.main import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="limits on file size are POSIX")
def test_a_disk_that_is_full_at_any_size_is_a_sentence_and_loses_nothing(desk: Desk) -> None:
    kept, first = base(desk)
    step = 4096 if EVERY else 150_000
    refused = 0
    for limit in range(8192, 10_000_000, step):
        afresh(desk, kept)
        arguments = [str(limit), "--archive", str(desk.archive), "ingest", str(desk.folder / "in"), "--json"]
        done = subprocess.run([sys.executable, "-c", LIMITED, *arguments], capture_output=True, check=False, timeout=60)
        err = done.stderr.decode()
        assert done.returncode in {0, 4}, (limit, err)
        assert "Traceback" not in err
        refused += done.returncode == 4
        assert_whole(desk, first | acknowledged(done.stdout.decode()), f"{limit} bytes")
        if done.returncode == 0:
            break
    assert refused
    assert_goes_on(desk, 3)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for a mount of its own")
def test_a_disk_that_is_mounted_read_only_is_a_sentence_and_is_read(desk: Desk) -> None:
    _kept, first = base(desk)
    script = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    own = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, str(desk.archive)]
    if subprocess.run([*own, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount anything")
    code, _out, err = run(desk, *own)
    assert code == 4
    assert "may not be written" in err
    assert "Traceback" not in err
    told = subprocess.run([*own, *desk.command("show", next(iter(first)))], capture_output=True, check=False)
    assert told.returncode == 0, told.stderr
    assert_whole(desk, first)
    assert_goes_on(desk, 3)
