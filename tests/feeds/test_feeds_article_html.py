"""Captions in web pages, found by what the page calls its elements, each once, with its credit and picture."""

from __future__ import annotations

import gzip
import json
import time

import pytest
from builders.documents import a_figure, a_page
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.feeds.article import Article, ArticleCaption, read_article

CAPTION = "A crane falls in the harbour of Odesa, Ukraine, April 7, 2022."
CREDIT = "Reuters / A. Person"
URL = "https://news.example/crane.jpg"


def read(body: str, head: str = "") -> Article:
    return read_article(a_page(body, head=head), "story.html")


def only(article: Article) -> ArticleCaption:
    (caption,) = article.captions
    return caption


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_a_figure_has_caption_credit_picture_and_alternative_text() -> None:
    caption = only(read(a_figure(alt="Crane in the harbour")))
    assert (caption.caption, caption.credit, caption.alt, caption.image_url) == (
        CAPTION,
        CREDIT,
        "Crane in the harbour",
        URL,
    )


IMAGE = f'<img src="{URL}">'
FIGCAPTION = f"<figcaption>{CAPTION}</figcaption>"
IMAGE_OBJECT = {"@type": "ImageObject", "caption": CAPTION, "creditText": CREDIT}


@pytest.mark.parametrize(
    "body",
    [
        f"<figure>{IMAGE}<figcaption>{CAPTION} (<cite>{CREDIT}</cite>)</figcaption></figure>",
        f"<figure>{IMAGE}<figcaption>{CAPTION} {CREDIT}</figcaption></figure>",
        f'<figure>{IMAGE}{FIGCAPTION}<div class="img__copyright">{CREDIT}</div></figure>',
        f'<div class="photo">{IMAGE}<p class="wp-caption-text">{CAPTION} (Photo: {CREDIT})</p></div>',
        f'<div>{IMAGE}<i class="pb-caption">{CAPTION} <b class="caption__credit">Photo: {CREDIT}</b></i></div>',
        f'<div><div><img data-src="{URL}" src="data:image/gif;base64,xx"></div>'
        f'<p class="Story_cutline__x1">{CAPTION}</p><p class="photographer">Credit: {CREDIT}</p></div>',
        f'<a href="#" data-caption="{CAPTION}" data-credit="{CREDIT}">{IMAGE}</a>',
        f'<figure><span class="copyright"><span class="off-screen">Image copyright</span> {CREDIT}</span>{IMAGE}'
        f'<figcaption><span class="off-screen">Image caption</span> {CAPTION}</figcaption></figure>',
        f'<img src="{URL}" alt="{CAPTION} {CREDIT}">',
        json_ld({"@type": "NewsArticle", "image": [IMAGE_OBJECT]}),
    ],
)
def test_the_caption_and_its_credit_come_apart_however_they_are_marked(body: str) -> None:
    caption = only(read(f"<article><p>A story about something.</p>{body}</article>"))
    assert (caption.caption, caption.credit) == (CAPTION, CREDIT)


def test_a_caption_told_in_several_places_counts_once() -> None:
    body = (
        f'<img src="{URL}" alt="{CAPTION}">'
        + a_figure(credit="")
        + a_figure()
        + json_ld({"@type": "ImageObject", "caption": f"{CAPTION} {CREDIT}", "contentUrl": URL})
    )
    caption = only(read(body))
    assert (caption.caption, caption.credit) == (CAPTION, CREDIT)


def test_two_photos_are_two_captions_in_the_order_of_the_page() -> None:
    second = a_figure("Firefighters at the pier in Odesa on Thursday.", "AFP", src="https://news.example/two.jpg")
    assert [one.credit for one in read(a_figure() + second).captions] == [CREDIT, "AFP"]


def test_buttons_logos_portraits_and_teasers_are_no_captions() -> None:
    body = (
        "<figure><svg></svg><figcaption>Facebook</figcaption></figure>"
        '<p class="caption">604 comments</p><img src="logo.svg" alt="Logo">'
        '<a href="/x"><img src="t.jpg" alt="Five things to know about cranes"></a>'
        + json_ld({"@type": "Person", "image": {"@type": "ImageObject", "caption": "The author of this story"}})
        + json_ld({"@type": "NewsArticle", "publisher": {"logo": {"@type": "ImageObject", "caption": "Our own logo"}}})
    )
    assert only(read(body + a_figure())).caption == CAPTION
    assert read(body).captions == ()


def test_an_open_graph_description_is_no_caption() -> None:
    head = f'<meta property="og:image" content="{URL}"><meta property="og:description" content="{CAPTION}">'
    assert read("<p>text</p>", head).captions == ()


def test_a_long_alternative_text_counts_where_nothing_else_does() -> None:
    alt = "Firefighters in yellow coats stand beside a crane that fell into the water of the harbour."
    assert only(read(f'<img src="{URL}" alt="{alt}">')).caption == alt


def test_what_the_page_says_of_itself() -> None:
    stated = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Crane &amp; harbour",
                "datePublished": "2022-04-08T05:00:00+00:00",
                "publisher": {"@type": "Organization", "name": "The Example"},
            }
        ],
    }
    article = read("", json_ld(stated) + '<link rel="canonical" href="https://news.example/story">')
    assert (article.title, article.publisher, article.url) == (
        "Crane & harbour",
        "The Example",
        "https://news.example/story",
    )
    assert article.published is not None
    assert article.published.span.start.isoformat() == "2022-04-08T05:00:00+00:00"


def test_meta_elements_say_it_where_no_json_does() -> None:
    head = (
        '<meta property="og:title" content="Crane falls"><meta property="og:site_name" content="The Example">'
        '<meta property="article:published_time" content="2022-04-08">'
    )
    article = read("<h1>Another heading</h1>", head)
    assert (article.title, article.publisher) == ("Crane falls", "The Example")
    assert article.published is not None
    assert article.published.raw == "2022-04-08"


def test_the_largest_rendition_stands_for_the_picture() -> None:
    image = f'<img src="small.jpg" srcset="small.jpg 300w, {URL}?w=1200,h=800 1200w, mid.jpg 600w">'
    assert only(read(f"<figure>{image}<figcaption>{CAPTION}</figcaption></figure>")).image_url == f"{URL}?w=1200,h=800"


def test_a_page_in_an_older_encoding_and_a_compressed_one_are_read() -> None:
    page = a_page(a_figure("Ein Kran stürzt in den Hafen von Odessa."), encoding="cp1252", charset="iso-8859-1")
    assert only(read_article(page, "x.html")).caption == "Ein Kran stürzt in den Hafen von Odessa."
    assert only(read_article(gzip.compress(a_page(a_figure())), "x.html")).credit == CREDIT
    cut = read_article(gzip.compress(a_page(a_figure()))[:40], "x.html")
    assert [problem.kind for problem in cut.problems] == ["page-incomplete"]


def test_a_page_is_known_by_its_content_too() -> None:
    assert only(read_article(a_page(a_figure()), "saved page")).credit == CREDIT


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<!--",
        "<![foo[",
        "<?",
        "&#9",
        "<b>",
        "<figure><figcaption>a b c d ",
        "<p class=caption>a b c d e",
        "<b><div></b>",
    ],
)
def test_hostile_pages_are_read_in_good_time(piece: str) -> None:
    began = time.process_time()
    read(piece * (200_000 // len(piece)))
    assert time.process_time() - began < 50


@pytest.mark.parametrize(
    "json_text", ["[" * 50_000, '{"a": NaN}', "{", '{"@type": 5, "caption": []}', "null", '"x"', "9" * 9000]
)
def test_json_that_is_none_is_passed_over(json_text: str) -> None:
    script = f'<script type="application/ld+json">{json_text}</script>'
    assert only(read(script + a_figure())).credit == CREDIT


def test_numbers_of_five_thousand_digits_are_no_error() -> None:
    assert only(read(a_figure() + "&#" + "9" * 5000 + ";")).credit == CREDIT


PIECES = (
    "<figure>",
    "</figure>",
    "<figcaption>",
    "<img alt='a b' src=x>",
    "<p class=caption>",
    "</p>",
    "words here ",
    "<!--",
    "-->",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25))
@settings(max_examples=100, deadline=None)
def test_any_page_is_an_article(pieces: list[str]) -> None:
    assert all(one.caption for one in read("".join(pieces)).captions)
