"""MediaReview: a category only where a finding justifies it, a draft until an editor confirms it."""

from __future__ import annotations

import json

import pytest
from builders.audits import (
    SITE,
    a_copy,
    a_crop_of,
    a_decision,
    a_family,
    a_finding,
    a_full_family,
    a_listed,
    a_saying,
)
from builders.cases import a_match, a_statement

from provenance.model.audit import Listing, Role
from provenance.model.family import Ruling
from provenance.model.findings import Severity
from provenance.model.matching import Relation
from provenance.report.media_review import reviews


def review(family, author="The Example Desk"):
    (made,) = reviews([family], author)
    return json.loads(json.dumps(made))


def a_reused(*relations: Relation, listings=(Listing.TWO_EVENTS,), **more):
    copies = (a_copy("best"), a_copy("site", Role.MEMBER, a_match(*relations, seed="best")))
    return a_family(*(a_listed(a_finding(one.value), one, "site", **more) for one in listings), copies=copies)


def test_a_confirmed_review_has_all_that_schema_org_asks_for():
    family = a_full_family(decided=True)
    made = review(family)
    assert made["@context"] == "https://schema.org"
    assert made["@type"] == "MediaReview"
    assert made["mediaAuthenticityCategory"] == "TransformedContent"
    assert made["author"] == {"@type": "Organization", "name": "The Example Desk"}
    assert made["datePublished"] == "2026-11-20"
    assert "creativeWorkStatus" not in made
    assert made["originalMediaContextDescription"].startswith("Reuters: “Residents wade through")
    assert "14 October 2022" in made["originalMediaContextDescription"] or "October 14, 2022" in str(made)
    item = made["itemReviewed"]
    assert item["@type"] == "ImageObject"
    assert item["sha256"] == family.copies[1].photo
    assert item["caption"] == SITE
    assert item["contentUrl"] == "https://example.com/flood"
    assert item["width"] == {"@type": "QuantitativeValue", "value": 840, "unitCode": "E37"}


def test_what_nobody_confirmed_is_a_draft_without_a_date():
    made = review(a_full_family())
    assert made["creativeWorkStatus"] == "Draft"
    assert "datePublished" not in made


@pytest.mark.parametrize(
    ("relations", "listings", "category"),
    [
        ((Relation.RECOMPRESSED,), (Listing.TWO_EVENTS,), "DecontextualizedContent"),
        ((Relation.MIRRORED,), (Listing.DRIFT,), "DecontextualizedContent"),
        ((Relation.ALTERED,), (Listing.TWO_EVENTS,), "TransformedContent"),
        ((Relation.CROPPED,), (Listing.TWO_EVENTS, Listing.LOST_CONTEXT), "EditedOrCroppedContent"),
        ((Relation.CROPPED,), (Listing.LOST_CONTEXT,), "EditedOrCroppedContent"),
    ],
)
def test_the_category_is_what_the_finding_and_the_copy_say(relations, listings, category):
    assert review(a_reused(*relations, listings=listings))["mediaAuthenticityCategory"] == category


@pytest.mark.parametrize("listing", sorted(set(Listing) - {Listing.TWO_EVENTS, Listing.DRIFT, Listing.LOST_CONTEXT}))
def test_other_findings_say_nothing_about_authenticity(listing):
    assert list(reviews([a_reused(Relation.ALTERED, Relation.MIRRORED, listings=(listing,))], "")) == []


def test_a_note_and_what_was_dismissed_make_no_review():
    note = a_listed(a_finding(severity=Severity.NOTE))
    dismissed = a_listed(a_finding(), decision=a_decision("F-0123456789", Ruling.DISMISS))
    assert list(reviews([a_family(note), a_family(dismissed)], "")) == []


def test_confirmed_findings_come_before_graver_drafts():
    held = a_finding("held", severity=Severity.WARNING)
    family = a_family(
        a_listed(a_finding("draft", severity=Severity.ERROR), photo="best"),
        a_listed(held, Listing.DRIFT, "site", decision=a_decision(held.id)),
        copies=(a_copy("best"), a_copy("site", Role.MEMBER, a_crop_of("best"))),
    )
    made = review(family)
    assert made["reviewBody"] == "held"
    assert made["itemReviewed"]["name"] == "wire/site.jpg"


def test_only_stated_web_addresses_are_links_and_nobody_is_author_unasked():
    said = a_statement("A flood.", url="javascript:alert(1)")
    made = review(a_family(a_listed(saying=1, against=1), sayings=(a_saying(1, said),)), author="")
    assert "originalMediaLink" not in made
    assert "contentUrl" not in made["itemReviewed"]
    assert "author" not in made
    linked = a_statement("A flood.", url="https://example.com/a")
    made = review(a_family(a_listed(against=1), sayings=(a_saying(1, linked),)))
    assert made["originalMediaLink"] == "https://example.com/a"


def test_halves_of_characters_do_not_break_strict_json():
    made = review(a_family(a_listed(a_finding("caf\udce9"))))
    assert made["reviewBody"] == "caf\ufffd"


def test_several_copies_of_one_category_are_reviewed_together():
    copies = (a_copy("best"), a_copy("one", Role.MEMBER, a_match(seed="best")), a_copy("two", Role.MEMBER))
    listed = [a_listed(a_finding(seed), photo=seed) for seed in ("one", "two", "two")]
    made = review(a_family(*listed, copies=copies))
    assert sorted(one["name"] for one in made["itemReviewed"]) == ["wire/one.jpg", "wire/two.jpg"]
