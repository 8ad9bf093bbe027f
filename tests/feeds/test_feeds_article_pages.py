"""Captions in the structures of the big systems for publishing, told from all that stands around them."""

from __future__ import annotations

import time

import pytest
from builders.documents import a_page
from builders.pages import CAPTION, CREDIT, IMG, STORY, STRUCTURES, SURROUNDINGS, URL, a_script

from provenance.feeds.article import Article, read_article

EVERYTHING = "".join(SURROUNDINGS.values())


def read(body: str, head: str = "") -> Article:
    return read_article(a_page(f"{STORY}{body}{STORY}", head=head), "story.html")


@pytest.mark.parametrize("name", STRUCTURES)
def test_the_caption_its_credit_and_its_picture_are_found(name: str) -> None:
    (found,) = read(STRUCTURES[name]).captions
    assert (found.caption, found.credit.removeprefix("Photo by ")) == (CAPTION, CREDIT)
    assert URL in found.urls


@pytest.mark.parametrize("name", STRUCTURES)
def test_nothing_else_on_the_page_becomes_a_caption(name: str) -> None:
    page = EVERYTHING + f"<article>{STORY}{STRUCTURES[name]}{STORY}</article>" + EVERYTHING
    assert [one.caption for one in read_article(a_page(page), "story.html").captions] == [CAPTION]


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_what_stands_around_an_article_is_no_caption(name: str) -> None:
    assert read(SURROUNDINGS[name]).captions == ()


def test_every_rendition_of_a_picture_is_kept_the_largest_first() -> None:
    image = (
        '<picture><source srcset="https://img.example/a-1600.jpg 1600w, https://img.example/a-400.jpg 400w">'
        '<img src="https://img.example/a-200.jpg" data-src="https://img.example/a-orig.jpg"></picture>'
    )
    (found,) = read(f"<figure>{image}<figcaption>{CAPTION}</figcaption></figure>").captions
    assert found.image_url == "https://img.example/a-orig.jpg"
    assert set(found.urls) >= {f"https://img.example/a-{size}.jpg" for size in ("orig", "1600", "400", "200")}


def test_the_words_in_alt_and_json_stay_apart_from_the_visible_ones() -> None:
    wire = "Dockers carry sacks of rice in the harbour of Oststadt, Sudland, 9 June 2014 (Tom Reeve/AFP)"
    body = f'<figure><img src="{URL}" alt="{wire}"><figcaption>Grain arrives at last. {CREDIT}</figcaption></figure>'
    stated = a_script({"@type": "ImageObject", "url": f"{URL}?w=900", "caption": "Sacks are carried ashore in 2014."})
    captions = read(body, stated).captions
    assert [one.caption for one in captions] == ["Grain arrives at last.", "Sacks are carried ashore in 2014."]
    assert captions[0].alt == wire


def test_a_caption_that_only_repeats_the_headline_of_the_page_is_none() -> None:
    stated = {
        "@type": "NewsArticle",
        "headline": "Grain arrives at last in port",
        "image": {"@type": "ImageObject", "url": URL, "caption": "Grain arrives at last in port"},
    }
    assert read(IMG, a_script(stated)).captions == ()


def test_the_day_of_the_last_change_counts_where_no_other_is_given() -> None:
    head = '<meta property="article:modified_time" content="2021-05-04T06:00:00Z">'
    published = read("", head).published
    assert published is not None
    assert (published.field, published.raw) == ("dateModified", "2021-05-04T06:00:00Z")


PIECES = (
    '<div class="image">', '<img src="a.jpg" alt="b">', "<em>words of four letters</em>", '<div class="caption">',
    '<a data-caption="one two three">', '<figure class="teaser">', "<table><tr><td>", '<p><img src="x.jpg"></p><p>',
    '<meta itemprop="caption" content="a b c d">', '<script>window.x = {"caption": ', '<noscript><img src="c.jpg">',
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_pages_of_one_thing_only_are_read_in_good_time(piece: str) -> None:
    began = time.process_time()
    read(piece * (200_000 // len(piece)))
    assert time.process_time() - began < 50
