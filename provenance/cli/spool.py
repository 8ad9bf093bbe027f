"""Files that wait for their turn: a few in memory, many on disk, so that an archive's size takes no memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple
from typing import IO

from provenance.files import FoundFile

HELD = 1000
"""Files that are held in memory."""


class Spool:
    """Files in the order in which they were put in. May be gone through several times; putting in comes first."""

    def __init__(self) -> None:
        self._held: list[FoundFile] = []
        self._file: IO[str] | None = None
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def put(self, file: FoundFile) -> None:
        """Put a file in."""
        self._held.append(file)
        self._count += 1
        if len(self._held) >= HELD:
            self._spill()

    def __iter__(self) -> Iterator[FoundFile]:
        if self._file is not None:
            self._file.seek(0)
            for line in self._file:
                yield FoundFile(*json.loads(line))
        yield from self._held

    def close(self) -> None:
        """Give the disk's space back."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _spill(self) -> None:
        import tempfile

        if self._file is None:
            self._file = tempfile.TemporaryFile("w+", encoding="ascii", newline="\n")  # noqa: SIM115 - kept open
        self._file.writelines(json.dumps(astuple(one)) + "\n" for one in self._held)
        self._held.clear()
