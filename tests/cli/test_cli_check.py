"""prov check: the answer, its exit codes, and that it changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders.desk import Desk
from builders.pictures import a_blank

from provenance.model.matching import Orientation

TRUE = "A ferry leaves the old harbour of Aarhus, Denmark, 3 May 2021. Ines Halder / Reuters"
FALSE = "A ferry flees from Naples, Italy, 12 February 2023."


@pytest.fixture
def held(desk: Desk) -> Path:
    """A photo that two independent records describe alike."""
    photo = desk.photo("wire/a.jpg", 1)
    captions = desk.text("c.csv", f'file,caption\na.jpg,"{TRUE}"\n')
    desk.prov("ingest", photo, "--captions", captions, "--source", "wire")
    desk.prov("link", photo, "--caption", TRUE, "--publisher", "The Ledger", "--published", "2021-05-04")
    return photo


def test_a_known_photo_with_its_right_caption_agrees(desk: Desk, held: Path) -> None:
    answer = desk.prov("check", held, "--caption", TRUE)
    assert answer.code == 0
    (told,) = desk.prov("check", held, "--caption", TRUE, "--json").objects
    assert told["summary"] == "agrees"
    assert {one["axis"]: one["verdict"] for one in told["axes"]}["date"] == "agrees"


def test_a_mirrored_copy_with_another_date_and_place_is_held(desk: Desk, held: Path) -> None:
    repost = desk.photo("in/repost.jpg", 1, quality=50, lying=Orientation.MIRRORED)
    answer = desk.prov("check", repost, "--caption", FALSE)
    assert answer.code == 1
    assert answer.out.startswith("HOLD")
    (told,) = desk.prov("check", repost, "--caption", FALSE, "--json").objects
    assert told["summary"] == "contradicts"
    verdicts = {one["axis"]: one["verdict"] for one in told["axes"]}
    assert (verdicts["date"], verdicts["place"]) == ("contradicts", "contradicts")
    assert "mirrored" in told["matches"][0]["relation"]
    rules = {one["rule"]: one["severity"] for one in told["findings"]}
    assert rules["date-conflict"] == "error"
    assert rules["place-conflict"] == "error"
    assert rules["mirrored"] == "warning"


def test_the_answer_is_a_screen_at_most(desk: Desk, held: Path) -> None:
    answer = desk.prov("check", desk.photo("in/r.jpg", 1, quality=50, lying=Orientation.MIRRORED), "--caption", FALSE)
    lines = answer.out.rstrip("\n").split("\n")
    assert len(lines) <= 12
    assert max(map(len, lines)) <= 80
    assert len(desk.prov("check", held, "--caption", FALSE, "-v").out.splitlines()) > len(lines)


def test_one_record_alone_gives_a_warning(desk: Desk) -> None:
    photo = desk.photo("wire/a.jpg", 1)
    desk.prov("ingest", photo, "--captions", desk.text("c.csv", f'file,caption\na.jpg,"{TRUE}"\n'))
    answer = desk.prov("check", photo, "--caption", FALSE, "--json")
    assert answer.code == 0
    severities = {one["rule"]: one["severity"] for one in answer.objects[0]["findings"]}
    assert severities["date-conflict"] == "warning"
    assert desk.prov("check", photo, "--caption", FALSE, "--fail-on", "warning").code == 1
    assert desk.prov("check", photo, "--caption", FALSE, "--fail-on", "never").code == 0


def test_what_was_only_offered_accuses_nobody_but_is_shown(desk: Desk) -> None:
    photo = desk.photo("tips/a.jpg", 1)
    desk.prov(
        "ingest", photo, "--standing", "offered", "--captions", desk.text("c.csv", f'file,caption\na.jpg,"{FALSE}"\n')
    )
    answer = desk.prov("check", photo, "--caption", TRUE, "--json")
    assert answer.code == 0
    (told,) = answer.objects
    assert told["summary"] == "seen-not-judged"
    assert not [one for one in told["findings"] if one["severity"] != "note"]
    assert "also offered to us" in desk.prov("check", photo, "--caption", TRUE, "-v").out


def test_an_unknown_photo_is_not_found_and_that_is_no_proof(desk: Desk, held: Path) -> None:
    answer = desk.prov("check", desk.photo("in/new.jpg", 77))
    assert answer.code == 0
    assert answer.out.startswith("NOT FOUND among 1 photo")
    assert "does not make it new" in answer.out


def test_an_empty_archive_answers_not_found(desk: Desk) -> None:
    desk.prov("ingest", desk.path("empty/x").parent)
    answer = desk.prov("check", desk.photo("a.jpg"))
    assert answer.code == 0
    assert answer.out.startswith("NOT FOUND")


def test_no_archive_is_exit_code_4_with_a_hint_and_makes_none(desk: Desk) -> None:
    answer = desk.prov("check", desk.photo("a.jpg"))
    assert answer.code == 4
    assert "prov ingest" in answer.err
    assert not desk.archive.exists()


def test_a_broken_file_is_exit_code_3_and_a_finding_wins_over_it(desk: Desk, held: Path) -> None:
    broken = desk.text("in/broken.jpg", held.read_bytes()[:2000])
    answer = desk.prov("check", broken)
    assert answer.code == 3
    assert answer.out.startswith("CANNOT READ")
    captions = desk.text("claims.csv", f'file,caption\nheld.jpg,"{FALSE}"\n')
    copy = desk.text("in/held.jpg", held.read_bytes())
    both = desk.prov("check", broken, copy, "--captions", captions, "--json")
    assert both.code == 1
    assert [one["readable"] for one in both.objects] == [False, True]
    assert both.objects[0]["summary"] == "unreadable"


def test_a_missing_file_is_an_answer_too(desk: Desk, held: Path) -> None:
    answer = desk.prov("check", desk.folder / "nowhere.jpg", "--json")
    assert answer.code == 3
    assert answer.objects[0]["summary"] == "unreadable"
    assert answer.objects[0]["photo"] is None


def test_a_folder_is_checked_with_its_sidecars(desk: Desk, held: Path) -> None:
    desk.photo("in/copy.jpg", 1, quality=70)
    desk.text("in/copy.txt", FALSE)
    desk.photo("in/new.jpg", 50)
    answer = desk.prov("check", desk.folder / "in", "--json")
    summaries = {Path(str(one["file"])).name: one["summary"] for one in answer.objects}
    assert summaries == {"copy.jpg": "contradicts", "new.jpg": "not-found"}


def test_one_claim_for_several_photos_is_wrong_usage(desk: Desk, held: Path) -> None:
    answer = desk.prov("check", held, desk.photo("b.jpg", 2), "--caption", "x")
    assert answer.code == 2
    assert "--captions" in answer.err


def test_a_check_changes_nothing_unless_asked_to_save(desk: Desk, held: Path) -> None:
    new = desk.photo("in/new.jpg", 50)
    before = (desk.archive / "archive.db").read_bytes()
    desk.prov("check", new, "--caption", FALSE)
    assert (desk.archive / "archive.db").read_bytes() == before
    assert desk.prov("show", new).code == 2
    desk.prov("check", new, "--caption", FALSE, "--save")
    shown = desk.prov("show", new, "--json").objects[0]
    assert [(one["caption"], one["standing"]) for one in shown["appearances"]] == [(FALSE, "offered")]


def test_a_blank_picture_is_not_matched_with_other_blank_ones(desk: Desk, held: Path) -> None:
    desk.prov("ingest", desk.save("black.jpg", a_blank(0)))
    (told,) = desk.prov("check", desk.save("in/dark.jpg", a_blank(4), quality=60), "--json").objects
    assert told["summary"] == "too-little-detail"
    assert told["matches"] == []


def test_the_page_shows_both_pictures_and_is_never_written_over_a_photo(desk: Desk, held: Path) -> None:
    page = desk.folder / "page.html"
    desk.prov("check", held, "--caption", FALSE, "--html", page)
    text = page.read_text(encoding="utf-8")
    assert text.count("data:image/") == 2
    assert "Content-Security-Policy" in text
    before = held.read_bytes()
    answer = desk.prov("check", held, "--html", held)
    assert answer.code != 0
    assert held.read_bytes() == before


ATTACK = "\x1b]0;owned\x07\x1b[31mred\u202egnp.exe <script>alert(1)</script> 3 May 2021"


def test_escapes_and_bidi_characters_reach_no_terminal_and_no_page(desk: Desk) -> None:
    photo = desk.photo("wire/a.jpg", 1)
    desk.text("wire/a.txt", ATTACK)
    page = desk.folder / "page.html"
    printed = [
        desk.prov("ingest", photo).out,
        desk.prov("show", photo).out,
        desk.prov("check", photo, "--caption", ATTACK, "-v", "--html", page).out,
        desk.prov("check", photo, "--caption", ATTACK, "--json").out,
    ]
    for text in printed:
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "<script>alert" not in page.read_text(encoding="utf-8")
    assert desk.prov("show", photo, "--json").objects[0]["appearances"][0]["caption"] == ATTACK


def test_a_clock_set_back_accuses_nobody(desk: Desk, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    import provenance.cli.check as door

    monkeypatch.setattr(door, "now", lambda: datetime(2020, 1, 1, tzinfo=UTC))
    (told,) = desk.prov("check", held, "--caption", "A ferry, 3 May 2021", "--json").objects
    assert "seen-before-claimed-date" not in {one["rule"] for one in told["findings"]}
    assert told["summary"] == "agrees"


def test_a_photo_held_before_the_claimed_day_is_an_error_that_nobody_can_argue_with(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import UTC, datetime

    import provenance.cli.check as door

    photo = desk.photo("a.jpg", 1)
    desk.prov("ingest", photo)
    monkeypatch.setattr(door, "now", lambda: datetime(2031, 3, 1, tzinfo=UTC))
    answer = desk.prov("check", photo, "--caption", "Riot in Naples on 27 February 2031", "--json")
    assert answer.code == 1
    (finding,) = [one for one in answer.objects[0]["findings"] if one["rule"] == "seen-before-claimed-date"]
    assert finding["severity"] == "error"
