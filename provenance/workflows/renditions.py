"""Files become renditions of library entries: by the names that tables give them, else by patterns of their folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from provenance.model.paths import below
from provenance.model.renditions import NONE, Placing, Rendition, RenditionPattern
from provenance.store.archive import Archive, Reader

_PAGE = 2000


@dataclass
class Told:
    """What came of it: files of entries by their kind, and how many files were looked at."""

    files: int = 0
    kinds: Counter[str] = field(default_factory=Counter)


def agree(archive: Archive, patterns: Iterable[tuple[str, RenditionPattern]], names: Sequence[tuple[str, str]]) -> bool:
    """Keep patterns of folders and names out of tables; whether files that are known must be looked at again."""
    with archive.transaction() as writer:
        changed = [writer.set_rendition_pattern(folder, pattern.text) for folder, pattern in patterns]
        writer.set_record_names(names)
    return any(changed) or bool(names)


def tell_renditions(archive: Archive, *, every: bool) -> Told:
    """Look at every file, or at those that nobody looked at. Without a pattern or a table it does nothing.

    UsageError where a pattern takes too long.
    """
    told, after = Told(), 0
    with archive.reading() as reader:
        patterns = [(folder, RenditionPattern(text)) for folder, text in reader.rendition_patterns()]
        by_name = reader.has_record_names()
    if not (patterns or by_name):
        return told
    while True:
        with archive.reading() as reader:
            page = reader.files_after(after, _PAGE, new=not every)
            found = _renditions(reader, page, patterns, by_name)
        if not page:
            return told
        with archive.transaction() as writer:
            writer.put_renditions([(one.number, now) for one, now in zip(page, found, strict=True) if one.was != now])
        after = page[-1].number
        told.files += len(page)
        told.kinds.update(one.kind for one in found if one.record)


def _renditions(
    reader: Reader, page: Sequence[Placing], patterns: Sequence[tuple[str, RenditionPattern]], by_name: bool
) -> list[Rendition]:
    records = reader.records_named([one.path for one in page]) if by_name and page else {}
    return [_rendition(one.path, records.get(one.path, ""), patterns) for one in page]


def _rendition(path: str, record: str, patterns: Sequence[tuple[str, RenditionPattern]]) -> Rendition:
    told = NONE
    for folder, pattern in patterns:
        rest = below(folder, path)
        if rest:
            told = pattern.read(rest)
            told = Rendition(f"{folder}:{told.record}", told.kind) if told.record else told
    return Rendition(record, told.kind) if record else told
