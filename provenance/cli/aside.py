"""A place outside of memory for what is told later."""

from __future__ import annotations

import pickle
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.model.audit import Audited


class Laid:
    """Families laid aside in a file that has no name and goes when it is closed: only this process ever reads it."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115  # it stays open as long as this lives
        self._end = 0

    def put(self, told: Audited) -> int:
        """Lay a family aside; returns where."""
        at = self._file.seek(self._end)
        pickle.dump(told, self._file, pickle.HIGHEST_PROTOCOL)
        self._end = self._file.tell()
        return at

    def get(self, at: int) -> Audited:
        """Bring it back."""
        self._file.seek(at)
        told: Audited = pickle.load(self._file)  # noqa: S301  # this very process wrote it, in a file without a name
        return told

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
