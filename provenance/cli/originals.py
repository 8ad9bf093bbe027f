"""The originals of photos, read where they stand, in folders and in ZIPs."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from provenance.errors import UnreadableFileError
from provenance.files import FoundFile, open_regular
from provenance.model.archive import Location
from provenance.model.limits import ReadLimits

if TYPE_CHECKING:
    from provenance.zips.member import Member

_CHUNK = 1 << 20


class Originals:
    """Reads one file after the other, and hashes it. What a ZIP holds is looked up once."""

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits
        self._root = ""
        self._members: dict[str, Member] = {}

    def __call__(self, place: Location) -> tuple[str, int, int]:
        """SHA-256, bytes, last change in nanoseconds. UnreadableFileError; its kind is missing for what is gone."""
        if os.path.isfile(place.root):
            return self._in_zip(place)
        path = os.path.join(place.root, place.relative)
        digest = hashlib.sha256()
        try:
            with open_regular(path, path) as file:
                info = os.fstat(file.fileno())
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
        except OSError as error:
            raise UnreadableFileError(f"{path} could not be read.", "Check its disk.") from error
        return digest.hexdigest(), info.st_size, info.st_mtime_ns

    def _in_zip(self, place: Location) -> tuple[str, int, int]:
        if place.root != self._root:
            self._root, self._members = place.root, self._look_into(place.root)
        member = self._members.get(place.relative)
        if member is None:
            raise UnreadableFileError(f"There is no {place.relative} in {place.root}.", kind="missing")
        return hashlib.sha256(member.read(self._limits)).hexdigest(), member.size, member.mtime_ns

    def _look_into(self, root: str) -> dict[str, Member]:
        from provenance.zips.contents import contents

        info = os.lstat(root)
        folder, name = os.path.split(root)
        found = FoundFile(folder, name, info.st_size, info.st_mtime_ns, info.st_ino, root)
        return {one.relative: one for one in contents(found, self._limits).photos}
