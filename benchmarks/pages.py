"""The page of results: one section for each part; a part that was not measured keeps the section it had."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
TITLES = {
    "speed": "Speed and size",
    "isolation": "What isolation costs",
    "hostile": "Hostile files",
    "fuzz": "Mutated files and documents",
    "facts": "Facts in files",
    "inspect": "Looking into files",
    "credentials": "Content credentials",
    "captions": "Captions",
    "reposts": "Re-posts and quiet files",
    "recall": "Recall",
    "previews": "Previews",
    "scale": "One million photos",
    "planted": "An audit of planted contradictions",
    "audit": "An audit of 100,000 photos",
    "unchanged": "A second run",
}
PACKAGES = ("pillow", "numpy", "opencv-python-headless", "tantivy", "imagehash", "pdqhash", "exifread", "sqlmodel")
HOW = """\
`make bench` measures all of this but the previews and writes this page. `python -m benchmarks --only recall` measures
one part, `--originals 12 --attacks crop15,screenshot` less of it (nothing is written then), `--calibrate` reports on
the half that thresholds come from, `--dump FILE` keeps every answer, `--only previews` measures formats of previews.
The data are looked for beside the repository, or where `PROV_BENCH_DATA` says; without them only what needs none is
measured. Ratios are medians of pairs run in turn on one machine; absolute times are its own."""


def write(page: Path, sections: Mapping[str, str]) -> None:
    """Put these sections in place of those that the page had."""
    kept = {**_sections(page), **{TITLES[part]: f"{machine()}\n\n{text}" for part, text in sections.items()}}
    pieces = ["# Benchmarks", HOW]
    pieces += [f"## {title}\n\n{kept[title].strip()}" for title in TITLES.values() if title in kept]
    page.write_text("\n\n".join(pieces) + "\n", encoding="utf-8")


def machine() -> str:
    """What it was measured on."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{_processor()}, {platform.system()}, Python {platform.python_version()}; {versions}."


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    text = information.read_text(encoding="utf-8") if information.exists() else ""
    names = re.findall(r"model name\s*: (.+)", text)
    return f"{len(names)} x {names[0]} ({platform.machine()})" if names else platform.machine()


def _sections(page: Path) -> dict[str, str]:
    if not page.exists():
        return {}
    pieces = re.split(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))
