"""A file's content in the form in which it is handed to a worker: an open file without a name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType

from provenance.model.photo import PhotoId

CHUNK = 1024 * 1024
"""Bytes that are held in memory at once while a file is handed over."""
_HEAD = 512
MARK = b"jumdc2pa"
"""What every store of content credentials begins with: a JUMBF description box of the kind "c2pa" (C2PA 2.x, 11.1)."""


@dataclass(slots=True)
class Handed:
    """An open file with a copy of the content, its size, the SHA-256 of its bytes, and its first 512 of them.

    The copy is what was hashed, whatever happens to the original meanwhile. It is gone when it is closed. `marked` says
    that the mark of content credentials stands somewhere in it.
    """

    photo: PhotoId
    size: int
    head: bytes
    descriptor: int
    marked: bool = False

    def read(self) -> bytes:
        """The whole content. Only for what the program wrote itself, and where there are no workers."""
        return read_all(self.descriptor)

    def close(self) -> None:
        """Give the copy up."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
        self.descriptor = -1

    def __enter__(self) -> Handed:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def hand_over(chunks: Iterable[bytes]) -> Handed:
    """Copy a content, given in parts, into an open file without a name. OSError where there is no room for it."""
    digest = hashlib.sha256()
    size, head, tail, marked = 0, b"", b"", False
    descriptor = _nameless()
    try:
        for chunk in chunks:
            digest.update(chunk)
            head = head or bytes(chunk[:_HEAD])
            marked = marked or MARK in chunk or MARK in tail + chunk[: len(MARK)]
            tail = bytes(chunk[-len(MARK) :])
            size += len(chunk)
            _write(descriptor, chunk)
    except BaseException:
        os.close(descriptor)
        raise
    return Handed(PhotoId(digest.hexdigest()), size, head, descriptor, marked)


def read_all(descriptor: int) -> bytes:
    """The whole content of an open file, from its beginning."""
    size = os.lseek(descriptor, 0, os.SEEK_END)
    os.lseek(descriptor, 0, os.SEEK_SET)
    data = os.read(descriptor, size)  # in one piece: a copy less
    while len(data) < size and (more := os.read(descriptor, size - len(data))):
        data += more
    return data


def _write(descriptor: int, chunk: bytes) -> None:
    view = memoryview(chunk)
    while view:
        view = view[os.write(descriptor, view) :]


def _nameless() -> int:
    if hasattr(os, "memfd_create"):
        try:
            return os.memfd_create("photo", os.MFD_CLOEXEC)
        except OSError:  # a container may forbid it
            pass
    return _in_a_folder()


def _in_a_folder() -> int:
    """A file in the folder for temporary ones, whose name is taken away at once where the system allows that."""
    import tempfile

    with tempfile.TemporaryFile("w+b", buffering=0) as file:
        return os.dup(file.fileno())
