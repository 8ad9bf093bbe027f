"""prov ingest of folders and ZIPs in which documents lie beside their photos; captions that wait for theirs."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from builders.desk import Desk
from builders.documents import a_page
from builders.files import a_jpeg, a_scene
from builders.zips import a_zip, with_flags

CAPTION = "Dockers unload sacks of grain in the port of Vellmar, Norland, on 3 May 2021."
CREDIT = "Ines Halder/Reuters"
HEAD = (
    '<link rel="canonical" href="https://courier.example/2021/grain">'
    '<meta property="og:site_name" content="The Courier">'
    '<meta property="article:published_time" content="2021-05-04T06:00:00Z">'
)


def a_story(src: str, caption: str = CAPTION, alt: str = "", head: str = HEAD) -> bytes:
    figure = f'<figure><img src="{src}" alt="{alt}"><figcaption>{caption} {CREDIT}</figcaption></figure>'
    return a_page(f"<article>{figure}</article>", head=head)


def counts(text: str) -> str:
    return text.splitlines()[0]


def said(desk: Desk, photo: Path | str) -> list[dict[str, object]]:
    appearances = desk.prov("show", photo, "--json").objects[0]["appearances"]
    assert isinstance(appearances, list)
    return appearances


def captions(desk: Desk, photo: Path | str) -> list[object]:
    return [one["caption"] for one in said(desk, photo)]


def test_a_page_beside_its_photo_becomes_an_appearance_with_publisher_day_and_address(desk: Desk) -> None:
    photo = desk.photo("in/story_files/harbour.jpg", 1)
    desk.text("in/story.html", a_story("story_files/harbour.jpg?w=600"))
    desk.text("in/README.md", "not read")
    desk.text("in/licence.txt", "Anyone may use this.")
    answer = desk.prov("ingest", desk.folder / "in")
    assert answer.code == 0, answer.out
    assert counts(answer.out) == "1 new, 0 known, 1 captions linked, 0 unreadable."
    assert "1 document with captions was read." in answer.out
    assert "1 other file carries no captions" in answer.out
    (one,) = said(desk, photo)
    assert (one["caption"], one["credit"], one["publisher"]) == (CAPTION, CREDIT, "The Courier")
    assert (one["standing"], one["url"]) == ("published", "https://courier.example/2021/grain")
    assert str(one["published"]).count("2021-05-04")
    assert str(one["address"]).startswith("story.html: figure ")
    again = desk.prov("ingest", desk.folder / "in")
    assert counts(again.out) == "0 new, 1 known, 0 captions linked, 0 unreadable."
    assert len(said(desk, photo)) == 1


def test_the_words_left_in_alt_are_an_appearance_of_their_own(desk: Desk) -> None:
    photo = desk.photo("in/story_files/harbour.jpg", 1)
    wire = "Dockers carry sacks of rice in the harbour of Oststadt, Sudland, 9 June 2014. (Tom Reeve/AFP)"
    desk.text("in/story.html", a_story("story_files/harbour.jpg", alt=wire))
    desk.prov("ingest", desk.folder / "in")
    visible, hidden = said(desk, photo)
    assert (visible["caption"], hidden["credit"]) == (CAPTION, "Tom Reeve/AFP")
    figure = str(visible["address"]).removeprefix("story.html: ")
    assert hidden["address"] == f"story.html: alternative text of {figure}"


def test_a_photo_of_another_folder_does_not_stand_for_the_one_beside_the_page(desk: Desk) -> None:
    other = desk.photo("in/other/story_files/image.jpg", 1)
    desk.text("in/here/story.html", a_story("story_files/image.jpg", head=""))
    answer = desk.prov("ingest", desk.folder / "in")
    assert "1 caption waits" in answer.out
    assert said(desk, other) == []
    own = desk.photo("in/here/story_files/image.jpg", 2)
    assert counts(desk.prov("ingest", own).out) == "1 new, 0 known, 1 captions linked, 0 unreadable."
    assert captions(desk, own) == [CAPTION]


@pytest.mark.parametrize("page_first", [True, False])
def test_a_telling_name_in_a_url_finds_the_photo_in_either_order(desk: Desk, page_first: bool) -> None:
    page = desk.text("story.html", a_story("https://img.example/2021/05/vellmar-grain-port-1024x683.jpg?q=80"))
    photo = desk.photo("in/vellmar-grain-port.jpg", 1)
    for path in (page, photo) if page_first else (photo, page):
        answer = desk.prov("ingest", path)
        assert answer.code == 0
    assert "1 captions linked" in answer.out
    assert captions(desk, photo) == [CAPTION]


@pytest.mark.parametrize("name", ["image.jpg", "IMG_1234.jpg", "original.jpg", "1200x800.jpg", "photo-1.jpg"])
def test_a_name_that_thousands_of_photos_have_joins_nothing(desk: Desk, name: str) -> None:
    photo = desk.photo(f"in/{name}", 1)
    page = desk.text("story.html", a_story(f"https://img.example/2021/{name}"))
    assert "1 caption waits" in desk.prov("ingest", photo, page).out
    assert said(desk, photo) == []


def test_a_name_that_two_addresses_claim_joins_neither(desk: Desk) -> None:
    pages = [
        desk.text(
            f"{year}.html", a_story(f"https://img.example/{year}/crowd-before-parliament.jpg", f"A crowd in {year}.")
        )
        for year in (2014, 2021)
    ]
    desk.prov("ingest", *pages)
    photo = desk.photo("in/crowd-before-parliament.jpg", 1)
    assert "0 captions linked" in desk.prov("ingest", photo).out
    assert said(desk, photo) == []


def test_a_url_that_a_table_gave_for_a_photo_joins_pages_that_show_it(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    page = desk.text("story.html", a_story("https://img.example/7/image.jpg"))
    assert "1 caption waits" in desk.prov("ingest", photo, page).out
    table = desk.text("t.csv", "file,image url,caption\na.jpg,https://img.example/7/image.jpg,From the wire\n")
    assert "2 captions linked" in desk.prov("ingest", table).out
    assert set(captions(desk, photo)) == {CAPTION, "From the wire"}
    later = desk.text("later.html", a_story("https://img.example/7/image.jpg", "Grain, again."))
    assert "1 captions linked" in desk.prov("ingest", later).out


def test_the_url_of_a_page_or_of_a_logo_finds_no_photo(desk: Desk) -> None:
    photo = desk.photo("in/a.jpg", 1)
    logo, page = "https://img.example/logo-of-the-courier.png", "https://courier.example/grain"
    rows = f"a.jpg,{logo},{page},The first\nb.jpg,{logo},{page},The second\n,,{page},The third\n"
    table = desk.text("t.csv", "file,image url,url,caption\n" + rows)
    for _ in range(2):
        desk.prov("ingest", photo, table)
        assert captions(desk, photo) == ["The first"]


def test_an_article_under_the_photo_s_name_gives_its_caption_alone(desk: Desk) -> None:
    photo = desk.photo("in/grain.jpg", 1)
    body = "".join(f"In year {year} the harbour master counted ships and nobody knew more.\n\n" for year in range(30))
    desk.text("in/grain.txt", f"A storm\n\n{body}{CAPTION} (Photo: {CREDIT})\n\nNobody knows more.\n")
    desk.prov("ingest", photo)
    (one,) = said(desk, photo)
    assert (one["caption"], one["credit"]) == (CAPTION, CREDIT)


def test_an_agency_s_number_in_a_name_is_its_id(desk: Desk) -> None:
    page = desk.text("story.html", a_story("https://img.example/GettyImages-1234567890.jpg"))
    desk.prov("ingest", page)
    photo = desk.text("in/p1.jpg", a_jpeg(a_scene(1), iptc={"2:103": "1234567890"}))
    desk.prov("ingest", photo)
    assert CAPTION in captions(desk, photo)


def test_a_zip_is_taken_with_its_documents_and_sidecars_and_known_the_second_time(desk: Desk) -> None:
    one, two = desk.photo("one.jpg", 1).read_bytes(), desk.photo("two.jpg", 2).read_bytes()
    table = b"file,caption\nphotos/one.jpg,From the table\n"
    held = {"photos/one.jpg": one, "photos/two.jpg": two, "photos/two.txt": b"From beside.", "captions.csv": table}
    drop = desk.text("in/drop.zip", a_zip(held | {"story.html": a_story("photos/one.jpg"), "notes/x.bin": b"\0"}))
    answer = desk.prov("ingest", desk.folder / "in")
    assert answer.code == 0, answer.out
    assert counts(answer.out) == "2 new, 0 known, 3 captions linked, 0 unreadable."
    assert set(captions(desk, desk.folder / "one.jpg")) == {"From the table", CAPTION}
    assert captions(desk, desk.folder / "two.jpg") == ["From beside."]
    assert sorted(path.name for path in drop.parent.iterdir()) == ["drop.zip"]
    again = desk.prov("ingest", drop)
    assert counts(again.out) == "0 new, 2 known, 0 captions linked, 0 unreadable."
    (match,) = desk.prov("check", desk.folder / "one.jpg", "--json").objects[0]["matches"]
    assert match["files"] == ["drop.zip/photos/one.jpg"] or "photos/one.jpg" in match["files"]


def test_several_jobs_read_a_zip_too(desk: Desk) -> None:
    drop = desk.text(
        "drop.zip", a_zip({f"{seed}.jpg": desk.photo(f"{seed}.jpg", seed).read_bytes() for seed in range(4)})
    )
    answer = desk.prov_process("ingest", drop, "--jobs", "2")
    assert counts(answer.out) == "4 new, 0 known, 0 captions linked, 0 unreadable."


def test_what_is_wrong_in_a_zip_is_told_and_the_rest_goes_in(desk: Desk) -> None:
    good = desk.photo("good.jpg", 1).read_bytes()
    drop = desk.text("bad.zip", a_zip({"../evil.jpg": good, "good.jpg": good, "inner.zip": a_zip({"x.jpg": good})}))
    answer = desk.prov("ingest", drop)
    assert answer.code == 3
    assert counts(answer.out).startswith("1 new, 0 known")
    assert "leads out of it" in answer.out
    assert "archive in an archive" in answer.out
    assert not (desk.folder.parent / "evil.jpg").exists()
    locked = desk.text("locked.zip", with_flags(a_zip({"a.jpg": good}), 1))
    assert "encrypted" in desk.prov("ingest", locked).out
    assert desk.prov("ingest", desk.text("cut.zip", a_zip({"a.jpg": good})[:-40])).code == 3


def test_a_named_document_of_no_kind_is_a_mistake_and_one_in_a_folder_is_not(desk: Desk) -> None:
    desk.text("in/list.json", '{"colour": "red"}')
    desk.text("in/table.xlsx", b"PK\x03\x04 a workbook")
    answer = desk.prov("ingest", desk.folder / "in")
    assert (answer.code, "2 other files carry no captions" in answer.out) == (0, True)
    named = desk.prov("ingest", desk.folder / "in" / "table.xlsx")
    assert named.code == 3
    assert "Export a spreadsheet as CSV" in named.out


def test_captions_may_be_any_kind_of_document(desk: Desk) -> None:
    photo = desk.photo("in/vellmar-grain-port.jpg", 1)
    page = desk.text("story.html", a_story("https://img.example/vellmar-grain-port.jpg"))
    assert "1 captions linked" in desk.prov("ingest", photo, "--captions", page).out
    told = desk.prov("check", photo, "--captions", page, "--json").objects[0]
    assert told["summary"] == "agrees"


@pytest.mark.parametrize("href", ["drop/grain.jpg", "https://wire.example/a/1", ""])
def test_a_wire_document_finds_the_photo_that_it_was_dropped_with(desk: Desk, href: str) -> None:
    photo = desk.photo("in/drop/grain.jpg", 1)
    item = {"uri": "urn:x:grain:1", "type": "picture", "version": "1", "versioncreated": "2021-05-03T10:00:00Z",
            "description_text": CAPTION, "renditions": {"original": {"href": href}}}  # fmt: skip
    desk.text("in/drop/grain.json", json.dumps(item))
    assert "1 captions linked" in desk.prov("ingest", desk.folder / "in").out
    assert captions(desk, photo) == [CAPTION]
    assert "0 captions linked" in desk.prov("ingest", desk.folder / "in").out


def test_sidecars_whose_photo_is_not_there_wait_for_it(desk: Desk) -> None:
    desk.text("first/late.jpg.txt", "The late one of 3 May 2021.")
    assert "1 caption waits" in desk.prov("ingest", desk.folder / "first").out
    late = desk.photo("second/late.jpg", 2)
    assert "1 captions linked" in desk.prov("ingest", late).out
    assert captions(desk, late) == ["The late one of 3 May 2021."]


def test_json_tells_of_documents_too(desk: Desk) -> None:
    desk.photo("in/story_files/harbour.jpg", 1)
    desk.text("in/story.html", a_story("story_files/harbour.jpg"))
    photo, page = desk.prov("ingest", desk.folder / "in", "--json").objects
    assert (photo["status"], page["status"], page["document"]) == ("new", "new", "page")
    assert page["captions"] == {"linked": 1, "known": 0, "waiting": 0}
    assert desk.prov("ingest", desk.folder / "in", "--json").objects[1]["status"] == "known"


def test_waiting_captions_are_listed_and_joined_by_hand(desk: Desk) -> None:
    article = f"A storm\n\nThe port was closed.\n\n{CAPTION}\n{CAPTION} Reuters / INES HALDER\n"
    desk.text("in/article.txt", article)
    desk.text("in/story.html", a_story("https://img.example/image.jpg", "Sacks of grain, seen at dawn."))
    photo = desk.photo("in/p.jpg", 1)
    assert "2 captions wait" in desk.prov("ingest", desk.folder / "in").out
    listed = desk.prov("link", "--waiting")
    assert listed.code == 0
    assert CAPTION in listed.out
    assert "image.jpg" in listed.out
    waiting = {str(one["caption"]): str(one["waiting"]) for one in desk.prov("link", "--waiting", "--json").objects}
    assert [one["caption"] for one in desk.prov("link", "--waiting", "dawn", "--json").objects] == [
        "Sacks of grain, seen at dawn."
    ]
    joined = desk.prov("link", photo, "--awaited", waiting[CAPTION], "--json")
    assert (joined.code, joined.objects[0]["caption"]) == (0, CAPTION)
    assert captions(desk, photo) == [CAPTION]
    assert desk.prov("link", photo, "--awaited", waiting[CAPTION]).code == 2
    assert "1 caption waits" in desk.prov("link", "--waiting").out
    again = desk.prov("ingest", desk.folder / "in").out
    assert counts(again) == "0 new, 1 known, 0 captions linked, 0 unreadable."
    assert "1 caption waits" in again


def test_linking_nothing_says_what_could_be_done(desk: Desk) -> None:
    desk.prov("ingest", desk.photo("p.jpg"))
    assert "prov link --waiting" in desk.prov("link").err
    assert "No caption waits" in desk.prov("link", "--waiting").out


def test_a_folder_of_many_pages_is_quick(desk: Desk) -> None:
    for number in range(60):
        desk.text(f"in/{number}.html", a_story(f"https://img.example/{number}/crowd-in-square-{number}.jpg"))
    began = time.process_time()
    assert "60 captions wait" in desk.prov("ingest", desk.folder / "in").out
    assert time.process_time() - began < 80
