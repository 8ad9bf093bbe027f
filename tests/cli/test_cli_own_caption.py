"""A file's own caption: judged by others, labelled as such, and never by itself."""

from __future__ import annotations

import io
from pathlib import Path

from builders.desk import Desk
from builders.pictures import a_picture
from PIL import Image

from provenance.matching.pixels import to_image

CAPTION = "People cross the old bridge of Marren, Austria, 3 May 2021. Ines Halder / Reuters"
OTHER = "People cross a bridge in Naples, Italy, 12 February 2023."


def with_caption(desk: Desk, name: str, caption: str, seed: int = 1, quality: int = 90) -> Path:
    exif = Image.Exif()
    exif[0x010E] = caption
    held = io.BytesIO()
    to_image(a_picture(seed)).save(held, "JPEG", quality=quality, exif=exif)
    path = desk.path(name)
    path.write_bytes(held.getvalue())
    return path


def test_a_file_does_not_vouch_for_itself(desk: Desk) -> None:
    photo = with_caption(desk, "a.jpg", CAPTION)
    desk.prov("ingest", photo)
    (told,) = desk.prov("check", photo, "--json").objects
    assert told["summary"] == "seen-not-judged"
    assert "Only the file itself speaks" in desk.prov("check", photo).out


def test_a_file_s_own_caption_is_judged_by_others_and_labelled(desk: Desk) -> None:
    desk.prov("ingest", with_caption(desk, "wire/a.jpg", CAPTION))
    copy = with_caption(desk, "in/b.jpg", OTHER, quality=60)
    answer = desk.prov("check", copy)
    assert answer.out.startswith("HOLD")
    assert "the file's own caption" in answer.out
    assert answer.code == 0, "one in-file record is no error"


def test_a_caption_written_into_the_file_makes_a_new_photo_of_the_same_picture(desk: Desk) -> None:
    desk.prov("ingest", with_caption(desk, "wire/a.jpg", CAPTION))
    renamed = with_caption(desk, "in/b.jpg", OTHER)
    (told,) = desk.prov("check", renamed, "--json").objects
    assert told["matches"][0]["relation"] == ["same-picture"]
    assert told["matches"][0]["confidence"] == 1.0
    assert told["matches"][0]["photo"] != told["photo"]
    assert told["summary"] == "contradicts"


def test_what_a_sender_s_file_says_is_only_offered(desk: Desk) -> None:
    desk.prov("ingest", with_caption(desk, "tip.jpg", OTHER), "--standing", "offered")
    (told,) = desk.prov("check", with_caption(desk, "b.jpg", CAPTION, quality=60), "--json").objects
    assert told["summary"] == "seen-not-judged"
    assert {one["standing"] for one in told["matches"][0]["appearances"]} == {"offered"}
