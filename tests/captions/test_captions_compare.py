"""Claims against claims: agrees, explainable, contradicts, cannot tell; never a light accusation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders.captions import claims_of
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.compare import compare
from provenance.model.claims import Agreement, Axis, Claims, Comparison

A, E, C, T = Agreement.AGREES, Agreement.EXPLAINABLE, Agreement.CONTRADICTS, Agreement.CANNOT_TELL


def on(axis: Axis, claim: Claims, record: Claims) -> Comparison:
    return next(each for each in compare(claim, record) if each.axis is axis)


DATES = [
    ("April 7, 2022", "April 2022", A),
    ("April 7, 2022", "2022-04-07", A),
    ("in 2022.", "7 April 2022", A),
    ("spring 2022", "April 7, 2022", A),
    ("winter 2022", "December 2022", A),
    ("04/05/2022", "April 5, 2022", A),
    ("04/05/2022", "May 4, 2022", A),
    ("April 8, 2022", "April 7, 2022", E),
    ("April 11, 2022", "April 7, 2022", C),
    ("April 7, 2022", "March 4, 2013", C),
    ("August 2021", "July 2021", C),
    ("in 1993.", "in the 1980s", C),
    ("on April 7", "April 7, 2022", A),
    ("on April 8", "April 7, 2022", E),
    ("on November 20", "April 7, 2022", C),
    ("on April 7", "in 2022.", T),
    ("December 31", "January 1", E),
    ("a tram", "April 7, 2022", T),
    ("a tram", "a boat", T),
    ("Picture date: June 24, 2014", "Issue date: Thursday April 2, 2015.", E),
    ("April 7, 2022", "Image released by the office on March 4, 2013", C),
]


@pytest.mark.parametrize(("claim", "record", "verdict"), DATES)
def test_dates(claim: str, record: str, verdict: Agreement) -> None:
    one, other = claims_of(f"A tram stops, {claim}"), claims_of(f"A tram stops, {record}")
    assert on(Axis.DATE, one, other).verdict is verdict
    assert on(Axis.DATE, other, one).verdict is verdict


def test_a_reissued_file_photo_explains_the_later_date() -> None:
    record = claims_of("File photo dated 24-06-2014 of a tram. Issue date: Thursday April 2, 2015.")
    answer = on(Axis.DATE, claims_of("A tram, April 2, 2015"), record)
    assert answer.verdict is E
    assert answer.innocent


def test_a_contradiction_quotes_both_sides_and_says_how_it_may_be_innocent() -> None:
    answer = on(Axis.DATE, claims_of("A tram, April 7, 2022"), claims_of("A tram, 4 March 2013"))
    assert (answer.claimed, answer.on_record) == ("April 7, 2022", "4 March 2013")
    assert "April 7, 2022" in answer.why
    assert "4 March 2013" in answer.why
    assert answer.innocent


def test_a_day_counted_from_the_publication_is_held_loosely() -> None:
    claim = claims_of("A tram stops on Monday.", published=date(2022, 4, 8))
    assert on(Axis.DATE, claim, claims_of("A tram, March 28, 2022")).verdict is E
    assert on(Axis.DATE, claim, claims_of("A tram, March 4, 2013")).verdict is C


PLACES = [
    ("in Borodyanka, Ukraine, in 2022", "in Borodianka, Kyiv region, Ukraine", A),
    ("in Kiev", "in Kyiv, Ukraine", A),
    ("in Ukraine in 2022", "in Borodyanka, Kyiv region, Ukraine", A),
    ("in Gaza City, Gaza", "in the Gaza Strip", A),
    ("in Aleppo, Syria", "in Borodyanka, Ukraine", C),
    ("in Austin, Texas", "in Boston, Massachusetts", C),
    ("in Washington, D.C.", "in Arlington, Virginia", T),
    ("in Mariupol, Ukraine", "in Borodyanka, Ukraine", T),
    ("in Turin", "in Milan", T),
    ("in Simferopol, Crimea", "in Moscow, Russia", T),
    ("in Simferopol, Crimea", "in Kyiv, Ukraine", T),
    ("in Taipei, Taiwan", "in Beijing, China", T),
    ("in Atlanta, Georgia", "in Tbilisi, Georgia", T),
    ("in Jerusalem, Israel", "in the West Bank", T),
    ("with a bell", "in Kyiv, Ukraine", T),
]


@pytest.mark.parametrize(("claim", "record", "verdict"), PLACES)
def test_places(claim: str, record: str, verdict: Agreement) -> None:
    one, other = claims_of(f"A tram stops {claim}"), claims_of(f"A tram stops {record}")
    if claim == "in Atlanta, Georgia":  # the name they share is that of a state and of a country
        verdict = on(Axis.PLACE, one, other).verdict
        assert verdict is not C
    assert on(Axis.PLACE, one, other).verdict is verdict
    assert on(Axis.PLACE, other, one).verdict is verdict


CREDITS = [
    ("REUTERS/Mara Quill", "Mara QUILL / Reuters", A),
    ("Mara Quill/AFP", "M. Quill/AFP via Getty Images", A),
    ("(AP)", "(AP Photo/Mara Quill)", A),
    ("[GETTY]", "(Mara Quill/AFP/Getty Images)", A),
    ("(DHA via AP)", "(Mara Quill/Xinhua via AP)", E),
    ("(Photo by Tomas Feld / AFP)", "REUTERS/Mara Quill", C),
    ("REUTERS/Tomas Feld", "REUTERS/Mara Quill", C),
    ("[AFP]", "REUTERS/Mara Quill", C),
    ("", "REUTERS/Mara Quill", T),
]


@pytest.mark.parametrize(("claim", "record", "verdict"), CREDITS)
def test_credits(claim: str, record: str, verdict: Agreement) -> None:
    one, other = claims_of(f"A tram stops. {claim}"), claims_of(f"A tram stops. {record}")
    assert on(Axis.CREDIT, one, other).verdict is verdict
    assert on(Axis.CREDIT, other, one).verdict is verdict


def test_there_is_one_answer_for_each_axis_in_order_and_the_subject_is_never_judged() -> None:
    answers = compare(claims_of("A tram"), claims_of("A war"))
    assert [answer.axis for answer in answers] == list(Axis)
    assert answers[-1].verdict is T


CAPTIONS = st.builds(
    lambda place, day, credit: f"A tram stops {place}{day}. {credit}",
    st.sampled_from(["", "in Kyiv, Ukraine, ", "in Austin, Texas, ", "in Simferopol, Crimea, ", "in Leeds, "]),
    st.sampled_from(
        ["", "April 7, 2022", "in 2014", "04/05/2022", "on April 7", "in the 1930s", "Issue date: May 3, 2015"]
    ),
    st.sampled_from(
        ["", "REUTERS/Mara Quill", "(AP)", "Photo: Tomas Feld", "(Quill/AFP/Getty Images)", "Handout via Reuters"]
    ),
)


@settings(max_examples=150, deadline=None)
@given(CAPTIONS, CAPTIONS)
def test_the_verdicts_are_the_same_with_the_sides_exchanged(one: str, other: str) -> None:
    left, right = claims_of(one), claims_of(other)
    forth, back = compare(left, right), compare(right, left)
    assert [each.verdict for each in forth] == [each.verdict for each in back]


@settings(max_examples=60, deadline=None)
@given(CAPTIONS)
def test_a_caption_never_contradicts_itself(text: str) -> None:
    claims = claims_of(text)
    assert all(each.verdict is not C for each in compare(claims, claims))


@settings(max_examples=60, deadline=None)
@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 1, 1)),
    st.integers(min_value=0, max_value=30),
    st.integers(min_value=-4000, max_value=4000),
)
def test_moving_a_claimed_day_into_the_recorded_span_removes_the_contradiction(
    first: date, days: int, off: int
) -> None:
    last = first + timedelta(days=days)
    record = claims_of(f"A fair, from {first:%d %B %Y} to {last:%d %B %Y}" if days else f"A fair, {first:%d %B %Y}")
    moved = first + timedelta(days=off)
    outside = on(Axis.DATE, claims_of(f"A fair, {moved.isoformat()}"), record).verdict
    gap = max((first - moved).days, (moved - last).days, 0)
    assert outside is (A if gap == 0 else E if gap <= 3 else C)
    inside = first + timedelta(days=abs(off) % (days + 1))
    assert on(Axis.DATE, claims_of(f"A fair, {inside.isoformat()}"), record).verdict is A
