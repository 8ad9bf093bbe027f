"""What a notice concerns in the archive, for people and for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from provenance.model.appearance import Appearance, Standing
from provenance.model.archive import Outcome, StoredPhoto
from provenance.model.matching import Match
from provenance.model.notice import KeptNotice, Notice, NoticeKind, Way
from provenance.model.photo import PhotoId, Problem
from provenance.model.times import Dated, TimeKind
from provenance.report.escape import one_line
from provenance.report.layout import at_most, block, shorten, wrap
from provenance.report.objects import match_object, strict
from provenance.report.wording import count, dated_words, day_words, relation_words, span_words

_MOST_PHOTOS, _MOST_SAID, _MOST_NAMED = 12, 3, 8
_WORDS = {
    NoticeKind.KILL: "KILL",
    NoticeKind.WITHDRAWAL: "WITHDRAWN",
    NoticeKind.CORRECTION: "CORRECTION",
    NoticeKind.ADVISORY: "ADVISORY",
}
_WAYS = {
    Way.NAMED: "named in the notice",
    Way.POINTED: "pointed out with --photo",
    Way.LIKENESS: "the same photo",
}
_TELLING = (TimeKind.PUBLISHED, TimeKind.TRANSMITTED, TimeKind.CAPTURED, TimeKind.ISSUED)


class Concern(Protocol):
    """A photo that a notice concerns (`workflows.notice.Concerned`)."""

    @property
    def photo(self) -> StoredPhoto: ...

    @property
    def way(self) -> Way: ...

    @property
    def appearances(self) -> tuple[Appearance, ...]: ...

    @property
    def match(self) -> Match | None: ...

    @property
    def through(self) -> PhotoId | None: ...


class Outcomes(Protocol):
    """What became of a notice (`workflows.notice.Told`)."""

    @property
    def notice(self) -> Notice: ...

    @property
    def outcome(self) -> Outcome: ...

    @property
    def photos(self) -> Sequence[Concern]: ...

    @property
    def unsure(self) -> Sequence[Concern]: ...

    @property
    def waiting(self) -> tuple[str, ...]: ...

    @property
    def problems(self) -> tuple[Problem, ...]: ...


def render_notice(told: Outcomes, verbose: bool = False) -> str:
    """What a notice says and which photos it concerns, where they appeared and whom to tell."""
    notice = told.notice
    kept = "was on record before" if told.outcome is Outcome.KNOWN else "is now on record"
    lines = [*_head(notice), *wrap(f"This notice ({notice.id}) {kept}.")]
    lines += ["", *_found(told)]
    shown = told.photos if verbose else told.photos[:_MOST_PHOTOS]
    lines += [line for one in shown for line in _photo(one, verbose)]
    lines += [f"  and {count(left, 'more photo')}: see them with -v"] if (left := len(told.photos) - len(shown)) else []
    lines += [line for line in (*_tell(told), *_unsure(told), *_waiting(told)) if line]
    lines += [line for problem in told.problems for line in wrap(f"{problem.sentence} {problem.hint}".strip())]
    return "\n".join(lines)


def render_notices(kept: Sequence[KeptNotice]) -> str:
    """All notices on record, one in three lines each."""
    if not kept:
        return "No notice is on record. Put one there with: prov notice FILE"
    lines = []
    for one in kept:
        notice = one.notice
        about = count(len(one.photos), "photo") if one.photos else "waits for its photo"
        recorded = f"recorded {day_words(one.recorded.date())}, {about}"
        lines.append(shorten(f"{notice.id} {_WORDS[notice.kind]}: {_from(notice)}", 80))
        lines += ["    " + shorten(words, 76) for words in (recorded, notice.headline or notice.text)]
    return "\n".join(lines)


def notice_result(told: Outcomes, file: str) -> dict[str, Any]:
    """The object that `prov notice FILE --json` prints for each notice."""
    found: dict[str, Any] = strict(
        {
            "schema": 1,
            "file": file,
            "status": "known" if told.outcome is Outcome.KNOWN else "new",
            "notice": _object(told.notice),
            "photos": [_photo_object(one) for one in told.photos],
            "unsure": [_photo_object(one) for one in told.unsure],
            "waiting": list(told.waiting),
            "problems": [problem.sentence for problem in told.problems],
        }
    )
    return found


def kept_object(kept: KeptNotice) -> dict[str, Any]:
    """The object that `prov notice --json` prints for each notice on record."""
    recorded = {"recorded": kept.recorded.isoformat(timespec="seconds")}
    photos = [{"photo": photo, "by": way.value} for photo, way in kept.photos]
    found: dict[str, Any] = strict({"schema": 1, "notice": _object(kept.notice), **recorded, "photos": photos})
    return found


def _head(notice: Notice) -> list[str]:
    words = " ".join(notice.text.split())
    first = shorten(f"{_WORDS[notice.kind]}: {_from(notice)}", 80)
    return [first, *at_most(wrap(f"“{words}”"), 4)]


def _from(notice: Notice) -> str:
    issued = f", {span_words(notice.issued.span)}" if notice.issued else ""
    return f"{one_line(notice.publisher or notice.source)}{issued}"


def _found(told: Outcomes) -> list[str]:
    if not told.photos:
        return wrap("None of its photos is held here. The notice waits, and is shown when one arrives or is checked.")
    meant = [one for one in told.photos if one.way is not Way.LIKENESS]
    copies = len(told.photos) - len(meant)
    also = f", and {count(copies, 'copy', 'copies')} of {'it' if len(meant) == 1 else 'them'}" if copies else ""
    after = "Every check of them, and of new copies, shows the notice first."
    return wrap(f"It concerns {count(len(meant), 'photo')} held here{also}. {after}")


def _photo(one: Concern, verbose: bool) -> Iterator[str]:
    files = ", ".join(location.relative for location in one.photo.locations)
    made = relation_words(one.match).rstrip(".").lower() if one.match else ""
    way = f"{_WAYS[one.way]}{': ' + made if made else ''}"
    yield "  " + shorten(f"{one.photo.id[:12]} {files}", 78)
    yield from block(way, "      ")
    current = [said for said in one.appearances if verbose or not said.superseded]
    for said in current if verbose else current[:_MOST_SAID]:
        yield from _appearance(said, verbose)
    if not verbose and len(current) > _MOST_SAID:
        yield f"      and {count(len(current) - _MOST_SAID, 'more appearance')}"


def _appearance(said: Appearance, verbose: bool) -> list[str]:
    statement = said.statement
    dated: Dated | None = next((time for kind in _TELLING if (time := statement.time(kind))), None)
    when = f", {dated_words(dated)}" if dated else ""
    words = statement.caption or statement.headline or statement.credit
    told = f"{statement.publisher or statement.source} ({statement.standing.value}){when}: “{words}”"
    lines = block(f"{told} {statement.url}".strip() if verbose or statement.url else told, "      ")
    return lines if verbose else at_most(lines, 2)


def _tell(told: Outcomes) -> list[str]:
    """Who used the photos and has to know."""
    published = (
        said.statement.publisher or said.statement.source
        for one in told.photos
        for said in one.appearances
        if said.statement.standing is Standing.PUBLISHED
    )
    users = list(dict.fromkeys(one_line(name) for name in published))
    return wrap(f"To be told, because they published it: {', '.join(users)}.") if users else []


def _unsure(told: Outcomes) -> list[str]:
    if not told.unsure:
        return []
    ids = ", ".join(one.photo.id[:12] for one in told.unsure[:_MOST_NAMED])
    return wrap(f"Look at these too: another frame of the scene, or the photo heavily altered: {ids}.")


def _waiting(told: Outcomes) -> list[str]:
    if not told.waiting or not told.photos:
        return []
    names = ", ".join(one_line(name) for name in told.waiting[:_MOST_NAMED])
    return at_most(wrap(f"Nothing is held under these names: {names}."), 3)


def _object(notice: Notice) -> dict[str, Any]:
    span = notice.issued.span if notice.issued else None
    return {
        "id": notice.id,
        "kind": notice.kind.value,
        "publisher": notice.publisher,
        "headline": notice.headline,
        "text": notice.text,
        "issued": [moment.isoformat(timespec="seconds") for moment in (span.start, span.end)] if span else None,
        "source": notice.source,
        "address": notice.address,
        "names": list(notice.names),
        "ids": list(notice.ids),
        "urls": list(notice.urls),
        "corrected": notice.corrected,
        "wrong": list(notice.wrong),
    }


def _photo_object(one: Concern) -> dict[str, Any]:
    return {
        "photo": one.photo.id,
        "files": [location.relative for location in one.photo.locations],
        "by": one.way.value,
        "through": one.through,
        "match": match_object(one.match) if one.match else None,
        "held_since": one.photo.held_since.isoformat(timespec="seconds"),
        "appearances": [_appearance_object(said) for said in one.appearances],
    }


def _appearance_object(said: Appearance) -> dict[str, Any]:
    statement = said.statement
    return {
        "standing": statement.standing.value,
        "publisher": statement.publisher,
        "source": statement.source,
        "address": statement.address,
        "url": statement.url,
        "caption": statement.caption,
        "credit": statement.credit,
        "creator": statement.creator,
        "recorded": said.recorded.isoformat(timespec="seconds"),
        "superseded": said.superseded,
    }
