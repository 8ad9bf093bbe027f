"""The only door to the C2PA library: bytes in, what it read and judged out. No network, no file, no setting of others.

The library looks for its binary in the working folder before its own: whoever sends a folder of photos could send code
with it. So it is told where its own stands. Remote manifests and revocations are never fetched.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.model.limits import ReadLimits
from provenance.model.trust import EXPIRED, TrustKind, TrustList

if TYPE_CHECKING:
    from types import ModuleType

USES = (
    "1.3.6.1.5.5.7.3.4",  # protecting e-mail
    "1.3.6.1.5.5.7.3.36",  # signing documents
    "1.3.6.1.4.1.62558.2.1",  # signing C2PA claims
    "1.3.6.1.4.1.311.76.59.1.9",  # Microsoft's own for C2PA
    "1.3.6.1.5.5.7.3.8",  # timestamps
    "1.3.6.1.5.5.7.3.9",  # answers about revocation
)
"""What the certificates may be for (C2PA 2.x, 14.5.1). The library forgets all but the first where it is not told."""
_NAMES = {"darwin": "libc2pa_c.dylib", "win32": "c2pa_c.dll"}
_WHERE = "C2PA_LIBRARY_NAME"
_KINDS = {TrustKind.SIGNERS: "manifest", TrustKind.TIMESTAMPS: "tsa"}
_ADDRESS = "prov:"
_import = threading.Lock()
_kept: list[Any] = []
"""A stream of the library's, never closed: the executable memory that its callbacks need cannot be had later in a
worker, and is used again from stream to stream."""


class NoCredentialsError(Exception):
    """The file holds no content credentials where its format keeps them."""


class UnreadableCredentialsError(Exception):
    """The library could make nothing of them. `signature` says that it was the signature that could not be used."""

    def __init__(self, *, signature: bool = False) -> None:
        super().__init__()
        self.signature = signature


@dataclass(frozen=True, slots=True)
class Told:
    """What the library says: its judgement (`results`), its `state`, and the manifests, the file's own first.

    Manifests are of the shape crJSON, results of that which its manual calls validation results.
    `store` is the manifest store's bytes, read only where a certificate has expired and has to be looked at.
    """

    state: str
    results: dict[str, Any]
    manifests: tuple[dict[str, Any], ...]
    store: bytes


def ask(data: bytes, kind: str, trust: Sequence[TrustList], limits: ReadLimits) -> Told:
    """Read and judge the credentials in a file of MIME type `kind`. NoCredentialsError, UnreadableCredentialsError."""
    library = load()
    try:
        with (
            library.Context.from_dict(_settings(trust, limits)) as context,
            library.Reader(kind, BytesIO(data), context=context) as reader,
        ):
            return _told(reader)
    except library.C2paError.ManifestNotFound as error:
        raise NoCredentialsError from error
    except (library.C2paError.Signature, library.C2paError.AssertionNotFound) as error:
        raise UnreadableCredentialsError(signature=True) from error
    except library.C2paError as error:
        raise UnreadableCredentialsError from error


def number_of(address: str) -> int | None:
    """Which list an address in the library's answer stands for, by its place among those that were given."""
    digits = address.removeprefix(_ADDRESS)
    return int(digits) if address.startswith(_ADDRESS) and digits.isdecimal() else None


@cache
def load() -> ModuleType:
    """The library, from its own folder and from nowhere else. ImportError where this platform has none."""
    found = find_spec("c2pa")
    if found is None or not found.submodule_search_locations:
        raise ImportError("c2pa")
    binary = Path(found.submodule_search_locations[0]).absolute() / "libs" / _NAMES.get(sys.platform, "libc2pa_c.so")
    with _import:
        before = os.environ.get(_WHERE)
        os.environ[_WHERE] = str(binary)
        try:
            import c2pa
        except (OSError, RuntimeError) as error:
            raise ImportError("c2pa") from error
        finally:
            del os.environ[_WHERE]
            if before is not None:
                os.environ[_WHERE] = before
    module: ModuleType = c2pa
    _kept.append(module.Stream(BytesIO()))
    return module


def _settings(trust: Sequence[TrustList], limits: ReadLimits) -> dict[str, Any]:
    megabytes = max(1, limits.metadata_bytes >> 20)
    return {
        "verify": {
            "verify_after_reading": True,
            "verify_trust": True,
            "verify_timestamp_trust": True,
            "remote_manifest_fetch": False,
            "ocsp_fetch": False,
        },
        "core": {
            "allowed_network_hosts": [],
            "allow_redirects": False,
            "decode_identity_assertions": False,
            "max_decompressed_manifest_size_in_mb": megabytes,
            "backing_store_memory_threshold_in_mb": 2 * (limits.file_bytes >> 20) + megabytes,  # beyond, files are made
        },
        "trust": {
            "trust_config": "\n".join(USES),
            "anchors": [_anchors(number, one) for number, one in enumerate(trust)],
        },
    }


def _anchors(number: int, one: TrustList) -> dict[str, str]:
    made = {"trust_kind": _KINDS[one.kind], "trust_uri": f"{_ADDRESS}{number}", "trust_anchors": one.anchors}
    return made | ({"allowed_list": one.entities} if one.entities and one.kind is TrustKind.SIGNERS else {})


def _told(reader: Any) -> Told:
    text = reader.json()
    plain, full = json.loads(text), json.loads(reader.crjson())
    active = plain.get("active_manifest", "")
    manifests = sorted(full.get("manifests", ()), key=lambda one: one.get("label") != active)
    if not manifests or manifests[0].get("label") != active:
        raise UnreadableCredentialsError
    return Told(
        state=plain.get("validation_state") or "",
        results=plain.get("validation_results") or {},
        manifests=tuple(manifests),
        store=_store(reader, active) if EXPIRED in text else b"",
    )


def _store(reader: Any, active: str) -> bytes:
    """All manifests as they stand in the file. The library hands out the whole for the address of any signature."""
    taken = BytesIO()
    with suppress(load().C2paError):
        reader.resource_to_stream(f"self#jumbf=/c2pa/{active}/c2pa.signature", taken)
    return taken.getvalue()
