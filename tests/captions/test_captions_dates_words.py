"""Dates in the words of agencies, archives and web pages: which is the photo's, how exact, and what is no date."""

from __future__ import annotations

from datetime import date

import pytest
from builders.captions import claims_of

from provenance.captions.dates import find_dates
from provenance.model.claims import DateRole, Precision, When


def said(when: When | None) -> str | None:
    """A reading in the shortest form that tells its precision."""
    if when is None:
        return None
    if when.precision is Precision.DAY_NO_YEAR:
        return f"--{when.month:02}-{when.day:02}"
    first, last = (day.isoformat() if day else "" for day in (when.first, when.last))
    lengths = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
    return first[: lengths[when.precision]] if when.precision in lengths else f"{first}/{last}"


HOUSES = [
    ("FILE - In this March 4, 2015 file photo, a judge leaves court. (AP Photo/Mara Quill, File)", "2015-03-04"),
    ("FILE - In this 1998 file photo, a baker rests in Lille.", "1998"),
    ("FILE - This 1960s photo shows a diner in Ohio.", "1960-01-01/1969-12-31"),
    ("In this Sunday, Nov. 10, 2019, photo, a shepherd leads his flock near Matera.", "2019-11-10"),
    ("FILE - Houses burn in Ventura, Dec. 5, 2017. A jury met on Monday, March 2, 2020.", "2017-12-05"),
    ("In this image from video provided by Kyodo on Friday, July 8, 2022, a guard runs in Nara.", "2022-07-08"),
    ("A still image taken from a video released on May 2, 2022, shows a shell being fired.", "2022-05-02"),
    ("Nov 10, 2019; Cincinnati, OH, USA; A runner falls. Mandatory Credit: Mara Quill-USA TODAY Sports", "2019-11-10"),
    ("Football - England v Wales - Lens, France - 16/6/16 - A fan sings", "2016-06-16"),
    ("LONDON, ENGLAND - JUNE 05: A guest waves on June 05, 2022 in London. (Mara Quill/Getty)", "2022-06-05"),
    ("NEW YORK, NY - DECEMBER 31, 2014: Revelers wait. (Photo by Mara Quill/Getty Images)", "2014-12-31"),
    ("CIRCA 1975: Photo of a singer (Photo by Archive/Getty Images)", "1975"),
    ("LOS ANGELES - MAY 1: A LATE SHOW with the host during the Tuesday May 1, 2018 show.", "2018-05-01"),
    ("The Duchess (1900 - 2002) with her daughter, 2nd May 1928.", "1928-05-02"),
    ("Portrait of the inventor John Reed (1810 - 1877), 1860s.", "1860-01-01/1869-12-31"),
    ("This handout taken and released by the Press Office on February 24, 2022 shows a minister.", "2022-02-24"),
    ("Firefighters near Athens, Greece, 18 July 2023 (issued 19 July 2023). EPA/MARA QUILL", "2023-07-18"),
    ("05 November 2019, US, San Francisco: A robot car is on a test drive. Photo: Mara Quill/dpa", "2019-11-05"),
    ("ARCHIV - 12.03.2020, Bayern, München: Eine Frau geht durch die Stadt. +++ dpa-Bildfunk +++", "2020-03-12"),
    ("File photo dated 07/07/16 of a politician. Issue date: Friday February 3, 2017.", "2016-07-07"),
    ("Undated file photo of a politician. Issue date: Friday February 3, 2017.", "2017-02-03"),
    ("QINGDAO, May 5, 2022 (Xinhua) -- A worker checks a robot, May 4, 2022. (Xinhua)", "2022-05-04"),
    ("BEIJING, Feb. 15, 2023 (Xinhua) -- Children play in snow. (Xinhua/Mara Quill)", "2023-02-15"),
    ("Image ID: 2A5B19E Credit: Mara Quill/Alamy. Date taken: 11 July 2019", "2019-07-11"),
    ("© Mara Quill / MAXPPP - 07/04/2022", "2022-04-07"),
    ("Oslo 20220407. Statsministeren", "2022-04-07"),
    ("Zentralbild Quill 30.10.89 Leipzig: Montagsdemonstration", "1989-10-30"),
    ("Brasília, 8.jan.2023 - Manifestantes", "2023-01-08"),
    ("Revelers on Christmas Eve 2017 in Bethlehem", "2017-12-24"),
    ("Landing craft, 06JUN1944", "1944-06-06"),
    ("[1916] Soldiers in a trench", "1916"),
    ("Date: 1916 July", "1916-07"),
]  # fmt: skip

WIDER = [
    ("A crowd watches a parade, April 7-9, 2022, in Nice.", "2022-04-07/2022-04-09"),
    ("Children play between 5 and 9 May 2019 in Idlib.", "2019-05-05/2019-05-09"),
    ("Children play between May 5 and May 9, 2019 in Idlib.", "2019-05-05/2019-05-09"),
    ("A tram in Dublin, 8th-9th May 1936.", "1936-05-08/1936-05-09"),
    ("A fair in Leeds, 28.-30.04.2022", "2022-04-28/2022-04-30"),
    ("A fair in Leeds, 30 April/1 May 2022", "2022-04-30/2022-05-01"),
    ("A fair in Leeds, June to August 2018", "2018-06-01/2018-08-31"),
    ("A trench near Verdun, winter of 1916/17.", "1916-12-01/1917-03-31"),
    ("Workers on the line, 1914-1918.", "1914-01-01/1918-12-31"),
    ("Soldiers in a trench [between 1914 and 1918]", "1914-01-01/1918-12-31"),
    ("A loom in Bolton, 19th century.", "1801-01-01/1900-12-31"),
    ("A loom in Bolton in the mid-1950s.", "1953-01-01/1957-12-31"),
    ("A loom in Bolton, from the '60s.", "1960-01-01/1969-12-31"),
    ("A student protest in the late sixties.", "1965-01-01/1969-12-31"),
    ("Szene aus den 1950er Jahren in Hamburg", "1950-01-01/1959-12-31"),
    ("Torino, anni '70. Operai", "1970-01-01/1979-12-31"),
    ("En la década de 1950, un mercado", "1950-01-01/1959-12-31"),
    ("В 1980-х годах в Ташкенте", "1980-01-01/1989-12-31"),
    ("Delegates at the 2016 convention in Cleveland.", "2016"),
    ("Carrying boxes during the 1991 riots.", "1991"),
    ("Fans celebrate the victory in the 2005 Champions League final.", "2005"),
    ("Die Aufnahme von 1961 zeigt den Bau der Mauer.", "1961"),
    ("Zdjęcie z 1944 roku", "1944"),
    ("Жители Ленинграда, 1942 год", "1942"),
    ("1999 yılında Gölcük'te", "1999"),
    ("The glacier in 1941 (left) and 2004.", "1941"),
    ("A loom in Bolton, c1920", "1920"),
]

NONE = [
    "English author Ida Storm (1882 - 1941).",
    "The company said in 2019 that it would close the plant.",
    "He was convicted in 2009 and released in 2014.",
    "The minister, who took office in June 2021, arrives.",
    "The hall is to open in 2027.",
    "Ida Storm, who won gold at the 2012 Olympics, trains in Leeds.",
    "A boat damaged in the 2011 tsunami lies on a roof.",
    "A vigil for the victims of the 2015 attacks",
    "The Sept. 11, 2001, attacks memorial in New York",
    "A hearing of the Jan. 6 committee in Washington",
    "The 7 April Stadium in Rades",
    "A poster ahead of the 7 April 2022 vote hangs in Kyiv",
    "A letter dated 7 April 1943 lies on a table.",
    "A model presents a creation of the Spring/Summer 2023 collection",
    "A 1967 Ford Mustang in Havana",
    "A 1930s house in Miami",
    "The class of 2020 celebrates at Expo 2020",
    "In all, 1945 houses burned; the polls closed at 1900 GMT.",
    "Retail sales fell 2.1% in May 2020, data showed.",
    "The 2019-20 season was suspended.",
    "Phone 0171 2019 400, photo IMG_20190405_101010.jpg, order no. 20150309",
    "ISO 1600, f/2.8, 1/2000 s",
    "Leeds won 3-1-10 in a 5-4-3 formation",
    "Le maire, élu en 2014, à Nice.",
    "La rue du 8 mai 1945 à Nice",
    "Улица 1905 года закрыта с 2014 года",
    "Das 1899 erbaute Rathaus, seit 2015 im Umbau",
    "Raqqa was closed until 7 April 2022",
]


@pytest.mark.parametrize(("text", "expected"), HOUSES)
def test_the_date_of_a_house_style_is_that_of_the_photo(text: str, expected: str) -> None:
    assert said(find_dates(text).main) == expected


@pytest.mark.parametrize(("text", "expected"), WIDER)
def test_what_is_less_exact_than_a_day_is_an_interval_that_says_so(text: str, expected: str) -> None:
    assert said(find_dates(text).main) == expected


@pytest.mark.parametrize("text", NONE)
def test_dates_of_other_things_are_not_the_photos(text: str) -> None:
    assert find_dates(text).main is None


def test_about_a_year_also_means_the_years_around_it() -> None:
    main = find_dates("A loom in Bolton, circa 1920").main
    assert main is not None
    spans = [(reading.first, reading.last) for reading in main.readings()]
    assert spans == [(date(1920, 1, 1), date(1920, 12, 31)), (date(1917, 1, 1), date(1923, 12, 31))]


def test_two_digits_of_a_year_are_the_nearer_century_first() -> None:
    main = find_dates("A boat in the harbour, 13/7/22").main
    assert main is not None
    assert [said(reading) for reading in main.readings()] == ["2022-07-13", "1922-07-13"]


def test_a_month_that_languages_disagree_about_is_two_readings() -> None:
    main = find_dates("Zagreb, 7. listopada 2022.").main
    assert main is not None
    assert {said(reading) for reading in main.readings()} == {"2022-11-07", "2022-10-07"}


WEEKDAYS = [
    ("Friday, April 8, 2022", 4),
    ("piątek, 8 kwietnia 2022", 4),
    ("в пятницу 8 апреля 2022", 4),
    ("у пʼятницю, 8 квітня 2022", 4),
    ("8 Nisan 2022 Cuma günü", 4),
    ("sexta-feira, 8 de abril de 2022", 4),
    ("2022年4月8日", None),
    ("Plácido Domingo 8 de abril de 2022", None),
    ("April 8, 2022, Saturday Night Live", None),
]


@pytest.mark.parametrize(("text", "weekday"), WEEKDAYS)
def test_the_weekday_is_read_on_either_side_of_the_date(text: str, weekday: int | None) -> None:
    main = find_dates(text).main
    assert main is not None
    assert main.weekday == weekday


def test_the_weekday_beside_a_date_settles_which_of_two_readings_is_meant() -> None:
    main = find_dates("Kyiv, Monday 04/05/2021").main
    assert main is not None
    assert main.first == date(2021, 4, 5)


def test_a_weekday_that_has_a_date_beside_it_is_not_counted_from_the_publication() -> None:
    claims = claims_of("A boat burns on Thursday, April 7.", published=date(2022, 4, 9))
    assert [(said(when), when.relative) for when in claims.dates] == [("--04-07", False)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ayer", date(2022, 4, 7)),
        ("вчора", date(2022, 4, 7)),
        ("le mardi", date(2022, 4, 5)),
        ("w środę", date(2022, 4, 6)),
        ("na quarta-feira", date(2022, 4, 6)),
    ],
)
def test_relative_days_of_other_languages_count_from_the_publication(words: str, day: date) -> None:
    when = claims_of(f"Odesa, {words}", published=date(2022, 4, 8)).when
    assert when is not None
    assert (when.first, when.relative) == (day, True)


def test_excerpts_are_the_characters_of_the_text_itself() -> None:
    text = "القاهرة، ٧ أبريل ٢٠٢٢ \u00a0and 8\u00a0April\u00a02022"
    for when in find_dates(text).found:
        assert text[when.excerpt.start : when.excerpt.end] == when.excerpt.text


FIELDS = [
    ("29th September 2015, posted", "2015-09-29"),
    ("2022 (from the trailer)", "2022"),
    ("Recently, in relation to the Assembly Elections 2022", "2022"),
    ("Photo was actually from May 2022.", "2022-05"),
    ("2018-12-24 14:42:14 -05:00", "2018-12-24"),
    ("Before 2017", "1800-01-01/2016-12-31"),
    ("On or shortly after 2020-11-15", "2020-11-15/2020-11-18"),
    ("After 24th February 2022", None),
]


@pytest.mark.parametrize(("field", "expected"), FIELDS)
def test_a_date_field_speaks_of_the_photo_whatever_stands_around_the_date(field: str, expected: str | None) -> None:
    assert said(claims_of("A boat.", date=field, published=date(2020, 11, 18)).when) == expected


def test_a_field_that_names_the_day_of_posting_is_a_release() -> None:
    when = claims_of("A boat.", date="It was first posted on 29 September 2015").when
    assert when is not None
    assert when.role is DateRole.RELEASED
