"""Rules that look into one file and speak only where somebody inspects it."""

from __future__ import annotations

import pytest
from builders.cases import a_case, a_fact

from provenance.model.findings import Door, Severity
from provenance.model.limits import RuleLimits
from provenance.model.photo import Fact
from provenance.rules.blocks_disagree import blocks_disagree
from provenance.rules.catalog import RULES
from provenance.rules.edited_after_capture import edited_after_capture
from provenance.rules.impossible_value import impossible_value
from provenance.rules.judge import judge
from provenance.rules.two_packets import two_packets

ALONE = (blocks_disagree, edited_after_capture, two_packets, impossible_value)


def judged(rule, *facts: Fact):
    findings, abstentions = judge(a_case(facts=facts), RuleLimits(), [rule], Door.INSPECT)
    return findings, [one.reason for one in abstentions]


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.id)
def test_they_are_listed_speak_in_inspect_alone_and_are_notes(rule):
    assert rule in RULES
    assert rule.doors == (Door.INSPECT,)
    assert rule.severity is Severity.NOTE


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.id)
def test_a_file_that_says_nothing_is_nothing(rule):
    assert judged(rule) == ((), [])


def test_blocks_that_disagree_are_quoted_with_the_reason():
    ((finding,), _) = judged(
        blocks_disagree,
        a_fact("EXIF DateTimeOriginal", "2020-07-08T09:49:13"),
        a_fact("IPTC-IIM 2:55 DateCreated", "2024-05-30"),
        a_fact("EXIF ModifyDate", "2024-05-30T10:52:06"),
    )
    assert "2020-07-08" in finding.message
    assert "30 May 2024" in finding.message
    assert [one.source for one in finding.evidence] == ["EXIF DateTimeOriginal", "IPTC-IIM 2:55 DateCreated"]
    assert "last save" in finding.innocent[0]


def test_blocks_that_agree_are_nothing():
    same = [a_fact("EXIF Artist", "Ines Halder"), a_fact("XMP dc:creator[0]", "Ines Halder")]
    assert judged(blocks_disagree, *same) == ((), [])


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"EXIF DateTimeOriginal": "2020-07-08T09:49:13", "EXIF ModifyDate": "2020-07-10T10:00:00"},
            "2 days after it was taken",
        ),
        (
            {
                "EXIF DateTimeOriginal": "2014-06-24T15:10:41",
                "EXIF ModifyDate": "2014-06-24T15:18:55",
                "EXIF Software": "Adobe Photoshop CS2 Windows",
            },
            "with Adobe Photoshop CS2 Windows, on the day it was taken",
        ),
        ({"XMP xmpMM:History[0]/stEvt:softwareAgent": "Gimp 2.10 (Linux)"}, "with Gimp 2.10 (Linux)"),
    ],
)
def test_a_save_after_the_exposure_is_told(facts, words):
    ((finding,), _) = judged(edited_after_capture, *(a_fact(*one) for one in facts.items()))
    assert words in finding.message
    assert finding.innocent


@pytest.mark.parametrize(
    "facts",
    [
        {"EXIF DateTimeOriginal": "2020-07-08T09:49:13", "EXIF ModifyDate": "2020-07-08T09:49:13"},
        {"EXIF DateTimeOriginal": "2020-07-08T09:49:13", "EXIF ModifyDate": "2020-07-08T09:49:20"},
        {"EXIF Software": "Ver.1.00", "EXIF DateTimeOriginal": "2020-07-08T09:49:13"},
        {"EXIF ModifyDate": "2020-07-08T09:49:13"},
    ],
)
def test_a_camera_that_writes_its_own_file_is_nothing(facts):
    assert judged(edited_after_capture, *(a_fact(*one) for one in facts.items()))[0] == ()


def test_when_it_was_taken_cannot_be_told_where_the_save_overwrote_it():
    moment = "2020-06-30T08:31:33"
    facts = {"EXIF DateTimeOriginal": moment, "EXIF ModifyDate": moment, "EXIF Software": "Adobe Photoshop 21.2"}
    _, reasons = judged(edited_after_capture, *(a_fact(*one) for one in facts.items()))
    assert "may have overwritten the other" in reasons[0]


def test_two_packets_quote_what_they_say_differently():
    packets = [Fact("XMP dc:description", text, text, "own", block) for block, text in enumerate(("New", "Old"))]
    ((finding,), _) = judged(two_packets, *packets)
    assert "2 XMP blocks; they differ in dc:description" in finding.message
    assert [(one.source, one.text) for one in finding.evidence] == [
        ("XMP[0] dc:description", "New"),
        ("XMP[1] dc:description", "Old"),
    ]


def test_two_packets_that_say_the_same_are_told_all_the_same():
    packets = [Fact("XMP dc:description", "Same", "Same", "own", block) for block in (0, 1)]
    ((finding,), _) = judged(two_packets, *packets)
    assert "they say the same" in finding.message


def test_one_block_of_each_kind_is_nothing():
    assert judged(two_packets, a_fact("EXIF Make", "Canon"), a_fact("XMP tiff:Make", "Canon")) == ((), [])


def test_values_that_cannot_be_are_listed_once_for_both_readers():
    odd = [
        Fact("EXIF DateTimeOriginal", "2022:02:30", "2022:02:30", reader, 0, True) for reader in ("exifread", "pillow")
    ]
    ((finding,), _) = judged(impossible_value, *odd, a_fact("EXIF Make", "Canon"))
    assert finding.message == "One field holds a value that cannot be: EXIF DateTimeOriginal."
    assert [one.text for one in finding.evidence] == ["2022:02:30"]


def test_possible_values_are_nothing():
    assert judged(impossible_value, a_fact("EXIF GPSLatitude", 47.25)) == ((), [])
