"""Pictures inside a picture's file: thumbnails and previews that cameras and editors put there, and what they show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.checks import instances, require
from provenance.model.matching import Orientation
from provenance.model.photo import Pixels, Preview

Corners = tuple[tuple[float, float], ...]


class EmbeddedKind(StrEnum):
    """Where in a file a small picture stands."""

    EXIF_THUMBNAIL = "EXIF thumbnail"
    MPF_PREVIEW = "MPF preview"
    PHOTOSHOP_THUMBNAIL = "Photoshop thumbnail"
    XMP_THUMBNAIL = "XMP thumbnail"
    HEIF_THUMBNAIL = "HEIF thumbnail"
    RAW_PREVIEW = "raw preview"


@dataclass(frozen=True, slots=True)
class EmbeddedPicture:
    """A small picture inside a file, as it lies there: not turned upright, `width` by `height` at its full size.

    `pixels` are reduced to `ReadLimits.embedded_edge`. `offset` and `length` are of its bytes in the file; for one that
    is packed inside another block (base64 in XMP) they are that block's.
    """

    kind: EmbeddedKind
    width: int
    height: int
    pixels: Pixels
    offset: int
    length: int

    def __post_init__(self) -> None:
        require(self.width > 0 and self.height > 0, "a picture has at least one pixel")
        require(self.offset >= 0 and self.length > 0, "an embedded picture stands somewhere")


class Resemblance(StrEnum):
    """What an embedded picture shows, held against the picture itself."""

    SAME = "same"
    CROPPED = "cropped"
    DIFFERS = "differs"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class EmbeddedComparison:
    """An embedded picture held against the picture it stands in.

    `likeness` is the correlation of the two where they overlap, -1 to 1. Where the picture was cropped, `region` is its
    outline inside the embedded one, in shares of its upright width and height, and `shown` the share of that area.
    `areas` are boxes (left, top, right, bottom, in shares of the upright embedded picture) where content differs.
    `mirrored` says that it shows the picture the other way round, `turned` how it was laid for that. `shown_as` is the
    embedded picture, laid upright, for pages.
    """

    kind: EmbeddedKind
    width: int
    height: int
    offset: int
    length: int
    verdict: Resemblance
    why: str
    likeness: float | None = None
    shown: float | None = None
    region: Corners | None = None
    areas: tuple[tuple[float, float, float, float], ...] = ()
    mirrored: bool = False
    turned: Orientation = Orientation.UPRIGHT
    shown_as: Preview | None = None

    @property
    def differing(self) -> float:
        """Share of the embedded picture that lies in the areas where content differs."""
        return min(1.0, sum((right - left) * (bottom - top) for left, top, right, bottom in self.areas))

    def __post_init__(self) -> None:
        require(bool(self.why), "a comparison says why")
        instances(self.areas, tuple, "areas")
        require(self.shown is None or 0 < self.shown <= 1, "a share is between 0 and 1")
        require((self.verdict is Resemblance.CROPPED) == (self.region is not None), "a crop has an outline")
