"""Whether a thumbnail or preview inside a file shows what the file's picture shows.

1. It is laid as the file says, and in every other way if that does not fit.
2. The picture is laid on the whole of it, on what is within the black bars that cameras add, and on a part of it at
   many sizes; and it on the larger part of the picture, for cameras cut thumbnails to their own shape.
3. Where the two lie well on one another, every small area is compared: see `embedded_areas`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from provenance.matching.embedded_areas import Box, Grey, differing
from provenance.matching.pixels import laid, to_image
from provenance.model.embedded import EmbeddedComparison, EmbeddedPicture, Resemblance
from provenance.model.limits import MatchLimits
from provenance.model.matching import Orientation
from provenance.model.photo import Pixels

_EDGE = 160
"""Longest edge at which the two are compared: that of an EXIF thumbnail."""
_UPRIGHT = {
    1: Orientation.UPRIGHT,
    6: Orientation.TURNED_90,
    8: Orientation.TURNED_270,
    3: Orientation.TURNED_180,
    2: Orientation.MIRRORED,
    4: Orientation.MIRRORED_180,
    5: Orientation.MIRRORED_270,
    7: Orientation.MIRRORED_90,
}
"""What lays a picture upright that lies as EXIF's orientation says (EXIF 3.0, 4.6.4.1); the commonest first."""
_DARK, _FLAT = 26.0, 7.0
"""Grey of 255, and its spread, up to which a row or column counts as a black bar."""
_GRAIN = 0.8
"""Pixels over which both are smoothed: cameras sharpen thumbnails, and take out less noise in them."""
_LEAST_BAR = 3
_GRAININESS = 1.5
"""Grain of grey of 255 that is laid on a picture in which another is looked for: a flat area is like everything."""
_LEAST_EDGE = 24
"""Pixels of the shorter edge from which anything can be compared."""
_LEAST_DETAIL = 9.0
"""Spread of grey of 255 from which a picture shows enough."""
_STEP = 0.94
_SMALLEST, _SMALLEST_SHOWN = 0.33, 0.7
"""Least share of a thumbnail's edges that the picture may be cut out of; of the picture's that a thumbnail may show."""
_SQUEEZED = 1.36
"""How far the shapes of the two may differ where one was squeezed: 3:2 to 4:3, 16:9 to 4:3."""
_WHOLE_FIRST = 0.01
"""How much better a part must fit than the whole."""
_MOST_OF_IT = 0.6
"""Share of the picture that must be alike where the rest shows other content."""
_LARGE, _LESS_BELIEVED, _ALIKE_SMALL, _UNLIKE_SMALL = 0.6, 0.15, 0.13, 0.2
"""Share below which a part is small, and by how much the smallest is less believed, and must be more alike."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """The picture laid on the embedded one: how alike, where on it (left, top, width, height), and how that lay.

    `frame` is what the embedded picture shows within its bars, `cut` and `over` the two where they overlap.
    """

    score: float
    box: Box
    frame: tuple[int, int, int, int]
    size: tuple[int, int]
    turned: Orientation
    cut: Grey
    over: Grey
    part: bool

    @property
    def share(self) -> float:
        """How much of what the embedded picture shows the picture covers."""
        left, top, right, bottom = self.frame
        return min(1.0, self.box[2] * self.box[3] / ((right - left) * (bottom - top)))

    @property
    def chance(self) -> float:
        """How easily two other pictures are as alike, 0 to 1: a small part finds its like somewhere."""
        return max(0.0, 1 - self.share / _LARGE)

    @property
    def rank(self) -> float:
        """The order in which ways to lay the two are believed."""
        return self.score - _LESS_BELIEVED * self.chance - _WHOLE_FIRST * self.part


def compare_embedded(
    picture: Pixels, embedded: EmbeddedPicture, orientation: int, limits: MatchLimits
) -> EmbeddedComparison:
    """Hold an embedded picture against the upright picture that it stands in. `orientation` is what the file states."""
    shown, stated = _grey(picture, Orientation.UPRIGHT), _UPRIGHT[orientation]
    if not _telling(shown) or not _telling(_grey(embedded.pixels, stated)):
        return _told(embedded, Resemblance.CANNOT_TELL, "One of the two shows too little to be compared.")
    best = _best(shown, embedded.pixels, stated, limits)
    if best is None or best.score < limits.embedded_unlike + _UNLIKE_SMALL * best.chance:
        return _told(embedded, Resemblance.DIFFERS, "It shows another picture.", best)
    areas = differing(best.cut, best.over, limits)
    if best.score < _alike_from(best, limits) and not _alike_but_for(areas, best, limits):
        return _told(embedded, Resemblance.CANNOT_TELL, "The two are neither clearly alike nor clearly unlike.", best)
    if areas:
        return _told(embedded, Resemblance.DIFFERS, "It shows other content in a part of the picture.", best, areas)
    if best.share < limits.embedded_whole:
        return _told(embedded, Resemblance.CROPPED, "It shows more than the picture, which was cut out of it.", best)
    mirrored = best.turned.mirrored != stated.mirrored
    why = "It shows the same, the other way round." if mirrored else "It shows the same."
    return _told(embedded, Resemblance.SAME, why, best, mirrored=mirrored)


def _alike_but_for(areas: tuple[Box, ...], best: _Laid, limits: MatchLimits) -> bool:
    """Whether the two are alike everywhere else, and that is most of them."""
    rest: npt.NDArray[np.bool_] = np.ones((best.cut.shape[0], best.cut.shape[1]), np.bool_)
    height, width = best.cut.shape
    for left, top, right, bottom in areas:
        rest[int(top * height) : int(bottom * height) + 1, int(left * width) : int(right * width) + 1] = False
    enough = bool(areas) and rest.mean() >= _MOST_OF_IT and best.share >= _LARGE
    return enough and _alike(best.cut[rest], best.over[rest]) >= limits.embedded_alike


def _alike_from(best: _Laid, limits: MatchLimits) -> float:
    return limits.embedded_alike + _ALIKE_SMALL * best.chance


def _grey(pixels: Pixels, turned: Orientation) -> Grey:
    image = laid(to_image(pixels).convert("L"), turned)
    scale = min(1.0, _EDGE / max(image.size))
    small = _resized(np.asarray(image, np.float32), round(image.width * scale), round(image.height * scale))
    smooth: Grey = cv2.GaussianBlur(small, (0, 0), _GRAIN)
    return smooth


def _resized(grey: Grey, width: int, height: int) -> Grey:
    size = (max(1, width), max(1, height))
    smaller = size[0] < grey.shape[1]
    resized: Grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    return resized


def _telling(grey: Grey) -> bool:
    return min(grey.shape) >= _LEAST_EDGE and float(grey.std()) >= _LEAST_DETAIL


def _best(shown: Grey, pixels: Pixels, stated: Orientation, limits: MatchLimits) -> _Laid | None:
    """The best way to lay one on the other; other orientations only where the stated one does not fit."""
    best: _Laid | None = None
    for turned in dict.fromkeys((stated, *_UPRIGHT.values())):
        for one in _lays(shown, _grey(pixels, turned), turned):
            if best is None or one.rank > best.rank:
                best = one
        if best is not None and best.score >= _alike_from(best, limits):
            return best
    return best


def _lays(shown: Grey, embedded: Grey, turned: Orientation) -> Iterator[_Laid]:
    height, width = embedded.shape
    bare = _within_bars(embedded)
    for frame in dict.fromkeys(((0, 0, width, height), bare)):
        left, top, right, bottom = frame
        inner = embedded[top:bottom, left:right]
        if min(inner.shape) < _LEAST_EDGE:
            continue
        if 1 / _SQUEEZED <= (shown.shape[1] / shown.shape[0]) / (inner.shape[1] / inner.shape[0]) <= _SQUEEZED:
            fitted = _resized(shown, right - left, bottom - top)
            box = (float(left), float(top), float(right - left), float(bottom - top))
            yield _Laid(_alike(inner, fitted), box, frame, (width, height), turned, inner, fitted, part=False)
        for score, at, cut, fitted in _searched(shown, inner, _SMALLEST):
            box = (float(left + at[0]), float(top + at[1]), float(cut.shape[1]), float(cut.shape[0]))
            about = bare if _lies_in(box, bare) else frame
            yield _Laid(score, box, about, (width, height), turned, cut, fitted, part=True)
        for score, _at, cut, fitted in _searched(inner, shown, _SMALLEST_SHOWN):
            box = (float(left), float(top), float(right - left), float(bottom - top))
            yield _Laid(score, box, frame, (width, height), turned, fitted, cut, part=True)


def _lies_in(box: Box, frame: tuple[int, int, int, int]) -> bool:
    """Whether a box (left, top, width, height) lies within a frame (left, top, right, bottom), or almost."""
    starts = box[0] >= frame[0] - 2 and box[1] >= frame[1] - 2
    return starts and box[0] + box[2] <= frame[2] + 2 and box[1] + box[3] <= frame[3] + 2


def _within_bars(grey: Grey) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is within black bars that lie on both sides alike."""
    bars = []
    for lines in (grey.T, grey):
        dark = (lines.mean(axis=1) < _DARK) & (lines.std(axis=1) < _FLAT)
        first, last = (0, 0) if dark.all() else (int(np.argmin(dark)), int(np.argmin(dark[::-1])))
        bar = min(first, last)  # the picture may begin or end dark itself
        bars.append((bar, len(lines) - bar) if bar >= _LEAST_BAR else (0, len(lines)))
    (left, right), (top, bottom) = bars
    return left, top, right, bottom


def _searched(part: Grey, whole: Grey, smallest: float) -> Iterator[tuple[float, tuple[int, int], Grey, Grey]]:
    """One grey picture looked for in another at every size that fits: likeness, place, and both where they overlap."""
    height, width = whole.shape
    largest, scale = min(width / part.shape[1], height / part.shape[0]), 1.0
    grainy = whole + np.random.default_rng(0).normal(0, _GRAININESS, whole.shape).astype(np.float32)
    while scale >= smallest:
        columns, rows = (min(whole.shape[1 - n], round(part.shape[1 - n] * largest * scale)) for n in (0, 1))
        if min(columns, rows) < _LEAST_EDGE:
            return
        fitted = _resized(part, columns, rows)
        scores = cv2.matchTemplate(grainy, fitted, cv2.TM_CCOEFF_NORMED)
        _least, score, _where, (left, top) = cv2.minMaxLoc(scores)
        if np.isfinite(score):
            yield float(score), (left, top), whole[top : top + rows, left : left + columns], fitted
        scale *= _STEP


def _alike(one: Grey, other: Grey) -> float:
    """The correlation of two grey pictures of one size, -1 to 1; 0 where one of them is flat."""
    spread = float(one.std()) * float(other.std())
    return float(((one - one.mean()) * (other - other.mean())).mean()) / spread if spread > 0 else 0.0


def _told(
    embedded: EmbeddedPicture,
    verdict: Resemblance,
    why: str,
    best: _Laid | None = None,
    areas: tuple[Box, ...] = (),
    *,
    mirrored: bool = False,
) -> EmbeddedComparison:
    found = best is not None and best.score > 0
    return EmbeddedComparison(
        kind=embedded.kind,
        width=embedded.width,
        height=embedded.height,
        offset=embedded.offset,
        length=embedded.length,
        verdict=verdict,
        why=why,
        likeness=round(max(-1.0, min(1.0, best.score)), 3) if best is not None else None,
        shown=round(best.share, 3) if best is not None and found else None,
        region=_region(best) if best is not None and verdict is Resemblance.CROPPED else None,
        areas=tuple(_placed(area, best) for area in areas) if best is not None else (),
        mirrored=mirrored,
        turned=best.turned if best is not None else Orientation.UPRIGHT,
    )


def _region(best: _Laid) -> tuple[tuple[float, float], ...]:
    left, top, right, bottom = _placed((0.0, 0.0, 1.0, 1.0), best)
    return (left, top), (right, top), (right, bottom), (left, bottom)


def _placed(area: Box, best: _Laid) -> Box:
    """A box in shares of where the two overlap, in shares of the whole embedded picture as it was laid."""
    left, top, width, height = best.box
    columns, rows = best.size
    across = [round((left + share * width) / columns, 4) for share in (area[0], area[2])]
    down = [round((top + share * height) / rows, 4) for share in (area[1], area[3])]
    return across[0], down[0], across[1], down[1]
