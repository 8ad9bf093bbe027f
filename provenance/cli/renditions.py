"""What is said about renditions on the command line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from provenance.cli.output import complain
from provenance.errors import UsageError
from provenance.feeds.record_column import record_names
from provenance.files import read_document
from provenance.model.limits import LIMITS
from provenance.model.renditions import RenditionPattern
from provenance.store.archive import Archive
from provenance.workflows.renditions import agree, tell_renditions


@dataclass(frozen=True, slots=True)
class Agreed:
    """Patterns with the folders for which they are meant, and the entries of files out of tables, by name."""

    patterns: tuple[tuple[str, RenditionPattern], ...]
    names: tuple[tuple[str, str], ...]


def agreed(paths: Sequence[Path], captions: Sequence[Path], column: str, pattern: str) -> Agreed:
    """Read what was said. UsageError, in words, for a pattern or a column that is none."""
    if column and not captions:
        raise UsageError("--record-column names a column of a captions file.", "Give the file, too: --captions FILE")
    folders = [os.path.abspath(path) for path in paths if path.is_dir()]
    if pattern and not folders:
        raise UsageError("--rendition-pattern is kept for a folder, and none was given.", "Name the folder.")
    patterns = tuple((folder, RenditionPattern(pattern)) for folder in folders) if pattern else ()
    tables = captions if column else ()
    names = [pair for one in tables for pair in record_names(read_document(one, LIMITS.read), one.name, column)]
    return Agreed(patterns, tuple(names))


def tell(archive: Archive, agreed: Agreed | None) -> None:
    """Tell renditions apart; where that was said anew, among all files. What fits none is complained of."""
    anew = agreed is not None and agree(archive, agreed.patterns, agreed.names)
    told = tell_renditions(archive, every=anew)
    if anew and not told.kinds:
        complain("No file is a rendition by what was said.", "Look at the pattern, or at the names in the table.")
