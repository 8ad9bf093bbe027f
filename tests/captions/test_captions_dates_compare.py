"""Two dates held against each other: what contradicts, what wire practice explains, and what cannot be told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders.captions import claims_of
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.compare_dates import SLACK_DAYS, compare_dates
from provenance.model.claims import Agreement

AGREES, EXPLAINABLE = Agreement.AGREES, Agreement.EXPLAINABLE
CONTRADICTS, CANNOT_TELL = Agreement.CONTRADICTS, Agreement.CANNOT_TELL


def verdict(claim: str, record: str) -> Agreement:
    return compare_dates(claims_of(claim), claims_of(record)).verdict


PAIRS = [
    ("Nice, April 7, 2022", "Nice, 7.4.2022", AGREES),
    ("Nice, April 7, 2022", "Nice in April 2022", AGREES),
    ("Nice, April 7, 2022", "Nice, spring 2022", AGREES),
    ("Nice, April 7, 1934", "Nice, 1930s", AGREES),
    ("Nice, April 7, 1921", "Nice, circa 1920", AGREES),
    ("Nice, 12/8/2016", "Nice, Dec. 8, 2016", AGREES),
    ("Nice on April 7", "Nice, April 7, 2022", AGREES),
    ("Nice, 2005", "Fans celebrate during the 2005 Champions League final", AGREES),
    ("NICE - APRIL 08: A boat", "Nice, April 7, 2022", EXPLAINABLE),
    ("Nice, April 7, 2022", "Nice, April 9, 2022", EXPLAINABLE),
    ("Picture released on May 2, 2022", "Nice, April 7, 2014", EXPLAINABLE),
    ("A boat. Issue date: April 2, 2015.", "File photo dated 24-06-2014 of a boat", EXPLAINABLE),
    ("File photo dated 24-06-2014. Issue date: April 2, 2015.", "Nice, April 2, 2015", EXPLAINABLE),
    ("Picture released on May 2, 2022", "Picture released on May 2, 2015", EXPLAINABLE),
    ("Nice, April 7, 2022", "Nice, April 7, 2014", CONTRADICTS),
    ("Nice, 2022", "Nice, 2014", CONTRADICTS),
    ("Nice, May 2022", "Nice, June 2022", CONTRADICTS),
    ("Nice on April 7", "Nice, June 2022", CONTRADICTS),
    ("Nice, 2019", "Carrying boxes during the 1991 riots", CONTRADICTS),
    ("Nice, April 7, 2022", "Picture released on May 2, 2015", CONTRADICTS),
    ("Nice on April 7", "Nice, 2022", CANNOT_TELL),
    ("Nice", "Nice, 2022", CANNOT_TELL),
    ("The hall, built in 1999", "Nice, 2022", CANNOT_TELL),
]


@pytest.mark.parametrize(("claim", "record", "expected"), PAIRS)
def test_two_captions_are_judged_alike_from_either_side(claim: str, record: str, expected: Agreement) -> None:
    assert verdict(claim, record) is expected
    assert verdict(record, claim) is expected


def test_a_bound_in_a_date_field_contradicts_what_lies_beyond_it() -> None:
    record = claims_of("A boat.", date="Before 2017")
    assert compare_dates(claims_of("Nice, June 2020"), record).verdict is CONTRADICTS
    assert compare_dates(claims_of("Nice, June 2016"), record).verdict is AGREES


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2030, 12, 31))


@settings(max_examples=80, deadline=None)
@given(days, st.integers(-4000, 4000))
def test_days_further_apart_than_wire_practice_contradict_and_nearer_ones_do_not(day: date, apart: int) -> None:
    other = day + timedelta(days=apart)
    expected = AGREES if apart == 0 else EXPLAINABLE if abs(apart) <= SLACK_DAYS else CONTRADICTS
    assert verdict(f"Nice, {day.isoformat()}", f"Nice, {other.isoformat()}") is expected


@settings(max_examples=80, deadline=None)
@given(days, st.integers(0, 300), st.integers(0, 300))
def test_moving_the_claimed_day_into_the_recorded_span_removes_the_contradiction(
    first: date, length: int, inside: int
) -> None:
    last = first + timedelta(days=length)
    record = f"Nice, {first:%d %B %Y} - {last:%d %B %Y}"
    moved = first + timedelta(days=min(inside, length))
    assert verdict(f"Nice, {first - timedelta(days=400):%d %B %Y}", record) is CONTRADICTS
    assert verdict(f"Nice, {moved:%d %B %Y}", record) is AGREES


@settings(max_examples=60, deadline=None)
@given(days, st.sampled_from(["%Y", "%B %Y", "in the %Y campaign of %B %Y", "%d %B %Y", "%d.%m.%Y", "on %d %B"]))
def test_the_same_day_less_exactly_or_in_another_format_never_contradicts(day: date, style: str) -> None:
    assert verdict(f"Nice, {day.strftime(style)}", f"Nice, {day.isoformat()}") is not CONTRADICTS
