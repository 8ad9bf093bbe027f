"""How a picture was made from a known one, in words."""

from __future__ import annotations

import pytest
from builders.cases import a_change, a_frame, a_match, a_region

from provenance.model.matching import ChangeKind, MatchVerdict, Orientation, Relation
from provenance.report.areas import box_around, place_words, share_words, sides_removed
from provenance.report.making import changes_in_words
from provenance.report.wording import relation_words, relations_in_words, shares_in_words, verdict_words

SIZE = (1200, 800)


@pytest.mark.parametrize(
    ("match", "words"),
    [
        (
            a_match(
                Relation.OVERLAID,
                Relation.CROPPED,
                Relation.MIRRORED,
                kept=0.48,
                overlaid=0.09,
                shown=(0.3, 0.25, 1.0, 0.99),
            ),
            "Mirrored, cropped to 48 % (left and top removed), graphics or text laid over 9 %.",
        ),
        (a_match(Relation.CROPPED, kept=0.83), "Cropped to 83 %."),
        (a_match(Relation.CROPPED), "Cropped."),
        (a_match(Relation.CROPPED, kept=0.998, shown=(0.0, 0.0, 1.0, 0.99)), "Cropped to over 99 %."),
        (
            a_match(Relation.CROPPED, kept=0.36, shown=(0.2, 0.2, 0.8, 0.8)),
            "Cropped to 36 % (something removed on every side).",
        ),
        (a_match(Relation.CROPPED, kept=0.9, shown=(0.0, 0.0, 0.9, 1.0)), "Cropped to 90 % (right removed)."),
        (a_match(Relation.INSET, of_this=0.31), "Shown within a screenshot or collage, where it fills 31 %."),
        (a_match(Relation.INSET), "Shown within a screenshot or collage."),
        (a_match(Relation.OVERLAID, overlaid=0.004), "Graphics or text laid over less than 1 %."),
        (a_match(Relation.OVERLAID), "Graphics or text laid over it."),
        (
            a_match(Relation.ALTERED, altered=0.07, changes=(a_change(0, 600, 200, 800),)),
            "Something was removed, pasted or covered in 7 % (lower left).",
        ),
        (a_match(Relation.ALTERED, altered=0.07), "Something was removed, pasted or covered in 7 %."),
        (a_match(Relation.ALTERED), "Something was removed, pasted or covered."),
        (
            a_match(Relation.RECOMPRESSED, Relation.RESIZED, Relation.RETONED, Relation.BORDERED, Relation.STRETCHED),
            "Stretched, a border added, re-toned, resized, recompressed.",
        ),
        (a_match(Relation.IDENTICAL), "The same file."),
        (a_match(Relation.SAME_PICTURE), "The same picture under other metadata."),
        (a_frame(), "Same scene, another frame; only buildings, landmarks or furniture agree."),
        (
            a_frame(same_moment=True),
            "Same scene, another frame; the same moment: moving people or things are found in both.",
        ),
        (
            a_match(Relation.SAME_SCENE, Relation.CROPPED, verdict=MatchVerdict.CANNOT_TELL),
            "Same scene or heavily altered (cannot tell).",
        ),
    ],
)
def test_it_is_said_in_one_sentence(match, words):
    assert relation_words(match, SIZE) == words


@pytest.mark.parametrize("relation", [one for one in Relation if one is not Relation.SAME_SCENE])
def test_every_way_is_named_and_nothing_is_called_a_forgery(relation):
    (words,) = relations_in_words(a_match(relation))
    assert words
    assert not {"fake", "forged", "manipulated"} & set(words.split())


@pytest.mark.parametrize(
    ("orientation", "angle", "words"),
    [
        (Orientation.TURNED_90, None, "rotated 90 degrees clockwise"),
        (Orientation.TURNED_270, 0.0, "rotated 90 degrees anticlockwise"),
        (Orientation.TURNED_180, 0.0, "rotated 180 degrees"),
        (Orientation.MIRRORED_90, 2.0, "rotated 92 degrees clockwise"),
        (Orientation.UPRIGHT, 2.5, "rotated 2.5 degrees clockwise"),
        (Orientation.UPRIGHT, -1.0, "rotated 1 degree anticlockwise"),
        (Orientation.UPRIGHT, None, "rotated"),
        (Orientation.UPRIGHT, 0.01, "rotated"),
        (Orientation.TURNED_180, -179.9, "rotated 0.1 degrees clockwise"),
    ],
)
def test_a_turn_names_its_degrees_and_direction(orientation, angle, words):
    assert relations_in_words(a_match(Relation.ROTATED, orientation=orientation, angle=angle)) == [words]


def test_three_answers_have_three_names():
    assert [verdict_words(a_match(verdict=verdict)) for verdict in MatchVerdict] == [
        "same photo",
        "same scene, another frame",
        "same scene or heavily altered (cannot tell)",
    ]


@pytest.mark.parametrize(
    ("measured", "words"),
    [
        ({"kept": 0.48, "of_this": 0.31}, "Shows 48 % of the known photo, which fills 31 % of this picture."),
        ({"kept": 1.0, "of_this": 1.0}, "Shows the whole of the known photo, which fills the whole of this picture."),
        ({"kept": 0.5}, "Shows 50 % of the known photo."),
        ({"of_this": 0.5}, "The known photo fills 50 % of this picture."),
        ({}, ""),
    ],
)
def test_the_shares_of_both_pictures_are_said(measured, words):
    assert shares_in_words(a_match(**measured)) == words


def test_every_changed_area_is_named_the_largest_first():
    changes = (
        a_change(0, 0, 100, 100, share=0.01),
        a_change(0, 700, 1200, 800, share=0.12, kind=ChangeKind.OVERLAID),
    )
    assert changes_in_words(a_match(changes=changes), SIZE) == [
        "Bottom: graphics or text was laid over it (12 %).",
        "Upper left: something was removed, pasted or covered (1 %).",
    ]
    assert changes_in_words(a_match(changes=changes))[0] == "Graphics or text was laid over it (12 %)."


def test_many_changed_places_are_several():
    boxes = [(0, 0, 10, 10), (1190, 0, 1200, 10), (0, 790, 10, 800)]
    changes = tuple(a_change(*box, share=0.02) for box in boxes)
    words = relation_words(a_match(Relation.ALTERED, changes=changes), SIZE)
    assert words == "Something was removed, pasted or covered in 6 % (in several places)."


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((0, 0, 300, 200), "upper left"),
        ((900, 0, 1200, 200), "upper right"),
        ((0, 600, 300, 800), "lower left"),
        ((1000, 600, 1300, 900), "lower right"),
        ((0, 100, 500, 700), "left"),
        ((650, 0, 1200, 800), "right"),
        ((0, 0, 1200, 100), "top"),
        ((-50, 700, 1250, 900), "bottom"),
        ((500, 300, 700, 500), "centre"),
        ((0, 0, 1200, 800), "nearly everywhere"),
        ((float("nan"), 0, 1, 1), ""),
    ],
)
def test_a_box_has_a_place(box, words):
    assert place_words(box, *SIZE) == words
    assert place_words(box, 0, 0) == ""


def test_a_thin_cut_is_no_removed_side():
    assert sides_removed((0.01, 0.0, 0.985, 1.0)) == ()
    assert sides_removed((0.1, 0.0, 0.9, 0.5)) == ("left", "right", "bottom")


def test_the_box_around_corners_that_are_nowhere_is_none():
    assert box_around(a_region(1, 2, 3, 4)) == (1, 2, 3, 4)
    assert box_around([(0.0, float("inf")), (1.0, 1.0)]) is None


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "0 %"), (0.001, "less than 1 %"), (0.48, "48 %"), (0.995, "over 99 %"), (1.0, "100 %")]
)
def test_a_share_is_never_rounded_to_nothing_nor_to_everything(share, words):
    assert share_words(share) == words
