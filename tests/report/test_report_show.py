"""`prov show`: who took it, and every appearance in time order."""

from __future__ import annotations

from builders.cases import a_moment, a_testimony, an_id, some_claims
from builders.histories import a_history
from builders.verdicts import OFFER, OLD, PAPER, REUTERS

from provenance.model.appearance import Standing
from provenance.model.archive import Location, StoredPhoto
from provenance.model.case import Searched
from provenance.model.photo import PhotoId, PictureId, Problem
from provenance.model.times import Voucher
from provenance.report.show import render_show, show_object


def a_stored_photo(held_since: str = "2022-04-09T08:00", **fields) -> StoredPhoto:
    where = (Location("/archive", "wire/b.jpg", 204_800, 0, 0),)
    given = {
        "picture": PictureId(an_id("p")),
        "format": "JPEG",
        "width": 1600,
        "height": 1067,
        "problems": (),
        **fields,
    }
    return StoredPhoto(PhotoId(an_id("known")), size=204_800, held_since=a_moment(held_since), locations=where, **given)


def in_file(block: str, caption: str = "The same words", **fields):
    return a_testimony(source="desk", voucher=Voucher.IN_FILE, address=block, caption=caption, **fields)


def test_it_names_who_took_it_and_the_earliest_appearance_with_its_kind():
    text = " ".join(render_show(a_stored_photo(), [PAPER, OFFER, REUTERS]).split())
    assert "Who took it: Reuters / Zohra Bensemra (Reuters, on record)." in text
    assert "Earliest in this archive: 7 April 2022, transmitted (Reuters, Reuters.csv row 2)." in text
    assert "1600 x 1067 pixels, 204.8 kB" in text
    assert "File: wire/b.jpg" in text


def test_dates_that_only_the_file_states_are_named_so():
    text = " ".join(render_show(a_stored_photo(), [in_file("EXIF", captured="2022-04-06")]).split())
    assert "6 April 2022, taken, as stated in the file (desk, EXIF)" in text


def test_without_earlier_dates_held_since_is_the_earliest():
    text = " ".join(render_show(a_stored_photo(), [a_testimony()]).split())
    assert "Earliest in this archive: 9 April 2022, held since then by the archive's own clock." in text
    assert "Who took it: nobody is credited in this archive." in text


def test_appearances_stand_in_time_order_superseded_and_offered_ones_marked():
    text = render_show(a_stored_photo(), [OFFER, PAPER, OLD, REUTERS])
    order = [
        text.index(words) for words in ("A man walks past", "Residents walk past", "Homes in ruins", "Bakhmut this")
    ]
    assert order == sorted(order)
    assert "superseded by a newer version" in text
    assert "also offered to us by tips desk" in text
    assert "4 appearances, the earliest first" in text


def test_offers_and_superseded_versions_name_neither_the_earliest_nor_the_credit():
    offer = a_testimony(standing=Standing.OFFERED, published="2011-01-01", claims=some_claims(creators="Somebody"))
    old = a_testimony(superseded=True, transmitted="2012-01-01", claims=some_claims(creators="Another"))
    text = render_show(a_stored_photo(), [offer, old])
    assert "nobody is credited" in text
    assert "Earliest in this archive: 9 April 2022" in text


def test_blocks_of_one_file_that_say_the_same_are_shown_together():
    text = render_show(a_stored_photo(), [in_file("IPTC-IIM"), in_file("XMP"), in_file("EXIF", "Other words")])
    assert text.count("“The same words”") == 1
    assert "From: IPTC-IIM, XMP" in text
    assert "From: EXIF" in text


def test_a_photo_about_which_nothing_was_said_says_so():
    assert "No appearance is on record" in render_show(a_stored_photo(), [])


def test_the_archives_size_scopes_the_answer():
    searched = Searched(41_203, None)
    assert "in this archive of 41,203 photos" in render_show(a_stored_photo(), [], searched)


def test_an_unreadable_photo_shows_its_problem_and_long_lines_are_wrapped():
    problem = Problem("truncated", "The file ends in the middle of the picture.", "Ask for it again.")
    photo = a_stored_photo(picture=None, format="", width=0, height=0, problems=(problem,))
    text = render_show(photo, [a_testimony(caption="word " * 100 + "\x1b[2J")])
    assert "Problem: The file ends in the middle of the picture. Ask for it again." in " ".join(text.split())
    assert max(map(len, text.split("\n"))) <= 80
    assert "\x1b" not in text


def test_the_object_for_scripts_holds_every_appearance():
    testimonies = [OFFER, PAPER, REUTERS, in_file("XMP"), in_file("EXIF")]
    made = show_object(a_stored_photo(), testimonies, Searched(2, None))
    assert made["photo"] == an_id("known")
    assert len(made["appearances"]) == 5
    assert made["credits"] == ["Reuters / Zohra Bensemra (Reuters, on record)"]
    assert made["files"] == ["wire/b.jpg"]
    assert made["searched"] == {"photos": 2, "newest": None}


def test_the_caption_history_follows_the_appearances():
    made = a_history(REUTERS, PAPER)
    text = render_show(a_stored_photo(), [REUTERS, PAPER], history=made)
    assert text.index("2 appearances") < text.index("Caption history")
    assert "Caption history" not in render_show(a_stored_photo(), [REUTERS], history=a_history(REUTERS))
    assert len(show_object(a_stored_photo(), [REUTERS, PAPER], history=made)["history"]) == 2
