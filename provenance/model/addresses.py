"""What the URL of a picture tells about the file: names that it may have elsewhere, and whether they tell it apart.

Sites serve a photo in many sizes under one name with the size appended, or hand its URL on to a server that resizes
it. Only names that tell a photo from others count: "image.jpg", "original.jpg" and the counters of cameras name
thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

_LONGEST = 4096
_MOST_PARTS = 40
_MOST_NAMES = 12
_ENDING = re.compile(r"\.(jpe?g|jpe|jfif|png|webp|gif|tiff?|avif|heic|heif)$", re.IGNORECASE)
_SIZE = re.compile(
    r"(?:[-_.@](?:\d{2,5}x\d{2,5}(?:-c)?|\d{3,4}-\d{2}|\d{3,4}w|w\d{3,4}|\d{3,4}px|[1-4]x|scaled|rotated|cropped|resized"
    r"|e\d{9,14}|large|medium|small|thumb|thumbnail|crop\.[a-z-]{3,40}))$",
    re.IGNORECASE,
)
_UNIQUE = re.compile(
    r"gettyimages-\d{6,12}|ap_?\d{9,16}|epa\d{8}|(?:afp_)?\d{3}_[a-z0-9]{5,8}|rts?[a-z0-9]{5,8}|lynx[a-z0-9]{8,14}"
    r"|gm1e[a-z0-9]{6,12}|gf\d[a-z0-9]{6,12}|[0-9a-f]{16,128}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    r"|\d{4}-\d{2}-\d{2}t\d{6}z_\S{8,160}",
    re.IGNORECASE,
)
_MIXED = re.compile(r"[A-Za-z0-9]{16,128}")
_GEOMETRY = re.compile(r"[\dx:+_,.!-]{3,80}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,60}")
_CAMERA = re.compile(r"(?:img|dsc[fn]?|pict?|p|dji|pxl|mvi|cimg|sam|imag|scan|foto)[-_ ]?\d{1,7}", re.IGNORECASE)
_GENERIC = frozenset(
    word
    for line in (
        "image images img photo photos photograph picture pictures pic file files media original default untitled new",
        "copy edit edited final full large medium small thumb thumbnail master main lead header hero cover banner",
        "featured feature crop cropped resized scaled web print screen screenshot shot capture download unnamed upload",
        "gallery slide slideshow article story news post page content inline teaser promo social share preview",
        "placeholder stock test temp bild foto fotos imagen imagem immagine jpg jpeg png the and for with whatsapp",
        "telegram facebook",
    )
    for word in line.split(" ")
)
_LEAST_LETTERS = 9
_LEAST_DIGITS = 12


def likely_names(url: str) -> tuple[str, ...]:
    """The file names that the photo at a URL may have, the surest first; none where its name tells nothing."""
    names: dict[str, str] = {}
    for part in _parts(url):
        ending = _ENDING.search(part)
        stem = part[: ending.start()] if ending else part
        if telling(stem) if ending else unique(stem):
            for name in _spellings(stem, ending[0] if ending else ""):
                names.setdefault(name.casefold(), name)
    return tuple(names.values())[:_MOST_NAMES]


def telling(name: str) -> bool:
    """Whether a file name (with its ending or without) is so particular that few other photos have it."""
    stem = _bare(_ENDING.sub("", name))
    if unique(stem):
        return True
    if _CAMERA.fullmatch(stem):
        return False
    words = {word for word in map(str.casefold, _WORD.findall(stem)) if word not in _GENERIC}
    many_words = len(words) >= 2 and sum(map(len, words)) >= _LEAST_LETTERS
    return many_words or sum(one.isdigit() for one in stem) >= _LEAST_DIGITS


def unique(name: str) -> bool:
    """Whether a name is a number that a supplier or a program gives once: no other photo has it by chance."""
    stem = _bare(_ENDING.sub("", name))
    if _UNIQUE.fullmatch(stem):
        return any(one.isdigit() for one in stem)
    kinds = (str.isdigit, str.islower, str.isupper)
    return _MIXED.fullmatch(stem) is not None and all(any(map(kind, stem)) for kind in kinds)


def same_address(url: str) -> str:
    """A URL without what only says how large the picture is to be: equal for the renditions of one file.

    The scheme, the query and sizes in folder and file names go; a URL that holds another one becomes that one.
    """
    place, path = _inner(url)
    parts = [_bare(_ENDING.sub("", part)).casefold() for part in path.split("/") if part and not _measures(part)]
    return "/".join([place.casefold(), *parts])


def supplier_id(url: str) -> str:
    """The id of the supplier that a picture's file name carries, as the file's own fields have it; "" for none.

    Getty writes its asset's id after its name, Reuters its own as the third part of a file name.
    """
    for part in _parts(url):
        stem = _ENDING.sub("", part)
        getty = re.search(r"(?<![a-z])gettyimages-(\d{6,12})(?!\d)", stem, re.IGNORECASE)
        reuters = re.match(r"\d{4}-\d{2}-\d{2}T\d{6}Z_\d{1,12}_([A-Z0-9]{8,20})_RTRMADP", stem, re.IGNORECASE)
        other = re.search(r"(?<![A-Za-z0-9])((?:LYNX|GM1E|GF2)[A-Z0-9]{6,14}|epa\d{8})(?![A-Za-z0-9])", stem)
        for found in (getty, reuters, other):
            if found:
                return found[1]
    return ""


def _parts(url: str) -> Iterator[str]:
    """The parts of a URL that may be a file's name: of the innermost address from its end, then of its query."""
    if len(url) > _LONGEST:
        return
    _, path = _inner(url)
    parts = [part for part in path.split("/") if part]
    yield from reversed(parts[-_MOST_PARTS:])
    for value in _query(url):
        yield from reversed([part for part in value.split("?")[0].split("/") if part][-_MOST_PARTS:])


def _inner(url: str) -> tuple[str, str]:
    """Server and path of the address that a URL holds, else its own: `resize.example/800/https://a.example/b.jpg`."""
    inside = max(url.rfind("http://"), url.rfind("https://"))
    found = _split(unquote(url[inside:]).partition("?")[0] if inside > 0 else url)
    held = next((value for value in _query(url) if value.startswith(("http://", "https://"))), "")
    return _split(held.partition("?")[0]) if held and inside <= 0 else found


def _split(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no address of the sixth version
        return "", ""
    return parts.netloc.partition("@")[2] or parts.netloc, unquote(parts.path)


def _measures(part: str) -> bool:
    return _GEOMETRY.fullmatch(part) is not None and re.search(r"\d[x:_,+]\d", part) is not None


def _query(url: str) -> list[str]:
    query = url.partition("?")[2]
    try:
        return [value for _, value in parse_qsl(query[:_LONGEST], max_num_fields=_MOST_PARTS)]
    except ValueError:  # too many of them
        return []


def _bare(stem: str) -> str:
    """A stem without the sizes that were appended to it, and without a second ending (`photo.jpg.webp`)."""
    for _ in range(4):
        shorter = _ENDING.sub("", _SIZE.sub("", stem))
        if shorter == stem or not shorter:
            break
        stem = shorter
    return stem


def _spellings(stem: str, ending: str) -> Iterator[str]:
    bare = _bare(stem)
    inner = _ENDING.search(stem)
    endings = dict.fromkeys((inner[0] if inner else ending or ".jpg", ending or ".jpg", ".jpg", ".jpeg"))
    yield from ([stem + ending] if ending else [])
    yield from (bare + one for one in endings)
