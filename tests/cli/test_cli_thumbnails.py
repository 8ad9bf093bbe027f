"""Small pictures inside a file at the doors: what they show is told, and shown side by side on the page."""

from __future__ import annotations

from builders.desk import Desk
from builders.embedded import a_jpeg_with_exif_thumbnail
from builders.files import a_scene

SCENE = a_scene(3, 640, 480)


def test_a_crop_is_told_by_inspect_and_shown_on_the_page(desk: Desk) -> None:
    path = desk.path("in/a.jpg")
    path.write_bytes(a_jpeg_with_exif_thumbnail(SCENE.crop((60, 40, 500, 370)), SCENE))
    answer = desk.prov("inspect", path)
    assert "PICTURES INSIDE THE FILE" in answer.out
    assert "note: The EXIF thumbnail shows more than the picture" in answer.out
    (told,) = desk.prov("inspect", path, "--json").objects
    (one,) = told["embedded"]
    assert (one["kind"], one["verdict"], one["width"]) == ("EXIF thumbnail", "cropped", 160)
    assert path.read_bytes()[one["offset"] :].startswith(b"\xff\xd8\xff")

    desk.prov("ingest", desk.photo("wire/other.jpg", 7))
    page = desk.path("page.html")
    (checked,) = desk.prov("check", path, "--json", "--html", page).objects
    assert [finding["rule"] for finding in checked["findings"]] == ["thumbnail-differs"]
    assert [one["verdict"] for one in checked["embedded"]] == ["cropped"]
    text = page.read_text()
    assert "Small pictures inside the file" in text
    assert text.count("data:image/webp;base64,") == 3  # the photo, the same beside its thumbnail, the thumbnail


def test_a_thumbnail_that_shows_the_same_is_no_finding(desk: Desk) -> None:
    path = desk.path("in/a.jpg")
    path.write_bytes(a_jpeg_with_exif_thumbnail(SCENE, SCENE))
    (told,) = desk.prov("inspect", path, "--json").objects
    assert ([one["verdict"] for one in told["embedded"]], told["findings"]) == (["same"], [])
    assert desk.prov("inspect", path).code == 0
