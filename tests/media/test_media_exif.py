"""EXIF: two readers kept apart, ExifTool's names, values checked and never guessed."""

from __future__ import annotations

import io
import math
import struct

import pytest
from builders.files import a_heic, a_jpeg, a_png, a_tiff, a_webp, an_avif, with_segments
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from provenance.media.examine import read_facts
from provenance.media.exif import read_exif
from provenance.model.limits import LIMITS

READ = LIMITS.read


def facts_of(data: bytes, reader: str | None = None) -> dict[str, object]:
    _, facts, _ = read_facts(data, READ)
    return {fact.field: fact.value for fact in facts if reader in {None, fact.reader}}


def kinds(data: bytes) -> list[str]:
    return [problem.kind for problem in read_facts(data, READ)[2]]


@pytest.mark.parametrize("reader", ["exifread", "pillow"])
@pytest.mark.parametrize("build", [a_jpeg, a_png, a_webp, a_heic, an_avif])
def test_both_readers_read_every_container(build, reader):
    data = build(
        width=64,
        height=48,
        taken="2022:04:07 10:00:00",
        modified="2022:04:08 09:30:00",
        artist="Zohra Bensemra",
        description="A destroyed building",
        make="Canon",
        model="EOS R5",
        software="Editor 1.0",
        gps=(50.64, 29.92, 130.5),
    )
    facts = facts_of(data, reader)
    assert facts["EXIF DateTimeOriginal"] == "2022-04-07T10:00:00"
    assert facts["EXIF ModifyDate"] == "2022-04-08T09:30:00"
    assert facts["EXIF Artist"] == "Zohra Bensemra"
    assert facts["EXIF ImageDescription"] == "A destroyed building"
    assert (facts["EXIF Make"], facts["EXIF Model"], facts["EXIF Software"]) == ("Canon", "EOS R5", "Editor 1.0")
    assert facts["EXIF GPSLatitude"] == pytest.approx(50.64, abs=1e-6)
    assert facts["EXIF GPSLongitude"] == pytest.approx(29.92, abs=1e-6)
    assert facts["EXIF GPSAltitude"] == pytest.approx(130.5)


def test_every_fact_keeps_its_raw_text_and_its_reader():
    _, facts, _ = read_facts(a_jpeg(taken="2022:04:07 10:00:00"), READ)
    dates = [fact for fact in facts if fact.field == "EXIF DateTimeOriginal"]
    assert [(fact.reader, fact.raw, fact.block) for fact in dates] == [
        ("exifread", "2022:04:07 10:00:00", 0),
        ("pillow", "2022:04:07 10:00:00", 0),
    ]


def test_a_zone_is_told_only_where_the_file_gives_one():
    assert facts_of(a_jpeg(taken="2022:04:07 10:00:00"))["EXIF DateTimeOriginal"] == "2022-04-07T10:00:00"
    zoned = facts_of(a_jpeg(taken="2022:04:07 10:00:00", offset="+03:00"))
    assert zoned["EXIF DateTimeOriginal"] == "2022-04-07T10:00:00+03:00"
    assert zoned["EXIF OffsetTimeOriginal"] == "+03:00"


@pytest.mark.parametrize(
    "impossible", ["2022:02:30 10:00:00", "0000:00:00 00:00:00", "2022:04:07 25:00:00", "yesterday", "9" * 60_000]
)
def test_a_date_that_does_not_exist_stays_as_it_stands_and_is_named(impossible):
    data = a_jpeg(width=64, height=48, taken=impossible)
    assert facts_of(data)["EXIF DateTimeOriginal"] == impossible[:2000]
    assert kinds(data) == ["impossible-value"]


def test_a_blank_date_is_unknown_and_no_problem():
    assert kinds(a_jpeg(taken="    :  :     :  :  ")) == []


@pytest.mark.parametrize(("latitude", "longitude"), [(-33.8688, 151.2093), (40.7128, -74.006), (0.0, 0.0)])
def test_hemispheres_become_signs(latitude, longitude):
    for reader in ("exifread", "pillow"):
        facts = facts_of(a_jpeg(width=64, height=48, gps=(latitude, longitude, -12.5)), reader)
        assert facts["EXIF GPSLatitude"] == pytest.approx(latitude, abs=1e-6)
        assert facts["EXIF GPSLongitude"] == pytest.approx(longitude, abs=1e-6)
        assert facts["EXIF GPSAltitude"] == -12.5


def a_gps_block(latitude: list[tuple[int, int]], letter: str | None = "N") -> bytes:
    """An EXIF block with a latitude of any fractions, and perhaps no hemisphere."""
    entries = [] if letter is None else [struct.pack("<HHI4s", 1, 2, 2, letter.encode() + b"\0")]
    first = 8 + 2 + 12 + 4
    values = first + 2 + 12 * (len(entries) + 1) + 4
    entries.append(struct.pack("<HHII", 2, 5, len(latitude), values))
    main = struct.pack("<HHHII", 1, 0x8825, 4, 1, first) + b"\0" * 4
    gps = struct.pack("<H", len(entries)) + b"".join(entries) + b"\0" * 4
    return b"II*\0\x08\0\0\0" + main + gps + b"".join(struct.pack("<II", *one) for one in latitude)


@pytest.mark.parametrize(
    ("latitude", "letter"),
    [
        ([(48, 0), (0, 1), (0, 1)], "N"),
        ([(91, 1), (0, 1), (0, 1)], "N"),
        ([(48, 1), (0, 1), (0, 1)], None),
        ([(48, 1), (0, 1), (0, 1)], "Q"),
        ([(0, 0), (0, 0), (0, 0)], "N"),
    ],
)
def test_a_place_that_cannot_be_is_no_number(latitude, letter):
    facts, problems = read_exif(a_gps_block(latitude, letter), READ)
    values = [fact.value for fact in facts if fact.field == "EXIF GPSLatitude"]
    assert len(values) == 2
    assert all(isinstance(value, str) for value in values)
    assert {problem.kind for problem in problems} == {"impossible-value"}


@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1)), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_latitude_is_a_place_on_earth_or_no_number(latitude):
    for fact in read_exif(a_gps_block(latitude, "S"), READ)[0]:
        if fact.field == "EXIF GPSLatitude" and not isinstance(fact.value, str):
            assert math.isfinite(fact.value)
            assert -90 <= fact.value <= 0


def test_numbers_have_exiftools_shape():
    image, buffer = Image.new("RGB", (8, 8)), io.BytesIO()
    exif = Image.Exif()
    exif.get_ifd(0x8769).update({0x829A: 0.005, 0x829D: 2.8, 0x8827: 400, 0x9209: 16, 0xA432: (24.0, 70.0, 2.8, 2.8)})
    image.save(buffer, "JPEG", exif=exif.tobytes())
    for reader in ("exifread", "pillow"):
        facts = facts_of(buffer.getvalue(), reader)
        assert facts["EXIF ExposureTime"] == pytest.approx(0.005)
        assert facts["EXIF FNumber"] == pytest.approx(2.8)
        assert (facts["EXIF ISO"], facts["EXIF Flash"]) == (400, 16)
        assert facts["EXIF LensInfo"] == "24 70 2.8 2.8"


@pytest.mark.parametrize("text", ["Ägypten, Übersee – „Zitat“", "Київ, Україна", "写真"])
def test_utf_8_texts_are_read_by_both_readers(text):
    data = a_jpeg(description=text, artist=text)
    for reader in ("exifread", "pillow"):
        assert facts_of(data, reader)["EXIF ImageDescription"] == text


def test_texts_of_older_programs_are_read_as_western_european():
    block = b"II*\0\x08\0\0\0" + struct.pack("<HHHII", 1, 0x010E, 2, 8, 26) + b"\0" * 4 + b"K\xf6ln \x85\0\0"
    values = {fact.value for fact in read_exif(block, READ)[0] if fact.field == "EXIF ImageDescription"}
    assert values == {"Köln …"}


def test_user_comments_and_windows_texts_are_decoded():
    image, buffer = Image.new("RGB", (8, 8)), io.BytesIO()
    exif = Image.Exif()
    exif[0x9C9B] = "Übergabe".encode("utf-16-le") + b"\0\0"
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "Grüße".encode("utf-16-le")
    image.save(buffer, "JPEG", exif=exif.tobytes())
    facts = facts_of(buffer.getvalue())
    assert facts["EXIF XPTitle"] == "Übergabe"
    assert facts["EXIF UserComment"] == "Grüße"


def test_several_blocks_are_several_witnesses():
    first, second = a_jpeg(artist="First"), a_jpeg(artist="Second")
    exif = second[second.index(b"Exif\0\0") : second.index(b"\xff\xe0", 30)]
    _, facts, _ = read_facts(with_segments(first, [(0xE1, exif)]), READ)
    artists = {(fact.block, fact.value) for fact in facts if fact.field == "EXIF Artist"}
    assert artists == {(0, "Second"), (1, "First")}


def test_the_thumbnails_directory_is_kept_apart():
    thumbnail = struct.pack("<HHHIHHI", 1, 0x0112, 3, 1, 6, 0, 0)
    main = struct.pack("<HHHIHHI", 1, 0x0112, 3, 1, 1, 0, 26)
    facts, _ = read_exif(b"II*\0\x08\0\0\0" + main + thumbnail, READ)
    for reader in ("exifread", "pillow"):
        values = {fact.field: fact.value for fact in facts if fact.reader == reader}
        assert (values["EXIF Orientation"], values["EXIF-thumbnail Orientation"]) == (1, 6)


def test_a_tiff_is_its_own_exif_block():
    facts = facts_of(a_tiff(width=64, height=48, tags={315: "A. Photographer"}))
    assert facts["EXIF Artist"] == "A. Photographer"
    assert (facts["EXIF ImageWidth"], facts["EXIF ImageHeight"]) == (64, 48)
    assert "EXIF StripOffsets" not in facts


@pytest.mark.parametrize("pointer", [0x8825, 0x8769, 0xA005, 0x014A])
def test_a_block_that_points_at_itself_over_and_over_is_not_worked_on(pointer):
    entries = struct.pack("<HHII", pointer, 4, 1, 8) * 5000
    facts, problems = read_exif(b"II*\0\x08\0\0\0" + struct.pack("<H", 5000) + entries + b"\0" * 4, READ)
    assert facts == ()
    assert [problem.kind for problem in problems] == ["too-much-metadata"]


def test_entries_that_are_not_there_are_not_waited_for():
    block = b"II*\0\x08\0\0\0" + struct.pack("<H", 0xFFFF) + b"\0" * 20
    assert [problem.kind for problem in read_exif(block, READ)[1]] == ["too-much-metadata"]


def test_a_chain_of_directories_ends():
    block = b"II*\0\x08\0\0\0" + b"".join(struct.pack("<HI", 0, 14 + 6 * index) for index in range(5000))
    assert [problem.kind for problem in read_exif(block, READ)[1]] == ["too-much-metadata"]


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_bytes_raise(noise):
    for start in (b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0", b""):
        read_exif(start + noise, READ)


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_no_mutation_of_a_real_block_raises_or_prints(data):
    jpeg = a_jpeg(width=16, height=16, taken="2022:04:07 10:00:00", artist="A", gps=(1.5, -2.5, 3.0), orientation=6)
    block = bytearray(jpeg[jpeg.index(b"Exif\0\0") + 6 : jpeg.index(b"\xff\xe0", 30)])
    for position in data.draw(st.lists(st.integers(0, len(block) - 1), min_size=1, max_size=8)):
        block[position] = data.draw(st.sampled_from([0, 1, 2, 4, 5, 7, 12, 0x7F, 0x80, 0xFF]))
    read_exif(bytes(block), READ)
