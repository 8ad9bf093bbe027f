"""What examining a file promises: the content decides, one bounded decode comes back, a bad file is a result."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from builders.files import a_gif, a_heic, a_jpeg, a_png, a_scene, a_tiff, a_webp, an_avif, with_segments
from PIL import Image

from provenance.media.examine import examine, read_facts
from provenance.model.limits import LIMITS

READ = LIMITS.read
BUILDERS = {
    "JPEG": a_jpeg,
    "PNG": a_png,
    "WEBP": a_webp,
    "GIF": a_gif,
    "TIFF": a_tiff,
    "HEIF": a_heic,
    "AVIF": an_avif,
}


def difference(pixels, image: Image.Image) -> float:
    """The mean difference per channel between decoded pixels and the picture that they should show."""
    shown = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.data)
    wanted = image.convert("RGB").resize(shown.size, Image.Resampling.BOX)
    pairs = zip(shown.tobytes(), wanted.tobytes(), strict=True)
    return sum(abs(one - other) for one, other in pairs) / len(pixels.data)


@pytest.mark.parametrize("format", BUILDERS)
def test_every_format_on_the_list_is_decoded(format):
    examined = examine(BUILDERS[format](width=320, height=240), READ)
    assert (examined.format, examined.width, examined.height, examined.problems) == (format, 320, 240, ())
    assert difference(examined.pixels, a_scene(1, 320, 240)) < 12
    assert examined.preview.format == READ.preview_format
    assert Image.open(io.BytesIO(examined.preview.data)).size == (320, 240)


@pytest.mark.parametrize(
    ("content", "likeness"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "a PostScript or EPS drawing"),
        (b"\n<!DOCTYPE html><html><body>404</body></html>", "a web page"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG drawing"),
        (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41", "a video"),
        (b"IIRO\x08\0\0\0", "a camera's raw file"),
        (b"PK\3\4\x14\0", "a ZIP archive or an office document"),
        (b"8BPS\0\1", "a Photoshop document"),
        (b"Dear desk, the photo is attached.", "plain text"),
    ],
)
def test_what_is_no_photo_is_named(content, likeness):
    examined = examine(content, READ)
    assert not examined.readable
    assert examined.problems[0].kind == "not-a-photo"
    assert likeness in examined.problems[0].sentence
    assert read_facts(content, READ) == ("", (), examined.problems)


def test_formats_off_the_list_are_refused_although_pillow_reads_them():
    for format in ("BMP", "PPM", "ICO", "TGA", "PCX"):
        buffer = io.BytesIO()
        a_scene(width=64, height=64).save(buffer, format)
        assert examine(buffer.getvalue(), READ).problems[0].kind == "not-a-photo"


def test_an_empty_file_says_so():
    assert [problem.kind for problem in examine(b"", READ).problems] == ["empty"]


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (a_tiff(width=64, height=48, tags={0xC612: b"\1\4\0\0"}), "DNG"),
        (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "CR3"),
        (b"FUJIFILMCCD-RAW 0201", "RAF"),
    ],
)
def test_a_raw_file_without_a_preview_says_so(content, format):
    examined = examine(content, READ)
    assert (examined.format, examined.readable) == (format, False)
    assert examined.problems[0].kind == "raw-without-preview"
    assert format in examined.problems[0].sentence


@pytest.mark.parametrize("format", BUILDERS)
def test_too_many_pixels_are_refused_before_anything_is_decoded(format):
    strict = replace(READ, pixels=320 * 240 - 1)
    examined = examine(BUILDERS[format](width=320, height=240), strict)
    assert [problem.kind for problem in examined.problems] == ["too-many-pixels"]


def test_a_picture_that_claims_to_be_enormous_is_refused_quickly():
    jpeg = bytearray(a_jpeg(width=64, height=64))
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = b"\xff\xdc\xff\xdc"
    assert examine(bytes(jpeg), READ).problems[0].kind == "too-many-pixels"


def test_a_large_picture_within_the_limit_raises_no_warning():
    # more than Pillow's own threshold for a warning (89 megapixels), fewer than the limit
    buffer = io.BytesIO()
    Image.new("L", (9600, 9600), 128).save(buffer, "JPEG")
    examined = examine(buffer.getvalue(), READ)
    assert (examined.width, examined.preview.width, examined.problems) == (9600, READ.preview_edge, ())


def test_previews_are_bounded_and_keep_the_shape():
    examined = examine(a_png(width=1500, height=500), READ)
    assert (examined.width, examined.height) == (1500, 500)
    assert (examined.preview.width, examined.preview.height) == (640, 213)
    assert (examined.pixels.width, examined.pixels.height) == (1024, 341)


@pytest.mark.parametrize(
    ("size", "decoded"),
    [
        ((4000, 3000), (1000, 750)),
        ((2000, 3000), (683, 1024)),
        ((1100, 1100), (1024, 1024)),
        ((6000, 300), (1024, 51)),
        ((9, 4000), (2, 1024)),
    ],
)
def test_a_jpeg_is_decoded_small_but_never_too_small(size, decoded):
    buffer = io.BytesIO()
    a_scene(width=500, height=400).resize(size).save(buffer, "JPEG")
    examined = examine(buffer.getvalue(), READ)
    assert (examined.width, examined.height) == size
    assert (examined.pixels.width, examined.pixels.height) == decoded


def test_a_draft_shows_the_same_picture_as_a_full_decode():
    scene = a_scene(3, 2400, 1800)
    assert difference(examine(a_jpeg(scene), READ).pixels, scene) < 4


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "TIFF"])
def test_of_animations_the_first_frame_counts(format):
    first, second = (Image.new("RGB", (80, 60), colour) for colour in ("navy", "orange"))
    buffer = io.BytesIO()
    first.save(buffer, format, save_all=True, append_images=[second])
    examined = examine(buffer.getvalue(), READ)
    assert examined.readable
    assert difference(examined.pixels, first) < 3


def test_of_a_picture_with_several_pictures_the_first_counts():
    buffer = io.BytesIO()
    first, second = a_scene(1, 320, 240), a_scene(2, 160, 120)
    first.save(buffer, "MPO", save_all=True, append_images=[second])
    examined = examine(buffer.getvalue(), READ)
    assert (examined.format, examined.width, examined.height) == ("JPEG", 320, 240)
    assert difference(examined.pixels, first) < 6


def test_a_jpeg_of_too_many_scans_is_not_decoded():
    jpeg = a_jpeg(width=64, height=64)
    scan = jpeg[jpeg.index(b"\xff\xda") : -2]
    assert examine(jpeg[:-2] + scan * 200 + b"\xff\xd9", READ).problems[0].kind == "damaged"


def test_metadata_is_read_although_the_picture_is_damaged():
    jpeg = a_jpeg(artist="Zohra Bensemra", width=64, height=64)
    examined = examine(jpeg[: jpeg.index(b"\xff\xda") + 30], READ)
    assert examined.problems[0].kind == "truncated"
    assert "Zohra Bensemra" in {fact.value for fact in examined.facts}


def test_damaged_metadata_does_not_stop_the_picture():
    broken = with_segments(a_jpeg(width=64, height=64), [(0xE1, b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12" * 90)])
    examined = examine(broken, READ)
    assert examined.readable


def test_reading_facts_gives_what_examining_gives():
    jpeg = a_jpeg(artist="A", iptc={"2:80": "B"}, xmp={"dc:creator": ["C"]})
    examined = examine(jpeg, READ)
    assert read_facts(jpeg, READ) == ("JPEG", examined.facts, examined.problems)


def test_no_sentence_quotes_foreign_words():
    for damaged in (a_jpeg()[:700], a_png()[:400], a_webp()[:300], a_gif()[:90], a_tiff()[:900], a_heic()[:500]):
        for problem in examine(damaged, READ).problems:
            assert problem.sentence.endswith(".")
            assert not any(word in problem.sentence for word in ("Error", "PIL", "<", "_", "cannot identify"))
