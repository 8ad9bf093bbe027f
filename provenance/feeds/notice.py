"""Kill and correction notices as agencies send them: in NewsML-G2, in ninjs, by mail and in plain words.

In wire formats an item's publishing state, its signals, the notes to editors and its headline say what it is; a text
item may be a notice about photos that it names or links to. In words it is told by what notices say (notice_words).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.errors import DocumentError
from provenance.feeds.dates import read_date
from provenance.feeds.newsml import is_newsml
from provenance.feeds.ninjs import is_ninjs
from provenance.feeds.notice_mail import read_letter
from provenance.feeds.notice_signs import corrected_caption, ids_in, names_in, urls_in, wrong_words
from provenance.feeds.notice_words import is_lead, kind_of
from provenance.feeds.wire import WirePhoto, waits_of
from provenance.model.limits import LIMITS, ReadLimits
from provenance.model.notice import Notice, NoticeKind, Signs
from provenance.model.times import Dated, TimeKind, Voucher

if TYPE_CHECKING:
    from provenance.feeds.newsml_tree import Tree

_HEAD = 16_384
_SIGNALS = (
    ("kill", NoticeKind.KILL),
    ("withdraw", NoticeKind.WITHDRAWAL),
    ("withheld", NoticeKind.WITHDRAWAL),
    ("correct", NoticeKind.CORRECTION),
    ("advisory", NoticeKind.ADVISORY),
)
_WITHHELD = frozenset({"withheld", "withdrawn"})
_HINT = "Say what it asks for with --kind kill (or withdrawal, correction, advisory), and which photo with --photo."


@dataclass(frozen=True, slots=True)
class _Origin:
    name: str
    source: str
    kind: NoticeKind | None
    limits: ReadLimits


def read_notices(
    data: bytes, name: str, source: str, kind: NoticeKind | None = None, limits: ReadLimits = LIMITS.read
) -> tuple[Notice, ...]:
    """The notices in a document called `name`, which `source` handed over: at least one.

    `kind` says what it asks for where a person knows better. Raises DocumentError where it holds no notice, or cannot
    be read.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise DocumentError(f"{name} is empty: it holds no notice.")
    origin = _Origin(name, source, kind, limits)
    if is_newsml(data[:_HEAD]):
        found = tuple(_from_newsml(data, origin))
    elif is_ninjs(data[:_HEAD]):
        found = tuple(_from_ninjs(data, origin))
    else:
        found = tuple(_from_words(data, origin))
    if not found:
        raise DocumentError(f"{name} holds no kill or correction notice.", _HINT)
    return tuple({one.digest: one for one in found}.values())


def _from_newsml(data: bytes, origin: _Origin) -> Iterator[Notice]:
    from provenance.feeds.newsml import newsml_photos
    from provenance.feeds.newsml_tree import read_tree

    tree = read_tree(data, origin.name, origin.limits.document_elements)
    for photo in newsml_photos(tree):
        yield from _of_photo(photo, origin)
    yield from _newsml_texts(tree, origin)


def _newsml_texts(tree: Tree, origin: _Origin) -> Iterator[Notice]:
    """Items without a picture that are notices about photos: what they say, and what they link to."""
    from provenance.feeds.newsml_item import first, is_photo, photo_of, text_of

    for number, item in enumerate(tree.items, 1):
        if item.tag != "newsItem" or is_photo(item):
            continue
        content = first(item, "contentSet")
        said = photo_of(item, number, f"item {number}")
        links = tuple(one.get("residref", "").strip() for one in item.iter("link"))
        yield from _of_text(said, text_of(content) if content is not None else "", links, origin)


def _from_ninjs(data: bytes, origin: _Origin) -> Iterator[Notice]:
    from provenance.feeds.ninjs import ninjs_items
    from provenance.feeds.ninjs_item import is_photo, photo_of, story_text

    for number, item in enumerate(ninjs_items(data, origin.name, origin.limits), 1):
        said = photo_of(item, number, f"item {number}")
        if is_photo(item):
            yield from _of_photo(said, origin)
        else:
            yield from _of_text(said, story_text(item), (), origin)


def _of_photo(photo: WirePhoto, origin: _Origin) -> Iterator[Notice]:
    kind = _kind_of_photo(photo) or origin.kind
    if kind is None:
        return
    waits = waits_of(photo)
    told = [*photo.notes, photo.headline, photo.caption]
    yield _notice(
        origin.kind or kind,
        photo,
        origin,
        text="\n".join(dict.fromkeys(text for text in told if text))
        or f"Publishing state: {photo.status or kind.value}",
        signs=Signs(waits.names, waits.supplier_ids, waits.urls) if waits else Signs(),
        corrected=photo.caption if kind is NoticeKind.CORRECTION else "",
    )


def _kind_of_photo(photo: WirePhoto) -> NoticeKind | None:
    """What an item with a picture asks for: its state says so; else a signal, the notes to editors, its headline, or
    the way in which its caption begins."""
    said = kind_of((*photo.notes, photo.headline, photo.caption[:300] if photo.gone else ""))
    if photo.gone:
        state = NoticeKind.WITHDRAWAL if photo.status in _WITHHELD else NoticeKind.KILL
        return said if said is not None and said.grave else state
    signalled = (kind for word, kind in _SIGNALS if any(word in signal for signal in photo.signals))
    return next(signalled, None) or said or (NoticeKind.CORRECTION if is_lead(photo.caption) else None)


def _of_text(said: WirePhoto, content: str, links: tuple[str, ...], origin: _Origin) -> Iterator[Notice]:
    kind = origin.kind or kind_of((*said.notes, said.headline, content))
    told = [*said.notes, said.headline, content or said.caption]
    text = "\n".join(dict.fromkeys(one for one in told if one))[: origin.limits.text_characters]
    if kind is None or not text:
        return
    yield _notice(
        kind,
        said,
        origin,
        text=text,
        signs=Signs(names_in(text), tuple(dict.fromkeys((*ids_in(text), *filter(None, links)))), urls_in(text)),
        corrected=corrected_caption(text) if kind is NoticeKind.CORRECTION else "",
    )


def _notice(kind: NoticeKind, said: WirePhoto, origin: _Origin, *, text: str, signs: Signs, corrected: str) -> Notice:
    """A notice in a wire document. It was issued when its newest version was."""
    times = [one for one in said.dated(Voucher.FEED) if one.kind is not TimeKind.CAPTURED]
    newest = max(times, key=lambda one: one.span.start, default=None)
    return Notice(
        kind=kind,
        text=text,
        source=origin.source,
        address=f"{origin.name}: {said.place}",
        voucher=Voucher.FEED,
        publisher=said.publisher or origin.source,
        headline=said.headline,
        issued=replace(newest, kind=TimeKind.ISSUED) if newest else None,
        names=signs.names,
        ids=signs.ids,
        urls=signs.urls,
        corrected=corrected,
        wrong=wrong_words(text) if kind is NoticeKind.CORRECTION else (),
        external_id=said.guid,
        version=said.version,
    )


def _from_words(data: bytes, origin: _Origin) -> Iterator[Notice]:
    letter = read_letter(data, origin.limits.text_characters)
    kind = origin.kind or kind_of((letter.headline, letter.text))
    if kind is None or not letter.text:
        return
    span = read_date(letter.date)
    yield Notice(
        kind=kind,
        text=letter.text,
        source=origin.source,
        address=origin.name,
        voucher=Voucher.SENDER,
        publisher=letter.sender or origin.source,
        headline=letter.headline,
        issued=Dated(TimeKind.ISSUED, span, Voucher.SENDER, f"{origin.name} Date", letter.date) if span else None,
        names=names_in(letter.text),
        ids=ids_in(letter.text),
        urls=urls_in(letter.text),
        corrected=corrected_caption(letter.text) if kind is NoticeKind.CORRECTION else "",
        wrong=wrong_words(letter.text) if kind is NoticeKind.CORRECTION else (),
    )
