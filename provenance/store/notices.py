"""Notices on record, and which photos they are about: by what they name, and by what was found out about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from provenance.model.addresses import same_address
from provenance.model.notice import KeptNotice, Notice, Noticed, NoticeKind, Signs, Way, tells
from provenance.model.photo import PhotoId, PictureId
from provenance.model.times import Dated, Span, TimeKind, Voucher
from provenance.store.codecs import HEX, UTC_TIME, WORDS
from provenance.store.intact import intact
from provenance.store.known_by import known_by
from provenance.store.names import ends_with, key, name_key
from provenance.store.query import Query, Row
from provenance.store.sqlite import Source

_TEXTS = (
    *("kind", "source", "address", "publisher", "headline", "text", "corrected"),
    *("external_id", "version", "voucher", "field", "raw"),
)
_TIMES = ("recorded", "issued_start", "issued_end")
_CODECS = {**dict.fromkeys(_TEXTS, WORDS), **dict.fromkeys(_TIMES, UTC_TIME)}
_KEPT = (
    "SELECT notice.id, notice.recorded, notice.issued_start, notice.issued_end, notice.kind, notice.source,"
    " notice.address, notice.publisher, notice.headline, notice.text, notice.corrected, notice.external_id,"
    " notice.version, notice.voucher, notice.field, notice.raw FROM notice"
)
_ANY = Query("SELECT id FROM notice LIMIT 1")
_ALL = Query(f"{_KEPT} ORDER BY notice.id", _CODECS)
_SOME = Query(f"{_KEPT} WHERE notice.id IN :id ORDER BY notice.id", _CODECS)
_SIGNS = Query(
    "SELECT notice_id, kind, text FROM notice_sign WHERE notice_id IN :notice_id ORDER BY notice_id, position",
    {"kind": WORDS, "text": WORDS},
)
_LINKS = Query(
    "SELECT notice_photo.notice_id, notice_photo.way, photo.digest FROM notice_photo"
    " JOIN photo ON photo.id = notice_photo.photo_id WHERE notice_photo.notice_id IN :notice_id"
    " ORDER BY notice_photo.notice_id, photo.id",
    {"way": WORDS, "digest": HEX},
)
_SIGNED = Query("SELECT notice_id, kind, text FROM notice_sign WHERE key IN :key", {"kind": WORDS, "text": WORDS})
_LINKED = Query(
    "SELECT notice_photo.notice_id FROM notice_photo JOIN photo ON photo.id = notice_photo.photo_id"
    " WHERE photo.digest IN :digest",
    {"digest": HEX},
)
_PICTURES = Query(
    "SELECT DISTINCT picture.digest FROM notice_photo JOIN photo ON photo.id = notice_photo.photo_id"
    " JOIN picture ON picture.id = photo.picture_id WHERE notice_photo.way <> 'likeness'",
    {"digest": HEX},
)
WRONG = "wrong"
"""The kind of sign that is none: words which a correction takes back."""


def any_notice(source: Source) -> bool:
    """Whether any notice is on record."""
    return _ANY.one(source) is not None


def notices(source: Source) -> tuple[KeptNotice, ...]:
    """All notices, in the order in which they were recorded."""
    return tuple(_kept(source, list(_ALL.rows(source))).values())


def noticed_pictures(source: Source) -> tuple[PictureId, ...]:
    """The pictures of all photos that notices are about, without those that are only like them."""
    return tuple(PictureId(row.digest) for row in _PICTURES.rows(source))


def noticed(source: Source, photos: Sequence[PhotoId]) -> dict[PhotoId, tuple[Noticed, ...]]:
    """The notices that are about each of these photos: that were found to be, or that name it."""
    if not any_notice(source):
        return {}
    linked = _linked(source, photos)
    for photo in photos:
        mine = {one.notice.digest for one in linked[photo]}
        named = (Noticed(kept, Way.NAMED, photo) for kept in naming(source, known_by(source, photo)))
        linked[photo] += [one for one in named if one.notice.digest not in mine]
    return {photo: tuple(linked[photo]) for photo in photos}


def _linked(source: Source, photos: Sequence[PhotoId]) -> dict[PhotoId, list[Noticed]]:
    numbers = {row.notice_id for row in _LINKED.rows(source, digest=list(photos))}
    found: dict[PhotoId, list[Noticed]] = defaultdict(list)
    for kept in _of_numbers(source, numbers):
        for photo, way in kept.photos:
            found[photo].append(Noticed(kept, way, photo))
    return found


def naming(source: Source, signs: Signs) -> tuple[KeptNotice, ...]:
    """The notices that name a photo with these signs. Signs that other photos may have by chance do not count."""
    keys = {key for kind, text in _telling(signs) for key in [sign_key(kind, text)]}
    rows = _SIGNED.rows(source, key=sorted(keys))
    numbers = {row.notice_id for row in rows if row.kind != WRONG and tells(row.kind, row.text) and _is_of(row, signs)}
    return tuple(_of_numbers(source, numbers))


def sign_key(kind: str, text: str) -> int:
    """A hash of a sign, equal for the ways in which one is written."""
    if kind == "name":
        return name_key(text)
    return key(f"notice-{kind}", same_address(text) if kind == "url" else text.casefold())


def signs_of(notice: Notice) -> Iterator[tuple[str, str]]:
    """The signs of a notice, each with its kind; the words that it takes back lie beside them."""
    groups = (("name", notice.names), ("id", notice.ids), ("url", notice.urls), (WRONG, notice.wrong))
    yield from ((kind, text) for kind, texts in groups for text in texts)


def _telling(signs: Signs) -> Iterator[tuple[str, str]]:
    groups = (("name", signs.names), ("id", signs.ids), ("url", signs.urls))
    digests = (("photo", signs.photo), ("picture", signs.picture))
    yield from ((kind, text) for kind, texts in groups for text in texts)
    yield from ((kind, text) for kind, text in digests if text)


def _is_of(row: Row, signs: Signs) -> bool:
    """Whether a sign of a notice is among a photo's; two texts may share a hash."""
    if row.kind == "name":
        return any(ends_with(name, row.text) for name in signs.names)
    return any(
        kind == row.kind and sign_key(kind, text) == sign_key(row.kind, row.text) for kind, text in _telling(signs)
    )


def _of_numbers(source: Source, numbers: Iterable[int]) -> Iterable[KeptNotice]:
    return _kept(source, list(_SOME.rows(source, id=sorted(numbers)))).values()


def _kept(source: Source, rows: Sequence[Row]) -> dict[int, KeptNotice]:
    numbers = [row.id for row in rows]
    signs: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _SIGNS.rows(source, notice_id=numbers):
        signs[row.notice_id][row.kind].append(row.text)
    links: dict[int, list[tuple[PhotoId, Way]]] = defaultdict(list)
    for row in _LINKS.rows(source, notice_id=numbers):
        links[row.notice_id].append((PhotoId(row.digest), Way(row.way)))
    return {row.id: _value(row, signs[row.id], links[row.id]) for row in rows}


@intact()
def _value(row: Row, signs: dict[str, list[str]], links: list[tuple[PhotoId, Way]]) -> KeptNotice:
    issued = None
    if row.issued_start is not None and row.issued_end is not None:
        span = Span(row.issued_start, row.issued_end)
        issued = Dated(TimeKind.ISSUED, span, Voucher(row.voucher), row.field, row.raw)
    notice = Notice(
        kind=NoticeKind(row.kind),
        text=row.text,
        source=row.source,
        address=row.address,
        voucher=Voucher(row.voucher),
        publisher=row.publisher,
        headline=row.headline,
        issued=issued,
        names=tuple(signs["name"]),
        ids=tuple(signs["id"]),
        urls=tuple(signs["url"]),
        corrected=row.corrected,
        wrong=tuple(signs[WRONG]),
        external_id=row.external_id,
        version=row.version,
    )
    return KeptNotice(notice, row.recorded, tuple(links))
