"""What the fields inside a file say about the photo: one statement for each metadata block that says something.

EXIF, IPTC-IIM and XMP are separate witnesses, and so are two blocks of one kind; nothing is merged across them. The
fields are those of the IPTC Photo Metadata Standard and its mapping to IIM and EXIF. A copyright notice is no credit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.feeds.dates import read_date
from provenance.model.appearance import Standing, Statement
from provenance.model.photo import Fact
from provenance.model.times import Dated, TimeKind, Voucher

_BLOCKS = ("EXIF", "IPTC-IIM", "XMP")
_READERS = ("exifread", "pillow")
"""Of two readers of one field the first is believed: it was right more often against ExifTool."""
_ITEM = re.compile(r"\[(?:\d+|x-default)\]$")
_CAMERA_TEXT = re.compile(
    r"default|untitled|no title|screenshot|(?:created|edited) with .*|exif[ _]jpeg[ _]picture|sony dsc|dcim|<.*>"
    r"|(?:(?:olympus|konica minolta|minolta|kodak|samsung|casio|panasonic|pentax|ricoh|fujifilm|nikon|vivitar|polaroid"
    r"|sanyo|benq|hp) )?(?:digital )?(?:still )?camera(?: pictures)?|(?:dsc|img|p)[_ ]?\d+(?:\.jpe?g)?",
    re.IGNORECASE,
)
"""What cameras and programs write where a caption belongs."""
_CAMERA_CODE = re.compile(r"[a-z0-9_]{1,16}")
"""Phones write their mode there ("dav", "oznor_soft"), and no caption is one lower-case word."""


_FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "EXIF": {"caption": ("ImageDescription",), "headline": (), "creator": ("Artist",), "credit": ()},
    "IPTC-IIM": {"caption": ("2:120",), "headline": ("2:105",), "creator": ("2:80",), "credit": ("2:110",)},
    "XMP": {
        "caption": ("dc:description",),
        "headline": ("photoshop:Headline",),
        "creator": ("dc:creator",),
        "credit": ("photoshop:Credit",),
    },
}
_PLACES = {
    "EXIF": (),
    "IPTC-IIM": (("2:92", "2:90", "2:95", "2:101"),),
    "XMP": (
        tuple(
            f"Iptc4xmpExt:LocationShown[0]/{part}" for part in ("Sublocation", "City", "ProvinceState", "CountryName")
        ),
        tuple(f"Iptc4xmpExt:LocationShown/{part}" for part in ("Sublocation", "City", "ProvinceState", "CountryName")),
        ("Iptc4xmpCore:Location", "photoshop:City", "photoshop:State", "photoshop:Country"),
    ),
}
"""Groups of fields from the narrowest to the widest; the first group that names a place is taken, because the newer
Location Shown says what the older City leaves open."""


@dataclass(frozen=True, slots=True)
class _Block:
    """One metadata block: its facts by field name without the block's own name, the best reader's only."""

    kind: str
    number: int
    fields: dict[str, tuple[Fact, ...]]

    @property
    def name(self) -> str:
        """The block's name, with its number where it is not the first of its kind."""
        return f"{self.kind}[{self.number}]" if self.number else self.kind

    def texts(self, *names: str) -> tuple[str, ...]:
        """The texts of the first of these fields that has any."""
        for name in names:
            texts = tuple(text for fact in self.fields.get(name, ()) if (text := _text(fact)))
            if texts:
                return texts
        return ()

    def text(self, *names: str) -> str:
        """The first of them, "" where there is none."""
        return next(iter(self.texts(*names)), "")


def statements(
    facts: Sequence[Fact], source: str, standing: Standing, address_prefix: str = ""
) -> tuple[Statement, ...]:
    """The statements of a file's facts, or of the facts of an .xmp sidecar with an `address_prefix` such as "a.xmp: ".

    A block that names no caption, headline, creator, credit or place says nothing here, whatever dates it holds.
    `date` is the IPTC Date Created as it stands; what the camera's clock says is a time of its own (captured), and
    the transmission date of IPTC-IIM another (transmitted).
    """
    voucher = Voucher.SIDECAR if address_prefix else Voucher.IN_FILE
    said = (_statement(block, source, standing, voucher, address_prefix) for block in _blocks(facts))
    return tuple(statement for statement in said if statement)


def _blocks(facts: Sequence[Fact]) -> list[_Block]:
    grouped: dict[tuple[int, int], dict[str, dict[str, list[Fact]]]] = {}
    for fact in facts:
        kind, _, field = fact.field.partition(" ")
        if kind in _BLOCKS and field:
            readings = grouped.setdefault((_BLOCKS.index(kind), fact.block), {}).setdefault(_key(kind, field), {})
            readings.setdefault(fact.reader, []).append(fact)
    return [
        _Block(_BLOCKS[kind], number, {field: _preferred(readings) for field, readings in fields.items()})
        for (kind, number), fields in sorted(grouped.items())
    ]


def _key(kind: str, field: str) -> str:
    """The field's own key: "2:120" of IPTC-IIM, whatever its name; XMP without the position in a last list."""
    return field.partition(" ")[0] if kind == "IPTC-IIM" else _ITEM.sub("", field)


def _preferred(readings: dict[str, list[Fact]]) -> tuple[Fact, ...]:
    reader = next((name for name in _READERS if any(map(_text, readings.get(name, ())))), None)
    return tuple(readings[reader] if reader else next(iter(readings.values())))


def _text(fact: Fact) -> str:
    return str(fact.value).replace("\0", "").strip()


def _statement(block: _Block, source: str, standing: Standing, voucher: Voucher, prefix: str) -> Statement | None:
    texts = {name: _joined(block, *fields) for name, fields in _FIELDS[block.kind].items()}
    if _CAMERA_TEXT.fullmatch(texts["caption"]) or _CAMERA_CODE.fullmatch(texts["caption"]):
        texts["caption"] = ""
    texts["place"] = _place(block)
    if not any(texts.values()):
        return None
    address = f"{prefix}{block.name}"
    return Statement(
        source=source,
        standing=standing,
        voucher=voucher,
        address=address,
        date=_date_created(block),
        external_id=address,
        times=_times(block, voucher, prefix),
        caption=texts["caption"],
        headline=texts["headline"],
        creator=texts["creator"],
        credit=texts["credit"],
        place=texts["place"],
    )


def _joined(block: _Block, *fields: str) -> str:
    """All values of a field: several creators are one field with several values."""
    return "; ".join(dict.fromkeys(block.texts(*fields)))


def _place(block: _Block) -> str:
    for group in _PLACES[block.kind]:
        parts = [text for field in group if (text := block.text(field)).strip("-. ")]
        if parts:
            return ", ".join(dict.fromkeys(parts))
    return ""


def _date_created(block: _Block) -> str:
    if block.kind == "XMP":
        return block.text("photoshop:DateCreated")
    return _day_and_time(block, "2:55", "2:60") if block.kind == "IPTC-IIM" else ""


def _day_and_time(block: _Block, day: str, time: str) -> str:
    """A day of IPTC-IIM with its time of day, where that makes a time; else the day alone."""
    together = f"{block.text(day)}T{block.text(time)}"
    return together if read_date(together) else block.text(day)


def _times(block: _Block, voucher: Voucher, prefix: str) -> tuple[Dated, ...]:
    captured = {"EXIF": "DateTimeOriginal", "XMP": "exif:DateTimeOriginal"}.get(block.kind, "")
    stated = (
        (TimeKind.CAPTURED, captured, _with_offset(block, captured)),
        (TimeKind.TRANSMITTED, "1:70", _day_and_time(block, "1:70", "1:80")),
    )
    return tuple(
        Dated(kind, span, voucher, f"{prefix}{block.fields[key][0].field}", text)
        for kind, key, text in stated
        if text and (span := read_date(text))
    )


def _with_offset(block: _Block, field: str) -> str:
    """A camera's time with the zone that EXIF keeps in a field of its own."""
    text, offset = block.text(field), block.text("OffsetTimeOriginal")
    return f"{text}{offset}" if offset and read_date(f"{text}{offset}") else text
