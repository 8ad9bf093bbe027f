"""From the captions of an article to references: what each says, and how its photo will be known.

A visible caption, the alternative text of its picture and what the page's JSON-LD says of it are three statements:
publishers rewrite the first and leave the agency's words in the others. Their addresses tell that they belong
together: "story.html: figure 12", "story.html: alternative text of figure 12", "story.html: JSON-LD of figure 12".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

from provenance.feeds.article import Article
from provenance.feeds.article_caption import ArticleCaption, says_the_same
from provenance.feeds.article_credit import split_credit
from provenance.feeds.reference import Reference
from provenance.model.addresses import same_address, supplier_id
from provenance.model.appearance import Standing, Statement, Waits
from provenance.model.times import Voucher

_FEWEST_WORDS = 6
"""An alternative text of fewer words describes a picture for those who cannot see it, and tells nothing else."""
_MOST_URLS = 12
_JSON_LD = "JSON-LD"


def article_references(article: Article, name: str, source: str, standing: Standing) -> tuple[Reference, ...]:
    """The references of an article in a document called `name`.

    A page says itself who publishes it; where it does not, `source` counts. What it says is published, and only an
    offer stays one.
    """
    standing = standing if standing is Standing.OFFERED else Standing.PUBLISHED
    origin = Statement(
        source=article.publisher or host_of(article.url) or source,
        standing=standing,
        voucher=Voucher.ARTICLE,
        address=name,
        headline=article.title,
        publisher=article.publisher or host_of(article.url),
        url=article.url,
        times=(article.published,) if article.published else (),
    )
    return tuple(_references(article, origin))


def host_of(url: str) -> str:
    """The server in a URL, without "www."; "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # brackets that are no address of the sixth version
        return ""


def _references(article: Article, origin: Statement) -> Iterator[Reference]:
    visible = [one for one in article.captions if not one.address.startswith(_JSON_LD)]
    for caption in article.captions:
        waits, beside = _waits(caption, article.url, origin.address)
        line = int(caption.address.rpartition(" ")[2] or 1)
        address = _beside_visible(caption, visible)
        said = replace(origin, address=f"{origin.address}: {address}", caption=caption.caption, credit=caption.credit)
        yield Reference(waits, said, max(line, 1), beside)
        alt, credit = split_credit(caption.alt, in_caption=True)
        if _tells_more(caption, alt):
            address = f"{origin.address}: alternative text of {caption.address}"
            yield Reference(waits, replace(origin, address=address, caption=alt, credit=credit), max(line, 1), beside)


def _beside_visible(caption: ArticleCaption, visible: list[ArticleCaption]) -> str:
    """Where a caption stands; one in JSON-LD belongs to the visible caption of the same picture."""
    if not caption.address.startswith(_JSON_LD) or not caption.image_url:
        return caption.address
    mine = {same_address(url) for url in caption.urls}
    owner = next((one for one in visible if mine & {same_address(url) for url in one.urls}), None)
    return f"{_JSON_LD} of {owner.address}" if owner else caption.address


def _tells_more(caption: ArticleCaption, alt: str) -> bool:
    words = len(alt.split()) >= _FEWEST_WORDS and "<" not in alt
    return bool(caption.caption) and words and not says_the_same(caption, alt)


def _waits(caption: ArticleCaption, page: str, name: str) -> tuple[Waits, bool]:
    """How the photo will be known: by its path beside a saved page, by its URLs; else by its place in the article."""
    paths = [url for url in caption.urls if not re.match(r"[a-z][a-z0-9+.-]{1,20}:|//", url, re.IGNORECASE)]
    whole = [_absolute(page, url) for url in caption.urls]
    urls = tuple(dict.fromkeys(url for url in whole if url))[:_MOST_URLS]
    path = unquote(paths[0].partition("?")[0].partition("#")[0]) if paths else ""
    path = "" if path.startswith("/") else path.removeprefix("./")
    if not path and not urls:
        return Waits(name=f"{name} ({caption.address})"), False
    ids = filter(None, map(supplier_id, urls or [path]))
    return Waits(path, next(ids, ""), urls[0] if urls else "", "", urls[1:]), bool(path)


def _absolute(page: str, url: str) -> str:
    """The whole URL of a picture on a page; "" where neither says the server."""
    try:
        joined = urljoin(page, url) if page else f"https:{url}" if url.startswith("//") else url
        return joined if urlsplit(joined).scheme in {"http", "https"} and urlsplit(joined).hostname else ""
    except ValueError:  # brackets that are no address of the sixth version
        return ""
