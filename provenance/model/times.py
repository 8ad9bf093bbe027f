"""Times: closed intervals in UTC, and the dated statements that stand behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum

from provenance.model.checks import require

EASTERNMOST = timezone(timedelta(hours=14))
WESTERNMOST = timezone(timedelta(hours=-12))
_LEAD = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Span:
    """An interval of time, closed, in UTC. An instant is a span whose ends are equal."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        for moment in (self.start, self.end):
            require(moment.utcoffset() == timedelta(0), "a span is kept in UTC, with its zone")
        require(self.start <= self.end, "a span ends after it starts")

    @staticmethod
    def of_days(first: date, last: date, zone: timezone | None = None) -> Span:
        """The span of whole calendar days.

        Without a zone the days are wider than 24 hours: they begin where the day begins first on Earth (UTC+14)
        and end where it ends last (UTC-12). Days at the edge of the calendar are cut there.
        """
        return Span(
            _in_utc(datetime.combine(first, time.min, zone or EASTERNMOST)),
            _in_utc(datetime.combine(last, time.max, zone or WESTERNMOST)),
        )

    @staticmethod
    def of_instant(moment: datetime) -> Span:
        """The span of one instant, which must carry a zone."""
        utc = moment.astimezone(UTC)
        return Span(utc, utc)

    @property
    def nominal(self) -> datetime:
        """Where it stands among others in a list: an instant where it is, a day without a zone at its start in UTC.

        For putting things in order only. Whether one came before the other is a question for `before`.
        """
        return min(self.start + _LEAD, self.end)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share an instant."""
        return self.start <= other.end and other.start <= self.end

    def before(self, other: Span) -> bool:
        """Whether this one ends before the other starts."""
        return self.end < other.start

    def gap(self, other: Span) -> timedelta:
        """The time between the two, zero where they overlap."""
        if self.overlaps(other):
            return timedelta(0)
        return other.start - self.end if self.before(other) else self.start - other.end


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first and the last day of the calendar have no neighbour
        return moment.replace(tzinfo=UTC)


class TimeKind(StrEnum):
    """What happened at a time."""

    CAPTURED = "captured"
    TRANSMITTED = "transmitted"
    ISSUED = "issued"
    PUBLISHED = "published"


class Voucher(StrEnum):
    """What kind of document states a thing, from the hardest to forge to the easiest."""

    ARCHIVE = "archive"
    FEED = "feed"
    EDITOR = "editor"
    ARTICLE = "article"
    SPREADSHEET = "spreadsheet"
    SIDECAR = "sidecar"
    IN_FILE = "in-file"
    SENDER = "sender"


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated statement: what happened, when, who vouches for it, and the field and raw text that say so."""

    kind: TimeKind
    span: Span
    voucher: Voucher
    field: str
    raw: str
