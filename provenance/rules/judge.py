"""Runs the rules of one door over a case."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from provenance.model.case import Case
from provenance.model.findings import Abstention, Door, Finding
from provenance.model.limits import RuleLimits
from provenance.rules.catalog import RULES
from provenance.rules.rule import Cannot, Hit, Rule


def judge(
    case: Case,
    limits: RuleLimits,
    rules: Sequence[Rule] = RULES,
    door: Door = Door.CHECK,
) -> tuple[tuple[Finding, ...], tuple[Abstention, ...]]:
    """What the rules of a door find in a case, the gravest first and then in the order of the rules, each once."""
    findings: dict[str, Finding] = {}
    abstentions: dict[Abstention, None] = {}
    for rule in rules:
        if door not in rule.doors:
            continue
        for said in rule.judge(case, limits):
            if isinstance(said, Cannot):
                abstentions[Abstention(rule.id, said.reason)] = None
            else:
                finding = _finding(rule, said, case)
                findings.setdefault(finding.id, finding)
    return tuple(sorted(findings.values(), key=lambda finding: -finding.severity)), tuple(abstentions)


def _finding(rule: Rule, hit: Hit, case: Case) -> Finding:
    return Finding(
        id=_id(rule, hit, case),
        rule=rule.id,
        title=rule.title,
        severity=hit.severity or rule.severity,
        confidence=hit.confidence,
        message=hit.message,
        advice=rule.advice,
        innocent=hit.innocent,
        evidence=hit.evidence,
    )


def _id(rule: Rule, hit: Hit, case: Case) -> str:
    """The same for the same rule, photo and quotations, whenever it is asked: decisions about it must hold."""
    content = [rule.id, case.photo or "", sorted(evidence.text for evidence in hit.evidence)]
    return "F-" + hashlib.sha256(json.dumps(content).encode()).hexdigest()[:10]
