"""The README shows what the program really prints, and names only commands and options that are there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from builders.credentials import PHOTOGRAPHED, a_signer, an_action, an_authority, signed
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


def test_the_credentials_in_the_readme_are_what_is_printed(desk: Desk) -> None:
    authority = an_authority("Valtorre Root")
    by = a_signer(authority, "Valtorre Agency", "Picture Desk")
    harbour = (SAMPLES / "photos" / "harbour.jpg").read_bytes()
    made = an_action(
        "edited", "compositeWithTrainedAlgorithmicMedia", softwareAgent={"name": "Retoucher", "version": "3"}
    )
    inside = [("parentOf", "harbour.jpg", signed(harbour, by))]
    desk.text("signed.jpg", signed(harbour, by, *PHOTOGRAPHED[:2], made, ingredients=inside, title="harbour-2.jpg"))
    newsroom = desk.text("agencies.pem", authority.pem)
    assert desk.prov("trust", "import", newsroom, "--name", "Our agencies", "--dated", "2026-11-01").code == 0
    answer = desk.prov("inspect", desk.folder / "signed.jpg")
    told = answer.out.partition("\nCREDENTIALS\n")[2].partition("\n\n")[0]
    lasting = [line for line in told.splitlines() if not line.startswith("  valid until")]
    assert len(lasting) > 5
    assert "\n".join(lasting) in README


@pytest.mark.parametrize(("command", "rest"), COMMANDS)
def test_every_command_and_option_in_the_readme_exists(desk: Desk, command: str, rest: str) -> None:
    named = [command, *rest.split()[:1]] if command in {"archive", "trust"} else [command]
    explained = desk.run([*named, "--help"])
    assert explained.code == 0
    for option in (word for word in shlex.split(rest) if word.startswith("--")):
        assert option in explained.out


def test_the_readme_shows_commands_at_all() -> None:
    assert {command for command, _rest in COMMANDS} >= {"ingest", "check", "show", "link", "inspect", "watch", "rules"}
