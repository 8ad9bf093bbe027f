"""The caption history of a photo: every version in the order of its own time, each held against an earlier one.

A version is held against the earlier one whose words are most like its own, so that a change is told where it was
made and not again wherever it was copied. Where no words are shared (translations) the facts decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from provenance.captions.caption_changes import alike, carry, told
from provenance.captions.word_diff import tokens
from provenance.model.appearance import Appearance, Standing, Statement
from provenance.model.claims import Claims, DateRole, Flag
from provenance.model.history import Dating, Turn, Version
from provenance.model.photo import PhotoId
from provenance.model.times import TimeKind, Voucher

_MOST_VERSIONS = 200
_MOST_LOOKED_AT = 40
_SHARED = 0.25
"""Share of words in common from which captions count as made from one another."""
_RELEASED = frozenset({DateRole.ISSUED, DateRole.RELEASED})
_KINDS = (
    (TimeKind.TRANSMITTED, Dating.TRANSMITTED),
    (TimeKind.PUBLISHED, Dating.PUBLISHED),
    (TimeKind.ISSUED, Dating.ISSUED),
)


@dataclass(frozen=True, slots=True)
class Said:
    """An appearance with its claims and the photo it was said of; no photo for the claim of a check."""

    appearance: Appearance
    claims: Claims
    photo: PhotoId | None


def history(said: Iterable[Said]) -> tuple[Version, ...]:
    """The versions of the caption, the oldest first. What holds no caption is left out, and so is all beyond 200."""
    placed = sorted(map(_placed, _together(said)), key=lambda one: (one.moment, bool(one.beside)))[:_MOST_VERSIONS]
    versions: list[Version] = []
    carried: list[Claims] = []
    words = [Counter(tokens(one.claims.text)) for one in placed]
    for at, version in enumerate(placed):
        base = _visible(at, placed)
        base = _base(at, placed, words) if base is None else base
        made = version if base is None else _held_against(base, placed[base], version, carried[base])
        known = base is not None and made.turn is not Turn.CANNOT_TELL
        carried.append(carry(version.claims, carried[base or 0]) if known else version.claims)
        versions.append(made)
    return tuple(versions)


def _together(said: Iterable[Said]) -> Iterable[tuple[Said, tuple[str, ...]]]:
    """Each with its addresses: the blocks of one file that say the same are one."""
    groups: dict[object, list[Said]] = {}
    for one in said:
        if one.claims.text.strip():
            groups.setdefault(_sameness(one), []).append(one)
    for group in groups.values():
        yield group[0], tuple(dict.fromkeys(one.appearance.statement.address for one in group))


def _sameness(one: Said) -> object:
    statement = one.appearance.statement
    if statement.voucher is not Voucher.IN_FILE or one.photo is None:
        return id(one)
    named = tuple(named.name for named in (*one.claims.who.creators, *one.claims.who.agencies))
    day = one.claims.when.first if one.claims.when else None
    texts = (one.claims.text.strip(), statement.source, statement.standing)
    return (one.photo, *texts, one.appearance.superseded, day, *named)


def _placed(group: tuple[Said, tuple[str, ...]]) -> Version:
    said, addresses = group
    moment, dating = _moment(said)
    return Version(said.appearance, said.claims, said.photo, moment, dating, Turn.FIRST, addresses=addresses)


def _moment(said: Said) -> tuple[datetime, Dating]:
    """When the words were written, as far as the version itself tells."""
    statement, recorded = said.appearance.statement, said.appearance.recorded
    stated = [(dated.span.nominal, dating) for kind, dating in _KINDS if (dated := statement.time(kind))]
    if stated:
        return min(stated)
    if said.photo is None:
        return recorded, Dating.CHECKED
    named = _named(said.claims, recorded)
    captured = _captured(statement)
    return max(captured, named) if captured and named else captured or named or (recorded, Dating.RECORDED)


def _captured(statement: Statement) -> tuple[datetime, Dating] | None:
    captured = statement.time(TimeKind.CAPTURED)
    return (captured.span.nominal, Dating.CAPTURED) if captured else None


def _named(claims: Claims, recorded: datetime) -> tuple[datetime, Dating] | None:
    """The day that the words name; of a file photo the day of its issue, else the latest that a field names."""
    issued = [when.first for when in claims.dates if when.role in _RELEASED and when.first]
    shown = [claims.when.first] if claims.when and claims.when.role not in _RELEASED and claims.when.first else []
    if Flag.FILE_PHOTO in claims.flags and not issued:
        shown += [when.last for when in claims.dates if when.last and when.role is DateRole.SHOWN]
    for days, dating in ((issued, Dating.ISSUED), (shown, Dating.NAMED)):
        moments = [moment for day in days if (moment := datetime.combine(day, time.min, UTC)) <= recorded]
        if moments:
            return max(moments), dating
    return None


def _visible(at: int, placed: Sequence[Version]) -> int | None:
    """The visible caption that an alternative text or a text in JSON-LD stands beside, on the same page."""
    address, here = placed[at].beside, placed[at].appearance.statement
    if not address:
        return None
    for place, version in enumerate(placed[:at]):
        there = version.appearance.statement
        if (address, here.source, here.url, placed[at].photo) == (
            there.address,
            there.source,
            there.url,
            version.photo,
        ):
            return place
    return None


def _base(at: int, placed: Sequence[Version], words: Sequence[Counter[str]]) -> int | None:
    """The place of the earlier version that this one is held against; None where there is none."""
    earlier = [place for place in range(at) if _counts(placed[place], placed[at])]
    looked_at = (earlier[:1] + earlier[1:][-_MOST_LOOKED_AT:]) if earlier else []
    if not looked_at:
        return None
    shares = {place: _share(words[place], words[at]) for place in looked_at}
    if max(shares.values()) >= _SHARED:
        return max(looked_at, key=lambda place: (round(shares[place], 2), place))
    facts = {place: alike(placed[place].claims, placed[at].claims) for place in looked_at}
    return max(looked_at, key=lambda place: (facts[place], shares[place], place))


def _counts(earlier: Version, version: Version) -> bool:
    """Whether a version may be held against an earlier one: never against claims and offers; a claim against what
    still holds."""
    if earlier.is_claim or earlier.appearance.statement.standing is Standing.OFFERED:
        return False
    return not (version.is_claim and earlier.appearance.superseded)


def _share(one: Counter[str], other: Counter[str]) -> float:
    """How many of both captions' words they have in common: 0 to 1."""
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 1.0


def _held_against(place: int, earlier: Version, version: Version, carried: Claims) -> Version:
    change = told(earlier.claims, version.claims, carried)
    return replace(version, turn=change.turn, against=place, changes=change.changes, words=change.words)
