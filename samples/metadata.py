"""Writes what agencies and cameras write into their files: EXIF, IPTC-IIM and XMP.

IIM: "IPTC-NAA Information Interchange Model", version 4.2, in a Photoshop resource 0x0404 of an APP13 segment.
XMP: ISO 16684-1, with the schemas of the IPTC Photo Metadata Standard.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from PIL import Image
from records import NOTE, Record

_APP13 = b"Photoshop 3.0\x00"
_SCHEMAS = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}


def jpeg(picture: Image.Image, record: Record | None, quality: int) -> bytes:
    """A picture as JPEG, with the blocks that its record asks for (none at all without a record)."""
    buffer = io.BytesIO()
    if record is None:
        picture.save(buffer, "JPEG", quality=quality)
        return buffer.getvalue()
    exif = exif_block(record) if record.camera else Image.Exif()
    picture.save(buffer, "JPEG", quality=quality, exif=exif, xmp=xmp_packet(record))
    return with_app13(buffer.getvalue(), iim_block(record)) if record.iim else buffer.getvalue()


def with_app13(data: bytes, block: bytes) -> bytes:
    """A JPEG with an APP13 segment after its APP0 and APP1 segments."""
    position = 2
    while data[position : position + 2] in (b"\xff\xe0", b"\xff\xe1"):
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    segment = b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block
    return data[:position] + segment + data[position:]


def iim_block(record: Record) -> bytes:
    """The APP13 payload that holds a record's datasets."""
    datasets = b"".join(_dataset(*entry) for entry in _datasets(record))
    padding = b"\x00" * (len(datasets) % 2)
    return _APP13 + b"8BIM\x04\x04\x00\x00" + len(datasets).to_bytes(4, "big") + datasets + padding


def _dataset(number: int, dataset: int, value: bytes) -> bytes:
    return bytes((0x1C, number, dataset)) + len(value).to_bytes(2, "big") + value


def _datasets(record: Record) -> Iterator[tuple[int, int, bytes]]:
    """Datasets in rising order, empty ones left out, and those cut that the standard limits."""
    stated, sent = record.stated, record.sent
    if sent is not None:
        yield 1, 70, f"{sent:%Y%m%d}".encode()
        yield 1, 80, f"{sent:%H%M%S%z}".encode()
    yield 1, 90, b"\x1b%G"
    yield 2, 0, (4).to_bytes(2, "big")
    for dataset, longest, text in (
        (5, 64, record.slug),
        (40, 256, NOTE),
        (55, 8, f"{stated:%Y%m%d}"),
        (60, 11, f"{stated:%H%M%S%z}"),
        (80, 32, record.byline),
        (85, 32, record.position),
        (90, 32, record.city),
        (95, 32, record.region),
        (100, 3, record.country_code),
        (101, 64, record.country),
        (103, 32, record.number),
        (105, 256, record.headline),
        (110, 32, record.credit),
        (115, 32, record.source),
        (116, 128, record.rights),
        (120, 2000, record.full_caption),
    ):
        if text:
            yield 2, dataset, _cut(text, longest)


def _cut(text: str, longest: int) -> bytes:
    """UTF-8 of at most so many bytes, whole characters only."""
    return text.encode()[:longest].decode(errors="ignore").encode()


def exif_block(record: Record) -> Image.Exif:
    """What the camera wrote, and what the desk added to it."""
    exif, taken = Image.Exif(), record.taken
    exif[0x010F], exif[0x0110] = record.camera
    exif[0x0131] = "samples/make.py"
    exif[0x0132] = f"{taken:%Y:%m:%d %H:%M:%S}"
    for tag, text in ((0x010E, record.exif_caption), (0x013B, record.byline), (0x8298, record.rights)):
        if text:
            exif[tag] = text
    offset = f"{taken:%z}"
    details = exif.get_ifd(0x8769)
    details[0x9003] = details[0x9004] = f"{taken:%Y:%m:%d %H:%M:%S}"
    if offset:
        details[0x9011] = details[0x9012] = f"{offset[:3]}:{offset[3:]}"
    details[0x829D], details[0x8827], details[0x920A] = 5.6, 400, 35.0
    return exif


def xmp_packet(record: Record) -> bytes:
    """A packet with the record's fields, or with nothing but what the picture is, where the agency writes no XMP."""
    names = " ".join(f"xmlns:{prefix}={quoteattr(address)}" for prefix, address in _SCHEMAS.items())
    plain = {"photoshop:Instructions": NOTE}
    structured = ""
    if record.xmp:
        plain |= _plain(record)
        structured = _structured(record)
    attributes = "".join(f"\n    {name}={quoteattr(value)}" for name, value in plain.items() if value)
    body = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'  <rdf:Description rdf:about="" {names}{attributes}>{structured}\n'
        "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>"
    )
    begin = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    return f'{begin}\n{body}\n<?xpacket end="w"?>'.encode()


def _plain(record: Record) -> dict[str, str]:
    return {
        "photoshop:DateCreated": record.stated.isoformat(),
        "photoshop:Headline": record.headline,
        "photoshop:Credit": record.credit,
        "photoshop:Source": record.source,
        "photoshop:City": record.city,
        "photoshop:State": record.region,
        "photoshop:Country": record.country,
        "photoshop:AuthorsPosition": record.position,
        "photoshop:TransmissionReference": record.number,
        "Iptc4xmpCore:CountryCode": record.country_code,
    }


def _structured(record: Record) -> str:
    """The fields that XMP keeps as lists: caption, title and rights by language, creators in order."""
    parts = [
        _list("dc:description", "Alt", record.full_caption),
        _list("dc:title", "Alt", record.slug),
        _list("dc:creator", "Seq", record.byline),
        _list("dc:rights", "Alt", record.rights),
    ]
    return "".join(parts)


def _list(name: str, kind: str, text: str) -> str:
    if not text:
        return ""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    return f"\n   <{name}><rdf:{kind}><rdf:li{language}>{escape(text)}</rdf:li></rdf:{kind}></{name}>"
