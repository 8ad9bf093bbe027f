"""Claims held against claims, axis by axis. Pure and total: every pair has an answer, and none accuses lightly.

Agrees: both say it and it fits. Explainable: they differ in a way that genuine wire files differ every day.
Contradicts: both cannot be true of one photo. Cannot tell: one side is silent, or what both say cannot be compared;
silence is never consent.
"""

from __future__ import annotations

from provenance.captions.compare_credits import compare_credits
from provenance.captions.compare_dates import compare_dates
from provenance.captions.compare_places import compare_places
from provenance.captions.compare_subjects import compare_subjects
from provenance.model.claims import Claims, Comparison


def compare(claim: Claims, record: Claims) -> tuple[Comparison, ...]:
    """One comparison for each axis, in the order of `Axis`. The verdicts are the same with the sides exchanged."""
    return (
        compare_dates(claim, record),
        compare_places(claim.where, record.where),
        compare_credits(claim.who, record.who, claim.flags | record.flags),
        compare_subjects(claim, record),
    )
