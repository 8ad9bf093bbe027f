"""The rule that one moment has one day and one place: other frames of the scene, against the claim."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case, Held, KnownPhoto
from provenance.model.claims import Agreement, Axis
from provenance.model.findings import Confidence, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import MatchVerdict
from provenance.rules.quoting import brief, claim_evidence, held_evidence, known_name
from provenance.rules.rule import Cannot, Hit, rule

_QUOTED = 3
_AXES = (Axis.DATE, Axis.PLACE)
_MOMENT = "Another frame of the same moment is on record as {on_record}; the claim says {claimed}."
_DIVIDED = "Other frames of the same moment are on record as {on_record} and as claimed: {claimed}."
_STANDING_STILL = "A scene with the same fixed things is on record as {on_record}; the claim says {claimed}."
_MOVING = "another frame: people or things that move are found in both"
_FIXED = "another frame: only buildings, landmarks or furniture agree"
_INNOCENT_MOMENT = (
    "One of the two captions may give the day of transmission, the dateline or the bureau, or carry a slip.",
    "Screens, posters and trains that come again can look like the same moment.",
)
_INNOCENT_STANDING_STILL = (
    "Stations, stadiums, studios, shops and hotels of one chain look alike, and replicas of landmarks are common.",
    "What agrees may be a backdrop, a poster or a vehicle, which travel.",
)


@rule(
    id="same-scene-other-event",
    title="Another frame of the scene is on record under another day or place",
    severity=Severity.WARNING,
    advice="Compare the two frames, and ask for those taken before and after this one.",
)
def same_scene_other_event(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the day and the place that the claim gives with those on record for other frames of the same scene: not
    this photo, but one taken beside it. Where people or things that move are found in both, the two were taken within
    moments of each other, and another day or another place is a warning. Where only buildings, landmarks or furniture
    agree, another place is a note; another day says nothing then, since they are photographed for decades.

    Series from one event reach many desks, and a frame that nobody published has no record of its own. Its neighbour
    has, and one moment cannot be two days or two places.

    Days up to three apart, places inside the same country and file-photo wording can be explained and are left alone,
    and so is what a held copy of the photo itself has settled. Where other frames are on record under both days or
    places, this is a note. Where it cannot be told whether a picture is another frame or this photo heavily altered,
    the rule says that it cannot judge. Interiors, stations and stadiums that are built alike can pass for one scene.
    """
    del limits
    if case.claims is None:
        return
    for axis in _AXES:
        if not _settled(case, axis):
            yield from _on_axis(case, axis)
    yield from _undecided(case)


def _settled(case: Case, axis: Axis) -> bool:
    """Whether the photo itself is on record about an axis: then its neighbours need not be asked."""
    return any(one.comparison.verdict is not Agreement.CANNOT_TELL for one in case.judged_on(axis))


def _on_axis(case: Case, axis: Axis) -> Iterator[Hit | Cannot]:
    held = case.beside_on(axis)
    moment = tuple(one for one in held if one.known.match.same_moment)
    against, agreeing = _with(moment, Agreement.CONTRADICTS), _with(moment, Agreement.AGREES)
    if against:
        yield _same_moment(case, against, agreeing)
    elif moment and len(_with(moment, Agreement.CANNOT_TELL)) == len(moment):
        yield Cannot(f"another frame of the same moment is held, but {_why_not(moment, axis)}")
    elif axis is Axis.PLACE and not _with(held, Agreement.AGREES):
        yield from _standing_still(case, _with(held, Agreement.CONTRADICTS))


def _with(held: tuple[Held, ...], verdict: Agreement) -> tuple[Held, ...]:
    return tuple(one for one in held if one.comparison.verdict is verdict)


def _same_moment(case: Case, against: tuple[Held, ...], agreeing: tuple[Held, ...]) -> Hit:
    reasons = tuple(dict.fromkeys(words for one in against for words in one.comparison.innocent))
    return Hit(
        message=_said(_DIVIDED if agreeing else _MOMENT, against[0]),
        evidence=_evidence(case, (*against, *agreeing)),
        innocent=(*reasons, *_INNOCENT_MOMENT),
        confidence=Confidence.MEDIUM,
        severity=Severity.NOTE if agreeing else Severity.WARNING,
    )


def _standing_still(case: Case, against: tuple[Held, ...]) -> Iterator[Hit]:
    if against:
        yield Hit(
            message=_said(_STANDING_STILL, against[0]),
            evidence=_evidence(case, against),
            innocent=_INNOCENT_STANDING_STILL,
            confidence=Confidence.LOW,
            severity=Severity.NOTE,
        )


def _said(message: str, held: Held) -> str:
    comparison = held.comparison
    return message.format(claimed=brief(comparison.claimed), on_record=brief(comparison.on_record))


def _evidence(case: Case, held: tuple[Held, ...]) -> tuple[Evidence, ...]:
    quoted = held[:_QUOTED]
    frames = {known_name(one.known): _MOVING if one.known.match.same_moment else _FIXED for one in quoted}
    return (
        claim_evidence(case, held[0].comparison.claimed or held[0].comparison.why),
        *(held_evidence(one) for one in quoted),
        *(Evidence(name, words) for name, words in frames.items()),
    )


def _why_not(held: tuple[Held, ...], axis: Axis) -> str:
    if not any(one.comparison.claimed for one in held):
        return f"the claim gives no {axis.value}"
    if not any(one.comparison.on_record for one in held):
        return f"nothing on record about it gives a {axis.value}"
    return f"its {axis.value} cannot be held against the claim's"


def _undecided(case: Case) -> Iterator[Cannot]:
    """Pictures that may be other frames, where nothing surer is held."""
    if case.same_photos or any(known.other_frame for known in case.known):
        return
    unsure = next((known for known in case.known if _may_be_frame(known)), None)
    if unsure is not None:
        yield Cannot(f"{known_name(unsure)} may be another frame of this scene or a heavily altered copy of this photo")


def _may_be_frame(known: KnownPhoto) -> bool:
    return known.match.verdict is MatchVerdict.CANNOT_TELL and bool(known.judged)
