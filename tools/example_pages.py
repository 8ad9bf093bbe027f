"""Every kind of page that prov writes, of a rendered example archive: for looking at, and for looking at by machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent.parent
SAMPLES = HERE / "samples"
sys.path.insert(0, str(HERE / "tests"))


def example_pages(folder: Path) -> dict[str, Path]:
    """Write the pages into a folder; their paths by what they are called."""
    report = _report(folder / "report")
    families = sorted((report / "families").iterdir(), key=lambda path: -path.stat().st_size)
    return {
        "audit": report / "index.html",
        "audit of nothing": _empty(folder / "empty") / "index.html",
        "family": families[0],
        "small family": families[-1],
        "check": _check(folder),
        "compare": _compare(folder),
    }


def _report(folder: Path) -> Path:
    """An audit with everything that can stand in one."""
    from builders import audits as made

    from provenance.files import write_folder
    from provenance.model.audit import Listing
    from provenance.model.family import Ruling
    from provenance.model.findings import Severity
    from provenance.report.audit_pages import pages

    families = [made.a_full_family("flood"), made.a_full_family("harbour", decided=True)]
    for number in range(60):
        message = f"Two photographers are named in finding {number}: Jane Example and John Sample."
        finding = made.a_finding(message, "creator-conflict", Severity(1 + number % 3), f"{number}")
        listed = made.a_listed(finding, list(Listing)[number % len(Listing)], f"{number}")
        families.append(made.a_family(listed, seed=f"{number}"))
    dismissed = made.a_decision("F-0123456789", Ruling.DISMISS, "Two people.")
    report = made.a_report(
        families,
        previews=True,
        variants=(made.a_variant(), made.a_variant(("J. Sample", 3), ("John Sample", 90), decision=dismissed)),
        unread=(made.an_unread(),),
        difference=made.a_difference(families[0], families[5]),
    )
    write_folder(folder, pages(report))
    return folder


def _empty(folder: Path) -> Path:
    from builders import audits as made

    from provenance.files import write_folder
    from provenance.report.audit_pages import pages

    write_folder(folder, pages(made.a_report(totals=made.some_totals(unread=0))))
    return folder


def _check(folder: Path) -> Path:
    archive, page = str(folder / "archive"), folder / "check.html"
    captions = ("--source", "wire desk", "--captions", str(SAMPLES / "captions.csv"))
    _prov("ingest", str(SAMPLES / "photos"), *captions, "--archive", archive)
    _prov("check", str(SAMPLES / "incoming" / "repost.jpg"), "--html", str(page), "--archive", archive)
    return page


def _compare(folder: Path) -> Path:
    page = folder / "compare.html"
    photos = (SAMPLES / "incoming" / "repost.jpg", SAMPLES / "photos" / "borodyanka.jpg")
    _prov("compare", *map(str, photos), "--html", str(page))
    return page


def _prov(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "provenance", *arguments], cwd=HERE, capture_output=True, check=False)
