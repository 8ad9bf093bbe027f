"""Decisions in the words of people."""

from __future__ import annotations

from provenance.model.family import Decision, Ruling
from provenance.report.wording import moment_words

_RULINGS = {
    Ruling.SAME_PHOTO: "ruled the same photo",
    Ruling.SAME_SCENE: "ruled the same scene, another frame",
    Ruling.NOT_SAME: "ruled not the same",
    Ruling.DISMISS: "dismissed",
    Ruling.CONFIRM: "confirmed",
}
_KINDS = {"F-": "Finding", "M-": "Match", "P-": "Family", "C-": "Caption"}


def decision_words(decision: Decision) -> str:
    """Dismissed by Ana on 7 April 2022, 06:20 UTC: seen by the desk."""
    note = f": {decision.note}" if decision.note else ""
    words = f"{_RULINGS[decision.ruling]} by {decision.by or 'somebody'} on {moment_words(decision.at)}{note}"
    return words[0].upper() + words[1:]


def about_words(decision: Decision) -> str:
    """Finding F-0123456789."""
    return f"{_KINDS.get(decision.about[:2], 'About')} {decision.about}"
