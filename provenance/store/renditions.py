"""Which files are renditions of one library entry: the rules that tell it, and what they told."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.paths import joined
from provenance.model.photo import PhotoId
from provenance.model.renditions import Placing, Rendition
from provenance.store.codecs import HEX, PATH, WORDS
from provenance.store.names import name_key, parts
from provenance.store.photos import digests
from provenance.store.query import Query
from provenance.store.sqlite import Source

_PATTERNS = Query("SELECT folder, pattern FROM rendition_pattern ORDER BY id", {"folder": PATH, "pattern": WORDS})
_NAMES = Query(
    "SELECT name_key, name, record FROM record_name WHERE name_key IN :name_key", {"name": PATH, "record": WORDS}
)
_ANY_NAME = Query("SELECT id FROM record_name LIMIT 1")
_FILES = Query(
    "SELECT location.id, root.path AS root, location.relative, location.record, location.rendition FROM location"
    " JOIN root ON root.id = location.root_id WHERE location.id > :after ORDER BY location.id LIMIT :limit",
    {"root": PATH, "relative": PATH, "record": WORDS, "rendition": WORDS},
)
_NEW_FILES = Query(
    "SELECT location.id, root.path AS root, location.relative, location.record, location.rendition FROM location"
    " JOIN root ON root.id = location.root_id WHERE location.record IS NULL AND location.id > :after"
    " ORDER BY location.id LIMIT :limit",
    {"root": PATH, "relative": PATH, "record": WORDS, "rendition": WORDS},
)
_OF = Query(
    "SELECT photo.digest, location.record, location.rendition FROM photo JOIN location ON location.photo_id = photo.id"
    " WHERE photo.digest IN :digest AND location.record <> '' ORDER BY location.id",
    {"digest": HEX, "record": WORDS, "rendition": WORDS},
)


def patterns(source: Source) -> list[tuple[str, str]]:
    """Each folder with its pattern, in the order in which they came."""
    return [(row.folder, row.pattern) for row in _PATTERNS.rows(source)]


def has_names(source: Source) -> bool:
    """Whether any table told to which entries files belong."""
    return _ANY_NAME.one(source) is not None


def files_after(source: Source, after: int, limit: int, *, new: bool) -> list[Placing]:
    """Files in a fixed order, behind a number; only those that nobody looked at where `new` ones are wanted."""
    rows = (_NEW_FILES if new else _FILES).rows(source, after=after, limit=limit)
    return [
        Placing(
            row.id,
            joined(row.root, row.relative),
            None if row.record is None else Rendition(row.record, row.rendition or ""),
        )
        for row in rows
    ]


def named(source: Source, paths: Sequence[str]) -> dict[str, str]:
    """The entries of those files that a table names, by path; of several names the longest that fits."""
    keys = {path: name_key(path) for path in paths}
    by_key: dict[int, list[tuple[tuple[str, ...], str]]] = {}
    for row in _NAMES.rows(source, name_key=sorted(set(keys.values()))):
        by_key.setdefault(row.name_key, []).append((parts(row.name), row.record))
    found = {}
    for path, key in keys.items():
        whole = parts(path) if key in by_key else ()
        fitting = [(len(name), record) for name, record in by_key.get(key, ()) if whole[-len(name) :] == name]
        if fitting:
            found[path] = max(fitting)[1]
    return found


def of(source: Source, photos: Sequence[PhotoId]) -> dict[PhotoId, Rendition]:
    """Of which entry photos are renditions, by their first file that is one."""
    rows = _OF.rows(source, digest=digests(photos))
    found: dict[PhotoId, Rendition] = {}
    for row in rows:
        found.setdefault(PhotoId(row.digest), Rendition(row.record, row.rendition or ""))
    return found
