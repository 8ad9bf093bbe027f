"""Files made to attack: no bytes raise, warn or print, and none keep the reader busy."""

from __future__ import annotations

import random
import struct
import time
import zlib

import pytest
from builders.files import a_gif, a_heic, a_jpeg, a_png, a_tiff, a_webp, an_avif, with_chunks, with_segments
from builders.metadata import a_photoshop_resource
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.media.examine import examine, read_facts
from provenance.model.limits import LIMITS

READ = LIMITS.read
METADATA = {"artist": "A", "taken": "2022:04:07 10:00:00", "xmp": {"dc:title": "T"}}
WHOLE = {
    "JPEG": a_jpeg(width=48, height=32, iptc={"2:120": "C"}, **METADATA),
    "progressive": a_jpeg(width=48, height=32, progressive=True),
    "PNG": a_png(width=48, height=32, **METADATA),
    "WEBP": a_webp(width=48, height=32, **METADATA),
    "GIF": a_gif(width=48, height=32, comment=b"c"),
    "TIFF": a_tiff(width=48, height=32, iptc={"2:120": "C"}, xmp={"dc:title": "T"}),
    "LZW": a_tiff(width=48, height=32, compression="tiff_lzw"),
    "HEIF": a_heic(width=48, height=32, **METADATA),
    "AVIF": an_avif(width=48, height=32, **METADATA),
}
STARTS = [
    b"",
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"RIFF\xff\xff\0\0WEBP",
    b"GIF89a",
    b"II*\0\x08\0\0\0",
    b"MM\0+\0\x08\0\0\0\0\0\0\0\0\0\x10",
    b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf\0\0\1\0meta\0\0\0\0",
]


@given(st.sampled_from(STARTS), st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_random_bytes_raise(start, noise):
    examined = examine(start + noise, READ)
    assert examined.readable or examined.problems


@pytest.mark.parametrize("name", WHOLE)
def test_no_mutation_of_a_real_file_raises_warns_or_prints(name, capfd):
    chance = random.Random(name)
    for _ in range(40):
        mutated = bytearray(WHOLE[name])
        for _ in range(chance.randint(1, 12)):
            mutated[chance.randrange(len(mutated))] = chance.choice([0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)])
        data = bytes(mutated)
        assert examine(data, READ).facts == read_facts(data, READ)[1]
    assert capfd.readouterr().err == ""


def test_libraries_keep_their_words_to_themselves(capfd):
    samples_per_pixel = struct.pack("<HHI", 277, 3, 1)
    tiff = bytearray(WHOLE["TIFF"])
    at = tiff.index(samples_per_pixel)
    tiff[at + 8 : at + 10] = b"\xff\x7f"
    broken_text = b"II*\0\x08\0\0\0" + struct.pack("<HHHII", 1, 0x010E, 2, 9, 26) + b"\0" * 4 + b"\xff\xfe\x80abc\0\0\0"
    for data in (bytes(tiff), with_segments(WHOLE["JPEG"], [(0xE1, b"Exif\0\0" + broken_text)])):
        examine(data, READ)
    assert capfd.readouterr() == ("", "")


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


MEGABYTES = 8 << 20
FLOODS = {
    "fill bytes": lambda: WHOLE["JPEG"][:2] + b"\xff" * MEGABYTES + WHOLE["JPEG"][2:],
    "comments": lambda: WHOLE["JPEG"][:2] + b"\xff\xfe\0\2" * (MEGABYTES // 4) + WHOLE["JPEG"][2:],
    "EXIF segments": lambda: with_segments(WHOLE["JPEG"], [(0xE1, b"Exif\0\0II*\0")] * 20_000),
    "split resources": lambda: with_segments(
        WHOLE["JPEG"], [(0xED, b"Photoshop 3.0\0" + b"8BIM\4\4\0\0\0\0\xff\0"), *[(0xED, b"Photoshop 3.0\0x")] * 20_000]
    ),
    "empty resources": lambda: with_segments(
        WHOLE["JPEG"], [(0xED, b"Photoshop 3.0\0" + a_photoshop_resource(b"") * 5_000)] * 40
    ),
    "restart markers": lambda: WHOLE["JPEG"][:-2] + b"\xff\xd0" * (MEGABYTES // 2) + b"\xff\xd9",
    "chunks": lambda: WHOLE["PNG"][:33] + chunk(b"tEXt", b"") * (MEGABYTES // 12) + WHOLE["PNG"][33:],
    "text bomb": lambda: with_chunks(WHOLE["PNG"], [(b"zTXt", b"Comment\0\0" + zlib.compress(b" " * (4 * MEGABYTES)))]),
    "extensions": lambda: WHOLE["GIF"][:-1] + b"\x21\xfe\0" * (MEGABYTES // 16) + b";",
    "frames": lambda: WHOLE["WEBP"] + b"ABCD\0\0\0\0" * (MEGABYTES // 8),
    "boxes": lambda: WHOLE["HEIF"] + b"\0\0\0\x08free" * (MEGABYTES // 8),
    "directories": lambda: b"II*\0\x08\0\0\0" + b"".join(struct.pack("<HI", 0, 14 + 6 * at) for at in range(200_000)),
    "overlapping values": lambda: (
        b"II*\0\x08\0\0\0"
        + struct.pack("<H", 5000)
        + struct.pack("<HHII", 0x010E, 2, MEGABYTES // 2, 8) * 5000
        + b"a" * MEGABYTES
    ),
}


@pytest.mark.parametrize("name", FLOODS)
def test_floods_are_walked_in_passing(name):
    data = FLOODS[name]()
    begun = time.process_time()
    examined = examine(data, READ)
    assert time.process_time() - begun < 50  # seconds; each takes well under one, and minutes without the limits
    assert examined.readable or examined.problems


def test_more_metadata_than_is_read_is_left_out_and_named():
    packet = b"<x/>" + b" " * 60_000
    flood = with_segments(WHOLE["JPEG"], [(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)] * 300)
    examined = examine(flood, READ)
    assert examined.readable
    assert "too-much-metadata" in {problem.kind for problem in examined.problems}


def test_a_list_of_problems_stays_short():
    dates = b"".join(b"\x1c\x02\x37\0\x0820221399" for _ in range(500))
    resource = a_photoshop_resource(dates)
    examined = examine(with_segments(WHOLE["JPEG"], [(0xED, b"Photoshop 3.0\0" + resource)]), READ)
    assert len(examined.problems) < 30
