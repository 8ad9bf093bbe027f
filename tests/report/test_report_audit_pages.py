"""The folder of an audit: pages that load only each other, say what was found, and take strangers' text as text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from builders.audits import (
    a_copy,
    a_decision,
    a_difference,
    a_family,
    a_finding,
    a_full_family,
    a_listed,
    a_report,
    a_saying,
    a_tiny_preview,
    a_variant,
    an_unread,
    some_totals,
)
from builders.cases import a_moment, a_statement

from provenance.model.audit import Listing, Unread
from provenance.model.claims import Agreement, Axis
from provenance.model.family import Ruling
from provenance.model.findings import Evidence, Severity
from provenance.report.audit_commands import command
from provenance.report.audit_pages import Report, pages

INJECTION = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}\x1b[31m\u202e\udce9"


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

    @property
    def words(self):
        return " ".join(self.text.split())


def written(report: Report) -> dict[str, bytes]:
    made = list(pages(report))
    assert len({name for name, _data in made}) == len(made)
    return dict(made)


def page(files: dict[str, bytes], name: str) -> Page:
    return Page(files[name].decode())


def data(files: dict[str, bytes], kind: str) -> list:
    """What the scripts of one kind hand over."""
    names = sorted(name for name in files if name.startswith(f"data/{kind}-"))
    calls = [re.fullmatch(rf"prov\.{kind}\((.*)\);\n", files[name].decode("ascii"), re.DOTALL) for name in names]
    return [one for call in calls for one in json.loads(call.group(1))]


def family_page(*families, **more) -> Page:
    files = written(a_report(families, **more))
    return page(files, f"families/{families[0].id}.html")


def test_every_page_loads_only_files_of_the_folder_that_are_there():
    files = written(a_report([a_full_family("one"), a_full_family("two")], previews=True))
    for name in [one for one in files if one.endswith(".html")]:
        shown = page(files, name)
        loaded = [one["src"] for one in shown.all("script") + shown.all("img")]
        loaded += [one["href"] for one in shown.all("link")]
        above = name.startswith("families/")
        for source in loaded:
            assert source.startswith("../") == above
            assert source.removeprefix("../") in files


def test_links_between_pages_lead_somewhere():
    families = [a_full_family("one"), a_full_family("two"), a_family(a_listed(), seed="three")]
    files = written(a_report(families, difference=a_difference(*families)))
    for name in [one for one in files if one.endswith(".html")]:
        shown = page(files, name)
        ids = {given["id"] for _tag, given in shown.tags if "id" in given}
        for link in [one["href"] for one in shown.all("a") if one.get("href")]:
            path, _, fragment = link.partition("#")
            if not path:
                assert fragment in ids or fragment.startswith("list=")
                continue
            there = path.removeprefix("../") if path.startswith("../") else path
            if name.startswith("families/") and not path.startswith("../"):
                there = f"families/{path}"
            assert there in files
            if fragment.startswith("F-"):
                assert f'id="{fragment}"'.encode() in files[there]


def test_the_policy_lets_nothing_run_or_load_but_the_folder():
    files = written(a_report([a_full_family()]))
    for name in [one for one in files if one.endswith(".html")]:
        shown = page(files, name)
        (policy,) = [one["content"] for one in shown.all("meta") if "http-equiv" in one]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "require-trusted-types-for 'script'" in policy
        assert not [tag for tag, _ in shown.tags if tag in {"style", "iframe", "object", "form", "base"}]
        assert not [one for _, given in shown.tags for one in given if one.startswith("on") or one == "style"]
        assert all("src" in one for one in shown.all("script"))


def test_scripts_put_text_in_as_text_only():
    files = written(a_report())
    for name in ("keys.js", "index.js", "family.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(", files[name].decode()
        )


def test_scripts_ask_for_nothing_that_is_not_there():
    files = written(a_report([a_family(a_listed())]))
    (family,) = [name for name in files if name.startswith("families/")]
    for name, scripts in (("index.html", ("keys.js", "index.js")), (family, ("keys.js", "family.js"))):
        ids = {given["id"] for _, given in page(files, name).tags if "id" in given}
        for script in scripts:
            asked = set(re.findall(r'(?:getElementById|\bat)\("([\w-]+)"\)', files[script].decode()))
            assert asked
            assert asked <= ids


def test_a_family_tells_all_that_is_known_of_it():
    family = a_full_family(decided=True)
    words = family_page(family).words
    for one in family.listed:
        assert one.finding.message in words
        assert one.finding.id in words
        assert all(quoted.text in words and quoted.source in words for quoted in one.finding.evidence)
        assert all(innocent in words for innocent in one.finding.innocent)
        assert one.finding.advice in words
    for one in family.sayings:
        assert one.date in words
        assert one.place in words
    assert "“January 2, 2020” to “October 14, 2022”" in words
    assert "cropped to 48 % (left, top and bottom removed)" in words
    assert "wire/2022/flood-b.jpg" in words
    assert "entry DAM 4711" in words
    assert "Holds it beside others" in words
    assert family.bridges[0].family in words
    assert "Confirmed by Ana Archivist on 20 November 2026, 16:40 UTC: The site had the day of another flood." in words


def test_disagreement_is_said_in_words_and_signs_not_by_colour_alone():
    html = written(a_report([a_full_family()]))
    (name,) = [one for one in html if one.startswith("families/")]
    marks = re.findall(
        r'<span class="sign" aria-hidden="true">(.)</span> ([a-z ]+) <span class="label">caption </span>1',
        html[name].decode(),
    )
    assert marks == [("≠", "contradicts"), ("≠", "contradicts")]


def test_every_verdict_has_its_words_and_what_is_not_stated_has_none():
    verdicts = dict(zip(list(Axis)[:3], (Agreement.AGREES, Agreement.EXPLAINABLE, Agreement.CANNOT_TELL), strict=True))
    told = family_page(a_family(sayings=(a_saying(1), a_saying(2, against=1, verdicts=verdicts)))).words
    assert "= agrees with caption 1" in told
    assert "≈ explainable beside caption 1" in told
    assert "? cannot tell beside caption 1" in told
    told = family_page(a_family(sayings=(a_saying(1), a_saying(2, against=1, verdicts=verdicts, credit="")))).words
    assert "cannot tell" not in told


def test_a_moment_of_a_field_is_told_in_words():
    assert "14 September 2021, 15:22" in family_page(a_family(sayings=(a_saying(1, date="2021-09-14T15:22:10"),))).words


def test_nothing_new_is_said():
    difference = replace(a_difference(), changes=())
    files = written(a_report([a_family(a_listed())], difference=difference))
    assert "Nothing is new, nothing is gone, nothing was decided." in page(files, "index.html").words


def test_changed_words_are_marked_and_labelled():
    shown = family_page(a_full_family())
    assert "[removed: Maribyrnong, Australia," in shown.words
    assert "[added: Jakarta, Indonesia," in shown.words
    assert shown.all("ins")
    assert shown.all("del")


def test_what_a_copy_shows_is_outlined_on_both():
    files = written(a_report([a_full_family()], previews=True))
    (name,) = [one for one in files if one.startswith("families/")]
    html = files[name].decode()
    assert re.findall(r'<polygon class="known" points="([^"]+)"', html) == [
        "360.0,160.0 1200.0,160.0 1200.0,720.0 360.0,720.0",
        "30.0,90.0 600.0,90.0 600.0,470.0 30.0,470.0",
    ]
    assert re.findall(r'<polygon class="content" points="([^"]+)"', html) == [
        "90.0,420.0 360.0,420.0 360.0,720.0 90.0,720.0"
    ]


def test_each_decision_has_its_command():
    family = a_full_family()
    lines = {one["data-line"] for one in family_page(family).all("button") if "data-line" in one}
    for one in family.listed:
        assert f'prov decide {one.finding.id} dismiss --note ""' in lines
        assert f'prov decide {one.finding.id} confirm --note ""' in lines
    for match in [one.match_id for one in family.copies if one.match_id] + [family.bridges[0].match_id]:
        assert f'prov decide {match} same-photo --note ""' in lines
        assert f'prov decide {match} not-same --note ""' in lines
    assert f'prov decide {family.id} dismiss --note ""' in lines
    assert f'prov decide {family.sayings[0].caption_id} confirm --note ""' in lines
    assert f"prov decide {family.sayings[2].caption_id}" not in " ".join(lines)  # an offer is never the record


@pytest.mark.parametrize(
    ("archive", "option"),
    [
        ("", ""),
        ("/srv/archive", " --archive /srv/archive"),
        ("/srv/picture archive", ' --archive "/srv/picture archive"'),
        ("C:\\pictures", " --archive C:\\pictures"),
        ("/srv/$(rm)", " --archive '/srv/$(rm)'"),
        ('/srv/"a"', " --archive '/srv/\"a\"'"),
    ],
)
def test_the_archive_is_named_only_where_it_was_and_is_quoted(archive, option):
    assert (
        command("F-0123456789", Ruling.DISMISS, archive).line == f'prov decide F-0123456789 dismiss --note ""{option}'
    )


def test_families_know_their_neighbours():
    families = [a_family(a_listed(), seed=seed) for seed in ("one", "two", "three")]
    files = written(a_report(families))
    found = []
    for one in families:
        links = {
            link.get("rel"): link["href"] for link in page(files, f"families/{one.id}.html").all("a") if "rel" in link
        }
        found.append((links.get("prev"), links.get("next")))
    first, second, third = (f"{one.id}.html" for one in families)
    assert found == [(None, second), (first, third), (second, None)]


def test_the_index_hands_over_what_is_listed_and_searched():
    family = a_full_family(decided=True)
    files = written(a_report([family], previews=True, difference=a_difference(family)))
    (entry,) = data(files, "families")
    assert entry[0] == family.id
    assert entry[1] == "This copy is a mirror image of the best one."
    order = list(Listing)
    assert entry[3] == 1 << order.index(Listing.MIRRORED)
    assert entry[4] == 1 << order.index(Listing.TWO_EVENTS)
    assert entry[5:9] == [1, 2, 3, 3]
    assert entry[10] in files
    assert entry[11] == 1
    (words,) = data(files, "words")
    for word in (
        "maribyrnong",
        "jakarta",
        "reuters",
        "flood",
        "2022",
        family.id.lower(),
        family.listed[0].finding.id.lower(),
    ):
        assert word in words
    options = [one["value"] for one in page(files, "index.html").all("option")]
    assert options[: len(order) + 1] == ["", *order]


def test_words_are_searched_without_accents_and_in_small_letters():
    said = a_statement("Überschwemmung in Łódź: Żabieniec, İstanbul, 東京", publisher="Süd/Presse")
    (words,) = data(written(a_report([a_family(a_listed(), sayings=(a_saying(1, said),))])), "words")
    for word in ("uberschwemmung", "zabieniec", "istanbul", "東京", "sud/presse", "2022"):
        assert word in words


def test_the_first_page_tells_totals_lists_names_files_news_and_how_sure():
    families = [a_full_family(), a_full_family("done", decided=True)]
    files = written(
        a_report(
            families,
            variants=(
                a_variant(),
                a_variant(("J. Sample", 3), ("John Sample", 90), decision=a_decision("F-0123456789")),
            ),
            unread=(an_unread(),),
            difference=a_difference(*families),
        )
    )
    shown = page(files, "index.html")
    for told in (
        "3 findings to decide",
        ["41,203", "Photos"][0],
        "Same picture, two events",
        "Zohra Bensemrah",
        "2 photos",
        "old/broken.jpg",
        "The file ends in the middle of the picture.",
        "Since the audit of 1 October 2026, 02:00 UTC",
        "A mirror image.",
        "drawn at random",
        families[0].listed[0].finding.id,
    ):
        assert told in shown.words


def test_an_archive_without_contradictions_has_a_page_too():
    files = written(a_report(totals=some_totals(unread=0)))
    assert "Nothing to decide" in page(files, "index.html").words
    assert not [name for name in files if name.startswith(("families/", "data/"))]


def test_pictures_stand_once_however_many_families_show_them():
    one, two = a_family(a_listed(), seed="one"), a_family(a_listed(), seed="two")
    shared = {one.best.picture: a_tiny_preview(), two.best.picture: a_tiny_preview(b"other")}
    report = a_report()
    told = Report(report.title, report.now_words, "", [(one, shared), (two, shared)], report.totals, (), (), None)
    made = [name for name, _data in pages(told)]
    assert len([name for name in made if name.startswith("pictures/")]) == 2


def strange_family():
    """A stranger's text in every field that holds any."""
    said = a_statement(
        INJECTION,
        INJECTION,
        address=INJECTION,
        headline=INJECTION,
        creator=INJECTION,
        credit=INJECTION,
        place=INJECTION,
        publisher=INJECTION,
        url=f"javascript:{INJECTION}",
        external_id=INJECTION,
    )
    finding = a_finding(INJECTION, advice=INJECTION, innocent=(INJECTION,), evidence=(Evidence(INJECTION, INJECTION),))
    decision = a_decision(finding.id, note=INJECTION, by=INJECTION)
    full = a_full_family("strange")
    return a_family(
        a_listed(finding, field=INJECTION, value=INJECTION, suggested=INJECTION, decision=decision, saying=1),
        a_listed(a_finding("open", severity=Severity.ERROR)),
        seed="strange",
        copies=(a_copy("strange", files=(INJECTION, INJECTION), format=INJECTION, record=INJECTION), *full.copies[1:]),
        sayings=(
            a_saying(1, said, "strange", date=INJECTION, place=INJECTION, credit=INJECTION, file=INJECTION),
            a_saying(2, said, "strange", 1, before="a b c", date=INJECTION, confirmed=decision, file=INJECTION),
        ),
        bridges=full.bridges,
        decisions=(decision,),
    )


def test_text_from_outside_is_text_wherever_it_stands():
    family = strange_family()
    told = {
        "variants": (a_variant((INJECTION, 1), (INJECTION + "x", 2)),),
        "unread": (Unread(INJECTION, None, INJECTION, a_moment("2026-01-01")),),
        "difference": a_difference(family),
        "title": INJECTION,
    }
    clean = written(a_report([a_full_family("strange")], difference=a_difference(a_full_family("strange"))))
    files = written(a_report([family], **told))
    for name in [one for one in files if one.endswith(".html")]:
        shown = page(files, name)
        assert len(shown.all("script")) == len(page(clean, name).all("script"))
        assert "alert(1)</script>" not in files[name].decode()
        assert not shown.all("img")
        assert r"\x1b[31m‹U+202E›\xe9" in shown.text
        assert "{{ 7*7 }}" in shown.text
        assert "\x1b" not in files[name].decode()
        assert "\u202e" not in files[name].decode()
        assert not [one for one in shown.all("a") if "javascript" in (one.get("href") or "")]
    (entry,) = data(files, "families")
    assert r"\x1b[31m" in entry[9]


@pytest.mark.parametrize("family", [a_full_family(), a_full_family(decided=True), a_family(), strange_family()])
def test_every_page_can_be_followed_by_a_screen_reader(family):
    files = written(a_report([family], variants=(a_variant(),), unread=(an_unread(),), difference=None))
    for name in [one for one in files if one.endswith(".html")]:
        shown = page(files, name)
        assert shown.all("html") == [{"lang": "en"}]
        assert len(shown.all("h1")) == len(shown.all("main")) == 1
        assert shown.all("title")
        assert all("scope" in head for head in shown.all("th"))
        assert all("alt" in image for image in shown.all("img"))
        levels = [int(tag[1]) for tag, _given in shown.tags if re.fullmatch("h[1-6]", tag)]
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
        ids = [given["id"] for _, given in shown.tags if "id" in given]
        assert len(ids) == len(set(ids))
        named = {given["aria-labelledby"] for _, given in shown.tags if "aria-labelledby" in given}
        labelled = {one["for"] for one in shown.all("label") if "for" in one}
        assert named | labelled <= set(ids)
        fields = {one["id"] for tag in ("input", "select") for one in shown.all(tag) if one.get("type") != "checkbox"}
        assert fields == labelled


def test_families_stream_and_nothing_of_them_is_kept():
    """While one family is told the next one is waited for, and no other is held."""
    alive = []

    def families():
        for number in range(2500):
            alive.append(number)
            yield a_family(a_listed(a_finding(f"Finding {number}")), seed=f"{number}"), {}

    report = a_report()
    told = Report(report.title, report.now_words, "", families(), report.totals, (), (), None)
    seen = 0
    names = []
    for name, _data in pages(told):
        names.append(name)
        if name.startswith("families/"):
            seen += 1
            assert len(alive) - seen <= 1
    assert seen == 2500
    assert [name for name in names if name.startswith("data/")] == [
        f"data/{kind}-{shard:04}.js" for shard in range(3) for kind in ("families", "words")
    ]
    assert names[-1] == "index.html"
