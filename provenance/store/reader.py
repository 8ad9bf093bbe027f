"""What can be asked of the archive. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from provenance import __version__
from provenance.model.appearance import Appearance, Waits
from provenance.model.archive import Location, StoredPhoto
from provenance.model.case import Searched
from provenance.model.documents import DocumentId, DocumentKind
from provenance.model.family import Decision, Edge, Member
from provenance.model.known_file import KnownRow, OtherFile, Placed
from provenance.model.matching import Features, Fingerprint, Near
from provenance.model.photo import Fact, PhotoId, PictureId, Preview
from provenance.store import appearances, features, kinship, likely, locations, photos
from provenance.store.bands import BandIndex
from provenance.store.sqlite import Source

if TYPE_CHECKING:
    from provenance.model.audit import KeptAudit, Unread
    from provenance.model.notice import KeptNotice, Notice, Noticed, Signs
    from provenance.model.renditions import Placing, Rendition
    from provenance.model.trust import TrustList
    from provenance.model.upkeep import Tombstone, Written
    from provenance.store.alike import Alike


class Reader:
    """One consistent view of the archive, valid within its `with`. Ids that are not held are simply not answered."""

    def __init__(self, connection: Source, folder: Path) -> None:
        self._connection = connection
        self._folder = folder

    def photo(self, photo: PhotoId) -> StoredPhoto | None:
        """A photo; None where it is not held."""
        return next(iter(self.photos([photo])), None)

    def photos(self, ids: Sequence[PhotoId]) -> tuple[StoredPhoto, ...]:
        """Those of the photos that are held, in the order asked."""
        return photos.photos(self._connection, ids)

    def photos_of(self, pictures: Sequence[PictureId]) -> dict[PictureId, tuple[StoredPhoto, ...]]:
        """The photos of every picture asked for, the oldest first."""
        return photos.photos_of(self._connection, pictures)

    def find_prefix(self, prefix: str, limit: int = 10) -> tuple[PhotoId, ...]:
        """Photos whose id begins with these hexadecimal digits, in the order of their ids."""
        return photos.find_prefix(self._connection, prefix, limit)

    def appearances(self, photos: Sequence[PhotoId]) -> dict[PhotoId, tuple[Appearance, ...]]:
        """What was said about every photo asked for, in the order in which it came, superseded ones included."""
        return appearances.appearances(self._connection, photos)

    def preview(self, picture: PictureId) -> Preview | None:
        """A picture's preview; None where none is held, and where it is damaged, which `archive check` tells."""
        return photos.preview(self._connection, picture)

    def facts(self, photo: PhotoId) -> tuple[Fact, ...]:
        """What a photo says about itself."""
        return photos.facts(self._connection, photo)

    def fingerprints(self, pictures: Sequence[PictureId]) -> dict[PictureId, tuple[Fingerprint, ...]]:
        """The fingerprints of every picture asked for."""
        return photos.fingerprints(self._connection, pictures)

    def near(self, kind: str, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        """Every picture within so many bits of any of the codes, by distance, then by id; exact.

        PDQ within 31 bits, pHash within 7; more raises ValueError. PDQ of pictures without detail is never found.
        """
        return BandIndex(self._connection, kind).near(codes, within)

    def features(self, pictures: Sequence[PictureId]) -> dict[PictureId, Features]:
        """The local features of those pictures that have any, whatever their version."""
        return features.features(self._connection, pictures)

    def alike(self, version: str, words: Sequence[int], most: int) -> tuple[tuple[PictureId, Features], ...]:
        """The pictures whose features of this version share most with these visual words, best first; at most so many.

        Shared words count by how rare they are (matching.word_index). Raises ArchiveIndexError where the search index
        cannot be used and there are too many pictures to do without.
        """
        return self._alike.find(version, words, most)

    def vocabulary(self, version: str) -> int:
        """A number for a version that some features were made with; 0 where none were."""
        return features.vocabulary(self._connection, version)

    def unsearchable(self, version: str) -> int:
        """How many pictures have no features of this version, so that only their whole frame can be found."""
        return features.unsearchable(self._connection, version)

    def undescribed(self, version: str, after: int = 0, limit: int = 200) -> list[tuple[int, PictureId]]:
        """Pictures without features of this version, each with a mark behind which the list can be gone on with."""
        return features.undescribed_after(self._connection, version, after, limit)

    def pictures(self, after: int = 0, limit: int = 200) -> list[tuple[int, PictureId]]:
        """All pictures in the order in which they came, each with such a mark."""
        return photos.pictures_after(self._connection, after, limit)

    def held(self, after: int = 0, limit: int = 200) -> list[tuple[int, PhotoId]]:
        """All photos in the order in which they came, each with such a mark."""
        return photos.photos_after(self._connection, after, limit)

    def unsummed(self, after: int = 0, limit: int = 200) -> tuple[int, list[PictureId]]:
        """Of so many pictures behind a mark those whose previews have no sum, and the next mark: 0 at the end."""
        from provenance.store import entries

        return entries.unsummed(self._connection, after, limit)

    def searched(self) -> Searched:
        """How many readable photos there are, and when the newest of them came."""
        return photos.searched(self._connection)

    def at(self, root: str, relative: str) -> tuple[PhotoId, Location] | None:
        """The photo that was last seen at a path, and what its file was like then."""
        return locations.at(self._connection, root, relative)

    def placed(self, root: str, relative: str) -> Placed | None:
        """The same with all that is known of the file there."""
        return locations.placed(self._connection, root, relative)

    def other_file(self, root: str, relative: str) -> OtherFile | None:
        """What became of a file that is no photo, or could not be read; None where nothing is known of it."""
        from provenance.store import other_files

        return other_files.other_file(self._connection, root, relative)

    def rendition_patterns(self) -> list[tuple[str, str]]:
        """Each folder whose files' names tell renditions, with the pattern that reads them."""
        from provenance.store import renditions

        return renditions.patterns(self._connection)

    def has_record_names(self) -> bool:
        """Whether any table told to which library entries files belong."""
        from provenance.store import renditions

        return renditions.has_names(self._connection)

    def files_after(self, after: int, limit: int, *, new: bool) -> list[Placing]:
        """Photos' files in a fixed order, behind a number; with `new` only those that nobody looked at."""
        from provenance.store import renditions

        return renditions.files_after(self._connection, after, limit, new=new)

    def records_named(self, paths: Sequence[str]) -> dict[str, str]:
        """The library entries of those files that a table names, by path."""
        from provenance.store import renditions

        return renditions.named(self._connection, paths)

    def renditions(self, photos: Sequence[PhotoId]) -> dict[PhotoId, Rendition]:
        """Of which library entry photos are renditions; only those that are of one."""
        from provenance.store import renditions

        return renditions.of(self._connection, photos)

    def roots(self) -> tuple[str, ...]:
        """Every folder and ZIP under which files are kept, in the order in which they came."""
        return locations.roots(self._connection)

    def known(self, root: str, within: str = "") -> Iterator[KnownRow]:
        """Every file kept under a root, and below a folder of it, in the order of their paths' bytes.

        Where a path is known as a photo's and as that of a file that could not be read, it comes twice.
        """
        return locations.known(self._connection, root, within)

    def count_known(self, root: str, within: str = "") -> int:
        """How many photos' files stand there, as far as anybody knows."""
        return locations.count(self._connection, root, within)

    def origin(self, source: str, standing: str) -> int:
        """A number for files that this program read when they were handed over so; 0 where it never did."""
        from provenance.store import other_files

        return other_files.origin(self._connection, source, standing, __version__)

    def unreadable(self, after: int = 0, limit: int = 200) -> list[tuple[int, Unread]]:
        """Photos that could not be decoded, then files that could not be read at all.

        Each comes with a mark behind which the list can be gone on with.
        """
        from provenance.store import other_files

        return other_files.unreadable(self._connection, after, limit)

    def located(self, name: str) -> tuple[PhotoId, ...]:
        """Photos that stand, or stood, at a path that ends with this name; upper and lower case are the same."""
        return locations.located(self._connection, name)

    def supplied(self, supplier_id: str) -> tuple[PhotoId, ...]:
        """Photos whose own fields carry this id of their supplier, in the order in which they came."""
        return photos.supplied(self._connection, supplier_id)

    def documented(self, kind: DocumentKind, id: str, most: int | None = None) -> tuple[PhotoId, ...]:
        """Photos whose own fields carry an id of a document, a supplier's picture or a camera, the first come first.

        With `most`, none where more than so many different pictures share it: ids of templates link nothing.
        """
        from provenance.store import documents

        return documents.documented(self._connection, kind, id, most)

    def documents(self, photo: PhotoId) -> tuple[DocumentId, ...]:
        """The ids of documents, suppliers' pictures and cameras that a photo carries."""
        from provenance.store import documents

        return documents.of_photo(self._connection, photo)

    def camera_serials(self) -> dict[str, tuple[PhotoId, ...]]:
        """Photos by the camera that took them (make, model and number in small letters), where it took several."""
        from provenance.store import documents

        return documents.camera_serials(self._connection)

    def announced(self, waits: Waits) -> tuple[PhotoId, ...]:
        """Photos that a caption's URLs speak of (`store/likely.py`), in the order in which they came."""
        return likely.announced(self._connection, waits)

    def waiting(self) -> tuple[Appearance, ...]:
        """What was said, and not replaced since, about photos that have not come."""
        return appearances.waiting(self._connection)

    def notices(self) -> tuple[KeptNotice, ...]:
        """All notices on record, in the order in which they were recorded."""
        from provenance.store import notices

        return notices.notices(self._connection)

    def noticed(self, photos: Sequence[PhotoId]) -> dict[PhotoId, tuple[Noticed, ...]]:
        """The notices about each photo asked for: those found to be (`Writer.concern`), and those that name it."""
        from provenance.store import notices

        return notices.noticed(self._connection, photos)

    def naming(self, signs: Signs) -> tuple[KeptNotice, ...]:
        """The notices on record that name a photo with these signs, whether it is held or not."""
        from provenance.store import notices

        return notices.naming(self._connection, signs) if notices.any_notice(self._connection) else ()

    def noticed_pictures(self) -> tuple[PictureId, ...]:
        """The pictures of all photos that notices are about, without those that were only found to be like them."""
        from provenance.store import notices

        return notices.noticed_pictures(self._connection)

    def named_by(self, notice: Notice) -> dict[str, tuple[PhotoId, ...]]:
        """The photos held that a notice names, by the name, id or URL that does."""
        from provenance.store import known_by

        return known_by.named_by(self._connection, notice)

    def unrelated(self, limit: int) -> tuple[PictureId, ...]:
        """Pictures whose relatives have not been looked for yet, the oldest first; at most so many."""
        return kinship.unrelated(self._connection, limit)

    def unrelated_count(self) -> int:
        """How many those are."""
        return kinship.unrelated_count(self._connection)

    def edges(self, pictures: Sequence[PictureId]) -> tuple[Edge, ...]:
        """Every verified match from or to these pictures."""
        return kinship.edges(self._connection, pictures)

    def connected(self, pictures: Iterable[PictureId]) -> tuple[Edge, ...]:
        """Every verified match within the groups that these pictures belong to, by however many steps."""
        return kinship.connected(self._connection, pictures)

    def members(self, pictures: Sequence[PictureId]) -> dict[PictureId, Member]:
        """Those of the pictures that are held, as families know them."""
        return kinship.members(self._connection, pictures)

    def families_after(self, after: int, limit: int) -> list[int]:
        """The numbers of families of more than one picture behind a number (0 for the first), in order."""
        return kinship.families_after(self._connection, after, limit)

    def units_after(self, after: int, limit: int) -> list[tuple[int, PictureId]]:
        """What an audit looks at one by one: the oldest picture of every family, and every one that stands alone.

        Each has its number, behind which the list can be gone on with; a family's number is that of its oldest.
        """
        return kinship.units_after(self._connection, after, limit)

    def families_of(self, pictures: Sequence[PictureId]) -> list[int]:
        """The numbers of the families that these pictures are members of."""
        return kinship.families_of(self._connection, pictures)

    def kin(self, families: Sequence[int]) -> dict[int, list[tuple[PictureId, bool, bool]]]:
        """Every picture of each family, the oldest first: whether it is a guest, whether it is the best copy."""
        return kinship.pictures_of(self._connection, families)

    def decisions(self, about: Sequence[str]) -> tuple[Decision, ...]:
        """What was decided about matches, families or findings, by their ids, the oldest first."""
        return kinship.decisions(self._connection, about)

    def rulings(self, pictures: Sequence[PictureId]) -> tuple[Decision, ...]:
        """What was decided about pairs of these pictures, the oldest first."""
        return kinship.rulings(self._connection, pictures)

    def every_decision(self) -> tuple[Decision, ...]:
        """All that was ever decided, the oldest first."""
        return kinship.every_decision(self._connection)

    def written(self) -> tuple[Written, ...]:
        """The files outside the archive that hold what it held: backups, exports; the oldest first."""
        from provenance.store import elsewhere

        return elsewhere.written(self._connection)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What was forgotten, the oldest first."""
        from provenance.store import tombstones

        return tombstones.every(self._connection)

    def any_forgotten(self) -> bool:
        """Whether anything was ever forgotten."""
        from provenance.store import tombstones

        return tombstones.any_forgotten(self._connection)

    def recognise(self, photo: PhotoId, codes: Sequence[str] = (), within: int = 0) -> Tombstone | None:
        """What was forgotten and comes again: this photo, or a blocked picture within so many bits of a PDQ code."""
        from provenance.store import tombstones

        return tombstones.recognise(self._connection, photo, codes, within)

    def trust_lists(self) -> tuple[TrustList, ...]:
        """The lists of certificates against which content credentials are judged, the oldest first."""
        from provenance.store import trust_lists

        return trust_lists.every(self._connection)

    def audits(self) -> Iterator[KeptAudit]:
        """Every audit that was made, the newest first."""
        from provenance.store import audits

        return audits.audits(self._connection)

    def matched(self, match: str) -> tuple[PictureId, PictureId] | None:
        """The pictures that a match's id is of: verified ones, and those that were decided about."""
        return kinship.matched(self._connection, match)

    def members_of(self, family: str) -> tuple[PictureId, ...]:
        """The pictures of the family with this id, the best copy first; empty where there is none."""
        return kinship.members_of(self._connection, family)

    @cached_property
    def _alike(self) -> Alike:
        from provenance.store.alike import Alike

        return Alike(self._connection, self._folder)
