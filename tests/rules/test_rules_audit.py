"""Rules that speak only in an audit: what an archive holds against itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders.cases import (
    a_case,
    a_claim,
    a_fact,
    a_known_photo,
    a_match,
    a_testimony,
    a_when,
    some_claims,
)

from provenance.captions.reading import read
from provenance.captions.vocabulary import Vocabulary
from provenance.files import load_vocabulary
from provenance.model.appearance import Standing, Statement
from provenance.model.case import Case
from provenance.model.findings import Door, Severity
from provenance.model.limits import LIMITS, RuleLimits
from provenance.model.matching import Relation
from provenance.model.times import Dated, Span, TimeKind, Voucher
from provenance.rules.catalog import RULES
from provenance.rules.credit_dropped import credit_dropped
from provenance.rules.credit_lost_in_renditions import credit_lost_in_renditions
from provenance.rules.crop_lost_context import crop_lost_context
from provenance.rules.damaged_encoding import damaged_encoding, mend
from provenance.rules.date_conflict import date_conflict
from provenance.rules.issue_date_as_photo_date import issue_date_as_photo_date
from provenance.rules.judge import judge
from provenance.rules.name_variants import name_variants
from provenance.rules.no_credit import no_credit
from provenance.rules.rule import Cannot, Hit, Rule
from provenance.rules.scan_date_as_capture_date import scan_date_as_capture_date

RENDITIONS = [credit_lost_in_renditions]
WIRE = a_testimony(claims=some_claims(creators="Zohra Bensemra", agencies="Reuters"))
AUDIT_ONLY = {
    "credit-dropped",
    "credit-lost-in-renditions",
    "crop-lost-context",
    "issue-date-as-photo-date",
    "scan-date-as-capture-date",
    "damaged-encoding",
    "name-variants",
    "no-credit",
}


def said(rule: Rule, case: Case) -> list[Hit | Cannot]:
    return list(rule.judge(case, RuleLimits()))


def audited(**given: object) -> Case:
    return a_case(audited=True, **given)  # type: ignore[arg-type]


def test_these_rules_speak_in_the_audit_only_and_never_louder_than_a_note():
    rules = {one.id: one for one in RULES if one.id in AUDIT_ONLY}
    assert set(rules) == AUDIT_ONLY
    assert all(one.doors == (Door.AUDIT,) and one.severity is Severity.NOTE for one in rules.values())


def test_a_conflict_between_two_captions_on_record_names_neither_a_claim():
    case = audited(claim=a_claim(date="2023-03-02"), known=[a_known_photo(WIRE)], compared={"date": "contradicts"})
    (hit,) = said(date_conflict, case)
    assert hit.message == "One caption says 2 March 2023; another on record says April 7, 2022."
    assert hit.evidence[0].source == "sender (offered to us, sender.csv row 2)"
    assert "date-conflict" in {one.rule for one in judge(case, RuleLimits(), door=Door.AUDIT)[0]}


def test_an_uncredited_copy_of_a_credited_picture_is_a_note_with_the_credit():
    known = [a_known_photo(WIRE)]
    (hit,) = said(credit_dropped, audited(claim=a_claim(), known=known, compared={"credit": "cannot-tell"}))
    assert hit.message == "This copy has no credit; another on record credits REUTERS/Zohra Bensemra."


def test_a_copy_with_any_credit_drops_nothing_and_where_nobody_is_credited_it_cannot_be_told():
    credited = audited(claim=a_claim(agencies="AFP"), known=[a_known_photo(WIRE)], compared={"credit": "explainable"})
    assert said(credit_dropped, credited) == []
    bare = audited(claim=a_claim(), known=[a_known_photo(a_testimony())], compared={"credit": "cannot-tell"})
    nobody = tuple(replace(one, comparison=replace(one.comparison, on_record="")) for one in bare.held)
    (cannot,) = said(credit_dropped, replace(bare, held=nobody))
    assert "credits anybody" in cannot.reason


def test_a_photo_that_nobody_is_credited_for_is_a_note():
    bare = a_testimony(claims=some_claims())
    (hit,) = said(no_credit, audited(known=[a_known_photo(bare)]))
    assert "who took" in hit.message
    assert said(no_credit, audited(known=[a_known_photo(bare), a_known_photo(WIRE, seed="other")])) == []
    (cannot,) = said(no_credit, audited(known=[a_known_photo()]))
    assert "nothing is on record" in cannot.reason


@pytest.mark.parametrize(("kept", "hits"), [(0.3, 1), (0.49, 1), (0.5, 0), (0.9, 0)])
def test_a_crop_that_shows_less_than_half_is_a_note(kept: float, hits: int):
    known = a_known_photo(match=a_match(Relation.CROPPED, kept=kept))
    assert len(said(crop_lost_context, audited(known=[known]))) == hits


def test_a_crop_that_was_not_measured_cannot_be_judged_and_a_whole_copy_is_nothing():
    (cannot,) = said(crop_lost_context, audited(known=[a_known_photo(match=a_match(Relation.CROPPED))]))
    assert "measured" in cannot.reason
    assert said(crop_lost_context, audited(known=[a_known_photo(match=a_match(kept=0.2))])) == []


VOCABULARY = Vocabulary.from_documents(*load_vocabulary())


def a_stated_case(caption: str, date: str = "", *, times: tuple[Dated, ...] = (), **fields: str) -> Case:
    statement = Statement(
        "library", Standing.RECORD, Voucher.SPREADSHEET, "a.csv row 2", caption, date=date, times=times, **fields
    )
    claims = read(statement, VOCABULARY, LIMITS.read)
    return replace(audited(), claim=statement, claims=claims)


def test_a_date_field_that_holds_the_day_of_issue_is_a_note():
    day = Span.of_days(a_when("2022-08-09").first, a_when("2022-08-09").first)
    issued = (Dated(TimeKind.PUBLISHED, day, Voucher.SPREADSHEET, "published", "2022-08-09"),)
    case = a_stated_case("Gatundu, Kenya, March 4, 2013. REUTERS/Ann Hall", "2022-08-09", times=issued)
    (hit,) = said(issue_date_as_photo_date, case)
    assert hit.message == (
        "The date field says 9 August 2022, the day on which it was published; the caption says 4 March 2013."
    )


def test_a_date_field_close_to_the_captions_day_or_before_it_is_nothing_and_without_a_day_it_cannot_be_told():
    caption = "Gatundu, Kenya, March 4, 2013. REUTERS/Ann Hall"
    for day in ("2013-03-04", "2013-03-06", "2013-03-01", ""):
        assert said(issue_date_as_photo_date, a_stated_case(caption, day)) == []
    (cannot,) = said(issue_date_as_photo_date, a_stated_case("Voters in Gatundu, Kenya", "2022-08-09"))
    assert "no full day" in cannot.reason


SCANNED = (a_fact("EXIF Make", "EPSON"), a_fact("EXIF Model", "Perfection V700"))


def test_a_scanners_date_after_the_captions_day_is_a_note():
    facts = (*SCANNED, a_fact("EXIF DateTimeOriginal", "2019-05-02T10:00:00"))
    case = audited(claim=a_claim(date="1968-05-10"), facts=facts)
    (hit,) = said(scan_date_as_capture_date, case)
    assert "2 May 2019" in hit.message


def test_a_cameras_date_and_a_scan_on_the_day_are_nothing_and_without_a_day_it_cannot_be_told():
    taken = a_fact("EXIF DateTimeOriginal", "2019-05-02T10:00:00")
    camera = audited(claim=a_claim(date="1968-05-10"), facts=(a_fact("EXIF Make", "NIKON"), taken))
    same = audited(claim=a_claim(date="2019-05-02"), facts=(*SCANNED, taken))
    assert said(scan_date_as_capture_date, camera) == said(scan_date_as_capture_date, same) == []
    (cannot,) = said(scan_date_as_capture_date, audited(claim=a_claim(), facts=(*SCANNED, taken)))
    assert "could not be compared" in cannot.reason


@pytest.mark.parametrize("text", ["Café in Orléans – “après”", "Київ, 7 квітня", "Straße nach Łódź"])
def test_text_that_was_read_in_the_wrong_encoding_is_a_note_with_the_words_as_they_were(text: str):
    damaged = text.encode().decode("cp1252", errors="replace")
    (hit,) = said(damaged_encoding, a_stated_case(damaged))
    assert "damaged" in hit.message
    if "\ufffd" not in damaged:
        assert mend(damaged) == text
        assert text[:10] in hit.message


@pytest.mark.parametrize(
    "text",
    ["Café in Orléans", "Где? Когда?", "Mr. O’Neill said: “What?”", "See http://a.example/x?id=1&b=y", "Âge d’or"],
)
def test_whole_text_is_nothing(text: str):
    assert said(damaged_encoding, a_stated_case(text)) == []


def test_spellings_of_one_name_are_a_note_with_the_one_that_most_photos_bear_first():
    (hit,) = said(name_variants, audited(spellings=(("Ines Haldar", 2), ("Ines Halder", 40))))
    assert hit.message == "One photographer's name may be written in 2 ways: Ines Halder (40), Ines Haldar (2)."
    assert said(name_variants, audited(spellings=(("Ines Halder", 40),))) == []


def test_a_kind_of_renditions_that_lost_its_credit_is_told_once_with_its_number() -> None:
    ((one,), _cannot) = judge(a_case(uncredited=("web", 214, ("4711_web.jpg",))), RuleLimits(), RENDITIONS, Door.AUDIT)
    assert one.message == 'The credit is lost in the "web" rendition of 214 library entries, as in 4711_web.jpg.'
    assert one.severity is Severity.NOTE
    ((more,), _cannot) = judge(a_case(uncredited=("web", 215, ("1.jpg",))), RuleLimits(), RENDITIONS, Door.AUDIT)
    assert more.id == one.id, "what was decided about it holds though the number changes"
    assert judge(a_case(), RuleLimits(), RENDITIONS, Door.AUDIT) == ((), ())
