"""A file that breaks off is refused with a reason, wherever it breaks off."""

from __future__ import annotations

import pytest
from builders.files import a_gif, a_heic, a_jpeg, a_png, a_tiff, a_webp, an_avif, truncated

from provenance.media.examine import examine, read_facts
from provenance.model.limits import LIMITS

METADATA = {"taken": "2022:04:07 10:00:00", "artist": "A"}
FILES = {
    "JPEG": lambda: a_jpeg(width=96, height=64, xmp={"dc:title": "T"}, iptc={"2:120": "C"}, **METADATA),
    "progressive JPEG": lambda: a_jpeg(width=96, height=64, progressive=True, **METADATA),
    "PNG": lambda: a_png(width=96, height=64, xmp={"dc:title": "T"}, **METADATA),
    "WEBP": lambda: a_webp(width=96, height=64, xmp={"dc:title": "T"}, **METADATA),
    "GIF": lambda: a_gif(width=96, height=64, comment=b"c"),
    "TIFF": lambda: a_tiff(width=96, height=64, xmp={"dc:title": "T"}, iptc={"2:120": "C"}),
    "LZW TIFF": lambda: a_tiff(width=96, height=64, compression="tiff_lzw"),
    "HEIF": lambda: a_heic(width=96, height=64, xmp={"dc:title": "T"}, **METADATA),
    "AVIF": lambda: an_avif(width=96, height=64, xmp={"dc:title": "T"}, **METADATA),
}


@pytest.mark.parametrize("name", FILES)
def test_no_cut_raises(name, capfd):
    whole = FILES[name]()
    for cut in range(0, len(whole), max(1, len(whole) // 60)):
        examined = examine(whole[:cut], LIMITS.read)
        assert examined.readable or examined.problems[0].sentence
        assert read_facts(whole[:cut], LIMITS.read)[1] == examined.facts
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("share", [0.6, 0.9])
def test_half_a_file_is_truncated_and_not_shown(name, share):
    examined = examine(truncated(FILES[name](), share), LIMITS.read)
    assert [problem.kind for problem in examined.problems][:1] == ["truncated"]


def test_a_whole_file_with_something_behind_it_is_readable():
    for build in FILES.values():
        assert examine(build() + b"\0" * 100, LIMITS.read).readable
