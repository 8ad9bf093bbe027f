"""prov compare: two photos, no archive; its exit codes, its page and its sheet, and that it replaces no photo."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from builders.compared import a_repost
from builders.desk import Desk
from builders.files import a_scene
from builders.pictures import a_blank, to_pixels
from PIL import Image, ImageDraw

PNG = b"\x89PNG\r\n\x1a\n"


def picture(desk: Desk, name: str, image: Image.Image) -> Path:
    path = desk.path(name)
    image.save(path, quality=88)
    return path


@pytest.fixture
def pair(desk: Desk) -> tuple[Path, Path]:
    """A mirrored crop with a patch and text, and the photo it was made from."""
    whole, changed, _clean = a_repost()
    return picture(desk, "repost.jpg", changed), picture(desk, "whole.jpg", whole)


def test_a_mirrored_crop_with_a_patch_is_the_same_photo_and_the_answer_says_how(
    desk: Desk, pair: tuple[Path, Path]
) -> None:
    answer = desk.prov("compare", *pair)
    assert answer.code == 0
    lines = answer.out.rstrip("\n").split("\n")
    assert lines[0].startswith("SAME PHOTO")
    assert lines[1].startswith("Mirrored, cropped to 5")
    assert "(left and top removed)" in answer.out
    assert len(lines) <= 12
    assert max(map(len, lines)) <= 80
    assert len(desk.prov("compare", *pair, "-v").out) > len(answer.out)


def test_the_object_measures_the_same(desk: Desk, pair: tuple[Path, Path]) -> None:
    (told,) = desk.prov("compare", *pair, "--json").objects
    assert told["summary"] == told["verdict"] == "same-photo"
    assert {"mirrored", "cropped"} <= set(told["relation"])
    assert told["mirrored"] is True
    assert told["kept"] == pytest.approx(0.56, abs=0.05)
    assert told["shown"] == pytest.approx([0.3, 0.2, 1.0, 1.0], abs=0.05)
    assert told["changes"]


def test_no_archive_is_needed_and_none_is_made(desk: Desk, pair: tuple[Path, Path]) -> None:
    assert desk.prov("compare", *pair).code == 0
    assert not desk.archive.exists()


def test_two_photos_with_nothing_in_common(desk: Desk) -> None:
    photos = desk.photo("a.jpg", 1), desk.photo("b.jpg", 2)
    answer = desk.prov("compare", *photos, "--html", desk.folder / "o.html", "--png", desk.folder / "o.png")
    assert answer.code == 0
    assert answer.out.startswith("NOTHING IN COMMON was found.")
    assert (desk.folder / "o.html").read_text(encoding="utf-8").count("data:image/") == 2
    assert (desk.folder / "o.png").read_bytes().startswith(PNG)
    (told,) = desk.prov("compare", *photos, "--json").objects
    assert (told["summary"], told["verdict"]) == ("nothing-in-common", None)


def test_the_same_file_twice_is_the_same_file(desk: Desk) -> None:
    photo = desk.photo("a.jpg")
    answer = desk.prov("compare", photo, photo, "--html", desk.folder / "o.html", "--png", desk.folder / "o.png")
    assert answer.code == 0
    assert "same file, byte for byte" in answer.out
    assert desk.prov("compare", photo, photo, "--json").objects[0]["relation"] == ["identical"]


def test_the_page_and_the_sheet_are_written_and_said_to_be(desk: Desk, pair: tuple[Path, Path]) -> None:
    page, sheet = desk.folder / "o.html", desk.folder / "o.png"
    answer = desk.prov("compare", *pair, "--html", page, "--png", sheet)
    assert answer.code == 0
    assert "o.html" in answer.err
    assert "o.png" in answer.err
    assert page.read_text(encoding="utf-8").count("data:image/") == 4
    with Image.open(sheet) as drawn:
        assert drawn.format == "PNG"
        assert drawn.width > 1000


@pytest.mark.parametrize("option", ["--html", "--png"])
def test_neither_photo_is_ever_replaced(desk: Desk, option: str) -> None:
    photo, other = desk.photo("a.html", 1), desk.photo("b.jpg", 2)
    before = photo.read_bytes()
    link = desk.folder / "again.html"
    link.hardlink_to(photo)
    for out in (photo, other, link):
        answer = desk.prov("compare", photo, other, option, out)
        assert answer.code == 2
        assert "left alone" in answer.err
    assert photo.read_bytes() == before


def test_what_stands_already_is_not_replaced_but_an_old_page_is(desk: Desk) -> None:
    pair = (desk.photo("a.jpg"),) * 2
    others = desk.photo("other.png", 3), desk.folder / "notes.txt", desk.folder / "folder.html"
    others[1].write_text("precious")
    others[2].mkdir()
    page = desk.text("o.html", "old")
    assert desk.prov("compare", *pair, "--png", others[0]).code == 2
    for out in others:
        answer = desk.prov("compare", *pair, "--html", out)
        assert answer.code == 2
        assert "left alone" in answer.err
        assert answer.out.startswith("SAME PHOTO"), "the answer is given all the same"
    assert others[1].read_text() == "precious"
    assert desk.prov("compare", *pair, "--html", page).code == 0
    assert page.read_text(encoding="utf-8") != "old"


def test_a_folder_that_is_not_there_is_a_sentence(desk: Desk) -> None:
    photo = desk.photo("a.jpg")
    for option in ("--html", "--png"):
        answer = desk.prov("compare", photo, photo, option, desk.folder / "none" / "o")
        assert answer.code == 2
        assert "folder does not exist" in answer.err


def test_what_cannot_be_read_is_exit_code_3_and_named(desk: Desk) -> None:
    good = desk.photo("good.jpg")
    broken = desk.text("broken.jpg", good.read_bytes()[:1500])
    for one, named in ((broken, "broken.jpg"), (desk.folder / "missing.jpg", "missing.jpg"), (desk.folder, "folder")):
        for arguments in ((one, good), (good, one)):
            answer = desk.prov("compare", *arguments, "--html", desk.folder / "o.html")
            assert answer.code == 3
            assert answer.out == ""
            assert named in answer.err
            assert "good.jpg" not in answer.err
    assert not (desk.folder / "o.html").exists()
    assert desk.prov("compare", broken, desk.folder / "missing.jpg").err.count("prov: ") == 2


def test_what_cannot_be_read_is_an_object_too(desk: Desk) -> None:
    answer = desk.prov("compare", desk.photo("good.jpg"), desk.folder / "missing.jpg", "--json")
    assert answer.code == 3
    (told,) = answer.objects
    assert told["summary"] == "unreadable"
    assert (told["this"]["readable"], told["other"]["readable"]) == (True, False)


@pytest.mark.parametrize("arguments", [["a.jpg"], ["a.jpg", "b.jpg", "c.jpg"], ["a.jpg", "b.jpg", "--nonsense"]])
def test_it_takes_two_photos(desk: Desk, arguments: list[str]) -> None:
    assert desk.prov("compare", *arguments).code == 2


def test_flat_pictures_show_too_little(desk: Desk) -> None:
    black, grey = desk.save("black.jpg", a_blank(0)), desk.save("grey.jpg", a_blank(120))
    for arguments in ((black, grey), (black, desk.photo("a.jpg"))):
        (told,) = desk.prov("compare", *arguments, "--json").objects
        assert told["summary"] == "too-little-detail"
        assert told["verdict"] is None
    assert desk.prov("compare", black, grey).out.startswith("TOO LITTLE DETAIL")


def lines_of_text(width: int, height: int, line: str) -> Image.Image:
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    for place in range(10, height - 10, 14):
        pen.text((10, place), f"{line} {place} " * 6, fill="black")
    return image


def test_pages_of_different_text_are_not_one_photo(desk: Desk) -> None:
    one = picture(desk, "one.png", lines_of_text(500, 400, "Nothing new has been said here"))
    two = picture(desk, "two.png", lines_of_text(500, 400, "Every word of this is other"))
    (told,) = desk.prov("compare", one, two, "--json").objects
    assert told["verdict"] != "same-photo"


@pytest.mark.parametrize("size", [(32, 32), (1, 1), (4000, 40), (40, 4000), (1500, 1100)])
def test_pictures_of_any_size_are_compared_and_shown(desk: Desk, size: tuple[int, int]) -> None:
    this = picture(desk, "this.png", a_scene(seed=3, width=320, height=240).resize(size))
    page, sheet = desk.folder / "o.html", desk.folder / "o.png"
    scene = desk.save("scene.jpg", to_pixels(a_scene(seed=4)))
    other = ("NOTHING", "TOO LITTLE", "CANNOT")
    for arguments, words in (((this, this), "SAME PHOTO"), ((this, scene), other), ((scene, this), other)):
        answer = desk.prov("compare", *arguments, "--html", page)
        assert answer.code == 0, answer.err
        assert answer.out.startswith(words)
    assert desk.prov("compare", this, scene, "--png", sheet).code == 0
    assert sheet.read_bytes().startswith(PNG)


def test_names_that_attack_are_shown_and_not_obeyed(desk: Desk) -> None:
    photo = desk.photo("a\x1b[31m\u202e<script>alert(1).jpg", 1)
    page = desk.folder / "o.html"
    answer = desk.prov("compare", photo, desk.photo("b.jpg", 2), "--html", page)
    assert answer.code == 0
    assert not {"\x1b", "\u202e"} & set(answer.out + answer.err)
    assert "<script>alert" not in page.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
@pytest.mark.parametrize("option", ["--html", "--png"])
def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_written(desk: Desk, option: str) -> None:
    """A limit on the size of files stands in for the full disk: the write fails half-way all the same."""
    out = desk.path("out/o.html")
    arguments = ["prov", "compare", *[str(desk.photo("a.jpg"))] * 2, option, str(out)]
    script = (
        "import resource, signal, sys\nsys.dont_write_bytecode = True\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        f"sys.argv = {arguments!r}\n"
        "from provenance.cli.main import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "full" in done.stderr
    assert done.stdout.startswith("SAME PHOTO")
    assert list(out.parent.iterdir()) == []
