"""Backups: the whole archive into one file, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from provenance.errors import ArchiveBusyError, ArchiveFullError
from provenance.model.archive import ArchiveInfo, Progress
from provenance.model.upkeep import Backup
from provenance.store.archive import Archive

Tell = Callable[[Progress], None]


def back_up(
    archive: Archive, target: Path, tell: Tell, now: datetime, *, replace: bool
) -> tuple[Backup, ArchiveBusyError | ArchiveFullError | None]:
    """Write a backup, and remember where; with it why the place could not be remembered, if so.

    The archive knows its backups so that it can name those that hold a photo which is to be forgotten.
    """
    made = archive.back_up(target, tell, replace=replace)
    try:
        with archive.transaction() as writer:
            writer.remember_written("backup", target, now)
    except (ArchiveBusyError, ArchiveFullError) as error:
        return made, error
    return made, None


def restore(backup: Path, folder: Path, version: str, tell: Tell) -> ArchiveInfo:
    """Bring a backup back into a new or empty folder, and build its search index of this version of visual words."""
    with Archive.restore(backup, folder, tell) as archive:
        for step in archive.rebuild(version):
            tell(step)
        archive.catch_up()
        return archive.info()
