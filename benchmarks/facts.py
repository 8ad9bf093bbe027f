"""Facts against ExifTool's reading of the same files, findings on genuine wire files, and the time it takes."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.data import make_12_megapixels
from benchmarks.facts_truth import FIELDS, Read, block, exif, files, own_block, same
from benchmarks.figures import HEADS, Figure, at_least, at_most, table
from provenance.media.examine import read_facts
from provenance.media.picture import photo_id
from provenance.model.case import Case
from provenance.model.findings import Door, Severity
from provenance.model.limits import LIMITS
from provenance.model.photo import Fact
from provenance.rules.judge import judge

REFERENCE = "IPTC-PhotometadataRef"
SECONDS = 0.030
"""The aim for looking into a 12-megapixel JPEG without decoding it."""
READERS = ("exifread", "pillow")


def measure(folder: Path) -> str:
    """The tables in Markdown; "" where the data is not there."""
    cameras, wire = list(files("exif")), list(files("wire"))
    if not cameras or not wire:
        print("Facts were not measured: the folders exif and wire with their exiftool.json are not there.")
        return ""
    counts, wrong = _exif([*cameras, *wire])
    rows = [*_exif_figures(counts), *_blocks(wire), _loud(wire), *_time(folder)]
    for line in wrong:
        print(line)
    head = f"{len(cameras)} camera and phone files and {len(wire)} agency files, {len(FIELDS)} main fields of EXIF."
    return f"{head}\n\n{table(HEADS, [row.cells for row in rows])}"


def _exif(photos: Iterable[Read]) -> tuple[Counter[str], list[str]]:
    """What each reader, and both together (the first that has the field), made of every field that is there."""
    counts: Counter[str] = Counter()
    wrong = []
    for photo in photos:
        facts = read_facts(photo.data, LIMITS.read)[1]
        for field in FIELDS:
            truth = exif(photo, field)
            for reader, said in _said(facts, f"EXIF {field}").items():
                if truth is None and said is None:
                    continue
                outcome = "missing" if said is None else "right" if truth is not None and same(truth, said) else "wrong"
                counts[f"{reader} {outcome}"] += 1
                if outcome != "right" and reader == "both":
                    wrong.append(f"{outcome}: {photo.name} {field}: ExifTool {truth!r}, here {said}")
    return counts, wrong


def _said(facts: Iterable[Fact], field: str) -> dict[str, Fact | None]:
    """The fact of the first block that each reader gives for a field."""
    said: dict[str, Fact | None] = dict.fromkeys(READERS)
    for fact in facts:
        if fact.field == field and fact.block == 0 and said.get(fact.reader) is None:
            said[fact.reader] = fact
    return {**said, "both": next((fact for fact in said.values() if fact), None)}


def _exif_figures(counts: Counter[str]) -> Iterable[Figure]:
    for reader in ("both", *READERS):
        told = "the two readers together" if reader == "both" else reader
        of = sum(counts[f"{reader} {outcome}"] for outcome in ("right", "missing", "wrong"))
        yield at_least(f"EXIF fields equal to ExifTool's, {told}", 0.99, counts[f"{reader} right"], of)
        yield at_most(f"EXIF fields with another value, {told}", 0, counts[f"{reader} wrong"], of)


def _blocks(wire: Iterable[Read]) -> Iterable[Figure]:
    for photo in wire:
        if not photo.name.startswith(REFERENCE):
            continue
        facts = read_facts(photo.data, LIMITS.read)[1]
        for kind, group in (("IPTC-IIM", "IPTC"), ("XMP", "XMP-")):
            wanted, found = block(photo, group), own_block(facts, kind)
            right = [path for path, values in wanted.items() if found.get(path) == values]
            for path in wanted.keys() - right:
                print(f"differs: {kind} {path}: ExifTool {wanted[path]}, here {found.get(path)}")
            yield at_least(f"fields of {kind} on the IPTC reference image", 1.0, len(right), len(wanted))


def _loud(wire: Iterable[Read]) -> Figure:
    """Findings that would interrupt somebody, at every door, on files as agencies send them."""
    from provenance.cli.options import vocabulary
    from provenance.workflows.inspect import with_own_claim

    loud, photos = 0, 0
    now = datetime.now(UTC)
    for photo in wire:
        photos += 1
        format, facts, problems = read_facts(photo.data, LIMITS.read)
        bare = Case(photo.name, photo_id(photo.data), bool(format), now, None, False, None, facts, problems, (), ())
        case = with_own_claim(bare, vocabulary, LIMITS)
        found = {one.id: one for door in Door for one in judge(case, LIMITS.rule, door=door)[0]}
        for finding in found.values():
            if finding.severity >= Severity.WARNING:
                loud += 1
                print(f"loud: {photo.name}: {finding.rule}: {finding.message}")
    return at_most("findings of severity warning or error on genuine wire files", 0, loud, photos)


def _time(folder: Path) -> Iterable[Figure]:
    for path in make_12_megapixels(folder, 1):
        data = path.read_bytes()
        taken = []
        for _ in range(11):
            began = time.perf_counter()
            read_facts(data, LIMITS.read)
            taken.append(time.perf_counter() - began)
        median = statistics.median(taken)
        yield Figure(
            "looking into a 12-megapixel JPEG without decoding it",
            f"at most {1000 * SECONDS:.0f} ms",
            f"{1000 * median:.1f} ms",
            median <= SECONDS,
        )
