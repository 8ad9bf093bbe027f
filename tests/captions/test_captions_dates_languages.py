"""Dates in the patterns of the Unicode CLDR data (Babel), written for a day and read back."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date, format_skeleton
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.dates import find_dates
from provenance.model.claims import Precision, When

PRESS = ["en", "en_GB", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "uk", "ru"]
MORE = str.split("cs sk hu ro bg sr sr_Latn hr bs sl mk be lt lv et fi sv da nb is el sq gl ka hy ar ja zh ko vi id ms")
NOT_SHORT = {"en", "sl", "sv", "lt"}  # the month comes first, or the year has two digits in another place

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2035, 12, 31))


def read(text: str) -> When:
    main = find_dates(text).main
    assert main is not None, text
    return main


@settings(max_examples=150, deadline=None)
@given(days, st.sampled_from(PRESS + MORE), st.sampled_from(["long", "medium", "full"]))
def test_a_day_is_read_back_from_every_language_and_pattern(day: date, language: str, pattern: str) -> None:
    written = format_date(day, pattern, locale=language)
    assert day in {reading.first for reading in read(f"X, {written}").readings()}, written


@settings(max_examples=60, deadline=None)
@given(days, st.sampled_from(PRESS))
def test_a_month_is_read_back_from_the_languages_of_the_press(day: date, language: str) -> None:
    written = format_skeleton("yMMMM", day, locale=language)
    main = read(f"X, {written}")
    assert (main.precision, main.first) == (Precision.MONTH, day.replace(day=1)), written


@settings(max_examples=60, deadline=None)
@given(days, st.sampled_from(PRESS))
def test_a_weekday_is_read_with_its_date_in_the_languages_of_the_press(day: date, language: str) -> None:
    written = format_date(day, "full", locale=language)
    assert read(f"X, {written}").weekday == day.weekday(), written


@settings(max_examples=60, deadline=None)
@given(days, st.sampled_from([language for language in PRESS if language not in NOT_SHORT]))
def test_digits_are_read_back_and_every_reading_is_kept(day: date, language: str) -> None:
    written = format_date(day, "short", locale=language)
    assert day in {reading.first for reading in read(f"X, {written}").readings()}, written


IN_A_SENTENCE = [
    ("Київ, 7 квітня 2022 року. Фото: Мара Квіль", date(2022, 4, 7)),
    ("Москва, 9 мая 2020 г. Фото: ТАСС", date(2020, 5, 9)),
    ("Prezydent w Warszawie, 7 kwietnia 2022 r.", date(2022, 4, 7)),
    ("Le président à Paris, le 1er février 2023.", date(2023, 2, 1)),
    ("Un mitin en Madrid el 7 de abril de 2022. EFE", date(2022, 4, 7)),
    ("Il presidente a Roma, 1° maggio 2019", date(2019, 5, 1)),
    ("Ankara'da 7 Nisan 2022'de çekilen fotoğraf", date(2022, 4, 7)),
    ("Der Kanzler am Donnerstag, dem 7. April 2022, im Bundestag", date(2022, 4, 7)),
    ("Demonstratie op de Dam, zaterdag 9 maart 2019", date(2019, 3, 9)),
    ("Manifestantes em Brasília, 8 de janeiro de 2023.", date(2023, 1, 8)),
    ("Београд, 7. априла 2022. године", date(2022, 4, 7)),
    ("Vilnius, 2022 m. balandžio 7 d.", date(2022, 4, 7)),
    ("Rīga, 2022. gada 7. aprīlis", date(2022, 4, 7)),
    ("Budapest, 2022. április 7.", date(2022, 4, 7)),
    ("Hà Nội, ngày 7 tháng 4 năm 2022", date(2022, 4, 7)),
    ("서울, 2022년 4월 7일", date(2022, 4, 7)),
    ("القاهرة، ٧ أبريل ٢٠٢٢", date(2022, 4, 7)),
    ("ירושלים, 7 באפריל 2022", date(2022, 4, 7)),
]


@pytest.mark.parametrize(("text", "day"), IN_A_SENTENCE)
def test_a_day_within_a_caption_of_another_language(text: str, day: date) -> None:
    main = read(text)
    assert (main.precision, main.first) == (Precision.DAY, day)
