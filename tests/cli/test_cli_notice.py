"""prov notice: a kill or correction on record, and every later check of the photo and of its copies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from builders.desk import Desk, run_here
from builders.newsml import NAMESPACE, a_file, a_message, an_item
from builders.ninjs import a_ninjs_1, ninjs
from builders.reposts import SCENES, a_sample, as_jpeg, collage, cropped
from PIL import ImageOps

GUID = "tag:agency.example,2024:newsml_GX1E9341HD701"
KILL = "From: Valtorre Agency\nDate: Sat, 4 May 2024 08:00:00 +0000\nSubject: PICTURE KILL\n\n{}\n"
CROP = (0.1, 0.05, 0.75, 0.9)


def a_notice(desk: Desk, words: str = "MANDATORY KILL. Please remove harbour_regatta_0503.jpg", name: str = "kill.txt"):
    return desk.text(name, KILL.format(words))


def a_scene(desk: Desk, name: str, number: int = 0) -> Path:
    return desk.text(name, as_jpeg(a_sample(SCENES[number])))


def a_crop(desk: Desk, name: str, number: int = 0, *, mirrored: bool = False) -> Path:
    part = cropped(a_sample(SCENES[number]), CROP)
    return desk.text(name, as_jpeg(ImageOps.mirror(part) if mirrored else part, 70))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive that holds the photo, a crop of it that a paper published, and another photo."""
    desk = Desk(tmp_path_factory.mktemp("prepared"), lambda arguments: run_here(arguments, lambda: ("", "")))
    a_scene(desk, "wire/harbour_regatta_0503.jpg")
    a_crop(desk, "web/front.jpg")
    a_scene(desk, "wire/other_photo_0504.jpg", 1)
    caption = "file,caption,publisher,published\nfront.jpg,Rowers at noon.,The Ledger,2024-05-03\n"
    desk.text("captions.csv", caption)
    desk.prov("ingest", desk.folder / "wire", "--source", "Valtorre Agency")
    desk.prov("ingest", desk.folder / "web", "--captions", desk.folder / "captions.csv", "--standing", "published")
    return desk.folder


@pytest.fixture
def held(desk: Desk, prepared: Path) -> Desk:
    """A copy of it."""
    shutil.copytree(prepared, desk.folder, dirs_exist_ok=True)
    return desk


def killed(desk: Desk, file: Path) -> bool:
    answer = desk.prov("check", file, "--json")
    found = answer.objects[0]
    shown = found["summary"] == "killed"
    assert shown is bool(found["notices"])
    assert answer.code == (1 if shown else 0)
    return shown


def test_the_photo_its_copies_and_their_uses_are_listed(held: Desk) -> None:
    answer = held.prov("notice", a_notice(held))
    assert answer.code == 0
    assert answer.out.startswith("KILL: Valtorre Agency, 4 May 2024")
    assert "It concerns 1 photo held here, and 1 copy of it." in answer.out
    assert "front.jpg" in answer.out
    assert "cropped to" in answer.out
    assert "To be told, because they published it: The Ledger." in answer.out
    assert "other_photo" not in answer.out
    assert all(len(line) <= 80 for line in answer.out.splitlines())


def test_every_later_check_shows_it_first(held: Desk) -> None:
    held.prov("notice", a_notice(held))
    assert killed(held, held.path("wire/harbour_regatta_0503.jpg"))
    assert killed(held, held.path("web/front.jpg"))
    assert killed(held, a_crop(held, "new/unseen.jpg", mirrored=True))
    assert not killed(held, held.path("wire/other_photo_0504.jpg"))
    answer = held.prov("check", held.path("web/front.jpg"))
    assert answer.out.startswith("HOLD  Valtorre Agency killed this photo on 4 May 2024")
    page = held.folder / "page.html"
    held.prov("check", held.path("web/front.jpg"), "--html", page)
    assert page.read_text().index("Notices on record") < page.read_text().index('id="answer"')


def test_a_copy_that_arrives_afterwards_is_known_even_by_its_own_bytes(held: Desk) -> None:
    held.prov("notice", a_notice(held))
    crop = a_crop(held, "later/tip.jpg", mirrored=True)
    held.text("later/tip.txt", "Caption: A regatta.\nPublished: 2024-06-01\n")
    held.prov("ingest", crop.parent, "--source", "A reader", "--standing", "published")
    assert killed(held, crop)


def test_a_collage_that_holds_it_does_not_kill_its_other_photos(held: Desk) -> None:
    sheet, _boxes = collage([a_sample(SCENES[number]) for number in range(4)])
    held.text("web/sheet.jpg", as_jpeg(sheet))
    held.prov("ingest", held.path("web/sheet.jpg"))
    held.prov("notice", a_notice(held))
    assert killed(held, held.path("web/sheet.jpg"))
    assert not killed(held, held.path("wire/other_photo_0504.jpg"))


def test_doing_it_again_changes_nothing_and_finds_copies_that_came_since(held: Desk) -> None:
    notice = a_notice(held)
    first = held.prov("notice", notice, "--json").objects[0]
    held.prov("ingest", a_crop(held, "later/tip.jpg", mirrored=True))
    second = held.prov("notice", notice, "--json").objects[0]
    assert (first["status"], second["status"]) == ("new", "known")
    assert first["notice"] == second["notice"]
    assert len(second["photos"]) == len(first["photos"]) + 1  # type: ignore[arg-type]
    assert len(held.prov("notice", "--json").objects) == 1


def test_a_notice_about_a_photo_that_is_not_here_waits_for_it(held: Desk) -> None:
    answer = held.prov("notice", a_notice(held, "MANDATORY KILL: regatta_winners_7714.jpg"))
    assert answer.code == 0
    assert "None of its photos is held here" in answer.out
    late = a_scene(held, "incoming/regatta_winners_7714.jpg", 2)
    assert killed(held, late)
    held.prov("ingest", late)
    copy = a_crop(held, "incoming/copy.jpg", 2)
    assert killed(held, copy)


def test_a_person_may_say_which_photo_is_meant(held: Desk) -> None:
    notice = a_notice(held, "MANDATORY KILL of the rowing picture")
    answer = held.prov("notice", notice)
    assert answer.code == 2
    assert "--photo" in answer.err
    assert held.prov("notice").out.startswith("No notice is on record")
    photo = str(held.prov("show", held.path("wire/other_photo_0504.jpg"), "--json").objects[0]["photo"])
    by_id = held.prov("notice", notice, "--photo", photo[:10], "--json").objects[0]
    assert [(one["photo"], one["by"]) for one in by_id["photos"]] == [(photo, "pointed-out")]  # type: ignore[union-attr]
    assert killed(held, held.path("wire/other_photo_0504.jpg"))


def test_a_picture_that_is_not_held_may_be_pointed_at_with_its_file(held: Desk) -> None:
    unheld = a_crop(held, "mail/attached.jpg", mirrored=True)
    answer = held.prov("notice", a_notice(held, "MANDATORY KILL, see attached"), "--photo", unheld)
    assert answer.code == 0
    assert killed(held, unheld)
    broken = held.text("mail/broken.jpg", b"\xff\xd8 nothing")
    assert held.prov("notice", a_notice(held, "MANDATORY KILL"), "--photo", broken).code == 3


def test_names_that_several_photos_have_are_said_and_not_guessed(held: Desk) -> None:
    a_scene(held, "one/IMG_0001.JPG", 2)
    a_scene(held, "two/IMG_0001.JPG", 3)
    held.prov("ingest", held.folder / "one", held.folder / "two")
    answer = held.prov("notice", a_notice(held, "MANDATORY KILL: IMG_0001.JPG"))
    assert "2 photos here are called IMG_0001.JPG" in answer.out
    assert not killed(held, held.path("one/IMG_0001.JPG"))
    held.prov("notice", a_notice(held, "MANDATORY KILL: IMG_0001.JPG"), "--photo", held.path("one/IMG_0001.JPG"))
    assert killed(held, held.path("one/IMG_0001.JPG"))
    assert not killed(held, held.path("two/IMG_0001.JPG"))


def test_a_cancelled_item_of_newsml_kills_what_the_item_brought(held: Desk) -> None:
    files = [a_file("harbour_regatta_0503.jpg")]
    held.text("feed/item.xml", a_message(an_item(GUID, "1", files=files)))
    held.prov("ingest", held.folder / "feed", "--source", "Valtorre Agency")
    gone = held.text(
        "gone.xml", a_message(an_item(GUID, "2", files=(), status="stat:canceled", caption="Not available."))
    )
    answer = held.prov("notice", gone, "--json")
    photos = answer.objects[0]["photos"]
    assert answer.objects[0]["notice"]["kind"] == "kill"  # type: ignore[index]
    assert [one["by"] for one in photos] == ["named", "likeness"]  # type: ignore[union-attr]
    refused = held.prov("ingest", gone)
    assert "prov notice gone.xml" in refused.out + refused.err


def test_a_cancelled_item_of_ninjs_kills_by_file_name(held: Desk) -> None:
    item = a_ninjs_1(pubstatus="canceled", renditions={"main": {"href": "harbour_regatta_0503.jpg"}})
    answer = held.prov("notice", held.text("gone.json", ninjs(item)), "--json")
    assert [one["by"] for one in answer.objects[0]["photos"]] == ["named", "likeness"]  # type: ignore[union-attr]


def test_the_old_caption_is_a_warning_after_a_correction_and_the_new_one_is_not(held: Desk) -> None:
    old, new = "Rowers in Valtorta, Italy, May 3, 2024.", "Rowers in Valtorre, Italy, May 3, 2024."
    files = [a_file("harbour_regatta_0503.jpg")]
    held.text("feed/1.xml", a_message(an_item(GUID, "1", files=files, caption=old)))
    note = "<edNote>CAPTION CORRECTION: town is Valtorre, not Valtorta</edNote>"
    corrected = held.text("feed/2.xml", a_message(an_item(GUID, "2", files=files, caption=new, meta=note)))
    held.prov("ingest", held.folder / "feed", "--source", "Valtorre Agency")
    assert held.prov("notice", corrected).code == 0

    def severities(caption: str) -> list[object]:
        found = held.prov("check", held.path("web/front.jpg"), "--caption", caption, "--json").objects[0]
        assert found["summary"] != "killed"
        return [one["severity"] for one in found["findings"] if one["rule"] == "killed"]  # type: ignore[union-attr]

    assert severities(old) == ["warning"]
    assert severities(new) == ["note"]


def test_notices_are_listed_and_taken_off_the_record_by_their_id(held: Desk) -> None:
    held.prov("notice", a_notice(held))
    (kept,) = held.prov("notice", "--json").objects
    id = str(kept["notice"]["id"])  # type: ignore[index]
    assert id in held.prov("notice").out
    assert held.prov("notice", "--forget", "N-ffff").code == 2
    assert held.prov("notice", "--forget", id).code == 0
    assert not killed(held, held.path("wire/harbour_regatta_0503.jpg"))


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("missing.txt",), 3, "missing.txt"),
        (("caption.txt",), 3, "holds no kill or correction notice"),
        (("hostile.xml",), 3, "entities or a document type"),
        (("--photo", "abcdef"), 2, "no notice was given"),
        (("caption.txt", "--kind", "murder"), 2, "--kind takes"),
        (("caption.txt", "--forget", "N-1"), 2, "--forget"),
        (("kill.txt", "--photo", "ffffff"), 2, "ffffff"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_hint(held: Desk, arguments: tuple[str, ...], code: int, words: str) -> None:
    a_notice(held)
    held.text("caption.txt", "Rowers pass under the old bridge.")
    held.text("hostile.xml", f'<!DOCTYPE a [<!ENTITY b "c">]><newsItem{NAMESPACE}>&b;</newsItem>')
    answer = held.prov("notice", *(held.folder / one if one.endswith((".txt", ".xml")) else one for one in arguments))
    assert answer.code == code
    assert words in answer.err
    assert "Traceback" not in answer.err
    assert held.prov("notice").out.startswith("No notice is on record")


def test_without_an_archive_it_says_so(desk: Desk) -> None:
    assert desk.prov("notice", a_notice(desk)).code == 4
    assert desk.prov("notice").code == 4


def test_its_help_tells_what_it_does(desk: Desk) -> None:
    answer = desk.prov("notice", "--help")
    assert answer.code == 0
    for word in ("--photo", "--kind", "--forget", "shows the notice first", "Exit code"):
        assert word in " ".join(answer.out.split())
