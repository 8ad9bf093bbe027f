"""Every rule, in the order in which findings of the same severity are told. A new rule is added here by hand."""

from __future__ import annotations

from provenance.rules.capture_date_conflict import capture_date_conflict
from provenance.rules.creator_conflict import creator_conflict
from provenance.rules.credit_missing import credit_missing
from provenance.rules.date_conflict import date_conflict
from provenance.rules.mirrored import mirrored
from provenance.rules.place_conflict import place_conflict
from provenance.rules.rule import Rule
from provenance.rules.same_scene_other_event import same_scene_other_event
from provenance.rules.seen_before_claimed_date import seen_before_claimed_date
from provenance.rules.unreadable import unreadable
from provenance.rules.weekday_mismatch import weekday_mismatch

RULES: tuple[Rule, ...] = (
    seen_before_claimed_date,
    date_conflict,
    place_conflict,
    creator_conflict,
    same_scene_other_event,
    mirrored,
    capture_date_conflict,
    weekday_mismatch,
    credit_missing,
    unreadable,
)
