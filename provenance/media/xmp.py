"""XMP, read by our own reader (ISO 16684-1): packets to facts, without entities, external files or recursion.

Names: "XMP photoshop:DateCreated"; items of a list "XMP dc:creator[0]"; fields of a structure behind a stroke, with
their prefix only where it differs from the property's: "XMP Iptc4xmpExt:LocationShown[0]/City". Of texts in several
languages the default one has the plain name, the others their language: "XMP dc:description[de]".
"""

from __future__ import annotations

from functools import partial

from provenance.media.reading import Reading, Readings, run_reader
from provenance.media.text import clipped
from provenance.media.xmp_names import MOMENTS, PLACES, TERMS
from provenance.media.xmp_properties import Property, properties
from provenance.media.xmp_tree import RefusedXmlError, parse
from provenance.media.xmp_values import degrees, moment, term
from provenance.model.limits import ReadLimits

READER = "own"


def read_xmp(packet: bytes, limits: ReadLimits, block: int = 0) -> Reading:
    """The facts of one XMP packet or .xmp sidecar, `packet` being its bytes. Never raises."""
    return run_reader(READER, block, "XMP", partial(_read, packet, limits))


def _read(packet: bytes, limits: ReadLimits, readings: Readings) -> None:
    if not packet.strip(b"\0 \t\r\n"):
        return
    if len(packet) > limits.xmp_bytes:
        readings.trouble("too-much-metadata", "The XMP data is far larger than any editor writes; it was not read.")
        return
    try:
        tree = parse(packet, limits.xmp_elements)
    except RefusedXmlError as refused:
        readings.trouble("refused-xmp", refused.sentence, "Treat the file with care: editors do not write such XMP.")
        return
    for one in properties(tree):
        _add(one, tree.place(one.holder, one.attribute), limits, readings)


def _add(one: Property, place: tuple[int, int] | None, limits: ReadLimits, readings: Readings) -> None:
    field, raw = f"XMP {one.path}", clipped(one.text, limits.text_characters)
    value: str | float | None = raw.strip()
    if value == "":
        return
    if one.name in MOMENTS:
        value = moment(raw)
    elif one.name in PLACES:
        value = degrees(raw, latitude=one.name == "exif:GPSLatitude")
    elif one.name in TERMS:
        value = term(raw)
    readings.add(field, value, raw, *(place or (None, None)))
