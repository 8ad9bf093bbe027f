"""Metadata blocks as cameras, editors and agencies write them, byte by byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from PIL import ExifTags, Image

Texts = str | Sequence[str]

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "stEvt": "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
}
_IN_LANGUAGES = frozenset({"dc:description", "dc:title", "dc:rights", "xmpRights:UsageTerms"})
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def an_exif_block(
    *,
    taken: str | None = None,
    offset: str | None = None,
    modified: str | None = None,
    artist: str | None = None,
    description: str | None = None,
    copyright: str | None = None,
    software: str | None = None,
    make: str | None = None,
    model: str | None = None,
    orientation: int | None = None,
    gps: tuple[float, float] | tuple[float, float, float] | None = None,
) -> bytes:
    """An EXIF block from its TIFF header on; b"" where nothing is given. `gps` is signed degrees, and metres."""
    base, exif = ExifTags.Base, Image.Exif()
    main = {
        base.ImageDescription: description,
        base.Make: make,
        base.Model: model,
        base.Orientation: orientation,
        base.Software: software,
        base.DateTime: modified,
        base.Artist: artist,
        base.Copyright: copyright,
    }
    exif.update({tag: _exif_text(value) for tag, value in main.items() if value is not None})
    inner = {base.DateTimeOriginal: taken, base.OffsetTimeOriginal: offset}
    exif.get_ifd(ExifTags.IFD.Exif).update({tag: value for tag, value in inner.items() if value is not None})
    if gps is not None:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(_gps(*gps))
    if not exif and not any(exif.get_ifd(ifd) for ifd in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo)):
        return b""
    return exif.tobytes().removeprefix(b"Exif\0\0")


def _exif_text(value: str | int) -> str | bytes | int:
    return value.encode() if isinstance(value, str) and not value.isascii() else value


def _gps(latitude: float, longitude: float, altitude: float | None = None) -> dict[int, object]:
    tags: dict[int, object] = {
        ExifTags.GPS.GPSLatitudeRef: "S" if latitude < 0 else "N",
        ExifTags.GPS.GPSLatitude: _degrees(abs(latitude)),
        ExifTags.GPS.GPSLongitudeRef: "W" if longitude < 0 else "E",
        ExifTags.GPS.GPSLongitude: _degrees(abs(longitude)),
    }
    if altitude is not None:
        tags[ExifTags.GPS.GPSAltitudeRef] = b"\1" if altitude < 0 else b"\0"
        tags[ExifTags.GPS.GPSAltitude] = abs(altitude)
    return tags


def _degrees(value: float) -> tuple[float, float, float]:
    minutes = value % 1 * 60
    return float(int(value)), float(int(minutes)), round(minutes % 1 * 60, 4)


def an_iim_block(datasets: Mapping[str, Texts | bytes], charset: str | None = "utf-8") -> bytes:
    """An IPTC-IIM block of datasets by number: {"2:120": "caption", "2:25": ["keyword", ...]}.

    UTF-8 is declared (1:90); other character sets, and UTF-8 with `charset=None`, are not.
    """
    block = a_dataset("1:90", b"\x1b%G") if charset == "utf-8" else b""
    for number, content in datasets.items():
        for one in [content] if isinstance(content, (str, bytes)) else content:
            block += a_dataset(number, one if isinstance(one, bytes) else one.encode(charset or "utf-8"))
    return block


def a_dataset(number: str, content: bytes) -> bytes:
    """One IIM dataset; from 32 KB on in the extended form."""
    record, dataset = (int(part) for part in number.split(":"))
    long = len(content) > 0x7FFF
    length = b"\x80\x04" + len(content).to_bytes(4, "big") if long else len(content).to_bytes(2, "big")
    return bytes([0x1C, record, dataset]) + length + content


def a_photoshop_resource(content: bytes, number: int = 0x0404, name: bytes = b"") -> bytes:
    """An 8BIM resource: 0x0404 holds IPTC-IIM."""
    title = bytes([len(name)]) + name
    body = b"8BIM" + number.to_bytes(2, "big") + title + b"\0" * (len(title) % 2)
    return body + len(content).to_bytes(4, "big") + content + b"\0" * (len(content) % 2)


def an_xmp_packet(properties: Mapping[str, Texts | Mapping[str, str]]) -> bytes:
    """An XMP packet: texts, lists (as Seq) and, as mappings, texts by language."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    inner = "".join(_property(name, value) for name, value in properties.items())
    return an_xmp_packet_of(f'<rdf:Description rdf:about="" {spaces}>{inner}</rdf:Description>')


def an_xmp_packet_of(descriptions: str) -> bytes:
    """An XMP packet around rdf:Description elements as they are given."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">{descriptions}</rdf:RDF></x:xmpmeta>'
        f'{" " * 64}<?xpacket end="w"?>'
    ).encode()


def _property(name: str, value: Texts | Mapping[str, str]) -> str:
    if isinstance(value, str) and name in _IN_LANGUAGES:
        value = {"x-default": value}
    if isinstance(value, str):
        return f"<{name}>{escape(value)}</{name}>"
    if isinstance(value, Mapping):
        items = "".join(f'<rdf:li xml:lang="{code}">{escape(text)}</rdf:li>' for code, text in value.items())
        return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"
    items = "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in value)
    return f"<{name}><rdf:Seq>{items}</rdf:Seq></{name}>"
