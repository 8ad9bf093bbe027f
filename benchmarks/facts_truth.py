"""What another program, ExifTool, read in the same files: its values brought to the shape of facts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.data import SHARED
from provenance.model.photo import Fact

FIELDS = (
    *("Make", "Model", "Orientation", "DateTimeOriginal", "OffsetTimeOriginal", "CreateDate", "ModifyDate"),
    *("ExposureTime", "FNumber", "ISO", "FocalLength", "Flash", "LensModel", "GPSLatitude", "GPSLongitude"),
    *("GPSAltitude", "GPSDateStamp", "Software", "Artist", "ImageDescription"),
)
_GROUPS = ("IFD0", "ExifIFD", "GPS")
_SIGNED = {"GPSLatitude": "S", "GPSLongitude": "W", "GPSAltitude": "1"}
_DATE = re.compile(r"(\d{4}):(\d\d):(\d\d)(?: (\d\d:\d\d.*))?")
_INDEX = re.compile(r"\[[^\]]*\]")
_XMP = {"iptcCore": "Iptc4xmpCore", "iptcExt": "Iptc4xmpExt", "getty": "GettyImagesGIFT"}
_RENAMED = {"digitalimageguid": "digimageguid", "additionalmodelinformation": "addlmodelinfo", "xmptoolkit": "xmptk"}
"""ExifTool's own names of some properties."""
Value = str | float


@dataclass(frozen=True, slots=True)
class Read:
    """A file, its bytes, and all that ExifTool read in it, by group and name."""

    name: str
    data: bytes
    tags: Mapping[str, Any]


def files(folder: str) -> Iterator[Read]:
    """The photos of one of the shared folders that have a reading; none where the folder is not there."""
    place = SHARED / folder
    listing = place / "exiftool.json"
    for tags in json.loads(listing.read_text(encoding="utf-8")) if listing.is_file() else ():
        name = str(tags["SourceFile"])
        if Path(name).suffix.lower() != ".json":
            yield Read(name, (place / name).read_bytes(), tags)


def exif(read: Read, field: str) -> Value | None:
    """A main field of EXIF as ExifTool has it; None where it is not there or blank."""
    for group in _GROUPS:
        value = read.tags.get(f"{group}:{field}")
        if value is not None and str(value).strip():
            opposite = field in _SIGNED and str(read.tags.get(f"GPS:{field}Ref")) == _SIGNED[field]
            return (-1 if opposite else 1) * value if isinstance(value, (int, float)) else str(value).strip()
    return None


def same(truth: Value, fact: Fact) -> bool:
    """Whether a fact says what ExifTool says: numbers to nine digits, dates without the zone that stands elsewhere."""
    value = fact.value
    if isinstance(truth, (int, float)):
        return _number(truth, value)
    moment = _DATE.fullmatch(truth)
    if moment:
        day = "-".join(moment.group(1, 2, 3))
        wanted = f"{day}T{moment[4]}" if moment[4] else day
        return str(value)[: len(wanted)] == wanted.replace("Z", "+00:00") or str(value) == wanted
    return str(value).strip() == truth or _number(truth, value)


def _number(truth: Value, value: Value) -> bool:
    try:
        one, other = float(truth), float(value)
    except ValueError:
        return str(truth) == str(value)
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def block(read: Read, kind: str) -> dict[str, list[str]]:
    """All values of IIM ("IPTC") or XMP ("XMP-"), in their order, by names that do not depend on who writes them."""
    found: dict[str, list[str]] = {}
    for tag, value in read.tags.items():
        group, _, name = tag.partition(":")
        if not group.startswith(kind):
            continue
        prefix = group.removeprefix("XMP-")
        start = _plain(name) if kind == "IPTC" else f"{_XMP.get(prefix, prefix).lower()}:{_plain(name)}"
        for path, text in _leaves(start, value):
            found.setdefault(path, []).append(text)
    return found


def own_block(facts: Sequence[Fact], kind: str) -> dict[str, list[str]]:
    """The facts of one block in the same shape."""
    found: dict[str, list[str]] = {}
    for fact in facts:
        block, _, field = fact.field.partition(" ")
        if block != kind:
            continue
        name = field.partition(" ")[2] if kind == "IPTC-IIM" else field
        head, _, rest = _INDEX.sub("", name).partition("/")
        prefix, colon, bare = head.partition(":")
        start = f"{prefix.lower()}:{_plain(bare)}" if colon else _plain(head)
        path = "/".join([start, *(_plain(part.rpartition(":")[2]) for part in rest.split("/") if part)])
        found.setdefault(path, []).append(_text(fact.value))
    return found


def _leaves(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(f"{path}/{_plain(name)}", inner)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(path, one)
    else:
        yield path, _text(value)


def _plain(name: str) -> str:
    return _RENAMED.get(name.lower(), name.lower())


def _text(value: Any) -> str:
    """Numbers and dates written in one way."""
    text = str(value).strip()
    moment = _DATE.fullmatch(text)
    if moment:
        text = "-".join(moment.group(1, 2, 3)) + (f"T{moment[4]}" if moment[4] else "")
    text = text.replace("Z", "+00:00") if re.fullmatch(r"[\d:T.-]+Z", text) else text
    try:
        return f"{float(text):.9g}"
    except ValueError:
        return text
