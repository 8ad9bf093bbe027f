"""seen-before-claimed-date: nothing can show a day that was still to come."""

from __future__ import annotations

import dataclasses

import pytest
from builders.cases import (
    Claimed,
    a_case,
    a_claim,
    a_day_without_year,
    a_known_photo,
    a_match,
    a_testimony,
    a_when,
)

from provenance.model.appearance import Standing
from provenance.model.claims import DateRole
from provenance.model.findings import Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import MatchVerdict
from provenance.model.times import Voucher
from provenance.rules.rule import Cannot, Hit
from provenance.rules.seen_before_claimed_date import seen_before_claimed_date


def said(claim: Claimed | None, *testimonies, held_since: str = "2026-11-01", **match) -> list[Hit | Cannot]:
    known = a_known_photo(*testimonies, held_since=held_since, match=a_match(**match))
    return list(seen_before_claimed_date.judge(a_case(claim, [known]), RuleLimits()))


def test_a_photo_held_before_the_claimed_day_is_an_error_that_quotes_both_sides():
    (hit,) = said(a_claim(date=a_when("2022-08-09", "9 August 2022")), held_since="2013-03-04")
    assert hit.message == "This photo was here 9 years before the day it is said to show."
    assert (hit.severity, hit.evidence[0].source) == (Severity.ERROR, "The claim")
    assert "9 August 2022" in hit.evidence[0].text
    assert "held since 4 March 2013" in hit.evidence[1].text
    assert any("older picture" in words for words in hit.innocent)


def test_a_feeds_own_transmission_time_is_an_error_too():
    (hit,) = said(a_claim(date="2023-03-02"), a_testimony(transmitted="2022-04-07T06:20"))
    assert hit.severity is Severity.ERROR
    assert hit.message == "This photo was transmitted 10 months before the day it is said to show."


@pytest.mark.parametrize(
    "voucher", [Voucher.SPREADSHEET, Voucher.ARTICLE, Voucher.IN_FILE, Voucher.SIDECAR, Voucher.EDITOR]
)
@pytest.mark.parametrize("kind", ["transmitted", "published"])
def test_dates_that_a_document_or_the_file_gives_are_a_warning(voucher, kind):
    (hit,) = said(a_claim(date="2023-03-02"), a_testimony(voucher=voucher, **{kind: "2022-04-07"}))
    assert hit.severity is Severity.WARNING
    assert any("can itself be wrong" in words for words in hit.innocent)


def test_a_feeds_publication_date_is_a_warning():
    (hit,) = said(a_claim(date="2023-03-02"), a_testimony(voucher=Voucher.FEED, published="2022-04-07"))
    assert hit.severity is Severity.WARNING


def test_what_nobody_can_forge_decides_the_severity_and_the_rest_is_quoted_beside_it():
    spreadsheet = a_testimony(voucher=Voucher.SPREADSHEET, published="2013-03-04")
    (hit,) = said(a_claim(date="2025-01-01"), spreadsheet, held_since="2024-05-01")
    assert (hit.severity, hit.message[:24]) == (Severity.ERROR, "This photo was here 8 mo")
    assert any("2013-03-04" in one.text for one in hit.evidence)


@pytest.mark.parametrize(
    "testimony",
    [
        a_testimony(standing=Standing.OFFERED, published="2013-03-04"),
        a_testimony(voucher=Voucher.SENDER, published="2013-03-04"),
        a_testimony(superseded=True, published="2013-03-04"),
        a_testimony(captured="2013-03-04"),
    ],
)
def test_offers_superseded_versions_and_capture_dates_accuse_nobody(testimony):
    assert said(a_claim(date="2022-08-09"), testimony) == []


@pytest.mark.parametrize(
    ("held_since", "accused"),
    [("2022-04-06T07:59", True), ("2022-04-06T08:01", False), ("2022-04-07", False), ("2022-04-09", False)],
)
def test_a_day_without_a_zone_is_as_wide_as_anywhere_and_clocks_get_slack(held_since, accused):
    """8 April begins on 7 April at 10:00 UTC on Kiritimati; 26 hours before that is 6 April, 08:00."""
    assert bool(said(a_claim(date="2022-04-08"), held_since=held_since)) is accused


def test_of_two_readings_the_earlier_counts():
    both = a_when("2022-05-04", "04/05/2022", alternatives=(a_when("2022-04-05", "04/05/2022"),))
    assert said(a_claim(date=both), held_since="2022-04-20") == []


def test_the_latest_instant_of_a_wide_publication_date_counts():
    assert said(a_claim(date="2022-04-11"), a_testimony(published="2022-04-08")) == []
    assert said(a_claim(date="2022-04-12"), a_testimony(published="2022-04-08")) != []


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (None, "gives no date"),
        (a_claim(), "gives no date"),
        (a_claim(date=a_day_without_year(4, 7)), "without a year"),
        (a_claim(date=a_when("2030-01-01", role=DateRole.ISSUED)), "release or issue"),
    ],
)
def test_without_a_date_of_what_is_shown_it_cannot_judge(claim, reason):
    (cannot,) = said(claim)
    assert reason in cannot.reason


def test_a_clock_that_ran_ahead_is_said_and_accuses_nobody():
    (cannot,) = said(a_claim(date="2035-01-01"), held_since="2031-01-01")
    assert "the archive's clock ran ahead" in cannot.reason


def test_another_picture_of_the_same_scene_says_nothing():
    assert said(a_claim(date="2022-08-09"), held_since="2013-03-04", verdict=MatchVerdict.SAME_SCENE) == []
    assert list(seen_before_claimed_date.judge(a_case(a_claim(date="2022-08-09")), RuleLimits())) == []


@pytest.mark.parametrize(("own", "accused"), [(True, False), (False, True)])
def test_of_the_dates_in_a_files_own_fields_the_earliest_counts(own, accused):
    resaved, caption = a_when("2024-05-30"), a_when("2020-07-08", "July 8, 2020")
    claim = a_claim(date=resaved)
    both = dataclasses.replace(claim, claims=dataclasses.replace(claim.claims, dates=(resaved, caption)))
    case = a_case(both, [a_known_photo(held_since="2020-07-09")], claim_is_own=own)
    assert bool(list(seen_before_claimed_date.judge(case, RuleLimits()))) is accused
