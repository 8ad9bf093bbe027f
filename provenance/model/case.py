"""The case: everything a rule may look at; and the verdict that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from provenance.model.appearance import Appearance, Standing, Statement
from provenance.model.checks import instances, require
from provenance.model.claims import Agreement, Axis, Claims, Comparison
from provenance.model.clues import Placed, Zoned
from provenance.model.documents import Linked
from provenance.model.embedded import EmbeddedComparison
from provenance.model.family import Decision
from provenance.model.findings import Abstention, Corroboration, Finding
from provenance.model.history import Version
from provenance.model.isolation import Isolation
from provenance.model.matching import Match, MatchVerdict
from provenance.model.notice import Noticed
from provenance.model.photo import Fact, PhotoId, PictureId, Preview, Problem


@dataclass(frozen=True, slots=True)
class Testimony:
    """An appearance with the claims that were read from it."""

    appearance: Appearance
    claims: Claims

    @property
    def earliest(self) -> datetime:
        """The earliest moment it states for the photo; where it states none, when the archive recorded it."""
        return min((dated.span.nominal for dated in self.appearance.statement.times), default=self.appearance.recorded)

    @property
    def strength(self) -> tuple[int, datetime]:
        """The order in which testimonies are quoted: those with the best standing first, of these the earliest."""
        return tuple(Standing).index(self.appearance.statement.standing), self.earliest


@dataclass(frozen=True, slots=True)
class KnownPhoto:
    """A photo of the archive that the one in question was matched with, and all that was said about it.

    `size` is its file's in bytes, `format` the file's, `facts` how many fields the file carries; 0 and "" where nobody
    asked.
    """

    photo: PhotoId
    match: Match
    held_since: datetime
    files: tuple[str, ...]
    width: int
    height: int
    testimonies: tuple[Testimony, ...]
    size: int = 0
    format: str = ""
    facts: int = 0

    def __post_init__(self) -> None:
        require(self.held_since.utcoffset() == timedelta(0), "the archive's clock is UTC")
        instances(self.testimonies, Testimony, "testimonies")

    @property
    def same_photo(self) -> bool:
        """Whether the match says that this is the photo in question."""
        return self.match.verdict is MatchVerdict.SAME_PHOTO

    @property
    def other_frame(self) -> bool:
        """Whether the match says that this is another frame of the scene in question."""
        return self.match.verdict is MatchVerdict.SAME_SCENE

    @property
    def judged(self) -> tuple[Testimony, ...]:
        """The testimonies that claims are held against, the strongest first."""
        current = (testimony for testimony in self.testimonies if testimony.appearance.judged)
        return tuple(sorted(current, key=lambda testimony: testimony.strength))

    @property
    def only_offered(self) -> bool:
        """Whether senders offered it and nobody else ever said a word about it."""
        standings = {testimony.appearance.statement.standing for testimony in self.testimonies}
        return standings == {Standing.OFFERED}


@dataclass(frozen=True, slots=True)
class Held:
    """One axis of the claim held against one testimony about one known photo."""

    comparison: Comparison
    testimony: Testimony
    known: KnownPhoto


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a rule may look at, and nothing else: no file, no clock, no database.

    `claim` is the statement that came with the photo (None where nothing was claimed), `claims` what was read from it.
    `claim_is_own` is true where it was taken from the file's own fields. `now` was read once, in the door. `held` are
    the comparisons with testimonies about the same photo, `beside` those with testimonies about other frames of the
    scene, which say nothing about this photo itself. `width` and `height` are the upright picture's, 0 where unknown.
    `history` is every version of the caption of the same photo, the oldest first, with the claim among them.
    `notices` are those on record that concern this photo, or one that it was matched with. `placed` is the position
    that the file states and `zoned` its camera's clock, each held against the claimed place; `camera_creators` are
    those to whom photos of the same camera are credited in the archive, where somebody looked for them. `isolation`
    says how well the reading of the file was kept apart. `audited` says that an audit asks: the claim is itself on
    record, and held against what has a better standing or is older. `spellings` are names of photographers that may be
    one person's, each with how many photos bear it. `embedded` are the small pictures inside the file, held against
    its picture. `uncredited` is a kind of renditions that lost their credit: its name, in how many library entries,
    and some of their files.
    """

    file: str
    photo: PhotoId | None
    readable: bool
    now: datetime
    claim: Statement | None
    claim_is_own: bool
    claims: Claims | None
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    known: tuple[KnownPhoto, ...]
    held: tuple[Held, ...]
    beside: tuple[Held, ...] = ()
    width: int = 0
    height: int = 0
    history: tuple[Version, ...] = ()
    notices: tuple[Noticed, ...] = ()
    isolation: Isolation = Isolation.NONE
    placed: Placed | None = None
    zoned: Zoned | None = None
    camera_creators: tuple[str, ...] = ()
    audited: bool = False
    spellings: tuple[tuple[str, int], ...] = ()
    uncredited: tuple[str, int, tuple[str, ...]] | None = None
    embedded: tuple[EmbeddedComparison, ...] = ()

    def __post_init__(self) -> None:
        require(self.now.utcoffset() == timedelta(0), "now is UTC")
        require((self.claim is None) == (self.claims is None), "a claim is read whole")
        instances(self.known, KnownPhoto, "known")
        instances(self.held, Held, "held")
        instances(self.beside, Held, "beside")
        instances(self.history, Version, "history")
        instances(self.notices, Noticed, "notices")
        instances(self.camera_creators, str, "creators")
        instances(self.embedded, EmbeddedComparison, "embedded")
        require(all(one.known.other_frame for one in self.beside), "only other frames stand beside")

    def on(self, axis: Axis) -> tuple[Held, ...]:
        """The comparisons about one axis."""
        return tuple(held for held in self.held if held.comparison.axis is axis)

    @property
    def same_photos(self) -> tuple[KnownPhoto, ...]:
        """The known photos that are this one, in the order of the matches."""
        return tuple(known for known in self.known if known.same_photo)

    def judged_on(self, axis: Axis) -> tuple[Held, ...]:
        """The comparisons about one axis that count: with judged testimonies of the same photo, the strongest first."""
        counting = (one for one in self.on(axis) if one.known.same_photo and one.testimony.appearance.judged)
        return tuple(sorted(counting, key=lambda one: one.testimony.strength))

    def beside_on(self, axis: Axis) -> tuple[Held, ...]:
        """The comparisons about one axis with judged testimonies of other frames of the scene, the strongest first."""
        counting = (one for one in self.beside if one.comparison.axis is axis and one.testimony.appearance.judged)
        return tuple(sorted(counting, key=lambda one: one.testimony.strength))


@dataclass(frozen=True, slots=True)
class Row:
    """One axis of the answer: the claim against the record as a whole.

    `claimed` and `on_record` are the characters that say so, `innocent` the explanations that would make a difference
    harmless, and `source` who stands behind what is on record; "" where nobody does. `divided` says that what is on
    record disagrees with itself.
    """

    axis: Axis
    claimed: str
    on_record: str
    verdict: Agreement
    why: str
    innocent: tuple[str, ...] = ()
    source: str = ""
    divided: bool = False


class Summary(StrEnum):
    """The answer in one word. Where several apply, the first of this list is the one."""

    KILLED = "killed"
    CONTRADICTS = "contradicts"
    ALTERED = "altered"
    AGREES = "agrees"
    SEEN_NOT_JUDGED = "seen-not-judged"
    SAME_SCENE = "same-scene"
    TOO_LITTLE_DETAIL = "too-little-detail"
    NOT_FOUND = "not-found"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched: how many photos, and the day the newest of them came (None in an empty archive)."""

    photos: int
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one check: the case, what the rules found and could not judge, and the summary.

    `corroborations` is what in the file supports the claim. `preview` is this photo's own preview and `known_previews`
    those of `case.known` in the same order, for pages that show pictures; they are None where nobody asked for them.
    `picture` is this photo's own, `family` that of the surest known copy, "" where it has none; `decisions` are what
    editors decided about what is shown. Findings that were dismissed are not among `findings`. `linked` are photos that
    only an id in the fields links with this one.
    """

    case: Case
    summary: Summary
    searched: Searched
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    not_judged: tuple[Abstention, ...]
    preview: Preview | None = None
    known_previews: tuple[Preview | None, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    picture: PictureId | None = None
    family: str = ""
    decisions: tuple[Decision, ...] = ()
    linked: tuple[Linked, ...] = ()
