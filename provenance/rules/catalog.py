"""Every rule, in the order in which findings of the same severity are told. A new rule is added here by hand."""

from __future__ import annotations

from provenance.rules.alt_text_differs import alt_text_differs
from provenance.rules.blocks_disagree import blocks_disagree
from provenance.rules.camera_shared import camera_shared
from provenance.rules.caption_changed import caption_changed
from provenance.rules.caption_truncated import caption_truncated
from provenance.rules.capture_date_conflict import capture_date_conflict
from provenance.rules.creator_conflict import creator_conflict
from provenance.rules.credentials_broken import credentials_broken
from provenance.rules.credentials_verified import credentials_verified
from provenance.rules.credit_dropped import credit_dropped
from provenance.rules.credit_lost_in_renditions import credit_lost_in_renditions
from provenance.rules.credit_missing import credit_missing
from provenance.rules.crop_lost_context import crop_lost_context
from provenance.rules.damaged_encoding import damaged_encoding
from provenance.rules.date_conflict import date_conflict
from provenance.rules.dateline_mismatch import dateline_mismatch
from provenance.rules.declared_synthetic import declared_synthetic
from provenance.rules.edited_after_capture import edited_after_capture
from provenance.rules.file_photo_dropped import file_photo_dropped
from provenance.rules.future_date import future_date
from provenance.rules.gps_conflict import gps_conflict
from provenance.rules.handout_dropped import handout_dropped
from provenance.rules.impossible_value import impossible_value
from provenance.rules.issue_date_as_photo_date import issue_date_as_photo_date
from provenance.rules.killed import killed
from provenance.rules.mirrored import mirrored
from provenance.rules.name_variants import name_variants
from provenance.rules.no_credit import no_credit
from provenance.rules.place_conflict import place_conflict
from provenance.rules.rule import Rule
from provenance.rules.same_scene_other_event import same_scene_other_event
from provenance.rules.scan_date_as_capture_date import scan_date_as_capture_date
from provenance.rules.seen_before_claimed_date import seen_before_claimed_date
from provenance.rules.subject_conflict import subject_conflict
from provenance.rules.thumbnail_differs import thumbnail_differs
from provenance.rules.timezone_conflict import timezone_conflict
from provenance.rules.two_packets import two_packets
from provenance.rules.unreadable import unreadable
from provenance.rules.weekday_mismatch import weekday_mismatch

RULES: tuple[Rule, ...] = (
    killed,
    seen_before_claimed_date,
    date_conflict,
    place_conflict,
    creator_conflict,
    subject_conflict,
    file_photo_dropped,
    alt_text_differs,
    same_scene_other_event,
    mirrored,
    credentials_broken,
    declared_synthetic,
    thumbnail_differs,
    capture_date_conflict,
    gps_conflict,
    weekday_mismatch,
    credentials_verified,
    future_date,
    timezone_conflict,
    handout_dropped,
    credit_missing,
    caption_changed,
    credit_dropped,
    credit_lost_in_renditions,
    crop_lost_context,
    issue_date_as_photo_date,
    scan_date_as_capture_date,
    damaged_encoding,
    name_variants,
    no_credit,
    dateline_mismatch,
    blocks_disagree,
    edited_after_capture,
    two_packets,
    impossible_value,
    caption_truncated,
    camera_shared,
    unreadable,
)
