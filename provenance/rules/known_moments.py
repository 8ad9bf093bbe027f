"""The moments at which a photo was demonstrably known, each with who vouches for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from provenance.model.case import Case, KnownPhoto, Testimony
from provenance.model.findings import Evidence
from provenance.model.times import Dated, Span, TimeKind, Voucher
from provenance.rules.dates import day_words
from provenance.rules.quoting import known_name, witness

_KINDS = (TimeKind.TRANSMITTED, TimeKind.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Moment:
    """When the photo was known at the latest (the end of `span`), in which `way`, and whether nobody can forge it."""

    span: Span
    way: str
    unforgeable: bool
    evidence: Evidence

    @property
    def day(self) -> date:
        """The day in the middle of the span: the stated one, where a single day is stated without its zone."""
        return (self.span.start + (self.span.end - self.span.start) / 2).date()


def known_moments(case: Case) -> tuple[Moment, ...]:
    """Every moment the same photo was held, transmitted or published; those that nobody can forge first, then by time.

    What senders once offered is not among them: an offer dates nothing but itself.
    """
    moments = (moment for known in case.same_photos for moment in _moments(known))
    return tuple(sorted(moments, key=lambda moment: (not moment.unforgeable, moment.span.end)))


def _moments(known: KnownPhoto) -> Iterator[Moment]:
    held = known.held_since
    text = f"held since {day_words(held.date())}, by the archive's own clock"
    yield Moment(Span.of_instant(held), "was here", True, Evidence(known_name(known), text))
    for testimony in known.judged:
        for dated in testimony.appearance.statement.times:
            if dated.kind in _KINDS and dated.voucher is not Voucher.SENDER:
                yield _dated(testimony, dated)


def _dated(testimony: Testimony, dated: Dated) -> Moment:
    unforgeable = dated.voucher is Voucher.FEED and dated.kind is TimeKind.TRANSMITTED
    text = f"{dated.kind.value} {dated.raw or dated.span.start.isoformat()} ({dated.field})"
    return Moment(dated.span, f"was {dated.kind.value}", unforgeable, Evidence(witness(testimony), text))
