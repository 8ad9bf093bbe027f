"""Claims: what a caption says, each with the characters that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from provenance.model.checks import instances, require
from provenance.model.places import Spot
from provenance.model.times import Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Characters `start` to `end` (exclusive) of a text, and the text they are."""

    text: str
    start: int
    end: int

    def __post_init__(self) -> None:
        require(0 <= self.start <= self.end, "an excerpt ends after it starts")
        require(len(self.text) == self.end - self.start, "an excerpt is as long as its characters")


class Precision(StrEnum):
    """How exactly a date is stated."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"
    DAY_NO_YEAR = "day-no-year"


class DateRole(StrEnum):
    """What a date in a caption is the date of."""

    SHOWN = "shown"
    DATELINE = "dateline"
    RELEASED = "released"
    ISSUED = "issued"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class When:
    """One reading of one date in a text: calendar days `first` to `last`, both included.

    A day without a year has neither; it has `month` and `day`. `weekday` (Monday is 0) is set where the text names
    one beside the date. `alternatives` holds the other readings of the same characters (04/05/2022).
    `relative` is true for "yesterday" and its kind, which were resolved against a publication date.
    """

    precision: Precision
    excerpt: Excerpt
    first: date | None = None
    last: date | None = None
    month: int | None = None
    day: int | None = None
    role: DateRole = DateRole.SHOWN
    weekday: int | None = None
    relative: bool = False
    alternatives: tuple[When, ...] = ()

    def __post_init__(self) -> None:
        if self.precision is Precision.DAY_NO_YEAR:
            require(self.first is None and self.last is None, "a day without a year has no first and last day")
            month, day = self.month or 0, self.day or 0
            require(1 <= month <= 12 and 1 <= day <= 31, "a day without a year needs month and day")
        else:
            first, last = self.first or date.max, self.last or date.min
            require(self.first is not None and self.last is not None, "a date needs its first and last day")
            require(first <= last, "a date ends after it starts")
        require(self.weekday is None or 0 <= self.weekday <= 6, "weekdays count from 0 (Monday) to 6")
        instances(self.alternatives, When, "alternatives")

    def span(self) -> Span | None:
        """The instants these days may cover anywhere on Earth; None for a day without a year."""
        if self.first is None or self.last is None:
            return None
        return Span.of_days(self.first, self.last)

    def readings(self) -> tuple[When, ...]:
        """This reading and its alternatives."""
        return (self, *self.alternatives)


@dataclass(frozen=True, slots=True)
class Place:
    """One name of a place in a text, and the country it is in where that is known (ISO 3166-1 alpha-2).

    `is_region` marks a first-level region of its country (a state, a province), which cannot overlap another one.
    """

    name: str
    excerpt: Excerpt
    country: str | None = None
    is_country: bool = False
    is_region: bool = False

    def __post_init__(self) -> None:
        require(bool(self.name), "a place has a name")
        require(
            self.country is None or (len(self.country) == 2 and self.country.isupper()),
            "countries are alpha-2",
        )


@dataclass(frozen=True, slots=True)
class Where:
    """The place a caption says it shows: its names from the narrowest to the widest, and the country.

    `countries` holds every country the place may be counted to: several where states dispute it or share the name
    (Crimea, Georgia), where `country` may then be None. Coordinates are decimal degrees, north and east positive, or
    None where no gazetteer knows the place. `spots` are all on the map that the narrowest known name may mean, the
    likeliest first. `dateline` is the place that a text was filed from, where it names one apart.
    """

    places: tuple[Place, ...]
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    countries: frozenset[str] = frozenset()
    spots: tuple[Spot, ...] = ()
    dateline: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        instances(self.places, Place, "places")
        instances(self.spots, Spot, "spots")
        instances(self.dateline, Place, "dateline")
        require(bool(self.places) or self.country is not None, "a place has a name or a country")
        require(
            self.country is None or (len(self.country) == 2 and self.country.isupper()),
            "countries are alpha-2",
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The names below the country, narrowest first."""
        return tuple(place.name for place in self.places if not place.is_country)


class Trade(StrEnum):
    """What an agency or organisation does with photos.

    A wire sends out its own photographers' pictures, a source hands pictures to wires and desks (offices, armies,
    companies), a publisher prints them, a library sells other people's, a platform holds what its users put there.
    """

    WIRE = "wire"
    SOURCE = "source"
    PUBLISHER = "publisher"
    LIBRARY = "library"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Named:
    """A person or an agency as a text names it, with the characters that do; `name` is the canonical form.

    For agencies that are known, `trade` says what they do and `carries` names those whose pictures they pass on.
    """

    name: str
    excerpt: Excerpt
    trade: Trade | None = None
    carries: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        require(bool(self.name), "a name is not empty")


@dataclass(frozen=True, slots=True)
class Who:
    """Who took a photo and who supplied it: creators, agencies, and those who only pass it on ("via")."""

    creators: tuple[Named, ...] = ()
    agencies: tuple[Named, ...] = ()
    distributors: tuple[Named, ...] = ()
    handout_sources: tuple[Named, ...] = ()

    def __post_init__(self) -> None:
        for group in (self.creators, self.agencies, self.distributors, self.handout_sources):
            instances(group, Named, "names")

    @property
    def stated(self) -> bool:
        """Whether anyone is named at all."""
        return bool(self.creators or self.agencies or self.distributors or self.handout_sources)


class Flag(StrEnum):
    """What a caption says about the kind of photo it describes."""

    FILE_PHOTO = "file-photo"
    HANDOUT = "handout"
    POOL = "pool"
    STAFF = "staff"
    RELEASED_ON = "released-on"
    ISSUE_DATE = "issue-date"


@dataclass(frozen=True, slots=True)
class Claims:
    """All that one caption with its other fields claims. `dates` holds every date found, `when` the main one."""

    text: str
    when: When | None = None
    where: Where | None = None
    who: Who = field(default_factory=Who)
    flags: frozenset[Flag] = frozenset()
    dates: tuple[When, ...] = ()

    def __post_init__(self) -> None:
        instances(self.flags, Flag, "flags")
        instances(self.dates, When, "dates")


class Axis(StrEnum):
    """What two captions are held against each other about."""

    DATE = "date"
    PLACE = "place"
    CREDIT = "credit"
    SUBJECT = "subject"


class Agreement(StrEnum):
    """How two statements about one axis stand to each other."""

    AGREES = "agrees"
    EXPLAINABLE = "explainable"
    CONTRADICTS = "contradicts"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One axis of a claim held against one statement on record.

    `claimed` and `on_record` are the words that were compared ("" where nothing is stated), `why` the reason in a
    sentence, `innocent` the explanations that would make a contradiction harmless.
    """

    axis: Axis
    claimed: str
    on_record: str
    verdict: Agreement
    why: str
    innocent: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require(bool(self.why), "a comparison says why")
