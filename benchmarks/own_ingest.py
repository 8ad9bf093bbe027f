"""An ingest as `prov ingest` does it, timed from after the imports to the last acknowledgement. Prints seconds."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path


def main(folder: Path, archive: Path, jobs: int) -> None:
    """Ingest every photo of a folder into a fresh archive."""
    from provenance.cli.counts import Counts
    from provenance.cli.finding import Wanted, brought
    from provenance.cli.processes import opener, processes
    from provenance.cli.run import Run, bring_photos
    from provenance.media.worker.handed import hand_over
    from provenance.model.appearance import Standing
    from provenance.model.limits import LIMITS
    from provenance.store.archive import Archive
    from provenance.workflows.intake import Handover

    with processes(jobs) as prepare_all, Archive.create_or_open(archive) as opened:
        with hand_over([b""]) as nothing:
            opener().describe(nothing, LIMITS, features=True)  # imports, also those of the worker, are not the work
        began = time.perf_counter()
        counts = Counts()
        found = brought([folder], opened, Wanted("bench", "record"))
        run = Run(opened, Handover("bench", Standing.RECORD), counts, datetime.now(UTC))
        bring_photos(run, found, prepare_all)
        found.close()
        seconds = time.perf_counter() - began
    if counts.new != len(found.photos):
        sys.exit(f"Only {counts.new} of {len(found.photos)} photos were new.")
    print(seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
