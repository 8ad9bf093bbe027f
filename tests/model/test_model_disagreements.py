"""Where the blocks of a file contradict each other, and the likely reason; what is normal is no contradiction."""

from __future__ import annotations

import pytest
from builders.cases import a_fact
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.disagreements import disagreements
from provenance.model.meanings import MEANINGS
from provenance.model.photo import Fact

TAKEN, CREATED, TIME = "EXIF DateTimeOriginal", "IPTC-IIM 2:55 DateCreated", "IPTC-IIM 2:60 TimeCreated"
SENT, SENT_TIME, XMP = "IPTC-IIM 1:70 DateSent", "IPTC-IIM 1:80 TimeSent", "XMP photoshop:DateCreated"


def facts(**fields: str) -> list[Fact]:
    return [a_fact(name, value) for name, value in fields.items()]


def found(fields: dict[str, str]) -> list[tuple[str, str]]:
    return [(one.meaning.label, one.reason) for one in disagreements([a_fact(*one) for one in fields.items()])]


@pytest.mark.parametrize(
    "fields",
    [
        {TAKEN: "2020-06-05T12:10:01", CREATED: "2020-06-05", TIME: "10:10:01+00:00"},  # local time and UTC
        {TAKEN: "2020-06-05T12:10:01.25", XMP: "2020-06-05T12:10:01"},
        {TAKEN: "2020-06-05T23:30:00-05:00", XMP: "2020-06-06T04:30:00+00:00"},
        {TAKEN: "2020-06-05T12:10:01", XMP: "2020-06-05"},
        {TAKEN: "2020-06-05T12:10:01", XMP: "2020-06-05T00:00:00+00:00"},  # a day kept as midnight
        {CREATED: "2020-06-05", XMP: "2020-06"},
        {"EXIF Artist": "A. Name;B. Name", "XMP dc:creator[0]": "B. Name"},
        {"EXIF ImageDescription": "OLYMPUS DIGITAL CAMERA", "XMP dc:description": "A ferry leaves Lower Marren."},
        {"IPTC-IIM 2:103 OriginalTransmissionReference": "DV1", "XMP photoshop:TransmissionReference": "-"},
        {"IPTC-IIM 2:90 City": "Lower  Marren", "XMP photoshop:City": "LOWER MARREN"},
        {"EXIF GPSLatitude": 47.1234, "XMP exif:GPSLatitude": 47.12342},
        {"IPTC-IIM 2:5 ObjectName": "FERRY", "XMP dc:title": "536991815"},  # never meant to be alike
    ],
)
def test_what_genuine_files_do_is_no_contradiction(fields):
    assert found(fields) == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (
            {
                XMP: "2014-07-21",
                CREATED: "2014-07-22",
                TIME: "06:20:12+00:00",
                SENT: "2014-07-22",
                SENT_TIME: "06:20:12Z",
            },
            "equals the transmission time",
        ),
        ({TAKEN: "2020-07-08T09:49:13", CREATED: "2024-05-30", "EXIF ModifyDate": "2024-05-30T10:52:06"}, "last save"),
        ({TAKEN: "2014-06-24T15:10:41", XMP: "2015-04-02T15:10:41+00:00"}, "new issue"),
        (
            {TAKEN: "2014-06-24T15:10:41", XMP: "2015-04-02", "XMP dc:description": "File photo of a ferry"},
            "file photo",
        ),
        ({CREATED: "2020-04-10", XMP: "2020-04-12T08:09:10+00:00"}, "some days apart"),
        ({CREATED: "2020-04-10", XMP: "2022-04-12"}, ""),
    ],
)
def test_a_contradiction_of_dates_has_its_likely_reason(fields, reason):
    ((label, words),) = found(fields)
    assert label == "Taken"
    assert reason in words
    assert bool(reason) == bool(words)


def test_a_name_that_its_field_cut_off_is_no_other_name():
    name = "Name Surname for the Guardian Newspapers"
    cut = Fact("IPTC-IIM 2:80 By-line", name[:32], name[:32], "own")
    assert disagreements([cut, a_fact("XMP dc:creator[0]", name)]) == ()
    shorter = Fact("IPTC-IIM 2:110 Credit", name[:31], name[:31], "own")
    assert disagreements([shorter, a_fact("XMP photoshop:Credit", name)]) != ()


def test_values_that_cannot_be_contradict_nothing():
    odd = Fact(TAKEN, "2022:02:30 10:00:00", "2022:02:30 10:00:00", "exifread", 0, True)
    assert disagreements([odd, a_fact(XMP, "2022-02-28")]) == ()


def test_two_readers_of_one_block_are_no_two_blocks():
    here, there = Fact("EXIF Make", "Canon", "Canon", "exifread"), Fact("EXIF Make", "Cano", "Cano", "pillow")
    assert disagreements([here, there]) == ()
    assert disagreements([here, Fact("EXIF Make", "Nikon", "Nikon", "exifread", 1)]) != ()


def test_a_shortened_caption_is_called_so():
    ((label, reason),) = found({"IPTC-IIM 2:120 Caption-Abstract": "A ferry", "XMP dc:description": "A ferry, by X"})
    assert label == "Caption"
    assert "shortened" in reason


FIELDS = [field for meaning in MEANINGS for field in meaning.fields]
VALUES = st.one_of(st.text(max_size=40), st.dates().map(str), st.datetimes().map(lambda one: one.isoformat()))


@given(st.lists(st.tuples(st.sampled_from(FIELDS), VALUES, st.integers(0, 1)), max_size=12))
def test_no_values_make_it_stumble_and_order_does_not_matter(given_facts):
    made = [Fact(field, value, value, "own", block) for field, value, block in given_facts]
    first = {field: one for one in reversed(made) for field in [(one.field, one.block)]}.values()
    forth = {one.meaning for one in disagreements(list(first))}
    back = {one.meaning for one in disagreements(list(first)[::-1])}
    assert forth == back
