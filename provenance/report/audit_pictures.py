"""The pictures of a family on its page: each copy with its outlines, how it was made, and where its file lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from provenance.model.audit import Audited, Bridge, Copy, Role
from provenance.model.photo import PictureId, Preview
from provenance.report.audit_commands import OF_MATCH, commands
from provenance.report.drawing import Drawing, of_copy, of_kept
from provenance.report.linked import id_words
from provenance.report.wording import day_words, frame_words, relations_in_words, size_words, verdict_words

MOST = 60
"""Pictures shown on one page; of a larger family the files of the others are listed."""
_ROLES = {Role.BEST: "Best copy", Role.MEMBER: "Copy", Role.GUEST: "Holds it beside others"}
_LABELLED = 6
"""Outlines drawn over the best copy; more would hide it."""


def picture_file(picture: PictureId, preview: Preview) -> str:
    """Where a preview stands in the report, from its top folder."""
    return f"pictures/{picture[:32]}.{preview.format.lower()}"


def pictures_content(family: Audited, previews: Mapping[PictureId, Preview], archive: str) -> dict[str, Any]:
    """Every copy, the best one first, and the files of those that are not shown."""
    ordered = sorted(family.copies, key=lambda one: one is not family.best)
    shown = [_copy(one, family, ordered, previews, archive) for one in ordered[:MOST]]
    return {
        "shown": shown,
        "rest": [file for one in ordered[MOST:] for file in one.files or (one.file,)],
        "kinds": frozenset(kind for one in shown if one["picture"] and one["drawing"] for kind in one["drawing"].kinds),
    }


def numbers(family: Audited) -> Mapping[str, int]:
    """The number under which each photo is shown, by its id."""
    ordered = sorted(family.copies, key=lambda one: one is not family.best)
    return {one.photo: number for number, one in enumerate(ordered, 1)}


def bridge_content(
    bridge: Bridge, family: Audited, previews: Mapping[PictureId, Preview], archive: str
) -> dict[str, Any]:
    """A match with a picture of another family, which joins nothing."""
    match = bridge.match
    here = next((one for one in family.copies if one.photo == bridge.here), None)
    there = previews.get(match.picture) if here is None or match.picture != here.picture else None
    return {
        "family": bridge.family,
        "file": bridge.file,
        "here": here.file if here else bridge.here[:12],
        "number": numbers(family).get(bridge.here),
        "picture": _picture(match.picture, there),
        "words": _bridge_words(bridge, (here.width, here.height) if here else None),
        "sure": f"{match.confidence:.0%}".replace("%", " %"),
        "id": bridge.match_id,
        "commands": commands(bridge.match_id, OF_MATCH, archive) if bridge.match_id else (),
    }


def _bridge_words(bridge: Bridge, size: tuple[int, int] | None) -> list[str]:
    if bridge.by is not None:
        return [f"both files carry {id_words(bridge.by)}", "the pictures could not be matched"]
    match = bridge.match
    words = relations_in_words(match, size)
    return words if verdict_words(match) in words else [verdict_words(match), *words]


def _copy(
    one: Copy,
    family: Audited,
    ordered: Sequence[Copy],
    previews: Mapping[PictureId, Preview],
    archive: str,
) -> dict[str, Any]:
    best = one is ordered[0]
    size = (one.width, one.height)
    return {
        "number": ordered.index(one) + 1,
        "role": _ROLES[one.role] if len(ordered) > 1 else "The photo",
        "best": best,
        "file": one.file,
        "more": one.files[1:],
        "photo": one.photo,
        "picture": _picture(one.picture, previews.get(one.picture)),
        "drawing": _over_best(ordered) if best else _over_copy(one),
        "facts": list(_facts(one)),
        "made": relations_in_words(one.match, size) if one.match else [],
        "scene": frame_words(one.match) if one.match else "",
        "id": one.match_id,
        "commands": commands(one.match_id, OF_MATCH, archive) if one.match_id and not best else (),
        "family": family.id,
    }


def _picture(picture: PictureId, preview: Preview | None) -> dict[str, Any] | None:
    if preview is None:
        return None
    return {"source": f"../{picture_file(picture, preview)}", "width": preview.width, "height": preview.height}


def _over_best(ordered: Sequence[Copy]) -> Drawing | None:
    """What the other copies show of the best one, under their numbers."""
    crops = [(str(place), one.match) for place, one in enumerate(ordered, 1) if one.match and place > 1]
    drawn = [(label, match) for label, match in crops if match.shown is not None]
    return of_kept(drawn[:_LABELLED], ordered[0].width, ordered[0].height)


def _over_copy(one: Copy) -> Drawing | None:
    return of_copy(one.match, one.width, one.height) if one.match else None


def _facts(one: Copy) -> Iterator[str]:
    if one.width and one.height:
        yield f"{one.width:,} × {one.height:,} pixels"
    yield f"{one.format} {size_words(one.size)}".strip()
    yield f"held since {day_words(one.held_since.date())}"
    if one.record:
        yield f"entry {one.record}"
