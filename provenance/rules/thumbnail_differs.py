"""The rule that a thumbnail or preview inside the file shows something else than its picture."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.embedded import EmbeddedComparison, Resemblance
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.rule import Cannot, Hit, rule

_CROPPED = (
    "Cropping is everyday work on a desk, and many programs leave the thumbnail as it was.",
    "A camera that is set to another shape than its sensor's may keep the thumbnail of the whole sensor.",
)
_MIRRORED = (
    "Phones show their owner's face as in a mirror and save it as others see it, or the other way about.",
    "A design may have mirrored the picture for its layout.",
)
_AREAS = (
    "Strong dodging and burning, or a caption laid over the picture, look like this too.",
    "The camera may have taken the preview a moment before the exposure.",
)
_OTHER = (
    "A picture that was cut out as a very small part is not found again in its thumbnail.",
    "Programs that write a new picture into an old file may keep the old thumbnail: templates, graphics, collages.",
    "Heavy filters and drawings of a photo are not recognised in its thumbnail.",
)


@rule(
    id="thumbnail-differs",
    title="A thumbnail inside the file shows something else than the picture",
    severity=Severity.WARNING,
    advice="Look at the two side by side (--html), and ask for the camera original.",
    doors=(Door.CHECK, Door.INSPECT),
)
def thumbnail_differs(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Holds the thumbnails and previews inside a file (EXIF, Photoshop, MPF, XMP, HEIF, raw) against its picture: the
    same, cut out of it, mirrored, other content in a part of it, another picture.

    Cameras and editors put small copies of a picture into its file, and not every program that changes the picture
    changes them too. They keep what was cropped away or taken out, and sometimes another picture altogether.

    It is a warning where the thumbnail shows another picture, or other content in a considerable part; a crop, a
    mirrored picture and small areas are never more than a note. Tone, colour, sharpening, turning and the black bars
    of cameras are let pass. It cannot judge thumbnails of a few pixels, flat pictures, or two that are neither clearly
    alike nor clearly unlike. That the thumbnail is the same proves nothing: most programs write a new one.
    """
    for verdict in (Resemblance.DIFFERS, Resemblance.CROPPED):
        found = [one for one in case.embedded if one.verdict is verdict]
        if found:
            yield _hit(found, limits)
    mirrored = [one for one in case.embedded if one.mirrored and one.verdict is Resemblance.SAME]
    if mirrored:
        message = f"{_name(mirrored[0])} shows the picture the other way round."
        yield Hit(message, _evidence(mirrored), _MIRRORED, Confidence.HIGH, Severity.NOTE)
    unclear = [one for one in case.embedded if one.verdict is Resemblance.CANNOT_TELL and one.likeness is not None]
    if unclear:
        yield Cannot(f"{_name(unclear[0], start=False)} is neither clearly like the picture nor clearly unlike it")


def _hit(found: list[EmbeddedComparison], limits: RuleLimits) -> Hit:
    """One hit for all of one verdict: the small pictures of a file are usually made from one another."""
    first = max(found, key=lambda one: (not one.areas, one.differing))
    name, evidence = _name(first), _evidence(found)
    if first.verdict is Resemblance.CROPPED:
        message = f"{name} shows more than the picture, which covers {_percent(first.shown or 0)} of it."
        return Hit(message, evidence, _CROPPED, Confidence.HIGH, Severity.NOTE)
    if not first.areas:
        return Hit(f"{name} shows another picture.", evidence, _OTHER, Confidence.MEDIUM)
    places = "one area" if len(first.areas) == 1 else f"{len(first.areas)} areas"
    message = f"{name} shows other content than the picture in {places}, {_percent(first.differing)} of it."
    small = first.differing < limits.differing_least
    severity = Severity.NOTE if small else Severity.WARNING
    return Hit(message, evidence, _AREAS, Confidence.LOW if small else Confidence.MEDIUM, severity)


def _name(one: EmbeddedComparison, *, start: bool = True) -> str:
    return f"{'The' if start else 'the'} {one.kind.value}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _evidence(found: list[EmbeddedComparison]) -> tuple[Evidence, ...]:
    return tuple(Evidence(f"{one.kind.value} at byte {one.offset:,}", _words(one)) for one in found)


def _words(one: EmbeddedComparison) -> str:
    alike = f", likeness {one.likeness:.2f}" if one.likeness is not None else ""
    return f"{one.width} x {one.height} pixels{alike}. {one.why}"
