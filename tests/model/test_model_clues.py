"""What a file gives away: positions and clocks; and the clocks of countries."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from builders.cases import a_fact
from hypothesis import given
from hypothesis import strategies as st

from provenance.files import load_zones
from provenance.model.clues import clock_of, fix_of
from provenance.model.photo import Fact
from provenance.model.zones import Zones, offset_words

TAKEN, XMP = "EXIF DateTimeOriginal", "XMP photoshop:DateCreated"
ZONES = Zones.from_table(load_zones())
HOUR = timedelta(hours=1)


def clock(**fields: object):
    return clock_of([a_fact(*one) for one in fields.items()])


def some(fields: dict[str, object]) -> list[Fact]:
    return [a_fact(*one) for one in fields.items()]


@pytest.mark.parametrize(
    ("fields", "hours"),
    [
        ({TAKEN: "2020-07-08T09:49:13-04:00", "EXIF OffsetTimeOriginal": "-04:00"}, -4),
        ({TAKEN: "2020-06-05T12:10:01", XMP: "2020-06-05T10:10:01+00:00"}, 2),
        (
            {
                TAKEN: "2020-06-05T01:10:01",
                "IPTC-IIM 2:55 DateCreated": "2020-06-04",
                "IPTC-IIM 2:60 TimeCreated": "19:40:01+00:00",
            },
            5.5,
        ),
        ({TAKEN: "2020-06-05T12:10:01", "EXIF GPSDateStamp": "2020-06-05", "EXIF GPSTimeStamp": "10:09:30"}, 2),
        ({TAKEN: "2014-03-08T16:59:52", "EXIF GPSTimeStamp": "19:59:51"}, -3),
    ],
)
def test_the_clock_is_known_by_its_zone_by_satellites_and_by_a_date_in_utc(fields, hours):
    found = clock_of(some(fields))
    assert found is not None
    assert found.offset == hours * HOUR
    assert len(found.evidence) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {TAKEN: "2020-06-05T12:10:01"},
        {TAKEN: "2020-06-05T12:10:01", XMP: "2020-06-05T12:10:01+00:00"},  # a zone that somebody assumed
        {TAKEN: "2020-06-05T12:10:01", XMP: "2020-06-05T10:10:31+00:00"},  # not the same moment
        {TAKEN: "2020-06-05T12:10:01", XMP: "2021-06-05T10:10:01+00:00"},
        {TAKEN: "2020-06-05T12:10:01", XMP: "2020-06-05T10:10:01"},
        {TAKEN: "2020-06-05T12:10:01", "EXIF GPSDateStamp": "2020-06-05", "EXIF GPSTimeStamp": "10:17:00"},
        {TAKEN: "2020-06-05", XMP: "2020-06-05T10:10:01+00:00"},
        {XMP: "2020-06-05T10:10:01+00:00"},
    ],
)
def test_nothing_is_made_of_dates_that_do_not_tell(fields):
    assert clock_of(some(fields)) is None


def test_a_position_is_the_first_blocks_and_exif_comes_before_xmp():
    fields = {"XMP exif:GPSLatitude": 1.0, "XMP exif:GPSLongitude": 2.0}
    assert fix_of(some(fields)).latitude == 1.0
    both = {**fields, "EXIF GPSLatitude": -33.5, "EXIF GPSLongitude": -70.6}
    found = fix_of(some(both))
    assert (found.latitude, found.longitude) == (-33.5, -70.6)
    assert [one.source for one in found.evidence] == ["EXIF GPSLatitude", "EXIF GPSLongitude"]


@pytest.mark.parametrize(
    "fields",
    [
        {"EXIF GPSLatitude": 0.0, "EXIF GPSLongitude": 0.0},
        {"EXIF GPSLatitude": 12.0},
        {"EXIF GPSLatitude": "12 N", "EXIF GPSLongitude": 3.0},
        {"EXIF GPSLatitude": 91.0, "EXIF GPSLongitude": 3.0},
        {"EXIF GPSLatitude": float("inf"), "EXIF GPSLongitude": 3.0},
    ],
)
def test_what_is_no_position_is_none(fields):
    assert fix_of(some(fields)) is None


def test_a_position_that_cannot_be_is_none():
    odd = Fact("EXIF GPSLatitude", 12.0, "12", "exifread", 0, True)
    assert fix_of([odd, a_fact("EXIF GPSLongitude", 3.0)]) is None


def test_countries_have_the_clocks_of_all_their_zones_on_that_day():
    summer, winter = datetime(2020, 6, 5, 12), datetime(2020, 1, 5, 12)
    assert ZONES.offsets(["ES"], summer) == {HOUR, 2 * HOUR}  # the Canary Islands, and the mainland
    assert ZONES.offsets(["ES"], winter) == {0 * HOUR, HOUR}
    assert ZONES.offsets(["IN"], summer) == {5.5 * HOUR}
    assert len(ZONES.offsets(["US"], summer)) >= 6
    assert ZONES.offsets(["XX"], summer) == frozenset()
    assert Zones({"AA": ("Nowhere/At_All",)}).offsets(["AA"], summer) == frozenset()


@pytest.mark.parametrize(("offset", "words"), [(2 * HOUR, "+02:00"), (-3.5 * HOUR, "-03:30"), (0 * HOUR, "+00:00")])
def test_offsets_are_written_as_in_files(offset, words):
    assert offset_words(offset) == words


@given(st.dictionaries(st.sampled_from([TAKEN, XMP, "EXIF GPSDateStamp", "EXIF GPSTimeStamp"]), st.text(max_size=30)))
def test_no_text_makes_it_stumble(fields):
    clock_of(some({field: text for field, text in fields.items() if text}))
    fix_of(some(fields))


@given(st.datetimes(timezones=st.none()), st.sampled_from(sorted(ZONES.by_country)))
def test_every_moment_has_an_offset_everywhere(moment, country):
    assert all(abs(offset) <= 26 * HOUR for offset in ZONES.offsets([country], moment))
