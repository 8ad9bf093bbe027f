"""The first three lines: the answer, the strongest evidence, what to do."""

from __future__ import annotations

from provenance.model.case import KnownPhoto, Row, Searched, Summary, Verdict
from provenance.model.claims import Agreement
from provenance.model.findings import Finding, Severity
from provenance.report.testimony import credit_words, evidence_words, strongest
from provenance.report.wording import count, listed, relation_words, short_day_words

_FIXED = {
    Summary.KILLED: ("HOLD", "A kill notice is on record for this photo."),
    Summary.CONTRADICTS: ("HOLD", "The claim does not fit what is on record about this photo."),
    Summary.ALTERED: ("HOLD", "Part of this photo differs from the copy held here."),
    Summary.SAME_SCENE: (
        "SIMILAR",
        "A picture much like this one is held; it may be another of the same scene.",
    ),
    Summary.TOO_LITTLE_DETAIL: ("TOO LITTLE DETAIL", "This picture has too little detail to be looked for."),
}
_NEXT_NOT_FOUND = "Next: reverse image search; ask for the original."


def headline(verdict: Verdict) -> Finding | None:
    """The finding that the answer itself tells, which need not be told again."""
    first = next(iter(verdict.findings), None)
    if first is None or first.severity is Severity.NOTE:
        return None
    return first if verdict.summary in {Summary.CONTRADICTS, Summary.AGREES} else None


def best_known(verdict: Verdict) -> KnownPhoto | None:
    """The known photo to show: the same photo rather than the same scene, then the one best testified, then oldest."""
    places = {known.photo: place for place, known in reversed(list(enumerate(verdict.case.known)))}

    def order(known: KnownPhoto) -> tuple[bool, bool, tuple[int, float], int]:
        testimony = strongest(known)
        strength = testimony.strength if testimony else (0, known.held_since)
        return not known.same_photo, testimony is None, (strength[0], strength[1].timestamp()), places[known.photo]

    return min(verdict.case.known, key=order, default=None)


def answer_words(verdict: Verdict) -> tuple[str, str]:
    """The answer's word in capitals, and its sentence."""
    told = headline(verdict)
    if told is not None:
        return ("HOLD" if verdict.summary is Summary.CONTRADICTS else "OK, BUT"), told.message
    if verdict.summary is Summary.AGREES:
        return "OK", _agrees(verdict.rows)
    if verdict.summary is Summary.SEEN_NOT_JUDGED:
        return "SEEN", _seen(verdict)
    if verdict.summary is Summary.NOT_FOUND:
        return "NOT FOUND", _not_found(verdict.searched)
    if verdict.summary is Summary.UNREADABLE:
        return "CANNOT READ", _problem(verdict)
    return _FIXED[verdict.summary]


def evidence_line(verdict: Verdict) -> str:
    """The strongest evidence in one sentence or two, "" where there is none."""
    known = best_known(verdict)
    return f"{evidence_words(known)} {relation_words(known.match)}".strip() if known else ""


def next_step(verdict: Verdict) -> str:
    """What to do now."""
    told = headline(verdict)
    known = best_known(verdict)
    if told is not None:
        return told.advice
    match verdict.summary:
        case Summary.NOT_FOUND | Summary.TOO_LITTLE_DETAIL:
            return _NEXT_NOT_FOUND
        case Summary.UNREADABLE:
            return next((problem.hint for problem in verdict.case.problems if problem.hint), _ask_again(verdict))
        case Summary.AGREES:
            return _credit(known)
    if verdict.summary is Summary.SEEN_NOT_JUDGED and known is not None:
        return f"Read all that is on record: prov show {known.photo[:12]}"
    return "Look at the two side by side: prov check FILE --html page.html"


def _agrees(rows: tuple[Row, ...]) -> str:
    agreeing = [row.axis.value for row in rows if row.verdict is Agreement.AGREES]
    if len(agreeing) < 2:
        return f"Seen before, and the claimed {''.join(agreeing) or 'caption'} agrees with the record."
    return f"Seen before, and the claimed {listed(agreeing)} agree with the record."


def _seen(verdict: Verdict) -> str:
    if verdict.case.claim is None:
        return "This photo is in the archive. Nothing was claimed about it."
    if verdict.case.claim_is_own and not verdict.case.held:
        return "This photo is in the archive. Only the file itself speaks for its caption."
    return "This photo is in the archive; what is on record cannot judge the claim."


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
