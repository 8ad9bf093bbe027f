"""How one picture was made from another, each way in words."""

from __future__ import annotations

from provenance.model.matching import ChangeKind, Match, Relation
from provenance.report.areas import listed, place_words, share_words, sides_removed

_WORDS = {
    Relation.IDENTICAL: "the same file",
    Relation.SAME_PICTURE: "the same picture under other metadata",
    Relation.MIRRORED: "mirrored",
    Relation.ROTATED: "rotated",
    Relation.CROPPED: "cropped",
    Relation.STRETCHED: "stretched",
    Relation.BORDERED: "a border added",
    Relation.INSET: "shown within a screenshot or collage",
    Relation.OVERLAID: "graphics or text laid over it",
    Relation.ALTERED: "something was removed, pasted or covered",
    Relation.RETONED: "re-toned",
    Relation.RESIZED: "resized",
    Relation.RECOMPRESSED: "recompressed",
}
TOLD = tuple(_WORDS)
"""Every way in which a picture is made from another, in the order in which they are told."""
_CHANGES = {
    ChangeKind.CONTENT: "something was removed, pasted or covered",
    ChangeKind.OVERLAID: "graphics or text was laid over it",
}
_MOST_PLACES = 2


def made_words(relation: Relation, match: Match, size: tuple[int, int] | None = None) -> str:
    """cropped to 48 % (left and top removed): one way in which this picture was made from the known one.

    `size` is this picture's in pixels, for saying where something was changed. Sides are the known picture's.
    """
    words = _WORDS.get(relation, relation.value)
    if relation is Relation.CROPPED:
        return _cropped(match)
    if relation is Relation.ROTATED:
        return _turned(match)
    if relation is Relation.ALTERED:
        return change_words(match, size)
    if relation is Relation.INSET and match.of_this is not None:
        return f"{words}, where it fills {share_words(match.of_this)}"
    if relation is Relation.OVERLAID and match.overlaid:
        return f"graphics or text laid over {share_words(match.overlaid)}"
    return words


def change_words(match: Match, size: tuple[int, int] | None = None) -> str:
    """something was removed, pasted or covered in 7 % (lower left)"""
    changes = sorted((one for one in match.changes if one.kind is ChangeKind.CONTENT), key=lambda one: -one.share)
    share = min(sum(change.share for change in changes), 1.0) or match.altered
    places = list(dict.fromkeys(words for one in changes if size and (words := place_words(one.box, *size))))
    where = "in several places" if len(places) > _MOST_PLACES else listed(places)
    words = _CHANGES[ChangeKind.CONTENT] + (f" in {share_words(share)}" if share else "")
    return f"{words} ({where})" if where else words


def changes_in_words(match: Match, size: tuple[int, int] | None = None) -> list[str]:
    """Lower left: something was removed, pasted or covered (7 %). Every changed area, the largest first."""
    made = []
    for change in sorted(match.changes, key=lambda one: -one.share):
        place = place_words(change.box, *size) if size else ""
        words = f"{_CHANGES[change.kind]} ({share_words(change.share)})"
        words = f"{place}: {words}" if place else words
        made.append(f"{words[0].upper()}{words[1:]}.")
    return made


def _cropped(match: Match) -> str:
    kept = f"cropped to {share_words(match.kept)}" if match.kept is not None else "cropped"
    sides = sides_removed(match.shown) if match.shown else ()
    if len(sides) == 4:
        return f"{kept} (something removed on every side)"
    return f"{kept} ({listed(sides)} removed)" if sides else kept


def _turned(match: Match) -> str:
    """rotated 90 degrees clockwise: how the known picture has to be turned to lie like this one."""
    degrees = (match.orientation.quarter_turns * 90 + (match.angle or 0.0) + 180) % 360 - 180
    figure = f"{abs(degrees):.1f}".removesuffix(".0") if abs(degrees) < 10 else f"{abs(degrees):.0f}"
    if figure in {"0", "180"}:
        return "rotated 180 degrees" if figure == "180" else "rotated"
    return f"rotated {figure} {'degree' if figure == '1' else 'degrees'} {'anti' if degrees < 0 else ''}clockwise"
