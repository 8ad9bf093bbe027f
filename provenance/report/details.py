"""Everything behind the answer, for `-v`: axes, findings, known photos and their appearances, the file's facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.model.case import KnownPhoto, Row, Verdict
from provenance.model.family import match_id
from provenance.model.findings import Corroboration, Finding
from provenance.model.photo import Fact
from provenance.report.answer import picture_size
from provenance.report.caption_history import history_lines
from provenance.report.copies import best_copy, name, parts, parts_words, where
from provenance.report.credentials import credentials_rows
from provenance.report.decisions import decision_line
from provenance.report.layout import block
from provenance.report.linked import linked_words
from provenance.report.making import changes_in_words
from provenance.report.rows import telling
from provenance.report.timeline import Entry, timeline
from provenance.report.wording import count, day_words, plain_day, relation_words, shares_in_words, size_words

_WHOLE = 0.98  # what fills this much of a picture lies nowhere in particular
_TELLING_FACTS = (
    *("EXIF DateTimeOriginal", "EXIF ModifyDate", "EXIF Make", "EXIF Model", "EXIF Software"),
    *("EXIF GPSLatitude", "EXIF GPSLongitude"),
)


def detail_lines(verdict: Verdict) -> list[str]:
    """All of it, in lines of at most 80 columns, each section after an empty line."""
    sections = (
        ("The claim", _claim(verdict)),
        ("Claim against record", _lines(_row(row) for row in telling(verdict.rows))),
        ("Findings", _lines(_finding(finding) for finding in verdict.findings)),
        ("What the file says for the claim", _lines(_supporting(one) for one in verdict.corroborations)),
        ("Content credentials", _credentials(verdict)),
        ("Several photos", block(parts_words(parts(verdict.case)), "  ") if len(parts(verdict.case)) > 1 else []),
        ("Best copy held", _best_copy(verdict)),
        ("Caption history", history_lines(verdict.case.history)),
        ("Decided", [line for one in verdict.decisions for line in block(decision_line(one), "  ")]),
        ("Known photos", _lines(_known(known, verdict) for known in verdict.case.known)),
        ("Linked by their fields alone", _lines(block(linked_words(one), "  ") for one in verdict.linked)),
        ("Not judged", [line for one in verdict.not_judged for line in block(f"{one.rule}: {one.reason}.", "  ")]),
        ("In the file", _facts(verdict.case.facts)),
        ("Problems", [line for one in verdict.case.problems for line in block(f"{one.sentence} {one.hint}", "  ")]),
    )
    return [line for title, lines in sections if lines for line in ("", title, *lines)]


def entry_lines(entry: Entry, indent: str) -> list[str]:
    """One appearance: when and who, the caption, the rest."""
    lines = block(f"{entry.when}: {entry.who}", indent)
    if entry.statement.caption:
        lines += block(f"“{entry.statement.caption}”", indent + "  ")
    return lines + [line for words in entry.details for line in block(words, indent + "  ")]


def _lines(items: Iterable[list[str]]) -> list[str]:
    return [line for item in items for line in item]


def _claim(verdict: Verdict) -> list[str]:
    case = verdict.case
    if case.claim is None:
        return []
    label = "The file's own caption" if case.claim_is_own else "Given with the photo"
    fields = (case.claim.caption, case.claim.headline, case.claim.credit or case.claim.creator)
    words = [f"{label} ({case.claim.address}):", *(f"“{words}”" for words in fields if words)]
    words += [one for one in (case.claim.date, case.claim.place) if one]
    return [line for one in words for line in block(one, "  ")]


def _row(row: Row) -> list[str]:
    claimed, on_record = plain_day(row.claimed) or "(not stated)", plain_day(row.on_record) or "(not stated)"
    says = f" ({row.source})" if row.source else ""
    verdict = row.verdict.value.replace("-", " ")
    head = f"{row.axis.value}: {verdict}. Claimed: {claimed}. On record: {on_record}{says}."
    innocent = block(f"It may be innocent. {' '.join(row.innocent)}", "    ") if row.innocent else []
    return [*block(head, "  "), *block(row.why, "    "), *innocent]


def _finding(finding: Finding) -> list[str]:
    head = f"{finding.severity.word}: {finding.message} [{finding.rule}, {finding.id}, {finding.confidence.value}"
    lines = block(f"{head} confidence]", "  ")
    lines += [line for one in finding.evidence for line in block(f"{one.source}: {one.text}", "    ")]
    lines += [line for words in finding.innocent for line in block(f"It may be innocent. {words}", "    ")]
    return lines + block(f"What to do: {finding.advice}", "    ")


def _supporting(one: Corroboration) -> list[str]:
    quoted = [line for evidence in one.evidence for line in block(f"{evidence.source}: {evidence.text}", "    ")]
    return [*block(f"{one.axis}: {one.message}", "  "), *quoted]


def _credentials(verdict: Verdict) -> list[str]:
    rows = credentials_rows(verdict.case.facts)
    return _lines(block(f"{label}: {words}", "  ") if label else block(words, "    ") for label, words in rows)


def _best_copy(verdict: Verdict) -> list[str]:
    """The best copy, and the other known photos that this check calls the same."""
    best = best_copy(verdict.case)
    if best is None:
        return []
    others = [known for part in parts(verdict.case) for known in part.copies if known is not best]
    lines = block(_copy_words(best), "  ")
    return lines + [line for known in others for line in block(f"Also held: {_copy_words(known)}", "    ")]


def _copy_words(known: KnownPhoto) -> str:
    made = ", ".join(words for words in (known.format, size_words(known.size) if known.size else "") if words)
    size = f", {known.width} x {known.height}" if known.width else ""
    return f"{name(known)}{size}{f', {made}' if made else ''}"


def _known(known: KnownPhoto, verdict: Verdict) -> list[str]:
    match = known.match
    size = f", {known.width} x {known.height} pixels" if known.width else ""
    told = ": same photo" if known.same_photo else ""
    head = f"Photo {known.photo[:12]}{told}{size}, held here since {day_words(known.held_since.date())}."
    lines = block(f"{head} {relation_words(match, picture_size(verdict))}", "  ")
    measured = " ".join(words for words in (shares_in_words(match), _place(known, verdict)) if words)
    lines += block(measured, "    ") if measured else []
    lines += [line for words in changes_in_words(match, picture_size(verdict)) for line in block(words, "    ")]
    lines += [line for file in known.files for line in block(f"File: {file}", "    ")]
    if verdict.picture is not None and verdict.picture != match.picture:
        lines += block(f"To decide about it: {match_id(verdict.picture, match.picture)}", "    ")
    return lines + _lines(entry_lines(entry, "    ") for entry in timeline(known.testimonies))


def _place(known: KnownPhoto, verdict: Verdict) -> str:
    """Where in this picture it lies, where it does not fill it."""
    place = where(known, verdict.case)
    return f"It lies here: {place}." if place and (known.match.of_this or 0.0) < _WHOLE else ""


def _facts(facts: tuple[Fact, ...]) -> list[str]:
    if not facts:
        return []
    return [*_telling(facts), f"  {count(len(facts), 'field')} in all: prov inspect FILE"]


def _telling(facts: tuple[Fact, ...]) -> Iterator[str]:
    told = {fact.field: fact for fact in reversed(facts) if fact.field in _TELLING_FACTS}
    for field in _TELLING_FACTS:
        if field in told:
            yield from block(f"{field}: {told[field].value}", "  ")
