"""The small pictures inside a file, decoded where files are opened and held against the picture here."""

from __future__ import annotations

from dataclasses import replace

from provenance.media.opener import Opener
from provenance.media.worker.handed import Handed
from provenance.model.embedded import EmbeddedComparison, EmbeddedPicture, Resemblance
from provenance.model.inside import Inside
from provenance.model.limits import Limits
from provenance.model.photo import Preview


def look_inside(content: Handed, opener: Opener, limits: Limits) -> tuple[Inside, tuple[EmbeddedComparison, ...]]:
    """What stands where in a file, and each small picture in it held against its picture."""
    inside = opener.look_inside(content, limits.read, pictures=True)
    if not inside.embedded:
        return inside, ()
    return inside, tuple(_compared(one, inside, limits) for one in inside.embedded)


def _compared(one: EmbeddedPicture, inside: Inside, limits: Limits) -> EmbeddedComparison:
    if inside.beside is None:
        why = "The picture itself could not be decoded."
        told = EmbeddedComparison(one.kind, one.width, one.height, one.offset, one.length, Resemblance.CANNOT_TELL, why)
    else:
        from provenance.matching.embedded import compare_embedded

        told = compare_embedded(inside.beside, one, inside.orientation, limits.match)
    return replace(told, shown_as=_shown(one, told))


def _shown(one: EmbeddedPicture, told: EmbeddedComparison) -> Preview:
    """The embedded picture as it was laid, for pages."""
    from provenance.matching.pixels import laid, to_image
    from provenance.media.encode import encode
    from provenance.model.photo import Pixels

    image = laid(to_image(one.pixels), told.turned)
    return encode(Pixels(image.width, image.height, image.tobytes()), "WEBP")
