"""The rule that a file was saved again after the photo was taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.photo import Fact
from provenance.model.wall_clock import WallTime, wall_time
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_TAKEN = "EXIF DateTimeOriginal"
_SAVED = ("EXIF ModifyDate", "XMP xmp:ModifyDate")
_PROGRAMS = ("EXIF Software", "XMP xmp:CreatorTool", "XMP tiff:Software")
_HISTORY = re.compile(r"XMP xmpMM:History\[\d+\]/stEvt:(?:softwareAgent|action|when)")
_EDITOR = re.compile(
    r"photoshop|lightroom|gimp|affinity|capture one|darktable|rawtherapee|luminar|pixelmator|snapseed|paint|picasa"
    r"|photo ?mechanic|fotostation|acdsee|canva|faceapp|meitu|firefly|topaz|dxo|irfanview|xnview|imagemagick",
    re.IGNORECASE,
)
_SOON = timedelta(minutes=2)
"""Cameras write the date of saving some seconds after the exposure."""
_INNOCENT = (
    "Every photo of a newspaper or an agency is cropped, toned and captioned in such a program.",
    "Writing a caption into a file is a save too.",
)


@rule(
    id="edited-after-capture",
    title="The file was saved again after the photo was taken",
    severity=Severity.NOTE,
    advice="Ask for the camera original where it matters what was changed.",
    doors=(Door.INSPECT,),
)
def edited_after_capture(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks for signs that a program saved the file after the exposure: a date of saving later than the date of taking,
    the name of an image editor, the history of edits that some editors keep.

    It tells what happened to a file on its way. A file that says it comes from the camera and was saved by an editor
    years later does not come from the camera.

    That a file was saved says nothing of what was changed, and almost every genuine press photo was. Editors can be
    told to leave no trace, so that nothing is found proves nothing. Where the date of taking equals the last save, one
    was overwritten, and it cannot be told when the photo was taken.
    """
    del limits
    taken, saved = _first(case, _TAKEN), [moment for field in _SAVED if (moment := _first(case, field))]
    traces = [fact for fact in case.facts if _is_trace(fact)]
    later = [moment for moment in saved if taken and _after(taken, moment)]
    if not traces and not later:
        return
    if not later and taken and any(_together(taken, moment) for moment in saved):
        yield Cannot("the date of taking equals the date of the last save, so one may have overwritten the other")
    yield Hit(_message(taken, later, traces), _evidence(case, traces), _INNOCENT, Confidence.HIGH)


def _first(case: Case, field: str) -> WallTime | None:
    texts = (str(fact.value) for fact in case.facts if fact.field == field and not fact.impossible)
    return next((moment for text in texts if (moment := wall_time(text)) is not None), None)


def _after(taken: WallTime, saved: WallTime) -> bool:
    if taken.local is None or saved.local is None:
        return saved.day > taken.day
    return saved.local - taken.local > _SOON


def _together(taken: WallTime, saved: WallTime) -> bool:
    return taken.local is not None and taken.local == saved.local


def _is_trace(fact: Fact) -> bool:
    if fact.field in _PROGRAMS:
        return bool(_EDITOR.search(str(fact.value)))
    return _HISTORY.fullmatch(fact.field) is not None


def _message(taken: WallTime | None, later: list[WallTime], traces: list[Fact]) -> str:
    programs = [str(fact.value) for fact in traces if not fact.field.endswith(("stEvt:action", "stEvt:when"))]
    using = f" with {brief(programs[-1])}" if programs else ""
    if taken and later:
        days = (max(moment.day for moment in later) - taken.day).days
        when = f"{_days(days)} after it was taken" if days > 0 else "on the day it was taken"
        return f"The file was saved again{using}, {when}."
    return f"The file was saved{using or ' by an editor'}; when is not stated beside a date of taking."


def _days(days: int) -> str:
    return "a day" if days == 1 else f"{days:,} days"


def _evidence(case: Case, traces: list[Fact]) -> tuple[Evidence, ...]:
    dates = [fact for fact in case.facts if fact.field in {_TAKEN, *_SAVED}]
    quoted = {(fact.field, str(fact.value)): fact for fact in (*dates, *traces)}
    return tuple(Evidence(field, value) for field, value in list(quoted)[:12])
