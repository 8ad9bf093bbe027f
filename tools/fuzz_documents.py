"""What else is fuzzed: documents with captions of every kind, notices, and the answers of workers as they are taken."""

from __future__ import annotations

import io
import json
from contextlib import suppress

from PIL import Image

from provenance.errors import DocumentError
from provenance.feeds.document import Kind, read_document
from provenance.feeds.notice import read_notices
from provenance.media.examine import examine
from provenance.media.worker.answers import bounds, take_examination
from provenance.media.worker.messages import HEAD, pack, unpack, unpack_head
from provenance.media.worker.taking import Taking
from provenance.media.worker.telling import tell_examination
from provenance.model.appearance import Standing
from provenance.model.isolation import Isolation
from provenance.model.limits import LIMITS

NAMES = {
    Kind.NEWSML: "a.xml",
    Kind.NINJS: "a.json",
    Kind.PAGE: "a.html",
    Kind.TEXT: "a.txt",
    Kind.TABLE: "a.csv",
    Kind.SIDECAR: "a.jpg.txt",
}


def read_as(kind: Kind, data: bytes) -> object:
    """A document, taken for one of a kind. That it is none may be said."""
    with suppress(DocumentError):
        return read_document(data, NAMES[kind], "fuzz", Standing.RECORD, LIMITS.read, kind)
    return None


def read_as_notice(data: bytes) -> object:
    """The same for a notice."""
    with suppress(DocumentError):
        return read_notices(data, "a.txt", "fuzz")
    return None


def take_answer(data: bytes) -> object:
    """What a worker sent, as the program takes it apart. That it cannot be may be said."""
    most = bounds(LIMITS.read, LIMITS.worker)
    with suppress(ValueError):
        message = unpack(unpack_head(data[: HEAD.size], most), data[HEAD.size :], most)
        return take_examination(Taking(message), LIMITS.read, LIMITS.worker, Isolation.FULL)
    return None


def answers() -> list[bytes]:
    """The answer about a small photo, and about what is none."""
    made = io.BytesIO()
    Image.effect_noise((64, 48), 60).convert("RGB").save(made, "JPEG", comment=b"A ferry leaves Lower Marren.")
    examined = (examine(data, LIMITS.read) for data in (made.getvalue(), made.getvalue()[:200], b"no photo"))
    return [b"".join(pack(tell_examination(one, LIMITS.worker))) for one in examined]


def documents(kind: Kind) -> list[bytes]:
    """Documents of a kind, of our own making (with `tests` on the path)."""
    from builders import documents as made
    from builders import newsml, ninjs

    caption = "A ferry leaves Lower Marren, 4 June 2021. (Photo by Ines Halder)"
    story = {"@type": "NewsArticle", "image": {"@type": "ImageObject", "url": "a.jpg", "caption": caption}}
    script = f'<script type="application/ld+json">{json.dumps(story)}</script>'
    of = {
        Kind.NEWSML: lambda: [newsml.an_item_alone(), newsml.a_message(newsml.an_item(), newsml.an_item("urn:b"))],
        Kind.NINJS: lambda: [ninjs.ninjs(one) for one in (ninjs.a_ninjs_1(), ninjs.a_ninjs_3(), ninjs.a_story())],
        Kind.PAGE: lambda: [made.a_page(made.a_figure(), head=script), made.a_page(made.a_figure(), encoding="utf-16")],
        Kind.TEXT: lambda: [f"Ferries\n\n{caption}\n\nIt left at noon.".encode()],
        Kind.TABLE: lambda: [made.a_captions_file(), made.a_captions_file(delimiter=";", encoding="utf-16")],
        Kind.SIDECAR: lambda: [f"Caption: {caption}\nCredit: Halder\nDate: 2021-06-04\n".encode()],
    }
    return of[kind]()


def notices() -> list[bytes]:
    """Notices as they come by mail."""
    kill = b"From: desk@agency.example\nSubject: PHOTO KILL\n\nMANDATORY KILL: VAL101 must not be used.\n"
    return [kill, b"PICTURE CORRECTION: in VAL101 read Lower Marren instead of Upper Marren."]
