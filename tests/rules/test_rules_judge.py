"""The judge and the catalogue: ids that hold, order, doors, and manuals that are whole."""

from __future__ import annotations

import dataclasses
import inspect

import pytest
from builders.cases import NOW, a_case, a_claim, a_fact, a_known_photo, a_match, a_testimony, a_when, an_unreadable_case

from provenance.errors import UsageError
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import Relation
from provenance.rules.catalog import RULES
from provenance.rules.judge import judge
from provenance.rules.manual import render_rule, render_rules
from provenance.rules.rule import Cannot, Hit, Rule, rule


def a_rule(*said: Hit | Cannot, id: str = "a-rule", severity: Severity = Severity.WARNING, door=Door.CHECK) -> Rule:
    return Rule(id, "A title", severity, "Ask.", (door,), "What.\n\nWhy.\n\nLimits.", lambda case, limits: said)


def a_hit(text: str = "x", severity: Severity | None = None) -> Hit:
    return Hit("A message.", (Evidence("who", text),), severity=severity)


def a_rich_case():
    known = a_known_photo(a_testimony(transmitted="2022-04-07T06:20"), match=a_match(Relation.MIRRORED))
    claim = a_claim(date=a_when("2023-03-02", "2 March 2023", weekday=0))
    return a_case(claim, [known], {"date": "contradicts", "place": "contradicts"}, facts=[a_fact()])


def test_findings_come_gravest_first_then_in_the_order_of_the_rules():
    findings, _ = judge(a_rich_case(), RuleLimits())
    assert [finding.rule for finding in findings] == [
        "seen-before-claimed-date",
        "date-conflict",
        "place-conflict",
        "mirrored",
        "capture-date-conflict",
        "weekday-mismatch",
    ]
    assert findings[0].severity is Severity.ERROR
    assert all(finding.title and finding.advice and finding.innocent for finding in findings)


def test_an_id_holds_across_runs_and_tells_photos_and_evidence_apart():
    case = a_rich_case()
    later = dataclasses.replace(case, now=NOW.replace(hour=20), file="elsewhere.jpg")
    other = dataclasses.replace(case, photo="0" * 64)
    ids = [[finding.id for finding in judge(one, RuleLimits())[0]] for one in (case, later, other)]
    assert ids[0] == ids[1]
    assert not set(ids[0]) & set(ids[2])
    assert len(set(ids[0])) == len(ids[0])


def test_what_is_said_twice_is_told_once():
    twice = a_rule(a_hit(), a_hit(), a_hit("y"), Cannot("no"), Cannot("no"))
    findings, abstentions = judge(a_case(), RuleLimits(), [twice])
    assert (len(findings), len(abstentions)) == (2, 1)


def test_a_hit_takes_its_rules_severity_unless_it_has_its_own():
    rules = [a_rule(a_hit(), severity=Severity.NOTE), a_rule(a_hit(severity=Severity.ERROR), id="b-rule")]
    findings, _ = judge(a_case(), RuleLimits(), rules)
    assert [(one.rule, one.severity) for one in findings] == [("b-rule", Severity.ERROR), ("a-rule", Severity.NOTE)]


def test_a_rule_speaks_at_its_own_doors_only():
    audit = a_rule(a_hit(), door=Door.AUDIT)
    assert judge(a_case(), RuleLimits(), [audit]) == ((), ())
    assert judge(a_case(), RuleLimits(), [audit], Door.AUDIT)[0] != ()


def test_quotations_with_undecodable_bytes_have_ids_too():
    findings, _ = judge(a_case(), RuleLimits(), [a_rule(a_hit("caf\udce9"))])
    assert findings[0].id.startswith("F-")


def test_a_photo_that_is_not_known_and_claims_nothing_is_passed_in_silence():
    assert judge(a_case(), RuleLimits()) == ((), ())


def test_an_unreadable_file_has_one_finding():
    findings, abstentions = judge(an_unreadable_case(), RuleLimits())
    assert [finding.rule for finding in findings] == ["unreadable"]
    assert abstentions == ()


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_every_rule_has_one_name_and_a_manual_of_three_paragraphs(one):
    name = one.id.replace("-", "_")
    assert one.judge.__name__ == name
    assert one.judge.__module__ == f"provenance.rules.{name}"
    assert all(paragraph.strip() for paragraph in one.manual.split("\n\n"))
    assert len(one.advice) <= 80
    assert one.title in " ".join(render_rule(one.id).split())
    assert one.id in render_rules()


def test_a_rule_under_two_names_is_refused():
    def some_rule(case, limits):
        """What.

        Why.

        Limits.
        """

    with pytest.raises(ValueError, match="must be one name"):
        rule(id="another-rule", title="A title", severity=Severity.NOTE, advice="Ask.")(some_rule)


def test_a_manual_without_its_limits_is_refused():
    with pytest.raises(ValueError, match="three paragraphs"):
        Rule("a", "A title", Severity.NOTE, "Ask.", (Door.CHECK,), "What.\n\nWhy.", lambda case, limits: ())


def test_an_unknown_rule_is_named_with_a_hint():
    with pytest.raises(UsageError, match="no rule called “nonsense”") as raised:
        render_rule("nonsense")
    assert "prov rules" in raised.value.hint


def test_manuals_fit_a_terminal():
    pages = [render_rules(), *(render_rule(one.id) for one in RULES)]
    assert max(len(line) for page in pages for line in page.splitlines()) <= 80
    assert "Known limits" in pages[1]


def test_catalogue_holds_every_rule_of_the_package():
    files = {one.judge.__module__ for one in RULES}
    assert len(files) == len(RULES) == len({one.id for one in RULES})
    assert all(inspect.getdoc(one.judge) for one in RULES)
