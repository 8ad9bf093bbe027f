"""Speed and size: ingest against the plain loop one would write, a check against exiftool, bytes on disk."""

from __future__ import annotations

import shutil
import statistics
import sys
from pathlib import Path

from benchmarks.archives import size
from benchmarks.data import PHOTOS, make_12_megapixels
from benchmarks.figures import HEADS, Figure, shown, table
from benchmarks.synthetic import fill
from benchmarks.timing import in_turn, printed_seconds

PROV = str(Path(sys.executable).with_name("prov"))


def measure(folder: Path, *, quick: bool) -> str:
    """Everything that can be measured here, in Markdown."""
    figures: list[Figure] = []
    photos = make_12_megapixels(folder / "photos", 10 if quick else 80)
    if photos:
        figures += ingest(folder, rounds=2 if quick else 3)
    else:
        print(f"Ingest was not measured: there are no photographs in {PHOTOS}.")
    figures += check(folder, photos, records=2_000 if quick else 100_000, rounds=5 if quick else 11)
    print(shown(figures))
    return table(HEADS, [one.cells for one in figures])


def ingest(folder: Path, rounds: int) -> list[Figure]:
    """Photos per second against the plain loop, and two processes against one."""
    here = Path(__file__).parent
    one, two, peer = [], [], []
    for round_ in range(rounds):
        base = folder / f"ingest-{round_}"
        base.mkdir()
        photos = str(folder / "photos")
        peer.append(printed_seconds([sys.executable, str(here / "peer_ingest.py"), photos, str(base / "peer.db")]))
        one.append(printed_seconds([sys.executable, str(here / "own_ingest.py"), photos, str(base / "one"), "1"]))
        two.append(printed_seconds([sys.executable, str(here / "own_ingest.py"), photos, str(base / "two"), "2"]))
    faster = statistics.median(p / o for p, o in zip(peer, one, strict=True))
    parallel = statistics.median(o / t for o, t in zip(one, two, strict=True))
    whole = statistics.median(p / t for p, t in zip(peer, two, strict=True))
    count = len(list((folder / "photos").glob("*.jpg")))
    rate = f"{count / statistics.median(one):.1f} photos/s against {count / statistics.median(peer):.1f}"
    what = "ingest with everything, 12-MP JPEGs, one process, times as fast as imagehash + exifread + sqlite3"
    return [
        Figure(what, "at least 1.2", f"{faster:.2f}", faster >= 1.2, rate),
        Figure("the same with two processes, times as fast as those in one", "at least 2", f"{whole:.2f}", whole >= 2),
        Figure(
            "the same with two processes, times as fast as with one", "at least 1.7", f"{parallel:.2f}", parallel >= 1.7
        ),
    ]


def check(folder: Path, photos: list[Path], records: int, rounds: int) -> list[Figure]:
    """A cold check and the help text against exiftool; bytes on disk per record."""
    archive = folder / "many"
    fill(archive, records).close()
    each = size(archive) / records
    what = "bytes on disk per photo, without preview and features"
    figures = [Figure(what, "", f"{each:,.0f}", None, f"{records:,} records, 40 facts each"), *_preview_bytes(folder)]
    exiftool = shutil.which("exiftool")
    if not exiftool:
        print("Checks were not timed: exiftool, their peer, is not installed.")
        return figures
    known = photos[0] if photos else Path(__file__).resolve().parents[1] / "samples" / "photos" / "borodyanka.jpg"
    extra = {"PROV_ARCHIVE": str(archive)}
    in_turn([PROV, "ingest", str(known)], ["true"], 1, extra)
    ours, peer, ratio = in_turn([PROV, "check", str(known)], [exiftool, str(known)], rounds, extra)
    what = f"cold check of a known photo among {records:,} without features, in times of exiftool"
    note = f"{ours * 1000:.0f} ms against {peer * 1000:.0f} ms"
    figures.append(Figure(what, "at most 7", f"{ratio:.2f}", ratio <= 7, note))
    ours, peer, ratio = in_turn([PROV, "--help"], [exiftool, str(known)], rounds, extra)
    what = "prov --help, in times of exiftool"
    return [*figures, Figure(what, "at most 1.5", f"{ratio:.2f}", ratio <= 1.5, f"{ours * 1000:.0f} ms")]


def _preview_bytes(folder: Path) -> list[Figure]:
    archive = folder / "ingest-0" / "one"
    if not archive.is_dir():
        return []
    count = len(list((folder / "photos").glob("*.jpg")))
    what = "bytes on disk per photo, with preview and features"
    return [Figure(what, "", f"{size(archive) / count:,.0f}", None, f"{count} photos of 12 MP")]
