"""A folder of pages is written whole or not at all, and replaces nothing but itself."""

from __future__ import annotations

import os

import pytest

from provenance.errors import UsageError
from provenance.files import MARKER, find, write_folder

PAGES = [("index.html", b"one"), ("families/P-1.html", b"two"), ("pictures/a.webp", b"\0\xff")]


def held(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_stands_under_its_name(tmp_path):
    write_folder(tmp_path / "report", PAGES)
    there = held(tmp_path / "report")
    marker = there.pop(MARKER).decode().split("\n")
    assert there == dict(PAGES)
    assert set(there) <= set(marker)
    assert os.listdir(tmp_path) == ["report"]


def test_an_earlier_report_is_replaced_with_all_its_pages(tmp_path):
    write_folder(tmp_path / "report", PAGES)
    (tmp_path / "report" / "Thumbs.db").write_bytes(b"put there by a system")
    write_folder(tmp_path / "report", [("index.html", b"new")])
    assert set(held(tmp_path / "report")) == {"index.html", MARKER}
    assert os.listdir(tmp_path) == ["report"]


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "report").mkdir()
    write_folder(tmp_path / "report", PAGES)
    assert (tmp_path / "report" / "index.html").read_bytes() == b"one"


@pytest.mark.parametrize("name", ["mine.txt", ".hidden", "deep/er/photo.jpg"])
def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path, name):
    other = tmp_path / "report" / name
    other.parent.mkdir(parents=True)
    other.write_bytes(b"mine")
    with pytest.raises(UsageError, match="left alone"):
        write_folder(tmp_path / "report", PAGES)
    assert held(tmp_path) == {f"report/{name}": b"mine"}


def test_a_report_into_which_somebody_put_a_file_is_left_alone(tmp_path):
    write_folder(tmp_path / "report", PAGES)
    (tmp_path / "report" / "families" / "notes.txt").write_bytes(b"mine")
    with pytest.raises(UsageError, match=r"holds families/notes\.txt that is not of the report"):
        write_folder(tmp_path / "report", PAGES)
    assert (tmp_path / "report" / "families" / "notes.txt").read_bytes() == b"mine"


def test_a_file_and_a_link_are_left_alone(tmp_path):
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    for name in ("file", "link"):
        with pytest.raises(UsageError, match="is no folder"):
            write_folder(tmp_path / name, PAGES)


def test_what_stops_half_way_leaves_the_earlier_report_and_nothing_else(tmp_path):
    def stopping():
        yield PAGES[1]
        raise KeyboardInterrupt

    write_folder(tmp_path / "report", PAGES)
    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "report", stopping())
    assert (tmp_path / "report" / "index.html").read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["report"]


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path):
    with pytest.raises(UsageError, match="could not be written") as told:
        write_folder(tmp_path / "missing" / "report", PAGES)
    assert "does not exist" in told.value.hint


def test_the_pictures_of_a_report_are_no_photos(tmp_path):
    write_folder(tmp_path / "report", PAGES)
    (tmp_path / "photo.webp").write_bytes(b"RIFF")
    assert [one.display for one in find([tmp_path])] == [str(tmp_path / "photo.webp")]
