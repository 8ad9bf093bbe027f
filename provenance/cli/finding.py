"""What was named on the command line, held against what the archive knows of it: what is new, changed, and gone."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.cli.spool import Spool
from provenance.files import FoundDocument, FoundFile, FoundZip, find_all
from provenance.model.known_file import KnownRow
from provenance.model.paths import below
from provenance.survey import Survey, Surveyed

if TYPE_CHECKING:
    from provenance.model.photo import Problem
    from provenance.store.archive import Archive, Reader


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run is about: who hands over, whether unchanged photos are told one by one, whether all is read again."""

    source: str
    standing: str
    each: bool = False
    verify: bool = False


@dataclass
class Brought:
    """Everything found. `unchanged` photos stand as they stood and are only counted, `calm` ones are to be told.

    `notices` are sentences about folders whose files could not be judged. `named` are documents that were named
    themselves. `tops` are the folders that were walked.
    """

    unchanged: int = 0
    calm: Spool = field(default_factory=Spool)
    photos: Spool = field(default_factory=Spool)
    documents: Spool = field(default_factory=Spool)
    named: Spool = field(default_factory=Spool)
    lacking: Spool = field(default_factory=Spool)
    zips: Spool = field(default_factory=Spool)
    same_zips: Spool = field(default_factory=Spool)
    passed: Spool = field(default_factory=Spool)
    gone: list[Spool] = field(default_factory=list)
    refused: list[tuple[str, Problem]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    tops: list[str] = field(default_factory=list)

    def close(self) -> None:
        """Give up what is held on disk."""
        for spool in (self.calm, self.photos, *self._others):
            spool.close()

    def __len__(self) -> int:
        return len(self.calm) + len(self.photos)

    @property
    def needs_work(self) -> bool:
        """Whether there is anything but unchanged photos."""
        return bool(len(self) or self.refused or self.notices or any(map(len, self._others)))

    @property
    def _others(self) -> tuple[Spool, ...]:
        return self.documents, self.named, self.lacking, self.zips, self.same_zips, self.passed, *self.gone


def brought(
    paths: Sequence[Path], archive: Archive, wanted: Wanted, tell: Callable[[int], None] = lambda files: None
) -> Brought:
    """What these paths name. Documents that lie beside a photo as its sidecars go with it and not by themselves.

    `tell` is told, folder by folder, how many files were looked at.
    """
    result = Brought()
    tops, files = _parted(paths)
    with archive.reading() as reader:
        origin = reader.origin(wanted.source, wanted.standing)
        for path, top in tops:
            _walk(path, top, reader, origin, wanted, result, tell)
        _add_named(files, tops, result)
        for name, _problem in result.refused:
            _notice_unreachable(name, reader, result)
    return result


def documents_below(tops: Sequence[str]) -> Iterator[FoundFile]:
    """Every document below these folders, whatever is known of it, but sidecars."""
    for top in tops:
        for part in Survey(top, top, iter(()), 0):
            yield from (one.file for one in part.documents)


def _parted(paths: Sequence[Path]) -> tuple[list[tuple[str, str]], list[Path]]:
    """Folders to walk, as they were written and whole, none within another; and all else."""
    folders = {os.path.abspath(path): "" if str(path) == "." else str(path) for path in paths if _is_folder(path)}
    tops = [one for one in folders if not any(below(other, one) for other in folders)]
    return [(folders[one], one) for one in tops], [path for path in paths if not _is_folder(path)]


def _is_folder(path: Path) -> bool:
    try:
        info = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(info.st_mode) and not getattr(info, "st_reparse_tag", 0)


def _walk(
    shown: str, top: str, reader: Reader, origin: int, wanted: Wanted, result: Brought, tell: Callable[[int], None]
) -> None:
    gone = Spool()
    known, away = _known(reader, top)
    survey = Survey(top, shown, known, origin, each=wanted.each, anew=wanted.verify)
    looked = 0
    for part in survey:
        result.unchanged += part.unchanged
        _add(part, result)
        for one in part.gone:
            gone.put(FoundFile(top, os.fsdecode(one.path), one.state, 0, 0))
        for folder in part.emptied:
            _notice_empty(folder, result)
        looked += part.unchanged + len(part.photos) + len(part.same) + len(part.documents)
        tell(looked)
    result.tops.append(top)
    for row in away:
        gone.put(row)
    if survey.whole:
        result.gone.append(gone)
    else:
        gone.close()


def _known(reader: Reader, top: str) -> tuple[Iterator[KnownRow], Iterator[FoundFile]]:
    """The files known below a folder, in order, under whatever root; and those in ZIPs that are not there any more."""
    streams: list[Iterator[KnownRow]] = []
    away: list[Iterator[FoundFile]] = []
    for root in reader.roots():
        down, up = below(top, root), below(root, top)
        if up is not None:
            streams.append(reader.known(root, up))
        elif down is not None:
            info = os.lstat(root) if os.path.lexists(root) else None
            if info is None:
                away.append(_all_of(reader, root))
            elif stat.S_ISDIR(info.st_mode):
                streams.append(_prefixed(reader.known(root), os.fsencode(down) + b"/"))
    whole = streams[0] if len(streams) == 1 else merge(*streams)
    return whole, (one for files in away for one in files)


def _prefixed(rows: Iterator[KnownRow], prefix: bytes) -> Iterator[KnownRow]:
    return ((prefix + path, stamp, origin, state) for path, stamp, origin, state in rows)


def _all_of(reader: Reader, root: str) -> Iterator[FoundFile]:
    return (FoundFile(root, os.fsdecode(path), state, 0, 0) for path, _stamp, _origin, state in reader.known(root))


def _add(part: Surveyed, result: Brought) -> None:
    for spool, files in (
        (result.photos, [*part.photos, *part.same]),
        (result.calm, part.calm),
        (result.documents, [one.file for one in part.documents]),
        (result.lacking, part.lacking),
        (result.zips, [one.file for one in part.zips]),
        (result.same_zips, part.same_zips),
        (result.passed, part.passed),
    ):
        for file in files:
            spool.put(file)
    result.refused.extend((one.display, one.problem) for one in part.refused)


def _add_named(paths: Sequence[Path], tops: Sequence[tuple[str, str]], result: Brought) -> None:
    """Files that were named themselves. What lies below a folder that was walked was come upon there."""
    found = list(find_all([path for path in paths if not _is_within(path, tops)]))
    carried = {name for one in found if isinstance(one, FoundFile) for name in _sidecar_paths(one)}
    for one in found:
        if isinstance(one, FoundFile):
            result.photos.put(one)
        elif isinstance(one, FoundDocument):
            if str(one.file.path) not in carried:
                (result.named if one.named else result.documents).put(one.file)
        elif isinstance(one, FoundZip):
            result.zips.put(one.file)
        else:
            result.refused.append((one.display, one.problem))


def _is_within(path: Path, tops: Sequence[tuple[str, str]]) -> bool:
    return os.path.lexists(path) and any(below(top, os.path.abspath(path)) for _shown, top in tops)


def _sidecar_paths(photo: FoundFile) -> Iterator[str]:
    from provenance.feeds.sidecar import sidecar_names

    folder = photo.path.parent
    return (str(folder / name) for name in sidecar_names(photo.path.name))


def _notice_empty(folder: str, result: Brought) -> None:
    result.notices.append(
        f"{folder} is empty now, and held photos before: nothing of it was marked as missing. Is its disk there?"
        " Where they were deleted, delete the empty folder too, and name the folder above it."
    )


def _notice_unreachable(name: str, reader: Reader, result: Brought) -> None:
    top = os.path.abspath(name)
    known = 0
    for root in reader.roots():
        up = below(root, top)
        if up is not None:
            known += reader.count_known(root, up)
        elif below(top, root) is not None:
            known += reader.count_known(root)
    if known:
        result.notices.append(
            f"{name} could not be looked into. What is known of the {known:,} photos there was left as it is."
        )
