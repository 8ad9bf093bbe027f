"""What a desk's own language model adds to a case: contradictions about the subject, quoted from both captions."""

from __future__ import annotations

from dataclasses import replace

from provenance.advisor.subjects import Ask, advised
from provenance.errors import AdvisorError
from provenance.model.case import Case, Held
from provenance.model.claims import Axis
from provenance.model.photo import Problem

MOST_QUESTIONS = 3
"""Testimonies that the model is asked about in one check: the strongest, for each answer takes seconds."""


def with_advice(case: Case, ask: Ask | None) -> Case:
    """The case with the model's contradictions; where it gives no answer, the case says so."""
    if ask is None or case.claims is None:
        return case
    asked: dict[int, Held] = {}
    problems = case.problems
    for one in case.judged_on(Axis.SUBJECT)[:MOST_QUESTIONS]:
        try:
            said = advised(one.comparison, case.claims.text, one.testimony.claims.text, ask)
        except AdvisorError as error:  # the next question would wait as long
            problems = (*problems, Problem("model-silent", error.sentence, error.hint))
            break
        asked[id(one)] = replace(one, comparison=said)
    return replace(case, held=tuple(asked.get(id(one), one) for one in case.held), problems=problems)
