"""Rows to values and values to rows: the only place that knows both. Rows go in as mappings, by column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from provenance.model.appearance import Appearance, Standing, Statement, Waits
from provenance.model.archive import Location, NewPhoto, StoredPhoto
from provenance.model.matching import Fingerprint
from provenance.model.photo import Fact, PhotoId, PictureId, Preview, Problem
from provenance.model.times import Dated, Span, TimeKind, Voucher
from provenance.store.intact import intact
from provenance.store.names import name_key
from provenance.store.packing import pack, unpack
from provenance.store.query import Row

Columns = dict[str, Any]

TEXTS = ("caption", "headline", "creator", "credit", "date", "place", "publisher", "url")
KEYS = ("source", "address", "external_id", "version")


def facts_data(facts: Sequence[Fact]) -> bytes:
    """Facts, packed."""
    return pack([(fact.field, fact.value, fact.raw, fact.reader, fact.block) for fact in facts])


@intact()
def facts(data: bytes) -> tuple[Fact, ...]:
    """Packed facts, in the order in which they were read."""
    return tuple(Fact(*row) for row in unpack(data))  # type: ignore[arg-type]  # unpack knows no columns


def photo_columns(photo: NewPhoto, picture_id: int | None) -> Columns:
    """A photo, apart from when it came."""
    problems = [(one.kind, one.sentence, one.hint) for one in photo.problems]
    return {
        "digest": photo.id,
        "picture_id": picture_id,
        "size": photo.size,
        "format": photo.format,
        "width": photo.pictured.width if photo.pictured else 0,
        "height": photo.pictured.height if photo.pictured else 0,
        "problems": pack(problems) if problems else None,
    }


@intact()
def stored_photo(row: Row, locations: Sequence[Location]) -> StoredPhoto:
    """A photo; the row carries its picture's digest as `picture`."""
    problems = tuple(Problem(*one) for one in unpack(row.problems)) if row.problems else ()  # type: ignore[arg-type]
    picture = PictureId(row.picture) if row.picture else None
    size = (row.size, row.format, row.width, row.height)
    return StoredPhoto(PhotoId(row.digest), picture, *size, row.held_since, problems, tuple(locations))


def fingerprint_columns(one: Fingerprint, picture_id: int) -> Columns:
    """A fingerprint of a picture."""
    made = {"library": one.library, "version": one.version, "quality": one.quality}
    return {"picture_id": picture_id, "kind": one.kind, "code": one.code, **made}


@intact()
def fingerprint(row: Row) -> Fingerprint:
    """A fingerprint."""
    return Fingerprint(row.kind, row.code, row.library, row.version, row.quality)


def preview_columns(one: Preview, picture_id: int) -> Columns:
    """A picture's preview."""
    size = {"width": one.width, "height": one.height}
    return {"picture_id": picture_id, "format": one.format, **size, "data": one.data}


@intact()
def preview(row: Row) -> Preview:
    """A preview."""
    return Preview(row.format, row.width, row.height, row.data)


def location_columns(one: Location, photo_id: int, root_id: int, seen: datetime) -> Columns:
    """Where a photo's file was seen."""
    state = {"size": one.size, "mtime_ns": one.mtime_ns, "inode": one.inode, "seen": seen}
    place = {"root_id": root_id, "relative": one.relative, "name_key": name_key(one.relative)}
    return {"photo_id": photo_id, **place, **state}


@intact()
def location(row: Row) -> Location:
    """A location; the row carries its root's path as `root`."""
    return Location(row.root, row.relative, row.size, row.mtime_ns, row.inode)


def statement_columns(one: Statement) -> Columns:
    """A statement, apart from its times."""
    said = {name: getattr(one, name) for name in (*KEYS, *TEXTS)}
    return {"standing": one.standing.value, "voucher": one.voucher.value, **said}


def time_columns(one: Statement, appearance_id: int) -> list[Columns]:
    """The times of a statement."""
    return [
        {
            "appearance_id": appearance_id,
            "position": position,
            "kind": dated.kind.value,
            "voucher": dated.voucher.value,
            "start": dated.span.start,
            "end": dated.span.end,
            "field": dated.field,
            "raw": dated.raw,
        }
        for position, dated in enumerate(one.times)
    ]


@intact()
def appearance(row: Row, times: Sequence[Dated]) -> Appearance:
    """An appearance; the row carries the columns of `waiting` as `waits_...` where it waited for its photo."""
    said = {name: getattr(row, name) for name in (*KEYS, *TEXTS)}
    statement = Statement(standing=Standing(row.standing), voucher=Voucher(row.voucher), **said, times=tuple(times))
    return Appearance(statement, row.recorded, row.superseded_by is not None, _waits(row))


@intact()
def dated(row: Row) -> Dated:
    """One time of a statement."""
    span = Span(row.start, row.end)
    return Dated(TimeKind(row.kind), span, Voucher(row.voucher), row.field, row.raw)


def _waits(row: Row) -> Waits | None:
    if row.photo_id is not None or row.waits_name is None:
        return None
    return Waits(row.waits_name, row.waits_supplier_id, row.waits_url, row.waits_sha256)
