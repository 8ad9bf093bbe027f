"""Which preview to keep: bytes and time of each format, and what is found and told when features and the pixel check
work from it."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.archives import HANDOVER, found_file
from benchmarks.attacks import PLAIN
from benchmarks.data import make_12_megapixels
from benchmarks.figures import table
from benchmarks.recall import Plan, gather, queries, run
from benchmarks.recall_ask import Asking, Outcome, ask
from benchmarks.recall_figures import figures
from benchmarks.recall_judged import called_same, part, right, share
from provenance.files import load_words
from provenance.model.limits import LIMITS, Limits
from provenance.workflows.in_process import InThisProcess
from provenance.workflows.intake import Task, prepare

HARD = (
    *("crop50", "crop30", "crop15", "mirror+crop50", "rot8", "screenshot", "screen_photo", "collage4", "instafilter"),
    *("combo3", "jpeg30", "resize320", "noise25", "paste5", "paste15", "inpaint15"),
)
ORIGINALS = 24
LARGE = 16
"""Photographs of 12 megapixels that bytes and times are taken from."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to keep a preview; see ReadLimits."""

    format: str
    edge: int
    quality: int
    effort: int = 0

    @property
    def name(self) -> str:
        """In words."""
        effort = f", effort {self.effort}" if self.format == "WEBP" else ""
        return f"{self.format} {self.edge} px, quality {self.quality}{effort}"

    def limits(self) -> Limits:
        """The program's limits with this preview."""
        read = replace(
            LIMITS.read,
            preview_format=self.format,
            preview_edge=self.edge,
            preview_quality=self.quality,
            preview_effort=self.effort,
        )
        return replace(LIMITS, read=read)


FORMATS = (
    Format("JPEG", 1024, 80),
    Format("JPEG", 640, 80),
    Format("JPEG", 640, 75),
    Format("WEBP", 1024, 75, 2),
    Format("WEBP", 800, 75, 2),
    Format("WEBP", 640, 80, 2),
    Format("WEBP", 640, 75, 4),
    Format("WEBP", 640, 75, 2),
    Format("WEBP", 640, 75, 0),
    Format("WEBP", 640, 65, 2),
    Format("WEBP", 640, 50, 2),
    Format("WEBP", 512, 75, 2),
    Format("WEBP", 512, 50, 2),
)
HEADS = (
    *("preview", "bytes", "ms", "recall", "crop15", '"same photo"', 'frames called "same photo"', "altered found"),
    *("false alarms", "kept"),
)


def measure(plan: Plan, folder: Path) -> str:
    """Every format, in Markdown."""
    large = make_12_megapixels(folder / "large", LARGE)
    rows = []
    for number, kept in enumerate(FORMATS):
        print(f"previews: {kept.name}", file=sys.stderr, flush=True)
        limits = kept.limits()
        smaller = replace(plan, attacks=plan.attacks or HARD, parts=("copy", "frame"), each_hard=0, limits=limits)
        smaller = replace(smaller, originals=min(plan.originals, ORIGINALS), peers=False)
        bytes_, seconds = _cost(large, limits)
        rows.append((kept.name, f"{bytes_:,.0f}", f"{seconds * 1000:.0f}", *_found(smaller, folder / str(number))))
    head = (
        f"`bytes` are those of the preview of a 12-MP photo, `ms` the milliseconds of its whole ingest ({LARGE} photos,"
        f" the median, one process). Recall is that of {len(plan.attacks or HARD)} hard attacks, so lower than above."
    )
    return f"{head}\n\n{table(HEADS, rows)}"


def _cost(large: Sequence[Path], limits: Limits) -> tuple[float, float]:
    """Mean bytes of a preview, median seconds of an ingest without the archive."""
    sizes, times = [], []
    opener = InThisProcess(load_words)
    for path in large:
        began = time.perf_counter()
        photo = prepare(Task(found_file(path), (), HANDOVER, limits), opener).photo
        times.append(time.perf_counter() - began)
        if photo and photo.pictured:
            sizes.append(len(photo.pictured.preview.data))
    return statistics.mean(sizes), statistics.median(times)


def _found(plan: Plan, folder: Path) -> tuple[str, ...]:
    folder.mkdir()
    stock = gather(plan, folder)
    asked = [one for one in queries(plan, stock) if one.part == "copy" or one.attack == PLAIN]
    outcomes = run(asked, Asking(stock.galleries, stock.names, plan.limits), ask, "asking")
    copies = part(outcomes, "copy")
    values = {one.what: one.value for one in figures(outcomes)}
    named = ("other frames", "altered area found", "altered areas said", "`kept`")
    rest = [next((value for what, value in values.items() if what.startswith(one)), "-") for one in named]
    return (f"{share(copies, right):.3f}", _crop15(copies), f"{share(copies, called_same):.3f}", *rest)


def _crop15(copies: Sequence[Outcome]) -> str:
    some = [one for one in copies if one.query.attack == "crop15"]
    return f"{share(some, right):.3f}" if some else "-"
