"""The rule that a photo cannot show a day that came after it was already known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from provenance.model.case import Case
from provenance.model.claims import DateRole, When
from provenance.model.findings import Door, Severity
from provenance.model.limits import RuleLimits
from provenance.model.times import Span
from provenance.rules.dates import apart, day_words
from provenance.rules.inset import of_a_part
from provenance.rules.known_moments import Moment, known_moments
from provenance.rules.quoting import claim_evidence
from provenance.rules.rule import Cannot, Hit, rule

_QUOTED_MOMENTS = 4
_INNOCENT = (
    "The caption may date the event it reports and use an older picture of it, without saying “file photo”.",
    "The date may be the day of publication or transmission, or carry a slip in the year.",
)
_INNOCENT_SOFT = "The earlier date comes from a document that can itself be wrong."


@rule(
    id="seen-before-claimed-date",
    title="The photo was already known before the day it is said to show",
    severity=Severity.ERROR,
    advice="Ask the sender for the camera original, and hold the picture until then.",
    doors=(Door.CHECK, Door.AUDIT),
)
def seen_before_claimed_date(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the earliest day the claim can mean with every moment the same photo was already known: the archive's
    own clock when it first took the photo in (held since), and the days on which feeds, articles, spreadsheets or the
    photo's own file say that it was transmitted or published. What senders once offered is left out.

    A photo cannot show a day that was still to come. This is the one contradiction that no habit of the trade
    explains away. It is an error where the earlier moment is one that nobody can forge: held since, or a feed's own
    transmission time. Dates from spreadsheets, articles, sidecars, editors and the file itself give a warning.

    A day without a time zone counts as wide as it is anywhere on Earth, and 26 hours of slack come on top, so a
    photo that came in the day before is not reported. Where the file's own fields are judged and give several dates,
    the earliest counts, since a re-save leaves late ones. A clock that was set back when a photo came in makes it look
    held too early; a clock that ran ahead is noticed and said. A caption that gives no date cannot be judged.
    """
    if not case.same_photos:
        return
    when = _claimed(case)
    earliest = _earliest(when)
    if when is None or earliest is None:
        yield Cannot(_why_not(when))
        return
    first, claimed = earliest
    latest = case.now + limits.clock_slack
    if any(known.held_since > latest for known in case.same_photos):
        yield Cannot("the archive's clock ran ahead when this photo came in, so “held since” says nothing")
    moments = (moment for moment in known_moments(case) if moment.span.end <= latest)
    before = tuple(moment for moment in moments if moment.span.end + limits.clock_slack < claimed.start)
    if before:
        yield _hit(case, when, first, before)


def _claimed(case: Case) -> When | None:
    """The date that is judged. In a file's own fields re-saves leave late dates, so there the earliest one counts."""
    if case.claims is None or not case.claim_is_own:
        return case.claims.when if case.claims else None
    dated = (one for one in case.claims.dates if one.first is not None and one.role is DateRole.SHOWN)
    return min(dated, key=lambda one: one.first or date.max, default=case.claims.when)


def _earliest(when: When | None) -> tuple[date, Span] | None:
    """The first day a claim can mean, over all its readings, and the instants it may cover."""
    if when is None or when.role not in {DateRole.SHOWN, DateRole.DATELINE}:
        return None
    days = [(one.first, span) for one in when.readings() if one.first is not None and (span := one.span())]
    return min(days, key=lambda day: day[1].start, default=None)


def _why_not(when: When | None) -> str:
    if when is None:
        return "the claim gives no date"
    if when.role not in {DateRole.SHOWN, DateRole.DATELINE}:
        return "the claim's date is one of release or issue, not of what the photo shows"
    return "the claim names a day without a year"


def _hit(case: Case, when: When, first: date, before: tuple[Moment, ...]) -> Hit:
    strongest = before[0]
    gap = apart(strongest.day, first)
    part = of_a_part(case.same_photos)
    return Hit(
        message=f"This photo {strongest.way} {gap} before the day it is said to show.",
        evidence=(
            claim_evidence(case, when.excerpt.text or day_words(first)),
            *(moment.evidence for moment in before[:_QUOTED_MOMENTS]),
        ),
        innocent=(*part, *_INNOCENT) if strongest.unforgeable else (*part, *_INNOCENT, _INNOCENT_SOFT),
        severity=Severity.ERROR if strongest.unforgeable else Severity.WARNING,
    )
