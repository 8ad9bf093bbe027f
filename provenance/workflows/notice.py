"""Notice: a supplier takes a photo back or corrects it. Which photos here are meant, and which are copies of them?

1. the document becomes notices                                                          feeds.notice.read_notices
2. their ids, names and URLs find photos of the archive; a person may point at others    store.named_by
3. every photo found is looked for in the whole archive: its copies and crops            matching.search, relate
4. the notices are kept, with the photos that they are about                             one write transaction

From then on every check of any of them shows the notice first, and so does a check of a photo that arrives later and is
named by it, or is a copy (`workflows/noticed.py`). Doing it again changes nothing, but finds copies that came since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from provenance.errors import ArchiveIndexError, UnreadableFileError, UsageError
from provenance.matching.ladder import Query, search
from provenance.matching.relate import Side, relate
from provenance.media.worker.handed import Handed
from provenance.model.appearance import Appearance
from provenance.model.archive import Location, Outcome, StoredPhoto
from provenance.model.limits import MatchLimits
from provenance.model.matching import Candidate, Match, MatchVerdict
from provenance.model.notice import KeptNotice, Notice, Way, tells
from provenance.model.photo import PhotoId, Problem
from provenance.store.archive import Archive, Reader
from provenance.workflows.check import ArchiveLookup, Desk, incomplete
from provenance.workflows.intake import new_photo
from provenance.workflows.kept_pixels import damaged_previews, kept_pixels, untold
from provenance.workflows.trust import lists_for

_MOST_COPIES = 1_000
_MOST_LOOKED_AT = 120


@dataclass(frozen=True, slots=True)
class Concerned:
    """A photo of the archive that a notice concerns, how that is known, and all that was said about it.

    `match` says how it was made from `through`, the photo that the notice is about; both None for that photo itself.
    """

    photo: StoredPhoto
    way: Way
    appearances: tuple[Appearance, ...]
    match: Match | None = None
    through: PhotoId | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a notice. `waiting` are the names, ids and URLs for which no photo is held.

    `unsure` are pictures that may be another frame of the scene, or the photo heavily altered: a person has to look.
    """

    notice: Notice
    outcome: Outcome
    photos: tuple[Concerned, ...]
    unsure: tuple[Concerned, ...]
    waiting: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def tell(archive: Archive, notices: Sequence[Notice], pointed: Sequence[PhotoId], desk: Desk) -> tuple[Told, ...]:
    """Put notices on record and find what they concern. `pointed` are photos that a person says they are about.

    Raises UsageError, and keeps none of them, where a notice names no photo and nobody points at one.
    """
    for notice in notices:
        if not notice.names_photos and not pointed:
            raise UsageError(
                f"The notice does not say which photo it is about: {notice.address}",
                "Say which with --photo FILE, or --photo and the beginning of the photo's id.",
            )
    found = [_look_up(archive, notice, pointed, desk) for notice in notices]
    with archive.transaction() as writer:
        outcomes = [writer.notify(told.notice, desk.now) for told in found]
        for told in found:
            for one in told.photos:
                writer.concern(told.notice, one.photo.id, one.way)
    return tuple(replace(told, outcome=outcome) for told, outcome in zip(found, outcomes, strict=True))


def hold(archive: Archive, content: Handed, location: Location, desk: Desk) -> PhotoId:
    """The photo that a person points at with a file; kept if it is not held, so that its copies are recognised.

    Raises UnreadableFileError where the file holds no picture.
    """
    photo = content.photo
    with archive.reading() as reader:
        if reader.photo(photo) is not None:
            return photo
    examination = desk.opener.examine(content, desk.limits.read, lists_for(content, archive))
    if not examination.readable:
        problem = examination.problems[0]
        raise UnreadableFileError(problem.sentence, problem.hint, kind=problem.kind)
    new = new_photo(content, examination, desk.limits, desk.words() if desk.words else None, desk.opener)
    with archive.transaction() as writer:
        writer.add_photo(new, desk.now)
        writer.add_location(photo, location, desk.now)
    archive.catch_up()
    return photo


def on_record(archive: Archive) -> tuple[KeptNotice, ...]:
    """All notices on record, the newest first."""
    with archive.reading() as reader:
        return reader.notices()[::-1]


def find_notice(archive: Archive, prefix: str) -> KeptNotice:
    """The one notice whose id begins so, with or without its `N-`. UsageError where none does, or several do."""
    asked = prefix.strip().lower().removeprefix("n-")
    found = [one for one in on_record(archive) if asked and one.notice.digest.startswith(asked)]
    if len(found) != 1:
        word = "No notice" if not found else "More than one notice"
        raise UsageError(f"{word} on record has an id that begins with {prefix}.", "`prov notice` lists all of them.")
    return found[0]


def drop(archive: Archive, notice: Notice) -> None:
    """Take a notice off the record, with all that was found out about it."""
    with archive.transaction() as writer:
        writer.drop(notice)


def _look_up(archive: Archive, notice: Notice, pointed: Sequence[PhotoId], desk: Desk) -> Told:
    with archive.reading() as reader:
        named, waiting, problems = _named(reader, notice)
        ways = {**dict.fromkeys(named, Way.NAMED), **dict.fromkeys(pointed, Way.POINTED)}
        meant = [Concerned(photo, ways[photo.id], ()) for photo in reader.photos(list(ways))]
        searches = [_related(reader, photo.photo, desk) for photo in meant]
        others = _once([one for related, _ in searches for one in related if one.photo.id not in ways])
        problems += tuple(dict.fromkeys(problem for _, found in searches for problem in found))
        copies = [one for one in others if _same(one)]
        unsure = [one for one in others if not _same(one)]
        return Told(
            notice,
            Outcome.ADDED,
            tuple(_with_appearances(reader, [*meant, *copies])),
            tuple(_with_appearances(reader, unsure)),
            waiting,
            problems,
        )


def _once(found: Sequence[Concerned]) -> list[Concerned]:
    """Each photo once: as the same photo where one search says so."""
    best: dict[PhotoId, Concerned] = {}
    for one in sorted(found, key=_same, reverse=True):
        best.setdefault(one.photo.id, one)
    return list(best.values())


def _same(one: Concerned) -> bool:
    return one.match is not None and one.match.verdict is MatchVerdict.SAME_PHOTO


def _named(reader: Reader, notice: Notice) -> tuple[list[PhotoId], tuple[str, ...], tuple[Problem, ...]]:
    """The photos that a notice names, the names for which none is held, and those that lead to several photos."""
    found = reader.named_by(notice)
    groups = (("name", notice.names), ("id", notice.ids), ("url", notice.urls))
    named: dict[PhotoId, None] = {}
    problems: list[Problem] = []
    for kind, signs in groups:
        for sign in signs:
            photos = found.get(sign, ())
            if len(photos) > 1 and not tells(kind, sign):
                problems.append(_several(sign, len(photos)))
            else:
                named.update(dict.fromkeys(photos))
    waiting = tuple(sign for _, signs in groups for sign in signs if sign not in found)
    return list(named), waiting, tuple(problems)


def _several(sign: str, count: int) -> Problem:
    return Problem(
        "ambiguous-name",
        f"{count} photos here are called {sign}, so the notice was put to none of them.",
        "Say which one is meant: --photo and its file, or the beginning of its id.",
    )


def _with_appearances(reader: Reader, photos: Sequence[Concerned]) -> Iterator[Concerned]:
    said = reader.appearances([one.photo.id for one in photos])
    yield from (replace(one, appearances=said.get(one.photo.id, ())) for one in photos)


def _related(reader: Reader, photo: StoredPhoto, desk: Desk) -> tuple[list[Concerned], tuple[Problem, ...]]:
    """The other photos of the archive that show the same picture, or may do so; and why some may be missing."""
    if photo.picture is None:
        return [], ()
    mine = _side(reader, photo, desk)
    if mine is None:
        return [], damaged_previews([photo])
    candidates, problems = _candidates(reader, Query(photo.id, mine.picture, mine.pixels, desk.words, True), desk)
    found = [
        (Concerned(stored, Way.LIKENESS, (), match, photo.id), match == untold(candidate))
        for candidate in candidates
        for stored, match in _matches(reader, mine, candidate, desk)
        if stored.id != photo.id
    ]
    unseen = [one.photo for one, blind in found if blind]
    return [one for one, _blind in found], (*problems, *damaged_previews(unseen))


def _candidates(reader: Reader, query: Query, desk: Desk) -> tuple[tuple[Candidate, ...], tuple[Problem, ...]]:
    lookup, limits = ArchiveLookup(reader), _wide(desk.limits.match)
    try:
        return search(query, lookup, limits), incomplete(reader, desk)
    except ArchiveIndexError as error:
        whole = replace(query, words=None)
        return search(whole, lookup, limits), (Problem("index-unusable", error.sentence, error.hint),)


def _matches(reader: Reader, mine: Side, candidate: Candidate, desk: Desk) -> Iterator[tuple[StoredPhoto, Match]]:
    """Every photo of a candidate, and how it was made from mine; where that cannot be told, how mine was from it."""
    photos = reader.photos_of([candidate.picture])[candidate.picture]
    for stored in photos if candidate.picture == mine.picture else photos[:1]:
        other = _side(reader, stored, desk)
        match = _match(mine, other, candidate, desk.limits.match) if other else untold(candidate)
        same = photos if candidate.picture != mine.picture else (stored,)
        yield from ((one, match) for one in same if match is not None)


def _match(mine: Side, other: Side, candidate: Candidate, limits: MatchLimits) -> Match | None:
    there = relate(other, mine, Candidate(mine.picture, "features"), limits)
    if there is not None and there.verdict is MatchVerdict.SAME_PHOTO:
        return there
    here = relate(mine, other, candidate, limits)
    return min((one for one in (there, here) if one), key=_order, default=None)


def _order(match: Match) -> int:
    return (MatchVerdict.SAME_PHOTO, MatchVerdict.CANNOT_TELL, MatchVerdict.SAME_SCENE).index(match.verdict)


def _side(reader: Reader, photo: StoredPhoto, desk: Desk) -> Side | None:
    """A photo of the archive as it is laid on others: by its preview. None where it has no picture or no preview."""
    if photo.picture is None:
        return None
    pixels = kept_pixels(reader.preview(photo.picture), desk.opener, desk.limits.read)
    return Side(photo.id, photo.picture, pixels, photo.width, photo.height) if pixels else None


def _wide(limits: MatchLimits) -> MatchLimits:
    """No copy is to be missed, however many there are, and a notice may take a minute."""
    many = dict.fromkeys(("copies", "voted", "shortlist", "crowd"), _MOST_COPIES)
    return replace(limits, checked=_MOST_LOOKED_AT, **many)
