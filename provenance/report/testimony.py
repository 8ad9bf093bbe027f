"""What one testimony says, in words: who, where, when, and who hands it on."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.appearance import Standing, Statement
from provenance.model.case import KnownPhoto, Testimony
from provenance.model.claims import Axis, Claims, Named
from provenance.model.times import Dated, TimeKind
from provenance.report.wording import dated_words, day_words, kind_words, plain_day, span_words

_STANDING = {
    Standing.RECORD: "on record",
    Standing.PUBLISHED: "published",
    Standing.IN_FILE: "stated in the file",
    Standing.OFFERED: "offered to us",
}
_MOST_TELLING = (TimeKind.TRANSMITTED, TimeKind.PUBLISHED, TimeKind.CAPTURED, TimeKind.ISSUED)


def words_on(axis: Axis, claims: Claims) -> str:
    """What claims say about one axis, in their own words; "" where they say nothing."""
    if axis is Axis.DATE:
        return _when_words(claims)
    if axis is Axis.PLACE:
        return _where_words(claims)
    return who_words(claims) if axis is Axis.CREDIT else ""


def who_words(claims: Claims) -> str:
    """Reuters / Zohra Bensemra via Getty Images."""
    names = " / ".join(_names(claims.who.agencies, claims.who.creators) or _names(claims.who.handout_sources))
    via = ", ".join(_names(claims.who.distributors))
    return f"{names} via {via}" if names and via else names or via


def standing_words(testimony: Testimony) -> str:
    """How the one who vouches for a testimony knows it."""
    return standing_name(testimony.appearance.statement.standing)


def standing_name(standing: Standing) -> str:
    """On record, published, stated in the file, offered to us."""
    return _STANDING[standing]


def source_words(statement: Statement) -> str:
    """Who published it or handed it to us."""
    return statement.publisher or statement.source


def credit_words(testimony: Testimony) -> str:
    """The credit as read, else as it stands in the fields, else ""."""
    statement = testimony.appearance.statement
    return who_words(testimony.claims) or " / ".join(one for one in (statement.credit, statement.creator) if one)


def telling_time(testimony: Testimony) -> Dated | None:
    """The time that tells most about when a photo was known."""
    return stated_time(testimony.appearance.statement)


def stated_time(statement: Statement) -> Dated | None:
    """The same, of a statement."""
    times = (statement.time(kind) for kind in _MOST_TELLING)
    return next((dated for dated in times if dated is not None), None)


def strongest(known: KnownPhoto) -> Testimony | None:
    """The judged testimony to quote when there is room for one only."""
    return next(iter(known.judged), None)


def evidence_words(known: KnownPhoto) -> str:
    """Reuters / Zohra Bensemra, Borodyanka, Ukraine, 7 April 2022 (transmitted); or ... (published 8 April 2022)."""
    testimony = strongest(known)
    if testimony is None:
        return f"Held here since {day_words(known.held_since.date())}, without a caption on record."
    who = credit_words(testimony) or source_words(testimony.appearance.statement)
    where = _where_words(testimony.claims) or testimony.appearance.statement.place
    return ", ".join(part for part in (who, where, _day_words(testimony, known)) if part) + "."


def _day_words(testimony: Testimony, known: KnownPhoto) -> str:
    dated = telling_time(testimony)
    words = _when_words(testimony.claims)
    if dated is not None:
        told = span_words(dated.span)
        return f"{words} ({kind_words(dated)} {told})" if words and words != told else dated_words(dated)
    held = f"held here since {day_words(known.held_since.date())}"
    return f"{words} ({standing_words(testimony)}), {held}" if words else held


def _when_words(claims: Claims) -> str:
    when = claims.when
    if when is None:
        return ""
    if when.first is not None and when.first == when.last and not when.alternatives:
        return day_words(when.first)
    if when.excerpt.text:
        return plain_day(when.excerpt.text)
    days = dict.fromkeys(day_words(day) for day in (when.first, when.last) if day is not None)
    return " to ".join(days)


def _where_words(claims: Claims) -> str:
    if claims.where is None:
        return ""
    return ", ".join(dict.fromkeys(_place_words(claims))) or claims.where.country or ""


def _place_words(claims: Claims) -> Iterator[str]:
    places = claims.where.places if claims.where else ()
    yield from (place.name for place in places if not place.is_country)
    yield from (place.name for place in places if place.is_country)


def _names(*groups: tuple[Named, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(named.name for group in groups for named in group))
