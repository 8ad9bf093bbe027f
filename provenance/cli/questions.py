"""What was asked on the command line: each photo with the claim that came with it.

The claim is what was typed; else the row of the captions file; else what lies beside the photo; else (decided by the
check itself) what the file says of itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.cli.output import complain
from provenance.cli.processes import opener
from provenance.errors import UnreadableFileError, UsageError
from provenance.feeds.sidecar import sidecar_names
from provenance.files import FoundFile, Refused, beside, find, read_document
from provenance.model.appearance import Standing, Statement
from provenance.model.archive import Location
from provenance.model.limits import Limits
from provenance.model.photo import Problem
from provenance.model.times import Voucher
from provenance.workflows.check import Question
from provenance.workflows.intake import Handover, Sidecar, location_of, sidecar_statements
from provenance.workflows.link import Said, claim

if TYPE_CHECKING:
    from provenance.workflows.captions_file import CaptionsFile

SENDER = Handover("sender", Standing.OFFERED)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed about one photo."""

    caption: str
    credit: str
    date: str
    place: str
    published: str

    def statement(self) -> Statement | None:
        """What was typed as a sender's statement; None where nothing was."""
        said = Said(self.caption, self.credit, self.date, self.place, published=self.published)
        return claim(said, Standing.OFFERED, Voucher.SENDER, "command line", "sender")


@dataclass(frozen=True, slots=True)
class Asked:
    """One photo to check. Its bytes are read when its turn comes."""

    found: FoundFile | Refused
    claim: Statement | None
    limits: Limits

    @property
    def location(self) -> Location | None:
        """Where the file stands, if it is one."""
        return location_of(self.found) if isinstance(self.found, FoundFile) else None

    def question(self) -> Question:
        """Read the file. One that cannot be read is a question too, with the reason."""
        if isinstance(self.found, Refused):
            return Question(self.found.display, None, self.claim, self.found.problem)
        try:
            return Question(self.found.display, self.found.hand_over(self.limits.read), self.claim)
        except UnreadableFileError as error:
            problem = Problem(error.kind, error.sentence, error.hint)
            return Question(self.found.display, None, self.claim, problem)


def questions(paths: Sequence[Path], typed: Typed, captions: Sequence[Path], limits: Limits) -> list[Asked]:
    """Every photo asked about, with its claim. UsageError where one caption was typed for several photos."""
    found = list(find(paths))
    statement = typed.statement()
    if statement and len(found) != 1:
        raise UsageError(
            f"One claim was given for {len(found)} photos.",
            "Give --captions FILE.csv with a row for each, or check them one by one.",
        )
    rows = _rows(captions, limits)
    return [Asked(one, statement or claim_beside(one, rows, limits), limits) for one in found]


def claim_beside(found: FoundFile | Refused, rows: dict[str, Statement], limits: Limits) -> Statement | None:
    """The claim in a captions file's row, else in a document beside the photo; None where there is neither."""
    if isinstance(found, Refused):
        return None
    row = rows.get(Path(found.relative).name.lower())
    if row:
        return row
    said = sidecar_statements(
        sidecars(found, sidecar_names(Path(found.relative).name), limits), SENDER, limits, opener()
    )
    return said[0] if said else None


def sidecars(found: FoundFile, names: Sequence[str], limits: Limits) -> tuple[Sidecar, ...]:
    """The documents beside a photo. One that cannot be read is complained of and left out."""
    read: list[Sidecar] = []
    for path in beside(found, names):
        try:
            read.append(Sidecar(path.path.name, path.read_document(limits.read)))
        except UnreadableFileError as error:
            complain(error.sentence, error.hint)
    return tuple(read)


def captions_file(path: Path, limits: Limits) -> CaptionsFile:
    """Read a captions file."""
    from provenance.workflows.captions_file import CaptionsFile

    return CaptionsFile(path.name, str(path.resolve().parent), read_document(path, limits.read))


def _rows(captions: Sequence[Path], limits: Limits) -> dict[str, Statement]:
    rows: dict[str, Statement] = {}
    if not captions:
        return rows
    from provenance.workflows.captions_file import rows_by_name

    for path in captions:
        more, problems = rows_by_name(captions_file(path, limits), SENDER, opener())
        rows.update(more)
        for problem in problems:
            complain(problem.sentence, problem.hint)
    return rows
