"""ExifTool's names for EXIF tags (https://exiftool.org/TagNames/EXIF.html), by directory and number."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

MAIN, THUMBNAIL = "EXIF", "EXIF-thumbnail"


class Directory(StrEnum):
    """The directories of an EXIF block that are read."""

    MAIN = "main"
    EXIF = "exif"
    GPS = "gps"
    INTEROPERABILITY = "interoperability"
    THUMBNAIL = "thumbnail"


_EXIFTOOL = {
    0x00FE: "SubfileType",
    0x00FF: "OldSubfileType",
    0x0101: "ImageHeight",
    0x0132: "ModifyDate",
    0x0201: "ThumbnailOffset",
    0x0202: "ThumbnailLength",
    0x1002: "RelatedImageHeight",
    0x8827: "ISO",
    0x8828: "Opto-ElectricConvFactor",
    0x9004: "CreateDate",
    0x9010: "OffsetTime",
    0x9011: "OffsetTimeOriginal",
    0x9012: "OffsetTimeDigitized",
    0x9204: "ExposureCompensation",
    0x9214: "SubjectArea",
    0x9290: "SubSecTime",
    0x9291: "SubSecTimeOriginal",
    0x9292: "SubSecTimeDigitized",
    0xA000: "FlashpixVersion",
    0xA002: "ExifImageWidth",
    0xA003: "ExifImageHeight",
    0xA405: "FocalLengthIn35mmFormat",
    0xA430: "OwnerName",
    0xA431: "SerialNumber",
    0xA432: "LensInfo",
    0xA436: "ImageTitle",
    0xA437: "Photographer",
    0xA438: "ImageEditor",
    0xA439: "CameraFirmware",
    0xA43A: "RAWDevelopingSoftware",
    0xA43B: "ImageEditingSoftware",
    0xA43C: "MetadataEditingSoftware",
}
_INTEROPERABILITY = {1: "InteropIndex", 2: "InteropVersion"}

BULK = frozenset(
    {
        *(0x0111, 0x0117, 0x0144, 0x0145, 0x015B, 0x0120, 0x0121, 0x0140),  # image data and tables
        *(0x0207, 0x0208, 0x0209, 0x012D, 0x014A),  # tables of old JPEG compression, further directories
        *(0x02BC, 0x83BB, 0x8649, 0x8773, 0x935C, 0xC4A5),  # XMP, IPTC, Photoshop, colour profile, layers, printing
        *(0x8769, 0x8825, 0xA005, 0x927C, 0xEA1C, 0xEA1D, 0x501B),  # directories, maker notes, padding, thumbnail
    }
)
"""Tags that hold no value for people: bulk data, and blocks that have readers of their own."""


@cache
def field_name(directory: Directory, tag: int) -> str:
    """The field of a tag ("EXIF DateTimeOriginal"); a tag that nobody has named is known by its number."""
    return f"{THUMBNAIL if directory is Directory.THUMBNAIL else MAIN} {_name(directory, tag)}"


def _name(directory: Directory, tag: int) -> str:
    from PIL import ExifTags

    if directory is Directory.GPS:
        return ExifTags.GPSTAGS.get(tag) or f"GPS-0x{tag:04x}"
    if directory is Directory.INTEROPERABILITY and tag in _INTEROPERABILITY:
        return _INTEROPERABILITY[tag]
    return _EXIFTOOL.get(tag) or ExifTags.TAGS.get(tag) or f"0x{tag:04x}"
