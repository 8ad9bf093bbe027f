"""Reading one named photo, and writing a sheet where nothing stands yet."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from provenance.errors import UnreadableFileError, UsageError
from provenance.files import hand_over_photo, is_one_of, write_new_sheet
from provenance.model.limits import LIMITS


def test_a_named_photo_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"bytes")
    with hand_over_photo(tmp_path / "a.jpg", LIMITS.read) as content:
        assert content.read() == b"bytes"


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "link.jpg").symlink_to(tmp_path)
    for name, kind in (("", "not-a-regular-file"), ("link.jpg", "not-a-regular-file"), ("none.jpg", "missing")):
        with pytest.raises(UnreadableFileError) as raised:
            hand_over_photo(tmp_path / name, LIMITS.read)
        assert raised.value.kind == kind


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"bytes")
    with pytest.raises(UnreadableFileError, match="larger"):
        hand_over_photo(tmp_path / "a.jpg", replace(LIMITS.read, file_bytes=4))


def test_a_sheet_is_written_where_nothing_stands(tmp_path: Path) -> None:
    write_new_sheet(tmp_path / "o.png", b"sheet")
    assert (tmp_path / "o.png").read_bytes() == b"sheet"
    with pytest.raises(UsageError, match="left alone"):
        write_new_sheet(tmp_path / "o.png", b"another")
    (tmp_path / "link.png").symlink_to(tmp_path / "nowhere.png")
    with pytest.raises(UsageError, match="left alone"):
        write_new_sheet(tmp_path / "link.png", b"another")
    assert (tmp_path / "o.png").read_bytes() == b"sheet"
    assert sorted(os.listdir(tmp_path)) == ["link.png", "o.png"]


def test_a_file_is_known_by_all_its_names(tmp_path: Path) -> None:
    photo, other = tmp_path / "a.jpg", tmp_path / "b.jpg"
    photo.write_bytes(b"bytes")
    other.write_bytes(b"bytes")
    (tmp_path / "link").symlink_to(photo)
    assert is_one_of(tmp_path / "link", [other, photo])
    assert is_one_of(tmp_path / "." / "a.jpg", [photo])
    assert not is_one_of(photo, [other])
    assert not is_one_of(tmp_path / "none", [photo, other])
    assert not is_one_of(Path("a\0b"), [photo])
