"""The ZIPs of an ingest, one after the other: their photos first, their documents later, then whether all went well."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from provenance.errors import UnreadableFileError
from provenance.files import FoundFile
from provenance.model.known_file import OtherFile, State
from provenance.model.limits import LIMITS
from provenance.model.photo import Problem
from provenance.workflows.absent import Gone

if TYPE_CHECKING:
    from provenance.store.archive import Archive
    from provenance.workflows.intake import Handover, Readable
    from provenance.zips.contents import Contents
    from provenance.zips.member import Member


class InZips:
    """What was found in ZIPs. Of their contents only the documents are held, for the photos beside them."""

    def __init__(self) -> None:
        self.refused: list[tuple[str, Problem]] = []
        self.passed = 0
        self._opened: list[FoundFile] = []
        self._faulty: dict[str, tuple[FoundFile, tuple[Problem, ...]]] = {}
        self._documents: dict[str, dict[str, Member]] = {}
        self._away: set[tuple[str, str]] = set()

    @property
    def gone(self) -> Iterator[Gone]:
        """What ZIPs held once and do not hold any more."""
        return (Gone(root, relative, State.PHOTO) for root, relative in sorted(self._away))

    def is_away(self, root: str, relative: str) -> bool:
        """Whether a ZIP does not hold a file any more."""
        return (root, relative) in self._away

    def photos(self, zips: Iterable[FoundFile], more: Callable[[int], None]) -> Iterator[Member]:
        """The photos of all ZIPs; `more` is told how many each one brings."""
        for found in zips:
            inside = self._look_into(found)
            if inside is None:
                continue
            self.refused.extend((found.display, problem) for problem in inside.problems)
            self.passed += inside.passed
            self._opened.append(found)
            if inside.problems:
                self._faulty[str(found.path)] = (found, tuple(inside.problems))
            more(len(inside.photos))
            yield from inside.photos

    def documents(self) -> Iterator[Member]:
        """The documents of the same ZIPs, but those that lie beside photos as their sidecars."""
        from provenance.feeds.sidecar import sidecar_names

        for found in self._opened:
            inside = self._look_into(found)
            if inside is None:
                continue
            photos = (PurePosixPath(one.relative) for one in inside.photos)
            carried = {str(one.with_name(name)) for one in photos for name in sidecar_names(one.name)}
            yield from (one for one in inside.documents if one.relative not in carried)

    def beside(self, photo: Readable, names: Sequence[str]) -> Iterator[Member]:
        """The documents beside a photo."""
        from provenance.zips.contents import beside

        return beside(self._documents.get(photo.root, {}), photo.relative, names)

    def remember(self, archive: Archive, handover: Handover, now: datetime) -> None:
        """Remember the ZIPs of which all was read, so that they are not opened again while they stay as they are; and
        what could not be read of others.
        """
        from provenance.workflows.intake import location_of

        for found, problems in self._faulty.values():
            with archive.transaction() as writer:
                origin = writer.new_origin(handover.source, handover.standing.value)
                writer.note(OtherFile(location_of(found), State.UNREAD, origin, problems=problems), now)
        for found in self._opened:
            inside = self._look_into(found)
            root = str(found.path)
            held = {one.relative for one in (*inside.photos, *inside.documents)} if inside else set()
            with archive.reading() as reader:
                known = [(os.fsdecode(path), state) for path, _stamp, _origin, state in reader.known(root)]
            self._away.update((root, relative) for relative, _state in known if relative not in held)
            if inside is None or root in self._faulty:
                continue
            with archive.transaction() as writer:
                if all(state < State.LACKING for _relative, state in known):
                    origin = writer.new_origin(handover.source, handover.standing.value)
                    holds = len(inside.photos)
                    writer.note(OtherFile(location_of(found), State.ZIP, origin, holds=holds), now)
                else:
                    writer.drop_other(found.root, found.relative)

    def _look_into(self, found: FoundFile) -> Contents | None:
        from provenance.zips.contents import contents

        try:
            inside = contents(found, LIMITS.read)
        except UnreadableFileError as error:
            problem = Problem(error.kind, error.sentence, error.hint)
            self.refused.append((found.display, problem))
            self._faulty[str(found.path)] = (found, (problem,))
            return None
        self._documents[str(found.path)] = {one.relative: one for one in inside.documents}
        return inside
