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
    a_change,
    a_claim,
    a_fact,
    a_frame,
    a_known_photo,
    a_match,
    a_region,
    a_testimony,
    a_verdict,
    a_when,
    an_unreadable_case,
    some_claims,
    some_held,
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


def a_crop(*relations: Relation, **measured: object) -> Verdict:
    """A crop of a known photo, written on below, with the region and the sides that were measured."""
    given = {
        "kept": 0.48,
        "of_this": 0.98,
        "shown": (0.3, 0.25, 1.0, 1.0),
        "region": a_region(0, 0, 1200, 800),
        "overlaid": 0.09,
        **measured,
    }
    match = a_match(*(relations or (Relation.MIRRORED, Relation.CROPPED, Relation.OVERLAID)), **given)
    return decided(a_case(known=[a_known_photo(REUTERS, match=match)]))


def an_altered(**parts: object) -> Verdict:
    """A known photo from which something was taken away at the lower left."""
    match = a_match(Relation.ALTERED, Relation.RECOMPRESSED, altered=0.07, changes=(a_change(60, 560, 330, 770),))
    return decided(a_case(known=[a_known_photo(REUTERS, match=match)]), **parts)


def a_collage(**parts: object) -> Verdict:
    """A collage of two known photos, side by side on a wide page."""
    left = a_match(Relation.INSET, seed="left", of_this=0.45, kept=1.0, region=a_region(20, 100, 580, 700))
    right = a_match(Relation.INSET, seed="right", of_this=0.31, kept=0.9, region=a_region(640, 220, 1180, 580))
    known = [
        a_known_photo(REUTERS, seed="left", match=left, files=("wire/left.jpg",)),
        a_known_photo(PAPER, seed="right", match=right, files=("wire/right.jpg",)),
    ]
    return decided(a_case(known=known), **parts)


def a_same_scene() -> Verdict:
    """Another picture of a scene that is held; only what stands still is in both."""
    return decided(a_case(known=[a_known_photo(REUTERS, match=a_frame())]))


def a_same_moment(compared: str = "contradicts", **parts: object) -> Verdict:
    """Another frame of a moment that is on record, under another date."""
    known = a_known_photo(REUTERS, match=a_frame(same_moment=True), files=("wire/frame.jpg",))
    claim = a_claim("Bakhmut, 2 March 2023", date=a_when("2023-03-02", "2 March 2023"))
    return decided(a_case(claim, [known], beside=some_held([known], {"date": compared})), **parts)


def a_cannot_tell() -> Verdict:
    """A picture that may be another frame or a heavily altered copy."""
    match = a_match(Relation.SAME_SCENE, verdict=MatchVerdict.CANNOT_TELL)
    return decided(a_case(a_claim(), [a_known_photo(REUTERS, match=match)]))


def a_not_found() -> Verdict:
    """A photo that the archive does not hold."""
    return decided(a_case(a_claim()))


def an_unreadable() -> Verdict:
    """A file that holds no picture."""
    return decided(an_unreadable_case(hint="Ask the sender to send the file again."))
