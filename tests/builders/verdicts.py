"""Builders of verdicts: what a report is handed, judged by the real rules."""

from __future__ import annotations

from builders.cases import (
    Case,
    MatchVerdict,
    Relation,
    Standing,
    Verdict,
    Voucher,
    a_case,
    a_claim,
    a_fact,
    a_known_photo,
    a_match,
    a_testimony,
    a_verdict,
    a_when,
    an_unreadable_case,
    some_claims,
)
from provenance.model.limits import RuleLimits
from provenance.report.rows import rows
from provenance.report.summary import summarise
from provenance.rules.judge import judge

CREDIT = {"creators": "Zohra Bensemra", "agencies": "Reuters"}
PLACE = "Borodyanka, Kyiv region, Ukraine"
REUTERS = a_testimony(
    source="Reuters",
    transmitted="2022-04-07T06:20",
    claims=some_claims(date=a_when("2022-04-07", "April 7, 2022"), place=PLACE, **CREDIT),
)
PAPER = a_testimony(
    source="The Example Times",
    caption="Homes in ruins in Borodyanka.",
    standing=Standing.PUBLISHED,
    voucher=Voucher.ARTICLE,
    published="2022-04-09",
)
OLD = a_testimony(source="Reuters", caption="A man walks past a building.", transmitted="2022-04-07", superseded=True)
OFFER = a_testimony(
    source="tips desk",
    caption="Bakhmut this morning",
    standing=Standing.OFFERED,
    voucher=Voucher.SENDER,
    recorded="2023-03-03",
)


def decided(case: Case, **parts: object) -> Verdict:
    """The verdict that the rules and the report come to."""
    findings, not_judged = judge(case, RuleLimits())
    made = rows(case)
    summary = summarise(case, made, findings)
    return a_verdict(case, summary, rows=made, findings=findings, not_judged=not_judged, **parts)


def a_hold(caption: str = "Bakhmut, Tuesday 2 March 2023", **parts: object) -> Verdict:
    """A mirrored, cropped re-post with a false date and place."""
    match = a_match(Relation.MIRRORED, Relation.CROPPED, kept=0.83, of_this=1.0)
    known = a_known_photo(REUTERS, PAPER, OLD, OFFER, match=match)
    claim = a_claim(caption, date=a_when("2023-03-02", "2 March 2023", weekday=1), place="Bakhmut, Ukraine")
    four = "contradicts contradicts cannot-tell contradicts"
    return decided(a_case(claim, [known], {"date": four, "place": four}, facts=[a_fact()]), **parts)


def an_ok(*relations: Relation) -> Verdict:
    """A known photo, correctly described."""
    known = a_known_photo(REUTERS, match=a_match(*relations))
    agrees = dict.fromkeys(("date", "place", "credit"), "agrees")
    return decided(a_case(a_claim(date="2022-04-07", place=PLACE, **CREDIT), [known], agrees))


def a_seen() -> Verdict:
    """A known photo about which nothing was claimed."""
    return decided(a_case(known=[a_known_photo(REUTERS)]))


def a_same_scene() -> Verdict:
    """Another picture of a scene that is held."""
    match = a_match(Relation.SAME_SCENE, verdict=MatchVerdict.SAME_SCENE)
    return decided(a_case(known=[a_known_photo(REUTERS, match=match)]))


def a_not_found() -> Verdict:
    """A photo that the archive does not hold."""
    return decided(a_case(a_claim()))


def an_unreadable() -> Verdict:
    """A file that holds no picture."""
    return decided(an_unreadable_case(hint="Ask the sender to send the file again."))
