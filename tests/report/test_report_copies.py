"""The best copy held, the different photos in one picture, and whose alteration it is."""

from __future__ import annotations

import pytest
from builders.cases import Standing, a_case, a_change, a_frame, a_known_photo, a_match, a_region, a_testimony

from provenance.model.case import KnownPhoto, Summary
from provenance.model.matching import Relation
from provenance.report.altered import altered_from
from provenance.report.copies import best_copy, best_copy_words, parts
from provenance.report.summary import summarise

OFFERED = a_testimony(standing=Standing.OFFERED)


def copy(seed: str, *testimonies, width: int = 4000, height: int = 3000, made=Relation.RESIZED, **more) -> KnownPhoto:
    measured = {name: more.pop(name) for name in ("kept", "of_this", "region", "changes") if name in more}
    given = {"format": "JPEG", "size": 4_000_000, "facts": 30, **more}
    match = a_match(made, seed=seed, **measured)
    return a_known_photo(*testimonies, seed=seed, match=match, files=(seed,), width=width, height=height, **given)


SCREENSHOT = copy("screenshot", width=1440, height=2960, format="PNG", facts=0, kept=0.31, of_this=1.0)


@pytest.mark.parametrize(
    ("best", "other"),
    [
        pytest.param(copy("large"), copy("small", width=1600, height=1200, size=8_000_000), id="largest"),
        pytest.param(copy("fine"), copy("coarse", size=900_000, facts=90), id="least compressed"),
        pytest.param(copy("sent"), copy("converted", format="PNG", size=19_000_000), id="a format photos come in"),
        pytest.param(copy("described"), copy("stripped", facts=0), id="richest metadata"),
        pytest.param(copy("old", held_since="2020-01-01"), copy("new", held_since="2024-01-01"), id="oldest"),
        pytest.param(
            copy("full", width=3000, height=2250, kept=0.48, of_this=1.0),
            copy("crop", width=4000, height=3000, kept=1.0, of_this=1.0),
            id="the full frame before a somewhat larger crop",
        ),
        pytest.param(
            copy("crop", kept=1.0, of_this=1.0),
            copy("full", width=800, height=600, kept=0.48, of_this=1.0),
            id="a crop before a thumbnail of the full frame",
        ),
        pytest.param(
            copy("full", kept=1.0, of_this=1.0),
            copy("part", width=2800, height=2100, kept=1.0, of_this=0.49),
            id="the whole before a part of it",
        ),
        pytest.param(copy("wire", width=1600, height=1067), SCREENSHOT, id="never a screenshot of it"),
        pytest.param(copy("held", width=1600, height=1200), copy("offer", OFFERED), id="held before offered"),
        pytest.param(
            copy("clean", a_testimony(), width=2000, height=1500),
            copy("retouched", made=Relation.ALTERED),
            id="never one that was itself altered",
        ),
        pytest.param(
            copy("plain", a_testimony(), width=2000, height=1500),
            copy("captioned", made=Relation.OVERLAID),
            id="never one that was itself written on",
        ),
    ],
)
def test_the_best_copy(best, other):
    for known in ([best, other], [other, best]):
        assert best_copy(a_case(known=known)) == best
        assert [one.photo for part in parts(a_case(known=known)) for one in part.copies] == [best.photo, other.photo]


def test_what_is_only_offered_is_the_best_where_nothing_else_is_held():
    case = a_case(known=[copy("offer", OFFERED)])
    assert best_copy_words(case) == "Best copy held: offer, 4000 x 3000, only offered to us."


def test_other_frames_are_no_copies():
    assert best_copy(a_case(known=[a_known_photo(match=a_frame())])) is None
    held = copy("held", width=800, height=600)
    assert best_copy(a_case(known=[held, a_known_photo(match=a_frame(), width=9000, height=6000)])) == held


def test_the_checked_file_may_be_larger_than_all_that_is_held():
    small = copy("small", width=800, height=533)
    assert best_copy_words(a_case(known=[small])) == "Best copy held: small, 800 x 533 (this file is larger)."
    wider = copy("wider", width=800, height=533, kept=0.5, of_this=1.0)
    assert "larger" not in best_copy_words(a_case(known=[wider]))


def test_several_photos_in_one_picture_stand_apart_with_their_places():
    left = copy("left", region=a_region(20, 20, 560, 400), of_this=0.2, kept=1.0)
    again = copy("again", region=a_region(22, 21, 561, 399), of_this=0.2, kept=1.0, width=900, height=600)
    below = copy("below", region=a_region(20, 420, 560, 780), of_this=0.19, kept=1.0)
    right = copy("right", region=a_region(600, 20, 1180, 780), of_this=0.45, kept=1.0)
    case = a_case(known=[left, again, below, right])
    assert [(part.best.files[0], part.place, len(part.copies)) for part in parts(case)] == [
        ("right", "right", 1),
        ("left", "upper left", 2),
        ("below", "lower left", 1),
    ]
    assert best_copy(case) is None
    assert best_copy_words(case) == ""


def test_a_region_that_is_nowhere_is_taken_for_the_whole():
    lost = copy("lost", region=((0.0, 0.0), (float("nan"), 0.0), (1.0, 1.0), (0.0, 1.0)))
    assert len(parts(a_case(known=[copy("a"), lost]))) == 1


RETOUCHED = (a_change(60, 560, 330, 770),)


@pytest.mark.parametrize(
    ("clean", "altered"),
    [
        pytest.param(copy("a", a_testimony()), False, id="as good a witness that was here before"),
        pytest.param(copy("a", a_testimony(), held_since="2024-01-01"), True, id="one that came later"),
        pytest.param(copy("a", OFFERED, held_since="2020-01-01"), True, id="one that was only offered"),
        pytest.param(copy("a", a_testimony(standing=Standing.PUBLISHED)), True, id="one with less standing"),
        pytest.param(
            copy("a", a_testimony(), region=a_region(0, 0, 1200, 400), of_this=0.5), True, id="one that stops above it"
        ),
        pytest.param(
            copy("a", a_testimony(), region=a_region(0, 400, 1200, 800), of_this=0.5), False, id="one that covers it"
        ),
    ],
)
def test_an_altered_copy_in_the_archive_does_not_accuse_the_true_photo(clean, altered):
    differing = copy("b", a_testimony(), made=Relation.ALTERED, changes=RETOUCHED)
    case = a_case(known=[clean, differing])
    assert altered_from(case) == (differing if altered else None)
    assert (summarise(case, (), ()) is Summary.ALTERED) is altered


def test_another_frame_that_differs_is_no_alteration():
    case = a_case(known=[a_known_photo(match=a_frame(Relation.ALTERED, altered=0.3))])
    assert altered_from(case) is None
