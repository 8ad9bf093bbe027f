"""A verdict as a person at a terminal sees it: three lines first, then the evidence, never more than a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from provenance.model.case import Row, Summary, Verdict
from provenance.model.claims import Agreement, Axis
from provenance.model.findings import Finding
from provenance.report.answer import answer_words, best_known, evidence_line, headline, next_step
from provenance.report.copies import best_copy_words, parts, parts_words
from provenance.report.details import detail_lines
from provenance.report.layout import at_most, columns, shorten, wrap
from provenance.report.linked import linked_words, short_linked_words
from provenance.report.notice_lines import notice_lines
from provenance.report.rows import telling
from provenance.report.testimony import strongest
from provenance.report.wording import count, day_words, plain_day

_MOST_LINES, _MOST_FINDINGS = 12, 3
_AXIS, _VERDICT, _WORDS = 8, 12, 29
_CONFLICTS = {Axis.DATE: "date-conflict", Axis.PLACE: "place-conflict", Axis.CREDIT: "creator-conflict"}
"""The rule that says in a sentence what a row of the table says in a word."""
_SILENT = "(not stated)"
_NOT_WHOLE = frozenset(("preview-damaged", "index-unusable", "search-incomplete"))
"""Kinds of problems that keep a search from being whole."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines that are shown together or not at all; those with the lowest `rank` get their room first.

    `short` is what is shown instead where the lines do not fit.
    """

    rank: int
    lines: list[str]
    short: list[str] = field(default_factory=list)


def render_check(verdict: Verdict, verbose: bool = False, *, name_file: bool = False) -> str:
    """The answer for one file: at most 12 lines of 80 columns, or everything where `verbose`.

    `name_file` puts the file's name above it, for answers about several files.
    """
    head = [*_file(verdict, name_file), *_forgotten(verdict), *_notices(verdict), *_head(verdict)]
    if verbose:
        lines = [line for part in head for line in part.lines] + detail_lines(verdict)
    else:
        lines = _fitted([*head, *_body(verdict)])
    return "\n".join(lines)


def _fitted(parts: list[_Part]) -> list[str]:
    """As many parts as fit, in their order, the most important ones first; a part that is too long is passed over."""
    room = _MOST_LINES
    chosen: dict[int, list[str]] = {}
    for place, part in sorted(enumerate(parts), key=lambda one: one[1].rank):
        lines = part.lines if len(part.lines) <= room else part.short
        if len(lines) <= room:
            chosen[place] = lines
            room -= len(lines)
    return [line for place in sorted(chosen) for line in chosen[place]]


def _file(verdict: Verdict, name_file: bool) -> Iterator[_Part]:
    if name_file:
        yield _Part(0, [shorten(verdict.case.file, 80)])


def _forgotten(verdict: Verdict) -> Iterator[_Part]:
    """A photo that was forgotten on request is told before all else: it must not be used, nor kept again."""
    for one in verdict.case.problems:
        if one.kind == "forgotten":
            yield _Part(0, at_most(_after("FORGOTTEN  ", one.sentence), 3))


def _notices(verdict: Verdict) -> Iterator[_Part]:
    lines = notice_lines(verdict, headline(verdict))
    if lines:
        yield _Part(0, lines)


def _head(verdict: Verdict) -> Iterator[_Part]:
    word, sentence = answer_words(verdict)
    gap = " " if verdict.summary is Summary.NOT_FOUND else "  "
    yield _Part(1, at_most(_after(word + gap, sentence), 2))
    evidence = evidence_line(verdict)
    if evidence:
        yield _Part(2, at_most(wrap(evidence), 3))
    yield _Part(3, at_most(wrap(next_step(verdict)), 2))


def _after(word: str, sentence: str) -> list[str]:
    first, *rest = wrap("_" * len(word) + sentence)
    return [word + first[len(word) :], *rest]


def _body(verdict: Verdict) -> Iterator[_Part]:
    yield _Part(10, [""])
    yield from _not_whole(verdict)
    yield from _own_caption(verdict)
    yield from _several(verdict)
    yield from _table(verdict)
    yield from _findings(verdict)
    yield from _innocent(verdict)
    yield from _supporting(verdict)
    yield from _linked(verdict)
    yield from _best_copy(verdict)
    yield from _held(verdict)
    yield from _more(verdict)


def _not_whole(verdict: Verdict) -> Iterator[_Part]:
    """Why not everything was searched: an answer that found little must not be taken for a whole one."""
    for one in verdict.case.problems:
        if one.kind in _NOT_WHOLE:
            yield _Part(4, at_most(wrap(f"{one.sentence} {one.hint}"), 3), [shorten(one.sentence, 80)])


def _own_caption(verdict: Verdict) -> Iterator[_Part]:
    claim = verdict.case.claim
    if claim is not None and verdict.case.claim_is_own:
        words = claim.caption or claim.headline or claim.credit or claim.creator or claim.date or claim.place
        yield _Part(4, [shorten(f"Judged by the file's own caption: “{words}”", 80)])


def _several(verdict: Verdict) -> Iterator[_Part]:
    words = parts_words(parts(verdict.case))
    if words:
        yield _Part(4, at_most(wrap(words), 2))


def _table(verdict: Verdict) -> Iterator[_Part]:
    shown = _shown_rows(verdict)
    if shown:
        yield _Part(6, [_cells("", "", "claimed", "on record"), *(_row(row) for row in shown)])
    elif verdict.case.known and (verdict.case.claim is None or not verdict.case.same_photos):
        yield from _caption_on_record(verdict)


def _shown_rows(verdict: Verdict) -> tuple[Row, ...]:
    """The rows of the table: none where nothing was claimed, or where only other frames of the scene are held."""
    if verdict.case.claim is None or not verdict.case.same_photos:
        return ()
    return telling(verdict.rows)


def _caption_on_record(verdict: Verdict) -> Iterator[_Part]:
    known = best_known(verdict)
    testimony = strongest(known) if known else None
    caption = testimony.appearance.statement.caption if testimony else ""
    if caption and known:
        label = "On record" if known.same_photo else "On record for that picture"
        yield _Part(6, at_most(wrap(f"{label}: “{caption}”"), 3))


def _row(row: Row) -> str:
    verdict = row.verdict.value.replace("-", " ")
    verdict = verdict.upper() if row.verdict is Agreement.CONTRADICTS else verdict
    return _cells(row.axis.value, verdict, plain_day(row.claimed) or _SILENT, plain_day(row.on_record) or _SILENT)


def _cells(axis: str, verdict: str, claimed: str, on_record: str) -> str:
    claimed, on_record = shorten(claimed, _WORDS - 1), shorten(on_record, _WORDS)
    gap = " " * (_WORDS - columns(claimed))
    return f"  {axis:<{_AXIS}}{verdict:<{_VERDICT}}{claimed}{gap}{on_record}".rstrip()


def _findings(verdict: Verdict) -> Iterator[_Part]:
    told = headline(verdict)
    others = [finding for finding in verdict.findings if finding is not told and not _told(finding, verdict)]
    for place, finding in enumerate(others[: _MOST_FINDINGS - (told is not None)]):
        yield _Part(9 if place else 7, [_finding(finding)])


def _told(finding: Finding, verdict: Verdict) -> bool:
    """Whether the answer or the table says the same: each thing is said once."""
    if verdict.summary is Summary.UNREADABLE and finding.rule == Summary.UNREADABLE.value:
        return True
    contradicted = (row.axis for row in _shown_rows(verdict) if row.verdict is Agreement.CONTRADICTS)
    return any(finding.rule == _CONFLICTS.get(axis) for axis in contradicted)


def _finding(finding: Finding) -> str:
    return shorten(f"{finding.severity.word}: {finding.message}", 80)


def _innocent(verdict: Verdict) -> Iterator[_Part]:
    told = headline(verdict)
    if told is not None and told.innocent:
        words = f"It may be innocent. {told.innocent[0]}"
        yield _Part(8, at_most(wrap(words), 2), [shorten(words, 80)])


def _supporting(verdict: Verdict) -> Iterator[_Part]:
    """The first that the file itself says for the claim; the least word in an answer that holds it up."""
    if verdict.corroborations:
        yield _Part(10, [shorten(f"For the claim: {verdict.corroborations[0].message}", 80)])


def _linked(verdict: Verdict) -> Iterator[_Part]:
    for one in verdict.linked[:1]:
        yield _Part(6, at_most(wrap(linked_words(one)), 3), [shorten(short_linked_words(one), 80)])


def _best_copy(verdict: Verdict) -> Iterator[_Part]:
    words = best_copy_words(verdict.case)
    if words:
        yield _Part(5, [shorten(words, 80)])


def _held(verdict: Verdict) -> Iterator[_Part]:
    known = best_known(verdict)
    if known is not None:
        file = f" ({known.files[0]})" if known.files else ""
        since = day_words(known.held_since.date())
        yield _Part(11, [shorten(f"Photo {known.photo[:12]}, held here since {since}{file}.", 80)])


def _more(verdict: Verdict) -> Iterator[_Part]:
    said = sum(len(known.testimonies) for known in verdict.case.known)
    counts: Iterable[tuple[int, str, str]] = (
        (len(verdict.findings), "finding", ""),
        (said, "appearance", ""),
        (len(verdict.not_judged), "point not judged", "points not judged"),
    )
    words = ", ".join(count(number, noun, plural) for number, noun, plural in counts if number)
    if words and verdict.summary is not Summary.UNREADABLE:
        yield _Part(5, [f"More with -v: {words}."])
