"""What a worker can be asked without fingerprints; and everything that it takes is imported here, beforehand."""

from __future__ import annotations

import codecs
from contextlib import suppress
from importlib import import_module
from typing import Any

from provenance.media import developing
from provenance.media.decoding import UndecodableError
from provenance.media.examine import examine, read_facts
from provenance.media.inside import look_inside
from provenance.media.previews import open_preview
from provenance.media.worker.insides import tell_inside
from provenance.media.worker.messages import Message
from provenance.media.worker.serving import Task
from provenance.media.worker.telling import Outcome, tell_examination, tell_facts, tell_pixels
from provenance.media.worker.trusting import trust_of
from provenance.media.xmp import read_xmp
from provenance.model.limits import LIMITS, ReadLimits
from provenance.model.photo import Preview
from provenance.model.trust import TrustList

_TOLD = LIMITS.worker
_REACHED = (
    *(f"PIL.{name}ImagePlugin" for name in ("Avif", "Gif", "Jpeg", "Mpo", "Png", "Tiff", "WebP")),
    *("PIL.ImageCms", "defusedxml.ElementTree", "exifread", "pillow_heif"),
)
_CODES = (
    *("ascii", "cp1252", "gb18030", "iso2022_jp", "iso8859-1", "iso8859-2", "latin-1"),
    *("unicode-escape", "utf-16", "utf-16-be", "utf-16-le", "utf-32"),
)
"""Codes of characters are modules too, each imported when it is first used."""


def opening() -> dict[str, Task]:
    """The tasks, by their names, with all that they need imported."""
    load()
    return {
        "examine": lambda data, request: tell_examination(examine(data, reading(request), trusted(request)), _TOLD),
        "read_facts": _read_facts,
        "look_inside": _look_inside,
        "read_xmp": lambda data, request: tell_facts("", *read_xmp(data, reading(request)), _TOLD).message,
        "open_preview": _open_preview,
    }


def reading(request: dict[str, Any]) -> ReadLimits:
    """The limits that a request names."""
    return ReadLimits(**request["read"])


def trusted(request: dict[str, Any]) -> tuple[TrustList, ...]:
    """The lists of certificates that a request names."""
    return tuple(trust_of(one) for one in request.get("trust", ()))


def load_credentials() -> None:
    """Import what reads content credentials. Where this platform has none of it, the reader says so."""
    from provenance.media.credentials_library import load as load_library

    import_module("cryptography.x509")
    import_module("cryptography.hazmat.backends.openssl")
    with suppress(ImportError):
        load_library()


def load() -> None:
    """Import every module that opening a file may reach: afterwards no module file can be opened any more."""
    from PIL import Image

    for name in _REACHED:
        import_module(name)
    for code in _CODES:
        codecs.lookup(code)
    Image.preinit()
    developing.load()


def _read_facts(data: bytes, request: dict[str, Any]) -> Message:
    return tell_facts(*read_facts(data, reading(request), trusted(request)), _TOLD).message


def _look_inside(data: bytes, request: dict[str, Any]) -> Message:
    return tell_inside(look_inside(data, reading(request), pictures=request["pictures"]))


def _open_preview(data: bytes, request: dict[str, Any]) -> Message:
    try:
        preview = Preview(request["format"], request["width"], request["height"], data)
        return tell_pixels(open_preview(preview, reading(request)))
    except UndecodableError as error:
        if isinstance(error.__cause__, MemoryError):
            return Message((Outcome.NO_MEMORY,))
        return Message((Outcome.DAMAGED,))
    except ValueError:
        return Message((Outcome.DAMAGED,))
