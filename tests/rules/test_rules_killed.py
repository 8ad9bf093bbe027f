"""killed: a supplier's notice comes first."""

from __future__ import annotations

from typing import Any

import pytest
from builders.cases import a_case, a_claim, a_frame, a_known_photo, a_match, a_statement, a_testimony, an_id
from builders.notices import a_notice, a_noticed

from provenance.model.appearance import Standing
from provenance.model.findings import Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import MatchVerdict
from provenance.model.notice import NoticeKind
from provenance.rules.killed import killed
from provenance.rules.rule import Hit

OLD = "Rowers pass under the old bridge in Valtorta, Italy, May 3, 2024."
NEW = "Rowers pass under the old bridge in Valtorre, Italy, May 3, 2024."


def said(*noticed: Any, **case: Any) -> list[Any]:
    return list(killed.judge(a_case(notices=noticed, **case), RuleLimits()))


def only(*noticed: Any, **case: Any) -> Hit:
    (hit,) = said(*noticed, **case)
    assert isinstance(hit, Hit)
    return hit


def test_without_a_notice_it_says_nothing() -> None:
    assert said(known=[a_known_photo(a_testimony())]) == []


@pytest.mark.parametrize(("kind", "did"), [(NoticeKind.KILL, "killed"), (NoticeKind.WITHDRAWAL, "withdrew")])
def test_a_photo_that_was_killed_or_withdrawn_is_an_error(kind: NoticeKind, did: str) -> None:
    hit = only(a_noticed(a_notice(kind)))
    assert hit.message == f"Valtorre Agency {did} this photo on 4 May 2024: it must not be used."
    assert hit.severity is None
    assert killed.severity is Severity.ERROR
    assert hit.evidence[0].text == "MANDATORY KILL: VAL101"


def test_a_copy_of_a_killed_photo_is_the_same_error() -> None:
    hit = only(a_noticed(photo=an_id("known")), known=[a_known_photo()])
    assert "must not be used" in hit.message
    assert "wire/b.jpg" in hit.evidence[1].source


def test_what_is_only_like_a_killed_photo_is_a_warning_and_another_frame_a_note() -> None:
    unsure = a_known_photo(match=a_match(verdict=MatchVerdict.CANNOT_TELL))
    hit = only(a_noticed(photo=an_id("known")), known=[unsure])
    assert (hit.severity, bool(hit.innocent)) == (Severity.WARNING, True)
    hit = only(a_noticed(photo=an_id("known")), known=[a_known_photo(match=a_frame())])
    assert hit.severity is Severity.NOTE
    correction = a_notice(NoticeKind.CORRECTION)
    assert said(a_noticed(correction, an_id("known")), known=[a_known_photo(match=a_frame())]) == []


def corrected(claim: str | None, *, before: str = OLD, **notice: Any) -> Hit:
    ids = {"external_id": "tag:x:1", **notice}
    old = a_testimony(a_statement(before, external_id="tag:x:1", version="1"), superseded=True)
    new = a_testimony(a_statement(NEW, external_id="tag:x:1", version="2"))
    noticed = a_noticed(a_notice(NoticeKind.CORRECTION, "CAPTION CORRECTION", **ids), an_id("known"))
    return only(noticed, known=[a_known_photo(old, new)], claim=a_claim(claim) if claim else None)


@pytest.mark.parametrize("claim", [OLD, "Rowing in Valtorta on Friday", "ROWERS, VALTORTA"])
def test_a_claim_with_the_old_words_is_a_warning(claim: str) -> None:
    hit = corrected(claim)
    assert hit.severity is Severity.WARNING
    assert "old words" in hit.message
    assert "valtorta" in hit.evidence[0].text.lower()


@pytest.mark.parametrize("claim", [NEW, None, "Rowing in Italy.", f"CORRECTS TOWN, NOT VALTORTA. {NEW}"])
def test_a_claim_without_the_old_words_is_a_note(claim: str | None) -> None:
    hit = corrected(claim, corrected=NEW, wrong=("VALTORTA",))
    assert hit.severity is Severity.NOTE
    assert hit.message == "Valtorre Agency corrected the caption of this photo on 4 May 2024."


def test_a_claim_that_lacks_what_was_added_is_the_old_caption() -> None:
    before = "Rowers pass under the old bridge in Valtorre."
    assert corrected(before, before=before).severity is Severity.WARNING
    assert corrected("Rowers pass under the old bridge in Valtorre on May 3.", before=before).severity is Severity.NOTE


def test_the_words_that_the_notice_takes_back_are_enough() -> None:
    noticed = a_noticed(a_notice(NoticeKind.CORRECTION, wrong=("Valtorta",)))
    assert only(noticed, claim=a_claim("A regatta in VALTORTA")).severity is Severity.WARNING
    assert only(noticed, claim=a_claim("A regatta in Valtortana")).severity is Severity.NOTE


def test_the_caption_on_record_is_old_where_only_the_notice_brings_the_new_one() -> None:
    own = a_testimony(a_statement(OLD, standing=Standing.IN_FILE, source="file"))
    notice = a_notice(NoticeKind.CORRECTION, corrected=NEW, external_id="tag:x:1")
    noticed = a_noticed(notice, an_id("known"))
    assert only(noticed, known=[a_known_photo(own)], claim=a_claim(OLD)).severity is Severity.WARNING


def test_advice_to_editors_is_a_note() -> None:
    assert only(a_noticed(a_notice(NoticeKind.ADVISORY))).severity is Severity.NOTE


def test_a_notice_without_a_day_says_none() -> None:
    assert only(a_noticed(a_notice(issued=None))).message == "Valtorre Agency killed this photo: it must not be used."
