"""The lists of certificates that were imported, for people and for scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from provenance.model.trust import TrustKind, TrustList
from provenance.report.escape import one_line
from provenance.report.layout import block
from provenance.report.objects import strict
from provenance.report.wording import count, short_day_words

_FOR = {TrustKind.SIGNERS: "for signers", TrustKind.TIMESTAMPS: "for timestamps"}


def render_lists(lists: Sequence[TrustList]) -> str:
    """Every list on lines of its own, or that there is none."""
    if not lists:
        return "\n".join(
            [
                "No list has been imported, so nobody who signs content credentials is vouched for.",
                *block("Ask C2PA or IPTC for their lists, then: prov trust import LIST.pem --name NAME", "  "),
            ]
        )
    return "\n".join(line for one in lists for line in block(render_list(one), ""))


def render_list(one: TrustList) -> str:
    """Newsrooms, for signers, of 1 May 2026: 12 certificates, imported 23 Nov 2026"""
    dated = f", of {short_day_words(one.dated)}" if one.dated else ", without a date"
    held = f"{count(one.certificates, 'certificate')}, imported {short_day_words(one.imported.date())}"
    return f"{one_line(one.name)}, {_FOR[one.kind]}{dated}: {held}"


def lists_words(lists: Sequence[TrustList]) -> str:
    """Which lists vouch for signers, in a sentence."""
    signers = [one_line(one.title) for one in lists if one.kind is TrustKind.SIGNERS]
    return f"Lists of signers: {'; '.join(signers)}." if signers else "No list of signers was imported."


def render_imported(one: TrustList, expired: int) -> str:
    """What came in, and what was left out."""
    left = [f"{count(expired, 'certificate')} in the file had expired: left out."] if expired else []
    use = {
        TrustKind.SIGNERS: "Content credentials of its signers are trusted from now on; a verdict names the list.",
        TrustKind.TIMESTAMPS: "Times that its authorities state are believed from now on.",
    }[one.kind]
    return "\n".join(line for said in (f"Imported: {render_list(one)}.", *left, use) for line in block(said, ""))


def list_object(one: TrustList) -> dict[str, Any]:
    """The same for scripts."""
    told = {
        "name": one.name,
        "for": one.kind.value,
        "dated": one.dated.isoformat() if one.dated else None,
        "imported": one.imported.isoformat(timespec="seconds"),
        "certificates": one.certificates,
    }
    return cast("dict[str, Any]", strict(told))
