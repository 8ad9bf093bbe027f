"""Content credentials as they are told: every state in words, the signer with what the name is worth, nothing cut."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builders.cases import a_fact
from builders.credentials import a_list, a_picture, a_signer, an_action, cases, signed, the_authority
from builders.verdicts import a_hold
from jsonschema import Draft202012Validator

from provenance.media.examine import read_facts
from provenance.model.limits import LIMITS
from provenance.model.photo import Fact
from provenance.model.trust import CredentialState
from provenance.report.credentials import credentials_content, credentials_object, credentials_rows
from provenance.report.html import render_check_page
from provenance.report.inspect import Inspection, inspect_object, render_facts
from provenance.report.layout import columns
from provenance.report.objects import check_object
from provenance.report.text import render_check

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
CASES = {case.name: case.data for case in cases()}
NEWSROOMS = a_list(the_authority(), name="Newsrooms")


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def facts_of(data: bytes, *lists) -> tuple[Fact, ...]:
    return read_facts(data, LIMITS.read, lists)[1]


def in_a_check(facts: tuple[Fact, ...]):
    verdict = a_hold()
    return replace(verdict, case=replace(verdict.case, facts=facts))


def full() -> tuple[Fact, ...]:
    by = a_signer(the_authority())
    good = signed(a_picture(), by, an_action("created", "trainedAlgorithmicMedia"))
    flipped = good[:-300] + bytes([good[-300] ^ 1]) + good[-299:]
    edited = an_action("edited", "compositeWithTrainedAlgorithmicMedia", softwareAgent={"name": "Editor"})
    mining = {"label": "cawg.training-mining", "data": {"entries": {"cawg.data_mining": {"use": "notAllowed"}}}}
    inside = [("parentOf", "camera.jpg", good), ("componentOf", "logo.jpg", flipped)]
    created = an_action("created", "digitalCapture")
    return facts_of(signed(a_picture(), by, created, edited, ingredients=inside, assertions=[mining]), NEWSROOMS)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lists", [(), (NEWSROOMS,)], ids=["alone", "listed"])
def test_every_state_follows_the_schemas_and_is_told_in_a_sentence(name, lists):
    facts = facts_of(CASES[name], *lists)
    told = credentials_object(facts, readable=True)
    validator("check-1.json").validate(json.loads(json.dumps(check_object(in_a_check(facts)))))
    inspected = inspect_object(Inspection("a.jpg", None, facts, ()))
    validator("inspect-1.json").validate(json.loads(json.dumps(inspected)))
    assert told is not None
    if told["state"] == "absent":
        assert name in {"never signed", "stripped"}
    else:
        assert told["words"].endswith(".")
        assert told["words"] in " ".join(render_facts(Inspection("a.jpg", None, facts, ())).split())


def test_a_file_without_credentials_says_nothing_of_them():
    facts = (a_fact("EXIF Make", "Canon"),)
    assert (credentials_content(facts), list(credentials_rows(facts))) == (None, [])
    told = credentials_object(facts, readable=True)
    assert told is not None
    assert (told["state"], told["words"]) == ("absent", "There are none.")
    assert credentials_object(facts, readable=False) is None
    assert "CREDENTIALS" not in render_facts(Inspection("a.jpg", None, facts, ()))
    assert "content credentials" not in render_check_page(in_a_check(facts))


EVERYTHING = [
    "Ann Editor, The Daily Example, vouched for by Newsrooms of 2026-05-01",
    "edited: changed with a generative model (with Editor)",
    "data mining: not allowed",
    "what it was made from: camera.jpg, its own credentials: trusted; declared as: created with a generative model",
    "placed into it: logo.jpg, its own credentials: changed, because the file's data is not what was signed"
    " (assertion.dataHash.mismatch); declared as: created with a generative model",
]


@pytest.mark.parametrize("words", EVERYTHING)
def test_everything_stands_whole_in_inspect_check_and_on_the_page(words):
    facts = full()
    inspected = render_facts(Inspection("a.jpg", None, facts, ()))
    checked = render_check(in_a_check(facts), verbose=True)
    for text in (inspected, checked):
        assert words in " ".join(text.split())
        assert max(map(columns, text.splitlines())) <= 80
    page = render_check_page(in_a_check(facts)).replace("&#39;", "'")
    assert words in page.partition("Its content credentials")[2]


def test_a_signer_is_never_named_without_a_doubt_but_where_a_list_vouches():
    for name, data in CASES.items():
        for facts in (facts_of(data), facts_of(data, NEWSROOMS)):
            told = credentials_object(facts, readable=True)
            if told and told["signer"]:
                trusted = told["state"] == CredentialState.TRUSTED.value
                assert trusted is not told["signer"].startswith("says it was signed by"), name


def test_what_strangers_wrote_into_credentials_harms_no_page_and_no_terminal():
    title = "\x1b[2J<script>alert(1)</script>\u202e.jpg"
    facts = facts_of(signed(a_picture(), a_signer(the_authority()), title=title))
    page = render_check_page(in_a_check(facts))
    assert "<script>alert" not in page
    text = render_facts(Inspection("a.jpg", None, facts, ()))
    assert not {"\x1b", "\u202e"} & set(text + page)
