"""Where photos' files stand, and photos found by that.

A file is kept once, under the root under which it was found first, whatever other roots lie above or below that one.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.archive import Location
from provenance.model.known_file import KnownRow, Placed, State
from provenance.model.paths import homes, joined
from provenance.model.photo import PhotoId
from provenance.store import convert
from provenance.store.codecs import HEX, PATH, UTC_TIME, WIDE
from provenance.store.names import ends_with, name_key
from provenance.store.query import Query, Row
from provenance.store.sqlite import Source

_PLACES = (
    "SELECT photo.digest, root.path AS root, location.relative, location.size, location.mtime_ns, location.inode"
    " FROM location JOIN root ON root.id = location.root_id JOIN photo ON photo.id = location.photo_id"
)
_CODECS = {"digest": HEX, "root": PATH, "relative": PATH, "mtime_ns": WIDE, "inode": WIDE}
_OF = Query(f"{_PLACES} WHERE location.photo_id = :photo_id ORDER BY location.id", _CODECS)
_NAMED = Query(f"{_PLACES} WHERE location.name_key = :name_key ORDER BY photo.id, location.id", _CODECS)
_AT = Query(
    "SELECT photo.digest, photo.picture_id, photo.problems, root.path AS root, location.relative, location.size,"
    " location.mtime_ns, location.inode, location.origin_id, location.missing, location.altered"
    " FROM location JOIN root ON root.id = location.root_id JOIN photo ON photo.id = location.photo_id"
    " WHERE location.root_id = :root_id AND location.relative = :relative",
    {**_CODECS, "missing": UTC_TIME, "altered": HEX},
)
_ROOTS = Query("SELECT id, path FROM root ORDER BY id", {"path": PATH})
_ROOTS_OF = Query("SELECT id, path FROM root WHERE path IN :path", {"path": PATH})
_HOLDS = {
    "location": Query("SELECT id FROM location WHERE root_id = :root_id AND relative = :relative", {"relative": PATH}),
    "other_file": Query(
        "SELECT id FROM other_file WHERE root_id = :root_id AND relative = :relative", {"relative": PATH}
    ),
}
_WITHIN = "root_id = :root_id AND relative >= :low AND relative < :high"
_ALL = "root_id = :root_id"
_PHOTO_FILES = (
    "SELECT relative AS path, stamp, origin_id, CASE WHEN missing IS NOT NULL THEN :is_missing"
    " WHEN altered IS NOT NULL THEN :is_altered WHEN photo.picture_id IS NULL THEN :is_undecoded"
    " ELSE :is_photo END AS state FROM location JOIN photo ON photo.id = location.photo_id"
)
_OTHER_FILES = "SELECT relative, stamp, origin_id, state FROM other_file"
_STATES = {
    "is_missing": int(State.MISSING),
    "is_altered": int(State.ALTERED),
    "is_undecoded": int(State.UNDECODED),
    "is_photo": int(State.PHOTO),
}
_FILES = {"path": PATH}
_KNOWN = Query(f"{_PHOTO_FILES} WHERE {_ALL} UNION ALL {_OTHER_FILES} WHERE {_ALL} ORDER BY path", _FILES)
_KNOWN_WITHIN = Query(f"{_PHOTO_FILES} WHERE {_WITHIN} UNION ALL {_OTHER_FILES} WHERE {_WITHIN} ORDER BY path", _FILES)
_COUNTED = "SELECT count(*) AS number FROM location WHERE missing IS NULL"
_COUNT = Query(f"{_COUNTED} AND {_ALL}")
_COUNT_WITHIN = Query(f"{_COUNTED} AND {_WITHIN}")
_MOVED = Query(
    "SELECT root.path AS root, there.relative FROM location here JOIN location there ON there.photo_id = here.photo_id"
    " JOIN root ON root.id = there.root_id WHERE here.id = :id AND there.id != here.id AND there.missing IS NULL"
    " AND there.seen >= :seen ORDER BY there.id LIMIT 1",
    {"root": PATH, "relative": PATH, "seen": UTC_TIME},
)


def at(source: Source, root: str, relative: str) -> tuple[PhotoId, Location] | None:
    """The photo that was last seen at a path, and what its file was like then."""
    found = placed(source, root, relative)
    return (found.photo, found.location) if found else None


def placed(source: Source, root: str, relative: str) -> Placed | None:
    """The same with all that is known of the file."""
    home = home_of(source, root, relative, "location")
    row = _AT.one(source, root_id=home[0], relative=home[1]) if home else None
    return _placed(row) if row else None


def home_of(source: Source, root: str, relative: str, table: str) -> tuple[int, str] | None:
    """The number of the root under which a path is kept in a table, and the path below it; None where it is not."""
    ways = {root: relative, **{one: rest for one, rest in homes(root, relative) if one != root}}
    for known in sorted(_ROOTS_OF.rows(source, path=list(ways)), key=lambda one: (one.path != root, one.id)):
        if _HOLDS[table].one(source, root_id=known.id, relative=ways[known.path]):
            return int(known.id), ways[known.path]
    return None


def roots(source: Source) -> tuple[str, ...]:
    """Every folder and ZIP under which files are kept, in the order in which they came."""
    return tuple(row.path for row in _ROOTS.rows(source))


def known(source: Source, root: str, within: str) -> Iterator[KnownRow]:
    """All files kept under a root, and below a folder of it, by path."""
    row = next(_ROOTS_OF.rows(source, path=[root]), None)
    if row is None:
        return iter(())
    asked = {"root_id": row.id, **_STATES}
    if not within:
        return _KNOWN.tuples(source, **asked)
    cut = len(PATH.encode(within)) + 1
    return (
        (path[cut:], stamp, origin, state)
        for path, stamp, origin, state in _KNOWN_WITHIN.tuples(source, **asked, **_span(within))
    )


def count(source: Source, root: str, within: str) -> int:
    """How many files of photos stand under a root, and below a folder of it, as far as anybody knows."""
    row = next(_ROOTS_OF.rows(source, path=[root]), None)
    if row is None:
        return 0
    found = _COUNT_WITHIN if within else _COUNT
    rows = found.rows(source, root_id=row.id, **(_span(within) if within else {}))
    return int(next(rows).number)


def moved_to(source: Source, location_id: int, since: object) -> str:
    """Where else the photo of a place was read since a moment; "" where nowhere."""
    row = _MOVED.one(source, id=location_id, seen=since)
    return joined(row.root, row.relative) if row else ""


def located(source: Source, name: str) -> tuple[PhotoId, ...]:
    """Photos whose path ends with a name (see `store/names.py`), in the order in which they came."""
    rows = _NAMED.rows(source, name_key=name_key(name))
    found = (row.digest for row in rows if ends_with(f"{row.root}/{row.relative}", name))
    return tuple(PhotoId(digest) for digest in dict.fromkeys(found))


def paths_of(source: Source, photo_id: int) -> list[str]:
    """The whole paths of a photo's files."""
    return [f"{row.root}/{row.relative}" for row in _OF.rows(source, photo_id=photo_id)]


def _span(within: str) -> dict[str, bytes]:
    """The paths below a folder lie between its name with "/" and its name with the letter after that."""
    folder = PATH.encode(within)
    return {"low": folder + b"/", "high": folder + b"0"}


def _placed(row: Row) -> Placed:
    return Placed(
        PhotoId(row.digest),
        convert.location(row),
        row.origin_id,
        row.picture_id is not None,
        convert.problems(row.problems),
        row.missing,
        row.altered or "",
    )
