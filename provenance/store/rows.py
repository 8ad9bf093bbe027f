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
    """A Picture's preview, apart from it so that reading pictures does not page through previews.

    `crc32` is the sum of `data`, by which damage is found without decoding; null in archives of older versions.
    """

    __tablename__ = "preview"
    picture_id: int = Field(primary_key=True, foreign_key="picture.id")
    format: str = _text()
    width: int
    height: int
    data: bytes = Field(sa_type=LargeBinary)
    crc32: int | None = Field(default=None, sa_type=BigInteger)


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
    photo_id: int = Field(primary_key=True, foreign_key="photo.id", index=True)


class DocumentRow(Row, table=True):
    """An id of a document, a supplier's picture or a camera that a Photo's fields carry (`model/documents.py`)."""

    __tablename__ = "document"
    __table_args__ = BY_KEY
    kind: str = Field(sa_type=Words, primary_key=True)
    document: str = Field(sa_type=Words, primary_key=True)
    photo_id: int = Field(primary_key=True, foreign_key="photo.id", index=True)


class RootRow(Row, table=True):
    """A folder under which photos were found."""

    __tablename__ = "root"
    id: int | None = Field(default=None, primary_key=True)
    path: str = Field(sa_type=PathBytes, unique=True)


class OriginRow(Row, table=True):
    """Who handed files over, what their word counts for, and which program read them: what was said then is kept."""

    __tablename__ = "origin"
    __table_args__ = (UniqueConstraint("source", "standing", "program"),)
    id: int | None = Field(default=None, primary_key=True)
    source: str = _text()
    standing: str = _text()
    program: str = _text()


class LocationRow(Row, table=True):
    """Where a Photo's file stands. `name_key` finds it by file name, `seen` says when it was last read there.

    `missing` says since when it is known not to stand there any more; `altered` is the hash of what was found there
    though size and time had not changed, and `altered_seen` when. `stamp` is one number for size, time and inode; it is
    null where older programs read the file, and so is `origin_id`. `record` is the library entry that the file is a
    `rendition` of: "" where it is of none, null where nobody looked.
    """

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
    stamp: int | None = Field(default=None, sa_type=BigInteger)
    origin_id: int | None = Field(default=None, foreign_key="origin.id")
    missing: datetime | None = Field(default=None, sa_type=Utc)
    altered: str | None = Field(default=None, sa_type=Hex)
    altered_seen: datetime | None = Field(default=None, sa_type=Utc)
    record: str | None = Field(default=None, sa_type=Words)
    rendition: str | None = Field(default=None, sa_type=Words)


class RenditionPatternRow(Row, table=True):
    """How the names of the files below a folder tell which of them are renditions of one library entry."""

    __tablename__ = "rendition_pattern"
    id: int | None = Field(default=None, primary_key=True)
    folder: str = Field(sa_type=PathBytes, unique=True)
    pattern: str = _text()


class RecordNameRow(Row, table=True):
    """A file of a library entry, as a table names it. `name_key` finds it by the file's own name."""

    __tablename__ = "record_name"
    id: int | None = Field(default=None, primary_key=True)
    name_key: int = Field(sa_type=BigInteger, index=True)
    name: str = Field(sa_type=PathBytes, unique=True)
    record: str = _text()


class OtherFileRow(Row, table=True):
    """A file that is no photo, or could not be read: what became of it (`model.known_file.State`), and why."""

    __tablename__ = "other_file"
    __table_args__ = (UniqueConstraint("root_id", "relative"),)
    id: int | None = Field(default=None, primary_key=True)
    root_id: int = Field(foreign_key="root.id")
    relative: str = Field(sa_type=PathBytes)
    size: int = Field(sa_type=BigInteger)
    mtime_ns: int = Field(sa_type=WideInteger)
    inode: int = Field(sa_type=WideInteger)
    stamp: int = Field(sa_type=BigInteger)
    state: int = Field(index=True)
    origin_id: int | None = Field(default=None, foreign_key="origin.id")
    digest: str | None = Field(default=None, sa_type=Hex)
    kind: str = _text()
    holds: int
    waiting: int
    problems: bytes | None = Field(default=None, sa_type=LargeBinary)
    since: datetime = Field(sa_type=Utc)
    tried: datetime = Field(sa_type=Utc)


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


class AppearanceDetailRow(Row, table=True):
    """What few statements carry besides, one text a row: instructions, dateline, what they were made from."""

    __tablename__ = "appearance_detail"
    __table_args__ = BY_KEY
    appearance_id: int = Field(primary_key=True, foreign_key="appearance.id")
    field: str = Field(sa_type=Words, primary_key=True)
    position: int = Field(primary_key=True)
    text: str = _text()


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


class NoticeRow(Row, table=True):
    """A notice that photos are killed, withdrawn or corrected. `digest` is its id's, of its content."""

    __tablename__ = "notice"
    __table_args__ = IDS_NEVER_REUSED
    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(sa_type=Hex, unique=True)
    recorded: datetime = Field(sa_type=Utc)
    kind: str = _text()
    source: str = _text()
    address: str = _text()
    publisher: str = _text()
    headline: str = _text()
    text: str = _text()
    corrected: str = _text()
    external_id: str = _text()
    version: str = _text()
    voucher: str = _text()
    issued_start: datetime | None = Field(default=None, sa_type=Utc)
    issued_end: datetime | None = Field(default=None, sa_type=Utc)
    field: str = _text()
    raw: str = _text()


class NoticeSignRow(Row, table=True):
    """One thing by which a notice names a photo: a file name, an id, a URL, a photo's or a picture's digest."""

    __tablename__ = "notice_sign"
    __table_args__ = BY_KEY
    notice_id: int = Field(primary_key=True, foreign_key="notice.id")
    position: int = Field(primary_key=True)
    kind: str = _text()
    text: str = _text()
    key: int = Field(sa_type=BigInteger, index=True)


class NoticePhotoRow(Row, table=True):
    """A photo held that a notice is about, and how that is known."""

    __tablename__ = "notice_photo"
    __table_args__ = BY_KEY
    notice_id: int = Field(primary_key=True, foreign_key="notice.id")
    photo_id: int = Field(primary_key=True, foreign_key="photo.id", index=True)
    way: str = _text()


class EdgeRow(Row, table=True):
    """A verified match: how the first Picture was made from the other. `data` is the match, packed."""

    __tablename__ = "edge"
    __table_args__ = BY_KEY
    one_id: int = Field(primary_key=True, foreign_key="picture.id")
    other_id: int = Field(primary_key=True, foreign_key="picture.id", index=True)
    verdict: str = _text()
    data: bytes = Field(sa_type=LargeBinary)


class UnrelatedRow(Row, table=True):
    """A Picture whose relatives have not been looked for yet."""

    __tablename__ = "unrelated"
    picture_id: int = Field(primary_key=True, foreign_key="picture.id")


class KinRow(Row, table=True):
    """A Picture's place in a family, which goes by its oldest member. Derived from edges and decisions.

    Pictures that stand alone have none. `is_guest` marks what holds the photo beside others, `is_best` the best copy.
    """

    __tablename__ = "kin"
    __table_args__ = BY_KEY
    family_id: int = Field(primary_key=True, foreign_key="picture.id")
    picture_id: int = Field(primary_key=True, foreign_key="picture.id", index=True)
    is_guest: bool
    is_best: bool


class DecisionRow(Row, table=True):
    """What an editor decided. Pictures are named by their digests: a decision outlives what it is about."""

    __tablename__ = "decision"
    __table_args__ = IDS_NEVER_REUSED
    id: int | None = Field(default=None, primary_key=True)
    about: str = Field(sa_type=Words, index=True)
    ruling: str = _text()
    by: str = _text()
    at: datetime = Field(sa_type=Utc)
    note: str = _text()
    one: str | None = Field(default=None, sa_type=Hex, index=True)
    other: str | None = Field(default=None, sa_type=Hex, index=True)


class AuditRow(Row, table=True):
    """An audit that was made, with the findings it made, packed: so that the next one can tell what is new."""

    __tablename__ = "audit"
    __table_args__ = IDS_NEVER_REUSED
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Utc)
    data: bytes = Field(sa_type=LargeBinary)


class TombstoneRow(Row, table=True):
    """A Photo that was forgotten: its digest, so that it is known if it comes again; nothing of what it was.

    `pdq` is the one code that is kept of a picture that is blocked, so that copies of it are recognised.
    """

    __tablename__ = "tombstone"
    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(sa_type=Hex, unique=True)
    at: datetime = Field(sa_type=Utc)
    by: str = _text()
    reason: str = _text()
    pdq: str | None = Field(default=None, sa_type=Hex)


class WrittenRow(Row, table=True):
    """A file outside the archive that holds what the archive holds: a backup, an export."""

    __tablename__ = "written"
    id: int | None = Field(default=None, primary_key=True)
    kind: str = _text()
    path: str = Field(sa_type=PathBytes, unique=True)
    at: datetime = Field(sa_type=Utc)


class TrustListRow(Row, table=True):
    """A list of certificates that a user brought. `dated` is a day in ISO text, "" where the list bears none."""

    __tablename__ = "trust_list"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=Words, unique=True)
    kind: str = _text()
    dated: str = _text()
    imported: datetime = Field(sa_type=Utc)
    anchors: str = _text()
    entities: str = _text()
    certificates: int


class MetaRow(Row, table=True):
    """What the archive says about itself: `program` is the version of the program that last changed its tables.

    `erasing` stands there from when a photo was forgotten until nothing of it is left in free space either.
    """

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
DOCUMENT = _table("document")
ROOT = _table("root")
ORIGIN = _table("origin")
LOCATION = _table("location")
OTHER_FILE = _table("other_file")
RENDITION_PATTERN = _table("rendition_pattern")
RECORD_NAME = _table("record_name")
APPEARANCE = _table("appearance")
APPEARANCE_TIME = _table("appearance_time")
APPEARANCE_DETAIL = _table("appearance_detail")
WAITING = _table("waiting")
WAITING_KEY = _table("waiting_key")
NOTICE = _table("notice")
NOTICE_SIGN = _table("notice_sign")
NOTICE_PHOTO = _table("notice_photo")
EDGE = _table("edge")
UNRELATED = _table("unrelated")
KIN = _table("kin")
DECISION = _table("decision")
AUDIT = _table("audit")
TOMBSTONE = _table("tombstone")
WRITTEN = _table("written")
TRUST_LIST = _table("trust_list")
META = _table("meta")
