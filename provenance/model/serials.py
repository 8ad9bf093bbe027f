"""Which camera took a photo, as far as its file says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model.checks import require
from provenance.model.photo import Fact

_FIELDS = (
    *("EXIF SerialNumber", "EXIF CameraSerialNumber", "XMP exifEX:BodySerialNumber", "XMP aux:SerialNumber"),
    "XMP GettyImagesGIFT:CameraSerialNumber",
)
_MADE_BY, _MODELS = ("EXIF Make", "XMP tiff:Make"), ("EXIF Model", "XMP tiff:Model")
CAMERA_FIELDS = frozenset({*_FIELDS, *_MADE_BY, *_MODELS})
"""The fields that may name a camera."""
_NOTHING = re.compile(r"[0\s.\-]*|(?:none|unknown|n/a|1234567890?|0123456789|(.)\1*)", re.IGNORECASE)
"""Zeros, one sign repeated, and what programs write where nothing is known."""
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Serial:
    """A camera's number, and the field that states it; `camera` names make, model and number together."""

    camera: str
    number: str
    field: str

    def __post_init__(self) -> None:
        require(bool(self.camera) and bool(self.number), "a camera has a number")


def serial_of(facts: Sequence[Fact]) -> Serial | None:
    """The camera that a file names by make, model and number; None where one of them is missing or no number."""
    make = _first(facts, *_MADE_BY)
    model = _first(facts, *_MODELS)
    for field in _FIELDS:
        number = _first(facts, field)
        if len(number) >= _SHORTEST and make and model and not _NOTHING.fullmatch(number):
            camera = " ".join(f"{make} {model} {number}".casefold().split())
            return Serial(camera, number, field)
    return None


def _first(facts: Sequence[Fact], *fields: str) -> str:
    texts = (str(fact.value).replace("\0", "").strip() for field in fields for fact in facts if fact.field == field)
    return next((text for text in texts if text), "")
