"""What stands on the first page of an audit, and the lines that its script searches."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from provenance.model.audit import LISTING_TITLES, Audited, Difference, Kept, Listing, News, Totals, Unread, Variant
from provenance.model.findings import Severity
from provenance.model.photo import PictureId, Preview
from provenance.report.audit_commands import OF_FINDING, commands
from provenance.report.audit_decisions import decision_words
from provenance.report.audit_family import TONES, leading
from provenance.report.audit_pictures import picture_file
from provenance.report.escape import one_line
from provenance.report.wording import count, day_words, moment_words

MOST = 500
"""Rows of a table beside the families; where there are more, a sentence says so."""
_SEARCHED = 2000  # characters of a family's words that can be searched: ids and files first, captions last
_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_NEWS = {News.NEW: "New", News.GONE: "Gone", News.DECIDED: "Decided"}


def index_content(totals: Totals, pages: Mapping[str, str]) -> dict[str, Any]:
    """The totals, the lists, and how sure they are. `pages` names the families of the findings drawn at random."""
    open_ones = sum(undecided for _listing, undecided, _decided in totals.listed)
    return {
        "undecided": count(open_ones, "finding"),
        "nothing": open_ones == 0,
        "grave": totals.open(Severity.ERROR),
        "numbers": (
            ("Photos", totals.photos),
            ("Pictures", totals.pictures),
            ("Families", totals.families),
            ("Copies", totals.copies),
            ("Captions", totals.appearances),
            ("Could not be read", totals.unread),
        ),
        "severities": [
            (severity.word.capitalize(), number, TONES[severity])
            for severity, number in sorted(totals.severities, reverse=True)
        ],
        "lists": [
            {"id": listing.value, "title": LISTING_TITLES[listing], "open": undecided, "decided": decided}
            for listing, undecided, decided in totals.listed
            if undecided or decided
        ],
        "bridges": totals.bridges,
        "unrelated": totals.unrelated,
        "sure": _sure(totals),
        "drawn": [(finding, pages.get(finding, "")) for finding in totals.sample.drawn],
    }


def variants_content(variants: Iterable[Variant], archive: str) -> list[dict[str, Any]]:
    """Spellings of names, undecided ones first."""
    ordered = sorted(variants, key=lambda one: one.decision is not None)
    return [
        {
            "names": [(name, count(photos, "photo")) for name, photos in one.names],
            "suggested": one.suggested,
            "message": one.finding.message,
            "id": one.finding.id,
            "decision": decision_words(one.decision) if one.decision else "",
            "commands": commands(one.finding.id, OF_FINDING, archive),
        }
        for one in ordered[:MOST]
    ]


def unread_content(unread: Iterable[Unread]) -> list[dict[str, str]]:
    """Files that could not be read."""
    return [
        {"file": one.file, "reason": one.reason, "since": day_words(one.since.date())}
        for one, _number in zip(unread, range(MOST), strict=False)
    ]


def difference_content(difference: Difference | None, pages: Mapping[str, bool]) -> dict[str, Any] | None:
    """What changed since the audit before; None for a first one. `pages` are the families that have a page."""
    if difference is None:
        return None
    groups = []
    for news, title in _NEWS.items():
        found = [kept for kind, kept in difference.changes if kind is news]
        told = [_kept(one, pages) for one in found[:MOST]]
        if found:
            groups.append({"title": title, "number": len(found), "rows": told})
    return {"since": moment_words(difference.since), "groups": groups}


def new_families(difference: Difference | None) -> frozenset[str]:
    """The families with something new since the audit before."""
    return (
        frozenset(kept.family for news, kept in difference.changes if news is News.NEW) if difference else frozenset()
    )


def entry(family: Audited, previews: Mapping[PictureId, Preview], new: bool) -> list[object]:
    """A family as the script lists it; the order of the values is that of `index.js`."""
    first = leading(family)
    best = family.best
    preview = previews.get(best.picture)
    return [
        family.id,
        one_line(first.finding.message) if first else "",
        int(first.finding.severity) if first else 0,
        _mask(one.listing for one in family.listed if one.open),
        _mask(one.listing for one in family.listed if not one.open),
        sum(one.open for one in family.listed),
        len(family.listed),
        len(family.copies),
        len(family.sayings),
        one_line(best.file),
        picture_file(best.picture, preview) if preview else "",
        int(new),
        max((int(one.finding.severity) for one in family.listed if one.open), default=0),
    ]


def searched(family: Audited) -> str:
    """The words under which a family is found, each once, in small letters."""
    texts = [family.id, *(file for one in family.copies for file in one.files), *(one.record for one in family.copies)]
    texts += [one.finding.message for one in family.listed] + [one.finding.id for one in family.listed]
    for one in family.sayings:
        said = one.statement
        texts += [one.date, one.place, one.credit, said.publisher, said.source, said.headline, said.caption]
        texts += [said.creator, said.credit, said.external_id]
    words = dict.fromkeys(word for text in texts for word in _words(text))
    return " ".join(words)[:_SEARCHED]


def script(name: str, values: object) -> bytes:
    """A call with values as a script that a page may load: ASCII, so that nothing in it is anything but data."""
    return f"{name}({json.dumps(values, ensure_ascii=True, separators=(',', ':'))});\n".encode("ascii")


def _kept(kept: Kept, pages: Mapping[str, bool]) -> dict[str, str]:
    return {
        "id": kept.finding,
        "message": kept.message,
        "file": kept.file,
        "listing": LISTING_TITLES[kept.listing],
        "family": kept.family if kept.family in pages else "",
        "ruling": kept.ruling.value if kept.ruling else "",
    }


def _words(text: str) -> Iterable[str]:
    """The words as `index.js` folds what is typed: in small letters, without accents; paths and credits whole too."""
    folded = "".join(one for one in unicodedata.normalize("NFKD", text.lower()) if unicodedata.category(one)[0] != "M")
    yield from _WORD.findall(folded)
    if "/" in folded or "\\" in folded:
        yield one_line(folded)


def _mask(listings: Iterable[Listing]) -> int:
    order = tuple(Listing)
    return sum({1 << order.index(listing) for listing in listings})


def _sure(totals: Totals) -> str:
    sample = totals.sample
    if not sample.reviewed:
        return ""
    return (
        f"Of {count(sample.reviewed, 'finding')} drawn at random and decided, {sample.confirmed:,} held. "
        f"That makes it between {sample.low * 100:.0f} and {sample.high * 100:.0f} % of all, with 95 % confidence."
    )
