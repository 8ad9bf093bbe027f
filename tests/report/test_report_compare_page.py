"""The page of two compared photos: one file, nothing loaded, all said without its script, followed by a keyboard."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from builders.compared import a_match, a_pair, a_pair_apart
from PIL import Image

from provenance.media.encode import encode
from provenance.model.matching import Change, ChangeKind, MatchVerdict, Orientation, Relation
from provenance.model.pair import Pair
from provenance.report.compare_figures import measured_words
from provenance.report.compare_page import render_compare_page
from provenance.report.compare_words import made_words

INJECTION = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}\x1b[31m\u202e.jpg"


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


def rendered(pair: Pair) -> str:
    found = pair.compared
    assert found is not None
    if found.difference is None:
        return render_compare_page(pair)
    return render_compare_page(pair, encode(found.known), encode(found.difference))


def words_of(html: str) -> str:
    shown = re.sub(r"<(script|style)>.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(Page(shown).text.split())


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def inside(html: str, tag: str) -> str:
    (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    return content


def test_four_pictures_are_inside_the_page_and_shown_without_its_script():
    page = Page(rendered(a_pair()))
    shown = [image for image in page.all("img") if "src" in image]
    assert len(shown) == 4
    assert all(image["src"].startswith("data:image/") for image in shown)
    assert all(image["alt"] for image in shown)
    assert all(int(image["width"]) > 0 and int(image["height"]) > 0 for image in shown)
    (controls,) = page.all("fieldset")
    assert "hidden" in controls


def test_the_page_says_what_the_terminal_says():
    pair = a_pair()
    told = words_of(rendered(pair))
    assert "SAME PHOTO" in told
    assert made_words(pair) in told.replace("\u00a0", " ")
    assert "Lower left: something was removed, pasted or covered (9 %)." in told
    assert "A shows 56 % of B" in measured_words(pair.match)
    assert '<th scope="row">Part of B that A shows</th><td>56 %</td>' in rendered(pair)


def test_the_policy_allows_its_own_style_and_script_and_nothing_else():
    html = rendered(a_pair())
    (policy,) = [one["content"] for one in Page(html).all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    assert policy == (
        f"default-src 'none'; img-src data:; style-src '{digest(inside(html, 'style'))}'; "
        f"script-src '{digest(inside(html, 'script'))}'; base-uri 'none'; form-action 'none'"
    )


def test_without_anything_to_slide_there_is_no_script():
    html = rendered(a_pair_apart())
    page = Page(html)
    assert not page.all("script")
    assert "script-src" not in html
    assert not page.all("input")
    assert len(page.all("img")) == 2
    assert "Nothing was found that both show." in page.text


def test_nothing_is_loaded_and_no_attribute_runs_or_styles():
    page = Page(rendered(a_pair()))
    assert not [tag for tag, _ in page.tags if tag in {"link", "iframe", "object", "form", "base", "a"}]
    assert not [name for _, given in page.tags for name in given if name.startswith("on") or name in {"style", "href"}]
    assert "http" not in inside(rendered(a_pair()), "script")


def test_sliders_are_native_named_and_in_order():
    page = Page(rendered(a_pair()))
    ranges = [one for one in page.all("input") if one["type"] == "range"]
    assert [one["id"] for one in ranges] == ["wipe", "fade", "lit"]
    assert {one["for"] for one in page.all("label")} == {"wipe", "fade", "lit", "lines"}
    assert {one["for"] for one in page.all("output")} == {"wipe", "fade", "lit"}
    assert all((one["min"], one["max"]) == ("0", "100") for one in ranges)
    assert not [given for _, given in page.tags if "tabindex" in given]
    assert ":focus-visible" in inside(rendered(a_pair()), "style")


def test_the_script_asks_for_nothing_that_is_not_there():
    html = rendered(a_pair())
    ids = {given["id"] for _, given in Page(html).tags if "id" in given}
    asked = set(re.findall(r'getElementById\("([\w-]+)"\)', inside(html, "script")))
    assert asked
    assert asked <= ids
    for slider in ("wipe", "fade", "lit"):
        assert f"var(--{slider}" in inside(html, "style")


def test_changed_areas_are_numbered_on_the_pictures_as_in_the_list():
    html = rendered(a_pair())
    numbers = re.findall(r'<svg class="number"[^>]*>.*?<text[^>]*>(\d+)</text>', html)
    assert numbers == ["1", "2", "1", "2"]
    assert html.count('<rect class="content"') == 2
    assert re.findall(r'<li class="(\w+)">', html) == ["content", "overlaid"]


INSET = ((100.0, 40.0), (400.0, 40.0), (400.0, 300.0), (100.0, 300.0))


def outlines(html: str) -> list[list[tuple[float, float]]]:
    found = re.findall(r'<polygon class="known" points="([^"]+)"', html)
    return [[tuple(map(float, corner.split(","))) for corner in points.split()] for points in found]


def test_the_region_and_what_was_kept_are_outlined():
    drawn = outlines(rendered(a_pair(a_match(of_this=0.45, region=INSET))))
    expected = [(x / 0.448, y / 0.384) for x, y in INSET]
    assert len(drawn) == 3
    for corners in (drawn[0], drawn[2]):
        assert [value for corner in corners for value in corner] == pytest.approx(
            [value for corner in expected for value in corner], abs=1
        )
    assert drawn[1] == [(300, 200), (1000, 200), (1000, 1000), (300, 1000)]


def test_what_is_filled_wholly_is_said_and_not_outlined():
    html = rendered(a_pair())
    assert "B fills the whole of A." in words_of(html)
    assert len(outlines(html)) == 1


def test_a_turned_crop_is_outlined_as_it_lies_and_not_by_its_box():
    whole = ((0.0, 0.0), (448.0, 0.0), (448.0, 384.0), (0.0, 384.0))
    match = a_match(orientation=Orientation.UPRIGHT, angle=30.0, kept=0.3, region=whole, shown=(0.2, 0.2, 0.8, 0.9))
    (corners,) = outlines(rendered(a_pair(match)))
    across, down = zip(*corners, strict=True)
    assert (round(min(across)), round(max(across))) == (200, 800)
    assert (round(min(down)), round(max(down))) == (200, 900)
    assert corners[0] == pytest.approx((min(across), corners[0][1]))
    assert len(set(across)) == 4


def test_text_from_outside_is_text():
    html = rendered(a_pair(files=(INJECTION, INJECTION)))
    page = Page(html)
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert len(page.all("img")) == 5
    assert "alert(1)" not in inside(html, "script")
    assert "{{ 7*7 }}" in page.text
    assert "\x1b" not in html
    assert "\u202e" not in html
    html.encode()


@pytest.mark.parametrize(
    ("verdict", "word"), [(MatchVerdict.SAME_SCENE, "SAME SCENE"), (MatchVerdict.CANNOT_TELL, "CANNOT TELL")]
)
def test_other_answers_have_their_page(verdict, word):
    html = rendered(a_pair(a_match(verdict=verdict, relations=(Relation.SAME_SCENE,), changes=(), altered=None)))
    assert word in words_of(html)
    assert "not measured" in words_of(html)
    assert Page(html).all("fieldset")


@pytest.mark.parametrize("size", [(1, 1), (32, 32), (2000, 9), (9, 2000)])
def test_pictures_of_any_shape_have_their_page(size):
    image = Image.new("RGB", size, (120, 60, 20))
    page = Page(rendered(a_pair_apart(image, image, "AB")))
    assert len(page.all("img")) == 2
    assert "TOO LITTLE DETAIL" in page.text


def test_a_screen_reader_can_follow():
    page = Page(rendered(a_pair()))
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == len(page.all("main")) == 1
    ids = [given["id"] for _, given in page.tags if "id" in given]
    assert len(ids) == len(set(ids))
    assert {given["aria-labelledby"] for _, given in page.tags if "aria-labelledby" in given} <= set(ids)
    assert all(given.get("aria-hidden") == "true" for given in page.all("svg") if "drawn" in (given.get("class") or ""))


def test_a_change_outside_the_picture_is_drawn_at_its_edge():
    beyond = Change(ChangeKind.CONTENT, (-50.0, -50.0, 5000.0, 5000.0), 0.9)
    assert '<rect class="content" x="0.0" y="0.0" width="1000.0" height="1000.0"/>' in rendered(
        a_pair(a_match(changes=(beyond,)))
    )
