"""Every block of a file is told with its place and its hash, before any decoder runs, within limits."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import replace

import pytest
from builders.containers import (
    a_directory_file,
    a_small_jpeg,
    an_exif_with_thumbnail,
    an_mpf_file,
    box,
    credentials_segments,
    some_credentials,
    with_exif,
)
from builders.files import (
    a_gif,
    a_heic,
    a_jpeg,
    a_png,
    a_scene,
    a_tiff,
    a_webp,
    an_avif,
    truncated,
    with_chunks,
    with_segments,
)
from builders.metadata import a_dataset, a_photoshop_resource, an_xmp_packet
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.media.examine import examine, read_facts
from provenance.media.inside import look_inside
from provenance.model.inside import BlockKind
from provenance.model.limits import LIMITS
from provenance.report.inspect_raw import raw_blocks

READ = LIMITS.read
SCENE = a_scene(1, 96, 64)
XMP = {"dc:description": "A street after the rain", "photoshop:City": "Marren"}
EXIF = {"taken": "2022:04:07 10:00:00", "artist": "Photographer"}
FULL = {
    "JPEG": a_jpeg(SCENE, iptc={"2:120": "A street"}, xmp=XMP, comment=b"by hand", **EXIF),
    "PNG": a_png(SCENE, xmp=XMP, **EXIF),
    "WEBP": a_webp(SCENE, xmp=XMP, **EXIF),
    "TIFF": a_tiff(SCENE, iptc={"2:120": "A street"}, xmp=XMP),
    "HEIF": a_heic(SCENE, xmp=XMP, **EXIF),
    "AVIF": an_avif(SCENE, xmp=XMP, **EXIF),
    "GIF": a_gif(comment=b"by hand"),
}


def blocks(data, *kinds):
    return [one for one in look_inside(data, READ).blocks if not kinds or one.kind in kinds]


def the_bytes(data, block):
    return b"".join(data[a:b] for a, b in block.stretches or ((block.offset, block.offset + block.length),))


@pytest.mark.parametrize("format", FULL)
def test_a_blocks_hash_is_that_of_its_bytes_in_the_file(format):
    data = FULL[format]
    assert blocks(data)
    for block in blocks(data):
        assert block.sha256 == hashlib.sha256(the_bytes(data, block)).hexdigest()
        assert block.length == len(the_bytes(data, block)) > 0


@pytest.mark.parametrize(
    ("format", "kinds"),
    [
        ("JPEG", {"EXIF", "XMP", "Photoshop", "IPTC-IIM", "comment", "other"}),
        ("PNG", {"EXIF", "XMP"}),
        ("WEBP", {"EXIF", "XMP"}),
        ("TIFF", {"EXIF", "XMP", "IPTC-IIM"}),
        ("HEIF", {"EXIF", "XMP"}),
        ("AVIF", {"EXIF", "XMP"}),
        ("GIF", {"comment"}),
    ],
)
def test_every_block_of_a_container_is_told(format, kinds):
    assert kinds <= {block.kind.value for block in blocks(FULL[format])}


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
def test_every_fact_with_a_place_is_found_there(format):
    data = FULL[format]
    inside = {(block.kind.value, block.number): block for block in blocks(data)}
    placed = [fact for fact in read_facts(data, READ)[1] if fact.offset is not None and fact.raw.isalpha()]
    assert placed
    for fact in placed:
        block = inside[fact.field.split(" ")[0].replace("EXIF-thumbnail", "EXIF"), fact.block]
        start = block.offset + fact.offset
        assert fact.raw.encode() in data[start : start + fact.length]


def test_every_field_of_a_directory_is_listed_whoever_reads_it():
    data = with_exif(FULL["JPEG"], a_directory_file([{271: "Maker", 0x8769: [{0x927C: b"maker's notes", 0xFE00: 7}]}]))
    (exif, *_) = blocks(data, BlockKind.EXIF)
    places = {field.name: field for field in exif.fields}
    assert {"EXIF Make", "EXIF MakerNote", "EXIF 0xfe00"} <= places.keys()
    start = exif.offset + places["EXIF MakerNote"].offset
    assert data[start : start + places["EXIF MakerNote"].length] == b"maker's notes"


def test_iptc_in_a_photoshop_block_is_a_block_of_its_own():
    photoshop, iim = blocks(FULL["JPEG"], BlockKind.PHOTOSHOP, BlockKind.IIM)
    assert photoshop.offset < iim.offset < iim.offset + iim.length <= photoshop.offset + photoshop.length
    assert [field.name for field in iim.fields] == [
        "IPTC-IIM 1:90 CodedCharacterSet",
        "IPTC-IIM 2:120 Caption-Abstract",
    ]


def test_iptc_that_goes_on_in_the_next_segment_stands_in_two_parts():
    resource = a_photoshop_resource(a_dataset("2:120", b"x" * 900))
    head = b"Photoshop 3.0\0"
    data = with_segments(a_jpeg(SCENE), [(0xED, head + resource[:500]), (0xED, head + resource[500:])])
    (iim,) = blocks(data, BlockKind.IIM)
    assert (len(iim.stretches), iim.verbatim, iim.length) == (2, False, 905)


def test_several_packets_are_numbered_as_their_facts_are():
    packets = [an_xmp_packet({"dc:description": text}) for text in ("first", "second")]
    data = with_segments(a_jpeg(SCENE), [(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + one) for one in packets])
    facts = {fact.block: fact.value for fact in read_facts(data, READ)[1]}
    for block in blocks(data, BlockKind.XMP):
        assert facts[block.number].encode() in the_bytes(data, block)


def test_credentials_cut_into_segments_are_one_block_in_parts():
    store = some_credentials(150_000)
    data = with_segments(a_jpeg(SCENE), credentials_segments(store))
    (told,) = blocks(data, BlockKind.C2PA)
    assert (len(told.stretches), the_bytes(data, told)) == (3, store)


@pytest.mark.parametrize(
    "data",
    [
        with_chunks(a_png(SCENE), [(b"caBX", some_credentials(300))]),
        a_heic(SCENE) + box(b"uuid", bytes.fromhex("d8fec3d61b0e483c92975828877ec481") + some_credentials(300)),
        a_tiff(SCENE, tags={52545: some_credentials(300)}),
    ],
    ids=["PNG", "HEIF", "TIFF"],
)
def test_credentials_are_found_in_every_container(data):
    (told,) = blocks(data, BlockKind.C2PA)
    assert some_credentials(300) in the_bytes(data, told)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "HEIF"])
def test_what_follows_the_container_is_told(format):
    tail = b"PK\3\4 and so on" if format != "HEIF" else b"\0\0\0\3moov"
    (trailer,) = blocks(FULL[format] + tail, BlockKind.TRAILER)
    assert (trailer.offset, trailer.length) == (len(FULL[format]), len(tail))
    assert format == "HEIF" or trailer.label == "a ZIP archive or an office document"


def test_what_stands_between_segments_is_told():
    jpeg = a_jpeg(SCENE)
    (gap,) = blocks(jpeg[:20] + b"stowaway" + jpeg[20:], BlockKind.GAP)
    assert (gap.offset, gap.length) == (20, 8)
    assert not blocks(jpeg[:20] + b"\xff\xff\xff" + jpeg[20:], BlockKind.GAP)  # bytes to fill up are allowed


def test_further_pictures_and_what_stands_between_them_are_told():
    small, other = a_small_jpeg(SCENE, 64, 48), a_small_jpeg(SCENE, 32, 24)
    data = an_mpf_file(a_jpeg(SCENE), [(0x010001, small), (0, other)]) + b"tail"
    pictures = blocks(data, BlockKind.PICTURE)
    assert [the_bytes(data, one) for one in pictures] == [small, other]
    assert [one.label for one in pictures] == ["large thumbnail (VGA)", "further picture"]
    assert [one.length for one in blocks(data, BlockKind.TRAILER)] == [4]


def test_a_comment_says_what_it_says():
    assert [block.text for block in blocks(FULL["JPEG"], BlockKind.COMMENT)] == ["by hand"]
    assert [block.label for block in blocks(with_chunks(a_png(SCENE), [(b"tEXt", b"Title\0A street")]))] == [
        "tEXt Title"
    ]


def test_beyond_sixty_four_blocks_of_a_kind_the_file_says_so_and_is_read_all_the_same():
    head = b"http://ns.adobe.com/xap/1.0/\0"
    packets = [an_xmp_packet({"dc:title": f"number {number}"}) for number in range(100)]
    data = with_segments(a_jpeg(SCENE), [(0xE1, head + packet) for packet in packets])
    assert len(blocks(data, BlockKind.XMP)) == 64
    examined = examine(data, READ)
    assert examined.readable
    assert any("100 blocks of XMP data" in problem.sentence for problem in examined.problems)
    assert {f"number {number}" for number in range(16)} <= {fact.value for fact in examined.facts}


def test_beyond_the_limit_of_all_metadata_what_came_before_is_kept():
    strict = replace(READ, metadata_bytes=2_000)
    head = b"http://ns.adobe.com/xap/1.0/\0"
    packets = [an_xmp_packet(XMP), b"x" * 3_000]
    data = with_segments(a_jpeg(SCENE), [(0xE1, head + packet) for packet in packets])
    _format, facts, problems = read_facts(data, strict)
    assert [fact.value for fact in facts] == ["A street after the rain", "Marren"]
    assert [problem.kind for problem in problems] == ["too-much-metadata"]


def test_beyond_a_hundred_scans_the_blocks_are_told_and_nothing_is_decoded():
    jpeg = a_jpeg(SCENE, comment=b"by hand")
    scan = jpeg[jpeg.index(b"\xff\xda") : -2]
    data = jpeg[:-2] + scan * 100 + jpeg[-2:]
    assert not examine(data, READ).readable
    assert [block.text for block in blocks(data, BlockKind.COMMENT)] == ["by hand"]


def test_directories_that_follow_one_another_in_a_circle_are_listed_once():
    block = bytearray(an_exif_with_thumbnail(a_small_jpeg(SCENE, 32, 24)))
    block[-4:] = block[4:8]
    (exif,) = blocks(with_exif(a_jpeg(SCENE), bytes(block)), BlockKind.EXIF)
    assert sorted(field.name for field in exif.fields) == sorted(
        ["EXIF Make", "EXIF-thumbnail Compression", "EXIF-thumbnail ThumbnailOffset", "EXIF-thumbnail ThumbnailLength"]
    )


def test_directories_within_one_another_end_at_the_limit():
    directory = {271: "innermost"}
    for _ in range(100):
        directory = {330: [directory], 270: "x"}
    (exif,) = blocks(with_exif(a_jpeg(SCENE), a_directory_file([directory])), BlockKind.EXIF)
    assert len(exif.fields) == 2 * (READ.nesting + 1)


def test_a_length_beyond_the_files_end_ends_the_walk_and_keeps_what_came_before():
    data = bytearray(with_segments(a_jpeg(SCENE), [(0xFE, b"first"), (0xFE, b"second")]))
    at = data.index(b"second") - 2
    data[at : at + 2] = b"\xff\xff"
    assert [block.text for block in blocks(bytes(data), BlockKind.COMMENT)] == ["first"]
    png = bytearray(with_chunks(a_png(SCENE), [(b"tEXt", b"a\0b"), (b"tEXt", b"c\0d")]))
    struct.pack_into(">I", png, png.index(b"c\0d") - 8, 0x7FFFFFFF)
    assert [block.label for block in blocks(bytes(png))] == ["tEXt a"]


@pytest.mark.parametrize("format", FULL)
@settings(max_examples=20, deadline=None)
@given(share=st.floats(0, 1), at=st.integers(0, 5_000), byte=st.integers(0, 255))
def test_whatever_the_bytes_are_the_walk_ends_within_the_file(format, share, at, byte):
    broken = bytearray(FULL[format])
    broken[at % len(broken)] = byte
    for data in (truncated(FULL[format], share), bytes(broken)):
        for block in blocks(data):
            for start, end in block.stretches or ((block.offset, block.offset + block.length),):
                assert 0 <= start <= end <= len(data)


def test_an_extended_packet_belongs_to_the_one_that_names_it():
    guid = hashlib.md5(b"any").hexdigest().upper().encode()
    extended = an_xmp_packet({"photoshop:Instructions": "x" * 300})
    main = an_xmp_packet({"dc:title": guid.decode()})
    parts = [(at, extended[at : at + 400]) for at in range(0, len(extended), 400)]
    head = b"http://ns.adobe.com/xmp/extension/\0"
    segments = [(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet) for packet in (an_xmp_packet(XMP), main)]
    segments += [(0xE1, head + guid + struct.pack(">II", len(extended), at) + part) for at, part in parts]
    data = with_segments(a_jpeg(SCENE), segments)
    told = blocks(data, BlockKind.XMP_EXTENDED)
    assert [block.number for block in told] == [1] * len(parts)
    rendered, left = raw_blocks(blocks(data), read_facts(data, READ)[1])
    fields = {field.name: one.block for one in rendered for field in one.fields}
    assert fields["XMP photoshop:Instructions"] == told[0]
    assert left == []
