"""IPTC-IIM: our own reader, every block and every repetition kept, character sets declared or said to be guessed."""

from __future__ import annotations

import pytest
from builders.files import a_jpeg, a_png, a_tiff, with_chunks, with_segments
from builders.metadata import a_dataset, a_photoshop_resource, an_iim_block
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.media.examine import read_facts
from provenance.media.iim import read_iim
from provenance.model.limits import LIMITS
from provenance.model.photo import Fact

READ = LIMITS.read
PHOTOSHOP = b"Photoshop 3.0\0"


def iptc(data: bytes) -> list[Fact]:
    return [fact for fact in read_facts(data, READ)[1] if fact.field.startswith("IPTC-IIM")]


def values(facts: list[Fact] | tuple[Fact, ...]) -> dict[str, object]:
    return {fact.field: fact.value for fact in facts}


def test_wire_fields_have_their_names():
    facts = values(
        iptc(
            a_jpeg(
                iptc={
                    "1:70": "20220407",
                    "1:80": "142233+0000",
                    "2:5": "SLUG",
                    "2:55": "20220407",
                    "2:60": "101001+0300",
                    "2:80": "Zohra Bensemra",
                    "2:90": "Borodyanka",
                    "2:110": "REUTERS",
                    "2:120": "A destroyed building in Borodyanka.",
                }
            )
        )
    )
    assert facts == {
        "IPTC-IIM 1:70 DateSent": "2022-04-07",
        "IPTC-IIM 1:80 TimeSent": "14:22:33+00:00",
        "IPTC-IIM 1:90 CodedCharacterSet": "UTF-8",
        "IPTC-IIM 2:5 ObjectName": "SLUG",
        "IPTC-IIM 2:55 DateCreated": "2022-04-07",
        "IPTC-IIM 2:60 TimeCreated": "10:10:01+03:00",
        "IPTC-IIM 2:80 By-line": "Zohra Bensemra",
        "IPTC-IIM 2:90 City": "Borodyanka",
        "IPTC-IIM 2:110 Credit": "REUTERS",
        "IPTC-IIM 2:120 Caption-Abstract": "A destroyed building in Borodyanka.",
    }


def test_raw_texts_and_the_reader_are_kept():
    facts, _ = read_iim(an_iim_block({"2:55": "20220407"}, charset=None), READ)
    assert facts == (Fact("IPTC-IIM 2:55 DateCreated", "2022-04-07", "20220407", "own", 0),)


def test_repeated_fields_give_several_facts():
    facts = iptc(a_jpeg(iptc={"2:25": ["rubble", "street", "rubble"]}))
    assert [fact.value for fact in facts if fact.field == "IPTC-IIM 2:25 Keywords"] == ["rubble", "street", "rubble"]


def test_unknown_fields_are_known_by_their_number():
    assert "IPTC-IIM 2:179" in values(iptc(a_jpeg(iptc={"2:179": "x"})))


@pytest.mark.parametrize(
    ("written", "value"), [("20220000", "2022"), ("20220400", "2022-04"), ("2022:04:07", "2022-04-07")]
)
def test_dates_are_as_exact_as_they_are_written(written, value):
    facts, problems = read_iim(an_iim_block({"2:55": written}), READ)
    assert (values(facts)["IPTC-IIM 2:55 DateCreated"], problems) == (value, ())


@pytest.mark.parametrize(
    ("number", "written"),
    [("2:55", "20220230"), ("2:55", "00000000"), ("2:55", "20221300"), ("2:60", "256199"), ("2:60", "101001+9900")],
)
def test_dates_and_times_that_do_not_exist_stay_as_they_stand(number, written):
    facts, problems = read_iim(an_iim_block({number: written}), READ)
    assert facts[-1].value == facts[-1].raw == written
    assert [problem.kind for problem in problems] == ["impossible-value"]


@pytest.mark.parametrize(
    ("block", "guessed"),
    [
        (an_iim_block({"2:90": "Köln"}, charset="utf-8"), False),
        (an_iim_block({"2:90": "Köln"}, charset=None), False),
        (an_iim_block({"2:90": "Köln"}, charset="cp1252"), True),
        (a_dataset("1:90", b"\x1b%G") + a_dataset("2:90", "Köln".encode("latin-1")), True),
        (a_dataset("1:90", b"\x1b.A") + a_dataset("2:90", "Köln".encode("latin-1")), False),
    ],
)
def test_accents_are_read_as_declared_or_guessed_and_said_so(block, guessed):
    facts, problems = read_iim(block, READ)
    assert values(facts)["IPTC-IIM 2:90 City"] == "Köln"
    assert [problem.kind for problem in problems] == ["charset-guessed"] * guessed


@pytest.mark.parametrize(
    "tail",
    [
        b"\x1c\x02\x69\x7f\xffHeadline",
        b"\x1c\x02\x69\x80\x04\x7f\xff\xff\xffx",
        b"\x1c\x02\x69\xff\xffx",
        b"no marker here",
    ],
)
def test_what_stands_before_a_length_past_the_end_is_kept(tail):
    facts, problems = read_iim(an_iim_block({"2:80": "A"}) + tail, READ)
    assert values(facts)["IPTC-IIM 2:80 By-line"] == "A"
    assert [problem.kind for problem in problems] == ["unreadable-metadata"]


def test_a_caption_of_40_kilobytes_is_read_whole():
    caption = "x" * 40_000
    facts, problems = read_iim(an_iim_block({"2:120": caption}), READ)
    assert (facts[-1].value, problems) == (caption, ())


def test_a_resource_may_go_on_in_the_next_segment():
    resource = a_photoshop_resource(an_iim_block({"2:120": "y" * 30_000, "2:80": "A"}), name=b"IPTC")
    jpeg = with_segments(a_jpeg(), [(0xED, PHOTOSHOP + part) for part in (resource[:20_000], resource[20_000:])])
    facts = iptc(jpeg)
    assert values(facts)["IPTC-IIM 2:80 By-line"] == "A"
    assert {fact.block for fact in facts} == {0}


def test_two_blocks_are_two_witnesses():
    segments = [
        (0xED, PHOTOSHOP + a_photoshop_resource(b"other", 0x0425) + a_photoshop_resource(an_iim_block({"2:80": name})))
        for name in ("First", "Second")
    ]
    facts = iptc(with_segments(a_jpeg(), segments))
    assert [(f.block, f.value) for f in facts if "By-line" in f.field] == [(0, "First"), (1, "Second")]


def test_tiff_and_png_hold_it_too():
    block = an_iim_block({"2:80": "A"})
    resource = a_photoshop_resource(block).hex()
    profile = f"\niptc\n{len(resource) // 2:8}\n{resource}\n".encode()
    png = with_chunks(a_png(width=16, height=16), [(b"tEXt", b"Raw profile type iptc\0" + profile)])
    for data in (a_tiff(iptc=block), a_tiff(tags={34377: a_photoshop_resource(block)}), png):
        assert values(iptc(data))["IPTC-IIM 2:80 By-line"] == "A"


NUMBERS = st.sampled_from(["2:5", "2:25", "2:40", "2:80", "2:90", "2:105", "2:110", "2:116", "2:120"])
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    lambda text: text.strip() == text != ""
)


@given(st.lists(st.tuples(NUMBERS, TEXTS), max_size=8))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(written):
    block = b"".join(a_dataset(number, text.encode()) for number, text in written)
    facts, problems = read_iim(a_dataset("1:90", b"\x1b%G") + block, READ)
    read = [(fact.field.split()[1], fact.value) for fact in facts[1:]]
    assert (read, problems) == (written, ())


@given(st.binary(max_size=300), st.integers(0, 60))
@settings(max_examples=150, deadline=None)
def test_no_bytes_raise(noise, cut):
    whole = an_iim_block({"2:55": "20220407", "2:80": "A", "2:120": "B"})
    for block in (noise, b"\x1c\x02" + noise, whole[:cut] + noise):
        read_iim(block, READ)
        read_facts(with_segments(a_small_jpeg, [(0xED, PHOTOSHOP + b"8BIM\4\4\0\0" + block)]), READ)


a_small_jpeg = a_jpeg(width=16, height=16)


def test_facts_beyond_any_camera_are_left_out_and_it_says_so() -> None:
    block = an_iim_block({"2:25": [f"word {number}" for number in range(9_000)]})
    jpeg = a_jpeg(width=64, height=48)
    segments = [(0xED, b"Photoshop 3.0\0" + a_photoshop_resource(block[:60_000])) for _ in range(16)]
    many = with_segments(jpeg, segments)
    _format, facts, problems = read_facts(many, LIMITS.read)
    assert len(facts) == LIMITS.read.facts
    assert "too-much-metadata" in {one.kind for one in problems}
