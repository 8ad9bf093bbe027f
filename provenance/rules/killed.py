"""The rule that a supplier's notice comes first."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case, KnownPhoto
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.notice import Noticed, NoticeKind
from provenance.rules.corrected import old_words
from provenance.rules.dates import day_words
from provenance.rules.quoting import brief, claim_evidence, known_name
from provenance.rules.rule import Cannot, Hit, rule

_DID = {
    NoticeKind.KILL: "killed",
    NoticeKind.WITHDRAWAL: "withdrew",
    NoticeKind.CORRECTION: "corrected the caption of",
    NoticeKind.ADVISORY: "sent editors a note about",
}
_LONGEST_TEXT = 2_000


@rule(
    id="killed",
    title="The supplier killed, withdrew or corrected this photo",
    severity=Severity.ERROR,
    advice="Do what the notice asks first; ask its sender where it is not clear.",
    doors=(Door.CHECK, Door.AUDIT),
)
def killed(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks whether a notice is on record for this photo: one that names it by id, file name or URL, or one for any
    photo of the archive that is the same as this one, however it was cropped or re-encoded.

    A supplier that kills or withdraws a photo does not stand by it any more, and its copies travel on. That is an
    error. A correction is a warning where the claim still has the words that it took back, and else a note, as is
    advice to editors. Where a killed photo is only much like this one it is a warning, and a note where another frame
    of the scene was killed.

    The rule knows only the notices that were put on record with `prov notice`, and does not judge whether one is
    genuine or still stands. Names that many photos share, such as a photographer's own count, lead to a photo only when
    the notice is put on record.
    """
    del limits
    known = {one.photo: one for one in case.known}
    for noticed in case.notices:
        held = known.get(noticed.photo) if noticed.photo else None
        if held is None or held.same_photo:
            yield _about_this(case, noticed, held)
        elif noticed.notice.kind.grave:
            yield _about_another(noticed, held)


def _about_this(case: Case, noticed: Noticed, held: KnownPhoto | None) -> Hit:
    notice = noticed.notice
    words = old_words(case, notice) if notice.kind is NoticeKind.CORRECTION else ""
    evidence = (_quoted(noticed), *([Evidence(known_name(held), "the same photo")] if held else ()))
    message = f"{_who(noticed)} {_DID[notice.kind]} this photo{_when(noticed)}"
    if notice.kind.grave:
        return Hit(f"{message}: it must not be used.", evidence)
    if words:
        quoted = claim_evidence(case, brief(words))
        return Hit(f"{message}, and the old words are still there.", (quoted, *evidence), severity=Severity.WARNING)
    return Hit(f"{message}.", evidence, severity=Severity.NOTE)


def _about_another(noticed: Noticed, held: KnownPhoto) -> Hit:
    evidence = (_quoted(noticed), Evidence(known_name(held), held.match.verdict.value.replace("-", " ")))
    done = f"{_who(noticed)} {_DID[noticed.notice.kind]}"
    if held.other_frame:
        message = f"{done} another frame of this scene{_when(noticed)}."
        return Hit(message, evidence, severity=Severity.NOTE, confidence=Confidence.MEDIUM)
    message = f"{done} a photo{_when(noticed)} that this may be, heavily altered."
    innocent = ("It may be another frame of the same scene.",)
    return Hit(message, evidence, innocent, confidence=Confidence.LOW, severity=Severity.WARNING)


def _who(noticed: Noticed) -> str:
    who = brief(noticed.notice.publisher or noticed.notice.source)
    return who[:1].upper() + who[1:]


def _when(noticed: Noticed) -> str:
    """On which day, where the notice says so; in the middle of a span that is wider for want of a zone."""
    issued = noticed.notice.issued
    if issued is None:
        return ""
    return f" on {day_words((issued.span.start + (issued.span.end - issued.span.start) / 2).date())}"


def _quoted(noticed: Noticed) -> Evidence:
    notice = noticed.notice
    text = notice.text if len(notice.text) <= _LONGEST_TEXT else notice.text[:_LONGEST_TEXT] + "…"
    return Evidence(f"Notice {notice.id}, {notice.publisher or notice.source}, {notice.address}", text)
