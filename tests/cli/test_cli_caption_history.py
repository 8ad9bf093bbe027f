"""The caption history, from the captions that a desk receives to the answer."""

from __future__ import annotations

from pathlib import Path

from builders.desk import Desk
from builders.pictures import a_picture, to_pixels
from PIL import Image

from provenance.matching.pixels import to_image

WIRE = (
    "file,caption,published\n"
    'a.jpg,"FILE PHOTO: Skaters cross a canal in Giethoorn, Netherlands, February 9, 2012. REUTERS/Femke Dijkman",'
    "2012-02-10\n"
)
PAGES = (
    "file,caption,publisher,published\n"
    'a.jpg,"Skaters cross a canal in Giethoorn, February 9, 2012",Courier,2012-02-11\n'
    'a.jpg,"Skaters cross a canal in Oslo, Norway, January 20, 2024",Rumour,2024-01-21\n'
)
CLAIM = "Skaters cross a canal in Oslo, Norway, January 20, 2024"


def filled(desk: Desk) -> Path:
    photo = desk.photo("wire/a.jpg")
    desk.prov("ingest", photo, "--source", "Reuters", "--captions", desk.text("wire.csv", WIRE))
    pages = desk.text("pages.csv", PAGES)
    desk.prov("ingest", photo, "--source", "clippings", "--standing", "published", "--captions", pages)
    return desk.photo("in/b.jpg", quality=60)


def changes(version: dict) -> set[str]:
    return {one["change"] for one in version["changes"]}


def test_a_check_tells_every_version_in_time_order_with_the_claim_last(desk: Desk) -> None:
    (told,) = desk.prov("check", filled(desk), "--caption", CLAIM, "--json").objects
    first, short, false, claim = told["history"]
    assert (first["turn"], short["turn"], false["turn"]) == ("first", "other-facts", "re-attributed")
    assert "file-photo-dropped" in changes(short)
    assert "date-moved" in changes(false)
    assert (claim["claim"], claim["turn"], claim["against"]) == (True, "same-words", 2)
    assert claim["dated_by"] == "checked"


def test_it_is_printed_behind_v_and_by_show(desk: Desk) -> None:
    photo = filled(desk)
    for answer in (desk.prov("check", photo, "--caption", CLAIM, "-v"), desk.prov("show", desk.folder / "wire/a.jpg")):
        assert "Caption history" in answer.out
        assert "RE-ATTRIBUTED" in answer.out
        assert "- date moved: “February 9, 2012” → “January 20, 2024”" in " ".join(answer.out.split())
    assert "Caption history" not in desk.prov("check", photo, "--caption", CLAIM).out


def test_show_tells_what_was_said_of_files_with_the_same_picture_too(desk: Desk) -> None:
    filled(desk)
    exif = Image.Exif()
    exif[0x010E] = "Skaters cross a canal in Giethoorn. Femke Dijkman"
    again = desk.path("wire/c.jpg")
    to_image(a_picture(1)).save(again, "JPEG", quality=90, exif=exif)
    desk.prov("ingest", again)
    (told,) = desk.prov("show", again, "--json").objects
    assert len(told["appearances"]) == 1
    assert len(told["history"]) == 4
    assert len({one["photo"] for one in told["history"]}) == 2


def test_a_collage_of_several_photos_has_no_history_of_one_caption(desk: Desk) -> None:
    filled(desk)
    other = desk.photo("wire/d.jpg", seed=2)
    desk.prov("ingest", other, "--captions", desk.text("d.csv", "file,caption\nd.jpg,A baker in Gaziantep\n"))
    page = Image.new("RGB", (1400, 560), "white")
    for at, seed in enumerate((1, 2)):
        page.paste(to_image(a_picture(seed)).resize((640, 480)), (30 + at * 700, 40))
    (told,) = desk.prov("check", desk.save("in/collage.jpg", to_pixels(page)), "--json").objects
    assert len([one for one in told["matches"] if one["verdict"] == "same-photo"]) == 2
    assert told["history"] == []
