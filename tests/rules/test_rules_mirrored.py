"""mirrored: against the copy on record."""

from __future__ import annotations

from builders.cases import a_case, a_known_photo, a_match, a_testimony

from provenance.model.appearance import Standing
from provenance.model.findings import Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import MatchVerdict, Relation
from provenance.rules.mirrored import mirrored
from provenance.rules.rule import Cannot, Hit

OFFER = a_testimony(standing=Standing.OFFERED)


def photo(seed: str, relation: Relation, *testimonies, **match):
    return a_known_photo(*testimonies, seed=seed, match=a_match(relation, seed=seed, **match))


def said(*known) -> list[Hit | Cannot]:
    return list(mirrored.judge(a_case(known=known), RuleLimits()))


def test_a_mirror_image_of_a_held_photo_is_a_warning_with_innocent_reasons():
    (hit,) = said(photo("a", Relation.MIRRORED, a_testimony()))
    assert mirrored.severity is Severity.WARNING
    assert "mirrored" in hit.evidence[0].text
    assert "wire/b.jpg" in hit.evidence[0].source
    assert "Selfie cameras" in hit.innocent[0]


def test_a_held_photo_the_right_way_round_is_nothing():
    assert said(photo("a", Relation.CROPPED, a_testimony())) == []
    assert said() == []


def test_a_mirror_image_of_a_similar_scene_is_nothing():
    assert said(photo("a", Relation.MIRRORED, verdict=MatchVerdict.CANNOT_TELL)) == []


def test_where_both_ways_round_are_held_it_cannot_judge():
    (cannot,) = said(photo("a", Relation.IDENTICAL, a_testimony()), photo("b", Relation.MIRRORED, a_testimony()))
    assert "both ways round" in cannot.reason


def test_a_copy_that_was_only_offered_is_not_the_right_way_round():
    (hit,) = said(photo("a", Relation.IDENTICAL, OFFER), photo("b", Relation.MIRRORED, a_testimony()))
    assert "mirror image" in hit.message
    assert said(photo("a", Relation.IDENTICAL, a_testimony()), photo("b", Relation.MIRRORED, OFFER)) == []
