"""thumbnail-differs: hits, nothings and cannots, and what is never more than a note."""

from __future__ import annotations

import pytest
from builders.cases import a_case
from builders.embedded import a_comparison

from provenance.model.embedded import Resemblance
from provenance.model.findings import Door, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.judge import judge
from provenance.rules.thumbnail_differs import thumbnail_differs

LARGE, SMALL = (0.2, 0.2, 0.5, 0.5), (0.2, 0.2, 0.3, 0.3)


def judged(*found, door=Door.CHECK):
    findings, abstentions = judge(a_case(embedded=found), RuleLimits(), [thumbnail_differs], door)
    return findings, [one.reason for one in abstentions]


@pytest.mark.parametrize("door", [Door.CHECK, Door.INSPECT])
def test_another_picture_is_a_warning_with_its_place(door):
    ((finding,), _) = judged(
        a_comparison(Resemblance.DIFFERS, why="It shows another picture.", likeness=0.3), door=door
    )
    assert (finding.severity, finding.message) == (Severity.WARNING, "The EXIF thumbnail shows another picture.")
    assert finding.evidence[0].source == "EXIF thumbnail at byte 4,084"
    assert finding.innocent


def test_other_content_in_a_considerable_part_is_a_warning():
    ((finding,), _) = judged(a_comparison(Resemblance.DIFFERS, areas=(LARGE,)))
    assert (finding.severity, "in one area, 9 % of it" in finding.message) == (Severity.WARNING, True)


def test_other_content_in_a_small_area_is_a_note():
    ((finding,), _) = judged(a_comparison(Resemblance.DIFFERS, areas=(SMALL,)))
    assert finding.severity is Severity.NOTE


def test_a_crop_is_never_more_than_a_note():
    ((finding,), _) = judged(a_comparison(Resemblance.CROPPED, shown=0.48))
    assert finding.severity is Severity.NOTE
    assert finding.message == "The EXIF thumbnail shows more than the picture, which covers 48 % of it."


def test_a_mirrored_picture_is_a_note():
    ((finding,), _) = judged(a_comparison(mirrored=True))
    assert (finding.severity, "the other way round" in finding.message) == (Severity.NOTE, True)


def test_several_small_pictures_of_one_kind_are_one_finding():
    ((finding,), _) = judged(
        a_comparison(Resemblance.CROPPED, shown=0.5), a_comparison(Resemblance.CROPPED, shown=0.49)
    )
    assert len(finding.evidence) == 2


def test_the_same_is_nothing():
    assert judged() == ((), [])
    assert judged(a_comparison()) == ((), [])


def test_neither_alike_nor_unlike_is_said_to_be_so_and_what_shows_too_little_is_passed_over():
    findings, reasons = judged(a_comparison(Resemblance.CANNOT_TELL, likeness=0.7))
    assert (findings, reasons) == ((), ["the EXIF thumbnail is neither clearly like the picture nor clearly unlike it"])
    assert judged(a_comparison(Resemblance.CANNOT_TELL, likeness=None)) == ((), [])
