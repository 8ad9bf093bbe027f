"""What editors decided, respected by a check: rejected pairs, confirmed captions, dismissed findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from provenance.model.case import Held, KnownPhoto, Row
from provenance.model.claims import Agreement, Axis
from provenance.model.family import Decision, Ruling, caption_id, match_id
from provenance.model.findings import Finding
from provenance.model.matching import Match, MatchVerdict
from provenance.model.photo import PictureId

APART = frozenset({Ruling.SAME_SCENE, Ruling.NOT_SAME})
TOGETHER = frozenset({Ruling.SAME_PHOTO, Ruling.CONFIRM})
AXES = {
    "date-conflict": Axis.DATE,
    "place-conflict": Axis.PLACE,
    "creator-conflict": Axis.CREDIT,
    "subject-conflict": Axis.SUBJECT,
}


@dataclass(frozen=True, slots=True)
class Decided:
    """The last decision about each thing, by its id."""

    last: Mapping[str, Decision] = field(default_factory=dict)

    @staticmethod
    def of(decisions: Iterable[Decision]) -> Decided:
        """From all decisions, the oldest first."""
        return Decided({one.about: one for one in decisions})

    def about(self, id: str) -> Decision | None:
        """The last decision about something."""
        return self.last.get(id)

    def ruled(self, match: Match, this: PictureId) -> Match | None:
        """A match as an editor ruled it; None where it was rejected."""
        decision = self.about(match_id(this, match.picture)) if self.last and this != match.picture else None
        if decision is None:
            return match
        if decision.ruling is Ruling.SAME_SCENE:
            return replace(match, verdict=MatchVerdict.SAME_SCENE)
        if decision.ruling in TOGETHER:
            return replace(match, verdict=MatchVerdict.SAME_PHOTO)
        return None

    def rejected(self, picture: PictureId, surer: Iterable[PictureId]) -> bool:
        """Whether a known picture was ruled to be another photo than one that is surely this."""
        if not self.last:
            return False
        pairs = (self.about(match_id(picture, one)) for one in surer if one != picture)
        return any(one is not None and one.ruling in APART for one in pairs)

    def confirmed(self, held: Sequence[Held]) -> tuple[Held, ...]:
        """The comparisons that count: on an axis about which a confirmed caption speaks, those with confirmed ones."""
        sure = [one for one in held if self._is_confirmed(one)]
        axes = {one.comparison.axis for one in sure if one.comparison.on_record}
        return tuple(one for one in held if one.comparison.axis not in axes or one in sure)

    def _is_confirmed(self, held: Held) -> bool:
        decision = self.about(caption_id(held.testimony.appearance.statement)) if self.last else None
        return decision is not None and decision.ruling is Ruling.CONFIRM

    def dismissed(self, findings: Sequence[Finding]) -> tuple[Decision, ...]:
        """The decisions by which some of these findings count no more."""
        found = (self.about(one.id) for one in findings)
        return tuple(one for one in found if one is not None and one.ruling is Ruling.DISMISS)

    def every(
        self, known: Sequence[KnownPhoto], this: PictureId | None, findings: Sequence[Finding]
    ) -> tuple[Decision, ...]:
        """All that was decided about what an answer shows, the oldest first."""
        ids = {one.id for one in findings}
        ids |= {match_id(this, one.match.picture) for one in known if this and this != one.match.picture}
        said = (testimony for one in known for testimony in one.testimonies)
        ids |= {caption_id(one.appearance.statement) for one in said} if self.last else set()
        found = (self.about(one) for one in sorted(ids))
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.at))


def excused(rows: Sequence[Row], findings: Sequence[Finding], dismissed: Sequence[Decision]) -> tuple[Row, ...]:
    """The rows of an answer in which what an editor dismissed contradicts no more."""
    by = {one.about: one for one in dismissed}
    axes = {AXES[one.rule]: by[one.id] for one in findings if one.id in by and one.rule in AXES}
    return tuple(_excused(row, axes[row.axis]) if row.axis in axes else row for row in rows)


def _excused(row: Row, decision: Decision) -> Row:
    if row.verdict is not Agreement.CONTRADICTS:
        return row
    note = f" ({decision.note})" if decision.note else ""
    return replace(row, verdict=Agreement.EXPLAINABLE, why=f"{decision.by} dismissed this contradiction{note}.")
