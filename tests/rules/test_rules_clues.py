"""Positions, clocks, declared sources, cameras and cut texts: hits, nothings, cannots, and what supports a claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from builders.cases import a_case, a_claim, a_day_without_year, a_fact

from provenance.model.clues import Clock, Fix, Placed, Zoned
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.photo import Fact
from provenance.model.places import Spot, SpotKind
from provenance.rules.camera_shared import camera_shared
from provenance.rules.caption_truncated import caption_truncated
from provenance.rules.corroborate import corroborate
from provenance.rules.declared_synthetic import declared_synthetic
from provenance.rules.future_date import future_date
from provenance.rules.gps_conflict import gps_conflict
from provenance.rules.judge import judge
from provenance.rules.timezone_conflict import timezone_conflict

LIMITS = RuleLimits()
FIX = Fix(50.64, 29.92, (Evidence("EXIF GPSLatitude", "50/1 38/1 24/1"),))
TOWN = Spot("Borodianka", SpotKind.TOWN, "UA", "UA.13", 50.64306, 29.92329, 13832)
PLACED = Placed(FIX, TOWN, frozenset({"UA"}), "Borodyanka", frozenset({"UA"}), 0.4)
HOUR = timedelta(hours=1)
CLOCK = Clock(2 * HOUR, datetime(2020, 6, 5, 12, 10, 1), (Evidence("EXIF DateTimeOriginal", "2020-06-05T12:10:01"),))
ZONED = Zoned(CLOCK, "Spain", frozenset({HOUR, 2 * HOUR}))
SOURCE = "XMP Iptc4xmpExt:DigitalSourceType"


def judged(rule, case=None, /, door=Door.CHECK, **case_fields):
    findings, abstentions = judge(case or a_case(a_claim(), **case_fields), LIMITS, [rule], door)
    return findings, [one.reason for one in abstentions]


def supported(**case_fields) -> list[str]:
    return [one.message for one in corroborate(a_case(**case_fields), LIMITS)]


def test_a_position_in_another_country_is_a_warning():
    far = replace(PLACED, claimed="Gaza", claimed_countries=frozenset({"PS"}), distance=2110.4)
    ((finding,), _) = judged(gps_conflict, placed=far)
    assert finding.severity is Severity.WARNING
    assert "2,110 km from Gaza" in finding.message
    assert "near Borodianka" in finding.message
    assert finding.innocent


def test_a_position_far_away_in_the_same_country_is_a_note():
    ((finding,), _) = judged(gps_conflict, placed=replace(PLACED, claimed="Lviv", distance=430))
    assert finding.severity is Severity.NOTE


def test_a_position_outside_a_country_that_alone_is_claimed_is_a_warning():
    far = replace(PLACED, claimed="Syria", claimed_countries=frozenset({"SY"}), distance=None)
    ((finding,), _) = judged(gps_conflict, placed=far)
    assert finding.severity is Severity.WARNING
    assert "not in the claimed country, Syria" in finding.message


@pytest.mark.parametrize(
    "placed",
    [
        None,
        PLACED,
        replace(PLACED, distance=None),
        replace(PLACED, claimed_countries=frozenset({"PL"}), distance=60),  # near a border
    ],
)
def test_positions_that_fit_and_no_position_are_nothing(placed):
    assert judged(gps_conflict, placed=placed) == ((), [])


@pytest.mark.parametrize(
    ("placed", "reason"),
    [
        (Placed(FIX, TOWN, frozenset({"UA"})), "names no place"),
        (replace(PLACED, claimed_countries=frozenset(), distance=None), "does not know the claimed place"),
        (replace(PLACED, near=None, countries=frozenset(), distance=None), "far from every town"),
    ],
)
def test_positions_that_cannot_be_held_against_anything_are_told(placed, reason):
    findings, reasons = judged(gps_conflict, placed=placed)
    assert findings == ()
    assert reason in reasons[0]


def test_a_clock_that_the_claimed_country_does_not_have_is_a_note():
    ((finding,), _) = judged(timezone_conflict, zoned=replace(ZONED, claimed="Japan", expected=frozenset({9 * HOUR})))
    assert finding.severity is Severity.NOTE
    assert "at +02:00 from UTC; Japan has +09:00" in finding.message


@pytest.mark.parametrize("zoned", [None, ZONED, replace(ZONED, expected=frozenset({3 * HOUR}))])
def test_clocks_that_fit_or_miss_summer_time_are_nothing(zoned):
    assert judged(timezone_conflict, zoned=zoned) == ((), [])


def test_a_clock_without_a_claimed_country_cannot_be_judged():
    findings, reasons = judged(timezone_conflict, zoned=Zoned(CLOCK))
    assert findings == ()
    assert "names no country" in reasons[0]


@pytest.mark.parametrize("field", ["EXIF DateTimeOriginal", "XMP photoshop:DateCreated"])
def test_a_date_to_come_is_a_note(field):
    ((finding,), _) = judged(future_date, facts=[a_fact(field, "2031-01-01T10:00:00")])
    assert finding.severity is Severity.NOTE
    assert "2031" in finding.message


def test_a_claimed_day_to_come_is_a_note():
    ((finding,), _) = judged(future_date, a_case(a_claim(date="2027-03-02")))
    assert "not come yet" in finding.message


@pytest.mark.parametrize("value", ["2026-11-22T08:00:00", "2026-11-21", "2020-01-01", "no date"])
def test_today_and_the_days_around_it_are_nothing(value):
    assert judged(future_date, facts=[a_fact("EXIF DateTimeOriginal", value)]) == ((), [])


def test_a_day_without_its_year_cannot_be_judged():
    _, reasons = judged(future_date, a_case(a_claim(date=a_day_without_year(4, 7))))
    assert "without its year" in reasons[0]


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    ("term", "severity"),
    [
        ("trainedAlgorithmicMedia", Severity.WARNING),
        ("compositeWithTrainedAlgorithmicMedia", Severity.WARNING),
        ("algorithmicMedia", Severity.WARNING),
        ("compositeSynthetic", Severity.WARNING),
        ("softwareImage", Severity.NOTE),
        ("screenCapture", Severity.NOTE),
        ("algorithmicallyEnhanced", Severity.NOTE),
    ],
)
def test_a_declared_source_is_told(scheme, term, severity):
    value = f"{scheme}://cv.iptc.org/newscodes/digitalsourcetype/{term}"
    ((finding,), _) = judged(declared_synthetic, facts=[a_fact(SOURCE, value)])
    assert finding.severity is severity
    assert finding.evidence[0].text == value


@pytest.mark.parametrize(
    "fact",
    [
        a_fact(SOURCE, "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"),
        a_fact(SOURCE, "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits"),
        a_fact(SOURCE, "https://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm"),
        a_fact("EXIF UserComment", "trainedAlgorithmicMedia"),
        a_fact("EXIF Software", "Midjourney"),
        a_fact("XMP dc:description", "AI prompt: a ferry"),
    ],
)
def test_photographs_and_words_elsewhere_are_nothing(fact):
    assert judged(declared_synthetic, facts=[fact]) == ((), [])


def test_a_source_type_of_another_list_cannot_be_judged():
    findings, reasons = judged(declared_synthetic, facts=[a_fact(SOURCE, "https://example.org/types/painting")])
    assert findings == ()
    assert "is not on the IPTC's list" in reasons[0]


def test_the_fields_about_ai_are_read():
    facts = [
        a_fact("XMP Iptc4xmpExt:AISystemUsed", "Firefly"),
        a_fact("XMP Iptc4xmpExt:AISystemVersionUsed", "3"),
        a_fact("XMP Iptc4xmpExt:AIPromptInformation", "a ferry in fog"),
    ]
    ((finding,), _) = judged(declared_synthetic, facts=facts)
    assert finding.severity is Severity.WARNING
    assert "Firefly" in finding.message
    assert len(finding.evidence) == 3


CAMERA = [a_fact("EXIF Make", "Canon"), a_fact("EXIF Model", "EOS R5"), a_fact("EXIF SerialNumber", "042031001234")]


def test_a_camera_credited_to_several_people_is_a_note_of_an_audit():
    case = a_case(facts=CAMERA, camera_creators=("Ines Halder", "Jo Adair"))
    ((finding,), _) = judged(camera_shared, case, door=Door.AUDIT)
    assert finding.severity is Severity.NOTE
    assert "2 people: Ines Halder, Jo Adair" in finding.message
    assert judged(camera_shared, case, door=Door.CHECK) == ((), [])


@pytest.mark.parametrize(
    ("facts", "creators"),
    [
        (CAMERA, ("Ines Halder",)),
        (CAMERA[:2], ("Ines Halder", "Jo Adair")),
        ([*CAMERA[:2], a_fact("EXIF SerialNumber", "00000000")], ("Ines Halder", "Jo Adair")),
    ],
)
def test_one_person_and_no_number_are_nothing(facts, creators):
    assert judged(camera_shared, a_case(facts=facts, camera_creators=creators), door=Door.AUDIT) == ((), [])


def test_a_camera_whose_people_nobody_looked_up_cannot_be_judged():
    _, reasons = judged(camera_shared, a_case(facts=CAMERA), door=Door.AUDIT)
    assert "was not looked up" in reasons[0]


NAME = "Name Surname for the Guardian Newspapers"
CUT = Fact("IPTC-IIM 2:80 By-line", NAME[:32], NAME[:32], "own")


def test_a_credit_that_was_cut_is_told_with_the_whole_where_it_is_known():
    ((finding,), _) = judged(caption_truncated, a_case(facts=[CUT, a_fact("XMP dc:creator[0]", NAME)]), door=Door.AUDIT)
    assert [one.text for one in finding.evidence] == [NAME[:32], NAME]
    ((alone,), _) = judged(caption_truncated, a_case(facts=[CUT]), door=Door.AUDIT)
    assert alone.innocent


def test_texts_that_leave_room_are_nothing():
    facts = [Fact("IPTC-IIM 2:80 By-line", NAME[:31], NAME[:31], "own"), a_fact("XMP dc:creator[0]", NAME[:32])]
    assert judged(caption_truncated, a_case(facts=facts), door=Door.AUDIT) == ((), [])


def test_a_full_caption_that_ends_as_sentences_do_cannot_be_judged():
    caption = ("A ferry leaves the town. " * 90)[:1999] + "."
    findings, reasons = judged(
        caption_truncated, a_case(facts=[a_fact("IPTC-IIM 2:120 Caption-Abstract", caption)]), door=Door.AUDIT
    )
    assert findings == ()
    assert "2,000 characters" in reasons[0]


def test_what_fits_supports_the_claim():
    claim = a_claim(date="2020-06-05", place="Borodyanka", creators="Zohra Bensemra")
    facts = [a_fact(value="2020-06-05T12:10:01"), a_fact("IPTC-IIM 2:80 By-line", "ZOHRA BENSEMRA")]
    assert supported(claim=claim, facts=facts, placed=PLACED, zoned=ZONED) == [
        "The camera's own date is 5 June 2020, which fits the claimed date.",
        "The file's position lies 1 km from Borodyanka.",
        "Local time against UTC implies +02:00, which fits Spain in June.",
        "The file itself names Zohra Bensemra as its creator.",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"placed": replace(PLACED, distance=430)},
        {"zoned": replace(ZONED, expected=frozenset({9 * HOUR}))},
        {"facts": [a_fact(value="2020-06-05T12:10:01"), a_fact("EXIF ModifyDate", "2020-06-05T12:10:01")]},
        {"facts": [a_fact(value="2021-06-05T12:10:01"), a_fact("XMP dc:creator[0]", "Jo Adair")]},
        {"claim_is_own": True, "facts": [a_fact("XMP dc:creator[0]", "Zohra Bensemra")]},
    ],
)
def test_what_does_not_fit_or_says_nothing_supports_nothing(fields):
    claim = a_claim(date="2020-06-05", place="Borodyanka", creators="Zohra Bensemra")
    assert supported(claim=claim, **fields) == []


def test_without_a_claim_nothing_is_supported():
    assert supported(facts=[a_fact()], placed=PLACED, zoned=ZONED) == []
