"""Renditions: the files of one library entry are one record, never held against each other, and told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders.desk import Desk
from builders.files import a_jpeg
from builders.pictures import a_picture
from PIL import Image

from provenance.matching.pixels import to_image
from provenance.model.renditions import MOST_SLOW

PATTERN = r"(?P<record>\d+)(?:_(?P<rendition>web|thumb))?\.jpg$"


def scene(seed: int, width: int = 800) -> Image.Image:
    whole = to_image(a_picture(seed))
    return whole.resize((width, round(width * whole.height / whole.width)))


def library(desk: Desk, entries: int = 2) -> Path:
    """Entries with an original that carries a caption and a credit, and a copy for the web that lost both."""
    for entry in range(entries):
        told = {
            "2:120": f"Ferry in the harbour 3 May 202{entry}",
            "2:80": "Ines Halder",
            "2:55": "20210503",
        }
        desk.text(f"in/471{entry}.jpg", a_jpeg(scene(entry), iptc=told))
        desk.text(f"in/471{entry}_web.jpg", a_jpeg(scene(entry, 500), iptc={"2:120": "Harbour, 9 June 2019"}))
    return desk.folder / "in"


def records(desk: Desk) -> dict[str, tuple[str, str]]:
    told = [one for one in desk.prov("audit", "--json").objects if one["kind"] == "family"]
    copies = [copy for one in told for copy in one["copies"]]
    return {Path(copy["files"][0]).name: (copy["record"].rpartition(":")[2], copy["rendition"]) for copy in copies}


def rules(desk: Desk) -> set[str]:
    objects = desk.prov("audit", "--json").objects
    listed = [one for family in objects if family["kind"] == "family" for one in family["findings"]]
    return {one["rule"] for one in (*listed, *(each for each in objects if each["kind"] == "name-variants"))}


def test_files_of_one_entry_are_not_held_against_each_other(desk: Desk) -> None:
    folder = library(desk)
    desk.prov("ingest", folder)
    assert {"date-conflict", "credit-dropped"} & rules(desk), "without a pattern they are two testimonies"
    assert desk.prov("ingest", folder, "--rendition-pattern", PATTERN).code == 0
    assert records(desk) == {
        "4710.jpg": ("4710", "original"),
        "4710_web.jpg": ("4710", "web"),
        "4711.jpg": ("4711", "original"),
        "4711_web.jpg": ("4711", "web"),
    }
    assert not {"date-conflict", "credit-dropped", "seen-before-claimed-date", "caption-changed"} & rules(desk)


def test_a_credit_that_renditions_lost_is_one_line_for_each_kind(desk: Desk) -> None:
    folder = library(desk, 3)
    desk.prov("ingest", folder, "--rendition-pattern", PATTERN)
    told = desk.prov("audit").out
    assert "Credits lost in renditions" in told
    assert " ".join(told.split()).count('The credit is lost in the "web" rendition of 3 library entries') == 1
    (line,) = [one for one in desk.prov("audit", "--json").objects if one["kind"] == "name-variants"]
    assert (line["rule"], line["list"], line["names"]) == (
        "credit-lost-in-renditions",
        "credit-lost-in-renditions",
        [{"name": "web", "photos": 3}],
    )
    desk.prov("decide", line["id"], "dismiss", "--note", "The site prints it")
    assert "The credit is lost" not in desk.prov("audit").out
    library(desk, 4)
    desk.prov("ingest", folder)
    assert "The credit is lost" not in desk.prov("audit").out, "a decision holds though the number grows"


def test_what_comes_later_is_told_by_the_same_pattern_and_reindex_tells_it_anew(desk: Desk) -> None:
    folder = library(desk, 1)
    desk.prov("ingest", folder, "--rendition-pattern", PATTERN)
    library(desk, 2)
    desk.prov("ingest", folder)
    before = records(desk)
    assert before["4711_web.jpg"] == ("4711", "web")
    assert desk.prov("archive", "reindex").code == 0
    assert records(desk) == before
    desk.prov("ingest", folder, "--rendition-pattern", r"(\d\d)\d\d")
    assert records(desk)["4711_web.jpg"] == ("47", "original")


def test_a_column_of_a_table_names_the_entry(desk: Desk) -> None:
    folder = library(desk, 1)
    desk.text("in/other/deep.jpg", a_jpeg(scene(0, 640)))
    files = ("4710.jpg", "4710_web.jpg", "other/deep.jpg")
    rows = ["file,caption,Library No", *(f"{one},Ferry,L-1" for one in files)]
    table = desk.text("list.csv", "\n".join(rows))
    assert desk.prov("ingest", folder, "--captions", table, "--record-column", "library no").code == 0
    assert {one[0] for one in records(desk).values()} == {"L-1"}
    library(desk, 2)
    desk.prov("ingest", folder)
    assert records(desk)["4710.jpg"][0] == "L-1"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--rendition-pattern", "(unclosed"], "no regular expression"),
        (["--rendition-pattern", "nothing in brackets"], "no group that tells the entry"),
        (["--rendition-pattern", "(" + "a" * 600 + ")"], "longer than"),
        (["--record-column", "Library No"], "--captions"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence_and_nothing_is_brought_in(desk: Desk, given: list[str], told: str) -> None:
    answer = desk.prov("ingest", library(desk, 1), *given)
    assert answer.code == 2
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_a_column_that_is_not_there_is_named_with_those_that_are(desk: Desk) -> None:
    table = desk.text("list.csv", "file,caption\n4710.jpg,Ferry\n")
    answer = desk.prov("ingest", library(desk, 1), "--captions", table, "--record-column", "Entry")
    assert answer.code == 2
    assert 'no column "Entry"' in answer.err
    assert "file, caption" in answer.err


LATER = r"^(?:(?:a|a)+)+$|" + PATTERN
"""It reads names of digits at once, and never comes to an end on others."""
ENDLESS = "a" * 40 + ".jpg"


def test_a_pattern_that_takes_for_ever_is_not_kept_and_the_run_tells_what_it_did(desk: Desk) -> None:
    folder = library(desk, 1)
    desk.photo(f"in/{ENDLESS}", 7)
    desk.prov("ingest", folder, "--rendition-pattern", PATTERN)
    before = records(desk)
    answer = desk.prov("ingest", folder, "--rendition-pattern", r"^((a|a)+)+$")
    assert (answer.code, answer.out) == (2, "0 new, 3 known, 0 captions linked, 0 unreadable.\n")
    assert "takes too long" in answer.err
    assert "It was not kept" in answer.err
    for later in (("ingest", folder), ("archive", "reindex")):
        again = desk.prov(*later)
        assert (again.code, "takes too long" in again.err) == (0, False)
        assert records(desk) == before


def test_a_name_that_comes_later_and_takes_for_ever_stops_no_run(desk: Desk) -> None:
    folder = library(desk, 1)
    desk.prov("ingest", folder, "--rendition-pattern", LATER)
    desk.photo(f"in/{ENDLESS}", 7)
    desk.text("in/copy.jpg", a_jpeg(scene(0, 640)))
    answer = desk.prov("ingest", folder)
    assert (answer.code, answer.out) == (0, "2 new, 2 known, 0 captions linked, 0 unreadable.\n")
    assert answer.err.count("takes too long") == 1
    assert "copy.jpg" in desk.prov("audit", "--json").out, "copies are looked for all the same"
    assert "takes too long" not in desk.prov("ingest", folder).err, "a file is asked once"


def test_a_pattern_is_given_up_for_a_run_where_many_names_take_for_ever(desk: Desk) -> None:
    folder = library(desk, 1)
    desk.prov("ingest", folder, "--rendition-pattern", LATER)
    for number in range(MOST_SLOW + 2):
        desk.photo(f"in/{'a' * number}{ENDLESS}", number + 3)
    answer = desk.prov("ingest", folder)
    assert answer.code == 0
    assert answer.err.count("takes too long") == MOST_SLOW
    assert "left as they are" in answer.err
    assert desk.prov("ingest", folder).err.count("takes too long") == 2, "the next run goes on with the others"


def test_a_pattern_that_fits_nothing_is_complained_of(desk: Desk) -> None:
    answer = desk.prov("ingest", library(desk, 1), "--rendition-pattern", r"(ZZZ)")
    assert answer.code == 0
    assert "No file is a rendition" in answer.err
