"""ZIPs as people send them, and as attackers do."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Mapping, Sequence


def a_zip(
    files: Mapping[str, bytes] | Sequence[tuple[str, bytes]],
    *,
    method: int = zipfile.ZIP_DEFLATED,
    comment: bytes = b"",
) -> bytes:
    """A ZIP with these files; a sequence may name one twice."""
    held = io.BytesIO()
    listed = files.items() if isinstance(files, Mapping) else files
    with zipfile.ZipFile(held, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a name that comes twice, which is what some tests are about
        for name, data in listed:
            archive.writestr(a_member(name), data, method)
        archive.comment = comment
    return held.getvalue()


def a_member(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    """The entry of a file; its name goes in as it stands."""
    info = zipfile.ZipInfo("x")
    info.filename = name
    info.external_attr = mode << 16
    return info


def with_a_link(name: str, target: str) -> bytes:
    """A ZIP with a symbolic link in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(a_member(name, stat.S_IFLNK | 0o777), target)
    return held.getvalue()


def with_flags(data: bytes, flags: int) -> bytes:
    """The same ZIP with these bits set in every entry: 1 says encrypted."""
    changed = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(mark)
        while place >= 0:
            (old,) = struct.unpack_from("<H", changed, place + at)
            struct.pack_into("<H", changed, place + at, old | flags)
            place = changed.find(mark, place + 4)
    return bytes(changed)


def with_raw_name(data: bytes, name: bytes, raw: bytes) -> bytes:
    """The same ZIP with a name's bytes replaced by others, as many, that are not marked as UTF-8."""
    return data.replace(name, raw)


def with_shared_bytes(data: bytes, copies: int) -> bytes:
    """A ZIP whose list of contents names its first file many times over, always at the same bytes."""
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entries = b""
    for number in range(copies):
        entry = bytearray(data[start:end])
        length = struct.unpack_from("<H", entry, 28)[0]
        entry[46 : 46 + length] = f"{number:0{length}d}".encode()[-length:]
        entries += bytes(entry)
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, copies, copies, len(entries), start, 0)
    return data[:start] + entries + tail
