"""Files become renditions of library entries: by the names that tables give them, else by patterns of their folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from provenance.model.paths import below
from provenance.model.renditions import MOST_SLOW, NONE, Placing, Rendition, RenditionPattern, TooSlowError
from provenance.store.archive import Archive

_PAGE = 2000


@dataclass
class Told:
    """What came of it: files of entries by their kind, how many files were looked at, and those that took too long."""

    files: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    slow: list[str] = field(default_factory=list)

    @property
    def given_up(self) -> bool:
        """Whether so many names took too long that the others were left as they are."""
        return len(self.slow) >= MOST_SLOW


def try_out(archive: Archive, patterns: Sequence[tuple[str, RenditionPattern]]) -> None:
    """Read every known file's name by new patterns, before they are kept. TooSlowError where one takes too long."""
    after = 0
    with archive.reading() as reader:
        while patterns and (page := reader.files_after(after, _PAGE, new=False)):
            after = page[-1].number
            for one in page:
                _by_pattern(one.path, patterns)


def agree(archive: Archive, patterns: Iterable[tuple[str, RenditionPattern]], names: Sequence[tuple[str, str]]) -> bool:
    """Keep patterns of folders and names out of tables; whether files that are known must be looked at again."""
    with archive.transaction() as writer:
        changed = [writer.set_rendition_pattern(folder, pattern.text) for folder, pattern in patterns]
        writer.set_record_names(names)
    return any(changed) or bool(names)


def tell_renditions(archive: Archive, *, every: bool) -> Told:
    """Look at every file, or at those that nobody looked at. Without a pattern or a table it does nothing.

    A kept pattern that takes too long for a file that came later stops nothing: the file is of no entry by its name.
    """
    told, after = Told(), 0
    with archive.reading() as reader:
        patterns = [(folder, RenditionPattern(text)) for folder, text in reader.rendition_patterns()]
        by_name = reader.has_record_names()
    if not (patterns or by_name):
        return told
    while not told.given_up:
        with archive.reading() as reader:
            page = reader.files_after(after, _PAGE, new=not every)
            records = reader.records_named([one.path for one in page]) if by_name and page else {}
        if not page:
            break
        after = page[-1].number
        found = list(_found(page, records, patterns, told))
        with archive.transaction() as writer:
            writer.put_renditions([(one.number, now) for one, now in found if one.was != now])
        told.files += len(found)
        told.kinds.update(now.kind for _one, now in found if now.record)
    return told


def _found(
    page: Sequence[Placing], records: dict[str, str], patterns: Sequence[tuple[str, RenditionPattern]], told: Told
) -> Iterator[tuple[Placing, Rendition]]:
    for one in page:
        if told.given_up:
            return
        try:
            by_pattern = _by_pattern(one.path, patterns)
        except TooSlowError:
            told.slow.append(one.path)
            by_pattern = NONE
        record = records.get(one.path, "")
        yield one, Rendition(record, by_pattern.kind) if record else by_pattern


def _by_pattern(path: str, patterns: Sequence[tuple[str, RenditionPattern]]) -> Rendition:
    told = NONE
    for folder, pattern in patterns:
        rest = below(folder, path)
        if rest:
            told = pattern.read(rest)
            told = Rendition(f"{folder}:{told.record}", told.kind) if told.record else told
    return told
