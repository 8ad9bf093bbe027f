"""What the fields of a file mean to people: groups, labels, and which fields of different blocks say the same thing.

The mapping is that of the IPTC Photo Metadata Standard 2025.1 to IIM and EXIF. Fields are named as in facts; IIM by its
numbers alone, XMP without positions in lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_POSITION = re.compile(r"\[[^\]]*\]")


class Group(StrEnum):
    """The questions that people have, in the order in which they ask them."""

    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    WHAT = "what"
    MADE = "how it was made"
    DONE = "what was done to it"
    RIGHTS = "rights"
    CREDENTIALS = "credentials"


class Kind(StrEnum):
    """How values of a meaning are held against each other; LISTED ones are shown and never compared."""

    TEXT = "text"
    NAMES = "names"
    MOMENT = "moment"
    NUMBER = "number"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that several fields may say. Fields that begin a structure stand for all that is in it."""

    group: Group
    label: str
    kind: Kind
    fields: tuple[str, ...]


def key(field: str) -> str:
    """The name under which a field is looked up: "IPTC-IIM 2:55", "XMP dc:creator"."""
    block, _, name = field.partition(" ")
    return f"{block} {name.partition(' ')[0]}" if block == "IPTC-IIM" else _POSITION.sub("", field)


def _of(group: Group, *rows: tuple[str, Kind, str]) -> tuple[Meaning, ...]:
    return tuple(Meaning(group, label, kind, tuple(fields.split(", "))) for label, kind, fields in rows)


_T, _N, _M, _F, _L = Kind.TEXT, Kind.NAMES, Kind.MOMENT, Kind.NUMBER, Kind.LISTED

MEANINGS: tuple[Meaning, ...] = (
    *_of(
        Group.WHEN,
        ("Taken", _M, "EXIF DateTimeOriginal, IPTC-IIM 2:55, XMP photoshop:DateCreated, XMP exif:DateTimeOriginal"),
        ("Digitised", _M, "EXIF CreateDate, IPTC-IIM 2:62, XMP xmp:CreateDate, XMP exif:DateTimeDigitized"),
        ("Satellite time", _L, "EXIF GPSDateStamp, EXIF GPSTimeStamp, XMP exif:GPSTimeStamp"),
        ("Sent", _L, "IPTC-IIM 1:70, IPTC-IIM 1:80"),
        ("Released", _L, "IPTC-IIM 2:30, IPTC-IIM 2:35"),
        ("Earlier edition", _L, "IPTC-IIM 2:47"),
        ("Expires", _L, "IPTC-IIM 2:37, IPTC-IIM 2:38"),
        ("Saved", _L, "EXIF ModifyDate, XMP xmp:ModifyDate, XMP tiff:DateTime"),
        ("Fields written", _L, "XMP xmp:MetadataDate"),
    ),
    *_of(
        Group.WHERE,
        ("Latitude", _F, "EXIF GPSLatitude, XMP exif:GPSLatitude"),
        ("Longitude", _F, "EXIF GPSLongitude, XMP exif:GPSLongitude"),
        ("Altitude, m", _L, "EXIF GPSAltitude"),
        ("Sublocation", _T, "IPTC-IIM 2:92, XMP Iptc4xmpCore:Location"),
        ("City", _T, "IPTC-IIM 2:90, XMP photoshop:City"),
        ("State", _T, "IPTC-IIM 2:95, XMP photoshop:State"),
        ("Country", _T, "IPTC-IIM 2:101, XMP photoshop:Country"),
        ("Country code", _T, "IPTC-IIM 2:100, XMP Iptc4xmpCore:CountryCode"),
        ("Shown there", _L, "XMP Iptc4xmpExt:LocationShown"),
        ("Taken there", _L, "XMP Iptc4xmpExt:LocationCreated, IPTC-IIM 2:26, IPTC-IIM 2:27"),
    ),
    *_of(
        Group.WHO,
        ("Creator", _N, "EXIF Artist, IPTC-IIM 2:80, XMP dc:creator"),
        ("Camera's owner", _L, "EXIF OwnerName, EXIF Photographer, XMP aux:OwnerName, XMP exifEX:CameraOwnerName"),
        ("Job title", _T, "IPTC-IIM 2:85, XMP photoshop:AuthorsPosition"),
        ("Credit line", _T, "IPTC-IIM 2:110, XMP photoshop:Credit"),
        ("Source", _T, "IPTC-IIM 2:115, XMP photoshop:Source"),
        ("Supplier", _L, "XMP plus:ImageSupplier, XMP plus:ImageCreator"),
        ("Caption writer", _T, "IPTC-IIM 2:122, XMP photoshop:CaptionWriter"),
        ("Contact", _L, "IPTC-IIM 2:118, XMP Iptc4xmpCore:CreatorContactInfo"),
        ("Supplier's id", _L, "IPTC-IIM 2:22, IPTC-IIM 2:187, IPTC-IIM 2:184, XMP plus:ImageSupplierImageID"),
        ("Getty's id", _L, "XMP GettyImagesGIFT:AssetID, XMP GettyImagesGIFT:AssetId"),
        ("Job or event", _T, "IPTC-IIM 2:103, XMP photoshop:TransmissionReference"),
        ("Registered as", _L, "XMP Iptc4xmpExt:DigImageGUID, XMP Iptc4xmpExt:RegistryId"),
    ),
    *_of(
        Group.WHAT,
        ("Caption", _T, "EXIF ImageDescription, IPTC-IIM 2:120, XMP dc:description"),
        ("Comment", _L, "EXIF UserComment, EXIF XPComment, XMP exif:UserComment"),
        ("Headline", _T, "IPTC-IIM 2:105, XMP photoshop:Headline"),
        ("Title", _L, "IPTC-IIM 2:5, XMP dc:title, EXIF ImageTitle, EXIF XPTitle"),
        ("In words", _L, "XMP Iptc4xmpCore:AltTextAccessibility, XMP Iptc4xmpCore:ExtDescrAccessibility"),
        ("People", _L, "XMP Iptc4xmpExt:PersonInImage, XMP Iptc4xmpExt:PersonInImageWDetails"),
        ("Personality", _L, "XMP GettyImagesGIFT:Personality"),
        ("Organisation", _L, "XMP Iptc4xmpExt:OrganisationInImageName"),
        ("Event", _L, "XMP Iptc4xmpExt:Event, XMP Iptc4xmpExt:EventName"),
        ("Artwork", _L, "XMP Iptc4xmpExt:ArtworkOrObject"),
        ("Keywords", _L, "IPTC-IIM 2:25, XMP dc:subject, EXIF XPKeywords"),
        ("Category", _L, "IPTC-IIM 2:15, IPTC-IIM 2:20, XMP photoshop:Category"),
        ("Instructions", _T, "IPTC-IIM 2:40, XMP photoshop:Instructions"),
    ),
    *_of(
        Group.MADE,
        ("Made by", _T, "EXIF Make, XMP tiff:Make"),
        ("Camera", _T, "EXIF Model, XMP tiff:Model"),
        ("Serial number", _L, "EXIF SerialNumber, EXIF CameraSerialNumber, XMP aux:SerialNumber"),
        ("Serial number", _L, "XMP exifEX:BodySerialNumber, XMP GettyImagesGIFT:CameraSerialNumber"),
        ("Lens", _L, "EXIF LensModel, XMP aux:Lens, XMP exifEX:LensModel"),
        ("Exposure, s", _L, "EXIF ExposureTime"),
        ("Aperture, f/", _L, "EXIF FNumber"),
        ("ISO", _L, "EXIF ISO"),
        ("Focal length, mm", _L, "EXIF FocalLength"),
        ("Flash", _L, "EXIF Flash"),
        ("Kind of source", _L, "XMP Iptc4xmpExt:DigitalSourceType, XMP Iptc4xmpExt:DigitalSourcefileType"),
        ("AI system", _L, "XMP Iptc4xmpExt:AISystemUsed, XMP Iptc4xmpExt:AISystemVersionUsed"),
        ("AI prompt", _L, "XMP Iptc4xmpExt:AIPromptInformation, XMP Iptc4xmpExt:AIPromptWriterName"),
        ("Camera's file", _L, "XMP crs:RawFileName, XMP GettyImagesGIFT:CameraFilename"),
        ("Original file", _L, "XMP GettyImagesGIFT:OriginalFileName, XMP xmpMM:PreservedFileName"),
    ),
    *_of(
        Group.DONE,
        ("Software", _L, "EXIF Software, XMP xmp:CreatorTool, XMP tiff:Software, IPTC-IIM 2:65"),
        ("Edited with", _L, "EXIF ImageEditingSoftware, EXIF RAWDevelopingSoftware, EXIF ImageEditor"),
        ("History", _L, "XMP xmpMM:History, XMP photoshop:History"),
        ("Made from", _L, "XMP xmpMM:DerivedFrom, XMP xmpMM:Ingredients, XMP photoshop:DocumentAncestors"),
        ("Document", _L, "XMP xmpMM:DocumentID, XMP xmpMM:InstanceID, XMP xmpMM:OriginalDocumentID"),
    ),
    *_of(
        Group.RIGHTS,
        ("Copyright", _T, "EXIF Copyright, IPTC-IIM 2:116, XMP dc:rights, XMP dc:Rights"),
        ("Owner", _L, "XMP plus:CopyrightOwner, XMP xmpRights:Owner"),
        ("Licensor", _L, "XMP plus:Licensor"),
        ("Terms of use", _L, "XMP xmpRights:UsageTerms, XMP plus:OtherConditions"),
        ("On the web", _L, "XMP xmpRights:WebStatement, Photoshop URL"),
        ("Data mining", _L, "XMP plus:DataMining"),
        ("Releases", _L, "XMP plus:ModelReleaseStatus, XMP plus:PropertyReleaseStatus"),
    ),
)
"""Every meaning, in the order of the groups and of importance within them."""
CREDENTIALS = "C2PA "
"""What the fields of content credentials begin with."""


def meaning_of(field: str) -> Meaning | None:
    """What a field means to people; None for what only machines and experts read."""
    name = key(field)
    found = _BY_FIELD.get(name)
    return found or _BY_FIELD.get(name.partition("/")[0])


_BY_FIELD = {field: meaning for meaning in MEANINGS for field in meaning.fields}
