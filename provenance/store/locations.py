"""Where photos' files stand, and photos found by that."""

from __future__ import annotations

from provenance.model.archive import Location
from provenance.model.photo import PhotoId
from provenance.store import convert
from provenance.store.codecs import HEX, PATH, WIDE
from provenance.store.names import ends_with, name_key
from provenance.store.query import Query
from provenance.store.sqlite import Source

_PLACES = (
    "SELECT photo.digest, root.path AS root, location.relative, location.size, location.mtime_ns, location.inode"
    " FROM location JOIN root ON root.id = location.root_id JOIN photo ON photo.id = location.photo_id"
)
_CODECS = {"digest": HEX, "root": PATH, "relative": PATH, "mtime_ns": WIDE, "inode": WIDE}
_AT = Query(f"{_PLACES} WHERE root.path = :root AND location.relative = :relative", _CODECS)
_OF = Query(f"{_PLACES} WHERE location.photo_id = :photo_id ORDER BY location.id", _CODECS)
_NAMED = Query(f"{_PLACES} WHERE location.name_key = :name_key ORDER BY photo.id, location.id", _CODECS)


def at(source: Source, root: str, relative: str) -> tuple[PhotoId, Location] | None:
    """The photo that was last seen at a path, and what its file was like then."""
    row = _AT.one(source, root=root, relative=relative)
    return (PhotoId(row.digest), convert.location(row)) if row else None


def located(source: Source, name: str) -> tuple[PhotoId, ...]:
    """Photos whose path ends with a name (see `store/names.py`), in the order in which they came."""
    rows = _NAMED.rows(source, name_key=name_key(name))
    found = (row.digest for row in rows if ends_with(f"{row.root}/{row.relative}", name))
    return tuple(PhotoId(digest) for digest in dict.fromkeys(found))


def paths_of(source: Source, photo_id: int) -> list[str]:
    """The whole paths of a photo's files."""
    return [f"{row.root}/{row.relative}" for row in _OF.rows(source, photo_id=photo_id)]
