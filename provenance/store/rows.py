"""Every table of the archive. A row is not a value: `store/convert.py` turns one into the other.

Ids are small integers inside and never leave the store. Tables of pairs keep their rows in the order of the primary
key (WITHOUT ROWID in SQLite), which halves them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, LargeBinary, MetaData, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

from provenance.store.columns import Hex, PathBytes, Utc, WideInteger, Words
from provenance.store.sqlite import BY_KEY, IDS_NEVER_REUSED

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def _text() -> Any:
    return Field(sa_type=Words, nullable=False)


class Row(SQLModel):
    """What all tables share: one catalogue with predictable names of constraints."""

    metadata = MetaData(naming_convention=_NAMES)


class PictureRow(Row, table=True):
    """A Picture: image data, whatever metadata is wrapped around it."""

    __tablename__ = "picture"
    __table_args__ = IDS_NEVER_REUSED
    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(sa_type=Hex, unique=True)
    width: int
    height: int


class PreviewRow(Row, table=True):
    """A Picture's preview, apart from it so that reading pictures does not page through previews."""

    __tablename__ = "preview"
    picture_id: int = Field(primary_key=True, foreign_key="picture.id")
    format: str = _text()
    width: int
    height: int
    data: bytes = Field(sa_type=LargeBinary)


class FingerprintRow(Row, table=True):
    """A Picture's code of one kind."""

    __tablename__ = "fingerprint"
    __table_args__ = BY_KEY
    picture_id: int = Field(primary_key=True, foreign_key="picture.id")
    kind: str = Field(sa_type=Words, primary_key=True)
    code: str = Field(sa_type=Hex)
    library: str = _text()
    version: str = _text()
    quality: int | None = None


class BandRow(Row, table=True):
    """A piece of a Picture's code, for `store/bands.py`. Derived from fingerprints."""

    __tablename__ = "band"
    __table_args__ = BY_KEY
    key: int = Field(primary_key=True)
    picture_id: int = Field(primary_key=True, foreign_key="picture.id")


class VocabularyRow(Row, table=True):
    """A vocabulary that features were made with. The one without a name stands for no features at all."""

    __tablename__ = "vocabulary"
    id: int | None = Field(default=None, primary_key=True)
    version: str = Field(sa_type=Words, unique=True)


class DescribedRow(Row, table=True):
    """Which vocabulary a Picture's features were made with; every Picture has one row."""

    __tablename__ = "described"
    __table_args__ = BY_KEY
    vocabulary_id: int = Field(primary_key=True, foreign_key="vocabulary.id")
    picture_id: int = Field(primary_key=True, foreign_key="picture.id")


class FeaturePartRow(Row, table=True):
    """A piece of a Picture's local features; why in pieces is told in `store/features.py`."""

    __tablename__ = "feature_part"
    __table_args__ = BY_KEY
    picture_id: int = Field(primary_key=True, foreign_key="picture.id")
    part: int = Field(primary_key=True)
    data: bytes = Field(sa_type=LargeBinary)


class WordChangeRow(Row, table=True):
    """A Picture whose visual words came, changed or went, for the search indexes to follow. It may be gone by then."""

    __tablename__ = "word_change"
    __table_args__ = IDS_NEVER_REUSED
    id: int | None = Field(default=None, primary_key=True)
    picture_id: int


class WordIndexRow(Row, table=True):
    """A search index in a folder beside this file, and how far it has followed.

    `applied` is the last change that it holds, `stamp` the engine's own count of its operations then. `reached` is the
    last picture put into an index that is still being built; null for a complete one.
    """

    __tablename__ = "word_index"
    __table_args__ = IDS_NEVER_REUSED
    id: int | None = Field(default=None, primary_key=True)
    vocabulary_id: int = Field(foreign_key="vocabulary.id")
    folder: str = _text()
    applied: int
    stamp: int = Field(sa_type=BigInteger)
    reached: int | None = None


class PhotoRow(Row, table=True):
    """A Photo: one file's content. Its size in pixels is its own, for two photos of a Picture may lie differently."""

    __tablename__ = "photo"
    __table_args__ = IDS_NEVER_REUSED
    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(sa_type=Hex, unique=True)
    picture_id: int | None = Field(default=None, foreign_key="picture.id", index=True)
    size: int = Field(sa_type=BigInteger)
    format: str = _text()
    width: int
    height: int
    held_since: datetime = Field(sa_type=Utc, index=True)
    problems: bytes | None = Field(default=None, sa_type=LargeBinary)


class FactsRow(Row, table=True):
    """All facts of a Photo, packed."""

    __tablename__ = "facts"
    photo_id: int = Field(primary_key=True, foreign_key="photo.id")
    data: bytes = Field(sa_type=LargeBinary)


class SupplierRow(Row, table=True):
    """An id under which a supplier knows a Photo, as the file's own fields state it."""

    __tablename__ = "supplier"
    __table_args__ = BY_KEY
    supplier_id: str = Field(sa_type=Words, primary_key=True)
    photo_id: int = Field(primary_key=True, foreign_key="photo.id")


class RootRow(Row, table=True):
    """A folder under which photos were found."""

    __tablename__ = "root"
    id: int | None = Field(default=None, primary_key=True)
    path: str = Field(sa_type=PathBytes, unique=True)


class LocationRow(Row, table=True):
    """Where a Photo's file stands. `name_key` finds it by file name, `seen` says when it last stood there."""

    __tablename__ = "location"
    __table_args__ = (UniqueConstraint("root_id", "relative"),)
    id: int | None = Field(default=None, primary_key=True)
    photo_id: int = Field(foreign_key="photo.id", index=True)
    root_id: int = Field(foreign_key="root.id")
    relative: str = Field(sa_type=PathBytes)
    size: int = Field(sa_type=BigInteger)
    mtime_ns: int = Field(sa_type=WideInteger)
    inode: int = Field(sa_type=WideInteger)
    seen: datetime = Field(sa_type=Utc)
    name_key: int = Field(sa_type=BigInteger, index=True)


class AppearanceRow(Row, table=True):
    """A statement about a Photo, or about one that has not come yet (`photo_id` is null).

    `superseded_by` is the one that is judged in its place; null for what is current.
    """

    __tablename__ = "appearance"
    __table_args__ = IDS_NEVER_REUSED
    id: int | None = Field(default=None, primary_key=True)
    photo_id: int | None = Field(default=None, foreign_key="photo.id", index=True)
    superseded_by: int | None = Field(default=None, foreign_key="appearance.id", index=True)
    recorded: datetime = Field(sa_type=Utc)
    standing: str = _text()
    voucher: str = _text()
    source: str = _text()
    address: str = _text()
    external_id: str = _text()
    version: str = _text()
    caption: str = _text()
    headline: str = _text()
    creator: str = _text()
    credit: str = _text()
    date: str = _text()
    place: str = _text()
    publisher: str = _text()
    url: str = _text()


class AppearanceTimeRow(Row, table=True):
    """A dated statement within an appearance, in the order in which it stood there."""

    __tablename__ = "appearance_time"
    __table_args__ = BY_KEY
    appearance_id: int = Field(primary_key=True, foreign_key="appearance.id")
    position: int = Field(primary_key=True)
    kind: str = _text()
    voucher: str = _text()
    start: datetime = Field(sa_type=Utc)
    end: datetime = Field(sa_type=Utc)
    field: str = _text()
    raw: str = _text()


class WaitingRow(Row, table=True):
    """What an appearance waits for, or waited for."""

    __tablename__ = "waiting"
    appearance_id: int = Field(primary_key=True, foreign_key="appearance.id")
    name: str = _text()
    supplier_id: str = _text()
    url: str = _text()
    sha256: str = _text()


class WaitingKeyRow(Row, table=True):
    """A hash of each thing that an appearance waits for."""

    __tablename__ = "waiting_key"
    __table_args__ = BY_KEY
    key: int = Field(sa_type=BigInteger, primary_key=True)
    appearance_id: int = Field(primary_key=True, foreign_key="appearance.id")


class MetaRow(Row, table=True):
    """What the archive says about itself: `program` is the version of the program that last changed its tables."""

    __tablename__ = "meta"
    key: str = Field(sa_type=Words, primary_key=True)
    value: str = _text()


def _table(name: str) -> Table:
    return Row.metadata.tables[name]


PICTURE = _table("picture")
PREVIEW = _table("preview")
FINGERPRINT = _table("fingerprint")
BAND = _table("band")
VOCABULARY = _table("vocabulary")
DESCRIBED = _table("described")
FEATURE_PART = _table("feature_part")
WORD_CHANGE = _table("word_change")
WORD_INDEX = _table("word_index")
PHOTO = _table("photo")
FACTS = _table("facts")
SUPPLIER = _table("supplier")
ROOT = _table("root")
LOCATION = _table("location")
APPEARANCE = _table("appearance")
APPEARANCE_TIME = _table("appearance_time")
WAITING = _table("waiting")
WAITING_KEY = _table("waiting_key")
META = _table("meta")
