"""Running an ingest from the command line: what was found goes in, what is told of it, what is not there any more."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from provenance.cli.counts import Counts
from provenance.cli.finding import Brought, documents_below
from provenance.cli.output import complain, say_json
from provenance.cli.processes import opener
from provenance.cli.progress import Progress, progress
from provenance.cli.questions import captions_file
from provenance.cli.zipped import InZips
from provenance.errors import UnreadableFileError
from provenance.feeds.document import Kind
from provenance.files import FoundFile, beside, stands
from provenance.model.known_file import OtherFile, State
from provenance.model.limits import LIMITS
from provenance.model.photo import Problem
from provenance.report.objects import ingest_object
from provenance.store.archive import Archive
from provenance.workflows.absent import Absence, Absent, Gone, settle
from provenance.workflows.captions_file import CaptionsFile, Linked, awaited, link_documents, link_rows
from provenance.workflows.ingest import Ingested, Tools, ingest, remember_others
from provenance.workflows.intake import Handover, Readable, location_of
from provenance.workflows.keeping import Digests

if TYPE_CHECKING:
    from provenance.cli.processes import PrepareAll


@dataclass
class Run:
    """One ingest: the archive, who hands over, what is counted, the moment at which it began."""

    archive: Archive
    handover: Handover
    counts: Counts
    now: datetime
    json: bool = False
    zips: InZips = field(default_factory=InZips)

    def tell(self, file: str, status: str, problems: Sequence[Problem] = (), done: Ingested | None = None) -> None:
        """Report one file to whoever asked for JSON."""
        if self.json:
            photo, isolation = (done.photo, done.isolation) if done else (None, None)
            line = ingest_object(file, photo, status, problems, isolation)
            say_json({**line, "found": done.found} if done and done.found else line)


def bring_in(
    run: Run,
    files: Iterable[Readable],
    prepare_all: PrepareAll,
    shown: Progress | None = None,
    digests: Digests | None = None,
) -> None:
    """Bring photos in, count, and report each when asked to."""
    look = partial(_beside, run.zips)
    tools = Tools(LIMITS, run.now, time.monotonic, look, _read_beside, prepare_all, opener(), digests=digests)
    for done in ingest(run.archive, files, run.handover, tools):
        run.counts.add(done)
        run.tell(done.file, done.status.value, done.problems, done)
        if shown:
            shown.advance()


def bring_photos(run: Run, found: Brought, prepare_all: PrepareAll, digests: Digests | None = None) -> None:
    """All photos that were found, in folders and in ZIPs."""
    with progress(len(found), "Reading photos") as shown:
        files: Iterator[Readable] = chain(found.photos, found.calm, run.zips.photos(found.zips, shown.more))
        bring_in(run, files, prepare_all, shown, digests)
    with run.archive.reading() as reader:
        zips = (reader.other_file(one.root, one.relative) for one in found.same_zips)
        run.counts.known += sum(one.holds for one in zips if one)
    _keep_refused(run, found)
    _remember(run, found)


def bring_documents(run: Run, found: Brought) -> None:
    """Link the captions of every document found, count, and report each when asked to.

    Where another photo stands at a known path now, documents that have not changed may speak of it, and all are read.
    """
    below = documents_below(found.tops) if run.counts.replaced else iter(found.documents)
    _tell_lacking(run, found)
    total = len(found.documents) + len(found.named)
    with progress(total, "Reading documents") as shown:
        files = chain(
            (_captions_file(run, one, one.read_document) for one in below),
            (_captions_file(run, one, one.read_document, named=True) for one in found.named),
            (_captions_file(run, one, one.read_document) for one in run.zips.documents()),
        )
        read = (one for one in files if one is not None)
        for linked in link_documents(run.archive, read, run.handover, run.now, LIMITS.read, opener()):
            run.counts.add_document(linked)
            shown.advance()
            if run.json and (linked.kind is not Kind.UNKNOWN or linked.problems):
                say_json(_object(linked))
    run.zips.remember(run.archive, run.handover, run.now)


def link_captions(run: Run, captions: Sequence[Path]) -> None:
    """Link the captions of every document that was named as one."""
    for path in captions:
        file = captions_file(path, LIMITS)
        run.counts.add_linked(link_rows(run.archive, file, run.handover, run.now, opener()))


def judge_absent(run: Run, found: Brought, *, prune: bool) -> None:
    """Mark what was known and is not at its place any more, or forget its path."""
    gone = (Gone(one.root, one.relative, one.size) for spool in found.gone for one in spool)
    for one in settle(run.archive, chain(gone, run.zips.gone), partial(_stands, run.zips), run.now, prune=prune):
        run.counts.add_absent(one)
        _tell_absent(run, one)


def _tell_absent(run: Run, one: Absent) -> None:
    if run.json and one.what is not Absence.OTHER:
        status = "moved" if one.what is Absence.MOVED else "missing"
        line = ingest_object(one.file, None, status, ())
        say_json({**line, "now_at": one.now_at} if one.now_at else line)


def _stands(zips: InZips, root: str, relative: str) -> bool:
    return False if zips.is_away(root, relative) else stands(root, relative)


def _keep_refused(run: Run, found: Brought) -> None:
    for name, problem in found.refused + run.zips.refused:
        run.counts.refused.append((name, problem))
        run.tell(name, "unreadable", (problem,))
    run.counts.passed += run.zips.passed
    run.counts.notices.extend(found.notices)


def _remember(run: Run, found: Brought) -> None:
    """Files that are neither photo nor document, so that their first bytes need not be looked at again."""
    if not len(found.passed):
        return
    with run.archive.transaction() as writer:
        origin = writer.new_origin(run.handover.source, run.handover.standing.value)
    others = (OtherFile(location_of(one), State.PASSED, origin) for one in found.passed)
    remember_others(run.archive, others, run.now)


def _tell_lacking(run: Run, found: Brought) -> None:
    """What was wrong with documents that have not changed, and which of their captions wait still."""
    waits = False
    with run.archive.reading() as reader:
        for one in found.lacking:
            known = reader.other_file(one.root, one.relative)
            if known is None:
                continue
            run.counts.problems.extend(known.problems)
            waits = waits or known.waiting > 0
            if run.json and known.kind != Kind.UNKNOWN:
                here = known.holds - known.waiting
                say_json(_object(Linked(0, here, ("",) * known.waiting, known.problems, one.display, Kind(known.kind))))
        if waits:
            run.counts.waiting.extend(awaited(one.waits) for one in reader.waiting() if one.waits)


def _captions_file(run: Run, file: Readable, read: Callable[..., bytes], *, named: bool = False) -> CaptionsFile | None:
    place = PurePosixPath(os.path.join(file.root, file.relative).replace(os.sep, "/"))
    try:
        data = read(LIMITS.read)
    except UnreadableFileError as error:
        problem = Problem(error.kind, error.sentence, error.hint)
        run.counts.unreadable.append((file.display, problem))
        run.tell(file.display, "unreadable", (problem,))
        return None
    return CaptionsFile(place.name, str(place.parent), data, named, file.display, location_of(file))


def _beside(zips: InZips, file: Readable, names: Sequence[str]) -> Sequence[Readable]:
    return beside(file, names) if isinstance(file, FoundFile) else tuple(zips.beside(file, names))


def _read_beside(file: Readable) -> bytes | None:
    """A document beside a photo. One that cannot be read is complained of and left out."""
    try:
        return file.read_document(LIMITS.read)
    except UnreadableFileError as error:
        complain(error.sentence, error.hint)
        return None


def find_families(archive: Archive, jobs: int = 1) -> None:
    """Look which of the photos that came are copies of which; what cannot be looked for now waits for the next run."""
    from provenance.cli.options import words
    from provenance.cli.output import complain
    from provenance.cli.processes import opener
    from provenance.cli.steps import followed
    from provenance.errors import ArchiveIndexError
    from provenance.workflows.relating import relate_all

    try:
        followed(relate_all(archive, words, LIMITS, opener(), jobs))
    except ArchiveIndexError as error:
        complain(f"Copies were not looked for: {error.sentence}", error.hint)


def _object(linked: Linked) -> dict[str, object]:
    """One document's line: a photo's, with the kind of document and what became of its captions."""
    unknown = linked.kind is Kind.UNKNOWN
    status = "unreadable" if unknown else "new" if linked.linked or linked.waiting_newly else "known"
    captions = {"linked": linked.linked, "known": linked.known, "waiting": len(linked.waiting)}
    line = ingest_object(linked.file, None, status, linked.problems)
    return {**line, "document": linked.kind.value, "captions": captions}


def digests(jobs: int) -> Digests:
    """Reads files whole, so many at once, and gives their SHA-256."""
    from concurrent.futures import ThreadPoolExecutor

    def hashed(files: Sequence[Readable]) -> Iterator[str | UnreadableFileError]:
        with ThreadPoolExecutor(jobs) as threads:
            yield from threads.map(_digest, files)

    return hashed


def _digest(file: Readable) -> str | UnreadableFileError:
    try:
        with file.hand_over(LIMITS.read) as content:
            return content.photo
    except UnreadableFileError as error:
        return error
