"""The peer of an ingest: the plain loop one would write with imagehash, exifread and sqlite3. Prints seconds."""

from __future__ import annotations

import sqlite3
import sys
import time
from pathlib import Path

import exifread
import imagehash
from PIL import Image


def main(folder: Path, database: Path) -> None:
    """Hash and read every JPEG of a folder into a fresh database, one commit per photo."""
    imagehash.phash(Image.new("RGB", (64, 64)))  # its lazy imports are not part of the work
    began = time.perf_counter()
    connection = sqlite3.connect(database)
    connection.execute("create table photo (path text primary key, phash text, exif text)")
    for path in sorted(folder.glob("*.jpg")):
        with Image.open(path) as picture:
            code = str(imagehash.phash(picture))
        with path.open("rb") as file:
            tags = exifread.process_file(file, details=False)
        connection.execute(
            "insert into photo values (?, ?, ?)", (str(path), code, repr({k: str(v) for k, v in tags.items()}))
        )
        connection.commit()
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
