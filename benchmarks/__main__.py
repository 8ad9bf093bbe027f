"""Run all benchmarks, print them and write docs/benchmarks.md.

python -m benchmarks [--quick]
"""

from __future__ import annotations

import platform
import shutil
import statistics
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from benchmarks.data import PHOTOS, make_12_megapixels
from benchmarks.synthetic import fill
from benchmarks.timing import in_turn, printed_seconds

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
PROV = str(Path(sys.executable).with_name("prov"))
Row = tuple[str, str, str, str]


def main() -> int:
    """Measure everything that can be measured here."""
    quick = "--quick" in sys.argv
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="prov-bench-") as work:
        folder = Path(work)
        photos = make_12_megapixels(folder / "photos", 10 if quick else 80)
        if photos:
            rows += ingest(folder, rounds=2 if quick else 3)
        else:
            print(f"Ingest was not measured: there are no photographs in {PHOTOS}.")
        rows += check(folder, photos, records=2_000 if quick else 100_000, rounds=5 if quick else 11)
    _show(rows)
    if not quick:
        PAGE.write_text(_page(rows), encoding="utf-8")
    return 0


def ingest(folder: Path, rounds: int) -> list[Row]:
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
    count = len(list((folder / "photos").glob("*.jpg")))
    rate = f"{count / statistics.median(one):.1f} photos/s against {count / statistics.median(peer):.1f}"
    return [
        (
            "ingest of 12-MP JPEGs, one process, times as fast as imagehash + exifread + sqlite3",
            "1.8",
            f"{faster:.2f}",
            rate,
        ),
        (
            "the same with two processes, times as fast as with one",
            "1.7",
            f"{parallel:.2f}",
            "processes start meanwhile",
        ),
    ]


def check(folder: Path, photos: list[Path], records: int, rounds: int) -> list[Row]:
    """A cold check and the help text against exiftool; bytes on disk per record."""
    archive = folder / "many"
    fill(archive, records).close()
    size = sum(file.stat().st_size for file in archive.rglob("*") if file.is_file()) / records
    rows: list[Row] = [
        ("bytes on disk per photo, without preview", "", f"{size:,.0f}", f"{records:,} records, 40 facts each")
    ]
    rows += _preview_bytes(folder)
    exiftool = shutil.which("exiftool")
    if not exiftool:
        print("Checks were not timed: exiftool, their peer, is not installed.")
        return rows
    known = photos[0] if photos else Path(__file__).resolve().parents[1] / "samples" / "photos" / "borodyanka.jpg"
    extra = {"PROV_ARCHIVE": str(archive)}
    in_turn([PROV, "ingest", str(known)], ["true"], 1, extra)
    ours, peer, ratio = in_turn([PROV, "check", str(known)], [exiftool, str(known)], rounds, extra)
    note = f"{ours * 1000:.0f} ms against {peer * 1000:.0f} ms"
    rows.append(
        (f"cold check of a known photo among {records:,}, in times of exiftool", "7 at most", f"{ratio:.2f}", note)
    )
    ours, peer, ratio = in_turn([PROV, "--help"], [exiftool, str(known)], rounds, extra)
    rows.append(("prov --help, in times of exiftool", "1.5 at most", f"{ratio:.2f}", f"{ours * 1000:.0f} ms"))
    return rows


def _preview_bytes(folder: Path) -> list[Row]:
    archive = folder / "ingest-0" / "one"
    if not archive.is_dir():
        return []
    count = len(list((folder / "photos").glob("*.jpg")))
    size = sum(file.stat().st_size for file in archive.rglob("*") if file.is_file()) / count
    return [("bytes on disk per photo, with preview", "", f"{size:,.0f}", f"{count} photos of 12 MP")]


def _show(rows: list[Row]) -> None:
    for what, aim, got, note in rows:
        print(f"{got:>10}  (aim {aim or '-':>11})  {what}  [{note}]")


def _page(rows: list[Row]) -> str:
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`. Ratios are medians of pairs run in turn on one machine; absolute times are its own.",
        "",
        f"{platform.machine()}, Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in ("pillow", "imagehash", "exifread", "sqlmodel"))
        + ".",
        "",
        "| what | aim | measured | |",
        "|---|---|---|---|",
    ]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows), ""])


if __name__ == "__main__":
    sys.exit(main())
