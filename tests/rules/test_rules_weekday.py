"""weekday-mismatch: a date has one weekday."""

from __future__ import annotations

import pytest
from builders.cases import a_case, a_claim, a_day_without_year, a_when
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.findings import Confidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.weekday_mismatch import weekday_mismatch

TUESDAY, THURSDAY = 1, 3


def said(*dates):
    return list(weekday_mismatch.judge(a_case(a_claim(date=dates[0]) if dates else None), RuleLimits()))


def test_a_weekday_that_is_not_the_dates_own_is_a_warning():
    (hit,) = said(a_when("2022-04-07", "Tuesday, April 7, 2022", weekday=TUESDAY))
    assert weekday_mismatch.severity is Severity.WARNING
    assert hit.message == "The claim says Tuesday, 7 April 2022; that day was a Thursday."
    assert (hit.confidence, bool(hit.innocent)) == (Confidence.MEDIUM, True)
    assert "Tuesday, April 7, 2022" in hit.evidence[0].text


@given(st.dates())
@settings(max_examples=25)
def test_the_right_weekday_is_nothing(day):
    assert said(a_when(day.isoformat(), weekday=day.weekday())) == []


@pytest.mark.parametrize(
    "when",
    [
        a_when("2022-04-07"),
        a_when("2022-04-07", weekday=TUESDAY, relative=True),
        a_when("2022-04-01", to="2022-04-30", weekday=TUESDAY),
        a_day_without_year(4, 7),
        a_when("2022-07-04", weekday=THURSDAY, alternatives=(a_when("2022-04-07"),)),
    ],
)
def test_what_cannot_be_wrong_is_nothing(when):
    assert said(when) == []


def test_without_a_claim_there_is_nothing():
    assert said() == []
