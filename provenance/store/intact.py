"""What is read from the tables is what was once written there, or it is damage."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from provenance.errors import ArchiveDamagedError


@contextmanager
def intact() -> Iterator[None]:
    """Values check themselves: a row that cannot become one is damage, not a mistake of the caller. A decorator too."""
    try:
        yield
    except (ValueError, TypeError, OverflowError, KeyError, zlib.error) as error:
        raise ArchiveDamagedError(
            "An entry of the archive is damaged.", "Restore the archive from a backup, or ingest the photos again."
        ) from error
