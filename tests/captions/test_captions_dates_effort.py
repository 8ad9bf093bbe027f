"""Reading dates is total, repeatable, and takes time in proportion to the text, whatever the text is made of."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.dates import find_dates, read_date_field

MOST_TIMES_A_SCAN = 600
"""Reading takes about a hundred times as long as finding the words; by the square of the length, many thousands."""

FRAGMENTS = [
    "2014", "1914-18", "April 7, 2022", "7 April", "1/1/11", "2022-04-", "the ", "in the ", "during the 2014 ", "who ",
    "early ", "’60s", "photo from ", "released ", "Monday", "©", ",", ".", " ", "-", "(", "年", "5月7日", "12 tháng 3",
    "c. ", "to ", "will ", "FILE", "circa ", "19th century", "Aa", "1", "\u00a0", "\u200f", "٢", "née ", "\n", "’",
    "A. ", "Ö", "в ", "году", "'", "seven ",
]  # fmt: skip
HOSTILE = ["2014, ", "Monday ", "April 7, 2022 ", "the ", "7 April ", "at the 2014 World ", "1", "a. A"]


def seconds(work: Callable[[], object]) -> float:
    best = 1e9
    for _ in range(2):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return max(best, 1e-4)


def times_a_scan(text: str) -> float:
    scan = seconds(lambda: sum(1 for _ in re.finditer(r"\w{1,20}|\W", text)))
    return seconds(lambda: find_dates(text, date(2022, 4, 8))) / scan


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hundred_thousand_hostile_characters_take_time_in_proportion(unit: str) -> None:
    assert times_a_scan((unit * 100_000)[:100_000]) < MOST_TIMES_A_SCAN


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4))
def test_no_repetition_of_fragments_takes_more_than_time_in_proportion(unit: list[str]) -> None:
    text = ("".join(unit) * 20_000)[:20_000]
    assert times_a_scan(text) < MOST_TIMES_A_SCAN


texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join),
    st.from_regex(r"[0-9./ -]{0,40}"),
)


@settings(max_examples=200, deadline=None)
@given(texts, st.none() | st.dates())
def test_any_text_is_read_and_every_excerpt_is_in_it(text: str, published: date | None) -> None:
    for dates in (find_dates(text, published), read_date_field(text, published)):
        assert dates.main is None or dates.main in dates.found
        for when in dates.found:
            assert text[when.excerpt.start : when.excerpt.end] == when.excerpt.text


@settings(max_examples=60, deadline=None)
@given(texts)
def test_reading_the_same_text_again_says_the_same(text: str) -> None:
    assert find_dates(text) == find_dates(text)


@settings(max_examples=60, deadline=None)
@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2035, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%B %Y", "%d.%m.%Y"]),
)
def test_the_excerpt_of_a_date_read_by_itself_is_the_same_date(day: date, style: str) -> None:
    first = find_dates(f"A boat in Nice, {day.strftime(style)}. REUTERS/Mara Quill").main
    assert first is not None
    again = find_dates(first.excerpt.text).main
    assert again is not None
    assert (again.precision, again.first, again.last) == (first.precision, first.first, first.last)
