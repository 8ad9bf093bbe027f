"""prov trust: lists of certificates come, are named with their date in every verdict, and go."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders.credentials import NOW, a_picture, a_signer, an_authority, signed, the_authority
from builders.desk import Answer, Desk

DATED = ("--dated", "2026-05-01")


def a_list_file(desk: Desk, *holders, name: str = "list.pem") -> Path:
    return desk.text(name, "".join(one.pem for one in holders or (the_authority(),)))


def bring(desk: Desk, *more: str, name: str = "Newsrooms") -> Answer:
    return desk.prov("trust", "import", a_list_file(desk), "--name", name, *more)


def a_signed_file(desk: Desk, name: str = "signed.jpg") -> Path:
    return desk.text(name, signed(a_picture(), a_signer(the_authority())))


def state(answer: Answer) -> tuple[object, object]:
    facts = {fact["field"]: fact["value"] for fact in answer.objects[0]["facts"]}
    return facts["C2PA state"], facts["C2PA judged against"]


def test_an_imported_list_is_listed_with_its_date(desk: Desk) -> None:
    answer = bring(desk, *DATED)
    assert answer.code == 0
    assert answer.out.startswith("Imported: Newsrooms, for signers, of 1 May 2026: 1 certificate")
    assert "Newsrooms, for signers, of 1 May 2026" in desk.prov("trust", "list").out
    (listed,) = desk.prov("trust", "list", "--json").objects
    assert (listed["name"], listed["for"], listed["dated"], listed["certificates"]) == (
        "Newsrooms",
        "signers",
        "2026-05-01",
        1,
    )


def test_check_inspect_and_ingest_name_the_list_and_its_date(desk: Desk) -> None:
    file = a_signed_file(desk)
    alone = desk.prov("inspect", file, "--json")
    assert (alone.code, state(alone)) == (0, ("unknown-signer", "no list of trusted signers"))
    bring(desk, *DATED)
    right = ("trusted", "Newsrooms of 2026-05-01")
    assert state(desk.prov("inspect", file, "--json")) == right
    checked = desk.prov("check", file, "--json")
    assert state(checked) == right
    (found,) = checked.objects[0]["findings"]
    assert (found["rule"], found["severity"], checked.code) == ("credentials-verified", "note", 0)
    desk.prov("ingest", file)
    assert state(desk.prov("check", file, "--json")) == right


def test_inspect_needs_no_archive_and_says_that_no_list_was_used(desk: Desk) -> None:
    answer = desk.prov("inspect", a_signed_file(desk))
    assert answer.code == 0
    assert "Signers were held against no list." in answer.err
    assert not desk.archive.exists()


def test_the_same_list_again_changes_nothing(desk: Desk) -> None:
    bring(desk, *DATED)
    before = desk.prov("trust", "list", "--json").out
    assert "is here already" in bring(desk, *DATED).out
    assert desk.prov("trust", "list", "--json").out == before


def test_a_list_is_replaced_and_removed_only_where_somebody_says_so(desk: Desk) -> None:
    bring(desk, *DATED)
    answer = bring(desk, "--dated", "2026-06-01")
    assert answer.code == 2
    assert "Nothing was replaced: nobody could be asked" in answer.err
    assert "1 May 2026" in desk.prov("trust", "list").out
    assert bring(desk, "--dated", "2026-06-01", "--yes").code == 0
    assert "1 Jun 2026" in desk.prov("trust", "list").out
    assert desk.prov("trust", "remove", "Newsrooms").code == 2
    assert desk.prov("trust", "remove", "Newsrooms", "--yes").out.startswith("Removed: Newsrooms")
    assert "nobody who signs content credentials is vouched for" in desk.prov("trust", "list").out
    assert state(desk.prov("inspect", a_signed_file(desk), "--json"))[0] == "unknown-signer"


def test_a_list_for_timestamps_vouches_for_no_signer(desk: Desk) -> None:
    assert "for timestamps" in bring(desk, "--for", "timestamps").out
    assert state(desk.prov("inspect", a_signed_file(desk), "--json"))[0] == "unknown-signer"


def test_expired_certificates_are_left_out_and_told(desk: Desk) -> None:
    old = an_authority("Old", until=NOW.replace(year=NOW.year - 1))
    file = a_list_file(desk, the_authority(), old)
    answer = desk.prov("trust", "import", file, "--name", "Both", "--json")
    assert (answer.objects[0]["certificates"], answer.objects[0]["left_out"]) == (1, 1)
    answer = desk.prov("trust", "import", a_list_file(desk, old), "--name", "Old")
    assert (answer.code, "Every certificate in the list has expired" in answer.err) == (2, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("hello", "holds no certificate in PEM text"),
        ("", "holds no certificate in PEM text"),
        (the_authority().pem + the_authority().key_pem, "holds a private key"),
        (the_authority().pem.replace("M", "N", 1), "Certificate 1 of the list is damaged"),
        (the_authority().pem[:-40], "Certificate 1 of the list is damaged"),
        ("x" * (5 << 20), "larger than 4 MB"),
    ],
    ids=["text", "empty", "private key", "damaged", "cut", "large"],
)
def test_what_is_no_list_is_refused_in_a_sentence(desk: Desk, content: str, said: str) -> None:
    answer = desk.prov("trust", "import", desk.text("bad.pem", content), "--name", "Bad")
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not desk.archive.exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--name", "  "), "A list needs a name"),
        (("--name", "x" * 61), "A list needs a name"),
        (("--name", "\x1b[2J"), "A list needs a name"),
        (("--name", "N", "--for", "everybody"), "--for takes signers or timestamps"),
        (("--name", "N", "--dated", "May"), "--dated takes a day"),
        (("--name", "N", "--dated", "9999-01-01"), "cannot lie in the future"),
    ],
)
def test_words_that_mean_nothing_are_refused_in_a_sentence(desk: Desk, more: tuple[str, ...], said: str) -> None:
    answer = desk.prov("trust", "import", a_list_file(desk), *more)
    assert (answer.code, said in answer.err) == (2, True)


def test_a_file_that_is_not_there_and_a_list_that_is_not_here_are_told(desk: Desk) -> None:
    assert desk.prov("trust", "import", desk.folder / "none.pem", "--name", "N").code == 3
    assert desk.prov("trust", "list").code == 4
    bring(desk)
    answer = desk.prov("trust", "remove", "Others")
    assert (answer.code, "“Newsrooms”" in answer.err) == (2, True)


def test_an_audit_lists_credentials_that_do_not_hold_apart(desk: Desk) -> None:
    data = signed(a_picture(), a_signer(the_authority()))
    desk.text("wire/changed.jpg", data[:-300] + bytes([data[-300] ^ 1]) + data[-299:])
    desk.prov("ingest", desk.folder / "wire")
    answer = desk.prov("audit")
    assert "Content credentials that do not hold       1" in answer.out
    assert answer.code == 0


def test_more_certificates_than_can_be_judged_by_at_once_are_refused(desk: Desk) -> None:
    authority, key = an_authority(), the_authority().key
    many = [a_signer(authority, f"Signer {number}", "O" * 60, key=key) for number in range(700)]
    first, second = (a_list_file(desk, *some, name=f"{len(some)}.pem") for some in (many[:600], many))
    assert desk.prov("trust", "import", first, "--name", "First").code == 0
    answer = desk.prov("trust", "import", second, "--name", "Second")
    assert (answer.code, "than can be judged by at once" in answer.err) == (2, True)
    assert len(desk.prov("trust", "list", "--json").objects) == 1
    assert state(desk.prov("inspect", a_signed_file(desk), "--json"))[0] == "unknown-signer"
    assert desk.prov("trust", "import", second, "--name", "First", "--yes").code == 0
    assert state(desk.prov("inspect", a_signed_file(desk), "--json"))[0] == "unknown-signer"
