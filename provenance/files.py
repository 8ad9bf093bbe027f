"""The only reader of users' paths. Links are never followed and nothing but regular files is ever opened.

A path is text as Python's file system functions give it, bytes that are no text as surrogates; it is escaped where it
is shown and nowhere else.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import TypeVar

from provenance.errors import UnreadableFileError, UsageError
from provenance.media.worker.handed import CHUNK, Handed, hand_over
from provenance.model.checks import require
from provenance.model.limits import ReadLimits
from provenance.model.photo import Problem

_PHOTO_SUFFIXES = frozenset(
    f".{name}"
    for line in (
        "jpg jpeg jpe jfif mpo png apng webp gif tif tiff heic heif hif avif",
        "bmp dib jp2 j2k jpx jxl psd psb dng cr2 cr3 nef arw orf raf rw2 pef srw 3fr iiq",
    )
    for name in line.split(" ")
)
"""Names that promise a photo: those we read, and others, which shall be reported as unreadable and not be missed."""
_OTHER_SUFFIXES = frozenset(
    f".{name}"
    for line in (
        "txt text md rtf log ini cfg url csv tsv xls xlsx ods xml xmp iptc json jsonl yaml yml html htm css js py",
        "pdf doc docx odt ppt pptx eps ps ai svg zip tar gz bz2 xz 7z rar exe dll lnk db sqlite lock",
        "mp4 mov avi mkv webm mts m4v mp3 wav m4a aac tmp part crdownload bak",
    )
    for name in line.split(" ")
)
"""Sidecars, documents, films, archives and unfinished transfers: no photos, whatever their first bytes are."""
_DOCUMENT_SUFFIXES = frozenset(
    f".{name}"
    for line in ("txt text csv tsv tab xls xlsx ods", "xml newsml json ninjs xmp htm html xhtml")
    for name in line.split(" ")
)
"""Names that promise a document that may carry captions; which kind it is, its content tells."""
_SYSTEM_NAMES = frozenset(
    {"thumbs.db", "desktop.ini", "@eadir", "__macosx", "$recycle.bin", "system volume information"}
)
MARKER = ".prov-report"
"""Names every file of a folder that `write_folder` wrote; only such a folder is ever replaced."""
_SYSTEM_NAME_BYTES = frozenset(name.encode() for name in _SYSTEM_NAMES)
_HEIF_BRANDS = frozenset([*b"heic heix hevc hevx heim heis mif1 msf1 avif avis".split(), b"crx "])
_SIGNATURES = (
    *(b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"FUJIFILMCCD-RAW"),
    *(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
)
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_HEAD = 32
_FLAGS = os.O_RDONLY
for _name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY"):
    _FLAGS |= getattr(os, _name, 0)  # not every platform has each of them
_KINDS = (
    (stat.S_ISLNK, "a link"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file that may be a photo, as it stood when it was found.

    `root` is the absolute path of the folder that was named, or that a named file stands in; `relative` is the path
    below it, with "/" between folders. `shown` is the path as the user would write it.
    """

    root: str
    relative: str
    size: int
    mtime_ns: int
    inode: int
    shown: str = ""

    def __post_init__(self) -> None:
        require(bool(self.root) and bool(self.relative), "a file stands somewhere")

    @property
    def path(self) -> Path:
        """Where it stands."""
        return Path(self.root) / self.relative

    @property
    def display(self) -> str:
        """The path for people, raw."""
        return self.shown or str(self.path)

    def hand_over(self, limits: ReadLimits) -> Handed:
        """The whole content, read once, as an open file for a worker. Raises UnreadableFileError; its kind says why."""
        return hand_over_photo(self.path, limits, self.display)

    def read_document(self, limits: ReadLimits) -> bytes:
        """The same for a document, which is held to be smaller."""
        return _read(str(self.path), self.display, limits.document_bytes)


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A regular file that may be a document with captions. `named` says that the user named it himself."""

    file: FoundFile
    named: bool = False

    def read(self, limits: ReadLimits) -> bytes:
        """The whole content. Raises UnreadableFileError; its kind says why."""
        return _read(str(self.file.path), self.file.display, limits.document_bytes)


@dataclass(frozen=True, slots=True)
class FoundZip:
    """A regular file that is a ZIP, by its name and by its first bytes."""

    file: FoundFile


@dataclass(frozen=True, slots=True)
class Refused:
    """A path that was not opened, and why."""

    path: str
    problem: Problem

    @property
    def display(self) -> str:
        """The path for people, raw."""
        return self.path


def find(paths: Sequence[Path]) -> Iterator[FoundFile | Refused]:
    """The files that may be photos, in a fixed order, folders with all that lies below them.

    A file that is named itself is always given. In folders hidden files and documents are passed over, and files
    without a telling name are judged by their first bytes. What is no regular file, or cannot be looked at, is
    refused and not opened. A file reached twice is given once.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _find(path, _look):
            if isinstance(found, FoundFile | Refused) and (len(paths) == 1 or _is_first(found.path, seen)):
                yield found


def find_all(paths: Sequence[Path]) -> Iterator[FoundFile | FoundDocument | FoundZip | Refused]:
    """The same with the documents that may carry captions, and with ZIPs, which are not looked into."""
    seen: set[str] = set()
    for path in paths:
        for found in _find(path, _look_at_all):
            if _is_first(found.path if isinstance(found, FoundFile | Refused) else found.file.path, seen):
                yield found


def look_at(root: str, relative: str, shown: str) -> FoundFile | FoundDocument | FoundZip | Refused | None:
    """What a file in a folder is to us; None for what is neither photo nor document."""
    return next(_look_at_all(root, relative, shown), None)


def stamped(root: str, relative: str, shown: str) -> FoundFile | None:
    """A file as it stands; None where there is no regular one."""
    try:
        judged = _judge(os.lstat(os.path.join(root, relative)), root, relative, shown)
    except (OSError, ValueError):
        return None
    return judged if isinstance(judged, FoundFile) else None


def stands(root: str, relative: str) -> bool:
    """Whether anything but a folder may stand at a path: only where the system says that nothing does, it is gone."""
    try:
        return not stat.S_ISDIR(os.lstat(os.path.join(root, relative)).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True


def refused(error: OSError, shown: str) -> Refused:
    """What could not be looked at, and why."""
    return Refused(shown, _problem(_not_there(error, shown)))


def is_system_name(name: bytes) -> bool:
    """Whether a name in a folder, as the system writes it, is one of a system's own."""
    return name.lower() in _SYSTEM_NAME_BYTES


def is_folder(entry: os.DirEntry[bytes] | os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is one that is walked: no link, and none of Windows' other kind."""
    try:
        return entry.is_dir(follow_symlinks=False) and not _is_junction(entry.stat(follow_symlinks=False))
    except OSError:
        return False  # it is looked at once more, and what is wrong is told then


def begins_like_a_photo(head: bytes) -> bool:
    """Whether a file's first bytes are those of a photo."""
    if head[4:8] == b"ftyp":
        return head[8:12] in _HEIF_BRANDS
    return bool(head) and (head.startswith(_SIGNATURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"))


def is_photo_name(name: str) -> bool:
    """Whether a name promises a photo."""
    return os.path.splitext(name)[1].lower() in _PHOTO_SUFFIXES


def is_document_name(name: str) -> bool:
    """Whether a name promises a document that may carry captions."""
    return _suffix(name) in _DOCUMENT_SUFFIXES


def is_passed_over(name: str) -> bool:
    """Whether a name in a folder is hidden, a system's own, or promises what is neither photo nor document."""
    return _is_hidden(name) or os.path.splitext(name)[1].lower() in _OTHER_SUFFIXES


def open_regular(path: str, shown: str) -> io.FileIO:
    """An open regular file, to be closed by the caller. Raises UnreadableFileError; its kind says why."""
    try:
        return _opened(path, shown)
    except (OSError, ValueError) as error:
        raise _not_there(error, shown) from error


def beside(found: FoundFile, names: Sequence[str]) -> tuple[FoundFile, ...]:
    """The regular files with one of these names in the folder of a photo, each once, in the order of the names."""
    folder, shown = os.path.dirname(found.relative), os.path.dirname(found.display)
    there: dict[tuple[int, int, str], FoundFile] = {}
    for name in names:
        relative = f"{folder}/{name}" if folder else name
        try:
            info = os.lstat(os.path.join(found.root, relative))
        except (OSError, ValueError):  # a name too long for the file system is not there either
            continue
        judged = _judge(info, found.root, relative, os.path.join(shown, name))
        if isinstance(judged, FoundFile):
            place = (info.st_dev, info.st_ino, "" if info.st_ino else name)
            there.setdefault(place, judged)
    return tuple(there.values())


def read_document(path: Path, limits: ReadLimits) -> bytes:
    """A captions file, sidecar or article. Raises UnreadableFileError; its kind says why."""
    return _read(str(path), str(path), limits.document_bytes)


def hand_over_photo(path: Path, limits: ReadLimits, shown: str = "") -> Handed:
    """One photo, read once, as an open file for a worker. Raises UnreadableFileError; its kind says why."""
    with ExitStack() as kept:
        handed = _whole(
            str(path), shown or str(path), limits.file_bytes, lambda chunks: kept.enter_context(hand_over(chunks))
        )
        kept.pop_all()
    return handed


def load_vocabulary() -> tuple[object, object, object]:
    """The agencies, the countries and the landmarks that come with the program, as parsed JSON."""
    folder = Path(__file__).parent / "data"
    agencies, countries, landmarks = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("agencies", "countries", "landmarks")
    )
    return agencies, countries, landmarks


def load_zones() -> str:
    """The table of countries and their time zones (zone.tab) that comes with the package tzdata."""
    return (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")


WORDS = Path(__file__).parent / "data" / "words-1.npz"
"""The vocabulary of visual words that comes with the program."""


def load_words() -> bytes:
    """The content of that vocabulary."""
    return WORDS.read_bytes()


def write_new_page(path: Path, text: str) -> None:
    """Write an HTML page whole or not at all. Raises UsageError rather than replace anything but a page."""
    if os.path.lexists(path) and not (path.suffix.lower() in {".html", ".htm"} and _is_regular(path)):
        raise UsageError(f"{path} exists and is no HTML page, so it was left alone.", "Give a name that ends in .html.")
    _write_whole(path, text.encode("utf-8", "backslashreplace"), "page")


def write_export(path: Path, text: str) -> None:
    """Write a table or JSON lines whole or not at all. Raises UsageError rather than replace anything else."""
    kinds = {".csv", ".jsonl", ".json"}
    if os.path.lexists(path) and not (path.suffix.lower() in kinds and _is_regular(path)):
        raise UsageError(
            f"{path} exists and is no table, so it was left alone.", "Give a name that ends in .csv or .jsonl."
        )
    _write_whole(path, text.encode("utf-8", "backslashreplace"), "table")


def write_new_sheet(path: Path, data: bytes) -> None:
    """Write a PNG whole or not at all. Raises UsageError where anything stands there: it may be somebody's photo."""
    if os.path.lexists(path):
        raise UsageError(f"{path} exists and may be a photo, so it was left alone.", "Give a name that is free.")
    _write_whole(path, data, "sheet")


def write_folder(folder: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder of files whole or not at all: pairs of a name from its top, with "/", and bytes.

    An earlier folder that this wrote is replaced, and an empty one. Raises UsageError rather than replace anything
    else, or a folder in which somebody has put a file of their own.
    """
    folder = Path(os.path.abspath(folder))
    _replaceable(folder)
    unfinished = folder.with_name(f".{folder.name[:40]}.{os.urandom(4).hex()}.tmp")
    try:
        _fill(unfinished, contents)
        _put_in_place(unfinished, folder)
    except OSError as error:
        raise UsageError(f"The report could not be written to {folder}.", _reason(error)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def is_one_of(path: Path, others: Sequence[Path]) -> bool:
    """Whether a path leads to the same file as one of the others, by whatever name."""
    try:
        return any(os.path.samefile(path, other) for other in others)
    except (OSError, ValueError):  # what is not there is nobody's file
        return False


_Found = FoundFile | FoundDocument | FoundZip | Refused
_Look = Callable[[str, str, str], Iterator[_Found]]


def _is_first(path: Path | str, seen: set[str]) -> bool:
    place = os.path.abspath(path)
    if place in seen:
        return False
    seen.add(place)
    return True


def _find(path: Path, look: _Look) -> Iterator[_Found]:
    try:
        info = os.lstat(path)
    except (OSError, ValueError) as error:
        yield Refused(str(path), _problem(_not_there(error, str(path))))
        return
    place = os.path.abspath(path)
    if stat.S_ISDIR(info.st_mode) and not _is_junction(info):
        yield from _walk(place, "" if str(path) == "." else str(path), look)
        return
    root, name = os.path.split(place)
    judged = _judge(info, root, name, str(path))
    yield _sorted(judged, named=True) if look is _look_at_all and isinstance(judged, FoundFile) else judged


def _walk(root: str, shown: str, look: _Look) -> Iterator[_Found]:
    """All below a folder, without recursion: its files in the order of their names, then its folders."""
    folders = [""]
    while folders:
        folder = folders.pop()
        place = os.path.join(shown, folder) if folder else shown
        try:
            with os.scandir(os.path.join(root, folder)) as entries:
                there = list(entries)
        except OSError as error:
            yield Refused(place or ".", _problem(_not_there(error, place or ".")))
            continue
        if any(entry.name == MARKER for entry in there):
            continue  # a report of ours: its pictures are previews of photos, and no photos
        listed = sorted((entry for entry in there if not _is_hidden(entry.name)), key=_name_of)
        prefix = f"{folder}/" if folder else ""
        deeper = [f"{prefix}{entry.name}" for entry in listed if is_folder(entry)]
        for entry in listed:
            if not is_folder(entry):
                yield from look(root, f"{prefix}{entry.name}", os.path.join(place, entry.name))
        folders.extend(reversed(deeper))


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name.lower() in _SYSTEM_NAMES


def _name_of(entry: os.DirEntry[str]) -> str:
    return entry.name


def _look(root: str, relative: str, shown: str) -> Iterator[FoundFile | Refused]:
    """What an entry of a folder is to us: a file, something refused, or nothing."""
    suffix = os.path.splitext(relative)[1].lower()
    if suffix in _OTHER_SUFFIXES:
        return
    path = os.path.join(root, relative)
    try:
        info = os.lstat(path)
    except OSError as error:
        yield Refused(shown, _problem(_not_there(error, shown)))
        return
    if suffix in _PHOTO_SUFFIXES or not _is_plain(info) or _begins_like_a_photo(path):
        yield _judge(info, root, relative, shown)


def _look_at_all(root: str, relative: str, shown: str) -> Iterator[_Found]:
    """The same where documents and ZIPs count too."""
    suffix = _suffix(relative)
    if suffix not in _DOCUMENT_SUFFIXES and suffix != ".zip":
        yield from _look(root, relative, shown)
        return
    try:
        judged = _judge(os.lstat(os.path.join(root, relative)), root, relative, shown)
    except OSError as error:
        yield Refused(shown, _problem(_not_there(error, shown)))
        return
    yield _sorted(judged) if isinstance(judged, FoundFile) else judged


def _sorted(found: FoundFile, *, named: bool = False) -> FoundFile | FoundDocument | FoundZip:
    """A file by what its name promises; one that was named itself, and whose name says nothing, by its first bytes."""
    suffix = _suffix(found.relative)
    if suffix in _PHOTO_SUFFIXES:
        return found
    head = _head(str(found.path))
    if suffix == ".zip" or (head.startswith(_ZIP) and suffix not in _DOCUMENT_SUFFIXES):
        return FoundZip(found) if head.startswith((_ZIP, _EMPTY_ZIP)) or not begins_like_a_photo(head) else found
    if suffix in _DOCUMENT_SUFFIXES:
        return found if begins_like_a_photo(head) else FoundDocument(found, named)
    return found if begins_like_a_photo(head) or not _is_text(head) else FoundDocument(found, named)


def _suffix(name: str) -> str:
    """The ending of a name in lower case, that of a page which was saved compressed without ".gz"."""
    return os.path.splitext(name.lower().removesuffix(".gz"))[1]


def _is_text(head: bytes) -> bool:
    """Whether bytes are the beginning of a text: no control characters but those that text has."""
    return bool(head) and (head.startswith((b"\xff\xfe", b"\xfe\xff")) or not re.search(rb"[\0-\x08\x0e-\x1a]", head))


def _head(path: str) -> bytes:
    try:
        with _opened(path, path) as file:
            return file.read(_HEAD)
    except (OSError, ValueError, UnreadableFileError):
        return b""  # that it cannot be read is told when it is read


def _judge(info: os.stat_result, root: str, relative: str, shown: str) -> FoundFile | Refused:
    if not _is_plain(info):
        return Refused(shown, _problem(_not_regular(info, shown)))
    return FoundFile(root, relative, info.st_size, info.st_mtime_ns, info.st_ino, shown)


def _begins_like_a_photo(path: str) -> bool:
    try:
        with _opened(path, path) as file:
            return begins_like_a_photo(file.read(_HEAD))
    except (OSError, UnreadableFileError):
        return True  # that it cannot be read is told when it is read


def _read(path: str, shown: str, most: int) -> bytes:
    return _whole(path, shown, most, b"".join)


_Content = TypeVar("_Content")


def _whole(path: str, shown: str, most: int, take: Callable[[Iterator[bytes]], _Content]) -> _Content:
    """What `take` makes of the whole content of a file, which must not change meanwhile."""
    try:
        with _opened(path, shown) as file:
            before = os.fstat(file.fileno())
            if before.st_size > most:
                raise _too_large(shown, most)
            taken = take(_chunks(file, before.st_size))
            after, end = os.fstat(file.fileno()), file.tell()
    except (OSError, ValueError) as error:
        raise _not_there(error, shown) from error
    if end != before.st_size or (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        hint = "It may still be on its way here. Try again when it has arrived."
        raise UnreadableFileError(f"{shown} changed while it was being read.", hint, kind="changed")
    return taken


def _opened(path: str, shown: str) -> io.FileIO:
    """An open regular file. It is looked at before, for a pipe or a device must not be opened, and after, for it may
    have become one between the two. OSError and ValueError (a zero byte in the name) are the system's own."""
    before = os.lstat(path)
    if not _is_plain(before):
        raise _not_regular(before, shown)
    descriptor = os.open(path, _FLAGS)
    try:
        opened = os.fstat(descriptor)
        if not _is_plain(opened):
            raise _not_regular(opened, shown)
        return io.FileIO(descriptor, "rb")
    except (OSError, UnreadableFileError):
        os.close(descriptor)
        raise


def _chunks(file: io.FileIO, size: int) -> Iterator[bytes]:
    """The content in parts, and one byte more where there is more than expected."""
    left = size + 1
    while left and (chunk := file.read(min(left, CHUNK))):
        yield chunk
        left -= len(chunk)


def _write_whole(path: Path, data: bytes, what: str) -> None:
    unfinished = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}.tmp")
    try:
        _write_new(unfinished, data)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise UsageError(f"The {what} could not be written to {path}.", _reason(error)) from error


def _write_new(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replaceable(folder: Path) -> None:
    """Raise UsageError unless nothing stands there, an empty folder, or one of ours with nothing else in it."""
    if not os.path.lexists(folder):
        return
    if folder.is_symlink() or not folder.is_dir():
        raise UsageError(f"{folder} exists and is no folder, so it was left alone.", "Give a name that is free.")
    try:
        names = set((folder / MARKER).read_text("utf-8").splitlines()) if _is_there(folder / MARKER) else set()
        other = next((name for name in _names_below(folder) if name not in names), "")
    except (OSError, UnicodeError) as error:
        raise UsageError(f"{folder} could not be read, so it was left alone.", "Give a name that is free.") from error
    if other:
        ours = " that is not of the report" if names else ""
        raise UsageError(f"{folder} holds {other}{ours}, so it was left alone.", "Name a new or an empty folder.")


def _is_there(path: Path) -> bool:
    return os.path.lexists(path) and _is_regular(path)


def _names_below(folder: Path) -> Iterator[str]:
    """The names of all files below a folder; what systems put into every folder is passed over."""
    for root, folders, names in os.walk(folder):
        there = [*names, *(name for name in folders if os.path.islink(os.path.join(root, name)))]
        for name in there:
            if name.lower() not in _SYSTEM_NAMES | {".ds_store"}:
                yield Path(root, name).relative_to(folder).as_posix()


def _fill(folder: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    made = {folder}
    folder.mkdir()
    with (folder / MARKER).open("x", encoding="utf-8") as marker:
        marker.write(f"{MARKER}\n")
        for name, data in contents:
            path = folder.joinpath(*PurePosixPath(name).parts)
            if path.parent not in made:
                path.parent.mkdir(parents=True, exist_ok=True)
                made.add(path.parent)
            with path.open("xb") as file:
                file.write(data)
            marker.write(f"{name}\n")


def _put_in_place(unfinished: Path, folder: Path) -> None:
    """Exchange the folders. An earlier one is only removed after the new one stands, and comes back if that fails."""
    earlier = unfinished.with_suffix(".old")
    if folder.exists():
        folder.rename(earlier)
    try:
        unfinished.rename(folder)
    except OSError:
        if earlier.exists():
            earlier.rename(folder)
        raise
    shutil.rmtree(earlier, ignore_errors=True)


def _is_plain(info: os.stat_result) -> bool:
    return stat.S_ISREG(info.st_mode)


def _is_regular(path: Path) -> bool:
    return _is_plain(os.lstat(path))


def _is_junction(info: os.stat_result) -> bool:
    """Windows' other kind of link, which looks like a folder."""
    tag: int = getattr(info, "st_reparse_tag", 0)
    return tag != 0 and tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)


def _problem(error: UnreadableFileError) -> Problem:
    return Problem(error.kind, error.sentence, error.hint)


def _not_regular(info: os.stat_result, shown: str) -> UnreadableFileError:
    what = "a link" if _is_junction(info) else next((name for test, name in _KINDS if test(info.st_mode)), "no file")
    hint = "Name the file or folder that it points to." if what == "a link" else "Only ordinary files are read."
    return UnreadableFileError(f"{shown} is {what}, and was not opened.", hint, kind="not-a-regular-file")


def _too_large(shown: str, most: int) -> UnreadableFileError:
    sentence = f"{shown} is larger than {most // (1024 * 1024)} MB, the most that is read."
    return UnreadableFileError(sentence, "Check whether it is a photo, and export it smaller.", kind="too-large")


def _not_there(error: Exception, shown: str) -> UnreadableFileError:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return UnreadableFileError(f"There is no {shown}.", "Check the spelling of the path.", kind="missing")
    if isinstance(error, PermissionError):
        return UnreadableFileError(f"{shown} may not be read by you.", "Ask who owns it for access.", kind="denied")
    hint = "Check the disk or the network drive, then try again."
    return UnreadableFileError(f"{shown} could not be read.", hint)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "The folder does not exist."
    if isinstance(error, PermissionError):
        return "You may not write in that folder."
    return "Check that the disk is not full and that the name is allowed."
