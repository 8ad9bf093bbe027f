"""Places read and compared with the gazetteer: which town is meant, and how far two lie apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.compare import compare
from provenance.captions.reading import read
from provenance.captions.vocabulary import Vocabulary
from provenance.cli.options import vocabulary
from provenance.model.appearance import Standing, Statement
from provenance.model.claims import Agreement, Axis, Claims
from provenance.model.limits import LIMITS
from provenance.model.times import Voucher


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary()


def claims(text: str, words: Vocabulary, place: str = "") -> Claims:
    said = Statement("desk", Standing.OFFERED, Voucher.SENDER, "typed", caption=text, place=place)
    return read(said, words, LIMITS.read)


def verdict(one: str, other: str, words: Vocabulary) -> Agreement:
    return next(each.verdict for each in compare(claims(one, words), claims(other, words)) if each.axis is Axis.PLACE)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A baker opens his shop in Kramatorsk on March 3.", "Kramatorsk", "UA"),
        ("Volunteers clear mud from a cellar in Dernau, in the Ahr valley", "Dernau", "DE"),
        ("Бійці у Бородянка, 7 квітня 2022", "Бородянка", "UA"),
        ("Bauern protestieren in Straubing, 8. Januar 2024", "Straubing", "DE"),
        ("Des manifestants à Rennes, le 7 mars 2023", "Rennes", "FR"),
        ("Kenyan police fire tear gas in Kisumu", "Kisumu", "KE"),
        ("A walker in the snow in Richmond, North Yorkshire, England", "Richmond", "GB"),
        ("Reporters wait outside the White House on Tuesday", "White House", "US"),
        ("Crowds on the streets of Tacloban after the typhoon", "Tacloban", "PH"),
        ("Taxi drivers block a road in Johannesburg as talks in Cape Town fail", "Johannesburg", "ZA"),
    ],
)
def test_a_town_has_its_country_without_being_told(text: str, name: str, country: str, words: Vocabulary) -> None:
    where = claims(text, words).where
    assert where is not None
    assert name in where.names
    assert where.country == country


def test_what_stands_beside_a_name_decides_between_namesakes(words: Vocabulary) -> None:
    spots = {}
    for text in ("in Portland, Oregon", "in Portland, Maine"):
        where = claims(f"A fire {text}, May 3, 2019", words).where
        assert where is not None
        assert where.longitude is not None
        spots[text] = where.longitude
    assert spots["in Portland, Oregon"] < -120 < -75 < spots["in Portland, Maine"]


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton and Jordan Henderson pose for photographs",
        "The New York Times reported it on Monday",
        "Joe Inc. can help Mary and Paul",
        "A woman looks out of a window",
    ],
)
def test_names_of_persons_and_papers_are_no_towns(text: str, words: Vocabulary) -> None:
    assert claims(text, words).where is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("in Borodyanka, Kyiv region, Ukraine", "in Mariupol, Ukraine", Agreement.CONTRADICTS),
        ("in Milan", "in Turin", Agreement.CONTRADICTS),
        ("in Los Angeles", "in New Orleans", Agreement.CONTRADICTS),
        ("in Nairobi", "in Mombasa", Agreement.CONTRADICTS),
        ("in Borodyanka", "in Бородянка", Agreement.AGREES),
        ("in Bucha, Kyiv region", "in Bucha, Ukraine", Agreement.AGREES),
        ("in Munich", "in Bavaria, Germany", Agreement.AGREES),
        ("in Irpin", "in Bucha", Agreement.AGREES),
        ("in Versailles, France", "in Paris", Agreement.AGREES),
        ("in Potsdam", "in Berlin", Agreement.EXPLAINABLE),
        ("in Kehl, Germany", "in Strasbourg, France", Agreement.EXPLAINABLE),
        ("in Ukraine", "in Kharkiv", Agreement.AGREES),
        ("at the White House", "in Washington", Agreement.AGREES),
        ("in Gaza City", "in Rafah, Gaza Strip", Agreement.EXPLAINABLE),
    ],
)
def test_two_places_are_held_against_each_other_on_the_map(
    one: str, other: str, expected: Agreement, words: Vocabulary
) -> None:
    first, second = f"People {one}, May 3, 2019", f"People {other}, May 3, 2019"
    assert verdict(first, second, words) is expected
    assert verdict(second, first, words) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sevastopol, Crimea", "Russia"),
        ("Sevastopol, Crimea", "Ukraine"),
        ("Hong Kong", "China"),
        ("Taipei, Taiwan", "China"),
        ("Gaza", "Israel"),
        ("Srinagar, Kashmir", "India"),
        ("Pristina, Kosovo", "Serbia"),
    ],
)
def test_what_states_dispute_never_contradicts_by_containment(one: str, other: str, words: Vocabulary) -> None:
    assert verdict(f"A market in {one}", f"A market in {other}", words) is not Agreement.CONTRADICTS


TOWNS = ["Borodyanka", "Kharkiv", "Aleppo", "Lagos", "Manila", "Porto Alegre", "Graz", "Galway", "Osaka", "Boise"]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(TOWNS), st.sampled_from(TOWNS))
def test_the_verdict_is_the_same_with_the_sides_exchanged_and_a_town_agrees_with_itself(one: str, other: str) -> None:
    words = vocabulary()
    there, back = verdict(f"In {one}", f"In {other}", words), verdict(f"In {other}", f"In {one}", words)
    assert there is back
    assert (there is Agreement.AGREES) == (one == other)
