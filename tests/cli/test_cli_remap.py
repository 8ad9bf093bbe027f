"""prov archive remap: originals that moved as a whole stay where their records say."""

from __future__ import annotations

from pathlib import Path

from builders.desk import Desk


def moved(desk: Desk) -> tuple[Path, Path]:
    for name, seed in (("a.jpg", 1), ("deep/b.jpg", 2)):
        desk.photo(f"old/{name}", seed)
        desk.text(f"old/{name[:-4]}.txt", f"Photo {seed}, 3 May 2021")
    old, new = desk.folder / "old", desk.folder / "disk two"
    desk.prov("ingest", old)
    old.rename(new)
    return old, new


def test_files_stand_at_the_new_place_and_nothing_else_changes(desk: Desk) -> None:
    old, new = moved(desk)
    before = desk.prov("audit", "--json").out.replace(str(old), str(new))
    answer = desk.prov("archive", "remap", old, new)
    assert answer.code == 0
    assert f"{old} is {new} now." in " ".join(answer.out.split())
    assert "Of 2 files of photos 2 stand there." in answer.out
    assert desk.prov("audit", "--json").out.count(str(new)) == before.count(str(new))
    assert str(old) not in desk.prov("audit", "--json").out
    again = desk.prov("ingest", new)
    assert again.out == "0 new, 2 known, 0 captions linked, 0 unreadable.\n"
    assert desk.prov("archive", "check", "--read-data").code == 0


def test_a_disk_above_several_roots_moves_them_all(desk: Desk) -> None:
    for name in ("one", "two"):
        desk.prov("ingest", desk.photo(f"disk/{name}/a.jpg", len(name)).parent)
    desk.prov("ingest", desk.photo("diskette/c.jpg", 9).parent)
    (desk.folder / "disk").rename(desk.folder / "other")
    told = desk.prov("archive", "remap", desk.folder / "disk", desk.folder / "other", "--json").objects[0]["remapped"]
    assert [(Path(one["from"]).name, Path(one["to"]).parts[-2:], one["files"], one["standing"]) for one in told] == [
        ("one", ("other", "one"), 1, 1),
        ("two", ("other", "two"), 1, 1),
    ]
    assert "missing" not in desk.prov("ingest", desk.folder / "diskette").out


def test_a_place_that_was_brought_in_meanwhile_is_joined(desk: Desk) -> None:
    old, new = moved(desk)
    desk.prov("ingest", new)
    assert desk.prov("archive", "remap", old, new).code == 0
    assert desk.prov("ingest", new).out.startswith("0 new, 2 known")
    info = desk.prov("archive", "info", "--json").objects[0]
    assert (info["photos"], info["health"]) == (2, [])
    files = [file for one in desk.prov("audit", "--json", "--most", "0").objects for file in one.get("paths", [])]
    assert not any(str(old) in file for file in files)


def test_what_cannot_be_is_a_sentence_and_changes_nothing(desk: Desk) -> None:
    old, new = moved(desk)
    empty = desk.folder / "empty"
    empty.mkdir()
    for given, told in (
        ((desk.folder / "never", new), "No photos were brought in from"),
        ((old / "deep", new), "remap that, or ingest the new place"),
        ((old, empty), "None of the files stands in"),
    ):
        answer = desk.prov("archive", "remap", *given)
        assert answer.code == 2
        assert told in " ".join(answer.err.split())
    assert desk.prov("archive", "remap", old, empty, "--force").code == 0
    assert desk.prov("archive", "remap", empty, new).code == 0
    assert desk.prov("ingest", new).out.startswith("0 new, 2 known")


def test_renditions_are_told_at_the_new_place_as_they_were(desk: Desk) -> None:
    for name, seed in (("7.jpg", 1), ("7_web.jpg", 2)):
        desk.photo(f"old/{name}", seed)
    old, new = desk.folder / "old", desk.folder / "new"
    desk.prov("ingest", old, "--rendition-pattern", r"(\d)(?:_(\w+))?\.jpg")
    old.rename(new)
    desk.prov("archive", "remap", old, new)
    desk.photo("new/8_web.jpg", 3)
    assert desk.prov("ingest", new).code == 0
    from provenance.store.archive import Archive

    with Archive.open(desk.archive) as archive, archive.reading() as reader:
        told = {Path(one.path).name: one.was for one in reader.files_after(0, 10, new=False)}
    assert {name: (one.record.rpartition(":")[2], one.kind) for name, one in told.items() if one} == {
        "7.jpg": ("7", "original"),
        "7_web.jpg": ("7", "web"),
        "8_web.jpg": ("8", "web"),
    }
