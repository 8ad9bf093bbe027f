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
from provenance.model.renditions import RenditionPattern, TooSlowError
from provenance.store.archive import Archive
from provenance.workflows.renditions import Told, agree, tell_renditions, try_out


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


def tell(archive: Archive, agreed: Agreed | None) -> bool:
    """Tell renditions apart; where that was said anew, among all files. False where a new pattern takes too long.

    Such a pattern is complained of and not kept, for else every later run would meet it again.
    """
    refused = agreed is not None and _too_slow(archive, agreed)
    anew = agreed is not None and not refused and agree(archive, agreed.patterns, agreed.names)
    told = tell_renditions(archive, every=anew)
    complain_of_slow(told)
    if anew and not told.kinds:
        complain("No file is a rendition by what was said.", "Look at the pattern, or at the names in the table.")
    return not refused


def _too_slow(archive: Archive, agreed: Agreed) -> bool:
    try:
        try_out(archive, agreed.patterns)
    except TooSlowError as error:
        complain(f"{error.sentence} It was not kept, and what was known of renditions stays.", error.hint)
        return True
    return False


def complain_of_slow(told: Told) -> None:
    """Name the files for whose names a pattern that is kept took too long."""
    for path in told.slow:
        complain(f"The pattern of renditions takes too long on {path}, so its name tells no entry.")
    if told.given_up:
        complain("After these the other files were left as they are.", "Give a better --rendition-pattern.")
