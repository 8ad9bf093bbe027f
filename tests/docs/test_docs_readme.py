"""The README shows what the program really prints, and names only commands and options that are there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from builders.desk import Desk

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^prov (\w+)(.*?)(?:\s{3,}.*)?$", README, re.MULTILINE)


def test_the_run_in_the_readme_is_what_is_printed(desk: Desk) -> None:
    samples = ROOT / "samples"
    table = samples / "captions.csv"
    desk.prov("ingest", samples / "photos", "--source", "wire desk", "--captions", table)
    known = samples / "photos" / "borodyanka.jpg"
    desk.prov("link", known, "--article", samples / "article.txt", "--publisher", "The Morning Ledger")
    answer = desk.prov("check", samples / "incoming" / "repost.jpg")
    assert answer.code == 1
    assert answer.out.strip() in README


@pytest.mark.parametrize(("command", "rest"), COMMANDS)
def test_every_command_and_option_in_the_readme_exists(desk: Desk, command: str, rest: str) -> None:
    named = [command, *rest.split()[:1]] if command == "archive" else [command]
    explained = desk.run([*named, "--help"])
    assert explained.code == 0
    for option in (word for word in shlex.split(rest) if word.startswith("--")):
        assert option in explained.out


def test_the_readme_shows_commands_at_all() -> None:
    assert {command for command, _rest in COMMANDS} >= {"ingest", "check", "show", "link", "inspect", "watch", "rules"}
