"""Ids of documents link photos; ids that many pictures share link nothing; cameras are known by their numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders.archives import NOW, a_new_photo, a_photo_id, an_archive

from provenance.model.archive import NewPhoto
from provenance.model.documents import DocumentId, DocumentKind
from provenance.store.archive import Archive

DOCUMENT, CAMERA = DocumentKind.DOCUMENT, DocumentKind.CAMERA


def a_photo(name: str, *ids: DocumentId) -> NewPhoto:
    return replace(a_new_photo(name), document_ids=ids)


def holding(folder: Path, *photos: NewPhoto) -> Archive:
    archive = an_archive(folder / "archive")
    with archive.transaction() as writer:
        for photo in photos:
            writer.add_photo(photo, NOW)
    return archive


def test_photos_of_one_document_are_found_by_its_id_in_any_letters(tmp_path: Path) -> None:
    did = DocumentId(DOCUMENT, "xmp.did:ab12cd")
    with (
        holding(tmp_path, a_photo("one", did), a_photo("two"), a_photo("three", did)) as archive,
        archive.reading() as reader,
    ):
        assert reader.documented(DOCUMENT, " XMP.did:AB12CD") == (a_photo_id("one"), a_photo_id("three"))
        assert reader.documented(DocumentKind.INSTANCE, "xmp.did:ab12cd") == ()
        assert reader.documents(a_photo_id("one")) == (did,)
        assert reader.documents(a_photo_id("two")) == ()


def test_an_id_that_too_many_pictures_share_links_nothing(tmp_path: Path) -> None:
    did = DocumentId(DOCUMENT, "xmp.did:template")
    with (
        holding(tmp_path, *(a_photo(f"photo {number}", did) for number in range(4))) as archive,
        archive.reading() as reader,
    ):
        assert len(reader.documented(DOCUMENT, did.id, most=4)) == 4
        assert reader.documented(DOCUMENT, did.id, most=3) == ()


def test_photos_that_wrap_one_picture_count_once(tmp_path: Path) -> None:
    did = DocumentId(DOCUMENT, "xmp.did:ab12cd")
    one, two = a_photo("one", did), a_photo("two", did)
    with holding(tmp_path, one, replace(two, pictured=one.pictured)) as archive, archive.reading() as reader:
        assert len(reader.documented(DOCUMENT, did.id, most=1)) == 2


def test_cameras_that_took_several_photos_are_listed(tmp_path: Path) -> None:
    shared, alone = DocumentId(CAMERA, "canon eos r5 0420"), DocumentId(CAMERA, "nikon d4 1234")
    with (
        holding(tmp_path, a_photo("one", shared), a_photo("two", alone), a_photo("three", shared)) as archive,
        archive.reading() as reader,
    ):
        assert reader.camera_serials() == {"canon eos r5 0420": (a_photo_id("one"), a_photo_id("three"))}


def test_a_forgotten_photo_leaves_no_id(tmp_path: Path) -> None:
    did = DocumentId(DOCUMENT, "xmp.did:ab12cd")
    with holding(tmp_path, a_photo("one", did)) as archive:
        with archive.transaction() as writer:
            writer.forget(a_photo_id("one"))
        with archive.reading() as reader:
            assert reader.documented(DOCUMENT, did.id) == ()
