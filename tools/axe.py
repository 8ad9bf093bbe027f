"""Looks at every kind of page in a real Chromium: with axe, at the width of a telephone, and by keyboard alone.

    python tools/axe.py [--pictures FOLDER]

Part of `make check-all`. Needs Chromium and npm (Debian: apt-get install chromium npm); where one is missing a sentence
says so, and nothing is checked. Exit code 1: a violation that axe calls serious or critical, a page wider than the
window, a complaint in the browser's console, or a key that does not do what it says.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from browser import Browser, find_browser
from example_pages import example_pages

AXE = "axe-core@4.14.1"
FETCHED = Path(__file__).parent.parent / ".browser"
GRAVE = {"serious", "critical"}
WIDTHS = {"wide": (1280, 1.0), "at 200 %": (1280, 2.0), "narrow": (320, 1.0)}
RUN = """axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(one => (
    {id: one.id, impact: one.impact, help: one.help, where: one.nodes.map(node => node.target.join(" "))})))"""


def main() -> int:
    """Returns 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pictures", type=Path, help="also write a picture of every page there")
    pictures = parser.parse_args().pictures
    chromium, axe = find_browser(), _axe()
    if chromium is None or axe is None:
        missing = "Chromium" if chromium is None else "axe-core, which npm fetches once,"
        print(f"Pages were not looked at: {missing} is not there. (Debian: apt-get install chromium npm)")
        return 0
    with tempfile.TemporaryDirectory() as folder, Browser(chromium) as browser:
        pages = example_pages(Path(folder))
        wrong = [words for name, page in pages.items() for words in _looked_at(browser, name, page, axe, pictures)]
        wrong += list(by_keyboard(browser, pages["audit"]))
    for words in wrong:
        print(words)
    print(f"{len(pages)} kinds of pages, light and dark, wide, narrow and at 200 %: {len(wrong)} things are wrong.")
    return 1 if wrong else 0


def _axe() -> str | None:
    """The script of axe, fetched once by npm; None where that cannot be done."""
    script = FETCHED / "node_modules" / "axe-core" / "axe.min.js"
    npm = shutil.which("npm")
    wanted = AXE.rpartition("@")[2]
    if not (script.exists() and json.loads((script.parent / "package.json").read_text())["version"] == wanted):
        if npm is None:
            return None
        FETCHED.mkdir(exist_ok=True)
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run([npm, "install", "--prefix", str(FETCHED), *quiet, AXE], check=False, capture_output=True)
    return script.read_text("utf-8") if script.exists() else None


def _looked_at(browser: Browser, name: str, page: Path, axe: str, pictures: Path | None) -> Iterator[str]:
    for dark in (False, True):
        for size, (width, zoom) in WIDTHS.items():
            browser.look(dark=dark, width=width, zoom=zoom)
            browser.open(page)
            where = f"{name}, {'dark' if dark else 'light'}, {size}"
            yield from (f"{where}: the console says: {words}" for words in browser.complaints())
            if browser.value("document.documentElement.scrollWidth > innerWidth + 1"):
                yield f"{where}: the page is wider than the window"
            if pictures:
                pictures.mkdir(parents=True, exist_ok=True)
                browser.picture(pictures / f"{where.replace(', ', '-').replace(' %', '').replace(' ', '-')}.png")
            yield from (f"{where}: {words}" for words in _violations(browser, axe))


def _violations(browser: Browser, axe: str) -> Iterator[str]:
    browser.value("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    browser.value(axe + "; 0")
    yield from _told(browser)
    if browser.value("Boolean(document.getElementById('help'))"):
        browser.press("?")
        yield from (f"with its help open, {words}" for words in _told(browser))
        browser.press("Escape")
        browser.press("d")
        yield from (f"with a command copied, {words}" for words in _told(browser))


def _told(browser: Browser) -> Iterator[str]:
    for one in browser.value(RUN):
        words = f"{one['impact']}: {one['id']}: {one['help']}: {', '.join(one['where'][:5])}"
        if one["impact"] in GRAVE:
            yield words
        else:
            print(f"(not serious) {words}")


def by_keyboard(browser: Browser, index: Path) -> Iterator[str]:
    """The way of an archivist through the report without a mouse; what does not work."""
    browser.look()
    browser.open(index)
    browser.value("localStorage.clear()")
    browser.open(index)
    browser.until("document.querySelectorAll('#rows tr').length === 50")
    for steps in _STORY:
        for key in steps[0]:
            browser.press(key)
        try:
            browser.until(steps[1])
        except TimeoutError:
            yield f"by keyboard: {steps[2]}"


_SAID = "document.getElementById('status').textContent"
_STORY = (
    ("n", "document.getElementById('page').textContent === 'Page 2 of 2'", "n does not turn the page of the table"),
    ("p", "document.getElementById('page').textContent === 'Page 1 of 2'", "p does not turn it back"),
    (("j", "Enter"), "document.getElementById('place')?.textContent.startsWith('1 of ')", "j and Enter open no family"),
    ("n", "document.getElementById('place')?.textContent.startsWith('2 of ')", "n is not the next family"),
    ("k", "document.getElementById('place')?.textContent.startsWith('1 of ')", "k is not the one before"),
    ("p", f"{_SAID} === 'This is the first family.'", "p does not say that there is none before"),
    ("d", f"{_SAID}.startsWith('There are 2 to choose from')", "d does not ask which of two findings"),
    ("d", f"/^Copied: dismiss F-[0-9a-f]{{10}}. /.test({_SAID})", "d again does not dismiss the first"),
    ("c", f"{_SAID}.startsWith('Copied: confirm F-')", "c does not confirm it"),
    ("sx", f"{_SAID}.startsWith('Copied: not-same M-')", "x does not part two pictures"),
    ("", "document.getElementById('gathered').textContent === '2 commands gathered'", "commands are not gathered"),
    ("?", "document.getElementById('help').open", "? does not open the help"),
    (("Escape",), "!document.getElementById('help').open", "Escape does not close it"),
    ("i", "document.querySelectorAll('#rows tr').length === 50", "i does not lead back to the index"),
    ("/", "document.activeElement.id === 'query'", "/ does not lead to the search"),
    ("jakarta 2,", "document.getElementById('found').textContent.startsWith('2 of 62')", "the search does not find"),
)

if __name__ == "__main__":
    sys.exit(main())
