"""The answer at a terminal: three lines first, never more than a screen, nothing that could move the cursor."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest
from builders.cases import a_case, a_claim, a_known_photo, a_match, a_statement, a_testimony, some_claims
from builders.verdicts import a_hold, a_not_found, a_same_scene, a_seen, an_ok, an_unreadable, decided
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.case import Searched, Summary, Verdict
from provenance.model.findings import Abstention
from provenance.model.matching import Relation
from provenance.report.text import render_check

ALL = [a_hold(), an_ok(), an_ok(Relation.MIRRORED), a_seen(), a_same_scene(), a_not_found(), an_unreadable()]
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
        (a_same_scene(), "SIMILAR  ", "Look at the two side by side"),
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
