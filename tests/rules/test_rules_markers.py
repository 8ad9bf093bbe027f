"""file-photo-dropped, handout-dropped: a word on record that the claim leaves out."""

from __future__ import annotations

import pytest
from builders.cases import (
    a_case,
    a_claim,
    a_day_without_year,
    a_known_photo,
    a_match,
    a_testimony,
    a_when,
    some_claims,
)

from provenance.model.appearance import Standing
from provenance.model.claims import Flag
from provenance.model.findings import Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import MatchVerdict
from provenance.rules.file_photo_dropped import file_photo_dropped
from provenance.rules.handout_dropped import handout_dropped
from provenance.rules.rule import Cannot, Hit

WORDS = "FILE PHOTO: Volunteers sort clothes in Lviv, May 3, 2021"
TAKEN = a_when("2021-05-03", "May 3, 2021")
FILE = a_testimony(caption=WORDS, claims=some_claims(WORDS, date=TAKEN, flags=[Flag.FILE_PHOTO]))
NEWS = a_testimony(source="paper", caption="Clothes", claims=some_claims("Clothes", date=TAKEN))
HANDOUT = a_testimony(
    claims=some_claims("Tanks / Handout via Reuters", flags=[Flag.HANDOUT], handout_sources="Ministry of Defence")
)


def on_file_photo(*testimonies, match=None, **claim) -> list[Hit | Cannot]:
    case = a_case(a_claim(**claim), [a_known_photo(*(testimonies or [FILE]), match=match)])
    return list(file_photo_dropped.judge(case, RuleLimits()))


def test_an_old_photo_told_as_new_is_a_warning_quoting_both_captions():
    (hit,) = on_file_photo(caption="Volunteers in Lviv on 9 August 2023", date="2023-08-09")
    assert hit.message == "On record this is a file photo of 3 May 2021; the claim tells it as 2 years newer."
    assert [one.text for one in hit.evidence] == ["Volunteers in Lviv on 9 August 2023", WORDS]
    assert (hit.severity, bool(hit.innocent)) == (Severity.WARNING, True)


def test_without_a_day_it_is_a_note():
    (hit,) = on_file_photo(caption="Volunteers in Lviv")
    assert "gives no day and does not say so" in hit.message
    assert hit.severity is Severity.NOTE


def test_where_another_caption_on_record_does_without_it_is_a_note():
    (hit,) = on_file_photo(FILE, NEWS, caption="Volunteers", date="2023-08-09")
    assert hit.severity is Severity.NOTE


@pytest.mark.parametrize(
    "claim",
    [
        {"flags": [Flag.FILE_PHOTO], "date": "2023-08-09"},
        {"date": "2021-05-03"},
        {"date": "2021-05-06"},
        {"date": a_when("2021-01-01", "2021", to="2021-12-31")},
        {"date": a_when("2023-05-04", "04/05/2023", alternatives=(a_when("2021-05-04", "04/05/2021"),))},
        {"date": "2019-01-01"},
    ],
)
def test_the_word_or_the_right_day_is_enough_and_an_older_day_is_not_newer(claim):
    assert on_file_photo(**claim) == []


def test_a_day_without_a_year_and_a_claim_without_a_caption_cannot_be_judged():
    (year,) = on_file_photo(date=a_day_without_year(5, 3))
    (caption,) = on_file_photo(caption="")
    assert "without a year" in year.reason
    assert "no caption" in caption.reason


def test_offers_superseded_captions_and_other_frames_mark_nothing():
    offer = a_testimony(standing=Standing.OFFERED, claims=FILE.claims)
    old = a_testimony(superseded=True, claims=FILE.claims)
    assert on_file_photo(offer, old, caption="Volunteers") == []
    assert on_file_photo(match=a_match(verdict=MatchVerdict.SAME_SCENE), caption="Volunteers") == []


def on_handout(*testimonies, **claim) -> list[Hit | Cannot]:
    return list(handout_dropped.judge(a_case(a_claim(**claim), [a_known_photo(*testimonies)]), RuleLimits()))


def test_a_handout_credited_to_the_agency_alone_is_a_note_naming_who_handed_it_out():
    (hit,) = on_handout(HANDOUT, agencies="Reuters")
    assert hit.message == "On record this photo was handed out by Ministry of Defence; the claim does not say so."
    assert (hit.severity, handout_dropped.severity, bool(hit.innocent)) == (None, Severity.NOTE, True)


def test_a_claim_that_says_so_in_any_way_leaves_nothing_out():
    assert on_handout(HANDOUT, agencies="Reuters", flags=[Flag.HANDOUT]) == []
    assert on_handout(HANDOUT, agencies="Reuters", handout_sources="Ministry of Defence") == []
    assert on_handout(NEWS, agencies="Reuters") == []


def test_without_a_credit_or_where_the_record_differs_it_cannot_be_judged():
    (silent,) = on_handout(HANDOUT)
    (divided,) = on_handout(HANDOUT, NEWS, agencies="Reuters")
    assert "credits nobody" in silent.reason
    assert "differ" in divided.reason
