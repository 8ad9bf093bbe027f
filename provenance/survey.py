"""A folder, walked and held against what is known of it: what is new, what changed, what is gone. Reads no content
but the first bytes of files that are new and whose names do not say what they are.

Both sides come in the order of their paths' bytes, so that neither is ever held in memory as a whole.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import Any

from provenance.files import (
    FoundDocument,
    FoundFile,
    FoundZip,
    Refused,
    is_folder,
    is_system_name,
    look_at,
    refused,
    stamped,
)
from provenance.model.known_file import KnownFile, KnownRow, State

EMPTY_MOUNT = 20
"""So many files known below a folder that is empty now were not deleted one by one: it may be a disk's place."""
CHUNK = 1000
"""Files that are held against what is known at once, which is quick while nothing has changed."""
_END: KnownRow = (b"\xff" * 70_000, None, None, 0)
"""Stands behind every path: none is as long."""
_PHOTOS = frozenset({State.PHOTO, State.UNDECODED, State.MISSING, State.ALTERED})
_DOT, _SLASH = b"./"
_ENCODING, _ERRORS = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
_BY_DESCRIPTOR = os.scandir in os.supports_fd and hasattr(os, "O_DIRECTORY")  # it is quicker
_BY_LSTAT = os.name == "nt"  # there the entry of a folder tells no inode
_FOLDER = os.O_RDONLY
for _name in ("O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC"):
    _FOLDER |= getattr(os, _name, 0)  # not every platform has each of them


@dataclass(slots=True)
class Surveyed:
    """What was found in one folder, and what was not found on the way to it.

    `unchanged` counts photos that stand as they stood; `calm` are these where each is to be told. `same` stand as they
    stood too and are to be looked at, for the sake of a document beside them or because of what is known of them.
    `lacking` are unchanged documents about which something was to be told, or all where each is. `emptied` names
    folders that hold nothing any more and held much.
    """

    unchanged: int = 0
    same: list[FoundFile] = field(default_factory=list)
    photos: list[FoundFile] = field(default_factory=list)
    documents: list[FoundDocument] = field(default_factory=list)
    zips: list[FoundZip] = field(default_factory=list)
    passed: list[FoundFile] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    calm: list[FoundFile] = field(default_factory=list)
    lacking: list[FoundFile] = field(default_factory=list)
    same_zips: list[FoundFile] = field(default_factory=list)
    gone: list[KnownFile] = field(default_factory=list)
    emptied: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Folder:
    """A folder on the way: its path below the top, with "/" at its end, and how far it was looked through.

    `stamps` are those of the files in it, None for what is no regular file. Folders within have "/" at the end of
    their names, so that the paths of what they hold stand where they belong; `stops` are the places of these names.
    """

    prefix: bytes
    found: Surveyed
    stamps: dict[bytes, int | None] = field(default_factory=dict)
    names: list[bytes] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    at: int = 0
    photos: list[bytes] = field(default_factory=list)
    new: list[bytes] = field(default_factory=list)


class Survey:
    """Walks one folder. `whole` tells afterwards whether it was there from the beginning to the end.

    `known` are the files known below it, in order; `origin` is what they have if nobody is to look at them again.
    With `each`, unchanged photos are told one by one instead of counted; with `anew`, other files count as changed.
    """

    def __init__(
        self, top: str, shown: str, known: Iterator[KnownRow], origin: int, *, each: bool = False, anew: bool = False
    ) -> None:
        self.whole = False
        self._top = os.fsencode(top)
        self._text, self._shown = top, shown
        self._known = known
        self._ahead: list[KnownRow] = []
        self._at = 0
        self._origin = origin or -1
        self._each, self._anew = each, anew
        self._unlisted: set[bytes] = set()
        self._empty: dict[bytes, list[KnownFile]] = {}

    def __iter__(self) -> Iterator[Surveyed]:
        """What every folder holds, the deepest first."""
        before = _identity(self._top)
        folders = [self._open(b"")]
        while folders:
            deeper = self._go_on(folders[-1])
            if deeper:
                folders.append(self._open(deeper))
                continue
            folder = folders.pop()
            self._sort(folder)
            yield folder.found
        last = Surveyed()
        self._skip(_END[0], last)
        self._judge_empty(last)
        self.whole = before is not None and _identity(self._top) == before
        yield last

    def _open(self, prefix: bytes) -> _Folder:
        folder = _Folder(prefix, Surveyed())
        path = self._top + b"/" + prefix if prefix else self._top
        descriptor = -1
        try:
            descriptor = os.open(path, _FOLDER) if _BY_DESCRIPTOR else -1
            with os.scandir(path if descriptor < 0 else descriptor) as entries:
                self._list(folder, entries)
        except OSError as error:
            self._unlisted.add(prefix)
            folder.found.refused.append(refused(error, self._place(prefix.rstrip(b"/"))))
        finally:
            if descriptor >= 0:
                os.close(descriptor)
        return folder

    def _list(self, folder: _Folder, entries: Iterable[os.DirEntry[Any]]) -> None:
        stamps = folder.stamps
        for entry in entries:
            name = entry.name if isinstance(entry.name, bytes) else entry.name.encode(_ENCODING, _ERRORS)
            if name[0] == _DOT:
                continue
            if entry.is_file(follow_symlinks=False):
                try:
                    info = os.lstat(entry.path) if _BY_LSTAT else entry.stat(follow_symlinks=False)
                except OSError:
                    stamps[name] = None  # it is looked at once more, and what is wrong is told then
                else:
                    stamps[name] = hash((info.st_size, info.st_mtime_ns, info.st_ino))  # stamp_of, without a call
            elif not is_folder(entry):
                stamps[name] = None
            elif not is_system_name(name):
                stamps[name + b"/"] = None
        folder.names = sorted(stamps)
        folder.stops = [at for at, name in enumerate(folder.names) if name[-1] == _SLASH]
        folder.stops.append(len(folder.names))
        if not stamps:
            self._empty[folder.prefix] = []

    def _go_on(self, folder: _Folder) -> bytes:
        """Look at the files up to the next folder within, whose path is returned; nothing at the end."""
        while folder.at < len(folder.names):
            stop = folder.stops[0]
            if folder.at == stop:
                folder.at += 1
                return folder.prefix + folder.names[folder.stops.pop(0)]
            names = folder.names[folder.at : min(stop, folder.at + CHUNK)]
            folder.at += len(names)
            if self._each or not self._all_unchanged(folder, names):
                for name in names:
                    self._look(folder, name)
        return b""

    def _all_unchanged(self, folder: _Folder, names: list[bytes]) -> bool:
        """Whether files are known photos, all of them, and nothing else is known in between. It is quick."""
        prefix, stamps, origin = folder.prefix, folder.stamps, self._origin
        here = [(prefix + name, stamps[name], origin, 0) for name in names]
        self._fetch(len(here) + 1)
        there = self._ahead[: len(here)]
        if here == there and self._ahead[len(here)][0] != here[-1][0]:
            del self._ahead[: len(here)]
            folder.found.unchanged += len(names)
            folder.photos += names
            return True
        return False

    def _look(self, folder: _Folder, name: bytes) -> None:
        """One file, held against what is known of it; where that is two things, the graver one tells."""
        path, stamp = folder.prefix + name, folder.stamps[name]
        self._skip(path, folder.found)
        known = None
        while (row := self._first())[0] == path:
            known = max(known or row, row, key=itemgetter(3))
            self._behind()
        if known is None or stamp is None or known[1] != stamp or known[3] == State.UNREAD:
            folder.new.append(name)
        elif known[3] == State.PHOTO and known[2] == self._origin and not self._each:
            folder.found.unchanged += 1
            folder.photos.append(name)
        else:
            self._again(folder, name, KnownFile(*known))

    def _again(self, folder: _Folder, name: bytes, known: KnownFile) -> None:
        """A file that stands as it stood, and is no photo with which all is well."""
        path = folder.prefix + name
        file = stamped(self._text, os.fsdecode(path), self._place(path))
        if file is None or (known.state not in _PHOTOS and (self._anew or known.origin != self._origin)):
            folder.new.append(name)
        elif known.state in _PHOTOS:
            folder.photos.append(name)
            calm = known.state == State.PHOTO and known.origin == self._origin
            (folder.found.calm if calm else folder.found.same).append(file)
        elif known.state == State.LACKING or (self._each and known.state == State.DOCUMENT):
            folder.found.lacking.append(file)
        elif known.state == State.ZIP:
            folder.found.same_zips.append(file)

    def _sort(self, folder: _Folder) -> None:
        """What the files are that are new in a folder, or changed."""
        found = folder.found
        beside: list[FoundDocument] = []
        for name in folder.new:
            path = folder.prefix + name
            relative, shown = os.fsdecode(path), self._place(path)
            one = look_at(self._text, relative, shown)
            if isinstance(one, FoundFile):
                found.photos.append(one)
            elif isinstance(one, FoundDocument):
                beside.append(one)
            elif isinstance(one, FoundZip):
                found.zips.append(one)
            elif isinstance(one, Refused):
                found.refused.append(one)
            elif passed := stamped(self._text, relative, shown):
                found.passed.append(passed)
        if beside:
            self._part(folder, beside)

    def _part(self, folder: _Folder, documents: list[FoundDocument]) -> None:
        """Which of the documents lie beside a photo as its sidecars: then the photo is to be looked at with them."""
        from provenance.feeds.sidecar import sidecar_names

        found = folder.found
        told = {os.path.basename(one.relative) for one in (*found.photos, *found.same)}
        photos = {*told, *map(os.fsdecode, folder.photos)}
        carried = {name: photo for photo in photos for name in sidecar_names(photo)}
        for document in documents:
            photo = carried.get(os.path.basename(document.file.relative))
            if photo is None:
                found.documents.append(document)
            elif photo not in told:
                told.add(photo)
                path = folder.prefix + os.fsencode(photo)
                stands = stamped(self._text, os.fsdecode(path), self._place(path))
                found.same.extend([stands] if stands else [])
                if self._each:
                    found.calm = [one for one in found.calm if os.path.basename(one.relative) != photo]
                else:
                    found.unchanged -= 1

    def _skip(self, path: bytes, found: Surveyed) -> None:
        """Go on to the first known file that stands at a path or behind it; those before it were not come upon."""
        while (row := self._first())[0] < path:
            self._absent(row, found)
            self._behind()

    def _first(self) -> KnownRow:
        """The next known file, or what stands behind all."""
        if self._at >= len(self._ahead):
            self._fetch(1)
        return self._ahead[self._at]

    def _behind(self) -> None:
        """Go on to the one after it."""
        self._at += 1

    def _fetch(self, count: int) -> None:
        """Have so many known files at hand, or all that are left and what stands behind them."""
        del self._ahead[: self._at]
        self._at = 0
        lacking = count - len(self._ahead)
        if lacking > 0:
            self._ahead.extend(islice(self._known, lacking))
            if len(self._ahead) < count:
                self._ahead.append(_END)

    def _absent(self, row: KnownRow, found: Surveyed) -> None:
        """What is known and was not come upon, unless nobody could look."""
        above = list(_prefixes(row[0]))
        if self._unlisted and not self._unlisted.isdisjoint(above):
            return
        empty = next((self._empty[prefix] for prefix in above if prefix in self._empty), None)
        if empty is None:
            found.gone.append(KnownFile(*row))
        elif len(empty) < EMPTY_MOUNT:
            empty.append(KnownFile(*row))

    def _judge_empty(self, last: Surveyed) -> None:
        """Of a folder that is empty now, much was not deleted piece by piece, and nothing where it is the top one."""
        for prefix, known in self._empty.items():
            if known and (not prefix or len(known) >= EMPTY_MOUNT):
                last.emptied.append(self._place(prefix.rstrip(b"/")))
            else:
                last.gone.extend(known)

    def _place(self, path: bytes) -> str:
        return os.path.join(self._shown, os.fsdecode(path)) if path else self._shown or "."


def _prefixes(path: bytes) -> Iterator[bytes]:
    """The folders above a path, with "/" at their ends, from the top, which is empty."""
    yield b""
    at = path.find(b"/")
    while at >= 0:
        yield path[: at + 1]
        at = path.find(b"/", at + 1)


def _identity(top: bytes) -> tuple[int, int] | None:
    try:
        info = os.lstat(top)
    except OSError:
        return None
    return (info.st_dev, info.st_ino) if stat.S_ISDIR(info.st_mode) else None
