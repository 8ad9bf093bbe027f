"""What lies in a ZIP: photos, documents, and what is told and not read."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from provenance.files import FoundFile, begins_like_a_photo, is_document_name, is_passed_over, is_photo_name
from provenance.model.limits import ReadLimits
from provenance.model.photo import Problem
from provenance.zips.directory import listed
from provenance.zips.member import REMAKE, Member

_UTF8 = 0x800
_ENCRYPTED = 0x1 | 0x40
_READ = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_NESTED = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies in a ZIP: photos, documents, and what was wrong with others. `passed` counts what is neither."""

    photos: tuple[Member, ...]
    documents: tuple[Member, ...]
    problems: tuple[Problem, ...]
    passed: int


def contents(found: FoundFile, limits: ReadLimits) -> Contents:
    """What lies in a ZIP, in the order of its names. Raises UnreadableFileError where it cannot be read at all."""
    infos = listed(found, limits)
    problems: list[Problem] = []
    members: list[Member] = []
    seen: set[str] = set()
    for info in infos:
        name = _name(info)
        problem = _unusable(info, name, found.display) or _repeated(name, seen, found.display)
        if problem:
            problems.append(problem)
        elif not info.is_dir() and not _hidden(name):
            members.append(_member(found, info, name))
    members.sort(key=lambda one: one.relative)
    return _sorted(members, problems)


def beside(members: Mapping[str, Member], photo: str, names: Sequence[str]) -> Iterator[Member]:
    """Of the members by their path those with one of these names in the folder of a photo, in the names' order."""
    folder = PurePosixPath(photo).parent
    for name in names:
        member = members.get(str(folder / name))
        if member is not None:
            yield member


def _sorted(members: Sequence[Member], problems: list[Problem]) -> Contents:
    photos, documents, passed = [], [], 0
    for one in members:
        if is_photo_name(one.relative):
            photos.append(one)
        elif is_document_name(one.relative):
            documents.append(one)
        elif one.relative.lower().endswith(_NESTED):
            problems.append(_nested(one))
        elif not is_passed_over(PurePosixPath(one.relative).name) and begins_like_a_photo(one.head()):
            photos.append(one)
        else:
            passed += 1
    return Contents(tuple(photos), tuple(documents), tuple(problems), passed)


def _name(info: zipfile.ZipInfo) -> str:
    """The path in the ZIP with "/" between folders. Without the mark for UTF-8 it may be UTF-8 all the same."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = info.orig_filename
    return name.replace("\\", "/")


def _unusable(info: zipfile.ZipInfo, name: str, zip_name: str) -> Problem | None:
    shown = f"{zip_name}/{name}"
    parts = name.split("/")
    if not name.strip("/") or ".." in parts or name.startswith("/") or ":" in parts[0] or "\0" in name:
        sentence = f"{zip_name} holds a file whose name leads out of it ({name[:200]}), and it was not read."
        return Problem("zip-name", sentence, REMAKE)
    if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return Problem("zip-link", f"{shown} is a link or a device, and was not read.", "Pack the file itself.")
    if info.flag_bits & _ENCRYPTED:
        return Problem("zip-encrypted", f"{shown} is encrypted.", "Ask for the ZIP without a password, or unpack it.")
    if info.compress_type not in _READ and not info.is_dir():
        sentence = f"{shown} is packed in a way that is not read."
        return Problem("zip-method", sentence, "Unpack it, or pack it as an ordinary ZIP.")
    return None


def _repeated(name: str, seen: set[str], zip_name: str) -> Problem | None:
    if name in seen:
        sentence = f"{zip_name} holds several files called {name}; only the first was read."
        return Problem("zip-repeated", sentence, REMAKE)
    seen.add(name)
    return None


def _hidden(name: str) -> bool:
    return any(part.startswith(".") or part.lower() == "__macosx" for part in name.split("/"))


def _nested(member: Member) -> Problem:
    sentence = f"{member.display} is an archive in an archive, and was not opened."
    return Problem("zip-nested", sentence, "Unpack the outer one, then ingest the inner one.")


def _member(found: FoundFile, info: zipfile.ZipInfo, name: str) -> Member:
    raw = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437", "replace")
    place = (str(found.path), name, info.file_size, found.mtime_ns, found.inode, found.display)
    return Member(*place, raw, info.header_offset, info.compress_size, info.compress_type, info.CRC)
