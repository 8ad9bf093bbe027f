"""capture-date-conflict: the camera's clock against the claimed day."""

from __future__ import annotations

import dataclasses

import pytest
from builders.cases import a_case, a_claim, a_day_without_year, a_fact, a_when

from provenance.model.claims import DateRole, Flag
from provenance.model.findings import Confidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.capture_date_conflict import capture_date_conflict
from provenance.rules.rule import Cannot, Hit

MAKE = a_fact("EXIF Make", "Canon")


def said(claim, *facts) -> list[Hit | Cannot]:
    return list(capture_date_conflict.judge(a_case(claim, facts=facts), RuleLimits()))


def test_a_camera_date_of_another_month_is_a_warning_with_innocent_reasons():
    (hit,) = said(a_claim(date="2023-03-02"), a_fact(value="2022-04-07T10:11:12", raw="2022:04:07 10:11:12"), MAKE)
    assert capture_date_conflict.severity is Severity.WARNING
    assert hit.message == "The camera dated this photo 10 months before the claimed day: 7 April 2022."
    assert [one.text for one in hit.evidence][1] == "2022:04:07 10:11:12"
    assert any("re-save" in words for words in hit.innocent)
    assert hit.confidence is Confidence.MEDIUM


def test_without_a_camera_named_in_the_file_it_is_less_sure():
    (hit,) = said(a_claim(date="2022-03-02"), a_fact(value="2022-04-07T10:11:12+03:00"))
    assert hit.confidence is Confidence.LOW
    assert "36 days after" in hit.message


@pytest.mark.parametrize("day", ["2022-04-07", "2022-04-04", "2022-04-10", "2022-04-11"])
def test_up_to_three_days_and_a_wide_day_are_normal(day):
    assert said(a_claim(date=day), a_fact(value="2022-04-07T10:11:12")) == []


def test_a_second_reading_of_the_claimed_date_that_fits_is_enough():
    either = a_when("2022-07-04", "04/07/2022", alternatives=(a_when("2022-04-07", "04/07/2022"),))
    assert said(a_claim(date=either), a_fact(value="2022-04-07T10:11:12")) == []


def test_no_camera_date_or_no_claim_is_nothing():
    assert said(a_claim(date="2022-04-07"), MAKE) == []
    assert said(None, a_fact()) == []


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("1970-01-01T00:00:10", "not set"),
        ("2000-01-01T00:00:00", "not set"),
        ("1993-06-01T10:00:00", "not set"),
        ("2040-06-01T10:00:00", "not set"),
        ("0000:00:00 00:00:00", "not set"),
    ],
)
def test_a_clock_that_was_never_set_says_nothing(value, reason):
    (cannot,) = said(a_claim(date="2022-04-07"), a_fact(value=value))
    assert reason in cannot.reason


def test_a_date_that_equals_the_last_save_says_nothing():
    resaved = "2020-06-30T08:31:33"
    (cannot,) = said(a_claim(date="2020-04-10"), a_fact(value=resaved), a_fact("EXIF ModifyDate", resaved))
    assert "last save" in cannot.reason


@pytest.mark.parametrize(
    "claim",
    [
        *(a_claim(date="2022-04-07", flags=[flag]) for flag in (Flag.FILE_PHOTO, Flag.ISSUE_DATE, Flag.RELEASED_ON)),
        a_claim(date=a_when("2022-04-07", role=DateRole.ISSUED)),
    ],
)
def test_a_file_photo_may_carry_another_date(claim):
    (cannot,) = said(claim, a_fact(value="2014-06-24T15:10:41"))
    assert "file photo" in cannot.reason


def test_two_readers_that_disagree_say_nothing_and_fractions_are_no_disagreement():
    (cannot,) = said(
        a_claim(date="2022-04-07"), a_fact(value="2014-06-24T15:10:41"), a_fact(value="2015-06-24T15:10:41")
    )
    assert "disagree" in cannot.reason
    both = a_fact(value="2014-06-24T15:10:41.250+02:00"), a_fact(value="2014-06-24T15:10:41")
    assert isinstance(said(a_claim(date="2022-04-07"), *both)[0], Hit)


@pytest.mark.parametrize("claim", [a_claim(), a_claim(date=a_day_without_year(4, 7))])
def test_a_claim_without_a_full_date_cannot_be_judged(claim):
    (cannot,) = said(claim, a_fact())
    assert "no full date" in cannot.reason


def test_a_caption_that_fits_outweighs_a_date_field_that_a_save_rewrote():
    resaved, caption = a_when("2024-05-30"), a_when("2020-07-08", "July 8, 2020")
    claim = a_claim(date=resaved)
    both = dataclasses.replace(claim, claims=dataclasses.replace(claim.claims, dates=(resaved, caption)))
    assert said(both, a_fact(value="2020-07-08T09:49:13")) == []
    assert said(claim, a_fact(value="2020-07-08T09:49:13")) != []
