"""Rows to values and values to rows: the only place that knows both. Rows go in as mappings, by column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zlib import crc32

from provenance.model.appearance import Appearance, Standing, Statement, Waits
from provenance.model.archive import Location, NewPhoto, StoredPhoto
from provenance.model.known_file import OtherFile, State, stamp_of
from provenance.model.matching import Fingerprint
from provenance.model.photo import Fact, PhotoId, PictureId, Preview, Problem
from provenance.model.times import Dated, Span, TimeKind, Voucher
from provenance.store.details import NONE, Details
from provenance.store.intact import intact
from provenance.store.names import name_key
from provenance.store.packing import pack, unpack
from provenance.store.query import Row

Columns = dict[str, Any]

TEXTS = ("caption", "headline", "creator", "credit", "date", "place", "publisher", "url")
_BREAK, _ESCAPE = "\x1f", "\x1b"
"""What stands between several names, ids or URLs in one column, and what marks it where it stands in one of them."""
KEYS = ("source", "address", "external_id", "version")


def facts_data(facts: Sequence[Fact]) -> bytes:
    """Facts, packed."""
    return pack([(fact.field, fact.value, fact.raw, fact.reader, fact.block, fact.impossible) for fact in facts])


@intact()
def facts(data: bytes) -> tuple[Fact, ...]:
    """Packed facts, in the order in which they were read."""
    return tuple(Fact(*row) for row in unpack(data))  # type: ignore[arg-type]  # unpack knows no columns


def photo_columns(photo: NewPhoto, picture_id: int | None) -> Columns:
    """A photo, apart from when it came."""
    return {
        "digest": photo.id,
        "picture_id": picture_id,
        "size": photo.size,
        "format": photo.format,
        "width": photo.pictured.width if photo.pictured else 0,
        "height": photo.pictured.height if photo.pictured else 0,
        "problems": problems_data(photo.problems),
    }


def problems_data(problems: Sequence[Problem]) -> bytes | None:
    """Problems, packed; None for none."""
    return pack([(one.kind, one.sentence, one.hint) for one in problems]) if problems else None


@intact()
def problems(data: bytes | None) -> tuple[Problem, ...]:
    """Packed problems of a photo, the gravest first."""
    return tuple(Problem(*one) for one in unpack(data)) if data else ()  # type: ignore[arg-type]


@intact()
def stored_photo(row: Row, locations: Sequence[Location]) -> StoredPhoto:
    """A photo; the row carries its picture's digest as `picture`."""
    picture = PictureId(row.picture) if row.picture else None
    size = (row.size, row.format, row.width, row.height)
    return StoredPhoto(PhotoId(row.digest), picture, *size, row.held_since, problems(row.problems), tuple(locations))


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
    return {"picture_id": picture_id, "format": one.format, **size, "data": one.data, "crc32": crc32(one.data)}


@intact()
def preview(row: Row) -> Preview:
    """A preview. ArchiveDamagedError where it has a sum that is not its own."""
    if row.crc32 is not None and row.crc32 != crc32(row.data):
        raise ValueError("The preview changed on its disk.")
    return Preview(row.format, row.width, row.height, row.data)


def location_columns(one: Location, photo_id: int, root_id: int, seen: datetime) -> Columns:
    """Where a photo's file was seen."""
    state = {"size": one.size, "mtime_ns": one.mtime_ns, "inode": one.inode, "seen": seen, "stamp": _stamp(one)}
    place = {"root_id": root_id, "relative": one.relative, "name_key": name_key(one.relative)}
    return {"photo_id": photo_id, **place, **state}


@intact()
def location(row: Row) -> Location:
    """A location; the row carries its root's path as `root`."""
    return Location(row.root, row.relative, row.size, row.mtime_ns, row.inode)


def other_file_columns(one: OtherFile, root_id: int, since: datetime, tried: datetime) -> Columns:
    """What became of a file that is no photo."""
    place = one.location
    stamp = {"size": place.size, "mtime_ns": place.mtime_ns, "inode": place.inode, "stamp": _stamp(place)}
    said = {"digest": one.digest or None, "kind": one.kind, "holds": one.holds, "waiting": one.waiting}
    what = {"state": int(one.state), "origin_id": one.origin, "problems": problems_data(one.problems)}
    return {"root_id": root_id, "relative": place.relative, **stamp, **what, **said, "since": since, "tried": tried}


@intact()
def other_file(row: Row) -> OtherFile:
    """What became of a file that is no photo; the row carries its root's path as `root`."""
    said = (row.digest or "", row.kind, row.holds, row.waiting, problems(row.problems), row.since, row.tried)
    return OtherFile(location(row), State(row.state), row.origin_id, *said)


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
def appearance(row: Row, times: Sequence[Dated], more: Details = NONE) -> Appearance:
    """An appearance; the row carries the columns of `waiting` as `waits_...` where it waited for its photo."""
    said = {name: getattr(row, name) for name in (*KEYS, *TEXTS)}
    said.update({name: "".join(more.get(name, ())) for name in ("instructions", "dateline")})
    statement = Statement(
        standing=Standing(row.standing),
        voucher=Voucher(row.voucher),
        **said,
        times=tuple(times),
        derived_from=tuple(more.get("derived_from", ())),
    )
    return Appearance(statement, row.recorded, row.superseded_by is not None, _waits(row))


@intact()
def dated(row: Row) -> Dated:
    """One time of a statement."""
    span = Span(row.start, row.end)
    return Dated(TimeKind(row.kind), span, Voucher(row.voucher), row.field, row.raw)


def waits(row: Row) -> Waits:
    """What an appearance waits for, or waited for."""
    return _of_texts(row.name, row.supplier_id, row.url, row.sha256)


def waits_columns(waits: Waits) -> Columns:
    """What an appearance waits for; several names, ids or URLs stand in one column."""
    lists = {"name": waits.names, "supplier_id": waits.supplier_ids, "url": waits.urls}
    return {**{column: _joined(texts) for column, texts in lists.items()}, "sha256": waits.sha256}


def _stamp(one: Location) -> int:
    return stamp_of(one.size, one.mtime_ns, one.inode)


def _waits(row: Row) -> Waits | None:
    if row.photo_id is not None or row.waits_name is None:
        return None
    return _of_texts(row.waits_name, row.waits_supplier_id, row.waits_url, row.waits_sha256)


def _of_texts(names: str, ids: str, urls: str, sha256: str) -> Waits:
    (name, *other_names), (supplier_id, *other_ids), (url, *others) = map(_split, (names, ids, urls))
    return Waits(name, supplier_id, url, sha256, tuple(others), tuple(other_names), tuple(other_ids))


def _joined(texts: Sequence[str]) -> str:
    marked = (text.replace(_ESCAPE, f"{_ESCAPE}0").replace(_BREAK, f"{_ESCAPE}1") for text in texts)
    return _BREAK.join(marked)


def _split(text: str) -> list[str]:
    return [one.replace(f"{_ESCAPE}1", _BREAK).replace(f"{_ESCAPE}0", _ESCAPE) for one in text.split(_BREAK)]
