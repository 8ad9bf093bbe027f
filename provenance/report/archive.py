"""What `prov archive` tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from provenance.model.archive import ArchiveInfo, Damage, IndexState
from provenance.model.upkeep import Backup, Remapped
from provenance.report.audit_commands import quoted
from provenance.report.escape import one_line
from provenance.report.objects import strict
from provenance.report.wording import count, short_day_words, size_words

_SHOWN = 20


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
    lines.append(f"Details:   {count(info.searchable, 'picture')} searchable by crops and parts; {_index_words(info)}")
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
            "searchable": info.searchable,
            "index": info.index.value,
            "behind": info.behind,
        }
    )
    return made


def render_damage(damage: Damage) -> str:
    """One thing that is wrong, and what to do about it."""
    return f"DAMAGED    {one_line(damage.sentence)}\n           {one_line(damage.hint)}"


def render_damages(damages: Sequence[Damage]) -> str:
    """Everything that was found; of originals that were moved away, the first."""
    wrong = [render_damage(one) for one in damages if not one.only_told]
    notes = [f"NOTE       {one_line(one.sentence)}" for one in damages if one.only_told and not _is_lost(one)]
    lost = [one for one in damages if _is_lost(one)]
    lines = [
        *(wrong or ["No damage found."]),
        *notes,
        *(f"LOST       {one_line(one.sentence)}" for one in lost[:_SHOWN]),
    ]
    if lost:
        more = f"... and {len(lost) - _SHOWN:,} more; --json names all. " if len(lost) > _SHOWN else ""
        lines.append(f"           {more}{one_line(lost[0].hint)}")
    return "\n".join(lines)


def _is_lost(one: Damage) -> bool:
    return one.only_told and bool(one.photos)


def damage_object(path: str, damages: Sequence[Damage], *, read_data: bool = False) -> dict[str, Any]:
    """What was found, for scripts. `lost` are originals that were moved away, which is no damage, `notes` neither."""

    def one_object(one: Damage) -> dict[str, Any]:
        return {"kind": one.kind, "sentence": one.sentence, "hint": one.hint, "photos": list(one.photos)}

    damage = [one_object(one) for one in damages if not one.only_told]
    lost = [one_object(one) for one in damages if _is_lost(one)]
    notes = [one_object(one) for one in damages if one.only_told and not _is_lost(one)]
    found = {"path": path, "sound": not damage, "damage": damage, "lost": lost, "notes": notes, "read_data": read_data}
    return cast("dict[str, Any]", strict(found))


def render_backup(made: Backup) -> str:
    """What was written, and where."""
    return (
        f"Backed up: {count(made.photos, 'photo')}, {size_words(made.bytes)}, in {one_line(made.path)}\n"
        f"It was compared with the archive, {count(made.rows, 'row')}, and is the same.\n"
        f"SHA-256 {made.sha256}"
    )


def backup_object(made: Backup) -> dict[str, Any]:
    """The same for scripts."""
    written = {"file": made.path, "bytes": made.bytes, "sha256": made.sha256, "photos": made.photos, "rows": made.rows}
    return cast("dict[str, Any]", strict(written))


def render_restored(info: ArchiveInfo) -> str:
    """What was brought back, and where it is."""
    return f"Brought back: {count(info.photos, 'photo')}, in {one_line(info.path)}\nLook it through: prov archive check"


def render_remapped(told: Sequence[Remapped]) -> str:
    """Which folders became which, and how many of the files stand there."""
    lines = []
    for one in told:
        lines.append(f"{one_line(one.old)} is {one_line(one.new)} now.")
        lines.append(f"  Of {count(one.files, 'file')} of photos {one.standing:,} {_stand(one.standing)} there.")
    return "\n".join([*lines, f"Bring the archive up to date: prov ingest {one_line(quoted(told[0].new))}"])


def _stand(number: int) -> str:
    return "stands" if number == 1 else "stand"


def remapped_object(told: Sequence[Remapped]) -> dict[str, Any]:
    """The same for scripts."""
    moved = [{"from": one.old, "to": one.new, "files": one.files, "standing": one.standing} for one in told]
    return cast("dict[str, Any]", strict({"remapped": moved}))


def _index_words(info: ArchiveInfo) -> str:
    if info.index in {IndexState.MISSING, IndexState.DAMAGED}:
        return f"the search index is {info.index.value}: prov archive reindex"
    return {
        IndexState.BEHIND: f"the search index has {info.behind:,} of them yet to follow",
        IndexState.BUILDING: "the search index is being built",
        IndexState.READY: "the search index is complete",
    }.get(info.index, "prov archive reindex prepares what is held" if info.pictures else "nothing is held yet")
