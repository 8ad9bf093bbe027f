"""JSON: schema 1, strictly valid, whatever came from outside."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from builders.cases import NOW, a_case, a_claim, a_fact, a_known_photo, a_match, a_testimony, an_id
from builders.verdicts import (
    a_cannot_tell,
    a_collage,
    a_crop,
    a_hold,
    a_not_found,
    a_same_moment,
    a_same_scene,
    a_seen,
    an_altered,
    an_ok,
    an_unreadable,
    decided,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from provenance.model.case import Searched
from provenance.model.isolation import Isolation
from provenance.model.photo import Fact, Problem
from provenance.report.inspect import Inspection, inspect_object, render_facts
from provenance.report.layout import columns
from provenance.report.objects import check_object, ingest_object

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "check-1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def json_line(made: dict[str, object]) -> str:
    return json.dumps(made, ensure_ascii=False, allow_nan=False)


@pytest.mark.parametrize(
    "verdict",
    [
        *(a_hold(), an_ok(), a_seen(), a_same_scene(), a_not_found(), an_unreadable()),
        *(a_crop(), an_altered(), a_collage(), a_same_moment(), a_cannot_tell()),
    ],
)
def test_every_answer_follows_the_schema(verdict):
    VALIDATOR.validate(json.loads(json_line(check_object(verdict))))


def test_the_schema_itself_is_valid_and_refuses_what_it_should():
    Draft202012Validator.check_schema(SCHEMA)
    made = check_object(a_hold())
    assert not VALIDATOR.is_valid({**made, "summary": "nonsense"})
    assert not VALIDATOR.is_valid({key: value for key, value in made.items() if key != "not_judged"})


def test_ids_are_whole_and_what_was_not_measured_is_null():
    made = check_object(a_hold())
    (match,) = made["matches"]
    assert (made["photo"], match["photo"]) == (an_id("this"), an_id("known"))
    assert (match["kept"], match["altered"], match["region"]) == (0.83, None, None)
    assert (match["relation"], match["verdict"]) == (["mirrored", "cropped"], "same-photo")
    assert made["searched"] == {"photos": 41_203, "newest": "2026-11-21"}
    assert (made["family"], made["notices"], made["decisions"]) == (None, [], [])
    assert made["isolation"] == "none"


def test_what_was_measured_about_a_crop_is_there():
    (match,) = check_object(a_crop())["matches"]
    assert (match["kept"], match["of_this"], match["overlaid"]) == (0.48, 0.98, 0.09)
    assert (match["shown"], match["mirrored"], match["angle"]) == ([0.3, 0.25, 1.0, 1.0], True, None)
    assert (match["changes"], match["same_moment"], match["points"]) == ([], False, None)


def test_changed_areas_stand_in_pixels_of_the_checked_picture():
    made = check_object(an_altered())
    assert (made["summary"], made["width"], made["height"]) == ("altered", 1200, 800)
    (change,) = made["matches"][0]["changes"]
    assert change == {"kind": "content", "box": [60, 560, 330, 770], "share": 0.07}


def test_the_best_copy_is_an_object_and_null_where_there_is_none_or_several_photos():
    best = {"photo": an_id("known"), "files": ["wire/b.jpg"], "width": 1600, "height": 1067}
    assert check_object(a_crop())["best_copy"] == best
    none = (a_collage(), a_same_scene(), a_same_moment(), a_cannot_tell(), a_not_found(), an_unreadable())
    assert [check_object(verdict)["best_copy"] for verdict in none] == [None] * 6


def test_each_photo_of_a_collage_has_its_own_region():
    first, second = check_object(a_collage())["matches"]
    assert (first["files"], first["region"][0]) == (["wire/left.jpg"], [20, 100])
    assert (second["files"], second["region"][2]) == (["wire/right.jpg"], [1180, 580])


def test_the_three_answers_are_told_apart():
    made = [check_object(verdict) for verdict in (a_seen(), a_same_moment(), a_cannot_tell())]
    assert [one["matches"][0]["verdict"] for one in made] == ["same-photo", "same-scene", "cannot-tell"]
    assert [one["summary"] for one in made] == ["seen-not-judged", "same-scene", "same-scene"]
    assert [one["matches"][0]["same_moment"] for one in made] == [False, True, False]


def test_appearances_stand_in_time_order_with_their_standing_and_published_span():
    appearances = check_object(a_hold())["matches"][0]["appearances"]
    assert [one["standing"] for one in appearances] == ["record", "record", "published", "offered"]
    assert appearances[2]["published"] == ["2022-04-08T10:00:00+00:00", "2022-04-10T11:59:59+00:00"]
    assert appearances[1]["credit"] == "Reuters / Zohra Bensemra"
    assert [one["superseded"] for one in appearances] == [True, False, False, False]


def test_findings_carry_what_a_decision_needs():
    finding = check_object(a_hold())["findings"][0]
    assert (finding["rule"], finding["severity"], finding["confidence"]) == (
        "seen-before-claimed-date",
        "error",
        "high",
    )
    assert finding["innocent"]
    assert finding["evidence"][0].keys() == {"source", "text"}


def test_infinite_numbers_become_null():
    corners = ((0.0, 0.0), (float("inf"), 0.0), (float("nan"), 1.0), (0.0, 1.0))
    known = a_known_photo(match=a_match(region=corners))
    case = a_case(known=[known], facts=[a_fact("EXIF FNumber", float("inf"))])
    made = json.loads(json_line(check_object(decided(case))), parse_constant=pytest.fail)
    assert made["matches"][0]["region"] == [[0.0, 0.0], [None, 0.0], [None, 1.0], [0.0, 1.0]]
    assert made["facts"][0]["value"] is None
    VALIDATOR.validate(made)


@given(st.text(st.characters(categories=["Cs", "Cc", "Cf", "L", "Z"]), max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_strict_json_that_utf_8_can_carry(text):
    known = a_known_photo(a_testimony(caption=text), files=(text,))
    case = a_case(a_claim(text), [known], file=text, facts=[a_fact(value=text)], problems=[Problem("x", text or "x")])
    line = json_line(check_object(decided(case)))
    made = json.loads(line)
    VALIDATOR.validate(made)
    line.encode("utf-8")


def test_an_empty_archive_has_no_newest():
    empty = dataclasses.replace(a_not_found(), searched=Searched(0, None))
    assert check_object(empty)["searched"] == {"photos": 0, "newest": None}


def test_inspect_names_reader_and_block():
    fact = dataclasses.replace(a_fact(value="2022-04-07T10:11:12", raw="2022:04:07 10:11:12"), block=1)
    made = inspect_object(
        Inspection(
            "a.jpg",
            an_id("this"),
            [fact],
            [Problem("xmp", "The XMP is damaged.", "It was skipped.")],
            (),
            Isolation.FULL,
        )
    )
    assert made.pop("credentials")["state"] == "absent"
    assert made == {
        "file": "a.jpg",
        "photo": an_id("this"),
        "facts": [
            {
                "field": "EXIF DateTimeOriginal",
                "value": "2022-04-07T10:11:12",
                "raw": "2022:04:07 10:11:12",
                "reader": "exifread",
                "block": 1,
            }
        ],
        "problems": ["The XMP is damaged."],
        "findings": [],
        "isolation": "full",
        "corroborations": [],
        "embedded": [],
    }


def test_inspect_says_where_a_fact_stands_and_what_cannot_be():
    odd = Fact("IPTC-IIM 2:55 DateCreated", "20220230", "20220230", "own", 0, True, 36, 8)
    (made,) = inspect_object(Inspection("a.jpg", None, [odd], []))["facts"]
    assert (made["offset"], made["length"], made["impossible"]) == (36, 8, True)


def inspected(*facts, problems=(), findings=()):
    return render_facts(Inspection("a.jpg", an_id("this"), list(facts), list(problems), list(findings)))


def test_fields_that_say_the_same_stand_together_under_the_question_they_answer():
    text = inspected(
        a_fact("EXIF Artist", "Zohra Bensemra"),
        a_fact("XMP dc:creator[0]", "Zohra Bensemra"),
        a_fact("EXIF ColorSpace", 1.0),
        problems=[Problem("xmp", "The XMP is damaged.", "It was skipped.")],
    )
    who = text[text.index("WHO") :]
    assert "Zohra Bensemra [EXIF Artist, XMP dc:creator]" in who
    assert "Problem: The XMP is damaged. It was skipped." in text
    assert "1 further field for machines" in text


def test_readers_are_named_only_where_they_differ():
    one = a_fact("EXIF Make", "Canon")
    same = inspected(one, dataclasses.replace(one, reader="pillow"))
    other = inspected(one, dataclasses.replace(one, reader="pillow", value="Cano"))
    assert "pillow" not in same
    assert "(as exifread reads it)" in other
    assert "(as pillow reads it)" in other


def test_blocks_that_differ_stand_out_with_the_likely_reason():
    text = inspected(
        a_fact("XMP photoshop:DateCreated", "2014-07-21T08:00:00+00:00"),
        a_fact("IPTC-IIM 2:55 DateCreated", "2014-07-22"),
        a_fact("IPTC-IIM 2:60 TimeCreated", "06:20:12+00:00"),
        a_fact("IPTC-IIM 1:70 DateSent", "2014-07-22"),
        a_fact("IPTC-IIM 1:80 TimeSent", "06:20:12+00:00"),
    )
    assert "These disagree. IPTC-IIM 2:55 DateCreated equals the transmission time." in " ".join(text.split())


def test_what_cannot_be_is_marked_where_it_stands():
    odd = dataclasses.replace(a_fact("EXIF DateTimeOriginal", "2022:02:30 10:00:00"), impossible=True)
    said = Problem("impossible-value", "The field EXIF DateTimeOriginal holds an impossible value.")
    text = inspected(odd, problems=[said])
    assert "2022:02:30 10:00:00 [EXIF DateTimeOriginal (impossible)]" in text
    assert "Problem" not in text


def test_long_and_hostile_values_stay_within_eighty_columns():
    text = inspected(a_fact("XMP dc:creator", "\x1b[2J" + "x" * 2000), a_fact("XMP dc:description", "漢" * 900))
    assert r"\x1b[2J" in text
    assert max(columns(line) for line in text.split("\n")) <= 80


def test_a_file_without_metadata_is_normal():
    assert "That is normal" in inspected()


def test_ingest_tells_status_and_problems():
    made = ingest_object("caf\udce9.jpg", None, "unreadable", [Problem("empty", "The file is empty.", "Ask again.")])
    problems = ["The file is empty."]
    assert made == {
        "file": "caf\ufffd.jpg",
        "photo": None,
        "status": "unreadable",
        "problems": problems,
        "isolation": None,
    }


def test_now_is_not_part_of_the_object():
    later = dataclasses.replace(a_hold(), case=dataclasses.replace(a_hold().case, now=NOW.replace(hour=20)))
    assert check_object(later) == check_object(a_hold())
