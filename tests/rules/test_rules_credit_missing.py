"""credit-missing: a note, where a credited copy is held or the claim says wire."""

from __future__ import annotations

import pytest
from builders.cases import Claimed, a_case, a_claim, a_known_photo, a_testimony, some_claims

from provenance.model.appearance import Standing
from provenance.model.claims import Flag
from provenance.model.findings import Severity
from provenance.model.limits import RuleLimits
from provenance.rules.credit_missing import credit_missing
from provenance.rules.rule import Hit

CREDITED = a_testimony(claims=some_claims(creators="Zohra Bensemra", agencies="Reuters"))
BY_AGENCY = a_testimony(source="paper", claims=some_claims(agencies="Reuters"))
UNCREDITED = a_testimony(source="web")
OFFERED = a_testimony(standing=Standing.OFFERED, claims=some_claims(creators="Somebody"))


def said(claim: Claimed | None, *testimonies) -> list[Hit]:
    known = [a_known_photo(*testimonies)] if testimonies else []
    return list(credit_missing.judge(a_case(claim, known), RuleLimits()))


def test_a_credited_copy_is_held_and_the_claim_names_nobody():
    (hit,) = said(a_claim(), UNCREDITED, BY_AGENCY, CREDITED)
    assert credit_missing.severity is Severity.NOTE
    assert hit.severity is None
    assert hit.message == "The claim leaves out the credit on record: Reuters / Zohra Bensemra."
    assert [one.text for one in hit.evidence] == ["names nobody", "Reuters / Zohra Bensemra", "Reuters"]
    assert hit.innocent


def test_the_claim_names_the_agency_and_a_held_copy_the_photographer():
    (hit,) = said(a_claim(agencies="Reuters"), CREDITED)
    assert "Zohra Bensemra" in hit.message


def test_the_claim_says_wire_and_names_no_photographer():
    (hit,) = said(a_claim(agencies="AFP"))
    assert hit.message == "The claim names AFP but no photographer."
    assert said(a_claim(distributors="Getty Images")) != []


@pytest.mark.parametrize(
    ("claim", "testimonies"),
    [
        (a_claim(creators="Zohra Bensemra"), [CREDITED]),
        (a_claim(), [UNCREDITED]),
        (a_claim(), [OFFERED]),
        (a_claim(), []),
        (None, [CREDITED]),
        (a_claim(agencies="AFP", flags=[Flag.HANDOUT]), []),
        (a_claim(agencies="AFP", handout_sources="SANA"), []),
    ],
)
def test_otherwise_a_missing_credit_is_normal(claim, testimonies):
    assert said(claim, *testimonies) == []
