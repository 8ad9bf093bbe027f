"""Places in captions from everywhere, in many languages and house styles. All texts are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.compare import compare
from provenance.captions.places import find_place
from provenance.captions.reading import read
from provenance.captions.vocabulary import Vocabulary
from provenance.cli.options import vocabulary
from provenance.model.appearance import Standing, Statement
from provenance.model.claims import Agreement, Axis, Where
from provenance.model.limits import LIMITS
from provenance.model.times import Voucher


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary()


def where(text: str, words: Vocabulary, place: str = "") -> Where | None:
    said = Statement("desk", Standing.OFFERED, Voucher.SENDER, "typed", caption=text, place=place)
    return read(said, words, LIMITS.read).where


def verdict(one: str, other: str, words: Vocabulary, place: str = "") -> Agreement:
    said = [
        read(
            Statement("desk", Standing.OFFERED, Voucher.SENDER, "typed", caption=text, place=field), words, LIMITS.read
        )
        for text, field in ((one, place), (other, ""))
    ]
    return next(each.verdict for each in compare(*said) if each.axis is Axis.PLACE)


SHOWN = [
    ("Rescuers carry a man out of a courtyard in Kramatorsk after a strike, 8 April 2022.", "Kramatorsk", "UA"),
    ("KYIV, UKRAINE - APRIL 03: Soldiers inspect a street on April 3, 2022 in Bucha, Ukraine.", "Bucha", "UA"),
    ("WASHINGTON (AP) — Syrian refugees queue outside an office in Berlin, Oct. 7, 2015.", "Berlin", "DE"),
    ("NEW ORLEANS - AUGUST 30: People are rescued from a flooded street on August 30, 2005.", "NEW ORLEANS", "US"),
    ("Tents in Rafah, in the southern Gaza Strip, on January 14, 2024.", "Rafah", "PS"),
    ("A boy in the rebel-held town of Douma, on the eastern outskirts of Damascus.", "Douma", "SY"),
    ("Protesters in Lebanon's northern city of Tripoli, January 2021.", "Tripoli", "LB"),
    ("Fighters in the Libyan capital Tripoli.", "Tripoli", "LY"),
    ("Voters wait in line in Atlanta, Georgia, on June 9, 2020.", "Atlanta", "US"),
    ("A march outside parliament in Tbilisi, Georgia, March 7, 2023.", "Tbilisi", "GE"),
    ("Officers at the scene in Salisbury, Wiltshire, in March 2018.", "Salisbury", "GB"),
    ("A fire in Lebanon, Pennsylvania, on Friday.", "Lebanon", "US"),
    ("A wrestler in El Alto, near La Paz, Bolivia.", "El Alto", "BO"),
    ("Mourners at the border crossing of Medyka, Poland.", "Medyka", "PL"),
    ("Besucher stoßen auf dem Oktoberfest in München an. Foto: Jo Muster/dpa", "München", "DE"),
    ("Des fleurs déposées à Nice, le 16 juillet 2016. © Jo Modèle / AFP", "Nice", "FR"),
    ("Manifestantes en el centro de Barcelona, el 1 de octubre de 2017.", "Barcelona", "ES"),
    ("Coches amontonados en una calle de Paiporta, Valencia, 30 de octubre de 2024.", "Paiporta", "ES"),
    ("Soccorritori tra le macerie di Amatrice dopo il terremoto.", "Amatrice", "IT"),
    ("Bombeiros trabalham na lama em Brumadinho, em janeiro de 2019.", "Brumadinho", "BR"),
    ("Demonstranten in het centrum van Rotterdam op 19 november 2021.", "Rotterdam", "NL"),
    ("Turyści na rynku w Krakowie, 12 lipca 2020. Fot. Jan Wzór/PAP", "Kraków", "PL"),
    ("Uchodźcy na dworcu w Przemyślu, 2 marca 2022.", "Przemyśl", "PL"),
    ("Diyarbakır'da Nevruz kutlaması, 21 Mart 2016.", "Diyarbakır", "TR"),
    ("Зруйнований будинок у Бородянці Київської області, 7 квітня 2022 року.", "Бородянка", "UA"),
    ("Митинг в Грозном, 19 января 2015 года.", "Грозный", "RU"),
    ("Refugees flee the Moria camp on the island of Lesbos on September 9, 2020.", "Lesbos", "GR"),
    ("People crowd the tarmac of the Kabul airport on August 16, 2021.", "Kabul airport", "AF"),
    ("A model at London Fashion Week on 18 September 2020.", "London Fashion Week", "GB"),
]


@pytest.mark.parametrize(("text", "name", "country"), SHOWN)
def test_the_place_shown_and_its_country(text: str, name: str, country: str, words: Vocabulary) -> None:
    found = where(text, words)
    assert found is not None
    assert name in found.names
    assert found.country == country
    assert name in {"Medyka", "El Alto"} or found.latitude is not None


@pytest.mark.parametrize(
    "text",
    [
        "Mary and Joe Plum with their son Lincoln at home, Nov. 2019.",
        "Chelsea Plum and Austin Ford on the red carpet.",
        "The logo of a bank is seen on a smartphone. Illustration: dpa",
        "Manchester United's Tom Plum scores against Chelsea in the Premier League.",
        "The cast of a comedy at the Emmys.",
        "Refugees told their story of the war in Ukraine.",
        "The ambassador of Canada addresses reporters.",
        'A scene from the film "Casablanca".',
    ],
)
def test_persons_clubs_films_and_wars_elsewhere_are_no_places(text: str, words: Vocabulary) -> None:
    assert where(text, words) is None


def test_a_dateline_is_kept_apart_and_explains_a_difference(words: Vocabulary) -> None:
    text = "NAIROBI, Kenya (AP) — A woman votes at a school in Gatundu, Kenya, on March 4, 2013."
    found = where(text, words)
    assert found is not None
    assert (found.names, [place.name for place in found.dateline]) == (("Gatundu",), ["NAIROBI", "Kenya"])
    assert verdict(text, "A woman votes in Mombasa, Kenya", words) is Agreement.CONTRADICTS
    assert verdict(text, "A woman votes in Nairobi", words) is Agreement.EXPLAINABLE


def test_a_field_of_another_town_of_the_country_explains_a_difference(words: Vocabulary) -> None:
    said = "A woman votes at a school in Kisumu."
    assert verdict(said, "A vote in Kisumu, Kenya", words, place="Mombasa, Kenya") is Agreement.EXPLAINABLE
    assert verdict(said, "A vote in Eldoret, Kenya", words, place="Mombasa, Kenya") is Agreement.CONTRADICTS


APART = [
    ("Riot in Birmingham, Alabama", "Riot in Birmingham, England"),
    ("Rally in Bihar", "Rally in Tamil Nadu, India"),
    ("Volunteers in Donetsk region, Ukraine", "Volunteers in Lviv region"),
    ("Взрыв в Харькове", "Взрыв в Одессе"),
    ("People in Badaun district", "People in Unnao district, Uttar Pradesh"),
    ("Mount Cook, New Zealand", "in the Rwenzori Mountains, Uganda"),
]
TOGETHER = [
    ("A house in Irpin, near Kyiv", "Haus in der Region Kiew"),
    ("Odesa region, Ukraine", "A pier in Izmail"),
    ("Mekelle, Tigray", "Shops in Mekele in northern Ethiopia"),
    ("Refugees at the Greek-Macedonian border", "Tents in Idomeni, Greece"),
    ("Firefighters in Paradise, Calif.", "Wildfire in Butte County, California"),
    ("A street in Simferopol, Crimea, Ukraine", "A street in Simferopol, Russia"),
    ("A drought in the East Africa region", "Cattle in Kajiado County, Kenya"),
    ("A farmer in rural villages, India", "A farmer in Madhya Pradesh"),
    ("Washington, D.C.", "A crowd in Washington"),
    ("A tent in Jabalia, northern Gaza Strip", "A tent in Gaza"),
    ("Soweto, South Africa", "A street in Johannesburg"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_places_that_are_not_one(one: str, other: str, words: Vocabulary) -> None:
    assert verdict(one, other, words) is verdict(other, one, words) is Agreement.CONTRADICTS


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_two_names_that_may_be_one_place(one: str, other: str, words: Vocabulary) -> None:
    assert verdict(one, other, words) is verdict(other, one, words)
    assert verdict(one, other, words) in {Agreement.AGREES, Agreement.EXPLAINABLE}


TOWNS = ["Irpin, Ukraine", "Idlib, Syria", "Utrecht, Netherlands", "Recife, Brazil", "Sapporo, Japan", "Thika, Kenya"]


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(TOWNS), st.sampled_from(["A fire in {}", "{}, May 3, 2019", "Smoke near {}.", "{} - A fire"]))
def test_a_place_agrees_with_its_country_and_with_itself(town: str, style: str) -> None:
    words = vocabulary()
    text = style.format(town)
    assert verdict(text, f"A view of a market in {town.partition(', ')[2]}", words) is Agreement.AGREES
    assert verdict(text, f"People in {town.partition(',')[0].upper()}", words) is Agreement.AGREES


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="AKyivin ofthe,.-'()’Київу\x00\n", max_size=120))
def test_any_text_is_answered_and_excerpts_index_into_it(text: str) -> None:
    found = find_place(text, [], [], vocabulary())
    for place in found.places if found else ():
        assert text[place.excerpt.start : place.excerpt.end] == place.excerpt.text


@pytest.mark.parametrize(
    "piece", ["Kyiv, ", "in the city of the town of ", "İstanbul'da ", "in X's Y's ", "(((", "A B C "]
)
def test_long_texts_take_no_longer_by_the_letter(piece: str, words: Vocabulary) -> None:
    began = time.process_time()
    find_place(piece * (100_000 // len(piece)), [], [], words)
    assert time.process_time() - began < 30  # a quarter of a second on a quiet machine
