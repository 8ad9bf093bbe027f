"""The caption history as it is told: in a terminal, on the page, for scripts."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from builders.cases import a_case, a_claim, a_known_photo, a_testimony, a_when, an_id
from builders.histories import a_history, said_so
from builders.verdicts import decided
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from provenance.model.appearance import Standing
from provenance.model.claims import Flag
from provenance.report.caption_history import history_lines, history_object, history_words
from provenance.report.html import render_check_page
from provenance.report.layout import columns
from provenance.report.objects import check_object
from provenance.report.text import render_check

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "check-1.json").read_text(encoding="utf-8"))
LVIV = "Volunteers sort clothes at a school in Lviv, Ukraine, May 3, 2021. REUTERS/Ines Halder"
WIRE = a_testimony(
    source="Reuters",
    transmitted="2021-05-03",
    **said_so(LVIV, date=a_when("2021-05-03", "May 3, 2021"), creators="Ines Halder", agencies="Reuters"),
)
SHORT = a_testimony(
    source="The Example Times",
    standing=Standing.PUBLISHED,
    published="2021-05-05",
    **said_so("Volunteers sort clothes at a school in Lviv", agencies="Reuters"),
)
COPY = a_testimony(
    source="Another Paper",
    standing=Standing.PUBLISHED,
    published="2021-05-06",
    **said_so("Volunteers sort clothes at a school in Lviv", agencies="Reuters"),
)
FALSE = "Volunteers sort clothes at a school in Odesa, August 9, 2023"
CLAIM = a_claim(FALSE, date=a_when("2023-08-09", "August 9, 2023"), agencies="Reuters")


def told(*testimonies, claim=CLAIM) -> str:
    return " ".join(" ".join(history_lines(a_history(*testimonies, claim=claim))).split())


def test_the_time_line_names_the_changes_and_marks_the_words():
    text = told(WIRE, SHORT)
    assert text.startswith("3 versions, the oldest first: 1 re-attributed, 1 in other words.")
    assert "1. 3 May 2021 (transmitted): Reuters, on record first version held" in text
    assert "2. 5 May 2021 (published): The Example Times, published other words, same facts (beside 1)" in text
    assert "- shortened" in text
    assert "in Lviv[-, Ukraine, May 3, 2021. REUTERS/Ines Halder-]" in text
    assert "3. 21 November 2026 (checked now): the claim RE-ATTRIBUTED: ANOTHER DAY" in text
    assert "- date moved: “May 3, 2021” → “August 9, 2023”" in text
    assert "{+Odesa, August 9, 2023+}" in text


def test_copies_of_the_same_words_are_counted_and_not_told_again():
    text = told(WIRE, SHORT, COPY, claim=None)
    assert "and 1 later version with the same words" in text
    assert "3." not in text.replace("May 3", "")


def test_a_translation_says_from_which_language_to_which_and_keeps_the_facts():
    german = "Freiwillige sortieren am 3. Mai 2021 in einer Schule in Lwiw Kleider für den Winter"
    other = a_testimony(source="dpa", published="2021-05-04", **said_so(german, date="2021-05-03"))
    text = told(WIRE, other, claim=None)
    assert "other words, same facts" in text
    assert "- other language: English → German" in text
    assert german in text


def test_what_only_a_sender_offered_and_what_was_superseded_is_said_to_be_so():
    offer = a_testimony(source="tips", standing=Standing.OFFERED, published="2024-01-01", **said_so(FALSE))
    old = a_testimony(source="Reuters", transmitted="2021-05-02", superseded=True, **said_so("Volunteers"))
    text = told(old, WIRE, offer, claim=None)
    assert "also offered to us by tips" in text
    assert "superseded by a newer version" in text


def test_one_version_is_no_history():
    assert history_lines(a_history(WIRE)) == []
    assert history_words(a_history(WIRE)) == ""
    assert len(history_object(a_history(WIRE))) == 1


def verdict(*testimonies, claim=CLAIM, **parts):
    case = a_case(claim, [a_known_photo(*testimonies)], history=a_history(*testimonies, claim=claim))
    return decided(case, **parts)


def test_it_stands_behind_v_and_not_on_the_first_screen():
    assert "Caption history" in render_check(verdict(WIRE, SHORT), verbose=True)
    assert "Caption history" not in render_check(verdict(WIRE, SHORT))


def test_scripts_get_every_version_with_its_changes_and_words():
    made = check_object(verdict(WIRE, SHORT, COPY))
    Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(made)))
    history = made["history"]
    assert [one["turn"] for one in history] == ["first", "same-facts", "same-words", "re-attributed"]
    assert [one["against"] for one in history] == [None, 0, 1, 2]
    assert [one["claim"] for one in history] == [False, False, False, True]
    assert (history[0]["photo"], history[3]["photo"]) == (an_id("known"), None)
    assert {"change": "date-moved", "before": "May 3, 2021", "after": "August 9, 2023"} in history[3]["changes"]
    newer = [run["text"] for run in history[3]["words"] if run["kind"] in {"kept", "added", "moved-here"}]
    assert "".join(newer) == FALSE


class Marks(HTMLParser):
    """Collects what stands in ins and del, and the classes of list items."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: dict[str, str] = {"ins": "", "del": ""}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in self.marked:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.marked:
            self.open.pop()

    def handle_data(self, data):
        if self.open:
            self.marked[self.open[-1]] += data


def test_the_page_marks_words_for_eyes_and_for_screen_readers():
    html = render_check_page(verdict(WIRE, SHORT))
    marks = Marks(html).marked
    assert "How its caption changed" in html
    assert "[added: Odesa, August 9, 2023]" in marks["ins"]
    assert "[removed: , Ukraine, May 3, 2021. REUTERS/Ines Halder]" in marks["del"]
    assert "Re-attributed: another day" in html
    assert "date moved: “May 3, 2021” → “August 9, 2023”" in html


def test_a_photo_with_one_caption_has_no_such_section():
    assert "How its caption changed" not in render_check_page(verdict(WIRE, claim=None))


def test_a_marker_that_was_dropped_is_named():
    old = a_testimony(transmitted="2022-01-01", **said_so(f"FILE PHOTO: {LVIV}", flags=[Flag.FILE_PHOTO]))
    assert "- “file photo” dropped" in told(old, claim=a_claim(LVIV))


@given(st.text(max_size=120), st.text(max_size=120))
@settings(max_examples=40, deadline=None)
def test_text_from_outside_breaks_neither_the_lines_nor_the_page(one, other):
    said = a_testimony(source="a", published="2021-01-01", **said_so(one))
    lines = history_lines(a_history(said, claim=a_claim(other)))
    assert all(columns(line) <= 80 and "\x1b" not in line for line in lines)
    html = render_check_page(verdict(said, claim=a_claim(f"{other}<script>")))
    assert "<script" not in html
