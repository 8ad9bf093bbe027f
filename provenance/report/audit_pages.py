"""An audit as a folder of pages that open without a server. Families stream through; only what was seen is kept.

`index.html` lists, searches and filters; `families/P-....html` shows one family each; `pictures/` holds each preview
once; `data/` what the script of the index lists, as scripts, because a page opened from a disk may fetch nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.model.audit import LISTING_TITLES, Audited, Difference, Listing, Totals, Unread, Variant
from provenance.model.photo import PictureId, Preview
from provenance.report.audit_family import family_content, family_file
from provenance.report.audit_index import (
    MOST,
    difference_content,
    entry,
    index_content,
    new_families,
    script,
    searched,
    unread_content,
    variants_content,
)
from provenance.report.audit_pictures import picture_file
from provenance.report.pages import environment
from provenance.report.wording import count

if TYPE_CHECKING:
    from jinja2 import Environment

SHARD = 1000
"""Families in one script of data."""
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
)
"""Only the report's own files are loaded. Nothing in a page runs or styles, and no text ever becomes markup.

From a disk a page has no origin: Chromium lets 'self' stand for its neighbours, other browsers need `file:`."""
_ASSETS = ("style.css", "keys.js", "index.js", "family.js")

Told = tuple[Audited, Mapping[PictureId, Preview]]


@dataclass(frozen=True, slots=True)
class Report:
    """What the pages tell. `families` come in the order of their rank, each with the previews of its pictures.

    `now_words` says when the audit was made, `archive_option` is the path to name in commands ("" where none was
    given on the command line).
    """

    title: str
    now_words: str
    archive_option: str
    families: Iterable[Told]
    totals: Totals
    variants: tuple[Variant, ...]
    unread: tuple[Unread, ...]
    difference: Difference | None


@dataclass
class _Written:
    """What is remembered of families that went by: ids, findings drawn, pictures that stand, the lines of a shard."""

    ids: dict[str, bool] = field(default_factory=dict)
    drawn: dict[str, str] = field(default_factory=dict)
    pictures: set[int] = field(default_factory=set)
    entries: list[list[object]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    shards: int = 0


def pages(run: Report) -> Iterator[tuple[str, bytes]]:
    """Every file of the report: its name from the top folder, with "/", and its bytes. `index.html` comes last."""
    templates = environment()
    for name in _ASSETS:
        yield name, _encoded(templates.get_template(f"audit/{name}").render())
    written = _Written()
    new, drawn = new_families(run.difference), frozenset(run.totals.sample.drawn)
    for before, told, after in _between(run.families):
        family, previews = told
        yield from _pictures(previews, written)
        written.ids[family.id] = True
        written.drawn.update((one.finding.id, family.id) for one in family.listed if one.finding.id in drawn)
        written.entries.append(entry(family, previews, family.id in new))
        written.words.append(searched(family))
        yield family_file(family.id), _encoded(_family_page(templates, run, told, before, after))
        if len(written.entries) == SHARD:
            yield from _shard(written)
    yield from _shard(written)
    yield "index.html", _encoded(_index_page(templates, run, written))


def _family_page(templates: Environment, run: Report, told: Told, before: str, after: str) -> str:
    content = family_content(*told, run.archive_option)
    shared = {"policy": POLICY, "report": run.title, "made": run.now_words, "before": before, "after": after}
    return templates.get_template("audit/family.html").render(**shared, **content)


def _index_page(templates: Environment, run: Report, written: _Written) -> str:
    return templates.get_template("audit/index.html").render(
        policy=POLICY,
        report=run.title,
        made=run.now_words,
        shards=range(written.shards),
        families=len(written.ids),
        first=next(iter(written.ids), ""),
        titles=[(listing.value, LISTING_TITLES[listing]) for listing in Listing],
        variants=variants_content(run.variants, run.archive_option),
        more_variants=_more(len(run.variants), "line"),
        unread=unread_content(run.unread),
        more_unread=_more(len(run.unread), "file"),
        difference=difference_content(run.difference, written.ids),
        **index_content(run.totals, written.drawn),
    )


def _more(number: int, noun: str) -> str:
    return f"And {count(number - MOST, f'more {noun}')}, not shown here." if number > MOST else ""


def _pictures(previews: Mapping[PictureId, Preview], written: _Written) -> Iterator[tuple[str, bytes]]:
    for picture, preview in previews.items():
        key = int(picture[:16], 16)
        if key not in written.pictures:
            written.pictures.add(key)
            yield picture_file(picture, preview), preview.data


def _shard(written: _Written) -> Iterator[tuple[str, bytes]]:
    if written.entries:
        yield f"data/families-{written.shards:04}.js", script("prov.families", written.entries)
        yield f"data/words-{written.shards:04}.js", script("prov.words", written.words)
        written.entries, written.words = [], []
        written.shards += 1


def _between(families: Iterable[Told]) -> Iterator[tuple[str, Told, str]]:
    """Each family with the ids of the one before and the one after it, "" at the ends."""
    before, waiting = "", None
    for told in families:
        if waiting is not None:
            yield before, waiting, told[0].id
            before = waiting[0].id
        waiting = told
    if waiting is not None:
        yield before, waiting, ""


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
