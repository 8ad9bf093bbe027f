"""Link: a person says where a photo appeared, hands over the article it appeared in, or joins a caption that waits."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.feeds.dates import read_date
from provenance.model.appearance import Appearance, Standing, Statement
from provenance.model.archive import Outcome
from provenance.model.photo import PhotoId
from provenance.model.times import Dated, TimeKind, Voucher
from provenance.store.archive import Archive

if TYPE_CHECKING:
    from provenance.feeds.article import Article, ArticleCaption


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of an appearance; "" where it is not stated."""

    caption: str = ""
    credit: str = ""
    date: str = ""
    place: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    creator: str = ""
    headline: str = ""


def published_on(text: str, voucher: Voucher, field: str) -> tuple[Dated, ...]:
    """The publication date that a person typed. UsageError where it is no date."""
    if not text.strip():
        return ()
    span = read_date(text)
    if span is None:
        raise UsageError(f"{text!r} is not a date.", "Write it as 2022-04-07, or 7 April 2022.")
    return (Dated(TimeKind.PUBLISHED, span, voucher, field, text),)


def claim(said: Said, standing: Standing, voucher: Voucher, address: str, source: str) -> Statement | None:
    """What a person typed as a statement; None where nothing was typed."""
    statement = Statement(
        source=source,
        standing=standing,
        voucher=voucher,
        address=address,
        caption=said.caption,
        headline=said.headline,
        creator=said.creator,
        credit=said.credit,
        date=said.date,
        place=said.place,
        publisher=said.publisher,
        url=said.url,
        times=published_on(said.published, voucher, address),
    )
    return statement if statement.says_something else None


def from_article(article: Article, chosen: ArticleCaption, said: Said, name: str) -> Statement:
    """An article's caption as an appearance. What a person typed beside it counts more than what the page says."""
    typed = published_on(said.published, Voucher.EDITOR, "command line")
    return Statement(
        source=said.publisher or article.publisher or name,
        standing=Standing.PUBLISHED,
        voucher=Voucher.ARTICLE,
        address=f"{name}: {chosen.address}",
        caption=chosen.caption,
        headline=article.title,
        credit=said.credit or chosen.credit,
        publisher=said.publisher or article.publisher,
        url=said.url or article.url,
        times=typed or ((article.published,) if article.published else ()),
    )


def link(archive: Archive, photo: PhotoId, statement: Statement, now: datetime) -> Outcome:
    """Remember an appearance of a photo. UsageError where the archive does not hold the photo."""
    with archive.transaction() as writer:
        if writer.photo(photo) is None:
            raise UsageError(f"This archive does not hold the photo {photo[:12]}.", "Ingest it first: prov ingest FILE")
        return writer.state(photo, statement, now)


def waiting_captions(archive: Archive, text: str = "") -> dict[str, Appearance]:
    """The captions that wait for their photo by their number, oldest first; with a text those in which it stands."""
    with archive.reading() as reader:
        found = reader.waiting()
    sought = text.casefold()
    return {_number(one): one for one in found if not sought or sought in _all_words(one).casefold()}


def join_waiting(archive: Archive, photo: PhotoId, numbers: Sequence[str]) -> dict[str, Appearance]:
    """Give a photo the captions with these numbers, in one go. UsageError if one waits not."""
    waiting = waiting_captions(archive)
    joined: dict[str, Appearance] = {}
    for number in numbers:
        matching = [one for one in waiting if one.startswith(number.strip())]
        if len(matching) != 1:
            what = "several waiting captions" if matching else "no waiting caption"
            raise UsageError(f"{number!r} names {what}.", "List them: prov link --waiting")
        joined[matching[0]] = waiting[matching[0]]
    with archive.transaction() as writer:
        if writer.photo(photo) is None:
            raise UsageError(f"This archive does not hold the photo {photo[:12]}.", "Ingest it first: prov ingest FILE")
        for one in joined.values():
            writer.attach(photo, one)
    return joined


def _number(appearance: Appearance) -> str:
    """A number that stays: a hash of what the caption says and of what it waits for."""
    said = repr((appearance.waits, appearance.statement)).encode("utf-8", "backslashreplace")
    return f"W-{hashlib.sha256(said).hexdigest()[:10]}"


def _all_words(appearance: Appearance) -> str:
    said, waits = appearance.statement, appearance.waits
    sought = (waits.name, waits.supplier_id, *waits.urls) if waits else ()
    return "\n".join((said.caption, said.headline, said.credit, said.address, said.publisher, *sought))
