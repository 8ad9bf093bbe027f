"""Both halves together: re-posts of photographs on record, under true and false labels, and files that are odd.

A false label counts as found where an axis contradicts, or a rule about dates, places, creators or subjects warns; a
true one, or a quiet file, is an alarm where any finding is a warning or an error; that a picture is mirrored is none
where it was mirrored. Photographs are of the half that no threshold was set on; what they are said to show is invented
(`reposts_stories.py`), and so are the odd files (`reposts_odd.py`).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

from benchmarks import attacks
from benchmarks.data import PHOTOS
from benchmarks.figures import HEADS, Figure, at_least, at_most, shown, table
from benchmarks.intervals import exact
from benchmarks.reposts_odd import ODDITIES, odd_file
from benchmarks.reposts_stories import STYLES, TRUE, Story, falsified, stories
from benchmarks.split import calibrating

if TYPE_CHECKING:
    from provenance.model.appearance import Statement
    from provenance.model.case import Verdict
    from provenance.store.archive import Archive
    from provenance.workflows.check import Desk

RULES = frozenset(
    {"date-conflict", "place-conflict", "creator-conflict", "subject-conflict", "seen-before-claimed-date"}
)


def measure(folder: Path, *, quick: bool) -> str:
    """Everything that can be measured here, in Markdown."""
    count = 16 if quick else 100
    photos = [path for path in sorted(PHOTOS.glob("*.jpg")) if not calibrating(path.name)][:count]
    told = stories(len(photos))
    with _archive(folder / "reposts", zip(photos, told, strict=True)) as archive:
        answers = list(_reposts(archive, photos, told))
    loud = list(_quiet(folder, 30 if quick else 150))
    figures = _figures(answers, loud)
    print(shown(figures))
    return table(HEADS, [one.cells for one in figures]) + "\n\n" + _wrong(answers, loud)


def _archive(folder: Path, photos: Iterator[tuple[Path, Story]]) -> Archive:
    """An archive that holds the photographs, with a record of what each shows."""
    from provenance.model.appearance import Standing
    from provenance.store.archive import Archive

    archive = Archive.create_or_open(folder)
    for number, (path, story) in enumerate(photos):
        caption = STYLES[story.style](story)
        _hold(archive, path.read_bytes(), [_statement("the wire", Standing.RECORD, f"row {number}", caption)])
    archive.catch_up()
    return archive


def _hold(archive: Archive, data: bytes, said: list[Statement]) -> None:
    from provenance.cli.options import words
    from provenance.feeds.in_file import statements
    from provenance.media.examine import examine
    from provenance.media.picture import photo_id
    from provenance.media.worker.handed import hand_over
    from provenance.model.appearance import Standing
    from provenance.model.limits import LIMITS
    from provenance.workflows.in_process import InThisProcess
    from provenance.workflows.intake import new_photo

    examination = examine(data, LIMITS.read)
    photo = photo_id(data)
    own = statements(examination.facts, "own archive", Standing.IN_FILE)
    with archive.transaction() as writer:
        with hand_over([data]) as content:
            writer.add_photo(new_photo(content, examination, LIMITS, words(), InThisProcess()), _now())
        for one in (*own, *said):
            writer.state(photo, one, _now())


def _reposts(archive: Archive, photos: list[Path], told: list[Story]) -> Iterator[tuple[str, str, bool, bool]]:
    """For every re-post: "true" or "false" as its label is, its kind, whether the photo was found, what was said."""
    desk = _desk()
    names = attacks.names()
    pixels = [cv2.imread(str(path)) for path in photos[:4]]
    for number, (path, story) in enumerate(zip(photos, told, strict=True)):
        others = [np.asarray(one) for at, one in enumerate(pixels) if at != number][:3]
        made, steps = attacks.apply(names[number % len(names)], np.asarray(cv2.imread(str(path))), number, others)
        data = cv2.imencode(".jpg", made, [cv2.IMWRITE_JPEG_QUALITY, 82])[1].tobytes()
        lies = number % 2 == 1
        kind, label = falsified(story, number // 2) if lies else _truly(story, number // 2)
        verdict = _check(archive, desk, data, label)
        print(f"\rre-posts: {number + 1} of {len(photos)}", end="", file=sys.stderr, flush=True)
        yield "false" if lies else "true", f"{kind}, {names[number % len(names)]}", bool(verdict.case.same_photos), (
            _contradicts(verdict) if lies else _alarms(verdict, mirrored=attacks.mirrors(steps))
        )  # fmt: skip
    print(file=sys.stderr)


def _truly(story: Story, number: int) -> tuple[str, str]:
    kind, write = TRUE[number % len(TRUE)]
    return kind, write(story)


def _quiet(folder: Path, count: int) -> Iterator[tuple[str, bool]]:
    """For every odd file, held and then checked as it is and with its caption shortened: its oddity, and any alarm."""
    from provenance.store.archive import Archive

    desk = _desk()
    with Archive.create_or_open(folder / "quiet") as archive:
        for number, story in enumerate(stories(count, seed=11)):
            odd = tuple(ODDITIES)[number % len(ODDITIES)]
            data, caption = odd_file(odd, story, number)
            _hold(archive, data, [])
            labels = ("", caption, TRUE[1][1](story))
            alarm = any(_alarms(_check(archive, desk, data, label)) for label in labels)
            print(f"\rquiet files: {number + 1} of {count}", end="", file=sys.stderr, flush=True)
            yield odd, alarm
    print(file=sys.stderr)


def _desk() -> Desk:
    from provenance.cli.options import vocabulary, words
    from provenance.model.limits import LIMITS
    from provenance.workflows.check import Desk
    from provenance.workflows.in_process import InThisProcess

    return Desk(InThisProcess(), vocabulary, LIMITS, _now(), words)


def _check(archive: Archive, desk: Desk, data: bytes, label: str) -> Verdict:
    from provenance.media.worker.handed import hand_over
    from provenance.model.appearance import Standing
    from provenance.workflows.check import Question, check

    said = _statement("sender", Standing.OFFERED, "command line", label) if label else None
    with Question("incoming.jpg", hand_over([data]), said) as question:
        return check(question, archive, desk).verdict


def _statement(source: str, standing: object, address: str, caption: str) -> Statement:
    from provenance.model.appearance import Standing, Statement
    from provenance.model.times import Voucher

    assert isinstance(standing, Standing)
    voucher = Voucher.SENDER if standing is Standing.OFFERED else Voucher.SPREADSHEET
    return Statement(source, standing, voucher, address, caption=caption)


def _contradicts(verdict: Verdict) -> bool:
    return any(row.verdict.value == "contradicts" for row in verdict.rows) or any(
        one.rule in RULES and one.severity.word != "note" for one in verdict.findings
    )


def _alarms(verdict: Verdict, *, mirrored: bool = False) -> bool:
    told = [one.rule for one in verdict.findings if one.severity.word != "note"]
    return any(rule != "mirrored" or not mirrored for rule in told)


def _now() -> datetime:
    return datetime.now(UTC)


def _figures(answers: list[tuple[str, str, bool, bool]], loud: list[tuple[str, bool]]) -> list[Figure]:
    lies = [one[3] for one in answers if one[0] == "false"]
    truths = [one[3] for one in answers if one[0] == "true"]
    missed = sum(not one[2] for one in answers)
    return [
        at_least("contradiction found, re-posts with a false label", 0.92, sum(lies), len(lies), _between(lies)),
        at_most("warning or error, re-posts with a true label", 0.01, sum(truths), len(truths), _between(truths)),
        at_most(
            "any warning, quiet files", 0.01, sum(one for _, one in loud), len(loud), _between([x for _, x in loud])
        ),
        Figure("re-posts whose photo was not recognised at all", "", f"{missed} of {len(answers)}", None),
    ]


def _between(told: list[bool]) -> str:
    low, high = exact(sum(told), len(told))
    return f"95 % interval {low:.3f} to {high:.3f}"


def _wrong(answers: list[tuple[str, str, bool, bool]], loud: list[tuple[str, bool]]) -> str:
    """What went wrong, by kind."""
    wrong = Counter(f"{label} label, {kind}" for label, kind, _found, said in answers if said != (label == "false"))
    wrong.update(f"quiet file, {odd}" for odd, alarm in loud if alarm)
    lines = [f"- {kind}: {count}" for kind, count in sorted(wrong.items())]
    return "\n".join(["What went wrong:", "", *lines]) if lines else "Nothing went wrong."
