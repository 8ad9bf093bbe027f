"""What a file says about itself, at the doors: positions and clocks for and against a claim, blocks that disagree."""

from __future__ import annotations

from pathlib import Path

from builders.desk import Desk
from builders.files import a_jpeg

CAPTION = "Bulls run through the streets of Pamplona, Spain, June 5, 2020. (AP Photo/Ines Halder)"
PAMPLONA = (42.8169, -1.6432)


def a_file(desk: Desk, name: str, **fields: object) -> Path:
    path = desk.path(name)
    path.write_bytes(a_jpeg(width=400, height=300, **fields))
    return path


def from_spain(desk: Desk) -> Path:
    return a_file(
        desk,
        "in/a.jpg",
        taken="2020:06:05 12:10:01",
        gps=PAMPLONA,
        make="Canon",
        xmp={"photoshop:DateCreated": "2020-06-05T10:10:01Z", "dc:creator": ["Ines Halder"]},
    )


def test_what_fits_the_claim_is_shown_with_its_evidence(desk: Desk) -> None:
    desk.prov("ingest", desk.photo("wire/other.jpg", 7))
    (told,) = desk.prov("check", from_spain(desk), "--caption", CAPTION, "--json").objects
    messages = [one["message"] for one in told["corroborations"]]
    assert "Local time against UTC implies +02:00, which fits Spain in June." in messages
    assert any("km from Pamplona" in words for words in messages)
    assert any("5 June 2020" in words for words in messages)
    assert all(one["evidence"] for one in told["corroborations"])
    verbose = desk.prov("check", from_spain(desk), "--caption", CAPTION, "-v").out
    assert "implies +02:00" in verbose


def test_a_position_and_a_clock_elsewhere_are_told(desk: Desk) -> None:
    desk.prov("ingest", desk.photo("wire/other.jpg", 7))
    moved = CAPTION.replace("Pamplona, Spain", "Kyoto, Japan")
    (told,) = desk.prov("check", from_spain(desk), "--caption", moved, "--json").objects
    found = {one["rule"]: one for one in told["findings"]}
    assert found["gps-conflict"]["severity"] == "warning"
    assert "Pamplona" in found["gps-conflict"]["message"]
    assert found["timezone-conflict"]["severity"] == "note"


def test_inspect_shows_groups_disagreements_and_findings(desk: Desk) -> None:
    path = a_file(
        desk,
        "b.jpg",
        taken="2020:07:08 09:49:13",
        modified="2024:05:30 10:52:06",
        software="GIMP 2.10",
        iptc={"2:55": "20240530", "2:110": "Agency"},
    )
    answer = desk.prov("inspect", path)
    assert answer.code == 0
    for heading in ("WHEN", "WHO", "WHAT WAS DONE TO IT"):
        assert heading in answer.out
    assert "These disagree" in answer.out
    assert "time of the last save" in " ".join(answer.out.split())
    (told,) = desk.prov("inspect", path, "--json").objects
    assert {"edited-after-capture", "blocks-disagree"} <= {one["rule"] for one in told["findings"]}
    assert max(map(len, answer.out.splitlines())) <= 80
