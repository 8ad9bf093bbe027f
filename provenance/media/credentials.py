"""Content credentials (C2PA) to facts. Costs nothing where a file has none: the library is not even loaded.

Nothing is fetched: credentials that lie elsewhere are named, not read. What the library raises becomes a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from provenance.media.credentials_facts import Said, told_facts
from provenance.media.credentials_library import NoCredentialsError, UnreadableCredentialsError, ask
from provenance.media.credentials_state import judge
from provenance.media.formats import Format
from provenance.media.reading import Reading, Readings, run_reader
from provenance.media.text import clipped
from provenance.media.worker.handed import MARK
from provenance.model.limits import ReadLimits
from provenance.model.photo import Fact
from provenance.model.trust import PREFIX, CredentialState, TrustKind, TrustList

READER = "c2pa"
NO_READER = "no-credentials-reader"
"""The kind of problem of a file whose credentials cannot be read because there is no library."""
_REMOTE = "XMP dcterms:provenance"
_SELF = "self#"
PROBE = (
    b"\xff\xd8\xff\xeb\x00\x26JP\x00\x01\x00\x00\x00\x01\x00\x00\x00\x1cjumb\x00\x00\x00\x14"
    + MARK
    + bytes(8)
    + b"\xff\xd9"
)
"""The smallest file that is asked about: a JPEG without a picture, with a store of credentials that holds nothing."""
_KINDS = {Format.TIFF: "image/tiff", Format.HEIF: "image/heif", Format.AVIF: "image/avif"}


def read_credentials(
    data: bytes, format: Format, facts: Iterable[Fact], limits: ReadLimits, trust: Sequence[TrustList] = ()
) -> Reading:
    """The facts of a file's content credentials, none where it has none. Never raises.

    `facts` are those of its XMP, which may say that the credentials lie elsewhere; `trust` are the lists against which
    they are judged, by the clock of this moment.
    """
    if MARK in data:
        return run_reader(READER, 0, "content credentials", partial(_embedded, data, format, limits, trust))
    address = next((str(fact.value) for fact in facts if fact.field.startswith(_REMOTE)), "")
    if address and not address.startswith(_SELF):
        return run_reader(READER, 0, "content credentials", partial(_elsewhere, address, limits))
    return (), ()


def _embedded(data: bytes, format: Format, limits: ReadLimits, trust: Sequence[TrustList], readings: Readings) -> None:
    lists = sorted(trust, key=lambda one: one.kind is TrustKind.TIMESTAMPS)
    why = "they are damaged, or of a kind that is not known"
    try:
        told = ask(data, _KINDS.get(format, f"image/{format.value.lower()}"), lists, limits)
        judged = judge(told, lists)
        _add(readings, told_facts(told, judged, lists), limits)
    except (NoCredentialsError, UnreadableCredentialsError) as error:
        signature = isinstance(error, UnreadableCredentialsError) and error.signature
        state = CredentialState.INVALID if signature else CredentialState.UNREADABLE
        _add(readings, _unjudged(state, why), limits)
    except ImportError:
        why = "the library that reads them does not run on this computer"
        _add(readings, _unjudged(CredentialState.UNREADABLE, why), limits)
        readings.trouble(
            NO_READER,
            "The file has content credentials, and the library that reads them does not run on this computer.",
            "Install prov again, or check the file on another computer.",
        )


def _unjudged(state: CredentialState, why: str) -> Iterator[Said]:
    """A state that no list had a part in."""
    yield "state", state.value, state.value
    yield "why", why, why


def _elsewhere(address: str, limits: ReadLimits, readings: Readings) -> None:
    why = "they lie elsewhere on the web, and nothing is fetched"
    _add(readings, [*_unjudged(CredentialState.REMOTE_ONLY, why), ("address", address, address)], limits)


def _add(readings: Readings, said: Iterable[Said], limits: ReadLimits) -> None:
    for field, value, raw in said:
        if value:
            most = limits.text_characters
            readings.add(f"{PREFIX}{field}", clipped(value, most), clipped(raw, most))
