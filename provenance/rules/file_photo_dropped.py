"""The rule that a file photo stays one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from provenance.model.case import Case, Testimony
from provenance.model.claims import Claims, Flag, When
from provenance.model.findings import Confidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.dates import apart, day_words
from provenance.rules.markers import both_captions, captioned_otherwise, marked_on_record
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = (
    "Desks cut “file photo” to save room, and a caption that gives the right day needs no marker.",
    "The later day may be that of the story, told by the sender without meaning the picture.",
)


@rule(
    id="file-photo-dropped",
    title="On record this is a file photo, and the claim does not say so",
    severity=Severity.NOTE,
    advice="Say “file photo” and give the day it was taken.",
)
def file_photo_dropped(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks whether captions on record mark this photo as a file photo ("FILE PHOTO", "(FILES)", "Archivbild") and the
    claim neither does so nor gives the day that they give.

    A picture from the archive beside today's news is honest only with that word. Where the claim gives a day that lies
    more than three days after the one on record, the photo is told as newer than it is, and this is a warning. Where
    it gives no day, it is a note.

    It is also a note where another caption on record does without the marker: the photo was news when it was
    taken, and the claim may be as old. Markers are known in a dozen languages, not in all. A claim without a caption
    cannot carry the word, and is not judged.
    """
    on_record = marked_on_record(case, _marked)
    if case.claims is None or not on_record or _marked(case.claims):
        return
    if not case.claims.text:
        yield Cannot("the claim has no caption that could say “file photo”")
        return
    taken = next((one.claims.when for one in on_record if _dated(one.claims.when)), None)
    claimed = case.claims.when
    if claimed is not None and claimed.span() is None:
        yield Cannot("the claim names a day without a year, so it cannot be told whether it means the old day")
    elif claimed is None:
        yield _hit(case, on_record, _unsaid(taken), Severity.NOTE)
    elif taken is not None and _later(claimed, taken, limits.transmission_slack):
        severity = Severity.NOTE if captioned_otherwise(case, _marked) or case.claim_is_own else Severity.WARNING
        yield _hit(case, on_record, _newer(claimed, taken), severity)


def _marked(claims: Claims) -> bool:
    return Flag.FILE_PHOTO in claims.flags


def _dated(when: When | None) -> bool:
    return when is not None and when.span() is not None


def _later(claimed: When, taken: When, slack: timedelta) -> bool:
    """Whether every day that the claim can mean lies after every day on record."""
    starts = [span.start for one in claimed.readings() if (span := one.span())]
    ends = [span.end for one in taken.readings() if (span := one.span())]
    return bool(starts and ends) and min(starts) > max(ends) + slack


def _unsaid(taken: When | None) -> str:
    day = f" of {_day(taken)}" if taken is not None else ""
    return f"On record this is a file photo{day}; the claim gives no day and does not say so."


def _newer(claimed: When, taken: When) -> str:
    gap = apart(taken.last, claimed.first) if taken.last and claimed.first else ""
    return f"On record this is a file photo of {_day(taken)}; the claim tells it as {gap} newer."


def _day(when: When) -> str:
    return day_words(when.first) if when.first is not None and when.first == when.last else when.excerpt.text


def _hit(case: Case, on_record: tuple[Testimony, ...], message: str, severity: Severity) -> Hit:
    return Hit(message, both_captions(case, on_record), _INNOCENT, Confidence.MEDIUM, severity)
