"""Check: have we seen this photo, or the one it was made from, and does the claim that came with it fit?

1. the bytes become pixels and facts, credentials held against the imported lists       opener.examine
   and the small pictures inside the file are held against it                           embedded.look_inside
2. what was said becomes claims                                                         captions.read
3. the ladder proposes candidates, in one read transaction, which is then closed        matching.search
4. each candidate is laid on the picture and judged by its pixels                       matching.relate
5. the claims are held against what is on record, axis by axis                          captions.compare
6. every version of the caption is put in order, with what changed from one to the next captions.history
7. the rules judge the case                                                             rules.judge
8. only if asked to, the photo and its claim are remembered as offered                  remember
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from provenance.errors import ArchiveIndexError
from provenance.feeds.in_file import statements
from provenance.matching.fingerprints import fingerprint
from provenance.matching.ladder import Query, search, too_little_detail
from provenance.matching.relate import Side, relate
from provenance.media.opener import Opener
from provenance.media.worker.handed import Handed
from provenance.model.appearance import Appearance, Standing, Statement
from provenance.model.archive import Location, StoredPhoto
from provenance.model.case import Case, Held, KnownPhoto, Searched, Testimony, Verdict
from provenance.model.claims import Claims
from provenance.model.documents import Linked, document_ids
from provenance.model.family import family_id
from provenance.model.history import Version
from provenance.model.limits import Limits
from provenance.model.matching import Candidate, Features, Match, MatchVerdict, Near
from provenance.model.notice import Noticed
from provenance.model.photo import Examination, PhotoId, PictureId, Preview, Problem
from provenance.model.times import Voucher
from provenance.report.copies import parts
from provenance.report.rows import rows
from provenance.report.summary import summarise
from provenance.rules.corroborate import corroborate
from provenance.rules.judge import judge
from provenance.store.archive import Archive, Reader
from provenance.workflows.clues import clues
from provenance.workflows.decided import Decided, excused
from provenance.workflows.embedded import look_inside
from provenance.workflows.inspect import own_claim
from provenance.workflows.intake import new_photo
from provenance.workflows.kept_pixels import damaged_previews, kept_pixels, untold
from provenance.workflows.linking import linked_pictures
from provenance.workflows.noticed import about_these, naming_this, noticed_within
from provenance.workflows.recognition import recognised
from provenance.workflows.trust import lists_for

if TYPE_CHECKING:
    from provenance.advisor.subjects import Ask
    from provenance.captions.vocabulary import Vocabulary
    from provenance.matching.words import Words


@dataclass(frozen=True, slots=True)
class Question:
    """A photo to check: its name for people, its content (or why there is none), and what was claimed about it."""

    file: str
    content: Handed | None
    claim: Statement | None = None
    problem: Problem | None = None

    def __enter__(self) -> Question:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.content is not None:
            self.content.close()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every check needs: who opens files, the words of captions, the limits, the moment it is asked, visual words.

    Either kind of words is loaded when it is needed, and so is the code that reads it. Without visual words, crops and
    screenshots are not looked for; a `thorough` check looks for them even where an exact copy is on record. `ask` asks
    the language model that the settings name, where they name one.
    """

    opener: Opener
    vocabulary: Callable[[], Vocabulary]
    limits: Limits
    now: datetime
    words: Callable[[], Words] | None = None
    thorough: bool = False
    ask: Ask | None = None

    def read(self, statement: Statement) -> Claims:
        """What a statement claims."""
        from provenance.captions.reading import read

        return read(statement, self.vocabulary(), self.limits.read)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the archive told about one candidate."""

    candidate: Candidate
    preview: Preview | None
    photos: tuple[StoredPhoto, ...]
    appearances: dict[PhotoId, tuple[Appearance, ...]]
    facts: dict[PhotoId, int]
    noticed: dict[PhotoId, tuple[Noticed, ...]]


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer, and what `remember` needs if it is to be kept."""

    verdict: Verdict
    examination: Examination | None


def check(question: Question, archive: Archive, desk: Desk) -> Checked:
    """Answer one question. Reads only."""
    if question.content is None:
        return _unread(question, archive, desk)
    examination = desk.opener.examine(question.content, desk.limits.read, lists_for(question.content, archive))
    photo = question.content.photo
    embedded = look_inside(question.content, desk.opener, desk.limits)[1] if examination.readable else ()
    claim, own = _claim(question, examination)
    claims = desk.read(claim) if claim else None
    found, searched, problems, named, decided = _search(question.file, photo, examination, archive, desk)
    known, damaged = _known(photo, examination, found, desk, decided)
    given_away = clues(examination.facts, claims, desk.vocabulary, desk.limits.rule)
    case = Case(
        file=question.file,
        photo=photo,
        readable=examination.readable,
        now=desk.now,
        claim=claim,
        claim_is_own=own,
        claims=claims,
        facts=examination.facts,
        problems=(*examination.problems, *problems, *damaged),
        known=tuple(one for one, _preview in known),
        held=decided.confirmed(_hold(claims, own, photo, [one for one, _preview in known if one.same_photo])),
        beside=_hold(claims, own, photo, [one for one, _preview in known if one.other_frame]),
        width=examination.width,
        height=examination.height,
        notices=about_these(named, [one for one, _preview in known], [one.noticed for one in found]),
        isolation=examination.isolation,
        placed=given_away.placed,
        zoned=given_away.zoned,
        embedded=embedded,
    )
    if desk.ask is not None:
        from provenance.workflows.advice import with_advice

        case = with_advice(case, desk.ask)
    case = replace(case, history=_history(case))
    verdict = _judge(case, searched, desk, decided, examination.picture)
    verdict = replace(
        verdict,
        preview=examination.preview,
        known_previews=tuple(preview for _one, preview in known),
        family=_family(archive, case),
        linked=_linked(archive, case, verdict.picture, desk, decided),
    )
    return Checked(verdict, examination)


def remember(question: Question, checked: Checked, location: Location, archive: Archive, desk: Desk) -> None:
    """Keep a checked photo, with its claim as offered."""
    photo = checked.verdict.case.photo
    if photo is None or checked.examination is None or question.content is None:
        return
    if any(one.kind == "forgotten" for one in checked.verdict.case.problems):
        return
    words = desk.words() if desk.words else None
    new = new_photo(question.content, checked.examination, desk.limits, words, desk.opener)
    now = desk.now
    with archive.transaction() as writer:
        writer.add_photo(new, now)
        writer.add_location(photo, location, now)
        said = statements(checked.examination.facts, "sender", Standing.OFFERED)
        for statement in (*said, *([question.claim] if question.claim else [])):
            writer.state(photo, statement, now)


def _claim(question: Question, examination: Examination) -> tuple[Statement | None, bool]:
    """What was claimed; else the file's own fullest caption."""
    if question.claim:
        return question.claim, False
    fullest = own_claim(examination.facts)
    return fullest, fullest is not None


def _unread(question: Question, archive: Archive, desk: Desk) -> Checked:
    with archive.reading() as reader:
        searched = reader.searched()
        named = naming_this(reader, question.file)
    claims = desk.read(question.claim) if question.claim else None
    problems = (question.problem,) if question.problem else ()
    case = Case(
        question.file,
        None,
        False,
        desk.now,
        question.claim,
        False,
        claims,
        (),
        problems,
        (),
        (),
        notices=named,
        isolation=desk.opener.isolation,
    )
    return Checked(_judge(case, searched, desk, Decided(), None), None)


@dataclass(frozen=True, slots=True)
class ArchiveLookup:
    """The archive as the ladder sees it."""

    reader: Reader

    def picture_of(self, photo: PhotoId) -> PictureId | None:
        stored = self.reader.photo(photo)
        return stored.picture if stored else None

    def has_picture(self, picture: PictureId) -> bool:
        return bool(self.reader.photos_of([picture]).get(picture))

    def near(self, kind: str, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        return self.reader.near(kind, codes, within)

    def alike(self, version: str, words: Sequence[int], most: int) -> tuple[tuple[PictureId, Features], ...]:
        return self.reader.alike(version, words, most)

    def settled(self, picture: PictureId) -> bool:
        photos = self.reader.photos_of([picture]).get(picture, ())
        said = self.reader.appearances([photo.id for photo in photos])
        return any(appearance.judged for appearances in said.values() for appearance in appearances)


def _search(
    file: str, photo: PhotoId, examination: Examination, archive: Archive, desk: Desk
) -> tuple[list[Remembered], Searched, tuple[Problem, ...], tuple[Noticed, ...], Decided]:
    """Everything that is asked of the archive, in one read transaction."""
    with archive.reading() as reader:
        searched = reader.searched()
        named = naming_this(reader, file, photo, examination)
        again = _forgotten(reader, photo, examination, desk)
        if examination.picture is None or examination.pixels is None:
            return [], searched, again, named, Decided()
        decided = Decided.of(reader.every_decision())
        query = Query(photo, examination.picture, examination.pixels, desk.words, desk.thorough)
        candidates, problems = _climb(query, reader, desk)
        found = [_recall(reader, candidate) for candidate in candidates]
        if not found and too_little_detail(query, desk.limits.match):
            problems = (_TOO_LITTLE,)
        return found, searched, (*again, *problems), named, decided


def _forgotten(reader: Reader, photo: PhotoId, examination: Examination, desk: Desk) -> tuple[Problem, ...]:
    """What is said of a photo that was forgotten, or that is a copy of one that is blocked."""
    prints = fingerprint(examination.pixels) if examination.pixels and reader.any_forgotten() else ()
    found = recognised(reader, photo, prints, desk.limits.match)
    return (found,) if found else ()


def _climb(query: Query, reader: Reader, desk: Desk) -> tuple[tuple[Candidate, ...], tuple[Problem, ...]]:
    """The candidates, and what kept the search from being whole."""
    lookup = ArchiveLookup(reader)
    try:
        candidates = search(query, lookup, desk.limits.match)
        candidates += noticed_within(query, candidates, lookup, reader, desk.limits.match)
    except ArchiveIndexError as error:
        without = replace(query, words=None)
        return search(without, lookup, desk.limits.match), (Problem("index-unusable", error.sentence, error.hint),)
    return candidates, incomplete(reader, desk)


def incomplete(reader: Reader, desk: Desk) -> tuple[Problem, ...]:
    """Why crops and screenshots of some pictures are not found."""
    if desk.words is None:
        return ()
    without = reader.unsearchable(desk.words().version)
    if not without:
        return ()
    held = "One picture" if without == 1 else f"{without:,} pictures"
    sentence = f"{held} of the archive can only be found whole: crops and screenshots of them are not recognised yet."
    return (Problem("search-incomplete", sentence, "Run: prov archive reindex"),)


_TOO_LITTLE = Problem(
    "too-little-detail",
    "The picture shows too little to be searched for: it is almost one flat surface.",
    "Likeness to another picture would mean nothing here. Judge it by its source.",
)


def _recall(reader: Reader, candidate: Candidate) -> Remembered:
    photos = reader.photos_of([candidate.picture]).get(candidate.picture, ())
    appearances = reader.appearances([photo.id for photo in photos])
    facts = {photo.id: len(reader.facts(photo.id)) for photo in photos}
    noticed = reader.noticed([photo.id for photo in photos])
    return Remembered(candidate, reader.preview(candidate.picture), photos, appearances, facts, noticed)


def _known(
    photo: PhotoId, examination: Examination, found: Sequence[Remembered], desk: Desk, decided: Decided
) -> tuple[list[tuple[KnownPhoto, Preview | None]], tuple[Problem, ...]]:
    """Every known photo with its match and its testimonies: same photos first, then the surest, then the oldest.

    Matches are as editors ruled them, and what was ruled to be another photo than a surer one is left out. Where a
    preview is damaged nobody can tell, and the second is what is said of that.
    """
    if examination.pixels is None or examination.picture is None:
        return [], ()
    this = Side(photo, examination.picture, examination.pixels, examination.width, examination.height)
    known: list[tuple[KnownPhoto, Preview | None]] = []
    damaged: list[StoredPhoto] = []
    for one in found:
        for stored, match in _matches(this, one, desk):
            if (ruled := decided.ruled(match, examination.picture)) is not None:
                known.append((_known_photo(stored, ruled, one, desk), one.preview))
                damaged += [stored] if match == untold(one.candidate) else []
    return _without_rejected(sorted(known, key=lambda pair: _rank(pair[0])), decided), damaged_previews(damaged)


def _without_rejected(
    known: list[tuple[KnownPhoto, Preview | None]], decided: Decided
) -> list[tuple[KnownPhoto, Preview | None]]:
    kept: list[tuple[KnownPhoto, Preview | None]] = []
    for one, preview in known:
        surer = [other.match.picture for other, _preview in kept if other.same_photo]
        if not decided.rejected(one.match.picture, surer):
            kept.append((one, preview))
    return kept


def _family(archive: Archive, case: Case) -> str:
    """The family of the surest known copy; "" where it stands alone."""
    first = next(iter(case.same_photos), None)
    if first is None:
        return ""
    with archive.reading() as reader:
        numbers = reader.families_of([first.match.picture])
        kin = reader.kin(numbers).get(numbers[0]) if numbers else None
        oldest = reader.photos_of([kin[0][0]]).get(kin[0][0]) if kin else None
    return family_id(oldest[0].id) if oldest else ""


def _linked(
    archive: Archive, case: Case, picture: PictureId | None, desk: Desk, decided: Decided
) -> tuple[Linked, ...]:
    """Photos that carry an id of this file's fields, and are neither it nor any of the known ones or their copies."""
    ids = document_ids(case.facts)
    if not ids:
        return ()
    with archive.reading() as reader:
        found = linked_pictures(reader, ids, desk.limits.match.document_pictures)
        if not found:
            return ()
        known = {one.match.picture for one in case.known}
        kin = reader.kin(reader.families_of(sorted(known)))
        held = {picture, *known, *(one for family in kin.values() for one, _guest, _best in family)}
    apart = {one for one in found if picture and decided.rejected(one, [picture])}
    return tuple(one for other, one in found.items() if other not in held | apart and one.photo != case.photo)


def _rank(known: KnownPhoto) -> tuple[int, float, datetime, str]:
    order = (MatchVerdict.SAME_PHOTO, MatchVerdict.SAME_SCENE, MatchVerdict.CANNOT_TELL)
    return (order.index(known.match.verdict), -known.match.confidence, known.held_since, known.photo)


def _matches(this: Side, one: Remembered, desk: Desk) -> list[tuple[StoredPhoto, Match]]:
    """Every photo of a candidate with its match. Another picture is compared once, whatever photos wrap it."""
    if one.candidate.picture == this.picture:
        same = [replace(this, photo=stored.id) for stored in one.photos]
        told = [relate(this, side, one.candidate, desk.limits.match) for side in same]
    else:
        told = [_seen(this, one, desk)] * len(one.photos)
    return [(stored, match) for stored, match in zip(one.photos, told, strict=True) if match is not None]


def _seen(this: Side, one: Remembered, desk: Desk) -> Match | None:
    """How this was made from a candidate, by its preview."""
    pixels = kept_pixels(one.preview, desk.opener, desk.limits.read)
    if pixels is None:
        return untold(one.candidate)
    first = one.photos[0]
    known = Side(first.id, one.candidate.picture, pixels, first.width, first.height)
    return relate(this, known, one.candidate, desk.limits.match)


def _known_photo(stored: StoredPhoto, match: Match, one: Remembered, desk: Desk) -> KnownPhoto:
    testimonies = tuple(
        Testimony(appearance, desk.read(appearance.statement)) for appearance in one.appearances.get(stored.id, ())
    )
    files = tuple(location.relative for location in stored.locations)
    return KnownPhoto(
        photo=stored.id,
        match=match,
        held_since=stored.held_since,
        files=files,
        width=stored.width,
        height=stored.height,
        testimonies=testimonies,
        size=stored.size,
        format=stored.format,
        facts=one.facts.get(stored.id, 0),
    )


def _hold(claims: Claims | None, own: bool, photo: PhotoId, known: Sequence[KnownPhoto]) -> tuple[Held, ...]:
    """The claim against every judged testimony about some known photos. Offered words are not judged."""
    if claims is None or not known:
        return ()
    from provenance.captions.compare import compare

    return tuple(
        Held(comparison, testimony, one)
        for one in known
        for testimony in one.testimonies
        if testimony.appearance.judged and not (own and one.photo == photo and _said_by_the_file(testimony))
        for comparison in compare(claims, testimony.claims)
    )


def _said_by_the_file(testimony: Testimony) -> bool:
    """Whether the file itself is the witness; that its caption agrees with itself proves nothing."""
    return testimony.appearance.statement.voucher is Voucher.IN_FILE


def _history(case: Case) -> tuple[Version, ...]:
    """The versions of the caption, the claim among them; none for a picture that holds several different photos."""
    if not any(known.testimonies for known in case.same_photos) or len(parts(case)) > 1:
        return ()
    from provenance.captions.history import Said, history

    said = [Said(one.appearance, one.claims, known.photo) for known in case.same_photos for one in known.testimonies]
    held = case.claim_is_own and any(known.photo == case.photo for known in case.same_photos)
    if case.claim is not None and case.claims is not None and not held:
        said.append(Said(Appearance(case.claim, case.now), case.claims, None))
    return history(said)


def _judge(case: Case, searched: Searched, desk: Desk, decided: Decided, picture: PictureId | None) -> Verdict:
    """The rules' findings without those that an editor dismissed."""
    found, not_judged = judge(case, desk.limits.rule)
    dismissed = decided.dismissed(found)
    gone = {one.about for one in dismissed}
    findings = tuple(one for one in found if one.id not in gone)
    answer = excused(rows(case), found, dismissed)
    summary = summarise(case, answer, findings)
    supporting = corroborate(case, desk.limits.rule)
    decisions = decided.every(case.known, picture, found)
    return Verdict(
        case,
        summary,
        searched,
        answer,
        findings,
        not_judged,
        corroborations=supporting,
        picture=picture,
        decisions=decisions,
    )
