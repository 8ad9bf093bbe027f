"""An audit for people at a terminal: totals first, then the families that need a decision, then what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from provenance.model.audit import (
    LISTING_TITLES,
    Audited,
    Difference,
    Kept,
    Listed,
    Listing,
    News,
    Saying,
    Totals,
    Unread,
    Variant,
)
from provenance.model.findings import Severity
from provenance.report.escape import one_line
from provenance.report.layout import block, shorten, shorten_path, wrap
from provenance.report.linked import id_words
from provenance.report.wording import count, moment_words

_WIDTH = 80
_SHOWN = 3
_ROWS = 6
_LISTED = 10
_SPELLINGS = "Spellings that may be one photographer's name"
_NEWS = {News.NEW: "New", News.GONE: "Gone", News.DECIDED: "Decided"}


def render_audit(
    families: Iterable[Audited],
    variants: Iterable[Variant],
    unread: Iterable[Unread],
    totals: Totals,
    most: int,
    *,
    verbose: bool,
) -> Iterator[str]:
    """Paragraph after paragraph; `most` families (0: all), each with three findings unless `verbose`."""
    yield _head(totals)
    told = (one for one in families if verbose or any(listed.open for listed in one.listed))
    for number, one in enumerate(islice(told, most or None), start=1):
        yield _family(number, one, verbose=verbose)
    rest = sum(1 for _ in told)
    if rest:
        more = count(rest, "further family has", "further families have")
        yield f"\n{more} something to decide: --most 0, --html DIR or --csv FILE show all."
    spelled = [one for one in variants if one.decision is None]
    for title, told_once in groupby(spelled, _heading):
        yield _variants(title, list(told_once), verbose=verbose)
    files = list(unread)
    if files:
        yield _unread(files, verbose=verbose)
    yield _foot(totals)


def render_difference(difference: Difference | None, totals: Totals) -> str:
    """What is new, gone and decided since the last audit."""
    if difference is None:
        return "This is the first audit of this kind, so there is nothing to compare it with.\n\n" + _head(totals)
    lines = [f"Since the audit of {moment_words(difference.since)}:"]
    if not difference.changes:
        lines.append("Nothing is new, nothing is gone, nothing was decided.")
    for news in News:
        found = [kept for kind, kept in difference.changes if kind is news]
        if found:
            lines += ["", f"{_NEWS[news]} ({len(found):,})", *(line for kept in found for line in _kept(kept))]
    return "\n".join(lines)


def _kept(kept: Kept) -> list[str]:
    ruling = f" ({kept.ruling.value})" if kept.ruling else ""
    where = f", {one_line(kept.file)}" if kept.file else ""
    return block(f"{kept.finding}  {one_line(kept.message)}{where}{ruling}", "  ")


def _head(totals: Totals) -> str:
    held = f"{totals.photos:,} photos, {count(totals.families, 'family', 'families')} with copies"
    open = sum(number for severity, number in totals.severities if severity >= Severity.WARNING)
    notes = totals.open(Severity.NOTE) - open
    if not open and not notes:
        first = f"NOTHING TO DECIDE in {held}."
    else:
        open_words = count(open, "CONTRADICTION", "CONTRADICTIONS")
        first = f"{open_words} nobody has decided, and {count(notes, 'note')}, in {held}."
    width = max((len(LISTING_TITLES[listing]) for listing, _open, _done in totals.listed), default=0)
    rows = [
        f"  {LISTING_TITLES[listing]:<{width}}  {undecided:>6,}" + (f"  ({done:,} decided)" if done else "")
        for listing, undecided, done in totals.listed
    ]
    return "\n".join([*wrap(first, ""), *rows, *_warnings(totals)])


def _warnings(totals: Totals) -> list[str]:
    lines: list[str] = []
    if totals.bridges:
        lines += block(f"{count(totals.bridges, 'match')} may join two families into one; nothing was joined.", "  ")
    if totals.unrelated:
        lines += block(
            f"Copies of {count(totals.unrelated, 'picture')} have not been looked for yet: prov archive reindex", "  "
        )
    return lines


def _family(number: int, one: Audited, *, verbose: bool) -> str:
    best = shorten_path(one_line(one.best.file), 44)
    copies = len(one.copies) - 1
    lines = ["", f"{number}. {one.id}  {best}" + (f" and {count(copies, 'copy', 'copies')}" if copies else "")]
    told = one.listed if verbose else [listed for listed in one.listed if listed.open]
    for listed in told if verbose else told[:_SHOWN]:
        lines += _listed(listed, one)
    if not verbose and len(told) > _SHOWN:
        lines.append(f"   and {len(told) - _SHOWN} more: -v")
    if verbose:
        lines += [line for saying in one.sayings for line in _saying(saying)]
        for bridge in one.bridges:
            why = f" (both files carry {one_line(id_words(bridge.by))})" if bridge.by else ""
            lines += block(f"possibly one family with {bridge.family}: {bridge.match_id}{why}", "   ")
        for decision in one.decisions:
            who = f"{decision.ruling.value} by {one_line(decision.by)}, {moment_words(decision.at)}"
            lines += block(f"{decision.about} {who}" + (f": {one_line(decision.note)}" if decision.note else ""), "   ")
    return "\n".join(lines)


def _listed(listed: Listed, family: Audited) -> list[str]:
    finding = listed.finding
    where = "" if listed.photo == family.best.photo else f" ({shorten_path(one_line(listed.file), 40)})"
    decided = f" [{listed.decision.ruling.value}]" if listed.decision else ""
    lines = block(f"{finding.severity.word.upper()}  {one_line(finding.message)}{where}{decided}", "   ")
    if finding.innocent:
        lines += block(f"Perhaps harmless: {one_line(finding.innocent[0])}", "     ")
    return [*lines, f"     {finding.id}  {finding.rule}"]


def _saying(saying: Saying) -> list[str]:
    statement = saying.statement
    mark = "*" if saying.confirmed else " "
    facts = " | ".join(shorten(one_line(one), 24) or "-" for one in (saying.date, saying.place, saying.credit))
    who = one_line(statement.publisher or statement.source)
    caption = shorten(one_line(statement.caption or statement.headline), _WIDTH - 8)
    head = f"  {mark}{saying.number:>3}. {saying.caption_id} {statement.standing.value}, {who}: {facts}"
    return [shorten(head, _WIDTH), f"       {caption}"] if caption else [shorten(head, _WIDTH)]


def _heading(one: Variant) -> str:
    return _SPELLINGS if one.listing is Listing.SPELLING else LISTING_TITLES[one.listing]


def _variants(title: str, spelled: list[Variant], *, verbose: bool) -> str:
    lines = ["", title]
    for one in spelled if verbose else spelled[:_LISTED]:
        names = ", ".join(f"{one_line(name)} ({number:,})" for name, number in one.names)
        told = one_line(one.finding.message) if one.listing is Listing.CREDIT_IN_RENDITIONS else names
        lines += block(f"{told}  {one.finding.id}", "  ")
    if not verbose and len(spelled) > _LISTED:
        lines.append(f"  and {len(spelled) - _LISTED:,} more: -v")
    return "\n".join(lines)


def _unread(files: list[Unread], *, verbose: bool) -> str:
    lines = ["", f"{count(len(files), 'file')} could not be read"]
    for one in files if verbose else files[:_LISTED]:
        lines += block(f"{shorten_path(one_line(one.file), 60)}: {one_line(one.reason)}", "  ")
    if not verbose and len(files) > _LISTED:
        lines.append(f"  and {len(files) - _LISTED:,} more: -v")
    return "\n".join(lines)


def _foot(totals: Totals) -> str:
    sample = totals.sample
    lines = [""]
    if sample.reviewed:
        lines += wrap(
            f"Of {sample.reviewed} findings drawn at random and decided, {sample.confirmed} were right: between "
            f"{sample.low * 100:.0f} and {sample.high * 100:.0f} % of all are (95 % confidence).",
            "",
        )
    elif sample.drawn:
        lines += wrap(
            f"How sure is this list? Decide these {len(sample.drawn)}, drawn at random, and the next audit says: "
            + ", ".join(sample.drawn[:5])
            + (" ... (--json lists all)" if len(sample.drawn) > 5 else ""),
            "",
        )
    if totals.listed:
        lines += ['Decide: prov decide F-... dismiss|confirm --note "why"', "Look:   prov audit --html FOLDER"]
    return "\n".join(lines)
