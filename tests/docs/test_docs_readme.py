"""The README shows what the program really prints, and names only commands and options that are there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from builders.desk import Desk

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLES = ROOT / "samples"
COMMANDS = re.findall(r"^prov (\w+)(.*?)(?:\s{3,}.*)?$", README, re.MULTILINE)


def fill(desk: Desk) -> None:
    """The archive of the demonstration."""
    desk.prov("ingest", SAMPLES / "photos", "--source", "wire desk", "--captions", SAMPLES / "captions.csv")
    known = SAMPLES / "photos" / "borodyanka.jpg"
    desk.prov("link", known, "--article", SAMPLES / "article.txt", "--publisher", "The Morning Ledger")


def test_the_run_in_the_readme_is_what_is_printed(desk: Desk) -> None:
    fill(desk)
    answer = desk.prov("check", SAMPLES / "incoming" / "repost.jpg")
    assert answer.code == 1
    assert answer.out.strip() in README


def test_the_audit_in_the_readme_is_what_is_printed(desk: Desk) -> None:
    fill(desk)
    repost = SAMPLES / "incoming" / "repost.jpg"
    desk.prov("ingest", repost, "--source", "a picture service", "--standing", "published")
    shown = desk.prov("audit", "--rule", "place-conflict").out.partition("\n\nHow sure")[0].strip()
    assert shown.endswith("place-conflict")
    assert shown in README


@pytest.mark.parametrize(("command", "rest"), COMMANDS)
def test_every_command_and_option_in_the_readme_exists(desk: Desk, command: str, rest: str) -> None:
    named = [command, *rest.split()[:1]] if command == "archive" else [command]
    explained = desk.run([*named, "--help"])
    assert explained.code == 0
    for option in (word for word in shlex.split(rest) if word.startswith("--")):
        assert option in explained.out


def test_the_readme_shows_commands_at_all() -> None:
    assert {command for command, _rest in COMMANDS} >= {"ingest", "check", "show", "link", "inspect", "watch", "rules"}
