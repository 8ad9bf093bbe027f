"""The page: both pictures, one file, nothing loaded, nothing run."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from builders.cases import a_case, a_claim, a_fact, a_known_photo, a_match, a_testimony
from builders.verdicts import (
    a_cannot_tell,
    a_collage,
    a_crop,
    a_hold,
    a_not_found,
    a_same_moment,
    a_same_scene,
    a_seen,
    an_altered,
    an_ok,
    an_unreadable,
    decided,
)

from provenance.model.photo import Preview, Problem
from provenance.report.html import render_check_page

INJECTION = "</style></bdi><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}\x1b[31m\u202e"
THIS, KNOWN = Preview("JPEG", 4, 3, b"this picture"), Preview("WEBP", 6, 4, b"known picture")


class Page(HTMLParser):
    """Collects the tags of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def test_both_pictures_stand_side_by_side_with_alternative_texts():
    page = Page(render_check_page(a_hold(preview=THIS, known_previews=(KNOWN,))))
    sources = [image["src"] for image in page.all("img")]
    assert sources == [
        "data:image/jpeg;base64," + base64.b64encode(b"this picture").decode(),
        "data:image/webp;base64," + base64.b64encode(b"known picture").decode(),
    ]
    assert [(image["width"], image["height"]) for image in page.all("img")] == [("4", "3"), ("6", "4")]
    assert all(image["alt"] for image in page.all("img"))
    assert "cropped to 83 %" in page.text


def outlines(page: Page, kind: str) -> list[str]:
    return [shape["points"] for shape in page.all("polygon") if shape["class"] == kind]


def test_the_photos_of_a_collage_are_outlined_and_numbered_as_they_are_listed():
    page = Page(render_check_page(a_collage(preview=THIS, known_previews=(KNOWN, KNOWN))))
    assert page.all("svg") == [{"viewbox": "0 0 1200 800", "aria-hidden": "true"}]
    assert outlines(page, "known") == [
        "20.0,100.0 580.0,100.0 580.0,700.0 20.0,700.0",
        "640.0,220.0 1180.0,220.0 1180.0,580.0 640.0,580.0",
    ]
    text = " ".join(page.text.split())
    assert "1. Left: photo" in text
    assert "2. Right: photo" in text
    assert "Known photos in it: left wire/left.jpg; right wire/right.jpg." in text
    assert [image["alt"][:5] for image in page.all("img")] == ["The p", "The p", "Photo"]


def test_changed_areas_are_outlined_and_said_in_words():
    page = Page(render_check_page(an_altered(preview=THIS, known_previews=(KNOWN,))))
    assert outlines(page, "content") == ["60.0,560.0 330.0,560.0 330.0,770.0 60.0,770.0"]
    assert "Lower left: something was removed, pasted or covered (7 %)." in page.text
    assert "removed, pasted or covered" in page.text[page.text.index("Nothing was claimed") :]


def test_what_is_left_of_a_cropped_photo_is_outlined_on_the_known_one():
    page = Page(render_check_page(a_crop(of_this=0.8)))
    assert not page.all("svg")  # without previews there is nothing to draw on
    match = a_match(of_this=1.0, kept=0.5, shown=(0.0, 0.0, 0.5, 1.0))
    case = a_case(known=[a_known_photo(match=match)])
    page = Page(render_check_page(decided(case, preview=THIS, known_previews=(KNOWN,))))
    assert [one["viewbox"] for one in page.all("svg")] == ["0 0 1600 1067"]
    assert outlines(page, "known") == ["0.0,0.0 800.0,0.0 800.0,1067.0 0.0,1067.0"]


def test_corners_that_are_nowhere_are_not_drawn():
    corners = ((0.0, 0.0), (float("inf"), 0.0), (float("nan"), 1.0), (0.0, 1.0))
    case = a_case(known=[a_known_photo(match=a_match(region=corners))])
    assert not Page(render_check_page(decided(case, preview=THIS))).all("polygon")


def test_the_best_copy_and_the_others_are_listed():
    small = a_known_photo(seed="small", files=("web/small.jpg",), width=800, height=533)
    page = Page(render_check_page(decided(a_case(known=[small, a_known_photo()]))))
    text = " ".join(page.text.split())
    assert "Best copy held: wire/b.jpg, 1600 x 1067." in text
    assert "Best copy held: photo" in text
    assert "800 x 533 pixels. Files: web/small.jpg." in text


@pytest.mark.parametrize("verdict", [a_same_scene(), a_same_moment(), a_cannot_tell()])
def test_other_frames_stand_apart_and_are_not_called_the_photo(verdict):
    text = Page(render_check_page(verdict)).text
    assert "other pictures of the scene" in text
    assert "Where it was seen" not in text
    assert "The photo in the archive" not in text
    assert "Earliest:" not in text


def test_the_page_does_not_ask_for_itself():
    assert "--html" not in Page(render_check_page(an_altered())).text


def test_the_page_tells_what_the_terminal_tells():
    verdict = a_hold()
    text = " ".join(Page(render_check_page(verdict)).text.split())
    for finding in verdict.findings:
        assert finding.message in text
        assert finding.id in text
        assert all(words in text for words in finding.innocent)
    assert "also offered to us by tips desk" in text
    assert "superseded by a newer version" in text
    assert "Contradicts" in text
    assert "EXIF DateTimeOriginal" in text


def test_the_policy_allows_nothing_but_its_own_style_and_data_pictures():
    html = render_check_page(a_hold())
    (policy,) = [one["content"] for one in Page(html).all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; img-src data:; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_nothing_is_loaded_and_nothing_runs():
    page = Page(render_check_page(a_hold(preview=THIS, known_previews=(KNOWN,))))
    assert not [tag for tag, _ in page.tags if tag in {"script", "link", "iframe", "object", "form", "base"}]
    assert not [name for _, given in page.tags for name in given if name.startswith("on") or name in {"style", "href"}]


def test_text_from_outside_is_text():
    testimony = a_testimony(caption=INJECTION, source=INJECTION, place=INJECTION, url=f"javascript:{INJECTION}")
    case = a_case(
        a_claim(INJECTION, date="2023-03-02", place=INJECTION),
        [a_known_photo(testimony, files=(INJECTION,))],
        {"date": "contradicts"},
        file=INJECTION,
        facts=[a_fact(INJECTION, INJECTION)],
        problems=[Problem("x", INJECTION)],
    )
    html = render_check_page(decided(case))
    page = Page(html)
    assert not page.all("script")
    assert not page.all("img")
    assert len(page.all("style")) == 1
    assert "{{ 7*7 }}" in page.text
    assert "\x1b" not in html
    assert "\u202e" not in html
    assert r"\x1b[31m‹U+202E›" in page.text
    html.encode()


@pytest.mark.parametrize(
    "verdict",
    [
        *(a_hold(), an_ok(), a_seen(), a_same_scene(), a_not_found(), an_unreadable()),
        *(a_crop(), an_altered(), a_collage(), a_same_moment(), a_cannot_tell()),
    ],
)
def test_every_answer_has_a_page_that_a_screen_reader_can_follow(verdict):
    page = Page(render_check_page(verdict))
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert all("scope" in head for head in page.all("th"))
    labels = {given["id"] for _, given in page.tags if "id" in given}
    assert {given["aria-labelledby"] for _, given in page.tags if "aria-labelledby" in given} <= labels


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, of #rrggbb."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_of_text_stands_out_from_its_ground(scheme):
    """WCAG 2.1 AA asks for 4.5 to 1."""
    html = render_check_page(a_hold())
    palette = re.findall(r":root \{(.*?)\}", html, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", palette))
    pairs = [(text, ground) for text in ("ink", "soft") for ground in ("paper", "sheet", "frame")]
    pairs += [(tone, "paper") for tone in ("hold", "ok", "look", "plain")]
    pairs += [(text, f"{tone}-wash") for tone in ("hold", "ok", "look", "plain") for text in (tone, "ink", "soft")]
    assert {
        pair: contrast(colours[pair[0]], colours[pair[1]])
        for pair in pairs
        if contrast(colours[pair[0]], colours[pair[1]]) < 4.5
    } == {}


def test_an_undecodable_file_name_can_be_written_as_utf_8():
    render_check_page(decided(a_case(file="caf\udce9.jpg"))).encode("utf-8")
