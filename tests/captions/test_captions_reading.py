"""Reading holds for any text: it never raises, quotes exactly, answers the same twice, and takes linear time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime
from types import FrameType

import pytest
from builders.captions import a_statement, a_vocabulary, claims_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provenance.captions.reading import read
from provenance.captions.vocabulary import Vocabulary
from provenance.model.claims import Claims, Excerpt
from provenance.model.limits import ReadLimits

WORDS = (
    "Jo|Doe|MARA|QUILL|REUTERS|AP|Photo|by|via|/|(|)|[|]|,|.| | "
    "|in|the|of|Kyiv|Ukraine|Calif.|April|7|2022|March|3-5|FILE|-|–|"
    "©|Credit|...|since|1930s|04/05/2022|Monday|\u202e|\x1b[31m|\x00|Фото|апреля|Pool|Handout|’s|Getty "
    "Images|\n|&|:|;|yesterday"
)
BITS = st.sampled_from(WORDS.split("|"))
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(BITS, max_size=40).map(" ".join), st.lists(BITS, max_size=40).map("".join)
)
DAYS = st.one_of(st.none(), st.dates(), st.datetimes(timezones=st.timezones()))


def excerpts(claims: Claims) -> Iterator[Excerpt]:
    for when in claims.dates:
        yield when.excerpt
    who = claims.who
    for group in (who.creators, who.agencies, who.distributors, who.handout_sources):
        for named in group:
            yield named.excerpt
    for place in claims.where.places if claims.where else ():
        yield place.excerpt


@settings(max_examples=250, deadline=None)
@given(TEXTS, DAYS)
def test_a_caption_is_read_whatever_it_holds_and_quoted_exactly(text: str, published: date | datetime | None) -> None:
    claims = claims_of(text, published=published)
    for excerpt in excerpts(claims):
        assert claims.text[excerpt.start : excerpt.end] == excerpt.text
    assert claims == claims_of(text, published=published)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
@example("", "", "", "’s")
@example(credit="", creator="ß", when="", place="")
def test_fields_are_read_whatever_they_hold_and_quoted_from_themselves(
    credit: str, creator: str, when: str, place: str
) -> None:
    claims = claims_of("", credit=credit, creator=creator, date=when, place=place)
    for excerpt in excerpts(claims):
        assert any(field[excerpt.start : excerpt.end] == excerpt.text for field in (credit, creator, when, place))


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\x1b[31m", "\x00", "\ufeff", "\u200f"])
def test_marks_that_mislead_a_reader_do_not_mislead_the_reading(mark: str) -> None:
    claims = claims_of(f"{mark}A tram in Riga, Latvia, April 7, 2022.{mark} REUTERS/Mara Quill{mark}")
    assert claims.when is not None
    assert claims.when.first == date(2022, 4, 7)
    assert claims.where is not None
    assert claims.where.country == "LV"
    assert [one.name for one in claims.who.creators] == ["Mara Quill"]


def test_the_headline_is_read_where_there_is_no_caption() -> None:
    claims = claims_of("", headline="Tram stops in Riga, Latvia, April 7, 2022")
    assert claims.text.startswith("Tram")
    assert claims.when is not None


def test_the_date_field_wins_and_both_dates_are_kept() -> None:
    claims = claims_of("A tram in Riga on April 7, 2022", date="2022-04-08")
    assert claims.when is not None
    assert claims.when.first == date(2022, 4, 8)
    assert [when.first for when in claims.dates] == [date(2022, 4, 8), date(2022, 4, 7)]


def test_a_labelled_date_in_the_caption_wins_over_the_date_field() -> None:
    claims = claims_of("File photo dated 24-06-2014 of a tram.", date="2015-04-02")
    assert claims.when is not None
    assert claims.when.first == date(2014, 6, 24)


def test_a_long_text_is_cut_at_the_limit() -> None:
    claims = claims_of("A tram. " * 100 + "April 7, 2022", limits=ReadLimits(text_characters=80))
    assert len(claims.text) == 80
    assert claims.when is None


def test_a_statement_that_says_nothing_claims_nothing() -> None:
    claims = claims_of("")
    assert (claims.when, claims.where, claims.who.stated, claims.flags, claims.dates) == (
        None,
        None,
        False,
        frozenset(),
        (),
    )


@pytest.mark.parametrize("document", [None, [], {}, {"agencies": 3}, {"agencies": [{}]}])
def test_a_vocabulary_of_another_shape_is_refused(document: object) -> None:
    with pytest.raises(ValueError, match="vocabulary"):
        Vocabulary.from_documents(document, document)


REPEATED = [
    " ", "A", "A ", "1 ", ".", "the ", "(", "(AP ", "April 7, 2022 ", "in 2014 ", "in the ", "Kyiv, ", "Jo Doe/",
    "REUTERS ", "Photo: ",
    "CreditCredit ", "12-12-2012-", "© ", "Photo by Jo Doe ", "in Kyiv, Ukraine ", "aA", "released ", "MARAMARA",
    "north ",
]  # fmt: skip


@pytest.mark.parametrize("unit", REPEATED)
def test_ten_times_the_text_takes_about_ten_times_the_steps(unit: str) -> None:
    """Steps are calls of Python functions, so the machine's load does not matter."""
    short, long = (_calls(unit * (size // len(unit))) for size in (300, 3000))
    assert long <= 14 * short + 2000


def _calls(text: str) -> int:
    statement = a_statement(text, date=text, place=text, credit=text, creator=text)
    vocabulary = a_vocabulary()
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read(statement, vocabulary, ReadLimits())
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", [" ", "A", "1", "(", "/", "Jo "])
def test_the_longest_caption_is_read_in_seconds(unit: str) -> None:
    """A pattern that takes the square of the length would need minutes here, and the suite would hang."""
    text = unit * (100_000 // len(unit))
    assert claims_of(text).text == text
