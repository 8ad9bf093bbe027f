"""The known photos that a check calls the same photo: which of them belong together, and which copy is the best."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.case import Case, KnownPhoto
from provenance.report.areas import Box, box_around, place_words
from provenance.report.ranking import larger, ranked

_SHARED = 0.5  # two known photos lie on the same part of a picture from this share of the smaller one on


@dataclass(frozen=True, slots=True)
class Part:
    """Copies of one photo that lie on the same part of this picture, the best first. `place` says where, or ""."""

    copies: tuple[KnownPhoto, ...]
    place: str

    @property
    def best(self) -> KnownPhoto:
        """The best copy held."""
        return self.copies[0]


def parts(case: Case) -> tuple[Part, ...]:
    """The different known photos in this picture: one, unless a screenshot or collage holds several; largest first.

    Copies of a photo lie on the same part of this picture, so their regions overlap; those of other photos do not.
    """
    groups: list[list[KnownPhoto]] = []
    for known in sorted(case.same_photos, key=_area, reverse=True):
        group = next((group for group in groups if _together(group[0], known)), None)
        if group is None:
            groups.append([known])
        else:
            group.append(known)
    several = len(groups) > 1
    return tuple(Part(ranked(group), where(group[0], case) if several else "") for group in groups)


def best_copy(case: Case) -> KnownPhoto | None:
    """The best copy held of the one known photo in this picture; None where there is none, or several different ones.

    What makes a copy the best stands in `ranking.py`.
    """
    found = parts(case)
    return found[0].best if len(found) == 1 else None


def best_copy_words(case: Case) -> str:
    """Best copy held: wire/b.jpg, 4000 x 3000. Or "" where there is none, or where it is the checked file itself."""
    best = best_copy(case)
    if best is None or best.photo == case.photo:
        return ""
    offered = ", only offered to us" if best.only_offered else ""
    outdone = " (this file is larger)" if larger(case.width, case.height, best) else ""
    return f"Best copy held: {name(best)}, {best.width} x {best.height}{offered}{outdone}."


def parts_words(found: tuple[Part, ...]) -> str:
    """Known photos in it: left wire/a.jpg; right wire/b.jpg. Or "" where there are not several."""
    if len(found) < 2:
        return ""
    named = "; ".join(f"{part.place} {name(part.best)}".strip() for part in found)
    return f"Known photos in it: {named}."


def name(known: KnownPhoto) -> str:
    """How a copy is named: by its file, else by its id."""
    return known.files[0] if known.files else f"photo {known.photo[:12]}"


def where(known: KnownPhoto, case: Case) -> str:
    """Upper left: where in this picture a known photo lies; "" where that was not measured."""
    around = _around(known)
    return place_words(around, case.width, case.height) if around else ""


def _together(one: KnownPhoto, other: KnownPhoto) -> bool:
    first, second = _around(one), _around(other)
    if first is None or second is None:
        return True
    across = min(first[2], second[2]) - max(first[0], second[0])
    down = min(first[3], second[3]) - max(first[1], second[1])
    smaller = min(_box_area(first), _box_area(second))
    return max(across, 0) * max(down, 0) >= _SHARED * smaller


def _around(known: KnownPhoto) -> Box | None:
    return box_around(known.match.region) if known.match.region else None


def _box_area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _area(known: KnownPhoto) -> float:
    around = _around(known)
    return _box_area(around) if around else float("inf")
