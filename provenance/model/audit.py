"""What an audit finds: families with all that was said about them, and findings in the lists archivists ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from provenance.model.appearance import Statement
from provenance.model.checks import hex_id, instances, require
from provenance.model.claims import Agreement, Axis
from provenance.model.documents import DocumentId
from provenance.model.family import Decision, Ruling
from provenance.model.findings import Finding, Severity
from provenance.model.history import Run
from provenance.model.matching import Match
from provenance.model.photo import PhotoId, PictureId


class Listing(StrEnum):
    """The lists of an audit, in the order in which what stands in them matters."""

    KILLED = "killed-still-held"
    TWO_EVENTS = "two-events"
    TWO_PHOTOGRAPHERS = "two-photographers"
    DRIFT = "drift"
    CREDIT_DROPPED = "credit-dropped"
    CREDIT_IN_RENDITIONS = "credit-lost-in-renditions"
    DECLARED = "declared-synthetic"
    CREDENTIALS = "credentials-broken"
    ISSUE_DATE = "issue-date-as-photo-date"
    SCAN_DATE = "scan-date-as-capture-date"
    CUT = "caption-cut"
    ENCODING = "damaged-encoding"
    CAMERA = "camera-shared"
    SPELLING = "name-variants"
    MIRRORED = "mirrored"
    LOST_CONTEXT = "crop-lost-context"
    WORDING = "told-otherwise"
    NO_CREDIT = "no-credit"


LISTING_TITLES = {
    Listing.KILLED: "Killed, withdrawn or corrected by the supplier, and still held",
    Listing.TWO_EVENTS: "Same picture, two events",
    Listing.TWO_PHOTOGRAPHERS: "Same picture, two photographers",
    Listing.DRIFT: "Same picture, another day or place",
    Listing.CREDIT_DROPPED: "Uncredited copies of credited pictures",
    Listing.CREDIT_IN_RENDITIONS: "Credits lost in renditions",
    Listing.MIRRORED: "Mirror images",
    Listing.LOST_CONTEXT: "Crops that lost much of the picture",
    Listing.DECLARED: "Declared to be no plain photo",
    Listing.CREDENTIALS: "Content credentials that do not hold",
    Listing.ISSUE_DATE: "Issue date stored as the photo's date",
    Listing.SCAN_DATE: "Date of a scan stored as the date of capture",
    Listing.CUT: "Captions and names cut short",
    Listing.ENCODING: "Damaged characters",
    Listing.CAMERA: "One camera, several photographers",
    Listing.SPELLING: "Spellings of one photographer's name",
    Listing.WORDING: "Told in other words, with other numbers or markers",
    Listing.NO_CREDIT: "No credit anywhere",
}


class Role(StrEnum):
    """What a picture is in its family."""

    BEST = "best"
    """The copy that shows most."""
    MEMBER = "member"
    GUEST = "guest"
    """It holds the photo beside others: a collage, a screenshot of several."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One photo of a family. `match` says how it was made from the best copy; None for that one, or where unknown.

    `files` are paths below their roots as they are shown to people and `paths` the same whole, `record` the library
    entry that it is a `rendition` of ("" for none), `match_id` what a decision about the pair is addressed to.
    """

    photo: PhotoId
    picture: PictureId
    role: Role
    files: tuple[str, ...]
    width: int
    height: int
    size: int
    format: str
    held_since: datetime
    match: Match | None = None
    match_id: str = ""
    record: str = ""
    rendition: str = ""
    paths: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        hex_id(self.photo, "a photo's id")
        hex_id(self.picture, "a picture's id")

    @property
    def file(self) -> str:
        """Its first file, or its id where none is known."""
        return self.files[0] if self.files else self.photo[:12]


@dataclass(frozen=True, slots=True)
class Saying:
    """A row of a family's matrix: one appearance of one of its photos, with what it claims on each axis.

    `number` counts from 1, the strongest first. `caption_id` names the words in every run (`C-`).
    `date`, `place` and `credit` are the characters that say so, "" where nothing is stated. `against` is the number of
    the saying that it was held against, None for the first and for what stands apart; `verdicts` are what came of it,
    and `words` how the caption differs from that one's. `judged` is false for what is superseded or was only offered.
    """

    number: int
    caption_id: str
    photo: PhotoId
    file: str
    statement: Statement
    recorded: datetime
    judged: bool
    date: str = ""
    place: str = ""
    credit: str = ""
    against: int | None = None
    verdicts: tuple[tuple[Axis, Agreement], ...] = ()
    words: tuple[Run, ...] = ()
    confirmed: Decision | None = None

    def verdict(self, axis: Axis) -> Agreement | None:
        """What came of one axis; None where it was not held against anything."""
        return dict(self.verdicts).get(axis)


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding in its list. `saying` and `against` are numbers of the matrix, where captions are what it is about.

    `field` is the IPTC field that could be put right ("Date Created", "Creator"...), `value` what stands there and
    `suggested` what the stronger record says; "" where nothing can be suggested. `decision` is the last one about it,
    or about its family.
    """

    finding: Finding
    listing: Listing
    photo: PhotoId
    file: str
    saying: int | None = None
    against: int | None = None
    field: str = ""
    value: str = ""
    suggested: str = ""
    decision: Decision | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has dismissed or confirmed it."""
        return self.decision is None

    @property
    def rank(self) -> tuple[int, int, str]:
        """The order in which findings are told: by list, then the gravest, then by id."""
        return tuple(Listing).index(self.listing), -self.finding.severity, self.finding.id


@dataclass(frozen=True, slots=True)
class Bridge:
    """A match with one picture of another family, which joins nothing: possibly one family.

    `by` is the id that both files carry, where only their fields link them.
    """

    family: str
    here: PhotoId
    there: PhotoId
    file: str
    match: Match
    match_id: str
    by: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Audited:
    """A family (or a picture that stands alone) as an audit tells it. `id` is the family's, `P-` and ten digits.

    `decisions` are all that were taken about it, its matches and its findings, the oldest first.
    """

    id: str
    copies: tuple[Copy, ...]
    sayings: tuple[Saying, ...]
    listed: tuple[Listed, ...]
    bridges: tuple[Bridge, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def __post_init__(self) -> None:
        require(bool(self.copies), "a family has a photo")
        instances(self.copies, Copy, "copies")
        instances(self.sayings, Saying, "sayings")
        instances(self.listed, Listed, "findings")

    @property
    def best(self) -> Copy:
        """The copy that shows most."""
        return next((one for one in self.copies if one.role is Role.BEST), self.copies[0])

    @property
    def rank(self) -> tuple[bool, int, int, int, str]:
        """The order of families: undecided ones first, by their gravest finding, then by how many there are."""
        told = [one for one in self.listed if one.open] or list(self.listed)
        if not told:
            return True, len(Listing), 0, 0, self.id
        first = min(one.rank for one in told)
        return not any(one.open for one in self.listed), first[0], first[1], -len(told), self.id


@dataclass(frozen=True, slots=True)
class Variant:
    """What is told once for many photos: spellings that may be one photographer's name, one camera's users, kinds of
    renditions that lost their credit; each with how many photos it stands on.
    """

    finding: Finding
    listing: Listing
    names: tuple[tuple[str, int], ...]
    suggested: str
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, or not as a photo."""

    file: str
    photo: PhotoId | None
    reason: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Sample:
    """How sure the list is: findings drawn at random, and what editors decided about those they looked at.

    `drawn` are ids of findings to review. Of `reviewed` decided ones `confirmed` held; `low` and `high` bound the share
    of true ones with 95 % confidence (Clopper and Pearson 1934), 0 and 1 where nothing was reviewed.
    """

    drawn: tuple[str, ...]
    reviewed: int
    confirmed: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Totals:
    """What was looked through and what was found. `listed` counts findings by list: undecided ones, and decided."""

    photos: int
    pictures: int
    families: int
    copies: int
    appearances: int
    listed: tuple[tuple[Listing, int, int], ...]
    severities: tuple[tuple[Severity, int], ...]
    bridges: int
    unread: int
    unrelated: int
    sample: Sample

    def open(self, least: Severity) -> int:
        """Undecided findings of a severity or above."""
        return sum(number for severity, number in self.severities if severity >= least)


class News(StrEnum):
    """What became of a finding since the audit before."""

    NEW = "new"
    GONE = "gone"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding as kept of an audit: enough to say what is new and what is gone.

    `caption` is the id of the caption on record that it was measured by, "" where there is none.
    """

    finding: str
    family: str
    listing: Listing
    severity: Severity
    message: str
    file: str
    ruling: Ruling | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class KeptAudit:
    """An audit that was made: when, of what (the words of its filters, "" for everything), and its findings."""

    at: datetime
    scope: str
    findings: tuple[Kept, ...]

    def __post_init__(self) -> None:
        require(self.at.utcoffset() == timedelta(0), "audits are dated in UTC")
        instances(self.findings, Kept, "findings")


@dataclass(frozen=True, slots=True)
class Difference:
    """What is new, gone and decided since an audit."""

    since: datetime
    changes: tuple[tuple[News, Kept], ...]
