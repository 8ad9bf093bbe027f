"""Lists of small values as compact bytes: JSON, compressed. What a list means is known to `store/convert.py`."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence


def pack(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows of equal length to bytes, losslessly; column by column, because columns repeat themselves."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 9)


def unpack(data: bytes) -> list[tuple[object, ...]]:
    """Bytes to rows. ValueError where they were not packed by this program or have changed since."""
    try:
        text = zlib.decompress(data).decode("utf-8", "surrogatepass")
    except zlib.error as error:
        raise ValueError("not packed by this program") from error
    return list(zip(*json.loads(text), strict=True))
