"""prov inspect --raw: every field of every block with its place in the file, and every block's hash."""

from __future__ import annotations

import hashlib

import pytest
from builders.containers import (
    a_directory_file,
    a_dng,
    a_dng_without_preview,
    a_raw_scene,
    credentials_segments,
    some_credentials,
)
from builders.desk import Desk
from builders.files import a_jpeg, a_scene, with_segments


def test_every_field_of_every_block_is_told_with_its_place(desk: Desk) -> None:
    data = a_jpeg(
        a_scene(1, 96, 64),
        taken="2022:04:07 10:00:00",
        iptc={"2:90": "Lower Marren"},
        xmp={"photoshop:City": "Upper Marren"},
        comment=b"by hand",
    )
    path = desk.path("in/a.jpg")
    path.write_bytes(with_segments(data, credentials_segments(some_credentials(90_000))) + b"tail")
    (told,) = desk.prov("inspect", "--raw", "--json", path).objects
    whole = path.read_bytes()
    for name, text in (
        ("EXIF DateTimeOriginal", "2022:04:07 10:00:00"),
        ("IPTC-IIM 2:90 City", "Lower Marren"),
        ("XMP photoshop:City", "Upper Marren"),
    ):
        (field,) = [one for block in told["blocks"] for one in block["fields"] if one["field"] == name]
        assert field["raw"][0]["text"] == text
        assert text.encode() in whole[field["offset"] : field["offset"] + field["length"]]
    kinds = {block["kind"]: block for block in told["blocks"]}
    assert kinds["comment"]["text"] == "by hand"
    assert kinds["trailer"]["sha256"] == hashlib.sha256(b"tail").hexdigest()
    assert b"".join(whole[a:b] for a, b in kinds["C2PA"]["parts"]) == some_credentials(90_000)
    assert "blocks" not in desk.prov("inspect", "--json", path).objects[0]


def test_people_read_it_as_a_list(desk: Desk) -> None:
    path = desk.path("in/a.jpg")
    path.write_bytes(a_jpeg(a_scene(1, 96, 64), artist="Ines Halder", comment=b"by hand"))
    answer = desk.prov("inspect", "--raw", path)
    assert answer.code == 0
    offset = path.read_bytes().index(b"Ines Halder")
    assert f"{offset:>12,}{12:>10}  EXIF Artist: Ines Halder" in answer.out.splitlines()
    assert "comment (COM): 7 long" in answer.out
    assert "  by hand" in answer.out.splitlines()
    assert all(len(line) <= 80 for line in answer.out.splitlines())


def test_what_stands_outside_the_picture_is_told_to_everybody(desk: Desk) -> None:
    path = desk.path("in/a.jpg")
    jpeg = a_jpeg(a_scene(1, 96, 64))
    path.write_bytes(jpeg + b"PK\3\4 and so on")
    out = " ".join(desk.prov("inspect", path).out.split())
    assert f"behind its end, from byte {len(jpeg):,}: a ZIP archive or an office document" in out
    path.write_bytes(jpeg + bytes(500))
    assert "OUTSIDE" not in desk.prov("inspect", path).out


def test_a_raw_file_is_ingested_checked_and_inspected_like_any_photo(desk: Desk) -> None:
    path = desk.path("wire/a.dng")
    path.write_bytes(a_dng(a_raw_scene(), t315="Ines Halder"))
    assert desk.prov("ingest", path).code == 0
    copy = desk.path("in/copy.jpg")
    copy.write_bytes(a_jpeg(a_raw_scene(), quality=70))
    (told,) = desk.prov("check", copy, "--json").objects
    assert [match["files"] for match in told["matches"]] == [["a.dng"]]
    assert "Ines Halder" in desk.prov("inspect", path).out


def test_a_raw_file_without_a_preview_is_developed_where_that_is_possible(desk: Desk) -> None:
    pytest.importorskip("rawpy")
    scene = a_scene(3, 640, 480)
    path = desk.path("wire/a.dng")
    path.write_bytes(a_dng_without_preview(scene))
    assert desk.prov("ingest", path).code == 0
    copy = desk.path("in/copy.jpg")
    copy.write_bytes(a_jpeg(scene, quality=70))
    (told,) = desk.prov("check", copy, "--json").objects
    assert [match["verdict"] for match in told["matches"]] == ["same-photo"]


def test_sensor_data_that_cannot_be_developed_is_told_as_a_file_without_a_preview(desk: Desk) -> None:
    path = desk.path("in/a.dng")
    path.write_bytes(a_directory_file([{271: "Maker", 0xC612: b"\1\4\0\0"}]))
    desk.prov("ingest", desk.photo("wire/other.jpg", 7))
    answer = desk.prov("check", path)
    assert answer.code == 3
    assert "carries no preview" in answer.out + answer.err
