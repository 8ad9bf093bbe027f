"""Every appearance of a photo in time order, and the earliest of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from provenance.model.appearance import Standing, Statement
from provenance.model.case import Testimony
from provenance.model.times import Dated, Voucher
from provenance.report.testimony import credit_words, source_words, standing_words
from provenance.report.wording import dated_words, day_words, kind_words, span_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One appearance as it is shown; `addresses` are several where blocks of one file say the same."""

    testimony: Testimony
    addresses: tuple[str, ...]

    @property
    def statement(self) -> Statement:
        """What was stated."""
        return self.testimony.appearance.statement

    @property
    def offered(self) -> bool:
        """Whether a sender only offered it."""
        return self.statement.standing is Standing.OFFERED

    @property
    def when(self) -> str:
        """The earliest time it states, with its kind; else the day the archive recorded it."""
        dated = earliest_time(self.testimony)
        return dated_words(dated) if dated else f"{day_words(self.testimony.appearance.recorded.date())} (recorded)"

    @property
    def who(self) -> str:
        """Who published it or handed it on, and how they stand to it."""
        source = source_words(self.statement)
        if self.offered:
            return f"also offered to us by {source}, as"
        return f"{source}, {standing_words(self.testimony)}"

    @property
    def details(self) -> tuple[str, ...]:
        """The lines below the caption: headline, credit, date and place fields, address, and whether it still holds."""
        statement = self.statement
        credit = credit_words(self.testimony)
        fields = (("Headline", statement.headline), ("Credit", credit), ("Place", statement.place))
        lines = [f"{name}: {words}" for name, words in fields if words]
        lines += [f"Date: {statement.date}"] if statement.date else []
        lines += [f"At: {statement.url}"] if statement.url else []
        superseded = "; superseded by a newer version" if self.testimony.appearance.superseded else ""
        return (*lines, f"From: {', '.join(self.addresses)}{superseded}")


def timeline(testimonies: Iterable[Testimony]) -> tuple[Entry, ...]:
    """The appearances by their earliest time, else by when they were recorded. Equal ones from one file are one."""
    grouped: dict[object, list[Testimony]] = {}
    for testimony in sorted(testimonies, key=lambda one: one.earliest):
        grouped.setdefault(_sameness(testimony), []).append(testimony)
    return tuple(Entry(group[0], tuple(dict.fromkeys(_addresses(group)))) for group in grouped.values())


def earliest_time(testimony: Testimony) -> Dated | None:
    """The earliest time that a testimony states."""
    return min(testimony.appearance.statement.times, key=lambda dated: dated.span.nominal, default=None)


def earliest_words(held_since: datetime, testimonies: Iterable[Testimony]) -> str:
    """The earliest moment known, named with its kind and who says so: "7 April 2022, transmitted (Reuters, row 3)"."""
    current = (one for one in testimonies if one.appearance.judged and one.appearance.statement.times)
    first = min(current, key=lambda one: one.earliest, default=None)
    dated = earliest_time(first) if first else None
    if first is None or dated is None or held_since < dated.span.nominal:
        return f"{day_words(held_since.date())}, held since then by the archive's own clock"
    statement = first.appearance.statement
    return f"{span_words(dated.span)}, {kind_words(dated)} ({source_words(statement)}, {statement.address})"


def _sameness(testimony: Testimony) -> object:
    """Equal for what the blocks of one file say alike; unlike anything else otherwise."""
    statement = testimony.appearance.statement
    if statement.voucher is not Voucher.IN_FILE or not statement.caption:
        return id(testimony)
    words = (statement.caption.strip(), statement.standing, statement.source)
    return (*words, testimony.appearance.superseded, credit_words(testimony))


def _addresses(group: list[Testimony]) -> Iterator[str]:
    return (one.appearance.statement.address for one in group)
