"""How quick an audit's pages are: made, opened, searched and turned in a real Chromium.

python tools/report_speed.py [FAMILIES]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from browser import Browser, find_browser
from builders import audits as made
from builders.files import a_scene

from provenance.files import write_folder
from provenance.model.audit import Listing
from provenance.model.findings import Severity
from provenance.report.audit_pages import Told, pages

PLACES = ("Jakarta", "Valencia", "Maribyrnong", "Borodyanka", "Gatundu", "Pamplona", "Akron", "Tangerang")
ROWS = "document.querySelectorAll('#rows tr').length"
FOUND = "document.getElementById('found').textContent"


def main() -> int:
    """Print what was measured."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        started = time.perf_counter()
        write_folder(report, pages(replace(made.a_report(), families=_families(number))))
        took = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = sum(path.stat().st_size for path in report.rglob("*") if path.is_file()) / 1e6
        print(f"{number:,} families written in {took:.1f} s, {size:.0f} MB, at most {peak:.0f} MB of memory")
        chromium = find_browser()
        if chromium is None:
            print("Chromium is not there, so nothing was opened.")
            return 0
        with Browser(chromium) as browser:
            browser.look()
            _measured(browser, report, number)
    return 0


def _measured(browser: Browser, report: Path, number: int) -> None:
    for _ in range(3):
        started = time.perf_counter()
        browser.open(report / "index.html")
        browser.until(f"{FOUND}.includes('of {number:,} families')")
        print(f"index opened and its table filled: {time.perf_counter() - started:.2f} s")
    browser.press("/")
    browser.ask("Input.insertText", text="valencia john")
    browser.until(f"!{FOUND}.startsWith('{number:,} ')")
    inside = "(() => { const start = performance.now(); const all = [...document.querySelectorAll('#list option')];"
    inside += " list.value = all[3].value; list.dispatchEvent(new Event('change')); return new Promise(done => {"
    inside += " const watch = new MutationObserver(() => { watch.disconnect(); done(performance.now() - start); });"
    inside += " watch.observe(document.getElementById('rows'), {childList: true}); }); })()"
    print(f"searched ({browser.value(FOUND)}), then one list chosen: {browser.value(inside):.0f} ms")
    family = next((report / "families").iterdir())
    print(f"a family's page opened: {min(browser.open(family) for _ in range(3)):.2f} s")


def _families(number: int) -> Iterator[Told]:
    shown = made.a_preview(a_scene(7, 320, 213))
    for place in range(number):
        where = PLACES[place % len(PLACES)]
        family = made.a_full_family(f"{where}-{place}")
        message = f"Two photographers are named in {where}: Jane Example {place} and John Sample."
        finding = made.a_finding(message, "creator-conflict", Severity(1 + place % 3), f"{place}")
        listed = made.a_listed(finding, list(Listing)[place % len(Listing)], f"{where}-{place}")
        yield replace(family, listed=(listed, *family.listed)), {family.best.picture: shown}


if __name__ == "__main__":
    sys.exit(main())
