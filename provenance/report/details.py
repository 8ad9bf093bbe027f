"""Everything behind the answer, for `-v`: axes, findings, known photos and their appearances, the file's facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.model.case import KnownPhoto, Row, Verdict
from provenance.model.findings import Finding
from provenance.model.photo import Fact
from provenance.report.layout import block
from provenance.report.rows import telling
from provenance.report.timeline import Entry, timeline
from provenance.report.wording import count, day_words, plain_day, relation_words

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
        ("Known photos", _lines(_known(known) for known in verdict.case.known)),
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
    head = f"{row.axis.value}: {row.verdict.value.replace('-', ' ')}. Claimed: {claimed}. On record: {on_record}."
    return [*block(head, "  "), *block(row.why, "    ")]


def _finding(finding: Finding) -> list[str]:
    head = f"{finding.severity.word}: {finding.message} [{finding.rule}, {finding.id}, {finding.confidence.value}"
    lines = block(f"{head} confidence]", "  ")
    lines += [line for one in finding.evidence for line in block(f"{one.source}: {one.text}", "    ")]
    lines += [line for words in finding.innocent for line in block(f"It may be innocent. {words}", "    ")]
    return lines + block(f"What to do: {finding.advice}", "    ")


def _known(known: KnownPhoto) -> list[str]:
    verdict = known.match.verdict.value.replace("-", " ")
    size = f", {known.width} x {known.height} pixels" if known.width else ""
    head = f"Photo {known.photo[:12]}: {verdict}{size}, held here since {day_words(known.held_since.date())}."
    lines = block(f"{head} {relation_words(known.match)}", "  ")
    lines += [line for file in known.files for line in block(f"File: {file}", "    ")]
    return lines + _lines(entry_lines(entry, "    ") for entry in timeline(known.testimonies))


def _facts(facts: tuple[Fact, ...]) -> list[str]:
    if not facts:
        return []
    return [*_telling(facts), f"  {count(len(facts), 'field')} in all: prov inspect FILE"]


def _telling(facts: tuple[Fact, ...]) -> Iterator[str]:
    told = {fact.field: fact for fact in reversed(facts) if fact.field in _TELLING_FACTS}
    for field in _TELLING_FACTS:
        if field in told:
            yield from block(f"{field}: {told[field].value}", "  ")
