"""prov ingest a second time: what has not changed is not read, what was moved, deleted or altered is told."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from builders.desk import Desk
from builders.zips import a_zip

from provenance.store.archive import Archive


def first(text: str) -> str:
    return text.splitlines()[0]


def held(desk: Desk, photo: Path | str) -> list[str]:
    matches = desk.prov("check", photo, "--json").objects[0]["matches"]
    assert isinstance(matches, list)
    return sorted(file for match in matches for file in match["files"])


def reads(folder: Path, *arguments: str) -> set[str]:
    """The names of files in a folder that a command opens, as the interpreter's own audit tells."""
    import subprocess

    script = (
        "import sys\n"
        f"folder = {str(folder)!r}\n"
        "def told(event, arguments):\n"
        "    if event == 'open' and str(arguments[0]).startswith(folder):\n"
        "        sys.stderr.write(f'OPENED {arguments[0]}\\n')\n"
        "sys.addaudithook(told)\n"
        f"sys.argv = ['prov', *{list(arguments)!r}]\n"
        "from provenance.cli.main import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    opened = (line.removeprefix("OPENED ") for line in done.stderr.splitlines() if line.startswith("OPENED "))
    return {os.path.relpath(name, folder) for name in opened if os.path.isfile(name)}


def a_tree(desk: Desk) -> Path:
    """Photos with sidecars, documents, a ZIP, files of no kind and files that cannot be read."""
    photo = desk.photo("in/a.jpg", 1)
    desk.text("in/a.txt", "A ferry leaves the old harbour of Vellmar, 3 May 2021. Photo: Ines Halder")
    desk.photo("in/deep/er/b.jpg", 2)
    desk.text("in/deep/captions.csv", "file,caption\nb.jpg,The second one\nlate.jpg,One that never comes\n")
    desk.text("in/licence.txt", "Anyone may use this.")
    desk.text("in/noname", b"\x00\x01 of no kind")
    desk.text("in/half.jpg", photo.read_bytes()[:900])
    desk.text("in/wire.zip", a_zip({"z.jpg": desk.photo("elsewhere/z.jpg", 3).read_bytes(), "z.txt": b"In a ZIP"}))
    return desk.folder / "in"


def test_a_second_run_opens_no_file_and_tells_the_same(desk: Desk) -> None:
    folder = a_tree(desk)
    once = desk.prov("ingest", folder)
    assert first(once.out) == "3 new, 0 known, 3 captions linked, 1 unreadable.", once.out
    arguments = ("--archive", str(desk.archive), "ingest", str(folder))
    assert reads(folder, *arguments) == set()
    again = desk.prov("ingest", folder)
    assert (again.code, first(again.out)) == (3, "0 new, 3 known, 0 captions linked, 1 unreadable.")
    assert "half.jpg" in again.out
    assert "1 caption waits" in again.out
    assert "late.jpg" in again.out


def test_the_audit_by_which_reading_is_seen_sees_it(desk: Desk) -> None:
    folder = a_tree(desk)
    seen = reads(folder, "--archive", str(desk.archive), "ingest", str(folder))
    assert {"a.jpg", "a.txt", "deep/er/b.jpg", "wire.zip", "noname"} <= seen


def test_json_tells_of_every_photo_again(desk: Desk) -> None:
    folder = a_tree(desk)
    desk.prov("ingest", folder)
    lines = desk.prov("ingest", folder, "--json").objects
    told = {Path(str(one["file"])).name: one["status"] for one in lines}
    assert told == {"a.jpg": "known", "b.jpg": "known", "half.jpg": "unreadable", "captions.csv": "known"}


def test_a_sidecar_that_came_or_changed_is_read_with_its_photo(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    desk.prov("ingest", desk.folder / "in")
    desk.text("in/a.txt", "The first words")
    assert first(desk.prov("ingest", desk.folder / "in").out) == "0 new, 1 known, 1 captions linked, 0 unreadable."
    assert first(desk.prov("ingest", photo).out) == "0 new, 1 known, 0 captions linked, 0 unreadable."
    desk.text("in/a.txt", "Quite other words, and more of them")
    assert first(desk.prov("ingest", photo).out) == "0 new, 1 known, 1 captions linked, 0 unreadable."
    assert first(desk.prov("ingest", desk.folder / "in").out) == "0 new, 1 known, 0 captions linked, 0 unreadable."


def test_another_source_says_it_anew_without_reading_the_photos(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    desk.text("in/captions.csv", "file,caption\na.jpg,A ferry\n")
    folder = desk.folder / "in"
    desk.prov("ingest", folder)
    arguments = ("--archive", str(desk.archive), "ingest", str(folder), "--source", "Reuters")
    assert reads(folder, *arguments) == {"captions.csv"}
    assert reads(folder, *arguments) == set()
    said = desk.prov("show", photo, "--json").objects[0]["appearances"]
    assert isinstance(said, list)
    assert {one["source"] for one in said} == {"own archive", "Reuters"}


def test_a_file_that_was_moved_is_known_by_its_content(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    desk.photo("in/b.jpg", 2)
    desk.prov("ingest", desk.folder / "in")
    (desk.folder / "in/new").mkdir()
    photo.rename(desk.folder / "in/new/a2.jpg")
    answer = desk.prov("ingest", desk.folder / "in")
    assert (answer.code, first(answer.out)) == (0, "0 new, 2 known, 0 captions linked, 0 unreadable.")
    assert "1 file was moved" in answer.out
    assert "a2.jpg" in answer.out
    assert "missing" not in answer.out
    assert desk.prov("archive", "info", "--json").objects[0]["photos"] == 2
    assert held(desk, desk.folder / "in/new/a2.jpg") == ["a.jpg", "new/a2.jpg"]
    assert "1 path was forgotten" in desk.prov("ingest", desk.folder / "in", "--prune").out
    assert held(desk, desk.folder / "in/new/a2.jpg") == ["new/a2.jpg"]


def test_a_deleted_file_is_missing_until_it_comes_back_and_its_photo_stays(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    desk.photo("in/b.jpg", 2)
    desk.prov("ingest", desk.folder / "in")
    shutil.move(photo, desk.folder / "kept.jpg")
    answer = desk.prov("ingest", desk.folder / "in")
    assert (answer.code, first(answer.out)) == (0, "0 new, 1 known, 0 captions linked, 0 unreadable.")
    assert "1 file is missing since the last run" in answer.out
    assert "1 file has been missing since earlier runs" in desk.prov("ingest", desk.folder / "in").out
    lines = desk.prov("ingest", desk.folder / "in", "--json").objects
    assert [(Path(str(one["file"])).name, one["status"]) for one in lines] == [("b.jpg", "known"), ("a.jpg", "missing")]
    assert held(desk, desk.folder / "kept.jpg") == ["a.jpg"]
    shutil.move(desk.folder / "kept.jpg", photo)
    back = desk.prov("ingest", desk.folder / "in")
    assert first(back.out) == "0 new, 2 known, 0 captions linked, 0 unreadable."
    assert "missing" not in back.out
    assert "missing" not in desk.prov("ingest", desk.folder / "in").out


def test_pruning_forgets_paths_and_never_photos(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    desk.text("in/a.txt", "A ferry leaves the harbour")
    desk.photo("in/b.jpg", 2)
    desk.prov("ingest", desk.folder / "in")
    shutil.move(photo, desk.folder / "kept.jpg")
    answer = desk.prov("ingest", desk.folder / "in", "--prune")
    assert "1 path was forgotten; the photos were not." in answer.out
    assert held(desk, desk.folder / "kept.jpg") == []
    assert "A ferry leaves the harbour" in desk.prov("show", desk.folder / "kept.jpg").out
    assert "missing" not in desk.prov("ingest", desk.folder / "in").out


def test_a_folder_that_is_not_there_is_never_deleted(desk: Desk) -> None:
    desk.photo("in/a.jpg", 1)
    desk.prov("ingest", desk.folder / "in")
    (desk.folder / "in").rename(desk.folder / "away")
    answer = desk.prov("ingest", desk.folder / "in", "--prune")
    assert answer.code == 3
    assert "1 photo" in answer.out
    assert "left as it is" in answer.out
    assert "forgotten" not in answer.out
    (desk.folder / "in").mkdir()
    empty = desk.prov("ingest", desk.folder / "in", "--prune")
    assert "is empty now" in empty.out
    assert "forgotten" not in empty.out
    assert held(desk, desk.folder / "away/a.jpg") == ["a.jpg"]


def test_a_folder_within_that_is_empty_and_held_many_may_be_a_disk(desk: Desk) -> None:
    desk.photo("in/other.jpg", 99)
    content = desk.photo("x.jpg", 1).read_bytes()
    for number in range(30):
        desk.text(f"in/disk/{number}.jpg", content + b"%d" % number)
    desk.prov("ingest", desk.folder / "in")
    shutil.rmtree(desk.folder / "in/disk")
    (desk.folder / "in/disk").mkdir()
    answer = desk.prov("ingest", desk.folder / "in", "--prune")
    assert "is empty now" in answer.out
    assert "forgotten" not in answer.out
    (desk.folder / "in/disk").rmdir()
    assert "30 paths were forgotten" in desk.prov("ingest", desk.folder / "in", "--prune").out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is denied to root")
def test_a_folder_that_may_not_be_listed_is_not_judged(desk: Desk) -> None:
    desk.photo("in/closed/a.jpg", 1)
    desk.photo("in/b.jpg", 2)
    desk.prov("ingest", desk.folder / "in")
    (desk.folder / "in/closed").chmod(0)
    try:
        answer = desk.prov("ingest", desk.folder / "in", "--prune")
    finally:
        (desk.folder / "in/closed").chmod(0o700)
    assert answer.code == 3
    assert "forgotten" not in answer.out


def test_files_known_from_elsewhere_are_not_judged(desk: Desk) -> None:
    desk.photo("in/one/a.jpg", 1)
    gone = desk.photo("in/two/b.jpg", 2)
    desk.prov("ingest", desk.folder / "in")
    gone.unlink()
    assert "missing" not in desk.prov("ingest", desk.folder / "in/one").out
    assert "1 file is missing" in desk.prov("ingest", desk.folder / "in").out


def test_a_hidden_file_that_was_named_is_not_missing_from_its_folder(desk: Desk) -> None:
    hidden = desk.photo("in/.hidden.jpg", 1)
    desk.photo("in/b.jpg", 2)
    desk.prov("ingest", hidden)
    assert "missing" not in desk.prov("ingest", desk.folder / "in").out


def altered_behind_its_time(path: Path) -> None:
    before = path.stat()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x10
    with path.open("r+b") as file:
        file.write(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("name", ["a.jpg", "a.txt", "captions.csv"])
def test_a_change_behind_size_and_time_is_found_by_verifying(desk: Desk, name: str) -> None:
    desk.photo("in/a.jpg", 1)
    desk.text("in/a.txt", "A ferry leaves the old harbour")
    desk.text("in/captions.csv", "file,caption\na.jpg,A ferry\n")
    folder = desk.folder / "in"
    desk.prov("ingest", folder)
    assert desk.prov("ingest", folder, "--verify").code == 0
    altered_behind_its_time(folder / name)
    assert desk.prov("ingest", folder).code == 0
    answer = desk.prov("ingest", folder, "--verify")
    assert answer.code == 3
    assert "Changed behind their size and time" in answer.out
    assert name in answer.out


def test_both_hashes_of_an_altered_photo_are_kept_until_it_is_well(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    data, times = photo.read_bytes(), photo.stat()
    desk.prov("ingest", desk.folder / "in")
    altered_behind_its_time(photo)
    (line,) = desk.prov("ingest", desk.folder / "in", "--verify", "--json").objects
    assert line["status"] == "altered"
    assert line["photo"] != line["found"]
    assert desk.prov("archive", "info", "--json").objects[0]["photos"] == 1
    plain = desk.prov("ingest", desk.folder / "in")
    assert plain.code == 3
    assert str(line["found"]) in plain.out
    with photo.open("r+b") as file:
        file.write(data)
    os.utime(photo, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert desk.prov("ingest", desk.folder / "in", "--verify", "--jobs", "2").code == 0
    assert desk.prov("ingest", desk.folder / "in").code == 0


def test_a_file_that_was_saved_anew_is_another_photo_and_its_document_speaks_of_it(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    desk.text("in/captions.csv", "file,caption\na.jpg,Whatever stands there\n")
    desk.prov("ingest", desk.folder / "in")
    desk.photo("in/a.jpg", 2)
    answer = desk.prov("ingest", desk.folder / "in")
    assert first(answer.out) == "1 new, 0 known, 1 captions linked, 0 unreadable."
    assert "Whatever stands there" in desk.prov("show", photo).out


def test_folders_within_folders_keep_a_file_once(desk: Desk) -> None:
    photo = desk.photo("a/b/c.jpg", 1)
    for order in (("a", "a/b"), ("a/b", "a")):
        shutil.rmtree(desk.archive, ignore_errors=True)
        for name in (*order, *order):
            desk.prov("ingest", desk.folder / name)
        desk.prov("ingest", photo)
        with Archive.open(desk.archive) as archive, archive.reading() as reader:
            (held_photo,) = reader.photos([one for _mark, one in reader.held()])
            assert len(held_photo.locations) == 1
    photo.unlink()
    desk.photo("a/b/d.jpg", 2)
    assert "1 file is missing" in desk.prov("ingest", desk.folder / "a").out


def test_a_run_over_both_a_folder_and_one_within_counts_each_file_once(desk: Desk) -> None:
    desk.photo("a/b/c.jpg", 1)
    answer = desk.prov("ingest", desk.folder / "a/b", desk.folder / "a", desk.folder / "a/b/c.jpg")
    assert first(answer.out) == "1 new, 0 known, 0 captions linked, 0 unreadable."


def test_a_loop_of_linked_folders_ends(desk: Desk) -> None:
    desk.photo("in/a.jpg", 1)
    (desk.folder / "in/loop").symlink_to(desk.folder / "in")
    for expected in ("1 new", "0 new, 1 known"):
        answer = desk.prov("ingest", desk.folder / "in")
        assert answer.out.startswith(expected)
        assert "loop" in answer.out


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="only there may a file be called anything")
def test_names_of_odd_bytes_are_walked_in_order_and_not_read_again(desk: Desk) -> None:
    content = desk.photo("plain.jpg", 1).read_bytes()
    folder = os.fsencode(desk.path("in/x").parent)
    names = [b"z\xff.jpg", b"\xf0\x9f\x98\x80.jpg", b"\xed\x9f\xbf.jpg", b"a b.jpg", b"a\n.jpg", b"a-.jpg", b"a/c.jpg"]
    os.mkdir(os.path.join(folder, b"a"))
    for number, name in enumerate(names):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content + b"%d" % number)
    assert desk.prov("ingest", os.fsdecode(folder)).out.startswith("7 new")
    again = desk.prov("ingest", os.fsdecode(folder))
    assert again.out.startswith("0 new, 7 known")
    assert "missing" not in again.out
    assert reads(Path(os.fsdecode(folder)), "--archive", str(desk.archive), "ingest", os.fsdecode(folder)) == set()


def test_a_zip_that_went_takes_its_photos_places_along(desk: Desk) -> None:
    desk.photo("in/a.jpg", 1)
    packed = desk.text("in/wire.zip", a_zip({"z.jpg": desk.photo("elsewhere/z.jpg", 3).read_bytes()}))
    desk.prov("ingest", desk.folder / "in")
    packed.unlink()
    answer = desk.prov("ingest", desk.folder / "in")
    assert "1 file is missing" in answer.out
    assert "wire.zip/z.jpg" in answer.out


def test_a_photo_that_left_its_zip_is_missing(desk: Desk) -> None:
    one, two = (desk.photo(f"elsewhere/{seed}.jpg", seed).read_bytes() for seed in (3, 4))
    desk.text("in/wire.zip", a_zip({"one.jpg": one, "two.jpg": two}))
    desk.prov("ingest", desk.folder / "in")
    desk.text("in/wire.zip", a_zip({"two.jpg": two, "three.jpg": desk.photo("elsewhere/5.jpg", 5).read_bytes()}))
    answer = desk.prov("ingest", desk.folder / "in")
    assert first(answer.out).startswith("1 new, 1 known")
    assert "wire.zip/one.jpg" in answer.out


def test_what_could_not_be_read_at_all_is_kept_until_it_can_be_or_is_gone(desk: Desk) -> None:
    large = desk.path("in/large.jpg")
    with large.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    desk.photo("in/a.jpg", 1)
    desk.text("in/half.jpg", (desk.folder / "in/a.jpg").read_bytes()[:700])

    def kept() -> list[tuple[str, bool]]:
        with Archive.open(desk.archive) as archive, archive.reading() as reader:
            pages = [page for after in (0,) for page in reader.unreadable(after, 1)]
            pages += reader.unreadable(pages[-1][0], 10) if pages else []
            return [(Path(one.file).name, one.photo is None) for _mark, one in pages]

    assert desk.prov("ingest", desk.folder / "in").code == 3
    assert kept() == [("half.jpg", False), ("large.jpg", True)]
    assert desk.prov("ingest", desk.folder / "in").code == 3
    assert kept() == [("half.jpg", False), ("large.jpg", True)]
    desk.photo("in/large.jpg", 2)
    desk.prov("ingest", desk.folder / "in")
    assert kept() == [("half.jpg", False)]


def test_a_file_that_could_not_be_read_and_is_gone_is_forgotten(desk: Desk) -> None:
    large = desk.path("in/large.jpg")
    with large.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    desk.photo("in/a.jpg", 1)
    desk.prov("ingest", desk.folder / "in")
    large.unlink()
    desk.prov("ingest", desk.folder / "in")
    with Archive.open(desk.archive) as archive, archive.reading() as reader:
        assert reader.unreadable() == []


def test_a_zip_that_cannot_be_read_stands_among_the_unreadable_until_it_can(desk: Desk) -> None:
    desk.photo("in/a.jpg", 1)
    packed = desk.text("in/wire.zip", b"PK\x03\x04 and nothing of a ZIP")
    assert desk.prov("ingest", desk.folder / "in").code == 3
    assert [one["file"] for one in unreadable(desk)] == [str(packed)]
    assert desk.prov("ingest", desk.folder / "in").code == 3, "it is tried again"
    packed.write_bytes(a_zip({"z.jpg": desk.photo("elsewhere/z.jpg", 3).read_bytes()}))
    assert desk.prov("ingest", desk.folder / "in").code == 0
    assert unreadable(desk) == []


def unreadable(desk: Desk) -> list[dict[str, object]]:
    return [one for one in desk.prov("audit", "--json").objects if one["kind"] == "unreadable"]


def test_a_file_that_is_no_photo_by_its_name_has_a_record_too(desk: Desk) -> None:
    from provenance.store.archive import Archive

    desk.photo("in/a.jpg", 1)
    for name in ("clip.mp4", "drawing.svg", "notes.eps"):
        desk.text(f"in/{name}", "no photo")
    assert desk.prov("ingest", desk.folder / "in").code == 0
    with Archive.open(desk.archive) as archive, archive.reading() as reader:
        known = {bytes(row[0]).decode() for root in reader.roots() for row in reader.known(root)}
    assert known == {"a.jpg", "clip.mp4", "drawing.svg", "notes.eps"}
