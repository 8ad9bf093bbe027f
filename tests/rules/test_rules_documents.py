"""docs/rules is written from the rules themselves."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from provenance.rules.catalog import RULES

DOCS = Path(__file__).parents[2] / "docs"
main = runpy.run_path(str(DOCS / "generate.py"))["main"]


def test_the_pages_in_the_repository_are_up_to_date(capsys):
    assert main(["--check"]) == 0, capsys.readouterr().err


def test_check_names_what_is_out_of_date_and_generating_mends_it(tmp_path, capsys):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "gone.md").write_text("of a rule that is gone")
    assert main(["--check"], tmp_path) == 1
    assert "rules/mirrored.md" in (message := capsys.readouterr().err)
    assert "rules/gone.md" in message
    assert main([], tmp_path) == 0
    assert main(["--check"], tmp_path) == 0
    assert sorted(page.stem for page in (tmp_path / "rules").iterdir()) == sorted(
        ["README", *(rule.id for rule in RULES)]
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_page_with_its_manual(rule):
    page = (DOCS / "rules" / f"{rule.id}.md").read_text(encoding="utf-8")
    assert f"# {rule.id}\n" in page
    assert "## Known limits" in page
    assert " ".join(rule.manual.split("\n\n")[2].split()) in page


def test_another_argument_is_refused():
    assert main(["--nonsense"]) == 2
