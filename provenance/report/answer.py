"""The first three lines: the answer, the strongest evidence, what to do."""

from __future__ import annotations

from collections.abc import Callable

from provenance.model.case import KnownPhoto, Searched, Summary, Verdict
from provenance.model.claims import Agreement
from provenance.model.findings import Finding, Severity
from provenance.model.matching import MatchVerdict
from provenance.report.altered import altered_from
from provenance.report.areas import listed
from provenance.report.copies import parts
from provenance.report.making import change_words
from provenance.report.testimony import credit_words, evidence_words, strongest
from provenance.report.wording import count, relation_words, short_day_words

_SAME_SCENE = "SAME SCENE"
_FRAME = "Another frame of this scene is held, not this photo itself."
_MOMENT = "Another frame of the same moment is held, not this photo itself."
_UNSURE = ("CANNOT TELL", "A picture much like this is held: the same scene, or this one heavily altered.")
_WORDS_BUT = {
    Summary.KILLED: "HOLD",
    Summary.CONTRADICTS: "HOLD",
    Summary.AGREES: "OK, BUT",
    Summary.SEEN_NOT_JUDGED: "SEEN, BUT",
    Summary.SAME_SCENE: _SAME_SCENE,
}
"""The answer's word where a finding is told beside it."""
_OTHER_EVENT = "same-scene-other-event"
_SUREST = (MatchVerdict.SAME_PHOTO, MatchVerdict.SAME_SCENE, MatchVerdict.CANNOT_TELL)
_NEXT_NOT_FOUND = "Next: reverse image search; ask for the original."
_NEXT = {
    Summary.NOT_FOUND: _NEXT_NOT_FOUND,
    Summary.TOO_LITTLE_DETAIL: _NEXT_NOT_FOUND,
    Summary.ALTERED: "See what was changed: prov compare FILE COPY --html page.html",
}


def headline(verdict: Verdict) -> Finding | None:
    """The finding that the answer itself tells, which need not be told again."""
    grave = [finding for finding in verdict.findings if finding.severity is not Severity.NOTE]
    if verdict.summary is Summary.SAME_SCENE:
        grave = [finding for finding in grave if finding.rule == _OTHER_EVENT]
    elif verdict.summary not in _WORDS_BUT:
        return None
    return next(iter(grave), None)


def best_known(verdict: Verdict) -> KnownPhoto | None:
    """The known photo to show: the one that shows the alteration where that is the answer; else the surest answer,
    the same photo before another frame, then the one best testified, then the oldest."""
    if verdict.summary is Summary.ALTERED:
        return altered_from(verdict.case) or next(iter(verdict.case.known), None)
    places = {known.photo: place for place, known in reversed(list(enumerate(verdict.case.known)))}

    def order(known: KnownPhoto) -> tuple[int, bool, bool, tuple[int, float], int]:
        testimony = strongest(known)
        strength = testimony.strength if testimony else (0, known.held_since)
        said = (testimony is None, (strength[0], strength[1].timestamp()))
        return _SUREST.index(known.match.verdict), not known.match.same_moment, *said, places[known.photo]

    return min(verdict.case.known, key=order, default=None)


def answer_words(verdict: Verdict) -> tuple[str, str]:
    """The answer's word in capitals, and its sentence."""
    told = headline(verdict)
    if told is not None:
        return _WORDS_BUT[verdict.summary], told.message
    return _ANSWERS[verdict.summary](verdict)


def evidence_line(verdict: Verdict) -> str:
    """The strongest evidence in one sentence or two, "" where there is none."""
    known = best_known(verdict)
    return f"{evidence_words(known)} {relation_words(known.match, picture_size(verdict))}".strip() if known else ""


def picture_size(verdict: Verdict) -> tuple[int, int] | None:
    """Width and height of the photo that was checked, in pixels; None where they are not known."""
    case = verdict.case
    return (case.width, case.height) if case.width and case.height else None


def next_step(verdict: Verdict) -> str:
    """What to do now."""
    told = headline(verdict)
    known = best_known(verdict)
    if told is not None:
        return told.advice
    if verdict.summary in _NEXT:
        return _NEXT[verdict.summary]
    if verdict.summary is Summary.UNREADABLE:
        return next((problem.hint for problem in verdict.case.problems if problem.hint), _ask_again(verdict))
    if verdict.summary is Summary.AGREES:
        return _credit(known)
    if verdict.summary is Summary.SEEN_NOT_JUDGED and known is not None:
        return f"Read all that is on record: prov show {known.photo[:12]}"
    return "Look at the two side by side: prov check FILE --html page.html"


def _agrees(verdict: Verdict) -> str:
    agreeing = [row.axis.value for row in verdict.rows if row.verdict is Agreement.AGREES]
    if len(agreeing) < 2:
        return f"Seen before, and the claimed {''.join(agreeing) or 'caption'} agrees with the record."
    return f"Seen before, and the claimed {listed(agreeing)} agree with the record."


def _seen(verdict: Verdict) -> str:
    several = len(parts(verdict.case))
    seen = "This photo is in the archive" if several < 2 else f"This picture holds {several} known photos"
    if verdict.case.claim is None:
        return f"{seen}. Nothing was claimed about {'it' if several < 2 else 'them'}."
    if verdict.case.claim_is_own and not verdict.case.held:
        return f"{seen}. Only the file itself speaks for its caption."
    divided = [row.axis.value for row in verdict.rows if row.divided]
    if divided:
        return f"{seen}; what is on record disagrees with itself about the {listed(divided)}."
    return f"{seen}; what is on record cannot judge the claim."


def _altered(verdict: Verdict) -> str:
    known = altered_from(verdict.case)
    if known is None:
        return "Part of this photo differs from the copy held here."
    return f"Against the copy held here, {change_words(known.match, picture_size(verdict))}."


def _similar(verdict: Verdict) -> tuple[str, str]:
    known = best_known(verdict)
    if known is None or not known.other_frame:
        return _UNSURE
    return _SAME_SCENE, _MOMENT if known.match.same_moment else _FRAME


def _not_found(searched: Searched) -> str:
    if not searched.photos:
        return "The archive is empty, so nothing could be found."
    newest = f", newest {short_day_words(searched.newest.date())}" if searched.newest else ""
    return f"among {count(searched.photos, 'photo')}{newest}. That does not make it new."


def _problem(verdict: Verdict) -> str:
    problem = next(iter(verdict.case.problems), None)
    return problem.sentence if problem else "This file could not be read as a picture."


def _ask_again(verdict: Verdict) -> str:
    advice = (finding.advice for finding in verdict.findings)
    return next(advice, "Ask the sender to send the file again.")


def _credit(known: KnownPhoto | None) -> str:
    testimony = strongest(known) if known else None
    credit = credit_words(testimony) if testimony else ""
    return f"Credit as on record: {credit}." if credit else "Nobody is credited on record: ask whom to credit."


_ANSWERS: dict[Summary, Callable[[Verdict], tuple[str, str]]] = {
    Summary.KILLED: lambda _verdict: ("HOLD", "A kill notice is on record for this photo."),
    Summary.CONTRADICTS: lambda _verdict: ("HOLD", "The claim does not fit what is on record about this photo."),
    Summary.ALTERED: lambda verdict: ("HOLD", _altered(verdict)),
    Summary.AGREES: lambda verdict: ("OK", _agrees(verdict)),
    Summary.SEEN_NOT_JUDGED: lambda verdict: ("SEEN", _seen(verdict)),
    Summary.SAME_SCENE: _similar,
    Summary.TOO_LITTLE_DETAIL: lambda _verdict: (
        "TOO LITTLE DETAIL",
        "This picture has too little detail to be looked for.",
    ),
    Summary.NOT_FOUND: lambda verdict: ("NOT FOUND", _not_found(verdict.searched)),
    Summary.UNREADABLE: lambda verdict: ("CANNOT READ", _problem(verdict)),
}
