"""Leaving nothing of what was forgotten in the archive's own files.

SQLite leaves what was deleted in free pages, in the free space of pages and in its log, until something else is written
there. What is forgotten is therefore deleted with `secure_delete`, and the whole file is then written anew from what is
left (VACUUM), and the log emptied. Until that is done, a mark stands in the tables.
"""

from __future__ import annotations

from provenance.store.codecs import WORDS
from provenance.store.query import Query
from provenance.store.sqlite import Source

MARK = "erasing"
_MARKED = Query("SELECT value FROM meta WHERE key = 'erasing'", {"value": WORDS})


def erasing(source: Source) -> bool:
    """Whether something that was forgotten may still stand in free space."""
    return _MARKED.one(source) is not None
