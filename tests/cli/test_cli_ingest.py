"""prov ingest: what goes in, what is kept, what is said about it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from builders.desk import Desk
from builders.files import a_jpeg, a_scene


def counts(text: str) -> str:
    return text.splitlines()[0]


def test_folders_are_taken_recursively_and_counted(desk: Desk) -> None:
    desk.photo("in/a.jpg", 1)
    desk.photo("in/deep/er/b.jpg", 2)
    answer = desk.prov("ingest", desk.folder / "in")
    assert answer.code == 0
    assert counts(answer.out) == "2 new, 0 known, 0 captions linked, 0 unreadable."


def test_a_second_run_finds_everything_known_and_adds_nothing(desk: Desk) -> None:
    desk.photo("in/a.jpg", 1)
    desk.text("in/a.txt", "A ferry leaves the old harbour of Vellmar, 3 May 2021. Photo: Ines Halder")
    assert counts(desk.prov("ingest", desk.folder / "in").out) == "1 new, 0 known, 1 captions linked, 0 unreadable."
    assert counts(desk.prov("ingest", desk.folder / "in").out) == "0 new, 1 known, 0 captions linked, 0 unreadable."


def test_the_same_bytes_under_another_name_are_one_photo_with_two_places(desk: Desk) -> None:
    first = desk.photo("in/a.jpg", 1)
    second = desk.text("in/b.jpg", first.read_bytes())
    desk.prov("ingest", first)
    assert counts(desk.prov("ingest", second).out).startswith("0 new, 1 known")
    (match,) = desk.prov("check", first, "--json").objects[0]["matches"]
    assert sorted(match["files"]) == ["a.jpg", "b.jpg"]


def test_a_second_caption_is_added_and_overwrites_nothing(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    desk.text("in/a.txt", "A ferry leaves the harbour.")
    desk.prov("ingest", photo)
    captions = desk.text("c.csv", "file,caption,credit\na.jpg,The ferry to Vellmar on 3 May 2021,Ines Halder\n")
    assert "1 captions linked" in desk.prov("ingest", photo, "--captions", captions, "--source", "desk").out
    shown = desk.prov("show", photo, "--json").objects[0]
    assert {one["caption"] for one in shown["appearances"]} == {
        "A ferry leaves the harbour.",
        "The ferry to Vellmar on 3 May 2021",
    }


def test_a_corrected_row_of_the_same_source_supersedes_the_older_one(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    for day in ("3 May 2021", "4 May 2021"):
        captions = desk.text("c.csv", f"file,caption,id\na.jpg,The ferry to Vellmar on {day},X1\n")
        desk.prov("ingest", photo, "--captions", captions, "--source", "desk")
    claim = ("--caption", "The ferry to Vellmar on 3 May 2021", "--json")
    shown = desk.prov("show", photo, "--json").objects[0]["appearances"]
    assert [(one["caption"][-10:], one["superseded"]) for one in shown] == [("3 May 2021", True), ("4 May 2021", False)]
    (match,) = desk.prov("check", photo, *claim).objects[0]["matches"]
    assert [one["caption"] for one in match["appearances"] if not one["superseded"]] == [
        "The ferry to Vellmar on 4 May 2021"
    ]
    (axis,) = [one for one in desk.prov("check", photo, *claim).objects[0]["axes"] if one["axis"] == "date"]
    assert "4 May" in axis["on_record"]


def test_a_row_without_its_photo_is_reported_kept_and_joined_when_the_photo_arrives(desk: Desk) -> None:
    captions = desk.text("c.csv", "file,caption\na.jpg,Here\nlate.jpg,The late one of 3 May 2021\n")
    answer = desk.prov("ingest", desk.photo("in/a.jpg", 1), "--captions", captions)
    assert "1 caption waits" in answer.out
    assert "late.jpg" in answer.out
    late = desk.photo("in/late.jpg", 2)
    assert counts(desk.prov("ingest", late).out) == "1 new, 0 known, 1 captions linked, 0 unreadable."
    assert "The late one of 3 May 2021" in desk.prov("show", late).out


def test_rows_find_photos_of_earlier_runs(desk: Desk) -> None:
    photo = desk.photo("in/sub/a.jpg", 1)
    desk.prov("ingest", photo)
    empty = desk.path("empty/x").parent
    captions = desk.text("c.csv", "file;caption\nsub/a.jpg;Found again\n")
    assert "1 captions linked" in desk.prov("ingest", empty, "--captions", captions).out
    assert "Found again" in desk.prov("show", photo).out


def test_two_photos_of_one_name_are_linked_to_neither_and_it_is_said(desk: Desk) -> None:
    desk.photo("in/one/a.jpg", 1)
    desk.photo("in/two/a.jpg", 2)
    captions = desk.text("c.csv", "file,caption\na.jpg,Which one?\none/a.jpg,The first one\n")
    answer = desk.prov("ingest", desk.folder / "in", "--captions", captions)
    assert answer.code == 3
    assert "2 photos are called a.jpg" in answer.out
    assert "The first one" in desk.prov("show", desk.folder / "in/one/a.jpg").out
    assert "The first one" not in desk.prov("show", desk.folder / "in/two/a.jpg").out


def test_unreadable_files_are_named_with_reasons_and_the_rest_goes_on(desk: Desk) -> None:
    good = desk.photo("in/good.jpg", 1)
    desk.text("in/empty.jpg", b"")
    desk.text("in/page.jpg", "<!doctype html><title>not a photo</title>")
    desk.text("in/half.jpg", good.read_bytes()[: good.stat().st_size // 2])
    answer = desk.prov("ingest", desk.folder / "in")
    assert answer.code == 3
    assert counts(answer.out).startswith("1 new, 0 known")
    assert "3 unreadable" in counts(answer.out)
    assert all(name in answer.out for name in ("empty.jpg", "page.jpg", "half.jpg"))
    assert desk.prov("check", good).code == 0


def test_a_misnamed_photo_is_read_by_its_content(desk: Desk) -> None:
    photo = desk.photo("x.jpg", 1)
    renamed = desk.text("in/really.png", photo.read_bytes())
    assert counts(desk.prov("ingest", renamed).out).startswith("1 new")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs on this platform")
def test_links_pipes_and_sockets_are_refused_and_never_opened(desk: Desk) -> None:
    desk.photo("in/good.jpg", 1)
    os.mkfifo(desk.path("in/pipe.jpg"))
    desk.path("in/broken.jpg").symlink_to(desk.folder / "nowhere.jpg")
    here = Path.cwd()
    os.chdir(desk.folder / "in")
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("socket.jpg")
    finally:
        os.chdir(here)
    answer = desk.prov("ingest", desk.folder / "in")
    assert answer.code == 3
    assert counts(answer.out) == "1 new, 0 known, 0 captions linked, 3 unreadable."
    assert "Refused" in answer.out


def test_originals_are_not_touched(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    before = (photo.read_bytes(), photo.stat().st_mtime_ns)
    desk.prov("ingest", photo)
    desk.prov("check", photo, "--caption", "x", "--save")
    assert (photo.read_bytes(), photo.stat().st_mtime_ns) == before
    assert sorted(one.name for one in photo.parent.iterdir()) == ["a.jpg"]


def test_json_is_one_object_per_photo_and_the_counts_go_elsewhere(desk: Desk) -> None:
    desk.photo("in/a.jpg", 1)
    desk.text("in/b.jpg", b"")
    answer = desk.prov("ingest", desk.folder / "in", "--json")
    by_name = {Path(str(one["file"])).name: one for one in answer.objects}
    assert set(by_name["a.jpg"]) >= {"file", "photo", "status", "problems"}
    assert (by_name["a.jpg"]["status"], by_name["b.jpg"]["status"]) == ("new", "unreadable")
    assert by_name["b.jpg"]["problems"]
    assert "1 new" in answer.err


def test_several_jobs_do_what_one_does(desk: Desk) -> None:
    for seed in range(6):
        desk.photo(f"in/{seed}.jpg", seed)
    desk.text("in/bad.jpg", b"no photo at all")
    answer = desk.prov_process("ingest", desk.folder / "in", "--jobs", "2")
    assert counts(answer.out) == "6 new, 0 known, 0 captions linked, 1 unreadable."
    assert answer.code == 3


def test_a_captions_file_with_the_wrong_columns_is_explained(desk: Desk) -> None:
    captions = desk.text("c.csv", "colour,weight\nred,3\n")
    answer = desk.prov("ingest", desk.photo("in/a.jpg", 1), "--captions", captions)
    assert answer.code == 3
    assert "c.csv" in answer.err
    assert "colour" in answer.err
    assert desk.prov("check", desk.folder / "in/a.jpg").code == 0


def test_an_empty_folder_makes_an_empty_archive(desk: Desk) -> None:
    answer = desk.prov("ingest", desk.path("empty/x").parent)
    assert (answer.code, counts(answer.out)) == (0, "0 new, 0 known, 0 captions linked, 0 unreadable.")
    assert desk.prov("archive", "info").code == 0


def test_a_missing_path_is_named(desk: Desk) -> None:
    answer = desk.prov("ingest", desk.folder / "nowhere")
    assert answer.code == 3
    assert "nowhere" in answer.out


def test_an_unknown_standing_is_wrong_usage(desk: Desk) -> None:
    answer = desk.prov("ingest", desk.photo("a.jpg"), "--standing", "gospel")
    assert answer.code == 2
    assert "gospel" in answer.err


def test_a_row_finds_its_photo_by_the_supplier_s_id_before_or_after_the_photo_came(desk: Desk) -> None:
    early = desk.text("in/early.jpg", a_jpeg(a_scene(1), iptc={"2:22": "GF20000123AB"}))
    late = desk.text("in/late.jpg", a_jpeg(a_scene(2), iptc={"2:103": "X-77"}))
    captions = desk.text("c.csv", "id,caption\nGF20000123AB,The early one\nX-77,The late one\n")
    desk.prov("ingest", early)
    answer = desk.prov("ingest", early, "--captions", captions)
    assert "1 caption waits" in answer.out
    assert "The early one" in desk.prov("show", early).out
    desk.prov("ingest", late)
    assert "The late one" in desk.prov("show", late).out
