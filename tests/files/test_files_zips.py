"""ZIPs are read in place, within limits; what is hostile in them is refused with a sentence."""

from __future__ import annotations

import pickle
import random
import time
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from builders.documents import a_folder
from builders.zips import a_zip, with_a_link, with_flags, with_raw_name, with_shared_bytes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.errors import UnreadableFileError
from provenance.files import FoundZip, find_all
from provenance.model.limits import ReadLimits
from provenance.zips.contents import Contents, beside, contents
from provenance.zips.member import Member

JPEG = b"\xff\xd8\xff\xe0 the beginning of a JPEG" + bytes(random.Random(1).randbytes(4000))
LIMITS = ReadLimits()


def look(folder: Path, data: bytes, limits: ReadLimits = LIMITS) -> Contents:
    a_folder(folder, {"in/wire.zip": data})
    (found,) = find_all([folder / "in"])
    assert isinstance(found, FoundZip)
    return contents(found.file, limits)


def refused(folder: Path, data: bytes, limits: ReadLimits = LIMITS) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        look(folder, data, limits)
    assert "wire.zip" in caught.value.sentence
    return caught.value.kind


def problems(inside: Contents) -> list[str]:
    return [problem.kind for problem in inside.problems]


def only(inside: Contents) -> Member:
    (member,) = inside.photos
    return member


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_photos_and_documents_are_found_and_read_in_place(tmp_path: Path, method: int) -> None:
    files = {"b/two.jpg": JPEG + b"2", "a.JPG": JPEG, "story.html": b"<html>", "b/film.mp4": b"..", "b/no-name": JPEG}
    inside = look(tmp_path, a_zip(files, method=method, comment=b"from the desk"))
    assert [one.relative for one in inside.photos] == ["a.JPG", "b/no-name", "b/two.jpg"]
    assert [one.relative for one in inside.documents] == ["story.html"]
    assert (inside.passed, inside.problems) == (1, ())
    photo = inside.photos[2]
    assert photo.read(LIMITS) == JPEG + b"2"
    assert photo.display == str(tmp_path / "in" / "wire.zip") + "/b/two.jpg"
    assert pickle.loads(pickle.dumps(photo)).read(LIMITS) == JPEG + b"2"
    assert sorted(one.name for one in (tmp_path / "in").iterdir()) == ["wire.zip"]


def test_sidecars_lie_beside_their_photo(tmp_path: Path) -> None:
    inside = look(tmp_path, a_zip({"x/a.jpg": JPEG, "x/a.txt": b"A crane.", "a.txt": b"Another."}))
    members = {one.relative: one for one in inside.documents}
    assert [one.relative for one in beside(members, only(inside).relative, ("a.xmp", "a.txt"))] == ["x/a.txt"]


@pytest.mark.parametrize("name", ["../a.jpg", "x/../../a.jpg", "/etc/a.jpg", "..\\a.jpg", "C:/a.jpg", "c:\\x\\a.jpg"])
def test_names_that_lead_out_of_the_zip_are_not_read(tmp_path: Path, name: str) -> None:
    inside = look(tmp_path, a_zip({name: JPEG, "good.jpg": JPEG}))
    assert (problems(inside), only(inside).relative) == (["zip-name"], "good.jpg")


def test_links_encrypted_nested_and_repeated_files_are_told(tmp_path: Path) -> None:
    assert problems(look(tmp_path, with_a_link("link.jpg", "/etc/passwd"))) == ["zip-link"]
    assert problems(look(tmp_path, with_flags(a_zip({"a.jpg": JPEG}), 1))) == ["zip-encrypted"]
    assert problems(look(tmp_path, a_zip({"inner.zip": a_zip({"a.jpg": JPEG})}))) == ["zip-nested"]
    assert problems(look(tmp_path, a_zip({"a.jpg": JPEG}, method=zipfile.ZIP_LZMA))) == ["zip-method"]
    twice = look(tmp_path, a_zip([("a.jpg", JPEG), ("a.jpg", JPEG + b"second")]))
    assert problems(twice) == ["zip-repeated"]
    assert only(twice).read(LIMITS) == JPEG


def test_names_without_the_mark_of_utf8_are_read_as_far_as_they_can_be(tmp_path: Path) -> None:
    plain = a_zip({"caXX.jpg": JPEG, "xxxx.jpg": JPEG})
    named = with_raw_name(
        with_raw_name(plain, b"caXX.jpg", "ca\N{LATIN SMALL LETTER E WITH ACUTE}.jpg".encode()),
        b"xxxx",
        b"\xff\xfe\xfdx",
    )
    inside = look(tmp_path, named)
    assert inside.photos[0].relative == "ca\N{LATIN SMALL LETTER E WITH ACUTE}.jpg"
    assert [one.read(LIMITS) for one in inside.photos] == [JPEG, JPEG]


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    inside = look(tmp_path, a_zip({"big.jpg": JPEG[:4] + bytes(40_000_000)}))
    began = time.process_time()
    with pytest.raises(UnreadableFileError) as caught:
        only(inside).read(LIMITS)
    assert caught.value.kind == "zip-bomb"
    assert time.process_time() - began < 10
    with pytest.raises(UnreadableFileError) as caught:
        only(inside).read(replace(LIMITS, file_bytes=1000))
    assert caught.value.kind == "too-large"
    assert refused(tmp_path, with_shared_bytes(a_zip({"aaaa.jpg": JPEG}), 50)) == "zip-bomb"
    assert refused(tmp_path, a_zip({"a.jpg": JPEG}), replace(LIMITS, zip_bytes=100)) == "zip-bomb"
    assert refused(tmp_path, a_zip({"a.jpg": JPEG, "b.jpg": JPEG}), replace(LIMITS, zip_members=1)) == "zip-too-many"
    assert refused(tmp_path, a_zip({"a.jpg": JPEG}), replace(LIMITS, zip_directory_bytes=10)) == "zip-too-many"


def test_a_file_that_is_larger_than_it_says_is_damaged(tmp_path: Path) -> None:
    member = only(look(tmp_path, a_zip({"a.jpg": JPEG})))
    for lie in (replace(member, size=100), replace(member, size=10_000), replace(member, crc=1)):
        with pytest.raises(UnreadableFileError) as caught:
            lie.read(LIMITS)
        assert caught.value.kind == "zip-damaged"


@pytest.mark.parametrize(
    "data",
    [
        a_zip({"a.jpg": JPEG}, comment=b"PK\x05\x06" + bytes(40)),
        b"PK\x03\x04",
        b"PK\x03\x04 and no end",
        b"PK\x05\x06",
        a_zip({"a.jpg": JPEG})[:-30],
    ],
)
def test_what_is_no_whole_zip_is_told(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data) == "zip-damaged"


def test_an_empty_zip_holds_nothing(tmp_path: Path) -> None:
    assert look(tmp_path, a_zip({})) == Contents((), (), (), 0)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_zips_are_answers(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(a_zip({"a.jpg": JPEG[:200], "b/c.txt": b"words", "d.zip": b"PK"}))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    if not whole.startswith(b"PK"):
        return
    with suppress(UnreadableFileError):
        inside = look(tmp_path, bytes(whole))
        for one in (*inside.photos, *inside.documents):
            one.read(LIMITS)
