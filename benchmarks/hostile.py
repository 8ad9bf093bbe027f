"""Hostile files: what an archive makes of files that were made to hurt it, and what each costs.

They are handed to `prov ingest` as a folder, and then one by one to the workers that it uses, whose memory and time are
watched from outside. A worker that ends with an error of its own counts as one that met an exception nobody declared.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bombs import write_bombs
from benchmarks.data import SHARED
from benchmarks.figures import HEADS, Figure, shown, table
from benchmarks.processes import descendants, resident

PROV = str(Path(sys.executable).with_name("prov"))
HOSTILE = SHARED / "hostile"
_ADMITTED = ("Traceback", "Something went wrong")
_EVERY = 0.01
_MB = 1024 * 1024


def measure(folder: Path, *, quick: bool) -> str:
    """The figures, in Markdown."""
    bombs = folder / "bombs"
    write_bombs(bombs)
    given = [one for one in (HOSTILE, bombs) if one.is_dir()]
    if HOSTILE not in given:
        print(f"There are no hostile files in {HOSTILE}: only the generated bombs were tried.")
    files = sorted(file for one in given for file in one.rglob("*") if file.is_file() and not file.is_symlink())
    crashes, without = _ingested(folder / "archive", given)
    told = json.loads(_prov_python("benchmarks.hostile", *map(str, files[:: 8 if quick else 1])))
    kinds = Counter(kind for one in told["files"] for kind in one["problems"])
    slowest = max(told["files"], key=lambda one: one["seconds"])
    worker = told["worker"]
    figures = [
        Figure("crashes or tracebacks of the main process", "0", f"{crashes}", not crashes, f"{len(files)} files"),
        Figure("files without a record", "0", f"{len(without)}", not without, ", ".join(sorted(without)[:5])),
        Figure(
            "longest time for one file, seconds",
            "at most 20",
            f"{slowest['seconds']:.1f}",
            slowest["seconds"] <= 20,
            Path(slowest["file"]).name,
        ),
        Figure(
            "memory of the main process above its start, MB", "at most 50", f"{told['main']:.0f}", told["main"] <= 50
        ),
        Figure("memory of a worker, MB", "at most 1,536", f"{worker:,.0f}", worker <= 1536),
        Figure(
            "exceptions that leave the worker beyond the declared ones", "0", f"{kinds['crash']}", not kinds["crash"]
        ),
    ]
    print(shown(figures))
    reasons = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
    return f"{table(HEADS, [one.cells for one in figures])}\n\nWhat was said of them: {reasons}."


def _ingested(archive: Path, given: Sequence[Path]) -> tuple[int, set[str]]:
    """How often the command admitted a mistake of its own or was ended, and the files that it knows nothing of."""
    from provenance.store.archive import Archive

    left = {file for one in given for file in one.rglob("*") if file.is_file() and not file.is_symlink()}
    done = _ingest(archive, given)
    crashes = sum(done.stderr.count(one) for one in _ADMITTED) + (done.returncode not in {0, 3})
    with Archive.open(archive) as opened, opened.reading() as reader:
        left -= {Path(root) / os.fsdecode(row[0]) for root in reader.roots() for row in reader.known(root)}
    return crashes, {file.name for file in left}


def _ingest(archive: Path, asked: Sequence[Path]) -> subprocess.CompletedProcess[str]:
    command = [PROV, "ingest", *map(str, asked), "--standing", "offered", "--json", "--archive", str(archive)]
    return subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")


def _prov_python(module: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def _looked_at(files: Sequence[Path]) -> dict[str, object]:
    """What became of each file in a worker, and the most memory that this process and any of its workers took."""
    from provenance.errors import UnreadableFileError
    from provenance.files import WORDS, hand_over_photo
    from provenance.model.limits import LIMITS
    from provenance.workflows.worker import workers

    opener = workers(LIMITS, WORDS)
    opener.warm(describing=True)
    _nothing = opener.isolation
    start, watched = resident(os.getpid()), _Watch()
    watched.start()
    said = []
    for path in files:
        began = time.perf_counter()
        try:
            with hand_over_photo(path, LIMITS.read) as content:
                problems = [one.kind for one in opener.describe(content, LIMITS, features=True).problems]
        except UnreadableFileError as error:
            problems = [error.kind]
        said.append({"file": str(path), "seconds": time.perf_counter() - began, "problems": problems})
        watched.main = max(watched.main, resident(os.getpid()))
    watched.over.set()
    watched.join()
    opener.close()
    return {"files": said, "main": (watched.main - start) / _MB, "worker": watched.worker / _MB}


class _Watch(threading.Thread):
    """Looks again and again how much memory the largest worker holds."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.over = threading.Event()
        self.main = self.worker = 0

    def run(self) -> None:
        while not self.over.wait(_EVERY):
            for pid in descendants(os.getpid()):
                self.worker = max(self.worker, resident(pid, most=True))


if __name__ == "__main__":
    print(json.dumps(_looked_at([Path(one) for one in sys.argv[1:]])))
