"""What is found in folders, in which order, and what is refused without being opened."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders.documents import a_folder, a_socket

from provenance.files import FoundFile, Refused, beside, find

JPEG = b"\xff\xd8\xff\xe0 the beginning of a JPEG"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0"


def displayed(*paths: Path) -> list[str]:
    return [found.display for found in find(paths)]


def refused(*paths: Path) -> dict[str, str]:
    return {Path(found.path).name: found.problem.kind for found in find(paths) if isinstance(found, Refused)}


def names(*paths: Path) -> list[str]:
    return [found.relative for found in find(paths) if isinstance(found, FoundFile)]


def test_a_folder_is_walked_in_the_order_of_its_names(tmp_path: Path) -> None:
    a_folder(tmp_path, {"b.jpg": JPEG, "a.jpg": JPEG, "sub/z.jpg": JPEG, "sub/deep/y.jpg": JPEG, "alpha/x.jpg": JPEG})
    assert names(tmp_path) == ["a.jpg", "b.jpg", "alpha/x.jpg", "sub/z.jpg", "sub/deep/y.jpg"]


def test_what_a_found_file_knows(tmp_path: Path) -> None:
    a_folder(tmp_path, {"sub/a.jpg": JPEG})
    (found,) = find([tmp_path])
    assert isinstance(found, FoundFile)
    info = (tmp_path / "sub" / "a.jpg").stat()
    assert (found.root, found.relative) == (str(tmp_path), "sub/a.jpg")
    assert (found.size, found.mtime_ns, found.inode) == (len(JPEG), info.st_mtime_ns, info.st_ino)
    assert found.path == tmp_path / "sub" / "a.jpg"
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_named_file_stands_in_its_folder_whatever_it_is_called(tmp_path: Path) -> None:
    a_folder(tmp_path, {"notes.txt": b"text", ".hidden": b""})
    found = list(find([tmp_path / "notes.txt", tmp_path / ".hidden"]))
    assert [(one.root, one.relative) for one in found if isinstance(one, FoundFile)] == [
        (str(tmp_path), "notes.txt"),
        (str(tmp_path), ".hidden"),
    ]


def test_paths_are_shown_as_they_were_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_folder(tmp_path, {"in/sub/a.jpg": JPEG, "in/b.jpg": JPEG})
    monkeypatch.chdir(tmp_path)
    assert displayed(Path("in")) == [os.path.join("in", "b.jpg"), os.path.join("in", "sub", "a.jpg")]
    assert displayed(Path()) == displayed(Path("in"))
    assert displayed(Path("in/b.jpg"), Path("no.jpg")) == [str(Path("in/b.jpg")), "no.jpg"]


def test_documents_hidden_files_and_system_files_are_passed_over(tmp_path: Path) -> None:
    ignored = ("a.txt", "a.jpg.xmp", "a.CSV", "a.xml", "a.json", "a.html", "a.pdf", "a.mp4", ".DS_Store", "._a.jpg")
    system = (".trash/a.jpg", "Thumbs.db", "@eaDir/a.jpg", "__MACOSX/a.jpg", "a.jpg.part")
    a_folder(tmp_path, dict.fromkeys((*ignored, *system), JPEG) | {"a.jpg": JPEG})
    assert names(tmp_path) == ["a.jpg"]


def test_content_decides_where_the_name_says_nothing(tmp_path: Path) -> None:
    photos = {
        "jpeg": JPEG,
        "png.dat": b"\x89PNG\r\n\x1a\n....",
        "LYNX01-BASEIMAGE": JPEG,
        "heic": HEIC,
        "webp": b"RIFF\0\0\0\0WEBPVP8 ",
        "tiff": b"II*\0\x08\0\0\0",
        "gif": b"GIF89a",
    }
    others = {
        "README": b"text",
        "empty": b"",
        "wave": b"RIFF\0\0\0\0WAVE",
        "film": b"\0\0\0\x18ftypisom",
        "short": b"\xff",
    }
    a_folder(tmp_path, photos | others)
    assert names(tmp_path) == sorted(photos)


def test_a_name_that_promises_a_photo_is_kept_whatever_it_holds(tmp_path: Path) -> None:
    a_folder(tmp_path, {"a.jpg": b"<html>", "b.JPG": b"", "c.bmp": b"BM", "d.cr3": b"raw"})
    assert names(tmp_path) == ["a.jpg", "b.JPG", "c.bmp", "d.cr3"]


def test_what_is_no_regular_file_is_refused_and_never_opened(tmp_path: Path) -> None:
    a_folder(tmp_path, {"real.jpg": JPEG, "outside/secret.jpg": JPEG})
    folder = a_folder(tmp_path / "in", {"ok.jpg": JPEG})
    (folder / "link.jpg").symlink_to(tmp_path / "real.jpg")
    (folder / "broken.jpg").symlink_to(tmp_path / "nowhere.jpg")
    (folder / "folder").symlink_to(tmp_path / "outside")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.jpg")
    os.mkfifo(folder / "pipe")
    with a_socket(folder / "socket.jpg"):
        assert names(folder) == ["ok.jpg"]
        told = {Path(one.path).name: one.problem for one in find([folder]) if isinstance(one, Refused)}
    links = {"link.jpg", "broken.jpg", "folder", "loop"}
    assert set(told) == links | {"pipe.jpg", "pipe", "socket.jpg"}
    assert {problem.kind for problem in told.values()} == {"not-a-regular-file"}
    assert all("a link" in told[name].sentence and told[name].hint for name in links)
    assert "a named pipe" in told["pipe"].sentence
    assert "a socket" in told["socket.jpg"].sentence


def test_named_links_pipes_and_devices_are_refused_too(tmp_path: Path) -> None:
    a_folder(tmp_path, {"real/a.jpg": JPEG})
    (tmp_path / "link").symlink_to(tmp_path / "real")
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "link", tmp_path / "pipe", Path("/dev/null")) == dict.fromkeys(
        ("link", "pipe", "null"), "not-a-regular-file"
    )


def test_a_missing_path_is_refused_with_a_hint(tmp_path: Path) -> None:
    (found,) = find([tmp_path / "no.jpg"])
    assert isinstance(found, Refused)
    assert (found.problem.kind, found.display) == ("missing", str(tmp_path / "no.jpg"))
    assert found.problem.hint
    assert refused(tmp_path / ("x" * 5000)) == {"x" * 5000: "input-output"}
    assert refused(Path("nul\0byte")) == {"nul\0byte": "missing"}


def test_a_file_reached_twice_is_given_once(tmp_path: Path) -> None:
    a_folder(tmp_path, {"a/b.jpg": JPEG, "a/c.jpg": JPEG})
    found = list(find([tmp_path / "a" / "c.jpg", tmp_path, tmp_path / "a", tmp_path / "a" / ".." / "a"]))
    assert sorted(Path(one.display).name for one in found) == ["b.jpg", "c.jpg"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not allow every byte in a name")
def test_names_with_any_bytes_survive(tmp_path: Path) -> None:
    raw = (
        b"caf\xe9.jpg",
        b"new\nline.jpg",
        b"\x1b[31mred.jpg",
        b"-rf.jpg",
        b" .jpg",
        "\u202egpj.exe.jpg".encode(),
        b"n" * 251 + b".jpg",
    )
    for name in raw:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_bytes(JPEG)
    found = [one for one in find([tmp_path]) if isinstance(one, FoundFile)]
    assert {os.fsencode(one.relative) for one in found} == set(raw)
    assert all(pickle.loads(pickle.dumps(one)).path.read_bytes() == JPEG for one in found)


@pytest.fixture
def deep_folder(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder with a photo 1,200 folders down, and the photo's path; taken away step by step, as it was made."""
    depth, here = 1200, Path.cwd()
    os.chdir(tmp_path)
    for _ in range(depth):
        os.mkdir("d")
        os.chdir("d")
    Path("a.jpg").write_bytes(JPEG)
    os.chdir(here)
    yield tmp_path, "d/" * depth + "a.jpg"
    os.chdir(tmp_path)
    for _ in range(depth):
        os.chdir("d")
    os.remove("a.jpg")
    for _ in range(depth):
        os.chdir("..")
        os.rmdir("d")
    os.chdir(here)


def test_a_folder_deeper_than_any_recursion_is_walked(deep_folder: tuple[Path, str]) -> None:
    folder, photo = deep_folder
    assert names(folder) == [photo]


def test_a_folder_that_disappears_meanwhile_is_told(tmp_path: Path) -> None:
    a_folder(tmp_path, {"a.jpg": JPEG, "sub/b.jpg": JPEG})
    walk = find([tmp_path])
    first = next(walk)
    (tmp_path / "sub" / "b.jpg").unlink()
    (tmp_path / "sub").rmdir()
    (second,) = walk
    assert first.display.endswith("a.jpg")
    assert isinstance(second, Refused)
    assert second.problem.kind == "missing"


def test_sidecars_are_found_beside_a_photo_each_once(tmp_path: Path) -> None:
    a_folder(tmp_path, {"sub/a.jpg": JPEG, "sub/a.txt": b"text", "sub/a.jpg.xmp": b"xmp", "a.xmp": b"elsewhere"})
    os.link(tmp_path / "sub" / "a.txt", tmp_path / "sub" / "a.jpg.txt")
    (tmp_path / "sub" / "a.xmp").symlink_to(tmp_path / "a.xmp")
    (found,) = (one for one in find([tmp_path]) if isinstance(one, FoundFile))
    wanted = ("a.xmp", "a.jpg.xmp", "a.txt", "a.jpg.txt", "x" * 5000)
    assert [one.relative for one in beside(found, wanted)] == ["sub/a.jpg.xmp", "sub/a.txt"]


def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    walk = threading.Thread(target=lambda: list(find([tmp_path])), daemon=True)
    walk.start()
    walk.join(5)
    assert not walk.is_alive()
