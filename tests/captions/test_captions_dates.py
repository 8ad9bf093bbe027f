"""Dates: explicit patterns to closed intervals of days, with what they are the dates of."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from builders.captions import claims_of
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.dates import find_dates
from provenance.model.claims import DateRole, Precision, When


def main(text: str) -> When:
    found = find_dates(text).main
    assert found is not None, text
    return found


DAYS = [
    ("Smoke over the port of Odesa, Ukraine April 7, 2022. REUTERS/Mara Quill", date(2022, 4, 7)),
    ("Cleaners sweep a square in Lisbon, Apr. 7, 2022. (AP Photo/Tomas Feld)", date(2022, 4, 7)),
    ("A choir sings in Leeds on 7 April 2022. Ida Storm / AFP", date(2022, 4, 7)),
    ("A choir sings in Leeds on the 7th of April 2022", date(2022, 4, 7)),
    ("A runner rests, Thursday, April 7, 2022, in Austin, Texas. (AP Photo/Tomas Feld)", date(2022, 4, 7)),
    ("epa01234567 A tram in Riga, Latvia, 29 November 2019. EPA/MARA QUILL", date(2019, 11, 29)),
    ("01 Apr 2015, Akron, Ohio, USA --- A library --- Image by © Ida Storm/Corbis", date(2015, 4, 1)),
    ("Photo by Ida Storm/Shutterstock (16520092w) A regatta. Regatta, Cowes, UK - 05 Feb 2026", date(2026, 2, 5)),
    ("Regatta: 2022-04-07", date(2022, 4, 7)),
    ("Regatta: 2022-04-07T10:11:12Z", date(2022, 4, 7)),
    ("HARBOUR, SPAIN - 2022/04/07: A boat", date(2022, 4, 7)),
    ("File photo dated 24-06-2014 of a lighthouse.", date(2014, 6, 24)),
    ("Cologne, 22.07.2019", date(2019, 7, 22)),
    ("Ein Boot in Köln, 7. April 2022. Foto: Jo Stein/dpa", date(2022, 4, 7)),
    ("Un bateau à Lyon, le 7 avril 2022. IDA STORM / AFP", date(2022, 4, 7)),
    ("Un barco en Cádiz, el 7 de abril de 2022", date(2022, 4, 7)),
    ("Una barca a Bari, 7 aprile 2022", date(2022, 4, 7)),
    ("Um barco em Faro, 7 de abril de 2022", date(2022, 4, 7)),
    ("Een boot in Gent, 7 april 2022", date(2022, 4, 7)),
    ("Łódź w Gdyni, 7 kwietnia 2022", date(2022, 4, 7)),
    ("İzmir'de bir tekne, 7 Nisan 2022", date(2022, 4, 7)),
    ("Човен в Одесі, 7 квітня 2022 року", date(2022, 4, 7)),
    ("Лодка в Сочи, 7 апреля 2022 года", date(2022, 4, 7)),
    ("The week in pictures7 April 2022A boat leaves the harbour", date(2022, 4, 7)),
    ("The week in pictures17 Ocotber 2020A boat leaves the harbour", date(2020, 10, 17)),
    ("2022年4月7日、港の船", date(2022, 4, 7)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day_in_the_words_of_a_house_style_is_that_day(text: str, day: date) -> None:
    when = main(text)
    assert (when.precision, when.first, when.last, when.role) == (Precision.DAY, day, day, DateRole.SHOWN)


OTHERS = [
    ("A market in Sofia, April 2022", Precision.MONTH, date(2022, 4, 1), date(2022, 4, 30)),
    ("A market in Sofia in February, 2020", Precision.MONTH, date(2020, 2, 1), date(2020, 2, 29)),
    ("Рынок в апреле 2022", Precision.MONTH, date(2022, 4, 1), date(2022, 4, 30)),
    ("A market in Sofia in 2014.", Precision.YEAR, date(2014, 1, 1), date(2014, 12, 31)),
    ("Tallinn, Estonia, 1975. TASS", Precision.YEAR, date(1975, 1, 1), date(1975, 12, 31)),
    ("Typists in the 1930s.", Precision.DECADE, date(1930, 1, 1), date(1939, 12, 31)),
    ("Typists in the early 1930s.", Precision.DECADE, date(1930, 1, 1), date(1935, 12, 31)),
    ("The fair of March 3-5, 2013", Precision.INTERVAL, date(2013, 3, 3), date(2013, 3, 5)),
    ("The fair, 3–5 March 2013", Precision.INTERVAL, date(2013, 3, 3), date(2013, 3, 5)),
    ("The fair, from March 3 to April 2, 2013", Precision.INTERVAL, date(2013, 3, 3), date(2013, 4, 2)),
    ("Taken between 2013 and 2014", Precision.INTERVAL, date(2013, 1, 1), date(2014, 12, 31)),
    ("A workshop, 2013-2014", Precision.INTERVAL, date(2013, 1, 1), date(2014, 12, 31)),
    ("A tram depot in Iowa in early 2016.", Precision.INTERVAL, date(2016, 1, 1), date(2016, 5, 31)),
]


@pytest.mark.parametrize(("text", "precision", "first", "last"), OTHERS)
def test_wider_dates_keep_their_precision(text: str, precision: Precision, first: date, last: date) -> None:
    when = main(text)
    assert (when.precision, when.first, when.last) == (precision, first, last)


NOT_DATES = [
    "About 2000 people crossed the bridge.",
    "A Boeing 747 lands in Porto.",
    "A violin sold for $1,999 in Bonn.",
    "The nurse, aged 24, waves to 1984 patients.",
    "The Mars 2020 rover on its stand.",
    "They march 30 kilometres and may 5 times rest.",
    "A 2019 Nobel laureate speaks before a 2020 North American tour.",
    "A painter at work yesterday, on Monday and again this week.",
    "©Ida Storm 2021 Harbour Films, Inc.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_numbers_and_days_without_a_publication_are_no_dates(text: str) -> None:
    assert find_dates(text).main is None


BACKGROUND = [
    "closed since 2014",
    "founded in 1998",
    "rebuilt after the 2011 war",
    "born on May 3, 1999",
    "until June 2020",
]


@pytest.mark.parametrize("words", BACKGROUND)
def test_background_dates_are_kept_and_never_the_main_one(words: str) -> None:
    found = find_dates(f"The bakery, {words}, is lit by candles.")
    assert found.main is None
    assert all(when.role is DateRole.BACKGROUND for when in found.found)


def test_a_background_date_does_not_hide_the_date_of_the_photo() -> None:
    assert main("The bakery, founded in 1998, on April 7, 2022").first == date(2022, 4, 7)


ROLES = [
    ("Picture date: Tuesday June 24, 2014.", DateRole.SHOWN),
    ("Issue date: Thursday April 2, 2015.", DateRole.ISSUED),
    ("In this photo released by the harbour office on April 10, 2020", DateRole.RELEASED),
    ("In this April 10, 2020, photo released by the harbour office, a boat burns.", DateRole.SHOWN),
    ("This photo released by the observatory shows a comet on March 9, 2017", DateRole.SHOWN),
    ("BREMEN - AUGUST 20: A swimmer in Bremen.", DateRole.DATELINE),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_what_a_date_is_the_date_of_is_told_from_the_words_around_it(text: str, role: DateRole) -> None:
    assert main(text).role is role


def test_the_labelled_date_wins_over_the_issue_date() -> None:
    when = main("Issue date: Thursday April 2, 2015. File photo dated 24-06-2014 of a lighthouse.")
    assert (when.first, when.role) == (date(2014, 6, 24), DateRole.SHOWN)


def test_the_body_of_a_caption_wins_over_its_dateline() -> None:
    when = main("BREMEN - AUGUST 20: A swimmer on August 20, 2008 in Bremen.")
    assert (when.precision, when.role) == (Precision.DAY, DateRole.SHOWN)


def test_a_day_without_a_year_keeps_month_and_day() -> None:
    when = main("A swimmer on April 7 in Bremen")
    assert (when.precision, when.month, when.day, when.first) == (Precision.DAY_NO_YEAR, 4, 7, None)


def test_a_day_that_may_be_two_days_has_two_readings() -> None:
    days = [reading.first for reading in main("Harbour, 04/05/2022").readings()]
    assert days == [date(2022, 5, 4), date(2022, 4, 5)]


def test_publication_rules_out_a_reading_in_the_future() -> None:
    when = claims_of("Harbour, 04/11/2022", published=date(2022, 4, 12)).when
    assert when is not None
    assert [reading.first for reading in when.readings()] == [date(2022, 4, 11)]


def test_a_weekday_beside_the_date_is_read_with_it() -> None:
    when = main("A runner rests on Friday, April 8, 2022")
    assert (when.weekday, when.excerpt.text) == (4, "Friday, April 8, 2022")


@pytest.mark.parametrize(
    ("words", "day"),
    [("yesterday", date(2022, 4, 7)), ("on Monday", date(2022, 4, 4)), ("today", date(2022, 4, 8))],
)
def test_relative_days_count_from_the_publication(words: str, day: date) -> None:
    when = claims_of(f"A boat burns {words}.", published=date(2022, 4, 8)).when
    assert when is not None
    assert (when.first, when.last, when.relative) == (day, day, True)


@settings(max_examples=60, deadline=None)
@given(
    st.dates(min_value=date(1850, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["%B %-d, %Y", "%-d %B %Y", "%Y-%m-%d", "%-d.%-m.%Y", "%d %b %Y"]),
)
def test_every_day_is_read_back_from_every_way_to_write_it(day: date, style: str) -> None:
    name = calendar.month_name[day.month]
    written = {
        "%B %-d, %Y": f"{name} {day.day}, {day.year}",
        "%-d %B %Y": f"{day.day} {name} {day.year}",
        "%Y-%m-%d": day.isoformat(),
        "%-d.%-m.%Y": f"{day.day}.{day.month}.{day.year}",
        "%d %b %Y": f"{day.day:02} {name[:3]} {day.year}",
    }[style]
    when = main(f"A boat leaves the harbour, {written}.")
    assert (when.precision, when.first) == (Precision.DAY, day)
    assert when.excerpt.text == written
