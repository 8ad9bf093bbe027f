"""A notice is told before anything else, in text, on the page and in JSON; and what `prov notice` answers."""

from __future__ import annotations

from builders.cases import a_case, a_claim, a_known_photo, a_testimony, an_id
from builders.notices import RECORDED, a_notice, a_noticed
from builders.verdicts import OFFER, REUTERS, decided

from provenance.model.case import Summary
from provenance.model.notice import KeptNotice, NoticeKind, Way
from provenance.model.photo import PhotoId
from provenance.report.html import render_check_page
from provenance.report.notice import kept_object, render_notices
from provenance.report.objects import check_object
from provenance.report.text import render_check

KILL = a_noticed(photo=an_id("known"), way=Way.LIKENESS)


def test_a_killed_photo_is_killed_whatever_else_is_wrong_with_it() -> None:
    contradicted = a_case(a_claim(), [a_known_photo(REUTERS)], {"date": "contradicts"}, notices=(KILL,))
    verdict = decided(contradicted)
    assert verdict.summary is Summary.KILLED
    assert render_check(verdict).startswith(
        "HOLD  Valtorre Agency killed this photo on 4 May 2024: it must not be used."
    )
    assert "Do what the notice asks" in render_check(verdict)


def test_a_file_that_cannot_be_read_may_be_killed_too() -> None:
    verdict = decided(a_case(readable=False, notices=(a_noticed(),)))
    assert verdict.summary is Summary.KILLED


def test_a_correction_stands_above_an_answer_that_has_nothing_to_do_with_it() -> None:
    noticed = a_noticed(a_notice(NoticeKind.CORRECTION, wrong=("Borodyanka",)), an_id("known"))
    verdict = decided(a_case(a_claim(), [a_known_photo(OFFER)], notices=(noticed,)))
    assert verdict.summary is not Summary.KILLED
    assert "Valtorre Agency corrected the caption of this photo" in render_check(verdict).splitlines()[0]
    noted = decided(a_case(known=[a_known_photo(a_testimony())], notices=(noticed,)))
    assert render_check(noted).startswith("NOTICE: Valtorre Agency corrected the caption of this photo on 4 May 2024.")


def test_the_page_shows_the_notice_before_the_answer_and_escapes_it() -> None:
    hostile = a_noticed(a_notice(text="<script>alert(1)</script> MANDATORY KILL"), an_id("known"))
    page = render_check_page(decided(a_case(known=[a_known_photo(a_testimony())], notices=(hostile,))))
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
    assert page.index("Notices on record") < page.index('id="answer"')


def test_scripts_get_every_notice() -> None:
    verdict = decided(
        a_case(known=[a_known_photo(a_testimony())], notices=(KILL, a_noticed(a_notice(text="KILL two"))))
    )
    first, second = check_object(verdict)["notices"]
    assert (first["kind"], first["by"], first["photo"]) == ("kill", "likeness", an_id("known"))
    assert (second["text"], second["by"], second["photo"]) == ("KILL two", "named", None)
    assert first["recorded"] == "2024-05-04T08:00:00+00:00"


def test_the_notices_on_record_are_listed_and_fit_a_terminal() -> None:
    long = a_notice(text="KILL " + "word " * 100, publisher="A very long name of an agency " * 5)
    kept = [KeptNotice(long, RECORDED), KeptNotice(a_notice(), RECORDED, ((PhotoId(an_id("a")), Way.NAMED),))]
    text = render_notices(kept)
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "waits for its photo" in text
    assert "recorded 4 May 2024, 1 photo" in text
    assert "prov notice FILE" in render_notices([])
    assert kept_object(kept[1])["photos"] == [{"photo": an_id("a"), "by": "named"}]
