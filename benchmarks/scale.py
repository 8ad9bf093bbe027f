"""An archive of one million photos: how long a check takes, how much memory, how many bytes, what is still found."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import attacks, recall_ask
from benchmarks.archives import fill as bring_in
from benchmarks.archives import prepare, size
from benchmarks.figures import HEADS, Figure, shown, table
from benchmarks.processes import descendants, resident
from benchmarks.recall import run
from benchmarks.recall_ask import Asking
from benchmarks.recall_judged import called_same, right, share
from benchmarks.recall_pictures import Picture, frames, photos
from benchmarks.recall_queries import ALL, copies
from benchmarks.recall_render import jpeg, load
from benchmarks.scale_fill import fill, real_features
from benchmarks.scale_search import Timed, warm_search
from benchmarks.timing import in_turn
from provenance.files import load_words
from provenance.matching.words import Words
from provenance.model.limits import LIMITS

PROV = str(Path(sys.executable).with_name("prov"))
ATTACK = "crop50"
"""An attacked copy that only local features find."""
TARGETS = 4
HARD = ("crop50", "crop30", "crop15", "mirror+crop50", "screenshot", "collage4", "combo3")
ORIGINALS = 24
SAMPLE = 20_000
"""Photos in the two archives that tell how many bytes features take in the tables."""


def measure(folder: Path, records: int, rounds: int) -> str:
    """All of it, in Markdown."""
    words = Words.from_bytes(load_words())
    pool = real_features(words)
    archive = folder / "archive"
    began = time.perf_counter()
    fill(archive, records, pool, words.version)
    filled = time.perf_counter() - began
    figures = [_bytes(folder, archive, records, words, pool)]
    gallery = [one for one in (*photos(), *frames()) if one.held]
    prepared = prepare(gallery, LIMITS)
    bring_in(archive, gallery, prepared, LIMITS)
    figures += _times(archive, folder, rounds)
    names = {str(one.photo.id): picture.name for picture in gallery if (one := prepared[str(picture.path)]).photo}
    figures += _recall(archive, names)
    note = "all its transactions, and the search index"
    figures.append(Figure(f"seconds to fill an archive of {records:,}", "", f"{filled:,.0f}", None, note))
    print(shown(figures))
    head = (
        f"{records:,} photos whose features are resampled from {len(pool):,} real pictures, {len(gallery)} real ones."
    )
    return f"{head}\n\n{table(HEADS, [one.cells for one in figures])}"


def _bytes(folder: Path, archive: Path, records: int, words: Words, pool: Sequence[object]) -> Figure:
    """Index folders as they lie; features by what they add to the tables of a smaller archive."""
    count = min(SAMPLE, records)
    index = sum(size(one) for one in archive.iterdir() if one.is_dir()) / records
    with_, without = folder / "with", folder / "without"
    fill(with_, count, pool, words.version)  # type: ignore[arg-type]
    fill(without, count, pool, words.version, features=False)  # type: ignore[arg-type]
    tables = (_tables(with_) - _tables(without)) / count
    shutil.rmtree(with_)
    shutil.rmtree(without)
    note = f"{index:,.0f} in the search index, {tables:,.0f} in the tables"
    what = "bytes on disk per photo for index and features"
    return Figure(what, "at most 4,096", f"{index + tables:,.0f}", index + tables <= 4096, note)


def _tables(archive: Path) -> int:
    return sum(one.stat().st_size for one in archive.iterdir() if one.is_file())


def _times(archive: Path, folder: Path, rounds: int) -> list[Figure]:
    exiftool = shutil.which("exiftool")
    if not exiftool:
        print("Checks were not timed: exiftool, their peer, is not installed.")
        return []
    asked = [one for one in photos() if not one.calibrating][:TARGETS]
    cropped = [_attacked(one, folder) for one in asked]
    extra = {"PROV_ARCHIVE": str(archive)}
    found = [in_turn([PROV, "check", str(one)], [exiftool, str(one)], rounds, extra) for one in cropped]
    exact = [in_turn([PROV, "check", str(one.path)], [exiftool, str(one.path)], rounds, extra) for one in asked]
    warm = [warm_search(archive, one, exiftool, rounds) for one in cropped]
    memory = max(_resident([PROV, "check", str(one)], extra) for one in cropped)
    return [
        _warm(warm),
        _cold("whole cold `prov check` of a crop to 50 %, in times of exiftool", "at most 14", found),
        _cold("the same for an exact copy", "", exact),
        _dropped(archive, cropped[0], extra),
        Figure("resident memory of a check, mapped pages included, MB", "at most 700", f"{memory:.0f}", memory <= 700),
    ]


def _attacked(picture: Picture, folder: Path) -> Path:
    path = folder / f"asked-{picture.path.name}"
    path.write_bytes(jpeg(attacks.apply(ATTACK, load(str(picture.path)), 1, ())[0]))
    return path


def _cold(what: str, aim: str, found: Sequence[tuple[float, float, float]]) -> Figure:
    ours, peer, ratio = (statistics.median(column) for column in zip(*found, strict=True))
    note = f"{ours * 1000:.0f} ms against {peer * 1000:.0f} ms; {len(found)} pictures"
    return Figure(what, aim, f"{ratio:.2f}", ratio <= 14 if aim else None, note)


def _warm(found: Sequence[Timed]) -> Figure:
    ratio = statistics.median(one.ratio for one in found)
    searched, described = (statistics.median(getattr(one, name) for one in found) for name in ("search", "features"))
    note = f"{searched * 1000:.0f} ms; the features before it {described * 1000:.0f} ms"
    what = "warm search after the fingerprints are there, in times of exiftool"
    return Figure(what, "at most 3", f"{ratio:.2f}", ratio <= 3, note)


def _dropped(archive: Path, photo: Path, extra: dict[str, str]) -> Figure:
    """The first check after the archive's pages were dropped from memory."""
    for file in archive.rglob("*"):
        if file.is_file():
            with file.open("rb") as opened:
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    began = time.perf_counter()
    _resident([PROV, "check", str(photo)], extra)
    took = time.perf_counter() - began
    return Figure("the first check after the archive left the memory, seconds", "", f"{took:.2f}", None)


def _resident(command: Sequence[str], extra: dict[str, str]) -> float:
    """The most memory that a command and the processes it starts held at once, in MB; pages they share count again."""
    most = 0
    with subprocess.Popen(
        command, env={**os.environ, **extra}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        while running.poll() is None:
            most = max(most, sum(map(resident, (running.pid, *descendants(running.pid)))))
            time.sleep(0.01)
    return most / (1 << 20)


def _recall(archive: Path, names: dict[str, str]) -> list[Figure]:
    own = [one for one in photos() if not one.calibrating]
    asked = list(copies(own, HARD, ORIGINALS))
    outcomes = run(asked, Asking({ALL: str(archive)}, names, LIMITS), recall_ask.ask, "asking")
    each = ", ".join(
        f"{attack} {share([one for one in outcomes if one.query.attack == attack], right):.2f}" for attack in HARD
    )
    seconds = statistics.median(one.seconds for one in outcomes)
    return [
        Figure("recall of hard attacks among all these", "", f"{share(outcomes, right):.3f}", None, each),
        Figure('of these called "same photo"', "", f"{share(outcomes, called_same):.3f}", None),
        Figure("seconds of a warm check, the median", "", f"{seconds:.2f}", None, "two processes at once"),
    ]
