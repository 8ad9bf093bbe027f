"""Photos that only an id in the fields links with this one, in words and as objects."""

from __future__ import annotations

from typing import Any

from provenance.model.documents import DocumentId, DocumentKind, Linked

_KINDS = {
    DocumentKind.DOCUMENT: "the id of the document that it was edited as",
    DocumentKind.INSTANCE: "the id of a saved state",
    DocumentKind.GUID: "the id that was given to the exposure",
    DocumentKind.GETTY: "the Getty picture number",
    DocumentKind.REUTERS: "the Reuters picture number",
    DocumentKind.AP: "the AP picture number",
    DocumentKind.EPA: "the EPA picture number",
}


def id_words(one: DocumentId) -> str:
    """ "the Getty picture number 1234567"."""
    return f"{_KINDS.get(one.kind, one.kind.value)} {one.id}"


def linked_words(one: Linked) -> str:
    """What links the photo, and what to do."""
    return (
        f"Its fields carry {id_words(one.id)}, as those of {one.file} do (photo {one.photo[:12]})."
        " The pictures could not be matched: compare the two by eye."
    )


def short_linked_words(one: Linked) -> str:
    """The same in one line."""
    return f"Its fields name the same document as {one.file}; the pictures do not match. -v"


def linked_object(one: Linked) -> dict[str, Any]:
    """One linked photo for scripts."""
    return {"kind": one.id.kind.value, "id": one.id.id, "photo": one.photo, "file": one.file}
