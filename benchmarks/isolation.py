"""What isolation costs: processor time of reading 12-megapixel JPEGs in a worker and in the program's own process."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.data import PHOTOS, make_12_megapixels
from benchmarks.figures import HEADS, Figure, shown, table


def measure(folder: Path, *, quick: bool) -> str:
    """The ratio of both, in Markdown; "" where there are no photographs."""
    photos = make_12_megapixels(folder / "photos", 12 if quick else 60)
    if not photos:
        print(f"Isolation was not measured: there are no photographs in {PHOTOS}.")
        return ""
    rounds = 3 if quick else 7
    pairs = [(_seconds("workers", photos), _seconds("here", photos)) for _ in range(rounds)]
    cost = statistics.median(apart / here for apart, here in pairs) - 1
    each = 1000 / len(photos)
    note = (
        f"{statistics.median(one for one, _ in pairs) * each:.1f} ms against"
        f" {statistics.median(one for _, one in pairs) * each:.1f} ms a photo, all processes, start included"
    )
    what = f"processor time that isolation adds to an ingest's reading of {len(photos)} 12-MP JPEGs"
    figures = [Figure(what, "at most 5 %", f"{100 * cost:.1f} %", cost <= 0.05, note)]
    print(shown(figures))
    return table(HEADS, [one.cells for one in figures])


def _seconds(how: str, photos: list[Path]) -> float:
    """Processor time of a fresh process and all that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "benchmarks.isolation", how, *map(str, photos)], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _read(how: str, photos: list[Path]) -> None:
    """Read photos as an ingest does, without the archive."""
    from provenance.files import WORDS, hand_over_photo, load_words
    from provenance.model.limits import LIMITS
    from provenance.workflows.in_process import InThisProcess
    from provenance.workflows.worker import workers

    opener = workers(LIMITS, WORDS) if how == "workers" else InThisProcess(load_words)
    opener.warm(describing=True)
    for path in photos:
        with hand_over_photo(path, LIMITS.read) as content:
            if opener.describe(content, LIMITS, features=True).pictured is None:
                sys.exit(f"{path} could not be read.")
    opener.close()


if __name__ == "__main__":
    _read(sys.argv[1], [Path(one) for one in sys.argv[2:]])
