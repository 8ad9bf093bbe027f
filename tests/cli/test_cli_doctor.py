"""prov doctor: what works here, what does not, and what to do about it."""

from __future__ import annotations

import sys

import pytest
from builders.credentials import the_authority
from builders.desk import Desk


def points(desk: Desk, *options: str) -> dict[str, dict]:
    (told,) = desk.prov("doctor", "--json", *options).objects
    return {one["name"]: one for one in told["points"]}


def test_it_says_how_well_files_are_kept_apart_as_every_record_does(desk: Desk) -> None:
    (checked,) = desk.prov("inspect", desk.photo("a.jpg", 1), "--json").objects
    said = points(desk)["isolation"]
    assert said["sentence"].startswith(f"{checked['isolation']}.")
    assert (said["health"] == "good") == (checked["isolation"] == "full")


def test_without_an_archive_all_is_well_and_it_says_how_to_make_one(desk: Desk) -> None:
    answer = desk.prov("doctor")
    assert answer.code == 0
    assert "prov ingest FOLDER" in answer.out
    assert answer.out.rstrip().endswith("Everything that prov needs works.")
    assert not desk.archive.exists()


def test_it_counts_the_photos_of_the_archive(desk: Desk) -> None:
    desk.prov("ingest", desk.photo("a.jpg", 1))
    assert points(desk)["archive"]["sentence"].startswith("1 photo in ")


def test_a_damaged_archive_is_told_and_the_exit_code_too(desk: Desk) -> None:
    desk.prov("ingest", desk.photo("a.jpg", 1))
    (desk.archive / "archive.db").write_bytes(b"not a database" * 1000)
    answer = desk.prov("doctor")
    assert answer.code == 1
    assert "BAD   archive" in answer.out
    assert "1 of" in answer.out.splitlines()[-1]


def test_it_says_whether_credentials_are_judged_and_by_which_lists(desk: Desk) -> None:
    said = points(desk)["credentials"]
    assert (said["health"], "No list of signers was imported." in said["sentence"]) == ("good", True)
    assert said["hint"].startswith("prov trust import")
    file = desk.text("list.pem", the_authority().pem)
    desk.prov("trust", "import", file, "--name", "Newsrooms", "--dated", "2026-05-01")
    assert "Newsrooms of 2026-05-01" in points(desk)["credentials"]["sentence"]


@pytest.mark.skipif(sys.platform == "win32", reason="environment variables of a command")
def test_a_language_model_is_named_and_its_key_is_not(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROV_MODEL_URL", "http://localhost:9/v1")
    monkeypatch.setenv("PROV_MODEL_KEY", "a-secret")
    monkeypatch.setenv("PROV_MODEL_NAME", "small")
    answer = desk.prov("doctor")
    assert "http://localhost:9/v1" in answer.out
    assert "a-secret" not in answer.out
