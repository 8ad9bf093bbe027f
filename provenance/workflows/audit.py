"""Audit: where does an archive contradict itself?

1. families are read one page at a time, the oldest first                         audit_families
2. every caption is held against the stronger ones, every copy against the best   audit_cases
3. the rules judge, at the door of the audit                                      rules.judge
4. findings go into the lists archivists ask for                                  audit_lists
5. what is told is laid aside, and only its rank is kept in memory                Aside
6. names of photographers are compared over the whole archive                     audit_names
7. what was found is kept, so that the next audit can tell what is new            store
8. families are told in the order of their rank

Nothing in the originals is touched; they are not even opened. Memory grows with what is found by a few bytes for each
family, and with the archive not at all.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from provenance.captions.reading import read
from provenance.captions.vocabulary import Vocabulary
from provenance.errors import ArchiveFullError
from provenance.model.appearance import Statement
from provenance.model.archive import Progress
from provenance.model.audit import (
    Audited,
    Difference,
    Kept,
    KeptAudit,
    Listing,
    News,
    Sample,
    Totals,
    Unread,
    Variant,
)
from provenance.model.case import Case
from provenance.model.claims import Claims
from provenance.model.family import Decision, Ruling
from provenance.model.findings import Door, Finding, Severity
from provenance.model.limits import Limits
from provenance.model.photo import Fact, PictureId
from provenance.model.serials import serial_of
from provenance.model.times import Voucher
from provenance.rules.judge import judge
from provenance.store.archive import Archive, Reader
from provenance.workflows.audit_cases import judged_family
from provenance.workflows.audit_families import FamilyFile, family_files
from provenance.workflows.audit_lists import audited
from provenance.workflows.audit_names import Camera, naming, sampled, shared, uncredited, variants

PAGE = 100
"""Families that are read and judged together."""
SAMPLE = 50
"""Findings drawn for review: with none of them wrong, at least 93 of 100 are right (95 % confidence)."""

_TOLD_ONCE = ("name-variants", "camera-shared", "credit-lost-in-renditions")
"""Rules whose findings are told once for many photos."""
_EXAMPLES = 6
Page = Sequence[tuple[int, PictureId]]
Rank = tuple[bool, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Scope:
    """What is told: families with something new since a moment, findings of one rule, families with a file in a folder.

    The whole archive is looked through in any case; None and "" mean everything.
    """

    since: datetime | None = None
    rule: str = ""
    folder: str = ""

    @property
    def words(self) -> str:
        """The scope as it was asked for; "" for everything. Only audits of the same scope are compared."""
        since = f"since {self.since.isoformat()}" if self.since else ""
        return ", ".join(
            one for one in (since, self.rule and f"rule {self.rule}", self.folder and f"folder {self.folder}") if one
        )


class Aside(Protocol):
    """Where what is to be told lies meanwhile: outside of memory."""

    def put(self, told: Audited) -> int:
        """Lay it aside; returns where."""

    def get(self, at: int) -> Audited:
        """Bring it back."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the door lends: the words of captions, the limits, the moment it is asked, and a place for what is told."""

    vocabulary: Callable[[], Vocabulary]
    limits: Limits
    now: datetime
    aside: Aside


@dataclass(frozen=True, slots=True)
class Brief:
    """A family as it comes out of judging: told, and what is counted over the whole archive.

    `creators` are named once for each photo that they are credited for; `cameras` are the facts that name the camera of
    a photo, with its creators; `lost` are kinds of renditions without the credit of their entry, each with that entry
    and a file.
    """

    told: Audited
    creators: tuple[str, ...]
    cameras: tuple[tuple[tuple[Fact, ...], tuple[str, ...]], ...]
    lost: tuple[tuple[str, str, str], ...]
    newest: datetime


@dataclass(frozen=True, slots=True)
class Run:
    """An audit that was made. `families` brings them in the order of their rank, as often as it is asked.

    `unkept` is why it was not kept, so that the next one is not compared with it; None where it was.
    """

    scope: Scope
    at: datetime
    totals: Totals
    variants: tuple[Variant, ...]
    unread: tuple[Unread, ...]
    difference: Difference | None
    families: Callable[[], Iterator[Audited]]
    unkept: ArchiveFullError | None = None


@dataclass
class _Counts:
    """What is counted on the way."""

    photos: int = 0
    pictures: int = 0
    families: int = 0
    copies: int = 0
    appearances: int = 0
    bridges: int = 0
    listed: Counter[tuple[Listing, bool]] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    creators: Counter[str] = field(default_factory=Counter)
    cameras: dict[str, Camera] = field(default_factory=dict)
    lost: dict[str, tuple[int, list[str]]] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)
    drawn: list[tuple[str, str, Ruling | None]] = field(default_factory=list)
    ranks: list[tuple[Rank, int]] = field(default_factory=list)

    def add(self, told: Audited) -> None:
        for one in told.listed:
            self.count(one.finding, one.listing, one.decision)
            ruling = one.decision.ruling if one.decision else None
            message = one.finding.message
            caption = next((said.caption_id for said in told.sayings if said.number == one.against), "")
            severity = one.finding.severity
            self.kept.append(Kept(one.finding.id, told.id, one.listing, severity, message, one.file, ruling, caption))
        self.bridges += len(told.bridges)

    def count(self, finding: Finding, listing: Listing, decision: Decision | None) -> None:
        self.listed[listing, decision is None] += 1
        if decision is None:
            self.severities[finding.severity] += 1
        drawn = (sampled(finding.id), finding.id, decision.ruling if decision else None)
        heapq.heappush(self.drawn, _reversed(drawn))
        if len(self.drawn) > SAMPLE:
            heapq.heappop(self.drawn)


def _reversed(drawn: tuple[str, str, Ruling | None]) -> tuple[str, str, Ruling | None]:
    """The same with its place in the order turned round, so that a heap drops the last and not the first."""
    return f"{(1 << 256) - 1 - int(drawn[0], 16):064x}", drawn[1], drawn[2]


def audit(archive: Archive, scope: Scope, tools: Tools) -> Iterator[Progress | Run]:
    """Look through everything; the last thing that comes is the Run."""
    counts = _Counts()
    decisions = _decisions(archive)
    total = archive.info().pictures
    vocabulary = tools.vocabulary()
    for page in _pages(archive):
        for one in _judged_page(archive, page, tools, vocabulary, decisions):
            _take(one, scope, tools, counts)
        yield Progress("Judging families", min(counts.pictures, total), total)
    found = _variants(counts, scope, tools, decisions)
    with archive.reading() as reader:
        unrelated = reader.unrelated_count()
        unread = tuple(_unread(reader))
        before = next((one for one in reader.audits() if one.scope == scope.words), None)
    kept = KeptAudit(tools.now, scope.words, tuple(counts.kept))
    unkept = _keep(archive, kept)
    order = sorted(counts.ranks)
    yield Run(
        scope=scope,
        at=tools.now,
        totals=_totals(counts, len(unread), unrelated),
        variants=found,
        unread=unread,
        difference=difference(before, kept) if before else None,
        families=lambda: (tools.aside.get(at) for _rank, at in order),
        unkept=unkept,
    )


def _keep(archive: Archive, kept: KeptAudit) -> ArchiveFullError | None:
    """Keep what was found; the reason where the archive cannot be written to, for the answer is worth as much."""
    try:
        with archive.transaction() as writer:
            writer.keep_audit(kept)
    except ArchiveFullError as error:
        return error
    return None


def _judged_page(
    archive: Archive,
    page: Page,
    tools: Tools,
    vocabulary: Vocabulary,
    decisions: Mapping[str, tuple[Decision, ...]],
) -> Sequence[Brief]:
    seen: dict[Statement, Claims] = {}

    def reading(statement: Statement) -> Claims:
        if statement not in seen:
            seen[statement] = read(statement, vocabulary, tools.limits.read)
        return seen[statement]

    with archive.reading() as reader:
        files = family_files(reader, page, reading, decisions)
    return [_judged(one, tools, decisions) for one in files]


def difference(before: KeptAudit, now: KeptAudit) -> Difference:
    """What is new, gone and decided."""
    old, new = ({one.finding: one for one in each.findings} for each in (before, now))
    changes = [
        *((News.NEW, one) for id, one in new.items() if id not in old),
        *((News.GONE, one) for id, one in old.items() if id not in new),
        *((News.DECIDED, one) for id, one in new.items() if id in old and one.ruling and one.ruling != old[id].ruling),
    ]
    order = tuple(News)
    return Difference(before.at, tuple(sorted(changes, key=lambda one: (order.index(one[0]), _place(one[1])))))


def _place(kept: Kept) -> tuple[int, int, str]:
    return tuple(Listing).index(kept.listing), -kept.severity, kept.finding


def _unread(reader: Reader) -> Iterator[Unread]:
    """Every file that could not be read."""
    after = 0
    while page := reader.unreadable(after):
        yield from (one for _number, one in page)
        after = page[-1][0]


def _pages(archive: Archive) -> Iterator[Page]:
    after = 0
    while True:
        with archive.reading() as reader:
            page = reader.units_after(after, PAGE)
        if not page:
            return
        yield page
        after = page[-1][0]


def _judged(family: FamilyFile, tools: Tools, decisions: Mapping[str, tuple[Decision, ...]]) -> Brief:
    def rules(case: Case) -> tuple[Finding, ...]:
        return judge(case, tools.limits.rule, door=Door.AUDIT)[0]

    told = audited(family, list(judged_family(family, tools.now, rules)), decisions)
    pairs = sorted(
        {
            (one.copy.photo, named.name)
            for one in family.told
            if one.judged
            for named in one.testimony.claims.who.creators
        }
    )
    recorded = (one.testimony.appearance.recorded for one in family.told)
    newest = max([*recorded, *(one.held_since for one in family.copies)])
    cameras = (
        (naming(family.facts[photo]), tuple(name for of, name in pairs if of == photo))
        for photo in dict.fromkeys(photo for photo, _name in pairs)
    )
    named = tuple(name for _photo, name in pairs)
    return Brief(told, named, tuple(one for one in cameras if one[0]), tuple(_lost(family)), newest)


def _lost(family: FamilyFile) -> Iterator[tuple[str, str, str]]:
    """Kinds of renditions whose files credit nobody, while the fields of another file of their entry do."""
    credited = {
        one.copy.photo
        for one in family.told
        if one.testimony.appearance.statement.voucher is Voucher.IN_FILE and one.testimony.claims.who.stated
    }
    entries = {one.record for one in family.copies if one.record and one.photo in credited}
    without = (one for one in family.copies if one.record in entries and one.photo not in credited)
    yield from {(one.rendition, one.record): (one.rendition, one.record, one.file) for one in without}.values()


def _take(brief: Brief, scope: Scope, tools: Tools, counts: _Counts) -> None:
    told = brief.told
    counts.photos += len(told.copies)
    counts.pictures += len({one.picture for one in told.copies})
    counts.appearances += len(told.sayings)
    counts.creators.update(brief.creators)
    for facts, names in brief.cameras:
        serial = serial_of(facts)
        if serial is not None:
            counts.cameras.setdefault(serial.camera, Camera(facts)).creators.update(names)
    for kind, _entry, file in brief.lost:
        entries, files = counts.lost.get(kind, (0, []))
        counts.lost[kind] = (entries + 1, files if len(files) >= _EXAMPLES else [*files, file])
    if len(told.copies) > 1:
        counts.families += 1
        counts.copies += len(told.copies) - 1
    if not _within(brief, scope):
        return
    if scope.rule:
        told = replace(told, listed=tuple(one for one in told.listed if one.finding.rule == scope.rule))
    counts.add(told)
    if told.listed or (not scope.rule and (len(told.copies) > 1 or told.bridges)):
        counts.ranks.append((told.rank, tools.aside.put(told)))


def _within(brief: Brief, scope: Scope) -> bool:
    if scope.since and brief.newest < scope.since:
        return False
    folder = scope.folder.rstrip("/") + "/"
    return not scope.folder or any(path.startswith(folder) for one in brief.told.copies for path in one.paths)


def _variants(
    counts: _Counts, scope: Scope, tools: Tools, decisions: Mapping[str, tuple[Decision, ...]]
) -> tuple[Variant, ...]:
    if scope.since or scope.folder or scope.rule not in {"", *_TOLD_ONCE}:
        return ()
    found = variants(counts.creators, tools.now, tools.limits.rule, decisions)
    found += shared(counts.cameras.values(), tools.now, tools.limits.rule, decisions)
    found += uncredited(counts.lost, tools.now, tools.limits.rule, decisions)
    found = tuple(one for one in found if scope.rule in {"", one.finding.rule})
    for one in found:
        counts.count(one.finding, one.listing, one.decision)
        ruling = one.decision.ruling if one.decision else None
        finding = one.finding
        counts.kept.append(Kept(finding.id, "", one.listing, finding.severity, finding.message, "", ruling))
    return found


def _totals(counts: _Counts, unread: int, unrelated: int) -> Totals:
    listed = tuple(
        (listing, counts.listed[listing, True], counts.listed[listing, False])
        for listing in Listing
        if counts.listed[listing, True] or counts.listed[listing, False]
    )
    return Totals(
        photos=counts.photos,
        pictures=counts.pictures,
        families=counts.families,
        copies=counts.copies,
        appearances=counts.appearances,
        listed=listed,
        severities=tuple((severity, counts.severities[severity]) for severity in Severity),
        bridges=counts.bridges,
        unread=unread,
        unrelated=unrelated,
        sample=_sample(counts.drawn),
    )


def _sample(drawn: Sequence[tuple[str, str, Ruling | None]]) -> Sample:
    """The drawn findings in their fixed order, and the exact interval for the share of right ones among the decided."""
    order = sorted(drawn, reverse=True)
    rulings = [ruling for _place, _id, ruling in order if ruling in {Ruling.CONFIRM, Ruling.DISMISS}]
    confirmed = rulings.count(Ruling.CONFIRM)
    low, high = interval(confirmed, len(rulings))
    return Sample(tuple(id for _place, id, _ruling in order), len(rulings), confirmed, low, high)


def interval(hits: int, of: int) -> tuple[float, float]:
    """The exact 95 % interval of a share (Clopper and Pearson 1934); 0 to 1 where nothing was counted."""
    if of == 0:
        return 0.0, 1.0
    from scipy.stats import beta

    low = float(beta.ppf(0.025, hits, of - hits + 1)) if hits else 0.0
    high = float(beta.ppf(0.975, hits + 1, of - hits)) if hits < of else 1.0
    return low, high


def _decisions(archive: Archive) -> Mapping[str, tuple[Decision, ...]]:
    with archive.reading() as reader:
        return _by_about(reader.every_decision())


def _by_about(decisions: Iterable[Decision]) -> Mapping[str, tuple[Decision, ...]]:
    found: dict[str, tuple[Decision, ...]] = {}
    for one in decisions:
        found[one.about] = (*found.get(one.about, ()), one)
    return found
