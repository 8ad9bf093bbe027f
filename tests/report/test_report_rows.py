"""Rows and summary: the claim against the record as a whole, and the answer in one word."""

from __future__ import annotations

import pytest
from builders.cases import (
    a_case,
    a_claim,
    a_known_photo,
    a_match,
    a_testimony,
    a_verdict,
    an_unreadable_case,
    some_claims,
)

from provenance.model.appearance import Standing
from provenance.model.case import Case, Held, Summary
from provenance.model.claims import Agreement, Axis, Comparison
from provenance.model.findings import Confidence, Evidence, Finding, Severity
from provenance.model.matching import MatchVerdict, Relation
from provenance.model.photo import Problem
from provenance.model.times import Voucher
from provenance.report.answer import answer_words
from provenance.report.rows import rows, telling
from provenance.report.summary import summarise

REUTERS, AFP = a_testimony(source="reuters"), a_testimony(source="afp", recorded="2022-05-01")


def compared(verdicts: str, *testimonies, made=Relation.RECOMPRESSED, **match) -> Case:
    return a_case(a_claim(), [a_known_photo(*testimonies, match=a_match(made, **match))], {"date": verdicts})


def a_finding(severity: Severity) -> Finding:
    evidence = (Evidence("who", "words"),)
    return Finding("F-0123456789", "a-rule", "T", severity, Confidence.HIGH, "M.", "Ask.", (), evidence)


@pytest.mark.parametrize(
    ("verdicts", "whole"),
    [
        ("agrees agrees", Agreement.AGREES),
        ("agrees cannot-tell", Agreement.AGREES),
        ("agrees explainable", Agreement.AGREES),
        ("contradicts contradicts", Agreement.CONTRADICTS),
        ("contradicts explainable", Agreement.CONTRADICTS),
        ("cannot-tell contradicts", Agreement.CONTRADICTS),
        ("explainable cannot-tell", Agreement.EXPLAINABLE),
        ("cannot-tell cannot-tell", Agreement.CANNOT_TELL),
        ("contradicts agrees", Agreement.CANNOT_TELL),
    ],
)
def test_a_row_is_the_record_as_a_whole(verdicts, whole):
    (row,) = rows(compared(verdicts, REUTERS, AFP))
    assert (row.axis, row.verdict) == (Axis.DATE, whole)


def test_a_record_that_disagrees_with_itself_says_who_says_what():
    (row,) = rows(compared("contradicts agrees", REUTERS, AFP))
    assert row.why.startswith("What is on record disagrees with itself: afp says")
    assert "reuters says" in row.why


def test_it_says_how_many_say_so_and_what_is_innocent_about_it():
    (row,) = rows(compared("contradicts contradicts agrees", REUTERS, AFP, a_testimony(source="paper")))
    assert row.verdict is Agreement.CANNOT_TELL
    assert "(1 as claimed, 2 otherwise)" in row.why
    assert row.source == ""


def test_a_row_names_who_stands_behind_it_and_the_innocent_explanations():
    known = a_known_photo(REUTERS)
    innocent = ("It was issued again.",)
    comparison = Comparison(Axis.DATE, "2023-03-02", "2022-04-07", Agreement.CONTRADICTS, "They differ.", innocent)
    (row,) = rows(a_case(a_claim(), [known], held=(Held(comparison, REUTERS, known),)))
    assert (row.source, row.innocent) == ("reuters, on record", innocent)


IN_FILE = a_testimony(source="own", standing=Standing.IN_FILE, voucher=Voucher.IN_FILE)


@pytest.mark.parametrize(
    ("verdicts", "whole", "words"),
    [
        (
            "contradicts agrees",
            Agreement.CONTRADICTS,
            "own agrees with the claim, but that is only stated in the file.",
        ),
        ("agrees contradicts", Agreement.AGREES, "A field of own says “April 7, 2022”: most likely a re-save"),
        ("explainable agrees", Agreement.AGREES, "The two dates"),
        ("explainable contradicts", Agreement.EXPLAINABLE, "A field of own says"),
        ("cannot-tell contradicts", Agreement.CONTRADICTS, "The two dates"),
    ],
)
def test_the_record_weighs_more_than_what_the_held_file_says_of_itself(verdicts, whole, words):
    (row,) = rows(compared(verdicts, REUTERS, IN_FILE))
    assert row.verdict is whole
    assert words in row.why


@pytest.mark.parametrize(
    ("verdicts", "whole"),
    [
        ("agrees contradicts", Agreement.EXPLAINABLE),
        ("agrees contradicts agrees", Agreement.AGREES),
        ("contradicts contradicts", Agreement.CONTRADICTS),
    ],
)
def test_the_blocks_of_one_file_are_one_witness(verdicts, whole):
    (row,) = rows(compared(verdicts, *[IN_FILE] * len(verdicts.split())))
    assert row.verdict is whole


def a_page(address: str):
    return a_testimony(source="daily", standing=Standing.PUBLISHED, voucher=Voucher.ARTICLE, address=address)


PAGE = (a_page("a.html: figure 1"), a_page("a.html: alternative text of figure 1"))


def test_a_page_that_contradicts_itself_vouches_for_nothing():
    (row,) = rows(compared("agrees contradicts contradicts", *PAGE, IN_FILE))
    assert row.verdict is Agreement.CONTRADICTS
    assert "daily agrees with the claim, but its page contradicts itself." in row.why
    (alone,) = rows(compared("agrees contradicts", *PAGE))
    assert (alone.verdict, alone.divided) == (Agreement.CANNOT_TELL, True)
    (two,) = rows(compared("agrees contradicts", PAGE[0], a_page("a.html: figure 2")))
    assert two.divided


def test_the_answer_says_that_the_record_disagrees_with_itself():
    case = compared("contradicts agrees", REUTERS, AFP)
    verdict = a_verdict(case, Summary.SEEN_NOT_JUDGED, rows=rows(case))
    said = "This photo is in the archive; what is on record disagrees with itself about the date."
    assert answer_words(verdict) == ("SEEN", said)


def test_a_warning_is_the_answer_where_nothing_else_could_be_judged():
    case = compared("cannot-tell", REUTERS)
    verdict = a_verdict(case, Summary.SEEN_NOT_JUDGED, findings=(a_finding(Severity.WARNING),))
    assert answer_words(verdict) == ("SEEN, BUT", "M.")


def test_the_strongest_testimony_is_quoted_record_before_published_before_the_file_itself():
    standings = (Standing.IN_FILE, Standing.PUBLISHED, Standing.RECORD)
    said = [a_testimony(source=standing.value, standing=standing) for standing in standings]
    case = compared("cannot-tell contradicts contradicts", *said)
    assert [one.testimony.appearance.statement.standing for one in case.judged_on(Axis.DATE)] == list(standings[::-1])
    assert rows(case)[0].on_record == "April 7, 2022"


def test_what_was_offered_or_superseded_counts_for_nothing():
    offered = a_testimony(standing=Standing.OFFERED)
    case = compared("contradicts contradicts", offered, a_testimony(superseded=True))
    assert rows(case) == ()
    assert summarise(case, (), ()) is Summary.SEEN_NOT_JUDGED


def test_what_only_one_side_states_is_shown_as_cannot_tell():
    record = a_testimony(claims=some_claims(place="Borodyanka, Ukraine", creators="Zohra Bensemra", agencies="Reuters"))
    made = {row.axis: row for row in rows(a_case(a_claim(date="2023-03-02"), [a_known_photo(record)]))}
    assert (made[Axis.DATE].claimed, made[Axis.DATE].on_record) == ("2 March 2023", "")
    assert (made[Axis.PLACE].claimed, made[Axis.PLACE].on_record) == ("", "Borodyanka, Ukraine")
    assert made[Axis.CREDIT].on_record == "Reuters / Zohra Bensemra"
    assert {row.verdict for row in made.values()} == {Agreement.CANNOT_TELL}
    assert Axis.SUBJECT not in made


@pytest.mark.parametrize(
    ("case", "severity", "word"),
    [
        (compared("agrees", REUTERS), Severity.ERROR, Summary.CONTRADICTS),
        (compared("contradicts", REUTERS), None, Summary.CONTRADICTS),
        (compared("contradicts", REUTERS, made=Relation.ALTERED), None, Summary.CONTRADICTS),
        (compared("agrees", REUTERS, made=Relation.ALTERED), None, Summary.ALTERED),
        (compared("agrees", REUTERS, made=Relation.OVERLAID), None, Summary.AGREES),
        (compared("agrees", REUTERS, altered=0.2), Severity.WARNING, Summary.AGREES),
        (compared("explainable", REUTERS), Severity.WARNING, Summary.SEEN_NOT_JUDGED),
        (a_case(known=[a_known_photo()]), None, Summary.SEEN_NOT_JUDGED),
        (compared("contradicts", REUTERS, verdict=MatchVerdict.SAME_SCENE), None, Summary.SAME_SCENE),
        (compared("agrees", REUTERS, verdict=MatchVerdict.CANNOT_TELL), None, Summary.SAME_SCENE),
        (a_case(problems=[Problem("too-little-detail", "A plain wall.")]), None, Summary.TOO_LITTLE_DETAIL),
        (a_case(a_claim()), Severity.WARNING, Summary.NOT_FOUND),
        (an_unreadable_case(), Severity.WARNING, Summary.UNREADABLE),
    ],
)
def test_the_summary_is_the_first_word_that_applies(case, severity, word):
    findings = [a_finding(severity)] if severity else []
    assert summarise(case, rows(case), findings) is word


def test_an_altered_relation_counts_where_the_share_was_not_measured():
    case = a_case(known=[a_known_photo(match=a_match(Relation.ALTERED))])
    assert summarise(case, (), ()) is Summary.ALTERED


def test_captions_that_were_not_compared_are_for_scripts_only():
    case = a_case(a_claim(), [a_known_photo(REUTERS)], {"date": "agrees", "subject": "cannot-tell"})
    assert [row.axis for row in rows(case)] == [Axis.DATE, Axis.SUBJECT]
    assert [row.axis for row in telling(rows(case))] == [Axis.DATE]


def test_a_file_cannot_vouch_for_its_own_caption():
    record = a_testimony(claims=some_claims(date="2022-04-07"))
    (row,) = rows(a_case(a_claim(date="2022-04-07"), [a_known_photo(record)], claim_is_own=True))
    assert (row.verdict, row.why[:21]) == (Agreement.CANNOT_TELL, "Only the file itself ")
