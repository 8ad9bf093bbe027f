"""The answer at a terminal: three lines first, never more than a screen, nothing that could move the cursor."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest
from builders.cases import a_case, a_claim, a_known_photo, a_match, a_statement, a_testimony, some_claims
from builders.verdicts import (
    a_cannot_tell,
    a_collage,
    a_crop,
    a_hold,
    a_not_found,
    a_same_moment,
    a_same_scene,
    a_seen,
    an_altered,
    an_ok,
    an_unreadable,
    decided,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.case import Searched, Summary, Verdict
from provenance.model.findings import Abstention
from provenance.model.matching import Relation
from provenance.report.text import render_check

ALL = [
    *(a_hold(), an_ok(), an_ok(Relation.MIRRORED), a_seen(), a_same_scene(), a_not_found(), an_unreadable()),
    *(a_crop(), an_altered(), a_collage(), a_same_moment(), a_cannot_tell()),
]
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x1b[]\r\n\t\x7f\x85\x9b\u200b\u202e\u2066\u2028\u2029\ufeff\udcff \u65e5😀e\u0301"),
    ),
    max_size=300,
)


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line)


def visible(line: str) -> bool:
    return not any(
        unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"}
        or (unicodedata.category(one) == "Cf" and one not in "\u200c\u200d")
        for one in line
    )


def test_hold_says_what_was_found_the_strongest_evidence_and_what_to_do():
    lines = render_check(a_hold()).split("\n")
    assert lines[:4] == [
        "HOLD  This photo was transmitted 10 months before the day it is said to show.",
        "Reuters / Zohra Bensemra, Borodyanka, Kyiv region, Ukraine, 7 April 2022",
        "(transmitted). Mirrored, cropped to 83 %.",
        "Ask the sender for the camera original, and hold the picture until then.",
    ]
    assert any("date" in line and "CONTRADICTS" in line and "2 March 2023" in line for line in lines)
    assert lines[-1] == "More with -v: 7 findings, 4 appearances."


def test_an_alteration_is_the_answer_with_its_place():
    lines = render_check(an_altered()).split("\n")
    assert lines[:6] == [
        "HOLD  Against the copy held here, something was removed, pasted or covered in",
        "7 % (lower left).",
        "Reuters / Zohra Bensemra, Borodyanka, Kyiv region, Ukraine, 7 April 2022",
        "(transmitted). Something was removed, pasted or covered in 7 % (lower left),",
        "recompressed.",
        "See what was changed: prov compare FILE COPY --html page.html",
    ]


def test_another_frame_of_the_moment_under_another_day_is_told_with_innocent_reasons():
    text = render_check(a_same_moment())
    assert text.split("\n")[:6] == [
        "SAME SCENE  Another frame of the same moment is on record as April 7, 2022; the",
        "claim says 2 March 2023.",
        "Reuters / Zohra Bensemra, Borodyanka, Kyiv region, Ukraine, 7 April 2022",
        "(transmitted). Same scene, another frame; the same moment: moving people or",
        "things are found in both.",
        "Compare the two frames, and ask for those taken before and after this one.",
    ]
    assert "It may be innocent." in text
    assert "On record for that picture: “Residents walk" in text


@pytest.mark.parametrize("verdict", [a_same_scene(), a_same_moment(), a_cannot_tell()])
def test_other_frames_are_never_held_against_the_claim_in_the_table_nor_called_the_photo(verdict):
    text = render_check(verdict)
    for words in ("CONTRADICTS", "Seen before", "This photo is in the archive", "Best copy", "claimed   "):
        assert words not in text


def test_a_collage_names_each_photo_and_where_it_lies():
    text = render_check(a_collage())
    assert text.startswith("SEEN  This picture holds 2 known photos. Nothing was claimed about them.")
    assert "Known photos in it: left wire/left.jpg; right wire/right.jpg." in text
    told = " ".join(render_check(a_collage(), verbose=True).split())
    assert "Shows 90 % of the known photo, which fills 31 % of this picture. It lies here: right." in told


def test_the_best_copy_stands_in_one_line_unless_it_is_the_file_itself():
    assert "Best copy held: wire/b.jpg, 1600 x 1067." in render_check(a_crop()).split("\n")
    itself = a_known_photo(seed="this", match=a_match(Relation.IDENTICAL))
    assert "Best copy" not in render_check(decided(a_case(known=[itself])))


def test_verbose_lists_the_other_copies_with_format_and_size():
    copies = [
        a_known_photo(seed="a", files=("wire/a.tif",), width=4000, height=3000, format="TIFF", size=36_000_000),
        a_known_photo(seed="b", files=("web/b.jpg",), width=800, height=600, format="JPEG", size=90_000),
    ]
    text = render_check(decided(a_case(known=copies)), verbose=True)
    assert "Best copy held\n  wire/a.tif, 4000 x 3000, TIFF, 36.0 MB\n    Also held: web/b.jpg, 800 x 600, JPEG" in text


def test_an_innocent_reason_and_the_best_copy_are_never_crowded_out():
    lines = render_check(a_hold()).split("\n")
    assert len(lines) == 12
    assert "It may be innocent. The caption may date the event it reports and use an older…" in lines
    assert "Best copy held: wire/b.jpg, 1600 x 1067." in lines


def test_what_the_table_says_is_not_said_again():
    text = render_check(a_hold())
    assert "on record it is" not in text
    assert "place-conflict" in render_check(a_hold(), verbose=True)


def test_a_figure_and_its_per_cent_sign_stay_on_one_line():
    made = [a_crop(kept=share / 100, overlaid=share / 300) for share in range(10, 90)]
    lines = [line for verdict in made for line in render_check(verdict, verbose=True).split("\n")]
    assert not [line for line in lines if line.lstrip().startswith("%")]


def test_not_found_says_what_was_searched_and_that_it_proves_nothing():
    assert render_check(a_not_found()).split("\n")[:2] == [
        "NOT FOUND among 41,203 photos, newest 21 Nov 2026. That does not make it new.",
        "Next: reverse image search; ask for the original.",
    ]


def test_an_empty_archive_is_named():
    empty = dataclasses.replace(a_not_found(), searched=Searched(0, None))
    assert render_check(empty).startswith("NOT FOUND The archive is empty, so nothing could be found.")


@pytest.mark.parametrize(
    ("verdict", "first", "third"),
    [
        (an_ok(), "OK  Seen before, and the claimed date, place and credit agree", "Credit as on record: Reuters"),
        (an_ok(Relation.MIRRORED), "OK, BUT  This photo is a mirror image", "Compare lettering"),
        (a_seen(), "SEEN  This photo is in the archive. Nothing was claimed about it.", "Read all that is on record"),
        (a_same_scene(), "SAME SCENE  Another frame of this scene is held", "Look at the two side by side"),
        (a_cannot_tell(), "CANNOT TELL  A picture much like this is held: the same scene, or", "Look at the two side"),
        (a_same_moment("cannot-tell"), "SAME SCENE  Another frame of the same moment is held", "Look at the two side"),
        (a_same_moment(), "SAME SCENE  Another frame of the same moment is on record", "Compare the two"),
        (an_altered(), "HOLD  Against the copy held here, something was removed", "prov compare FILE COPY"),
        (an_unreadable(), "CANNOT READ  The file ends in the middle", "Ask the sender to send the file again."),
    ],
)
def test_every_answer_opens_with_its_word_and_says_what_to_do(verdict, first, third):
    text = render_check(verdict)
    assert text.startswith(first)
    assert third in text


@pytest.mark.parametrize("summary", list(Summary))
@pytest.mark.parametrize("verdict", ALL)
def test_every_answer_fits_whatever_the_case(summary, verdict):
    text = render_check(dataclasses.replace(verdict, summary=summary), name_file=True)
    assert 1 < len(text.split("\n")) <= 12
    assert max(width(line) for line in text.split("\n")) <= 80


def test_the_files_own_caption_is_labelled():
    own = decided(a_case(a_claim("A caption from the file"), [a_known_photo()], claim_is_own=True))
    assert "Judged by the file's own caption: “A caption from the file”" in render_check(own)
    assert "The file's own caption" in render_check(own, verbose=True)
    assert "own caption" not in render_check(a_hold())


def test_the_file_is_named_where_there_are_several():
    assert render_check(a_not_found(), name_file=True).split("\n")[0] == "incoming/a.jpg"


def test_a_photo_without_a_caption_says_since_when_it_is_held():
    verdict = decided(a_case(known=[a_known_photo(held_since="2022-04-09")]))
    assert "Held here since 9 April 2022, without a caption on record." in render_check(verdict)


def test_verbose_tells_everything():
    text = " ".join(render_check(a_hold(), verbose=True).split())
    for words in (
        "It may be innocent.",
        "also offered to us by tips desk, as “Bakhmut this morning”",
        "superseded by a newer version",
        "high confidence]",
        "What to do: Compare lettering",
        "wire/b.jpg",
        "EXIF DateTimeOriginal: 2022-04-07T10:11:12",
    ):
        assert words in text
    for finding in a_hold().findings:
        assert finding.id in text


def test_verbose_lists_appearances_in_time_order():
    text = render_check(a_hold(), verbose=True)
    order = [
        text.rindex(words) for words in ("A man walks past", "Residents walk past", "Homes in ruins", "Bakhmut this")
    ]
    assert order == sorted(order)


def test_verbose_says_what_was_not_judged():
    verdict = dataclasses.replace(a_seen(), not_judged=(Abstention("date-conflict", "the claim gives no date"),))
    assert "date-conflict: the claim gives no date." in render_check(verdict, verbose=True)


def a_nasty_verdict(text: str) -> Verdict:
    said = a_statement(
        caption=text,
        source=text or "x",
        address=text or "x",
        headline=text,
        credit=text,
        creator=text,
        date=text,
        place=text,
        publisher=text,
        url=text,
        transmitted="2022-04-07",
    )
    claims = some_claims(text, date="2022-04-07", place=text.replace(", ", "") or "x", creators=text or "x")
    known = a_known_photo(a_testimony(said, claims=claims), files=(text,), match=a_match(Relation.MIRRORED))
    own = a_claim(text, date="2023-03-02", place=text.replace(", ", "") or "x")
    case = a_case(own, [known], {"date": "contradicts"}, file=text, claim_is_own=True)
    return decided(case)


@given(NASTY)
@settings(max_examples=60, deadline=None)
def test_text_from_outside_never_moves_the_cursor_nor_breaks_the_layout(text):
    verdict = a_nasty_verdict(text)
    short = render_check(verdict, name_file=True).split("\n")
    assert len(short) <= 12
    for line in [*short, *render_check(verdict, verbose=True).split("\n")]:
        assert visible(line)
        assert width(line) <= 80


def test_what_was_escaped_is_shown():
    text = render_check(a_nasty_verdict("a\x1b[31mred\u202ereversed"), verbose=True)
    assert r"a\x1b[31mred‹U+202E›reversed" in text
