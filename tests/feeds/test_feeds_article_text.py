"""Captions in plain text: told twice, signed, or beside a photo line; the body's paragraphs are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.feeds.article import Article, ArticleCaption, read_article

CAPTION = "Firefighters stand by a fallen crane in the harbour of Odesa, Ukraine April 7, 2022."
BODY = (
    "KEY POINTS\n\n  • A crane fell\n\nA crane fell in the harbour on Thursday, officials said. It was the second in a "
    "year, according to ABC/DEF.\n\n“Nobody was hurt,” the mayor told Reuters. Work had stopped (AFP).\n\n"
)


def read(text: str) -> Article:
    return read_article(text.encode(), "article.txt")


def only(article: Article) -> ArticleCaption:
    (caption,) = article.captions
    return caption


def test_a_caption_told_twice_counts_once_with_the_credit_that_was_appended() -> None:
    caption = only(read(f"{BODY}{CAPTION}\n{CAPTION} Reuters / OLENA EXAMPLE"))
    assert (caption.caption, caption.credit, caption.address) == (CAPTION, "Reuters / OLENA EXAMPLE", "line 9")


def test_it_does_not_matter_how_the_text_was_wrapped() -> None:
    twice = f"{CAPTION} {CAPTION} Reuters / OLENA EXAMPLE"
    words, lines, line = twice.split(), [], ""
    for word in words:
        if len(line) + len(word) > 68:
            lines, line = [*lines, line], ""
        line = f"{line} {word}".strip()
    caption = only(read(BODY + "\n".join([*lines, line])))
    assert (caption.caption, caption.credit) == (CAPTION, "Reuters / OLENA EXAMPLE")


@pytest.mark.parametrize(
    ("signed", "credit"),
    [
        ("(AP Photo/Olena Example)", "AP Photo/Olena Example"),
        ("(AP Photo/Olena Example, File)", "AP Photo/Olena Example, File"),
        ("REUTERS/Olena Example", "REUTERS/Olena Example"),
        ("Olena EXAMPLE/AFP", "Olena EXAMPLE/AFP"),
        ("[Olena Example/AFP]", "Olena Example/AFP"),
        ("© Olena Example", "Olena Example"),
        ("Olena Example - Getty Images", "Olena Example - Getty Images"),
        ("Photo: Olena Example / dpa", "Olena Example / dpa"),
        ("| Olena Example/AP Photo", "Olena Example/AP Photo"),
    ],
)
def test_a_paragraph_signed_by_an_agency_is_a_caption(signed: str, credit: str) -> None:
    caption = only(read(f"{BODY}{CAPTION} {signed}\n\nMore of the story follows here.\n"))
    assert (caption.caption, caption.credit) == (CAPTION, credit)


@pytest.mark.parametrize(
    "ending",
    [
        "(AFP)",
        "(Reporting by A. Person; Editing by B. Person)",
        "Additional reporting by A. Person, Reuters.",
        "He spoke to Reuters.",
        "according to AP/NORC",
    ],
)
def test_a_paragraph_signed_by_its_reporter_is_none(ending: str) -> None:
    assert read(f"{BODY}The mayor said that work would go on next week. {ending}\n").captions == ()


def test_a_photo_line_is_a_caption_or_the_credit_of_the_line_before() -> None:
    whole = only(read(f"{BODY}Photo: {CAPTION} (AP Photo/Olena Example)\n"))
    assert (whole.caption, whole.credit) == (CAPTION, "AP Photo/Olena Example")
    below = only(read(f"{BODY}{CAPTION}\nPhoto: Olena Example\n"))
    assert (below.caption, below.credit) == (CAPTION, "Olena Example")


def test_several_captions_keep_their_order() -> None:
    text = f"{BODY}One crane in the harbour. (AP Photo/A. Person)\n\n{CAPTION}\n{CAPTION} Reuters / B. PERSON\n"
    assert [one.credit for one in read(text).captions] == ["AP Photo/A. Person", "Reuters / B. PERSON"]


def test_text_without_a_caption_has_none_and_no_title_is_made_up() -> None:
    article = read(BODY)
    assert article == Article(())


def test_a_labelled_day_of_publication_is_read() -> None:
    published = read(f"Published: 8 April 2022\n\n{BODY}").published
    assert published is not None
    assert published.raw == "8 April 2022"


@pytest.mark.parametrize("piece", ["(", "Photo: ", ". A", "A ", "/", "A/", "\n", "A crane falls down here. ", "© "])
def test_hostile_text_is_read_in_good_time(piece: str) -> None:
    began = time.process_time()
    read(piece * (300_000 // len(piece)))
    assert time.process_time() - began < 50


@given(st.text(max_size=200), st.sampled_from(["", CAPTION, f"{CAPTION}\n{CAPTION} "]))
@settings(max_examples=100, deadline=None)
def test_any_text_is_an_article(text: str, beginning: str) -> None:
    for caption in read(beginning + text).captions:
        assert caption.caption or caption.credit
