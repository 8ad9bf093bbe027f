"""The files of a search index, read without the engine: how far it has come, and whether they are whole.

`meta.json` names the files of the last commit and counts the engine's operations until then; every other file ends with
its CRC-32 in JSON, the length of that, and a magic number (tantivy's `directory/footer.rs`).
"""

from __future__ import annotations

import json
import zlib
from mmap import ACCESS_READ, mmap
from pathlib import Path

from provenance.errors import ArchiveIndexError

_META = "meta.json"
_MAGIC, _TAIL, _CHUNK = 1337, 8, 1 << 20


def stamp_of(folder: Path) -> int:
    """The engine's count of operations at the last commit. ArchiveIndexError where there is no index."""
    try:
        return int(json.loads((folder / _META).read_bytes())["opstamp"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise unusable() from error


def files_of(folder: Path) -> list[Path]:
    """The files of the last commit; a stopped process leaves others behind, which the engine removes in time."""
    try:
        parts = json.loads((folder / _META).read_bytes())["segments"]
        names = {part["segment_id"].replace("-", "") for part in parts}
        return [path for path in sorted(folder.iterdir()) if path.name.partition(".")[0] in names]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise unusable() from error


def is_whole(path: Path) -> bool:
    """Whether a file's CRC-32 is the one that the engine noted at its end."""
    size = path.stat().st_size
    if size <= _TAIL:
        return False
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as held, memoryview(held) as data:
        length, magic = (int.from_bytes(data[at : at + 4], "little") for at in (size - _TAIL, size - 4))
        body = size - _TAIL - length
        if magic != _MAGIC or body < 0:
            return False
        try:
            noted = json.loads(bytes(data[body : size - _TAIL]))["crc"]
        except (ValueError, KeyError, TypeError):
            return False
        return bool(noted == _crc(data, body))


def _crc(data: memoryview, size: int) -> int:
    crc = 0
    for start in range(0, size, _CHUNK):
        crc = zlib.crc32(data[start : min(start + _CHUNK, size)], crc)
    return crc


def unusable() -> ArchiveIndexError:
    """What is said of an index that is missing, damaged, or of another version."""
    return ArchiveIndexError(
        "The archive's search index is missing or damaged. The photos and captions are not affected.",
        "Build it anew: prov archive reindex",
    )
