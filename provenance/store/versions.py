"""What becomes of a statement that is brought to what was said before. Pure: values in, an answer out.

Nothing is ever overwritten: what is superseded stays and is marked. The witness that speaks is recognised by

- the source's own id where it has one, with source and standing;
- in a captions file without ids: source and standing, and for published ones the place of publication, because one
  photo is published many times but described once;
- in a sidecar: source, standing and the file's name, because several may lie beside one photo;
- inside a file: the block, whoever handed it over, because the same bytes always say the same;
- an editor, an article or a sender speaks anew every time.

Standing belongs to every key, so that what a sender offers never takes the place of a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from provenance.model.appearance import Appearance, Standing, Statement
from provenance.model.archive import Outcome
from provenance.model.times import Voucher


@dataclass(frozen=True, slots=True)
class Kept:
    """An appearance in the archive. Ids grow in the order of arrival, whatever the clock said."""

    id: int
    appearance: Appearance

    @property
    def statement(self) -> Statement:
        """What it says."""
        return self.appearance.statement


@dataclass(frozen=True, slots=True)
class Place:
    """What becomes of a statement, and the kept one that it equals, replaces or is older than."""

    outcome: Outcome
    other: Kept | None = None


def place(statement: Statement, kept: Sequence[Kept], arrived: int | None = None) -> Place:
    """Where a statement belongs among those kept about the same photo.

    `arrived` is its own id where it is itself kept already, None where it arrives now. Versions are compared as
    numbers where both are, else the later arrival is the newer.
    """
    equal = next((one for one in kept if says_the_same(one.statement, statement)), None)
    if equal:
        return Place(Outcome.KNOWN, equal)
    witness = _witness(statement)
    same = [one for one in kept if witness and not one.appearance.superseded and _witness(one.statement) == witness]
    if not same:
        return Place(Outcome.ADDED)
    head = max(same, key=lambda one: one.id)
    newer = _is_newer(statement.version, head.statement.version, arrived is None or arrived > head.id)
    return Place(Outcome.SUPERSEDES if newer else Outcome.OLDER, head)


def says_the_same(one: Statement, other: Statement) -> bool:
    """Whether two statements are one: everything equal but the address.

    The source may differ too where a file, or the document beside it, speaks: whoever hands it over, it says the same.
    """
    if one.voucher is Voucher.IN_FILE:
        return replace(one, source=other.source) == other
    if one.voucher is Voucher.SIDECAR:
        return replace(one, source=other.source, address=other.address) == other
    return replace(one, address=other.address) == other


def _witness(statement: Statement) -> tuple[str, ...] | None:
    standing, voucher, source = statement.standing.value, statement.voucher, statement.source
    if voucher is Voucher.IN_FILE:
        return (standing, voucher.value, statement.address)
    if statement.external_id:
        return (standing, "id", source, statement.external_id)
    if voucher is Voucher.SIDECAR:
        return (standing, voucher.value, source, statement.address)
    if voucher is Voucher.SPREADSHEET:
        published = (statement.publisher, statement.url) if statement.standing is Standing.PUBLISHED else ()
        return (standing, voucher.value, source, *published)
    return None


def _is_newer(version: str, other: str, later: bool) -> bool:
    if _number(version) is None or _number(other) is None or _number(version) == _number(other):
        return later
    return (_number(version) or (0, "")) > (_number(other) or (0, ""))


def _number(version: str) -> tuple[int, str] | None:
    """A whole number as something to compare by, however long; None for any other text."""
    digits = version.strip()
    if not (digits.isascii() and digits.isdigit()):
        return None
    significant = digits.lstrip("0")
    return (len(significant), significant)
