"""What can be changed in the archive. Nothing is kept before the transaction ends, and then everything.

What changes the tables is imported where it is used, so that who may write but only reads starts as fast as a reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from provenance import __version__
from provenance.model.appearance import Appearance, Statement, Waits
from provenance.model.archive import Location, NewPhoto, Outcome
from provenance.model.family import Decision, Edge, Family
from provenance.model.known_file import OtherFile
from provenance.model.matching import Features
from provenance.model.photo import PhotoId, PictureId
from provenance.store import appearances, locations
from provenance.store.photos import ids_of
from provenance.store.reader import Reader
from provenance.store.sqlite import Source, writing

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from provenance.model.audit import KeptAudit
    from provenance.model.notice import Notice, Way
    from provenance.model.renditions import Rendition
    from provenance.model.trust import TrustList
    from provenance.model.upkeep import Tombstone
    from provenance.store.indexing import WritableBandIndex


class Writer(Reader):
    """A transaction: reads what it wrote itself, and no other process writes meanwhile. Times must be UTC."""

    _connection: Connection

    def __init__(self, connection: Source, folder: Path) -> None:
        super().__init__(writing(connection), folder)
        self._numbers: dict[PhotoId, int] = {}

    def add_photo(self, photo: NewPhoto, now: datetime) -> bool:
        """Keep a photo; True where it is new. Adding it again changes nothing.

        One that could not be decoded before and now can is completed; the day since when it is held stays. Raises
        ForgottenError for one that was forgotten.
        """
        from provenance.errors import ForgottenError
        from provenance.store import additions

        if self.recognise(photo.id):
            raise ForgottenError(
                "This photo was forgotten on request, and is not kept again.", "Why: prov forget --list"
            )
        self._numbers[photo.id], new = additions.add_photo(self._connection, photo, now)
        return new

    def add_location(self, photo: PhotoId, location: Location, now: datetime, origin: int | None = None) -> None:
        """Remember where a photo's file stands, in place of what stood at that path before. LookupError if not held.

        A path that is kept under another root already stays there.
        """
        from provenance.store import placing

        placing.put(self._connection, self._number(photo), location, now, origin)

    def note(self, file: OtherFile, now: datetime) -> None:
        """Remember what became of a file that is no photo, or could not be read."""
        from provenance.store import placing

        placing.note(self._connection, file, now)

    def drop_other(self, root: str, relative: str) -> bool:
        """Forget what became of such a file; False where nothing was known of it."""
        from provenance.store import placing

        return placing.drop_other(self._connection, root, relative)

    def set_rendition_pattern(self, folder: str, pattern: str) -> bool:
        """Keep how names tell renditions below a folder; False where that was kept already."""
        from provenance.store import recording

        return recording.set_pattern(self._connection, folder, pattern)

    def set_record_names(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Keep to which library entries files belong, by their names."""
        from provenance.store import recording

        recording.set_names(self._connection, pairs)

    def put_renditions(self, told: Sequence[tuple[int, Rendition]]) -> None:
        """Keep what files are, by their numbers (`Reader.files_after`)."""
        from provenance.store import recording

        recording.put(self._connection, told)

    def remap(self, old: str, new: str) -> None:
        """Let a root be another folder: what is kept under it stands there from now on."""
        from provenance.store import placing

        placing.remap(self._connection, old, new)

    def remap_pattern(self, old: str, new: str) -> None:
        """Let the pattern of renditions below a folder hold for another one."""
        from provenance.store import recording

        recording.remap(self._connection, old, new)

    def drop_place(self, root: str, relative: str) -> bool:
        """Forget where a photo's file stood, never the photo; False where none was known there."""
        from provenance.store import placing

        return placing.drop(self._connection, root, relative)

    def miss(self, root: str, relative: str, now: datetime) -> tuple[bool, str] | None:
        """Mark that a photo's file is not at its place any more; None where none was known there.

        Told is whether that is new, and where the same photo was read at `now` or later ("" for nowhere).
        """
        from provenance.store import placing

        return placing.miss(self._connection, root, relative, now)

    def alter(self, root: str, relative: str, digest: str, now: datetime) -> None:
        """Keep the hash that was found at a photo's place though size and time had not changed; "" that it is well."""
        from provenance.store import placing

        placing.alter(self._connection, root, relative, digest, now)

    def new_origin(self, source: str, standing: str) -> int:
        """The number for files that this program reads now, handed over so."""
        from provenance.store import placing

        return placing.origin(self._connection, source, standing, __version__)

    def state(self, photo: PhotoId, statement: Statement, now: datetime, waits: Waits | None = None) -> Outcome:
        """Keep what is said about a photo, unless it was said before (`store/versions.py`). LookupError if not held.

        `waits` is by what the statement knows the photo; others that know it by the same URL find it then.
        """
        from provenance.store import bringing

        number = self._number(photo)
        kept = appearances.about(self._connection, number)
        outcome, appearance = bringing.bring(self._connection, statement, kept, now, number)
        if waits is not None and waits.urls and appearance is not None:
            from provenance.store import joining

            joining.remember(self._connection, appearance, waits)
        return outcome

    def wait(self, waits: Waits, statement: Statement, now: datetime) -> Outcome:
        """Keep what is said about a photo that has not come.

        Whether it has come is asked within the same transaction, else it may come in between unnoticed.
        """
        from provenance.store import joining

        return joining.wait(self._connection, waits, statement, now)

    def join_waiting(
        self, photo: PhotoId, names: Sequence[str], supplier_ids: Sequence[str], urls: Sequence[str], now: datetime
    ) -> int:
        """Give a photo what was said before it came; returns how many statements it now has more that are current.

        It is known by its hash, by the names given and the places where it stands, by its supplier's ids and its URLs.
        What was said keeps the time at which it was recorded. LookupError if the photo is not held.
        """
        from provenance.store import joining

        number = self._number(photo)
        places = locations.paths_of(self._connection, number)
        arrival = joining.Arrival(photo, (*names, *places), tuple(supplier_ids), tuple(urls))
        return joining.join(self._connection, number, arrival)

    def is_joined(self, waits: Waits, statement: Statement) -> bool:
        """Whether a statement that waited for the same has its photo already, perhaps by an editor's hand."""
        from provenance.store import joining

        return joining.is_joined(self._connection, waits, statement)

    def attach(self, photo: PhotoId, appearance: Appearance) -> bool:
        """Give a photo one appearance out of `waiting()`; False where it does not wait any more.

        LookupError if the photo is not held.
        """
        from provenance.store import joining

        return joining.attach(self._connection, self._number(photo), appearance)

    def describe(self, picture: PictureId, features: Features) -> bool:
        """Keep a picture's features in place of those of another version; True where they are new.

        LookupError if the picture is not held.
        """
        from provenance.store import describing

        return describing.describe(self._connection, describing.number_of(self._connection, picture), features)

    def notify(self, notice: Notice, now: datetime) -> Outcome:
        """Keep a notice, unless it is on record."""
        from provenance.store import noticing

        return noticing.keep(self._connection, notice, now)

    def concern(self, notice: Notice, photo: PhotoId, way: Way) -> bool:
        """Keep that a notice on record is about a photo; False where that was known.

        LookupError where the notice is not on record, or the photo not held.
        """
        from provenance.store import noticing

        return noticing.concern(self._connection, notice, self._number(photo), photo, way)

    def drop(self, notice: Notice) -> bool:
        """Delete a notice, with what was found out about its photos; False where it is not on record."""
        from provenance.store import noticing

        return noticing.drop(self._connection, notice.digest)

    def forget(self, photo: PhotoId) -> None:
        """Delete a photo with its facts, places and all that was said, decided and found about it.

        Its picture goes too, with preview, fingerprints and features, unless another photo wraps it. LookupError if it
        is not held. It is overwritten where it stood; `Archive.erase` sees to that nothing is left elsewhere either.
        """
        from provenance.store import erasing, forgetting

        stored = self.photo(photo)
        if stored is None:
            raise LookupError(f"the archive holds no photo {photo}")
        erasing.overwrite(self._connection)
        forgetting.forget_words(self._connection, stored)
        forgetting.forget(self._connection, self._number(photo))
        del self._numbers[photo]

    def bury(self, tombstone: Tombstone) -> None:
        """Remember that a photo was forgotten, and why; and that `Archive.erase` has to be called."""
        from provenance.store import erasing, tombstones

        erasing.mark(self._connection)
        tombstones.bury(self._connection, tombstone)

    def lift(self, photo: PhotoId) -> bool:
        """Let a forgotten photo come again; False where it was not forgotten."""
        from provenance.store import tombstones

        return tombstones.lift(self._connection, photo)

    def relate(self, picture: PictureId, edges: Sequence[Edge]) -> None:
        """Keep what was found about a picture's relatives, in place of what was found before. LookupError if not held.

        What it names and is not held any more is left out.
        """
        from provenance.store import relating

        relating.relate(self._connection, picture, edges)

    def settle(self, families: Sequence[Family]) -> None:
        """Keep families in place of those that their pictures belonged to before."""
        from provenance.store import relating

        relating.settle(self._connection, families)

    def decide(self, decision: Decision) -> None:
        """Remember what an editor decided; earlier decisions about the same stay."""
        from provenance.store import relating

        relating.decide(self._connection, decision)

    def remember_written(self, kind: str, path: Path, now: datetime) -> None:
        """Remember a file outside the archive that holds what it holds: `kind` is backup or export."""
        from provenance.store import elsewhere

        elsewhere.remember(self._connection, kind, path, now)

    def keep_trust_list(self, one: TrustList) -> None:
        """Keep a list of certificates, in place of one of the same name."""
        from provenance.store import trust_lists

        trust_lists.keep(self._connection, one)

    def drop_trust_list(self, name: str) -> bool:
        """Remove the list of certificates of a name; False where there is none."""
        from provenance.store import trust_lists

        return trust_lists.drop(self._connection, name)

    def keep_audit(self, audit: KeptAudit) -> None:
        """Remember what an audit found, so that the next one can tell what is new."""
        from provenance.store import audits

        audits.keep_audit(self._connection, audit)

    def index(self, kind: str, library: str = "unknown", version: str = "unknown") -> WritableBandIndex:
        """The index of one kind of fingerprint, to be changed by hand."""
        from provenance.store.indexing import WritableBandIndex

        return WritableBandIndex(self._connection, kind, library, version)

    def _number(self, photo: PhotoId) -> int:
        if photo not in self._numbers:
            self._numbers.update(ids_of(self._connection, [photo]))
        if photo not in self._numbers:
            raise LookupError(f"the archive holds no photo {photo}")
        return self._numbers[photo]
