"""Run the benchmarks, print them and write docs/benchmarks.md. See `python -m benchmarks --help`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import pages
from benchmarks.data import missing

if TYPE_CHECKING:
    from benchmarks.recall import Plan

DEFAULT = (
    *("speed", "isolation", "hostile", "fuzz", "facts", "inspect", "credentials"),
    *("captions", "reposts", "recall", "scale", "planted", "audit", "unchanged"),
)


def main() -> int:
    """Measure what is asked for, and write the page where all of a part was measured."""
    options = _options()
    sections = {}
    for part in options.only:
        with tempfile.TemporaryDirectory(prefix="prov-bench-", dir=options.work) as work:
            text = PARTS[part](options, Path(work))
        if text:
            sections[part] = text
            print(f"\n## {pages.TITLES[part]}\n\n{text}\n", flush=True)
    if options.page or not _partial(options):
        pages.write(options.page or pages.PAGE, sections)
    return 0


def _speed(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.speed import measure

    return measure(folder, quick=options.quick)


def _isolation(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.isolation import measure

    return measure(folder, quick=options.quick)


def _hostile(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.hostile import measure

    return measure(folder, quick=options.quick)


def _fuzz(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.fuzz import measure

    return measure(folder, quick=options.quick)


def _recall(options: argparse.Namespace, folder: Path) -> str:
    if _nothing("Recall"):
        return ""
    from benchmarks.figures import shown
    from benchmarks.recall import measure
    from benchmarks.recall_figures import figures
    from benchmarks.recall_page import sections

    plan = _plan(options)
    measured = measure(plan, folder)
    print(shown(figures(measured.outcomes)))
    return sections(plan, measured)


def _previews(options: argparse.Namespace, folder: Path) -> str:
    if _nothing("Previews"):
        return ""
    from benchmarks.previews import measure

    return measure(_plan(options), folder)


def _scale(options: argparse.Namespace, folder: Path) -> str:
    if _nothing("Scale"):
        return ""
    from benchmarks.scale import measure

    return measure(folder, options.records, rounds=5 if options.quick else 11)


def _planted(options: argparse.Namespace, folder: Path) -> str:
    if _nothing("Planted contradictions"):
        return ""
    from benchmarks.planted import measure

    return measure(folder, quick=options.quick)


def _audit(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.audit_scale import measure

    return measure(folder, (1_000, 10_000) if options.quick else (10_000, 100_000))


def _unchanged(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.unchanged import measure

    return measure(folder, quick=options.quick)


def _captions(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.captions import measure

    return measure(options.dump)


def _reposts(options: argparse.Namespace, folder: Path) -> str:
    if _nothing("Re-posts"):
        return ""
    from benchmarks.reposts import measure

    return measure(folder, quick=options.quick)


def _inspect(options: argparse.Namespace, folder: Path) -> str:
    if _nothing("Looking into files"):
        return ""
    from benchmarks.inspection import measure

    return measure(folder, quick=options.quick)


def _credentials(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.credentials import measure

    return measure(quick=options.quick)


def _facts(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.facts import measure

    return measure(folder)


PARTS = {
    "speed": _speed,
    "isolation": _isolation,
    "hostile": _hostile,
    "fuzz": _fuzz,
    "facts": _facts,
    "inspect": _inspect,
    "credentials": _credentials,
    "captions": _captions,
    "reposts": _reposts,
    "recall": _recall,
    "previews": _previews,
    "scale": _scale,
    "planted": _planted,
    "audit": _audit,
    "unchanged": _unchanged,
}


def _plan(options: argparse.Namespace) -> Plan:
    from benchmarks.recall import Plan

    return Plan(
        originals=options.originals or (4 if options.quick else 48),
        attacks=options.attacks,
        parts=options.asked,
        strangers=options.strangers or (4 if options.quick else 1000),
        each_hard=options.hard if options.hard is not None else (8 if options.quick else 120),
        attacked=0 if options.quick else 3,
        inside=4 if options.quick else 24,
        calibrate=options.calibrate,
        peers=options.peers,
        dump=options.dump,
    )


def _nothing(what: str) -> bool:
    lacking = missing()
    if lacking:
        print(f"{what} was not measured: {', '.join(lacking)} is not there.")
    return bool(lacking)


def _partial(options: argparse.Namespace) -> bool:
    """Whether less than all of a part is measured, or the wrong half."""
    less = options.originals or options.attacks or options.strangers or options.hard is not None or not options.peers
    return bool(options.quick or options.calibrate or less or options.records < 1_000_000 or options.asked != ASKED)


ASKED = ("copy", "absent", "frame", "framed")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--only", type=_list, default=DEFAULT, metavar="PARTS", help=f"of {', '.join(PARTS)}; separated by commas")
    add("--quick", action="store_true", help="a little of everything; writes no page")
    add("--originals", type=int, metavar="N", help="recall: so many photographs after every attack")
    add("--attacks", type=_list, default=(), metavar="NAMES", help="recall: only these attacks")
    add("--asked", type=_list, default=ASKED, metavar="NAMES", help=f"recall: only these of {', '.join(ASKED)}")
    add("--strangers", type=int, metavar="N", help="recall: so many pictures of each kind that are not held")
    add("--hard", type=int, metavar="N", help="recall: so many drawn pictures of each class")
    add("--calibrate", action="store_true", help="recall: report on the half that thresholds come from")
    add("--no-peers", dest="peers", action="store_false", help="recall: without the other systems")
    add(
        "--dump", type=Path, metavar="FILE", help="recall: every answer as JSON; captions: wrong ones of the first part"
    )
    add("--records", type=int, default=1_000_000, metavar="N", help="scale: so many photos")
    add("--work", type=Path, metavar="FOLDER", help="where archives and queries are made; they are removed at the end")
    add("--page", type=Path, metavar="FILE", help="write this page instead of docs/benchmarks.md, in any case")
    return parser.parse_args()


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


if __name__ == "__main__":
    sys.exit(main())
