"""How rules speak of the versions of a caption and of what changed between them."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.appearance import Standing
from provenance.model.case import Case
from provenance.model.findings import Evidence
from provenance.model.history import Change, NamedChange, Version
from provenance.rules.quoting import brief, standing_name

_CHANGES = {
    Change.DATE_MOVED: "the date",
    Change.PLACE_MOVED: "the place",
    Change.PHOTOGRAPHER_SWAPPED: "the photographer",
    Change.SUBJECT_CHANGED: "what it shows",
    Change.NUMBER_CHANGED: "a number",
    Change.AGENCY_CHANGED: "the agency",
    Change.FILE_PHOTO_DROPPED: "“file photo” (dropped)",
    Change.FILE_PHOTO_ADDED: "“file photo” (added)",
    Change.HANDOUT_DROPPED: "“handout” (dropped)",
    Change.HANDOUT_ADDED: "“handout” (added)",
}


def on_record(case: Case) -> Iterator[tuple[Version, Version]]:
    """Each current version on record with the one that it is held against, where that is current as well."""
    for version in case.history:
        earlier = case.history[version.against] if version.against is not None else None
        if earlier is not None and version.judged and earlier.judged:
            yield earlier, version


def only_in_file(*versions: Version) -> bool:
    """Whether one of these stands in a photo's own fields, which every program rewrites."""
    return any(one.appearance.statement.standing is Standing.IN_FILE for one in versions)


def changed_words(changes: tuple[NamedChange, ...]) -> str:
    """The date (“March 4, 2013”, then “9 August 2022”), the place (...)."""
    told = [_told(one) for one in changes if one.change in _CHANGES]
    return brief(", ".join(told), 160)


def _told(named: NamedChange) -> str:
    words = _CHANGES[named.change]
    return f"{words} (“{named.before}”, then “{named.after}”)" if named.before and named.after else words


def version_evidence(version: Version) -> Evidence:
    """Who said it, and the caption whole."""
    statement = version.appearance.statement
    address = ", ".join(version.addresses) or statement.address
    source = f"{statement.publisher or statement.source} ({standing_name(statement.standing)}, {address})"
    return Evidence(source, version.claims.text)
