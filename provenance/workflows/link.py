"""Link: a person says where a photo appeared, or hands over the article it appeared in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.feeds.dates import read_date
from provenance.model.appearance import Standing, Statement
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
