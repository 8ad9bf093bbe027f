"""Small pictures put into files the ways that cameras and editors do."""

from __future__ import annotations

import base64
import io
import struct

from PIL import Image, ImageOps

from builders.containers import Short, a_small_jpeg, an_exif_with_thumbnail, an_mpf_file, with_exif
from builders.files import a_jpeg, a_scene, with_segments
from builders.metadata import a_photoshop_resource, an_xmp_packet_of
from provenance.model.embedded import EmbeddedComparison, EmbeddedKind, EmbeddedPicture, Resemblance
from provenance.model.photo import Pixels


def some_pixels(image: Image.Image, edge: int = 320) -> Pixels:
    """A picture's pixels, at most so large."""
    small = ImageOps.contain(image.convert("RGB"), (edge, edge)) if max(image.size) > edge else image.convert("RGB")
    return Pixels(small.width, small.height, small.tobytes())


def an_embedded(image: Image.Image, width: int = 160, height: int = 0, quality: int = 80) -> EmbeddedPicture:
    """A thumbnail of a scene, as it comes out of a file."""
    height = height or round(width * image.height / image.width)
    small = Image.open(io.BytesIO(a_small_jpeg(image, width, height, quality)))
    return EmbeddedPicture(EmbeddedKind.EXIF_THUMBNAIL, width, height, some_pixels(small), 100, 5_000)


def letterboxed(image: Image.Image, width: int = 160, height: int = 120) -> Image.Image:
    """A picture within black bars."""
    return ImageOps.pad(image, (width, height), color="black")


def a_jpeg_with_exif_thumbnail(scene: Image.Image, shown: Image.Image, orientation: int = 1) -> bytes:
    """A JPEG whose EXIF thumbnail shows something else or the same."""
    thumbnail = a_small_jpeg(shown, 160, round(160 * shown.height / shown.width))
    return with_exif(a_jpeg(scene), an_exif_with_thumbnail(thumbnail, t274=Short(orientation)))


def a_jpeg_with_photoshop_thumbnail(scene: Image.Image) -> bytes:
    """A JPEG with resource 1036."""
    small = a_small_jpeg(scene, 160, 120)
    head = struct.pack(">IIIIIIHH", 1, 160, 120, 480, 57_600, len(small), 24, 1)
    return with_segments(a_jpeg(scene), [(0xED, b"Photoshop 3.0\0" + a_photoshop_resource(head + small, 0x040C))])


def a_jpeg_with_xmp_thumbnail(scene: Image.Image) -> bytes:
    """A JPEG with xmp:Thumbnails, in lines as Adobe's programs break them."""
    text = base64.encodebytes(a_small_jpeg(scene, 160, 120, 70)).decode().replace("\n", "&#xA;")
    spaces = 'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpGImg="http://ns.adobe.com/xap/1.0/g/img/"'
    inner = (
        f'<rdf:li rdf:parseType="Resource"><xmpGImg:format>JPEG</xmpGImg:format><xmpGImg:image>{text}</xmpGImg:image>'
    )
    packet = an_xmp_packet_of(
        f'<rdf:Description rdf:about="" {spaces}><xmp:Thumbnails><rdf:Alt>{inner}</rdf:li></rdf:Alt></xmp:Thumbnails>'
        "</rdf:Description>"
    )
    return with_segments(a_jpeg(scene), [(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)])


def a_jpeg_with_mpf_preview(scene: Image.Image) -> bytes:
    """A JPEG with a large thumbnail behind it."""
    return an_mpf_file(a_jpeg(scene), [(0x010001, a_small_jpeg(scene, 320, 240))])


def a_heic_with_thumbnail(scene: Image.Image) -> bytes:
    """A HEIC with an item that is the thumbnail of the primary one."""
    import pillow_heif

    buffer = io.BytesIO()
    pillow_heif.from_pillow(scene).save(buffer, thumbnails=[160])
    return buffer.getvalue()


def a_comparison(verdict: Resemblance = Resemblance.SAME, **fields: object) -> EmbeddedComparison:
    """A thumbnail held against its picture."""
    given: dict[str, object] = {"likeness": 0.97, "shown": 1.0, "why": "It shows the same.", **fields}
    if verdict is Resemblance.CROPPED:
        given.setdefault("region", ((0.1, 0.1), (0.8, 0.1), (0.8, 0.8), (0.1, 0.8)))
    return EmbeddedComparison(EmbeddedKind.EXIF_THUMBNAIL, 160, 120, 4_084, 5_000, verdict, **given)  # type: ignore[arg-type]


SCENE = a_scene(3, 640, 480)
