"""What `prov archive info` tells."""

from __future__ import annotations

from typing import Any

from provenance.model.archive import ArchiveInfo
from provenance.report.escape import one_line
from provenance.report.objects import strict
from provenance.report.wording import count, short_day_words, size_words


def render_archive(info: ArchiveInfo) -> str:
    """Where the archive is, how much it holds, and whether it is well."""
    newest = f", newest {short_day_words(info.newest.date())}" if info.newest else ""
    lines = [
        f"Archive:   {one_line(info.path)}",
        f"Photos:    {count(info.photos, 'photo')} of {count(info.pictures, 'picture')}{newest}",
    ]
    if info.unreadable:
        lines.append(f"           {count(info.unreadable, 'photo')} could not be read")
    lines.append(f"Captions:  {count(info.appearances, 'appearance')}, {info.waiting:,} of them waiting for a photo")
    lines.append(f"On disk:   {size_words(info.bytes)} ({info.engine}, revision {info.revision})")
    health = [f"DAMAGED    {one_line(what)}" for what in info.health]
    return "\n".join([*lines, *(health or ["Health:    no damage found in its tables"])])


def archive_object(info: ArchiveInfo) -> dict[str, Any]:
    """The same for scripts."""
    made: dict[str, Any] = strict(
        {
            "path": info.path,
            "engine": info.engine,
            "revision": info.revision,
            "photos": info.photos,
            "pictures": info.pictures,
            "unreadable": info.unreadable,
            "appearances": info.appearances,
            "waiting": info.waiting,
            "newest": info.newest.isoformat(timespec="seconds") if info.newest else None,
            "bytes": info.bytes,
            "health": list(info.health),
        }
    )
    return made
