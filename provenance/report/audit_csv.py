"""The findings of an audit as a table for bulk correction: one line for each file and finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from provenance.model.audit import LISTING_TITLES, Audited, Listed, Listing, Variant
from provenance.model.family import Decision, Ruling
from provenance.report.audit_decisions import decision_words
from provenance.report.escape import csv_cell
from provenance.report.testimony import source_words
from provenance.report.wording import count

COLUMNS = ("path", "photo", "family", "finding", "list", "severity", "field", "value", "suggested", "source", "note")
"""`field` is the IPTC field that could be put right, `value` what stands there, `source` who says what is suggested."""
BOM = "\ufeff"
"""With this before the first line Excel takes a table for UTF-8."""


def rows(families: Iterable[Audited], variants: Iterable[Variant] = (), *, bom: bool = False) -> Iterator[str]:
    """Lines with their ends (RFC 4180), the heading first. What was dismissed is left out.

    A photo that lies in several places has a line for each. Cells that a spreadsheet program would calculate begin
    with an apostrophe; it has to be taken off before a value is written into a field.
    """
    yield (BOM if bom else "") + _line(COLUMNS)
    for family in families:
        for one in family.listed:
            if not _dismissed(one.decision):
                yield from (_line(cells) for cells in _listed(one, family))
    for variant in variants:
        if not _dismissed(variant.decision):
            yield from (_line(cells) for cells in _spelled(variant))


def _listed(one: Listed, family: Audited) -> Iterator[tuple[str, ...]]:
    copy = next((copy for copy in family.copies if copy.photo == one.photo), None)
    paths = (copy.paths or copy.files) if copy else ()
    told = (one.finding.id, LISTING_TITLES[one.listing], one.finding.severity.word)
    put_right = (one.field, one.value, one.suggested, _source(one, family) if one.suggested else "")
    note = _note(one.finding.message, one.decision)
    for path in paths or (one.file,):
        yield path, one.photo, family.id, *told, *put_right, note


def _source(one: Listed, family: Audited) -> str:
    said = next((saying.statement for saying in family.sayings if saying.number == one.against), None)
    return f"{source_words(said)}, {said.address}" if said else ""


def _spelled(variant: Variant) -> Iterator[tuple[str, ...]]:
    finding = variant.finding
    borne = dict(variant.names).get(variant.suggested, 0)
    source = f"so spelt with {count(borne, 'photo')}" if borne else ""
    told = (finding.id, LISTING_TITLES[variant.listing], finding.severity.word)
    field = "Rendition" if variant.listing is Listing.CREDIT_IN_RENDITIONS else "Creator"
    for name, photos in variant.names:
        if name != variant.suggested:
            note = _note(f"{finding.message} {count(photos, 'photo')}.", variant.decision)
            yield "", "", "", *told, field, name, variant.suggested, source if variant.suggested else "", note


def _note(message: str, decision: Decision | None) -> str:
    return f"{message} {decision_words(decision)}" if decision else message


def _dismissed(decision: Decision | None) -> bool:
    return decision is not None and decision.ruling is Ruling.DISMISS


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([csv_cell(cell) for cell in cells])
    return line.getvalue()
