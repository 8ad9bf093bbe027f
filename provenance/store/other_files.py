"""Files that are no photos or could not be read, read from the tables; and all that could not be read."""

from __future__ import annotations

from provenance.model.audit import Unread
from provenance.model.known_file import OtherFile, State
from provenance.model.paths import joined
from provenance.model.photo import PhotoId
from provenance.store import convert
from provenance.store.codecs import HEX, PATH, UTC_TIME, WIDE, WORDS
from provenance.store.locations import home_of
from provenance.store.query import Query
from provenance.store.sqlite import Source

_AT = Query(
    "SELECT root.path AS root, relative, size, mtime_ns, inode, state, origin_id, digest, kind, holds, waiting,"
    " problems, since, tried FROM other_file JOIN root ON root.id = other_file.root_id"
    " WHERE root_id = :root_id AND relative = :relative",
    {
        "root": PATH,
        "relative": PATH,
        "mtime_ns": WIDE,
        "inode": WIDE,
        "digest": HEX,
        "kind": WORDS,
        "since": UTC_TIME,
        "tried": UTC_TIME,
    },
)
_ORIGIN = Query(
    "SELECT id FROM origin WHERE source = :by_source AND standing = :standing AND program = :program",
    {"by_source": WORDS, "standing": WORDS, "program": WORDS},
)
_UNDECODED = Query(
    "SELECT photo.id, photo.digest, photo.held_since, photo.problems,"
    " (SELECT root.path FROM location JOIN root ON root.id = location.root_id WHERE location.photo_id = photo.id"
    "  ORDER BY location.id LIMIT 1) AS root,"
    " (SELECT relative FROM location WHERE location.photo_id = photo.id ORDER BY location.id LIMIT 1) AS relative"
    " FROM photo WHERE picture_id IS NULL AND photo.id > :after ORDER BY photo.id LIMIT :limit",
    {"digest": HEX, "held_since": UTC_TIME, "root": PATH, "relative": PATH},
)
_UNREAD = Query(
    "SELECT other_file.id, root.path AS root, relative, problems, since FROM other_file"
    " JOIN root ON root.id = other_file.root_id"
    " WHERE state = :state AND other_file.id > :after ORDER BY other_file.id LIMIT :limit",
    {"root": PATH, "relative": PATH, "since": UTC_TIME},
)
_BEHIND = 1 << 52
"""Marks of files without a photo lie behind those of all photos."""


def other_file(source: Source, root: str, relative: str) -> OtherFile | None:
    """What became of a file that is no photo; None where nothing is known of it."""
    home = home_of(source, root, relative, "other_file")
    row = _AT.one(source, root_id=home[0], relative=home[1]) if home else None
    return convert.other_file(row) if row else None


def origin(source: Source, handed_over_by: str, standing: str, program: str) -> int:
    """The number for who handed files over, with which standing, to which program; 0 where that never was."""
    row = _ORIGIN.one(source, by_source=handed_over_by, standing=standing, program=program)
    return int(row.id) if row else 0


def unreadable(source: Source, after: int, limit: int) -> list[tuple[int, Unread]]:
    """Photos that could not be decoded, then files that could not be read at all, each with a mark; at most so many."""
    found: list[tuple[int, Unread]] = []
    if after < _BEHIND:
        for row in _UNDECODED.rows(source, after=after, limit=limit):
            problems = convert.problems(row.problems)
            file = joined(row.root, row.relative) if row.root is not None else ""
            reason = problems[0].sentence if problems else "It could not be decoded."
            found.append((row.id, Unread(file, PhotoId(row.digest), reason, row.held_since)))
    more = max(after - _BEHIND, 0)
    for row in _UNREAD.rows(source, state=int(State.UNREAD), after=more, limit=limit - len(found)):
        (problem, *_) = convert.problems(row.problems)
        found.append((_BEHIND + row.id, Unread(joined(row.root, row.relative), None, problem.sentence, row.since)))
    return found
