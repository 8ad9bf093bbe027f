"""dateline-mismatch: what a caption opens with against what it says."""

from __future__ import annotations

import dataclasses

import pytest
from builders.cases import a_case, a_claim, a_day_without_year, a_when, an_excerpt

from provenance.model.claims import Claims, DateRole, Place, Where
from provenance.model.findings import Door, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.dateline_mismatch import dateline_mismatch
from provenance.rules.rule import Cannot, Hit

CAPTION = "LONDON - AUGUST 20: A rower waits on August 20, 2008 in Duisburg."


def a_place(name: str, country: str | None) -> Place:
    return Place(name, an_excerpt(name, CAPTION), country)


def said(line: str | None = "GB", shown: str | None = "DE", line_day=None, day="2008-08-20") -> list[Hit | Cannot]:
    claim = a_claim(CAPTION, date=a_when(day, "August 20, 2008"))
    dateline = (a_place("LONDON", line),) if line != "none" else ()
    where = Where((a_place("Duisburg", shown),), shown, dateline=dateline)
    dates = (claim.claims.when, *([line_day] if line_day else []))
    claims: Claims = dataclasses.replace(claim.claims, where=where, dates=dates)
    case = a_case(dataclasses.replace(claim, claims=claims))
    return list(dateline_mismatch.judge(case, RuleLimits()))


def test_a_dateline_in_another_country_is_a_note_for_inspection_and_audit():
    (hit,) = said()
    assert hit.message == "The dateline says LONDON; the caption itself says Duisburg."
    assert "LONDON — in “LONDON - AUGUST 20" in hit.evidence[0].text
    assert dateline_mismatch.severity is Severity.NOTE
    assert dateline_mismatch.doors == (Door.INSPECT, Door.AUDIT)
    assert hit.innocent


def test_the_same_country_no_dateline_and_no_place_are_nothing():
    assert said(shown="GB") == []
    assert said(line="none") == []
    assert list(dateline_mismatch.judge(a_case(a_claim()), RuleLimits())) == []
    assert list(dateline_mismatch.judge(a_case(), RuleLimits())) == []


@pytest.mark.parametrize(("line", "shown"), [(None, "DE"), ("GB", None)])
def test_unknown_countries_cannot_be_judged(line, shown):
    (cannot,) = said(line, shown)
    assert "country" in cannot.reason


def test_a_dateline_of_another_day_is_a_note():
    line = dataclasses.replace(a_day_without_year(8, 10, "AUGUST 10"), role=DateRole.DATELINE)
    (hit,) = said(line="none", line_day=line)
    assert hit.message == "The dateline says AUGUST 10; the caption itself says August 20, 2008."


@pytest.mark.parametrize(
    ("month", "day", "shown"), [(8, 20, "2008-08-20"), (8, 22, "2008-08-20"), (12, 31, "2009-01-02")]
)
def test_days_up_to_three_apart_are_nothing_over_new_year_too(month, day, shown):
    line = dataclasses.replace(a_day_without_year(month, day), role=DateRole.DATELINE)
    assert said(line="none", line_day=line, day=shown) == []
