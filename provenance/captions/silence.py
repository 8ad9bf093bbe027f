"""The answer where one side, or both, say nothing about an axis."""

from __future__ import annotations

from provenance.model.claims import Agreement, Axis, Comparison


def silent(axis: Axis, thing: str, claimed: str, on_record: str) -> Comparison | None:
    """Cannot tell, and whose silence is the reason; None where both sides speak. `thing` is "a date", "a place"..."""
    if claimed and on_record:
        return None
    if not claimed and not on_record:
        why = f"Neither the claim nor the record states {thing}."
    elif on_record:
        why = f"The claim states no {thing.split(' ', 1)[1]}; the record says “{on_record}”."
    else:
        why = f"The record states no {thing.split(' ', 1)[1]}; the claim says “{claimed}”."
    return Comparison(axis, claimed, on_record, Agreement.CANNOT_TELL, why)
