"""Ids under which programs, suppliers and cameras know what a photo was made from: they link what matching never saw.

Each kind is a space of its own, in which the same id means the same thing: a document that an editor made, one state of
it, a supplier's picture, a camera.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from provenance.model.checks import require
from provenance.model.photo import Fact, PhotoId
from provenance.model.serials import serial_of

MOST = 64
"""The most ids that one photo is known by; histories of thousands of saves are cut, the last ones being kept."""
SHORTEST = 5
"""Characters below which an id was given by hand and means something else everywhere."""
_LONGEST = 200
_POSITION = re.compile(r"\[\d+\]")
_EPA = re.compile(r"epa\d{8}")
_REUTERS = re.compile(r"[A-Z0-9]{8,20}")
_RELATED = re.compile(r":rel:d:bm:([A-Z0-9]{8,20})")
_UNIQUE = re.compile(r"[0-9A-Fa-f]{32}")
"""What EXIF 3.0, 4.6.6.6, asks of ImageUniqueID; phones write the name of their sensor there."""
_EMPTY = re.compile(r"[0\W]*|(?:none|null|unknown|undefined)", re.IGNORECASE)


class DocumentKind(StrEnum):
    """The spaces in which ids are unique."""

    DOCUMENT = "xmp-document"
    INSTANCE = "xmp-instance"
    GUID = "image-guid"
    GETTY = "getty"
    REUTERS = "reuters"
    AP = "ap"
    EPA = "epa"
    CAMERA = "camera"
    """A camera took many photos; it links none of them."""


@dataclass(frozen=True, slots=True, order=True)
class DocumentId:
    """An id in its space, in small letters without blanks around it."""

    kind: DocumentKind
    id: str

    def __post_init__(self) -> None:
        require(bool(self.id) and self.id == self.id.strip().casefold(), "an id is in small letters")


@dataclass(frozen=True, slots=True)
class Linked:
    """A photo whose fields carry an id that another's carry too, while the pictures could not be matched.

    `file` is where it lies. An id is copied with the fields, so this is a hint and never a match.
    """

    id: DocumentId
    photo: PhotoId
    file: str


_FIELDS = {
    "XMP xmpMM:DocumentID": DocumentKind.DOCUMENT,
    "XMP xmpMM:OriginalDocumentID": DocumentKind.DOCUMENT,
    "XMP xmpMM:DerivedFrom/stRef:documentID": DocumentKind.DOCUMENT,
    "XMP xmpMM:DerivedFrom/stRef:originalDocumentID": DocumentKind.DOCUMENT,
    "XMP xmpMM:InstanceID": DocumentKind.INSTANCE,
    "XMP xmpMM:DerivedFrom/stRef:instanceID": DocumentKind.INSTANCE,
    "XMP xmpMM:History/stEvt:instanceID": DocumentKind.INSTANCE,
    "XMP Iptc4xmpExt:DigImageGUID": DocumentKind.GUID,
    "EXIF ImageUniqueID": DocumentKind.GUID,
    "XMP exif:ImageUniqueID": DocumentKind.GUID,
    "XMP GettyImagesGIFT:AssetID": DocumentKind.GETTY,
    "XMP GettyImagesGIFT:AssetId": DocumentKind.GETTY,
}
"""What a document was pasted together from (photoshop:DocumentAncestors, xmpMM:Ingredients) is not among them: a logo
or a template would link everything that it was laid on."""
_SUPPLIERS = ("IPTC-IIM 2:22 FixtureIdentifier", "XMP plus:ImageSupplierImageID")
_CREDITS = ("IPTC-IIM 2:110 Credit", "IPTC-IIM 2:115 Source", "XMP photoshop:Credit", "XMP photoshop:Source")


def document_ids(facts: Sequence[Fact]) -> tuple[DocumentId, ...]:
    """Every id of a file, each once, at most MOST."""
    found = list(dict.fromkeys(one for one in _ids(facts) if one is not None))
    return tuple(found if len(found) <= MOST else [*found[: MOST // 2], *found[-MOST // 2 :]])


def _ids(facts: Sequence[Fact]) -> Iterator[DocumentId | None]:
    serial = serial_of(facts)
    if serial is not None:
        yield _id(DocumentKind.CAMERA, serial.camera)
    for fact in facts:
        kind = _FIELDS.get(_POSITION.sub("", fact.field))
        if kind is not None and not (fact.field.endswith("ImageUniqueID") and not _UNIQUE.fullmatch(str(fact.value))):
            yield _id(kind, str(fact.value))
    yield from _of_agencies(facts)


def _of_agencies(facts: Sequence[Fact]) -> Iterator[DocumentId | None]:
    """Ids whose field every agency uses in its own way: whose they are, the credit tells."""
    credits = " ".join(str(fact.value) for fact in facts if fact.field in _CREDITS).casefold()
    for fact in facts:
        text = str(fact.value).strip()
        if fact.field in _SUPPLIERS and "reuters" in credits and _REUTERS.fullmatch(text):
            yield _id(DocumentKind.REUTERS, text)
        elif fact.field in _SUPPLIERS and ("associated press" in credits or credits.split()[:1] == ["ap"]):
            yield _id(DocumentKind.AP, text.replace("-", ""))
        elif fact.field == "IPTC-IIM 2:25 Keywords" and (related := _RELATED.search(text)):
            yield _id(DocumentKind.REUTERS, related[1])
        elif fact.field in {"IPTC-IIM 2:187 UniqueDocumentID", "IPTC-IIM 2:120 Caption-Abstract"}:
            epa = _EPA.match(text)
            yield _id(DocumentKind.EPA, epa[0]) if epa else None


def _id(kind: DocumentKind, text: str) -> DocumentId | None:
    text = text.replace("\0", "").strip().casefold()
    bare = text.rpartition(":")[2]
    if not SHORTEST <= len(text) <= _LONGEST or _EMPTY.fullmatch(bare):
        return None
    return DocumentId(kind, text)
