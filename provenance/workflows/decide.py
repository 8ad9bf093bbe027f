"""Decide: what an editor ruled about a match, a family, a finding or a caption is remembered, and families follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from provenance.errors import UsageError
from provenance.model.audit import Kept
from provenance.model.family import Decision, Ruling, match_id
from provenance.model.photo import PictureId
from provenance.store.archive import Archive, Reader
from provenance.workflows.relating import resettle

_ID = re.compile(r"[MPFC]-[0-9a-f]{10}")
PAIRS = {Ruling.DISMISS: Ruling.NOT_SAME, Ruling.CONFIRM: Ruling.SAME_PHOTO}
"""A match that is dismissed is none, and one that is confirmed is one."""
WORDS = frozenset({Ruling.DISMISS, Ruling.CONFIRM})


@dataclass(frozen=True, slots=True)
class Decided:
    """What was remembered, and a sentence for each thing that follows from it."""

    decisions: tuple[Decision, ...]
    follows: tuple[str, ...] = ()


def decide(archive: Archive, about: str, ruling: Ruling, by: str, note: str, now: datetime) -> Decided:
    """Remember a ruling. UsageError where the id is none, names nothing that is known, or cannot be ruled so."""
    if not _ID.fullmatch(about):
        raise UsageError(
            f"{about} is not the id of a match, family, finding or caption.",
            "They are shown by `prov audit` and `prov check -v`: M-, P-, F- or C- and ten characters.",
        )
    if about[0] in "FC" and ruling not in WORDS:
        raise UsageError(f"About a {_NAMES[about[0]]} one says dismiss or confirm, not {ruling.value}.")
    return _DECIDE[about[0]](archive, Decision(about, ruling, by, now, note))


def _about_match(archive: Archive, decision: Decision) -> Decided:
    with archive.reading() as reader:
        pair = reader.matched(decision.about)
    if not pair:
        raise UsageError(
            f"This archive holds no match {decision.about}.",
            "A match is known when both its photos are held: prov check FILE --save, then prov archive reindex.",
        )
    return _rule_pairs(archive, decision, [pair])


def _about_family(archive: Archive, decision: Decision) -> Decided:
    with archive.reading() as reader:
        members = reader.members_of(decision.about)
    if not members:
        raise UsageError(f"This archive holds no family {decision.about}.", "`prov audit` shows them.")
    if decision.ruling in WORDS:
        return _remember(archive, decision)
    best, *others = members
    if len(others) > 1 and decision.ruling is not Ruling.SAME_PHOTO:
        ids = ", ".join(match_id(best, other) for other in others[:6])
        raise UsageError(
            f"The family {decision.about} has {len(members)} pictures, so it is not clear which is another photo.",
            f"Decide about one of its matches: {ids}{' ...' if len(others) > 6 else ''}",
        )
    return _rule_pairs(archive, decision, [(best, other) for other in others])


def _about_finding(archive: Archive, decision: Decision) -> Decided:
    """A finding that is confirmed confirms the caption on record that it was measured by."""
    with archive.reading() as reader:
        kept = _kept(reader, decision.about)
    if kept is None:
        done = _remember(archive, decision)
        return Decided(done.decisions, ("The last audit has no such finding; checks that find it will know.",))
    if decision.ruling is Ruling.CONFIRM and kept.caption:
        caption = Decision(kept.caption, Ruling.CONFIRM, decision.by, decision.at, decision.note)
        done = _remember(archive, decision, caption)
        return Decided(
            done.decisions, (f"The caption on record ({kept.caption}) is what others are held against now.",)
        )
    return _remember(archive, decision)


def _about_caption(archive: Archive, decision: Decision) -> Decided:
    return _remember(archive, decision)


def _rule_pairs(archive: Archive, decision: Decision, pairs: list[tuple[PictureId, PictureId]]) -> Decided:
    """Remember a ruling about pairs, and derive their families anew in the same transaction."""
    ruling = PAIRS.get(decision.ruling, decision.ruling)
    made = tuple(
        Decision(match_id(*pair), ruling, decision.by, decision.at, decision.note, tuple(sorted(pair)))
        for pair in pairs
    )
    with archive.transaction() as writer:
        for one in made:
            writer.decide(one)
        resettle(writer, sorted({picture for pair in pairs for picture in pair}))
    return Decided(made, ("Their families were put together anew.",) if made else ())


def _remember(archive: Archive, *decisions: Decision) -> Decided:
    with archive.transaction() as writer:
        for one in decisions:
            writer.decide(one)
    return Decided(decisions)


def _kept(reader: Reader, finding: str) -> Kept | None:
    return next((one for audit in reader.audits() for one in audit.findings if one.finding == finding), None)


_NAMES = {"M": "match", "P": "family", "F": "finding", "C": "caption"}
_DECIDE = {"M": _about_match, "P": _about_family, "F": _about_finding, "C": _about_caption}
