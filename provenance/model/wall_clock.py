"""Moments as metadata states them: by the clock on the wall, with a zone or without, or a day alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

QUARTER = timedelta(minutes=15)
WIDEST = timedelta(hours=14)
"""Zones lie whole quarters of an hour from UTC, and at most 14 hours."""
SLIP = timedelta(seconds=2)
"""Fractions of seconds are cut off or rounded."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class WallTime:
    """A day, the time of day where it is stated (midnight alone is none), and the offset from UTC where it is."""

    day: date
    clock: time | None = None
    offset: timedelta | None = None

    @property
    def local(self) -> datetime | None:
        """Day and time of day, without the zone."""
        return datetime.combine(self.day, self.clock) if self.clock is not None else None

    @property
    def utc(self) -> datetime | None:
        """The instant as UTC has it, without a zone; None where day, time or zone is missing."""
        local = self.local
        if local is None or self.offset is None:
            return None
        try:
            return local - self.offset
        except OverflowError:
            return None


def wall_time(text: str) -> WallTime | None:
    """What an ISO 8601 text with at least a day states; None for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    clock = moment.time().replace(microsecond=0)
    midnight = clock == time() and moment.utcoffset() in {None, timedelta(0)}
    if len(text) <= len("2022-04-07") or midnight:
        return WallTime(moment.date())
    return WallTime(moment.date(), clock, moment.utcoffset())


def agree(one: WallTime, other: WallTime) -> bool:
    """Whether two statements may mean one moment: by the clock, by the instant, or a zone apart."""
    here, there = one.local, other.local
    if here is None or there is None:
        return one.day == other.day or _utc_day(one) == _utc_day(other)
    if abs(here - there) < _MINUTE:
        return True
    if one.utc is not None and other.utc is not None and abs(one.utc - other.utc) < _MINUTE:
        return True
    return zone_apart(here, there) is not None


def zone_apart(local: datetime, utc: datetime) -> timedelta | None:
    """The offset that makes both one instant, None where no zone does: quarters of an hour to within two seconds."""
    gap = local - utc
    steps = round(gap / QUARTER)
    offset = steps * QUARTER
    return offset if abs(gap - offset) <= SLIP and abs(offset) <= WIDEST else None


def _utc_day(one: WallTime) -> date:
    return one.utc.date() if one.utc is not None else one.day
