"""unreadable: a file that could not be read was not searched for."""

from __future__ import annotations

from builders.cases import a_case, an_unreadable_case

from provenance.model.findings import Severity
from provenance.model.limits import RuleLimits
from provenance.model.photo import Problem
from provenance.rules.unreadable import unreadable


def test_the_problem_and_its_hint_are_the_evidence():
    case = an_unreadable_case("The file ends in the middle of the picture.", "Ask for it again.")
    (hit,) = unreadable.judge(case, RuleLimits())
    assert unreadable.severity is Severity.WARNING
    assert hit.evidence[0].text == "The file ends in the middle of the picture. Ask for it again."
    assert "not searched for" in hit.message
    assert hit.innocent


def test_a_file_that_was_read_is_nothing_even_with_problems():
    case = a_case(problems=[Problem("xmp-damaged", "The XMP block is damaged.")])
    assert list(unreadable.judge(case, RuleLimits())) == []
