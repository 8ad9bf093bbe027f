"""What `prov forget` tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from provenance.model.archive import StoredPhoto
from provenance.model.photo import PhotoId
from provenance.model.upkeep import Tombstone, Written
from provenance.report.escape import one_line
from provenance.report.objects import strict
from provenance.report.wording import count, short_day_words

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten, and where it still stands.

    `copies` are related photos that stay, `notices` those about it that name others, too; `elsewhere` the files outside
    the archive, each with whether it holds one of the photos (None: it may).
    """

    photos: tuple[StoredPhoto, ...]
    blocked: tuple[PhotoId, ...]
    wanted_block: bool
    copies: tuple[PhotoId, ...]
    notices: tuple[str, ...]
    elsewhere: tuple[tuple[Written, bool | None], ...]


def render_leaving(photo: StoredPhoto, appearances: int, copies: Sequence[PhotoId]) -> str:
    """What is lost when a photo is forgotten."""
    names = [location.relative for location in photo.locations]
    known = f" ({one_line(names[0])}{f' and {len(names) - 1} more' if len(names) > 1 else ''})" if names else ""
    stays = f"; {count(len(copies), 'copy', 'copies')} of it will stay" if copies else ""
    return f"{photo.id[:12]}{known}: its preview, its facts, {count(appearances, 'appearance')}{stays}."


def render_forgotten(done: Forgotten) -> str:
    """What was done, and what remains to be done by hand."""
    lines = [f"Forgotten: {count(len(done.photos), 'photo')} ({_ids([one.id for one in done.photos])})."]
    if done.blocked:
        lines.append("Copies of the picture are recognised if they come again; no picture of them is kept.")
    elif done.wanted_block:
        lines.append("It shows too little for copies to be recognised; the same file is, if it comes again.")
    if done.copies:
        lines.append(f"Copies of it are still held. To forget them, too: prov forget {_ids(done.copies)}")
    if done.notices:
        lines.append(f"Notices that name it and others stay on record: {', '.join(done.notices)}")
    files = [f"{one.root}/{one.relative}" for photo in done.photos for one in photo.locations]
    lines += _listed("The files themselves were last seen here, and were not touched:", files)
    sure = [f"{one.path} ({one.kind} of {short_day_words(one.at.date())})" for one, holds in done.elsewhere if holds]
    lines += _listed("These files still hold it; delete them, or forget it there, too:", sure)
    unsure = [f"{one.path} ({one.kind} of {short_day_words(one.at.date())})" for one, h in done.elsewhere if h is None]
    lines += _listed("These may hold it, and could not be looked into:", unsure)
    return "\n".join(lines)


def forgotten_object(done: Forgotten) -> dict[str, Any]:
    """The same for scripts."""
    elsewhere = [{"kind": one.kind, "file": one.path, "holds": holds} for one, holds in done.elsewhere]
    told = {
        "forgotten": [one.id for one in done.photos],
        "blocked": list(done.blocked),
        "copies": list(done.copies),
        "notices": list(done.notices),
        "files": [f"{one.root}/{one.relative}" for photo in done.photos for one in photo.locations],
        "elsewhere": elsewhere,
    }
    return cast("dict[str, Any]", strict(told))


def render_tombstone(one: Tombstone) -> str:
    """One photo that was forgotten."""
    blocked = ", copies are recognised" if one.blocked else ""
    return f"{one.photo[:12]}  {short_day_words(one.at.date())}, {one_line(one.by)}{blocked}: {one_line(one.reason)}"


def tombstone_object(one: Tombstone) -> dict[str, Any]:
    """The same for scripts."""
    told = {"photo": one.photo, "at": one.at.isoformat(timespec="seconds"), "by": one.by, "reason": one.reason}
    return cast("dict[str, Any]", strict({**told, "blocked": one.blocked}))


def _listed(title: str, paths: Sequence[str]) -> list[str]:
    if not paths:
        return []
    more = [f"  ... and {len(paths) - _SHOWN:,} more; --json names all."] if len(paths) > _SHOWN else []
    return [title, *(f"  {one_line(path)}" for path in paths[:_SHOWN]), *more]


def _ids(photos: Sequence[PhotoId]) -> str:
    return " ".join(one[:12] for one in photos)
