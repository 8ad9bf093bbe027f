"""Rules about content credentials, by files that are really signed: hits, nothings and cannots."""

from __future__ import annotations

from functools import cache

import pytest
from builders.cases import a_case, a_claim
from builders.credentials import (
    a_list,
    a_picture,
    a_signer,
    an_action,
    an_authority,
    cases,
    signed,
    signed_long_ago,
    the_authority,
)

from provenance.media.examine import read_facts
from provenance.model.findings import Confidence, Door, Finding, Severity
from provenance.model.limits import LIMITS, RuleLimits
from provenance.rules.catalog import RULES
from provenance.rules.corroborate import corroborate
from provenance.rules.credentials_broken import credentials_broken
from provenance.rules.credentials_verified import credentials_verified
from provenance.rules.declared_synthetic import declared_synthetic
from provenance.rules.judge import judge

NEWSROOMS = a_list(the_authority(), name="Newsrooms")
GENERATED = an_action("created", "trainedAlgorithmicMedia")


@cache
def tampered() -> dict[str, bytes]:
    return {case.name: case.data for case in cases()}


def by_ann(*actions, **more) -> bytes:
    return signed(a_picture(), a_signer(the_authority()), *actions, **more)


def case_of(data: bytes, *lists, **more):
    return a_case(facts=read_facts(data, LIMITS.read, lists)[1], **more)


def judged(rule, data: bytes, *lists, door: Door = Door.CHECK) -> tuple[tuple[Finding, ...], list[str]]:
    findings, abstentions = judge(case_of(data, *lists), RuleLimits(), [rule], door)
    return findings, [one.reason for one in abstentions]


def test_they_are_listed_and_speak_at_their_doors():
    assert credentials_broken in RULES
    assert credentials_broken.doors == (Door.CHECK, Door.INSPECT, Door.AUDIT)
    assert credentials_verified in RULES
    assert credentials_verified.doors == (Door.CHECK, Door.INSPECT)


@pytest.mark.parametrize("rule", [credentials_broken, credentials_verified, declared_synthetic], ids=lambda one: one.id)
@pytest.mark.parametrize("name", ["never signed", "stripped"])
def test_a_file_without_credentials_is_nothing(rule, name):
    assert judged(rule, tampered()[name], NEWSROOMS) == ((), [])


BROKEN = [
    "a bit of the picture flipped",
    "an assertion edited",
    "transplanted onto another picture",
    "the picture truncated",
    "an ingredient's claim edited",
]


@pytest.mark.parametrize("door", [Door.CHECK, Door.INSPECT, Door.AUDIT])
@pytest.mark.parametrize("name", BROKEN)
def test_credentials_that_do_not_hold_are_a_warning(name, door):
    ((finding,), _) = judged(credentials_broken, tampered()[name], door=door)
    assert finding.severity is Severity.WARNING
    assert finding.innocent
    assert len(finding.evidence) > 1


def test_what_does_not_hold_is_quoted_with_the_code():
    ((finding,), _) = judged(credentials_broken, tampered()["a bit of the picture flipped"])
    assert finding.message == "The file is not as it was when its content credentials were signed."
    assert finding.evidence[-1].text == "the file's data is not what was signed (assertion.dataHash.mismatch)"


def test_an_ingredient_that_does_not_hold_is_not_said_of_the_file():
    ((finding,), _) = judged(credentials_broken, tampered()["an ingredient's claim edited"])
    assert "Something that the picture was made from" in finding.message


def test_credentials_that_hold_are_not_broken():
    assert judged(credentials_broken, by_ann()) == ((), [])
    assert judged(credentials_broken, by_ann(), NEWSROOMS) == ((), [])


@pytest.mark.parametrize("door", [Door.CHECK, Door.INSPECT, Door.AUDIT])
def test_expiry_alone_is_never_more_than_a_note(door):
    old = tampered()["certificate expired"]
    for lists in ((), (NEWSROOMS,)):
        for rule in (credentials_broken, credentials_verified):
            assert all(one.severity is Severity.NOTE for one in judged(rule, old, *lists, door=door)[0])
    ((finding,), _) = judged(credentials_broken, old, door=door)
    assert "has expired" in finding.message


def test_an_expired_certificate_over_a_changed_picture_is_a_warning():
    ((finding,), _) = judged(credentials_broken, tampered()["certificate expired, picture changed"], NEWSROOMS)
    assert finding.severity is Severity.WARNING


def test_credentials_that_cannot_be_read_cannot_be_judged():
    appended = a_picture() + by_ann()
    assert judged(credentials_broken, appended) == ((), ["the file has content credentials that cannot be read"])


def test_a_listed_signer_is_told_with_the_list_and_its_date():
    ((finding,), reasons) = judged(credentials_verified, by_ann(), NEWSROOMS)
    assert (finding.severity, reasons) == (Severity.NOTE, [])
    assert "signed by Ann Editor, The Daily Example" in finding.message
    assert "Newsrooms of 2026-05-01 vouches for them" in finding.message


def test_an_expired_signer_is_told_as_one_who_is_not_proven():
    ((finding,), _) = judged(credentials_verified, signed_long_ago(a_picture(), the_authority()), NEWSROOMS)
    assert (finding.severity, finding.confidence) == (Severity.NOTE, Confidence.LOW)
    assert "has expired" in finding.message
    assert finding.innocent


def test_who_is_on_no_list_cannot_be_verified():
    for data, lists in ((by_ann(), ()), (signed(a_picture(), a_signer(an_authority())), (NEWSROOMS,))):
        findings, (reason,) = judged(credentials_verified, data, *lists)
        assert findings == ()
        assert reason == "the file says it was signed by Ann Editor, The Daily Example, whom no imported list knows"


def test_credentials_elsewhere_cannot_be_verified():
    _, (reason,) = judged(credentials_verified, tampered()["elsewhere"], NEWSROOMS)
    assert "not fetched: https://credentials.example/1.c2pa" in reason


def test_signed_credentials_that_declare_a_generated_picture_are_a_warning():
    for data in (by_ann(GENERATED), by_ann(GENERATED, an_action("cropped"))):
        ((finding,), _) = judged(declared_synthetic, data)
        assert (finding.severity, finding.confidence) == (Severity.WARNING, Confidence.HIGH)
        assert finding.message == "The file declares itself as made by generative AI, by its content credentials."


def test_a_step_with_generative_ai_is_a_warning():
    edited = an_action("edited", "compositeWithTrainedAlgorithmicMedia")
    ((finding,), _) = judged(declared_synthetic, by_ann(an_action("created", "digitalCapture"), edited))
    assert finding.severity is Severity.WARNING
    assert "edited: changed with a generative model" in finding.message


def test_what_the_picture_was_made_from_may_declare_it():
    inside = [("parentOf", "{made}.jpg", by_ann(GENERATED))]
    ((finding,), _) = judged(declared_synthetic, by_ann(ingredients=inside))
    assert finding.severity is Severity.WARNING
    assert "what it was made from: {made}.jpg" in finding.message


def test_a_model_that_the_credentials_name_is_a_warning():
    disclosed = {"label": "c2pa.ai-disclosure", "data": {"modelType": "c2pa.types.model", "modelName": "Painter 2"}}
    ((finding,), _) = judged(declared_synthetic, by_ann(assertions=[disclosed]))
    assert (finding.severity, finding.confidence) == (Severity.WARNING, Confidence.MEDIUM)
    assert "Painter 2" in finding.message


def test_a_drawing_is_a_note_and_a_photograph_nothing():
    ((finding,), _) = judged(declared_synthetic, by_ann(an_action("created", "digitalArt")))
    assert finding.severity is Severity.NOTE
    assert judged(declared_synthetic, by_ann(an_action("created", "digitalCapture"))) == ((), [])


def test_what_broken_credentials_declare_is_a_note_for_it_may_be_of_another_file():
    data = by_ann(GENERATED)
    ((finding,), _) = judged(declared_synthetic, data[:-300] + bytes([data[-300] ^ 1]) + data[-299:])
    assert (finding.severity, finding.confidence) == (Severity.NOTE, Confidence.LOW)
    assert "another one" in finding.innocent[0]


def test_credentials_appended_to_a_file_declare_nothing():
    assert judged(declared_synthetic, a_picture() + by_ann(GENERATED)) == ((), [])


def test_a_trusted_signer_whom_the_claim_credits_is_told_in_its_favour():
    claimed = a_claim("A harbour. Photo: Ann Editor / The Daily Example", creators="Ann Editor")
    (one,) = corroborate(case_of(by_ann(), NEWSROOMS, claim=claimed), RuleLimits())
    assert (one.axis, "Newsrooms of 2026-05-01" in one.message) == ("credit", True)


@pytest.mark.parametrize("lists", [(), (a_list(an_authority("Other")),)])
def test_a_signer_whom_nobody_vouches_for_supports_nothing(lists):
    claimed = a_claim("A harbour.", creators="Ann Editor")
    assert corroborate(case_of(by_ann(), *lists, claim=claimed), RuleLimits()) == ()
