"""The table for bulk correction: a line for each file and finding, with nothing that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io

import pytest
from builders.audits import a_copy, a_decision, a_family, a_finding, a_full_family, a_listed, a_saying, a_variant
from builders.cases import a_statement

from provenance.model.audit import Listing
from provenance.model.family import Ruling
from provenance.report.audit_csv import BOM, COLUMNS, rows
from provenance.report.escape import csv_cell


def table(*families, variants=()):
    return list(csv.DictReader(io.StringIO("".join(rows(families, variants)), newline="")))


def test_a_line_names_the_file_the_field_and_who_says_what_is_suggested():
    family = a_full_family()
    events, mirrored = table(family)
    assert events == {
        "path": "site/flood-crop.jpg",
        "photo": family.copies[1].photo,
        "family": family.id,
        "finding": family.listed[0].finding.id,
        "list": "Same picture, two events",
        "severity": "warning",
        "field": "Date Created",
        "value": "January 2, 2020",
        "suggested": "October 14, 2022",
        "source": "Reuters, reuters.csv row 2",
        "note": "It is said to show two events: 14 October 2022, and 2 January 2020.",
    }
    assert (mirrored["field"], mirrored["suggested"], mirrored["source"]) == ("", "", "")


def test_a_photo_that_lies_in_several_places_has_a_line_for_each_with_its_whole_path():
    copy = a_copy("best", files=("a.jpg", "b/a.jpg"), paths=("/mnt/one/a.jpg", "/mnt/two/b/a.jpg"))
    assert [one["path"] for one in table(a_family(a_listed(), copies=(copy,)))] == [
        "/mnt/one/a.jpg",
        "/mnt/two/b/a.jpg",
    ]


def test_what_was_dismissed_is_left_out_and_what_was_confirmed_says_by_whom():
    finding = a_finding()
    assert table(a_family(a_listed(finding, decision=a_decision(finding.id, Ruling.DISMISS)))) == []
    (line,) = table(a_family(a_listed(finding, decision=a_decision(finding.id, note="Asked the desk."))))
    assert line["note"].endswith("Confirmed by Ana Archivist on 20 November 2026, 16:40 UTC: Asked the desk.")


def test_each_spelling_of_a_name_has_a_line():
    (line,) = table(variants=(a_variant(),))
    assert (line["list"], line["field"]) == ("Spellings of one photographer's name", "Creator")
    assert (line["value"], line["suggested"]) == ("Zohra Bensemrah", "Zohra Bensemra")
    assert line["source"] == "so spelt with 41 photos"


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"]


@pytest.mark.parametrize("formula", [f"{start}HYPERLINK" for start in FORMULAS])
def test_no_cell_is_a_formula(formula):
    said = a_statement(formula, formula, address=formula, publisher=formula)
    family = a_family(
        a_listed(a_finding(formula), Listing.DRIFT, against=1, field=formula, value=formula, suggested=formula),
        copies=(a_copy("best", files=(formula,)),),
        sayings=(a_saying(1, said),),
    )
    (line,) = table(family)
    for column in ("path", "field", "value", "suggested", "source", "note"):
        assert line[column].startswith("'")


def test_texts_with_commas_quotes_and_line_feeds_come_back_whole():
    text = 'He said: "no, never",\nand left; ¡así!'
    (line,) = table(a_family(a_listed(value=text, suggested="x", field="Description")))
    assert line["value"] == text
    assert csv_cell(text) == text


def test_control_characters_and_halves_of_characters_are_made_visible():
    (line,) = table(a_family(a_listed(value="\x1b[31m\u202e\udce9", suggested="x")))
    assert line["value"] == r"\x1b[31m‹U+202E›\xe9"


def test_lines_end_as_rfc_4180_says_and_may_begin_with_a_byte_order_mark():
    lines = list(rows([a_full_family()], bom=True))
    assert lines[0] == BOM + ",".join(COLUMNS) + "\r\n"
    assert all(one.endswith("\r\n") for one in lines)
    assert "".join(lines).encode("utf-8").startswith(b"\xef\xbb\xbf")
