"""prov show, link, inspect, watch, rules and archive info."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from builders.desk import Desk

ARTICLE = """A town counts its losses

The river left its bed on Monday and took the lower town with it.

People carry furniture out of a flooded street in Lower Marren, Austria, June 4, 2021.
People carry furniture out of a flooded street in Lower Marren, Austria, June 4, 2021. Reuters / INES HALDER
"""


@pytest.fixture
def photo(desk: Desk) -> Path:
    path = desk.photo("wire/a.jpg", 1)
    desk.prov("ingest", path, "--source", "wire")
    return path


def test_a_photo_is_shown_by_file_and_by_the_beginning_of_its_id(desk: Desk, photo: Path) -> None:
    told = desk.prov("show", photo, "--json").objects[0]
    whole = str(told["photo"])
    assert len(whole) == 64
    by_id = desk.prov("show", whole[:8])
    assert by_id.code == 0
    assert whole[:12] in by_id.out
    assert "in this archive" in by_id.out


@pytest.mark.parametrize("asked", ["abc", "nonsense", "ffffff"])
def test_an_id_that_means_nothing_is_explained(desk: Desk, photo: Path, asked: str) -> None:
    answer = desk.prov("show", asked)
    assert answer.code == 2
    assert asked in answer.err


def test_appearances_stand_in_time_order_and_the_earliest_is_named_with_its_kind(desk: Desk, photo: Path) -> None:
    desk.prov("link", photo, "--caption", "Second", "--publisher", "The Ledger", "--published", "2022-05-01")
    desk.prov("link", photo, "--caption", "First", "--publisher", "The Herald", "--published", "2021-05-01")
    answer = desk.prov("show", photo)
    assert answer.out.index("First") < answer.out.index("Second")
    assert "published" in answer.out
    assert "1 May 2021" in answer.out


def test_linking_twice_is_known_and_linking_something_new_keeps_both(desk: Desk, photo: Path) -> None:
    command = ("link", photo, "--caption", "A ferry", "--credit", "Ines Halder / Reuters")
    assert "now has" in desk.prov(*command).out
    assert "already had" in desk.prov(*command).out
    desk.prov("link", photo, "--caption", "A barge")
    captions = [one["caption"] for one in desk.prov("show", photo, "--json").objects[0]["appearances"]]
    assert sorted(captions) == ["A barge", "A ferry"]


def test_linking_an_article_finds_its_caption_and_credit(desk: Desk, photo: Path) -> None:
    article = desk.text("story.txt", ARTICLE)
    answer = desk.prov("link", photo, "--article", article, "--publisher", "The Ledger")
    assert answer.code == 0, answer.err
    (one,) = desk.prov("show", photo, "--json").objects[0]["appearances"]
    assert one["caption"].endswith("June 4, 2021.")
    assert one["credit"] == "Reuters / INES HALDER"
    assert (one["standing"], one["publisher"]) == ("published", "The Ledger")
    told = desk.prov("check", photo, "--caption", "Lower Marren, Austria, June 4, 2021", "--json").objects[0]
    assert told["summary"] == "agrees"


def test_an_article_with_several_captions_asks_which(desk: Desk, photo: Path) -> None:
    page = "<figure><img src=a.jpg><figcaption>One. Photo: A. Berg</figcaption></figure>" * 1
    page += "<figure><img src=b.jpg><figcaption>Two. Photo: B. Tal</figcaption></figure>"
    article = desk.text("story.html", f"<html><body>{page}</body></html>")
    answer = desk.prov("link", photo, "--article", article)
    assert answer.code == 2
    assert "--which" in answer.err
    assert desk.prov("link", photo, "--article", article, "--which", "2").code == 0
    (one,) = desk.prov("show", photo, "--json").objects[0]["appearances"]
    assert one["caption"].startswith("Two")
    assert desk.prov("link", photo, "--article", article, "--which", "3").code == 2
    assert desk.prov("link", photo, "--article", article, "--caption", "one").code == 0


def test_linking_nothing_or_to_an_unknown_photo_is_wrong_usage(desk: Desk, photo: Path) -> None:
    assert desk.prov("link", photo).code == 2
    assert desk.prov("link", photo, "--caption", "x", "--published", "the day before").code == 2
    unknown = desk.prov("link", desk.photo("other.jpg", 5), "--caption", "x")
    assert unknown.code == 2
    assert "prov ingest" in unknown.err
    assert desk.prov("link", photo, "--article", desk.text("e.txt", "No picture here.")).code == 2


def test_inspect_lists_facts_and_needs_no_archive(desk: Desk) -> None:
    answer = desk.prov("inspect", desk.photo("a.jpg"), "--json")
    assert answer.code == 0
    (told,) = answer.objects
    assert set(told) >= {"file", "photo", "facts", "problems"}
    assert not desk.archive.exists()


@pytest.mark.parametrize("content", [b"", b"no photo", b"\xff\xd8\xff\xe0\x00\x10JFIF"])
def test_inspect_of_a_broken_file_says_so(desk: Desk, content: bytes) -> None:
    answer = desk.prov("inspect", desk.text("bad.jpg", content))
    assert "Traceback" not in answer.err
    assert "bad.jpg" in answer.out + answer.err


def test_rules_are_listed_and_each_has_a_manual(desk: Desk) -> None:
    listed = desk.prov("rules").out
    for rule in ("seen-before-claimed-date", "date-conflict", "place-conflict", "creator-conflict", "credit-missing"):
        assert rule in listed
        assert len(desk.prov("rules", rule).out) > 300
    assert desk.prov("rules", "no-such-rule").code == 2


def test_archive_info_tells_where_how_many_and_how_it_is(desk: Desk, photo: Path) -> None:
    answer = desk.prov("archive", "info")
    assert answer.code == 0
    assert str(desk.archive) in answer.out
    told = desk.prov("archive", "info", "--json").objects[0]
    assert (told["photos"], told["health"]) == (1, [])
    assert int(str(told["bytes"])) > 0


def test_watch_answers_each_photo_that_has_stopped_growing_once(desk: Desk) -> None:
    folder = desk.path("drop/x").parent
    whole = desk.photo("whole.jpg", 3).read_bytes()
    process = subprocess.Popen(
        desk.command("watch", folder, "--every", "0.3"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        growing = folder / "growing.jpg"
        for end in range(1, 5):
            growing.write_bytes(whole[: len(whole) * end // 4])
            time.sleep(0.1)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and desk.prov("show", growing).code != 0:
            time.sleep(0.3)
        time.sleep(1.5)  # long enough to look twice more, and to answer again if it would
    finally:
        process.terminate()
        out, err = process.communicate(timeout=30)
    assert out.count("NOT FOUND") == 1, (out, err)
    assert "CANNOT READ" not in out
    assert desk.prov("show", growing).code == 0


def test_watch_once_answers_what_is_there_and_stops(desk: Desk, photo: Path) -> None:
    desk.text("drop/copy.jpg", photo.read_bytes() + b"\0")
    desk.photo("drop/sub/new.jpg", 60)
    answer = desk.prov("watch", desk.folder / "drop", "--once", "--every", "0.2")
    assert answer.code == 0
    assert answer.out.count("NOT FOUND") == 1
    assert answer.out.count("SEEN") == 1
    assert desk.prov("watch", desk.folder / "drop", "--once", "--every", "0.2").out == ""


def test_a_terminal_that_lacks_the_letters_gets_their_numbers(desk: Desk, photo: Path) -> None:
    desk.prov("link", photo, "--caption", "Бородянка, 7 апреля 2022")
    answer = desk.prov_process("show", photo, PYTHONIOENCODING="ascii")
    assert answer.code == 0, answer.err
    assert "\\u0411" in answer.out
