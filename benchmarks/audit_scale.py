"""An audit of a large archive: how long one pass takes, how its cost grows, how much memory it needs.

Photos were never taken: their captions are invented, a fifth of them are copies, and families are as skewed as those of
real archives are: most have one copy, a few have hundreds. Their verified matches are recorded, as ingest does.
"""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.archives import NOW
from benchmarks.figures import HEADS, Figure, shown, table
from benchmarks.planted_stories import conflict, innocent
from benchmarks.reposts_stories import STYLES, Story, stories
from provenance.model.appearance import Standing, Statement
from provenance.model.archive import Location, NewPhoto, Pictured
from provenance.model.family import Edge
from provenance.model.matching import Fingerprint, Match, MatchVerdict, Relation
from provenance.model.photo import PhotoId, PictureId, Preview
from provenance.model.times import Voucher
from provenance.store.archive import Archive, Writer
from provenance.workflows.relating import resettle

PROV = str(Path(sys.executable).with_name("prov"))
COPIES = 0.2
CONTRADICTING = 0.05
"""Share of copies whose caption contradicts the original's."""
GROUP = 2_000
LARGEST = 400
_MEASURE = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
    " used = resource.getrusage(resource.RUSAGE_CHILDREN);"
    " print(used.ru_utime + used.ru_stime, used.ru_maxrss); sys.exit(done.returncode)"
)


def measure(folder: Path, sizes: tuple[int, int] = (10_000, 100_000)) -> str:
    """One pass over archives of two sizes, in Markdown."""
    taken = []
    for size in sizes:
        archive = folder / f"archive-{size}"
        fill(archive, size)
        taken.append(_pass(archive))
    (small, little, least), (large, cpu, most) = taken
    growth = cpu / little / (sizes[1] / sizes[0])
    figures = [
        Figure(
            f"minutes for one pass over {sizes[1]:,} photos",
            "some",
            f"{large / 60:.1f}",
            large < 600,
            f"{cpu:,.0f} s of processor",
        ),
        Figure(
            "growth of its processor time against linear",
            "at most 1.2",
            f"{growth:.2f}",
            growth <= 1.2,
            f"{little:.1f} s for {sizes[0]:,}; by the clock {small:.1f} s and {large:.0f} s",
        ),
        Figure(
            "resident memory at the larger size, MB",
            "",
            f"{most / 1024:,.0f}",
            None,
            f"{least / 1024:,.0f} at the smaller",
        ),
    ]
    print(shown(figures))
    return table(HEADS, [one.cells for one in figures])


def fill(folder: Path, count: int) -> None:
    """So many photos with captions, of which a fifth are copies."""
    draw = random.Random(3)
    told = stories(5_000, seed=31)
    with Archive.create_or_open(folder) as archive:
        pending: list[tuple[int, list[int]]] = []
        held = 0
        for original, copies in _families(draw, count):
            pending.append((original, copies))
            held += 1 + len(copies)
            if held >= GROUP:
                _put(archive, pending, told, draw)
                pending, held = [], 0
        _put(archive, pending, told, draw)


def _families(draw: random.Random, count: int) -> Iterator[tuple[int, list[int]]]:
    """An original's number and its copies'; sizes fall as a power law."""
    number, copies = 0, 0
    while number < count:
        original, number = number, number + 1
        size = min(LARGEST, int(draw.paretovariate(1.3))) if copies < COPIES * number else 0
        mine = list(range(number, min(number + size, count)))
        number, copies = number + len(mine), copies + len(mine)
        yield original, mine


def _put(archive: Archive, families: list[tuple[int, list[int]]], told: list[Story], draw: random.Random) -> None:
    with archive.transaction() as writer:
        touched = []
        for original, copies in families:
            story = told[original % len(told)]
            _photo(writer, original, draw, 4000)
            _say(writer, original, "the wire", Standing.RECORD, STYLES[story.style](story))
            for copy in copies:
                _photo(writer, copy, draw, draw.choice((640, 1200, 2000)))
                tell = conflict if draw.random() < CONTRADICTING else innocent
                telling = tell(story, draw.randrange(1000))
                _say(writer, copy, f"paper {copy % 7}", Standing.PUBLISHED, telling.caption, telling.date)
                writer.relate(_picture(copy), [Edge(_picture(copy), _match(_picture(original)))])
                touched.append(_picture(copy))
            writer.relate(_picture(original), [])
        if touched:
            resettle(writer, touched)


def _photo(writer: Writer, number: int, draw: random.Random, width: int) -> None:
    prints = (Fingerprint("pdq", f"{draw.getrandbits(256):064x}", "pdqhash", "0", 100),)
    pictured = Pictured(_picture(number), width, width * 3 // 4, Preview("JPEG", 1, 1, b"-"), prints)
    writer.add_photo(NewPhoto(_id(number), width * width // 3, "JPEG", pictured, (), ()), NOW)
    writer.add_location(_id(number), Location("/photos", f"{number // 1000}/{number}.jpg", 1, 1, 1), NOW)


def _say(writer: Writer, number: int, source: str, standing: Standing, caption: str, date: str = "") -> None:
    row = f"captions.csv row {number}"
    writer.state(_id(number), Statement(source, standing, Voucher.SPREADSHEET, row, caption, date=date), NOW)


def _match(picture: PictureId) -> Match:
    return Match(picture, MatchVerdict.SAME_PHOTO, (Relation.RESIZED, Relation.RECOMPRESSED), 0.99, "pdq", 4)


def _picture(number: int) -> PictureId:
    return PictureId(hashlib.sha256(b"picture %d" % number).hexdigest())


def _id(number: int) -> PhotoId:
    return PhotoId(hashlib.sha256(b"photo %d" % number).hexdigest())


def _pass(archive: Path) -> tuple[float, float, int]:
    """Seconds, seconds of processor and the most memory (KB) of `prov audit --json`."""
    began = time.perf_counter()
    command = [sys.executable, "-c", _MEASURE, PROV, "audit", "--json", "--archive", str(archive)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr[-500:])
    cpu, memory = done.stdout.split()
    return time.perf_counter() - began, float(cpu), int(memory)
