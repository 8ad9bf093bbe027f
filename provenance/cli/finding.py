"""What was named on the command line: photos, documents with captions, and both in folders and ZIPs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from provenance.cli.output import complain
from provenance.cli.questions import sidecars
from provenance.errors import UnreadableFileError
from provenance.feeds.sidecar import sidecar_names
from provenance.files import FoundDocument, FoundFile, FoundZip, find_all
from provenance.model.limits import LIMITS
from provenance.model.photo import Problem
from provenance.workflows.captions_file import CaptionsFile
from provenance.workflows.intake import Readable, Sidecar

if TYPE_CHECKING:
    from provenance.zips.member import Member


@dataclass
class Brought:
    """Everything found. `refused` was not opened, `passed` counts the files in ZIPs that are neither."""

    photos: list[Readable] = field(default_factory=list)
    documents: list[FoundDocument | Member] = field(default_factory=list)
    refused: list[tuple[str, Problem]] = field(default_factory=list)
    passed: int = 0
    in_zips: dict[str, dict[str, Member]] = field(default_factory=dict)

    def beside(self, file: Readable, names: Sequence[str]) -> Sequence[Sidecar]:
        """The documents beside a photo, by name. One that cannot be read is complained of and left out."""
        if isinstance(file, FoundFile):
            return sidecars(file, names, LIMITS)
        return tuple(_sidecars_in_zip(self.in_zips.get(file.root, {}), file, names))

    def captions_files(self, failed: list[tuple[str, Problem]]) -> Iterator[CaptionsFile]:
        """The documents, read one by one. What cannot be read is added to `failed`."""
        for one in self.documents:
            file = one.file if isinstance(one, FoundDocument) else one
            named = isinstance(one, FoundDocument) and one.named
            place = PurePosixPath(os.path.join(file.root, file.relative).replace(os.sep, "/"))
            try:
                data = one.read(LIMITS.read) if isinstance(one, FoundDocument) else one.read_document(LIMITS.read)
            except UnreadableFileError as error:
                failed.append((file.display, Problem(error.kind, error.sentence, error.hint)))
                continue
            yield CaptionsFile(place.name, str(place.parent), data, named, file.display)


def brought(paths: Sequence[Path]) -> Brought:
    """What these paths name. Documents that lie beside a photo as its sidecars go with it and not by themselves."""
    result = Brought()
    for one in find_all(paths):
        if isinstance(one, FoundFile):
            result.photos.append(one)
        elif isinstance(one, FoundDocument):
            result.documents.append(one)
        elif isinstance(one, FoundZip):
            _look_into(one.file, result)
        else:
            result.refused.append((one.display, one.problem))
    beside = {name for photo in result.photos for name in _sidecar_paths(photo)}
    result.documents = [one for one in result.documents if _path(one) not in beside]
    return result


def _look_into(found: FoundFile, result: Brought) -> None:
    from provenance.zips.contents import contents

    try:
        inside = contents(found, LIMITS.read)
    except UnreadableFileError as error:
        result.refused.append((found.display, Problem(error.kind, error.sentence, error.hint)))
        return
    result.photos.extend(inside.photos)
    result.documents.extend(inside.documents)
    result.refused.extend((found.display, problem) for problem in inside.problems)
    result.passed += inside.passed
    result.in_zips[str(found.path)] = {one.relative: one for one in inside.documents}


def _sidecar_paths(photo: Readable) -> Iterator[str]:
    path = PurePosixPath(photo.relative)
    return (os.path.join(photo.root, str(path.with_name(name))) for name in sidecar_names(path.name))


def _path(one: FoundDocument | Member) -> str:
    file = one.file if isinstance(one, FoundDocument) else one
    return os.path.join(file.root, file.relative)


def _sidecars_in_zip(members: Mapping[str, Member], photo: Readable, names: Sequence[str]) -> Iterator[Sidecar]:
    from provenance.zips.contents import beside

    for member in beside(members, photo.relative, names):
        try:
            yield Sidecar(PurePosixPath(member.relative).name, member.read_document(LIMITS.read))
        except UnreadableFileError as error:
            complain(error.sentence, error.hint)
