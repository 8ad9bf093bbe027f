"""Renders the sample photos and writes the texts beside them.

    python samples/make.py [--out DIR] [--only NAME ...]

The same Pillow and numpy give the same bytes on every run. The pictures are renderings, and say so in their metadata.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import texts
from metadata import jpeg
from PIL import Image, ImageOps
from records import BORODYANKA, CONTAINERS, HARBOUR, READER, RECORDS, Record
from studio.shot import take

WIDTH = 1600
"""Pixels across each photo of the archive; they are two thirds as tall."""


def render(record: Record, width: int = WIDTH) -> Image.Image:
    """The picture of a record, from its scene."""
    return take(import_module(f"scenes.{record.scene}").shot(), width)


def make(out: Path, width: int = WIDTH, only: Sequence[str] = ()) -> None:
    """Write photos/, incoming/, captions.csv and article.txt into a folder.

    With `only`, just these photos are rendered, and no incoming photos, which are made from several of them.
    """
    write_texts(out)
    photos = {}
    for record in (*RECORDS, READER):
        if not only or record.name in only:
            print(f"rendering {record.name}", flush=True)
            photos[record.name] = jpeg(render(record, width), record, record.quality)
    for record in RECORDS:
        if record.name in photos:
            _write(out / "photos" / f"{record.name}.jpg", photos[record.name])
    if not only:
        write_incoming(out / "incoming", photos)


def write_texts(out: Path) -> None:
    """Write the export, the article and the sidecars of incoming photos."""
    for name, text in (
        ("captions.csv", texts.captions_csv()),
        ("article.txt", texts.article()),
        ("incoming/known.txt", texts.KNOWN),
        ("incoming/repost.txt", texts.REPOST),
        ("incoming/unknown.txt", texts.UNKNOWN),
    ):
        _write(out / name, text.encode())


def write_incoming(folder: Path, photos: dict[str, bytes]) -> None:
    """Write four photos as they come in from outside, made from the finished ones.

    A smaller copy that lost its metadata; a mirrored re-post; a photo the archive has never seen; and one that was cut
    off on its way.
    """
    harbour, ruins, ship = (_opened(photos[record.name]) for record in (HARBOUR, BORODYANKA, CONTAINERS))
    _write(folder / "known.jpg", jpeg(_narrowed(harbour, 1100), None, 72))
    _write(folder / "repost.jpg", jpeg(ImageOps.mirror(_narrowed(ruins, 1000)), None, 60))
    _write(folder / "unknown.jpg", photos[READER.name])
    whole = jpeg(_narrowed(ship, 1000), None, 75)
    _write(folder / "broken.jpg", whole[: len(whole) * 2 // 5])


def _opened(data: bytes) -> Image.Image:
    """The decoded pixels alone, without anything that was written beside them."""
    with Image.open(io.BytesIO(data), formats=("JPEG",)) as photo:
        return Image.frombytes("RGB", photo.size, photo.convert("RGB").tobytes())


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    width = min(width, picture.width)
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def main(argv: Sequence[str] | None = None) -> int:
    """Render from the command line."""
    parser = argparse.ArgumentParser(description="Render the sample photos and the texts beside them.")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="the folder (this script's own)")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="render only these photos")
    chosen = parser.parse_args(argv)
    make(chosen.out, only=chosen.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
