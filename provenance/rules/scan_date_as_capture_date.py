"""The rule that the day of a scan is not the day of the photo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.dates import day_words
from provenance.rules.quoting import claim_evidence
from provenance.rules.rule import Cannot, Hit, rule

_TAKEN = "EXIF DateTimeOriginal"
_SCANNERS = ("scan", "imacon", "flextight", "perfection", "coolscan", "opticfilm", "frontier", "noritsu")
_MADE = ("EXIF Make", "EXIF Model", "EXIF Software", "XMP xmp:CreatorTool", "EXIF ImageDescription")
_FILM_SOURCES = {"1", "2", "film scanner", "reflection print scanner"}
_SCANNED_TYPES = ("digitisedfilm", "digitizedfilm", "positivefilm", "negativefilm", "print", "digitisednontransparent")
_INNOCENT = ("Somebody may have photographed the scene again in the same place.",)


@rule(
    id="scan-date-as-capture-date",
    title="The date of capture is that of a scan",
    severity=Severity.NOTE,
    advice="Put the caption's day into Date Created, and the scan's into Date Digitized.",
    doors=(Door.AUDIT,),
)
def scan_date_as_capture_date(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the camera's date of a file that a scanner made (by its maker, model, software, file source or digital
    source type) with the day or the year that is on record for it. It speaks where the camera's date is later.

    Scanned prints and negatives carry the day of the scan where the day of the exposure belongs, and are then found and
    sold as pictures of that day. It is a note.

    Scanners that do not say what they are cannot be told from cameras, so a file whose camera's date lies years after
    its caption's is reported only where a scanner is named. Where no date is on record, the rule cannot judge.
    """
    if not case.audited or case.claims is None:
        return
    scanner = next((fact for fact in case.facts if _scanned(fact.field, str(fact.value))), None)
    taken = next((fact for fact in case.facts if fact.field == _TAKEN), None)
    if scanner is None or taken is None:
        return
    day, when = _day(str(taken.value)), case.claims.when
    if day is None or when is None or when.last is None:
        yield Cannot("a scan's date and the day on record could not be compared")
    elif day - when.last > limits.transmission_slack:
        yield Hit(
            message=f"A scanner wrote the date of capture: {day_words(day)}; the caption says {when.excerpt.text}.",
            evidence=(
                Evidence(f"{_TAKEN} in the file", taken.raw or str(taken.value)),
                Evidence(f"{scanner.field} in the file", str(scanner.value)),
                claim_evidence(case, when.excerpt.text),
            ),
            innocent=_INNOCENT,
            confidence=Confidence.MEDIUM,
        )


def _scanned(field: str, value: str) -> bool:
    said = value.lower()
    if field == "EXIF FileSource":
        return said in _FILM_SOURCES
    if field.endswith("DigitalSourceType"):
        return said.rpartition("/")[2] in _SCANNED_TYPES
    return field in _MADE[:4] and any(one in said for one in _SCANNERS)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
