"""Photos told by the file name in a URL: weaker than a stated name, so it must be particular and claimed only once.

A name that a supplier or a program gives once (`model/addresses.py`) is enough by itself. Any other counts while one
photo alone is called so, and while every caption that names it so speaks of one address.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.model.appearance import Waits
from provenance.model.photo import PhotoId
from provenance.store import convert
from provenance.store.codecs import HEX, WORDS
from provenance.store.locations import located
from provenance.store.names import ends_with, key, name_key
from provenance.store.query import Query
from provenance.store.sqlite import Source

_CODECS = {"digest": HEX, **dict.fromkeys(("name", "supplier_id", "url", "sha256"), WORDS)}
_CLAIMS = Query(
    "SELECT waiting.name, waiting.supplier_id, waiting.url, waiting.sha256 FROM waiting_key"
    " JOIN waiting ON waiting.appearance_id = waiting_key.appearance_id WHERE waiting_key.key = :key",
    _CODECS,
)
_KNOWN = Query(
    "SELECT photo.digest, waiting.name, waiting.supplier_id, waiting.url, waiting.sha256 FROM waiting_key"
    " JOIN waiting ON waiting.appearance_id = waiting_key.appearance_id"
    " JOIN appearance ON appearance.id = waiting_key.appearance_id JOIN photo ON photo.id = appearance.photo_id"
    " WHERE waiting_key.key IN :key ORDER BY photo.id",
    _CODECS,
)


def likely(source: Source, photo: PhotoId, names: Iterable[str], waits: Waits) -> bool:
    """Whether a photo with these names is the one that a caption's URLs speak of."""
    named = [one for one in waits.likely_names if any(ends_with(name, one) for name in names)]
    if not named:
        return False
    from provenance.model.addresses import unique

    return any(unique(one) or (_alone(source, photo, one) and _undisputed(source, one, waits)) for one in named)


def announced(source: Source, waits: Waits) -> tuple[PhotoId, ...]:
    """The photos held that a caption's URLs speak of: by a URL that another caption gave, else by the name in it."""
    rows = _KNOWN.rows(source, key=[key("url", url) for url in waits.urls])
    known = dict.fromkeys(row.digest for row in rows if _same_photo(convert.waits(row), waits))
    if known:
        return tuple(PhotoId(digest) for digest in known)
    from provenance.model.addresses import unique

    for name in waits.likely_names:
        found = located(source, name)
        if len(found) == 1 and (unique(name) or _undisputed(source, name, waits)):
            return found
    return ()


def _same_photo(one: Waits, other: Waits) -> bool:
    """Whether both speak of one photo by URL. Where both state a file name, their URL may be that of a logo."""
    return bool(set(one.urls) & set(other.urls)) and not (one.names and other.names)


def _alone(source: Source, photo: PhotoId, name: str) -> bool:
    return all(one == photo for one in located(source, name))


def _undisputed(source: Source, name: str, waits: Waits) -> bool:
    """Whether everyone whose URL ends so means the same address."""
    mine = _addresses(waits.urls)
    claims = (convert.waits(row) for row in _CLAIMS.rows(source, key=name_key(name)))
    return all(mine & _addresses(one.urls) for one in claims if name in one.likely_names)


def _addresses(urls: Sequence[str]) -> set[str]:
    from provenance.model.addresses import same_address

    return {same_address(url) for url in urls}
