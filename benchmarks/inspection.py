"""Looking into a file: the time it takes beside other readers, and what is said of thumbnails, true and altered."""

from __future__ import annotations

import io
import shutil
import statistics
import struct
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import exifread
from PIL import Image, ImageEnhance, ImageOps

from benchmarks.data import SHARED, make_12_megapixels, photographs
from benchmarks.figures import HEADS, Figure, at_least, at_most, table
from provenance.matching.embedded import compare_embedded
from provenance.media.examine import read_facts
from provenance.media.inside import look_inside
from provenance.model.embedded import EmbeddedComparison, Resemblance
from provenance.model.limits import LIMITS

SECONDS = 0.030
"""The aim for looking into a 12-megapixel JPEG without decoding it."""
ROUNDS = 15
Edit = Callable[[Image.Image, Image.Image], Image.Image]


def measure(folder: Path, *, quick: bool) -> str:
    """The tables in Markdown."""
    photos = photographs(12 if quick else 120)
    rows = [*_times(folder), *_genuine(), *_altered(photos)]
    return table(HEADS, [row.cells for row in rows])


def _times(folder: Path) -> Iterator[Figure]:
    """Warm, in this process, from bytes; the peers read EXIF alone, ExifTool from an open process."""
    for path in make_12_megapixels(folder, 1):
        data = path.read_bytes()
        with_thumbnail = _with_thumbnail(data, Image.open(path))
        ours = _median(partial(_look, data, pictures=False))
        note = "facts of both readers, every block with its place and SHA-256"
        what = "looking into a 12-megapixel JPEG without decoding it"
        yield Figure(what, f"at most {1000 * SECONDS:.0f} ms", f"{1000 * ours:.1f} ms", ours <= SECONDS, note)
        compared = _median(partial(_compare, with_thumbnail))
        yield Figure("the same, and its thumbnail held against it", "", f"{1000 * compared:.1f} ms", None)
        peer = _median(partial(_peer, data))
        remark = f"{1000 * peer:.1f} ms; they stop behind the EXIF block"
        yield Figure("ours / exifread and Pillow's getexif", "", f"{ours / peer:.1f}", None, remark)
        exiftool = _exiftool(path)
        if exiftool:
            yield Figure("ours / ExifTool, kept open", "", f"{ours / exiftool:.2f}", None, f"{1000 * exiftool:.1f} ms")


def _genuine() -> Iterator[Figure]:
    """What is said of thumbnails in files as cameras and agencies send them."""
    files = [path for name in ("wire", "exif", "photos", "c2pa") for path in sorted((SHARED / name).glob("*"))]
    said: Counter[str] = Counter()
    for path in files:
        for one in _compare(path.read_bytes()):
            said[one.verdict.value] += 1
            if one.verdict is Resemblance.DIFFERS:
                print(f"differs: {path.name}: {one.kind.value}: {one.why}")
    words = ", ".join(f"{verdict} {count}" for verdict, count in said.most_common())
    yield at_most("thumbnails of genuine files said to differ", 0, said["differs"], said.total(), words)


def _altered(photos: list[Path]) -> Iterator[Figure]:
    """Thumbnails of photographs whose picture was worked on afterwards."""
    pictures = [ImageOps.contain(Image.open(path).convert("RGB"), (960, 960)) for path in photos]
    for name, (edit, right, aim) in _EDITS.items():
        said: Counter[str] = Counter()
        for picture, other in zip(pictures, pictures[1:] + pictures[:1], strict=True):
            for one in _compare(_with_thumbnail(_jpeg(edit(picture, other)), picture)):
                said[f"{one.verdict.value}{' mirrored' if one.mirrored else ''}"] += 1
        words = ", ".join(f"{verdict} {count}" for verdict, count in said.most_common())
        yield at_least(f"{name}: {right}", aim, said[right], said.total(), words)


def _pasted(share: float) -> Edit:
    def paste(picture: Image.Image, other: Image.Image) -> Image.Image:
        whole, edge = picture.copy(), share**0.5
        size = round(edge * picture.width), round(edge * picture.height)
        whole.paste(other.resize(size), (picture.width // 3, picture.height // 3))
        return whole

    return paste


def _cut(share: float) -> Edit:
    def cut(picture: Image.Image, _other: Image.Image) -> Image.Image:
        width, height = round(picture.width * share**0.5), round(picture.height * share**0.5)
        left, top = (picture.width - width) // 3, (picture.height - height) // 2
        return picture.crop((left, top, left + width, top + height))

    return cut


_EDITS: dict[str, tuple[Edit, str, float]] = {
    "untouched": (lambda picture, _other: picture, "same", 1.0),
    "contrast and colour": (
        lambda one, _: ImageEnhance.Color(ImageEnhance.Contrast(one).enhance(1.5)).enhance(1.8),
        "same",
        0.95,
    ),
    "black and white": (lambda one, _: ImageOps.grayscale(one).convert("RGB"), "same", 0.95),
    "darkened": (lambda one, _: ImageEnhance.Brightness(one).enhance(0.5), "same", 0.95),
    "cut to 80 %": (_cut(0.8), "cropped", 0.9),
    "cut to 50 %": (_cut(0.5), "cropped", 0.9),
    "cut to 20 %": (_cut(0.2), "cropped", 0.8),
    "something pasted over 12 %": (_pasted(0.12), "differs", 0.7),
    "something pasted over 5 %": (_pasted(0.05), "differs", 0.5),
    "another picture": (lambda _, other: other, "differs", 0.7),
    "mirrored": (lambda one, _: ImageOps.mirror(one), "same mirrored", 0.9),
}


def _look(data: bytes, *, pictures: bool) -> None:
    read_facts(data, LIMITS.read)
    look_inside(data, LIMITS.read, pictures=pictures)


def _compare(data: bytes) -> list[EmbeddedComparison]:
    read_facts(data, LIMITS.read)
    found = look_inside(data, LIMITS.read, pictures=True)
    if found.beside is None:
        return []
    return [compare_embedded(found.beside, one, found.orientation, LIMITS.match) for one in found.embedded]


def _peer(data: bytes) -> None:
    exifread.process_file(io.BytesIO(data), details=False)
    Image.open(io.BytesIO(data)).getexif().get_ifd(0x8769)


def _exiftool(path: Path) -> float:
    """Median seconds of ExifTool for one file, its process kept open; 0 where it is not installed."""
    program = shutil.which("exiftool")
    if program is None:
        return 0.0
    command = [program, "-stay_open", "True", "-@", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        stdin, stdout = process.stdin, process.stdout
        if stdin is None or stdout is None:
            return 0.0

        def ask() -> None:
            stdin.write(f"-json\n{path}\n-execute\n")
            stdin.flush()
            while stdout.readline().strip() not in {"{ready}", ""}:
                pass

        median = _median(ask)
        stdin.write("-stay_open\nFalse\n")
        stdin.flush()
    return median


def _median(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def _with_thumbnail(jpeg: bytes, shown: Image.Image) -> bytes:
    """The JPEG with an EXIF block in front that holds a thumbnail and nothing else."""
    small = _jpeg(ImageOps.contain(shown.convert("RGB"), (160, 160)), 80)
    block = (
        struct.pack("<2sHIHIHHHIIHHIII", b"II", 42, 8, 0, 14, 2, 0x201, 4, 1, 44, 0x202, 4, 1, len(small), 0) + small
    )
    content = b"Exif\0\0" + block
    return jpeg[:2] + b"\xff\xe1" + (len(content) + 2).to_bytes(2, "big") + content + jpeg[2:]


def _jpeg(image: Image.Image, quality: int = 88) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()
