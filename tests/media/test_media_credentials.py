"""Content credentials: what is said of every kind of them, by whom, and at no cost for files that have none."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders.credentials import (
    CLAIMS,
    DOCUMENTS,
    Case,
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
from builders.timestamps import Stamps
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.media.examine import examine, read_facts
from provenance.model.limits import LIMITS
from provenance.model.photo import Fact
from provenance.model.trust import CredentialState, TrustKind, TrustList

CASES = tuple(cases())


def facts_of(data: bytes, *lists: TrustList) -> dict[str, str]:
    """What the credentials say, by field."""
    _format, facts, problems = read_facts(data, LIMITS.read, lists)
    assert not problems
    return _said(facts)


def _said(facts: Sequence[Fact]) -> dict[str, str]:
    return {fact.field.removeprefix("C2PA "): str(fact.value) for fact in facts if fact.field.startswith("C2PA ")}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_state_of_credentials_without_a_list_and_with_one(case: Case) -> None:
    for lists, right in (((), case.alone), ((a_list(the_authority()),), case.listed)):
        _format, facts, _problems = read_facts(case.data, LIMITS.read, lists)
        assert _said(facts).get("state", "absent") in right


def test_a_signer_without_a_list_is_never_named_without_a_doubt() -> None:
    said = facts_of(signed(a_picture(), a_signer(the_authority())))
    assert said["signer"] == "says it was signed by Ann Editor, The Daily Example, which nothing here vouches for"
    assert said["judged against"] == "no list of trusted signers"


def test_a_listed_signer_is_named_with_the_list_and_its_date() -> None:
    known = an_authority("Known")
    lists = (a_list(an_authority("Other"), name="Others"), a_list(known, name="Newsrooms"))
    said = facts_of(signed(a_picture(), a_signer(known)), *lists)
    assert said["state"] == "trusted"
    assert said["signer"] == "Ann Editor, The Daily Example, vouched for by Newsrooms of 2026-05-01"
    assert said["judged against"] == "Newsrooms of 2026-05-01"


def test_a_list_may_name_a_single_signer() -> None:
    authority = an_authority()
    one, other = a_signer(authority), a_signer(authority, "Bob Other")
    named = a_list(entities=(one,), name="Friends")
    assert facts_of(signed(a_picture(), one), named)["judged against"] == "Friends of 2026-05-01"
    assert facts_of(signed(a_picture(), one), named)["state"] == "trusted"
    assert facts_of(signed(a_picture(), other), named)["state"] == "unknown-signer"


def test_who_may_vouch_for_times_does_not_vouch_for_signers() -> None:
    stamps = a_list(the_authority(), kind=TrustKind.TIMESTAMPS)
    assert facts_of(signed(a_picture(), a_signer(the_authority())), stamps)["state"] == "unknown-signer"


@pytest.mark.parametrize("use", [DOCUMENTS, CLAIMS])
def test_certificates_may_be_for_documents_and_for_claims(use: str) -> None:
    data = signed(a_picture(), a_signer(the_authority(), use=use))
    assert facts_of(data)["state"] == "unknown-signer"
    assert facts_of(data, a_list(the_authority()))["state"] == "trusted"


def test_an_expired_certificate_of_a_listed_signer_identifies_nobody() -> None:
    said = facts_of(signed_long_ago(a_picture(), the_authority()), a_list(the_authority(), name="Newsrooms"))
    assert said["state"] == "trusted-expired"
    assert said["signer"].startswith(
        "says it was signed by Ann Editor, The Daily Example, which Newsrooms of 2026-05-01"
    )
    assert "expired" in said["signer"]


def test_a_listed_timestamp_shows_that_a_certificate_was_used_before_it_expired() -> None:
    stamps, authority = Stamps(), an_authority()
    end = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=4)
    with stamps.listening() as address:
        data = signed(a_picture(), a_signer(authority, until=end), stamped=address)
    signers, times = a_list(authority), a_list(stamps.root, name="Stamps", kind=TrustKind.TIMESTAMPS)
    others = a_list(Stamps().root, name="Others", kind=TrustKind.TIMESTAMPS)
    assert facts_of(data, signers)["time stated by"] == "Stamp One, Stamps Ltd, which no imported list vouches for"
    assert facts_of(data, signers, times)["time stated by"] == "Stamp One, Stamps Ltd"
    time.sleep(max(0.0, (end - datetime.now(UTC)).total_seconds()) + 1.1)
    for lists, state in (
        ((), "invalid"),
        ((signers,), "trusted-expired"),
        ((signers, others), "trusted-expired"),
        ((signers, times), "trusted"),
        ((times, signers), "trusted"),
        ((times,), "unknown-signer"),
    ):
        assert facts_of(data, *lists)["state"] == state


def test_an_expired_certificate_that_no_list_knows_is_invalid() -> None:
    data = signed_long_ago(a_picture(), an_authority())
    assert facts_of(data, a_list(the_authority()))["state"] == "invalid"


def test_what_was_done_is_told_in_words() -> None:
    done = (
        an_action("created", "trainedAlgorithmicMedia"),
        an_action("cropped", when="2026-01-02T03:04:05Z", softwareAgent={"name": "Editor", "version": "7"}),
        an_action("color_adjustments"),
        {"action": "com.example.sparkled"},
    )
    said = facts_of(signed(a_picture(), a_signer(the_authority()), *done))
    assert said["action[0]"] == "created with a generative model"
    assert said["action[1]"] == "cropped (with Editor 7, 2026-01-02T03:04:05Z)"
    assert said["action[2]"] == "colour adjusted"
    assert said["action[3]"] == "something else (com.example.sparkled)"
    assert said["digitalSourceType[0]"].endswith("/trainedAlgorithmicMedia")
    assert said["claim generator"] == "Test Desk 1.0"
    assert said["title"] == "harbour.jpg"


def test_what_machines_may_do_with_it_is_told_in_words() -> None:
    entries = {
        "cawg.ai_generative_training": {"use": "notAllowed"},
        "cawg.data_mining": {"use": "constrained", "constraint_info": "ask the desk"},
    }
    mining = {"label": "cawg.training-mining", "data": {"entries": entries}}
    said = facts_of(signed(a_picture(), a_signer(the_authority()), assertions=[mining]))
    assert {said["use by machines[0]"], said["use by machines[1]"]} == {
        "training generative models: not allowed",
        "data mining: allowed with conditions (ask the desk)",
    }


def test_a_model_that_had_a_part_in_it_is_named() -> None:
    profile = {"humanOversightLevel": "prompt_guided"}
    model = {"modelType": "c2pa.types.model", "modelName": "Painter 2", "contentProfile": profile}
    disclosed = {"label": "c2pa.ai-disclosure", "data": model}
    said = facts_of(signed(a_picture(), a_signer(the_authority()), assertions=[disclosed]))
    assert said["AI disclosure[0]"] == "Painter 2 (model; human oversight: prompt guided)"


def test_ingredients_have_states_of_their_own() -> None:
    by = a_signer(the_authority())
    good = signed(a_picture(), by)
    damaged = good[:-300] + bytes([good[-300] ^ 1]) + good[-299:]
    inside = [
        ("parentOf", "parent.jpg", good),
        ("componentOf", "logo.jpg", damaged),
        ("inputTo", "plain.jpg", a_picture()),
    ]
    said = facts_of(signed(a_picture(), by, ingredients=inside), a_list(the_authority()))
    told = {said[f"ingredient[{number}]"] for number in range(3)}
    assert told == {
        "what it was made from: parent.jpg, its own credentials: trusted",
        "placed into it: logo.jpg, its own credentials: changed",
        "used to make it: plain.jpg, without credentials",
    }
    assert said["state"] == "trusted"


def test_how_an_ingredient_came_about_is_told_however_far_down_it_lies() -> None:
    by = a_signer(the_authority())
    made = signed(a_picture(), by, an_action("created", "trainedAlgorithmicMedia"))
    opened = signed(a_picture(), by, an_action("edited"), ingredients=[("parentOf", "made.jpg", made)])
    said = facts_of(signed(a_picture(), by, an_action("cropped"), ingredients=[("parentOf", "opened.jpg", opened)]))
    assert said["ingredient[0] digitalSourceType[0]"].endswith("/trainedAlgorithmicMedia")
    assert "digitalSourceType[0]" not in said


def test_what_failed_in_an_ingredient_stands_with_it() -> None:
    by = a_signer(the_authority())
    good = signed(a_picture(), by)
    flipped = good[:-300] + bytes([good[-300] ^ 1]) + good[-299:]
    said = facts_of(signed(a_picture(), by, ingredients=[("parentOf", "old.jpg", flipped)]))
    assert said["ingredient[0] failure[0]"].endswith("(assertion.dataHash.mismatch)")
    assert said["failure[0]"] == "the signer is on none of the lists (signingCredential.untrusted)"
    assert "failure[1]" not in said


def test_a_source_type_among_the_signed_metadata_is_told() -> None:
    data = {"@context": {"Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"}}
    data["Iptc4xmpExt:DigitalSourceType"] = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic"
    described = {"label": "cawg.metadata", "data": data}
    said = facts_of(signed(a_picture(), a_signer(the_authority()), assertions=[described]))
    assert said["digitalSourceType[1]"].endswith("/compositeSynthetic")


def test_credentials_elsewhere_are_named_and_not_fetched() -> None:
    address = "https://credentials.example/1.c2pa"
    said = facts_of(signed(a_picture(), a_signer(the_authority()), elsewhere=address))
    assert (said["state"], said["address"]) == ("remote-only", address)


def test_what_failed_is_told_in_words_with_the_codes_of_the_standard() -> None:
    changed = next(case for case in CASES if case.name == "a bit of the picture flipped")
    words = "the file's data is not what was signed (assertion.dataHash.mismatch)"
    assert words in facts_of(changed.data).values()


def test_a_check_reads_them_as_well() -> None:
    seen = examine(signed(a_picture(), a_signer(the_authority())), LIMITS.read, (a_list(the_authority()),))
    assert seen.readable
    assert _said(seen.facts)["state"] == "trusted"


def test_without_credentials_the_library_is_not_loaded() -> None:
    code = (
        "import sys; from provenance.media.examine import read_facts; from provenance.model.limits import LIMITS;"
        "read_facts(sys.stdin.buffer.read(), LIMITS.read); print('c2pa' in sys.modules, 'cryptography' in sys.modules)"
    )
    assert _python(code, a_picture()).split() == ["False", "False"]


def test_without_the_library_the_state_and_a_sentence_say_so() -> None:
    code = (
        "import sys; sys.modules['c2pa'] = None; from provenance.media.examine import read_facts;"
        "from provenance.model.limits import LIMITS;"
        "_format, facts, problems = read_facts(sys.stdin.buffer.read(), LIMITS.read);"
        "print([fact.value for fact in facts if fact.field.startswith('C2PA')], problems[0].sentence)"
    )
    said = _python(code, signed(a_picture(), a_signer(the_authority())))
    assert said.startswith("['unreadable', 'the library that reads them does not run on this computer']")
    assert said.endswith("the library that reads them does not run on this computer.")


def test_a_library_that_came_with_the_photos_is_not_loaded(tmp_path: Path) -> None:
    for name in ("libc2pa_c.so", "libc2pa_c.dylib", "c2pa_c.dll"):
        (tmp_path / name).write_bytes(b"not the library")
    code = (
        "import sys; from provenance.media.examine import read_facts; from provenance.model.limits import LIMITS;"
        "facts = read_facts(sys.stdin.buffer.read(), LIMITS.read)[1];"
        "print([fact.value for fact in facts if fact.field == 'C2PA state'])"
    )
    assert _python(code, signed(a_picture(), a_signer(the_authority())), tmp_path) == "['unknown-signer']"


def _python(code: str, given_in: bytes, folder: Path | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", code], input=given_in, capture_output=True, check=True, cwd=folder, env=environment
    )
    return done.stdout.decode().strip()


@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(1, 255)), min_size=1, max_size=12), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_bytes_of_a_manifest_break_the_reader(changes: list[tuple[int, int]], cut: bool) -> None:
    data = bytearray(CASES[0].data)
    for at, change in changes:
        data[at % len(data)] ^= change
    given_in = bytes(data[: changes[0][0] + 20] if cut else data)
    for lists in ((), (a_list(the_authority()),)):
        _format, facts, problems = read_facts(given_in, LIMITS.read, lists)
        state = _said(facts).get("state", "absent")
        assert state in set(CredentialState)
        assert not (state == "absent" and problems and "content credentials" in problems[0].sentence)
