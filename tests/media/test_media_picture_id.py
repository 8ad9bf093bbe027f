"""The same picture under other metadata has the same id; another picture, or another encoding, has another."""

from __future__ import annotations

import hashlib
import io

import pytest
from builders.files import (
    a_gif,
    a_heic,
    a_jpeg,
    a_png,
    a_scene,
    a_tiff,
    a_webp,
    an_avif,
    with_chunks,
    with_segments,
)
from PIL import Image

from provenance.media.examine import examine
from provenance.media.formats import Format, sniff
from provenance.media.picture import photo_id, picture_id
from provenance.model.limits import LIMITS

CAPTION = {"description": "A street after the rain", "artist": "A. Photographer", "taken": "2022:04:07 10:00:00"}
XMP = {"dc:description": "A street after the rain", "photoshop:Credit": "Agency"}


def identity(data: bytes) -> str:
    format = sniff(data)
    assert format is not None
    return picture_id(data, format)


def test_a_photo_is_its_bytes():
    assert photo_id(b"abc") == hashlib.sha256(b"abc").hexdigest()


@pytest.mark.parametrize("build", [a_jpeg, a_png, a_webp, a_heic, an_avif])
def test_a_caption_written_into_a_file_keeps_the_picture(build):
    bare, captioned = build(width=96, height=64), build(width=96, height=64, xmp=XMP, **CAPTION)
    assert photo_id(bare) != photo_id(captioned)
    assert identity(bare) == identity(captioned)


def test_iptc_a_comment_and_another_segment_order_keep_a_jpegs_picture():
    bare = a_jpeg(width=96, height=64)
    captioned = a_jpeg(width=96, height=64, iptc={"2:120": "Caption"}, comment=b"by hand")
    assert identity(bare) == identity(captioned) == identity(with_segments(bare, [(0xE5, b"x" * 900)]))


def test_what_follows_a_jpeg_is_not_part_of_its_picture():
    bare = a_jpeg(width=96, height=64)
    assert identity(bare) == identity(bare + a_jpeg(seed=9, width=32, height=32)) == identity(bare + b"trailer")


def test_only_the_first_picture_of_an_mpo_counts():
    scenes = [a_scene(seed, 96, 64) for seed in (1, 2, 3)]

    def mpo(second: Image.Image) -> bytes:
        buffer = io.BytesIO()
        scenes[0].save(buffer, "MPO", save_all=True, append_images=[second])
        return buffer.getvalue()

    assert identity(mpo(scenes[1])) == identity(mpo(scenes[2]))


def test_a_progressive_jpeg_is_known_by_all_its_scans():
    jpeg = a_jpeg(width=96, height=64, progressive=True)
    last_scan = jpeg.rindex(b"\xff\xda")
    changed = jpeg[: last_scan + 20] + bytes([jpeg[last_scan + 20] ^ 1]) + jpeg[last_scan + 21 :]
    assert identity(jpeg) != identity(changed)
    assert identity(jpeg) == identity(a_jpeg(width=96, height=64, progressive=True, xmp=XMP))


def test_a_marker_inside_a_table_does_not_end_the_picture():
    # a quantisation table may hold the two bytes that elsewhere end a picture
    jpeg = a_jpeg(width=96, height=64)
    table = jpeg.index(b"\xff\xdb") + 10
    tricky = jpeg[:table] + b"\xff\xd9" + jpeg[table + 2 :]
    assert identity(tricky) != identity(tricky[:-40] + b"\0" + tricky[-39:])


def test_how_a_png_is_cut_into_chunks_does_not_matter():
    png = a_png(width=96, height=64)
    start = png.index(b"IDAT") - 4
    length = int.from_bytes(png[start : start + 4], "big")
    data, rest = png[start + 8 : start + 8 + length], png[start + 12 + length :]
    recut = with_chunks(png[:start], [(b"IDAT", data[:500]), (b"IDAT", data[500:])]) + rest
    assert examine(recut, LIMITS.read).readable
    assert identity(recut) == identity(png)


def test_a_comment_keeps_a_gifs_picture():
    assert identity(a_gif()) == identity(a_gif(comment=b"a caption"))


def test_metadata_keeps_a_tiffs_picture():
    bare = a_tiff(width=96, height=64)
    assert identity(bare) == identity(a_tiff(width=96, height=64, iptc={"2:120": "C"}, xmp=XMP, tags={305: "Editor"}))


@pytest.mark.parametrize("build", [a_jpeg, a_png, a_webp, a_gif, a_tiff, a_heic, an_avif])
def test_another_picture_has_another_id(build):
    ids = {identity(build(seed=seed, width=96, height=64)) for seed in (1, 2, 3)}
    assert len(ids) == 3


def test_another_encoding_is_another_picture():
    assert identity(a_jpeg(quality=90)) != identity(a_jpeg(quality=89))
    assert identity(a_webp()) != identity(a_webp(lossless=True))


def test_the_alpha_channel_and_the_palette_are_part_of_the_picture():
    def saved(image: Image.Image, format: str) -> bytes:
        buffer = io.BytesIO()
        image.save(buffer, format)
        return buffer.getvalue()

    scene = a_scene(width=96, height=64)
    for format in ("PNG", "WEBP"):
        clear, opaque = scene.convert("RGBA"), scene.convert("RGBA")
        clear.putalpha(40)
        assert identity(saved(clear, format)) != identity(saved(opaque, format))
    red, blue = Image.new("P", (8, 8)), Image.new("P", (8, 8))
    red.putpalette([255, 0, 0])
    blue.putpalette([0, 0, 255])
    for format in ("PNG", "GIF"):
        assert identity(saved(red, format)) != identity(saved(blue, format))


def test_what_is_too_odd_to_take_apart_is_known_by_all_its_bytes():
    for odd, format in ((b"\xff\xd8\xff\xe0", Format.JPEG), (b"II*\0\0\0\0\0", Format.TIFF), (b"", Format.HEIF)):
        assert picture_id(odd, format) == photo_id(odd)
