"""caption-changed, credit-dropped, alt-text-differs: the versions of a caption against each other."""

from __future__ import annotations

from builders.cases import a_case, a_claim, a_testimony, a_when
from builders.histories import a_case_with_history, said_so

from provenance.model.appearance import Standing
from provenance.model.claims import Flag
from provenance.model.findings import Door, Severity
from provenance.model.limits import RuleLimits
from provenance.model.times import Voucher
from provenance.rules.alt_text_differs import alt_text_differs
from provenance.rules.caption_changed import caption_changed
from provenance.rules.judge import judge
from provenance.rules.rule import Cannot, Hit, Rule

LVIV = "Volunteers sort clothes at a school in Lviv, Ukraine, May 3, 2021. REUTERS/Ines Halder"
WIRE = a_testimony(
    transmitted="2021-05-03",
    **said_so(LVIV, date=a_when("2021-05-03", "May 3, 2021"), creators="Ines Halder", agencies="Reuters"),
)
PAGE = {"source": "paper", "standing": Standing.PUBLISHED, "voucher": Voucher.ARTICLE, "url": "https://a.example/1"}
AGAIN = "Volunteers sort clothes at a school, August 9, 2023"


def said(rule: Rule, *testimonies, **more) -> list[Hit | Cannot]:
    return list(rule.judge(a_case_with_history(*testimonies, **more), RuleLimits()))


def a_page(caption: str = AGAIN, address: str = "a.html: figure 1", **claims):
    return a_testimony(published="2023-08-10", address=address, **PAGE, **said_so(caption, **claims))


def test_another_day_on_record_is_a_warning_quoting_both_captions():
    (hit,) = said(caption_changed, WIRE, a_page(date=a_when("2023-08-09", "August 9, 2023")))
    assert hit.message == "Two captions on record differ in the date (“May 3, 2021”, then “August 9, 2023”)."
    assert [one.text for one in hit.evidence] == [LVIV, AGAIN]
    assert (hit.severity, bool(hit.innocent)) == (Severity.WARNING, True)


def test_a_marker_a_number_and_what_only_files_say_are_notes():
    old = a_page("FILE PHOTO: " + LVIV, date="2021-05-03", flags=[Flag.FILE_PHOTO])
    itself = a_testimony(
        source="own", standing=Standing.IN_FILE, voucher=Voucher.IN_FILE, published="2023-01-01",
        **said_so("Volunteers", date="2023-01-01"),
    )  # fmt: skip
    for other in (old, itself):
        (hit,) = said(caption_changed, WIRE, other)
        assert hit.severity is Severity.NOTE


def test_shortened_and_translated_captions_are_no_change():
    short = a_page("Volunteers sort clothes at a school in Lviv")
    german = a_page("Freiwillige sortieren in einer Schule in Lviv Kleider", "b.html: figure 1", date="2021-05-03")
    assert said(caption_changed, WIRE, short, german) == []


def test_captions_without_anything_in_common_cannot_be_judged():
    (cannot,) = said(caption_changed, WIRE, a_page("A view of the harbour"))
    assert "neither words nor facts" in cannot.reason


def test_claims_offers_and_superseded_versions_are_not_on_record():
    offer = a_testimony(source="s", standing=Standing.OFFERED, **said_so(AGAIN, date="2023-08-09"))
    old = a_testimony(source="o", superseded=True, published="2020-01-01", **said_so(AGAIN, date="2023-08-09"))
    assert said(caption_changed, WIRE, offer, old, claim=a_claim(AGAIN, date="2023-08-09")) == []


def test_it_speaks_in_the_audit_only():
    case = a_case_with_history(WIRE, a_page(date="2023-08-09"))
    assert "caption-changed" not in {one.rule for one in judge(case, RuleLimits())[0]}
    assert "caption-changed" in {one.rule for one in judge(case, RuleLimits(), door=Door.AUDIT)[0]}


def hidden(caption: str = LVIV, kind: str = "alternative text of", **claims):
    return a_page(caption, f"a.html: {kind} figure 1", **claims)


def test_a_hidden_text_with_another_day_gives_the_change_away():
    for kind in ("alternative text of", "JSON-LD of"):
        alt = hidden(kind=kind, date=a_when("2021-05-03", "May 3, 2021"))
        (hit,) = said(alt_text_differs, alt, a_page(date=a_when("2023-08-09", "August 9, 2023")))
        assert "differ in the date (“August 9, 2023”, then “May 3, 2021”)" in hit.message
        assert hit.severity is Severity.WARNING
        assert [one.text for one in hit.evidence] == [AGAIN, LVIV]


def test_a_hidden_text_that_only_describes_or_keeps_the_facts_is_nothing():
    visible = a_page(date="2023-08-09")
    assert said(alt_text_differs, visible, hidden("Volunteers sort clothes at a school", date="2023-08-09")) == []
    assert said(alt_text_differs, visible, WIRE) == []


def test_a_dropped_marker_in_view_is_a_note():
    visible, alt = a_page("Volunteers"), hidden("FILE PHOTO: Volunteers", flags=[Flag.FILE_PHOTO])
    (hit,) = said(alt_text_differs, visible, alt)
    assert hit.severity is Severity.NOTE


def test_a_hidden_text_about_something_else_cannot_be_judged():
    (cannot,) = said(alt_text_differs, a_page(date="2023-08-09"), hidden("Logo of the newspaper in red"))
    assert "share no fact" in cannot.reason


def test_without_a_history_these_rules_say_nothing():
    for rule in (caption_changed, alt_text_differs):
        assert list(rule.judge(a_case(a_claim()), RuleLimits())) == []
