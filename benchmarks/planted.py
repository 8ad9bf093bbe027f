"""An archive with planted contradictions: which of them an audit lists, in which order, and what else.

300 photographs on record, 150 copies of them that went through the attacks, published: 60 with a contradiction, 60
with a difference that means nothing, 30 told as on record. Everything goes through the commands that a user has.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2

from benchmarks import attacks
from benchmarks.data import PHOTOS
from benchmarks.figures import HEADS, Figure, at_least, at_most, shown, table
from benchmarks.planted_stories import Telling, conflict, innocent
from benchmarks.reposts_stories import STYLES, Story, stories

PROV = str(Path(sys.executable).with_name("prov"))
CONFLICTING = frozenset({"killed-still-held", "two-events", "two-photographers", "drift"})
LISTED_AS = {
    "another photographer": {"two-photographers"},
    "credit dropped": {"credit-dropped"},
    "issue date as photo date": {"issue-date-as-photo-date"},
    "damaged characters": {"damaged-encoding"},
    "killed": {"killed-still-held"},
}
EVENTS = {"two-events", "drift"}
"""The lists in which a contradiction must stand; those of day and place stand in these two."""
LEFT_OUT = ("collage", "crop15")
"""Collages hold other photos too, and of a crop to 15 % three quarters are found."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A published copy: its file, the original's, how it is told, and what was done to it."""

    file: str
    original: str
    telling: Telling
    kind: str
    attack: str


def measure(folder: Path, *, quick: bool) -> str:
    """Everything about an audit's answers that can be measured, in Markdown."""
    photos, copies = (60, 30) if quick else (300, 150)
    paths = sorted(PHOTOS.glob("*.jpg"))[:photos]
    told = stories(len(paths), seed=23)
    planted = list(_plant(folder, paths, told, copies))
    archive = folder / "archive"
    _ingest(archive, folder, planted)
    lines = _audit(archive)
    figures = _figures(planted, lines)
    print(shown(figures))
    return table(HEADS, [one.cells for one in figures]) + "\n\n" + _missed(planted, lines)


def _plant(folder: Path, paths: Sequence[Path], told: Sequence[Story], copies: int) -> Iterator[Copy]:
    """Write the files and the tables with their captions."""
    for name in ("record", "published"):
        (folder / name).mkdir()
    rows = []
    for path, story in zip(paths, told, strict=True):
        (folder / "record" / path.name).write_bytes(path.read_bytes())
        rows.append((path.name, STYLES[story.style](story), ""))
    _write(folder / "record.csv", rows)
    ways = [one for one in attacks.names() if not one.startswith(LEFT_OUT)]
    rows = []
    for number, (path, story) in enumerate(zip(paths[:copies], told[:copies], strict=True)):
        copy = _copy(number, path, story, ways[number % len(ways)])
        picture = cv2.imread(str(path))
        others = [cv2.imread(str(one)) for one in paths[-4:]]
        made, _steps = attacks.apply(copy.attack, picture, number, others)
        cv2.imwrite(str(folder / "published" / copy.file), made, [cv2.IMWRITE_JPEG_QUALITY, 88])
        rows.append((copy.file, copy.telling.caption, copy.telling.date))
        yield copy
    _write(folder / "published.csv", rows)


def _copy(number: int, path: Path, story: Story, attack: str) -> Copy:
    turn, at = number % 5, number // 5
    if turn in {0, 1}:
        kind, telling = "conflict", conflict(story, 2 * at + turn)
    elif turn in {2, 3}:
        kind, telling = "innocent", innocent(story, 2 * at + turn - 2)
    else:
        kind, telling = "copy", Telling("as on record", STYLES[story.style](story))
    return Copy(f"copy-{number:04}.jpg", path.name, telling, kind, attack)


def _write(path: Path, rows: Sequence[tuple[str, str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "caption", "date created"))
        writer.writerows(rows)


def _ingest(archive: Path, folder: Path, planted: Sequence[Copy]) -> None:
    for name, source in (("record", "the wire"), ("published", "a newspaper")):
        options = ["--source", source, "--standing", name, "--captions", str(folder / f"{name}.csv")]
        _prov("ingest", str(folder / name), *options, "--archive", str(archive))
    for one in planted:
        if one.telling.kind == "killed":
            notice = f"PHOTO KILL. Please kill the picture {one.original}. It must not be used."
            text = folder / f"{one.original}.txt"
            text.write_text(notice)
            _prov("notice", str(text), "--photo", str(folder / "record" / one.original), "--archive", str(archive))


def _audit(archive: Path) -> list[dict[str, object]]:
    answer = _prov("audit", "--json", "--archive", str(archive))
    return [json.loads(line) for line in answer.splitlines()]


def _prov(*arguments: str) -> str:
    done = subprocess.run([PROV, *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"prov {' '.join(arguments[:2])}: {done.stderr[-500:]}")
    return done.stdout


def _figures(planted: Sequence[Copy], lines: Sequence[dict]) -> list[Figure]:
    families = [line for line in lines if line["kind"] == "family"]
    whole = sum(_complete(one, families) for one in planted)
    bad = [one for one in planted if one.kind == "conflict"]
    good = [one for one in planted if one.kind == "innocent"]
    found = sum(_listed(one, families) for one in bad)
    alarms = sum(bool(_lists(one, families) & CONFLICTING) for one in good)
    top = [line for line in families if any(each["decision"] is None for each in line["findings"])][: len(bad)]
    files = {name for one in bad for name in (one.file, one.original)}
    right = sum(bool(files & set(_files(line))) for line in top)
    return [
        at_least("planted families found complete and unmixed", 0.98, whole, len(planted)),
        at_least("planted conflicts in the list", 0.95, found, len(bad)),
        at_most("innocent differences listed as conflicts", 0.03, alarms, len(good)),
        at_least(f"of the first {len(bad)} in the ranking planted", 0.9, right, len(top)),
    ]


def _files(line: dict) -> list[str]:
    return [Path(file).name for copy in line["copies"] for file in copy["files"]]


def _complete(one: Copy, families: Sequence[dict]) -> bool:
    return any(sorted(_files(line)) == sorted((one.file, one.original)) for line in families)


def _lists(one: Copy, families: Sequence[dict]) -> set[str]:
    return {
        str(each["list"])
        for line in families
        if one.file in _files(line) or one.original in _files(line)
        for each in line["findings"]
        if each["severity"] != "note" or each["list"] not in CONFLICTING
    }


def _listed(one: Copy, families: Sequence[dict]) -> bool:
    return bool(_lists(one, families) & LISTED_AS.get(one.telling.kind, EVENTS))


def _missed(planted: Sequence[Copy], lines: Sequence[dict]) -> str:
    families = [line for line in lines if line["kind"] == "family"]
    missed = Counter(
        f"{one.telling.kind} ({one.attack})" for one in planted if one.kind == "conflict" and not _listed(one, families)
    )
    alarms = Counter(
        one.telling.kind for one in planted if one.kind == "innocent" and _lists(one, families) & CONFLICTING
    )
    mixed = Counter(one.attack for one in planted if not _complete(one, families))
    return "\n\n".join(
        f"{title}: {', '.join(f'{name} {count}' for name, count in sorted(counted.items())) or 'none'}."
        for title, counted in (("Not listed", missed), ("Alarms", alarms), ("Families not complete", mixed))
    )
