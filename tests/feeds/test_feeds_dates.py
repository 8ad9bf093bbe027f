"""Machine-like dates become spans; everything else is no date."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.feeds.dates import read_date
from provenance.model.times import Span

APRIL_7 = Span.of_days(date(2022, 4, 7), date(2022, 4, 7))
MOMENT = Span.of_instant(datetime(2022, 4, 7, 6, 20, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    [
        "2022-04-07",
        "20220407",
        "2022/4/7",
        "2022:04:07",
        "7.4.2022",
        "07. 04. 2022",
        "April 7, 2022",
        "Apr. 7, 2022",
        "7 April 2022",
        "7-Apr-2022",
        "7th April, 2022",
        "Thursday, April 7, 2022",
        " Thu, 7 Apr 2022 ",
    ],
)
def test_a_day_without_a_zone_is_as_wide_as_the_earth(text: str) -> None:
    assert read_date(text) == APRIL_7


@pytest.mark.parametrize(
    "text",
    [
        "2022-04-07T06:20Z",
        "2022-04-07T06:20:00.000Z",
        "2022-04-07 06:20:00 UTC",
        "2022-04-07T08:20:00+02:00",
        "2022-04-07T01:20:00-5:00",
        "20220407T062000Z",
        "20220407T082000+0200",
        "Thu, 07 Apr 2022 06:20:00 +0000",
        "Thu Apr 07 2022 06:20:00 GMT+0000 (Coordinated Universal Time)",
        "07 Apr 2022 06:20 GMT",
        "2022:04:07 08:20:00+02:00",
        "4/7/2022 6:20 AM Z",
    ],
)
def test_a_time_with_a_zone_is_an_instant(text: str) -> None:
    span = read_date(text)
    assert span is not None
    if "/" in text:  # the day may be April 7 or July 4, the time of day is not in doubt
        assert span.start == MOMENT.start
        assert span.end == datetime(2022, 7, 4, 6, 20, tzinfo=UTC)
    else:
        assert span == MOMENT


def test_javascript_dates_with_the_year_before_the_time() -> None:
    assert read_date("Tue Nov 19 2019 05:44:06 GMT+0000") == Span.of_instant(
        datetime(2019, 11, 19, 5, 44, 6, tzinfo=UTC)
    )


def test_a_time_without_a_zone_may_stand_anywhere_on_earth() -> None:
    span = read_date("2022-04-07T06:20:00")
    assert span == Span(MOMENT.start - timedelta(hours=14), MOMENT.end + timedelta(hours=12))


def test_a_day_that_can_be_read_in_two_ways_covers_both() -> None:
    assert read_date("04/05/2022") == Span.of_days(date(2022, 4, 5), date(2022, 5, 4))
    assert read_date("24/05/2022") == Span.of_days(date(2022, 5, 24), date(2022, 5, 24))
    assert read_date("05-24-2022") == Span.of_days(date(2022, 5, 24), date(2022, 5, 24))


def test_months_and_years() -> None:
    assert read_date("2022-02") == Span.of_days(date(2022, 2, 1), date(2022, 2, 28))
    assert read_date("April 2022") == Span.of_days(date(2022, 4, 1), date(2022, 4, 30))
    assert read_date("2022") == Span.of_days(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "on Thursday",
        "2022-13-07",
        "2022-02-30",
        "31/31/2022",
        "2022-04-07T25:00Z",
        "2022-04-07T10:52:06-10:52",
        "2022-04-07T06:20+99:00",
        "0001-01-01",
        "0000",
        "2022-13",
        "4/7/22",
        "in April 2022 and May 2022",
        "2022-04-07" * 20,
        "7 ſep 2022",
        "٢٠٢٢-٠٤-٠٧",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@given(st.text(max_size=90))
@settings(max_examples=150)
def test_no_text_is_an_error(text: str) -> None:
    span = read_date(text)
    assert span is None or span.start <= span.end


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)))
@settings(max_examples=100)
def test_iso_comes_back(moment: datetime) -> None:
    assert read_date(moment.isoformat()) == Span.of_instant(moment)
