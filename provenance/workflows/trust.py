"""Lists of certificates: brought by a user, kept under a name, and handed to whoever reads content credentials.

None comes with the program: who may vouch for signers is the desk's decision.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from provenance.errors import UsageError
from provenance.media.trust_lists import Named, fit_together, read_list
from provenance.media.worker.handed import Handed
from provenance.model.trust import TrustKind, TrustList
from provenance.store.archive import Archive

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user says of a list: its name, what it is for, and the day it bears in ISO text, "" for none."""

    name: str
    kind: str
    dated: str


@dataclass(frozen=True, slots=True)
class Read:
    """A list that was read. `expired` counts certificates that were left out; `before` is the list of its name."""

    list: TrustList
    expired: int
    before: TrustList | None = None

    @property
    def known(self) -> bool:
        """Whether the same list is here under the same name."""
        return self.before is not None and replace(self.before, imported=self.list.imported) == self.list


def lists_for(content: Handed, archive: Archive) -> tuple[TrustList, ...]:
    """The lists against which a file's content credentials are judged; not looked up for a file that has none."""
    return every_list(archive) if content.marked else ()


def every_list(archive: Archive) -> tuple[TrustList, ...]:
    """All lists, the oldest first."""
    with archive.reading() as reader:
        return reader.trust_lists()


def look_into(data: bytes, wanted: Wanted, now: datetime) -> Read:
    """Read a list, and keep nothing. UsageError for what is none, or for words that mean nothing here."""
    made, expired = read_list(data, _named(wanted, now))
    return Read(made, expired)


def beside(read: Read, archive: Archive) -> Read:
    """The same, with the list that has its name here. UsageError where all lists together would be too much."""
    lists = every_list(archive)
    if not fit_together([read.list, *(one for one in lists if one.name != read.list.name)]):
        raise UsageError(
            "With this list, more certificates would be here than can be judged by at once, so it was not kept.",
            "Remove a list that is not needed, or bring a shorter one: prov trust list",
        )
    return replace(read, before=next((one for one in lists if one.name == read.list.name), None))


def keep(read: Read, archive: Archive) -> None:
    """Keep a list, in place of the one of its name."""
    with archive.transaction() as writer:
        writer.keep_trust_list(read.list)


def find_list(archive: Archive, name: str) -> TrustList:
    """The list of a name. UsageError, which names those that are here, where there is none."""
    lists = every_list(archive)
    found = next((one for one in lists if one.name == " ".join(name.split())), None)
    if found is None:
        here = ", ".join(f"“{one.name}”" for one in lists)
        raise UsageError(
            f"There is no list called “{name}” here.", f"Here are: {here}." if here else "None has been imported."
        )
    return found


def remove(one: TrustList, archive: Archive) -> None:
    """Remove a list. What was judged by it before stays as it was told."""
    with archive.transaction() as writer:
        writer.drop_trust_list(one.name)


def _named(wanted: Wanted, now: datetime) -> Named:
    name = " ".join(wanted.name.split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UsageError(
            f"A list needs a name of 1 to {_LONGEST_NAME} characters.", 'Such as: --name "C2PA trust list"'
        )
    try:
        kind = TrustKind(wanted.kind)
    except ValueError:
        raise UsageError(f"--for takes signers or timestamps, not {wanted.kind!r}.") from None
    return Named(name, kind, _day(wanted.dated, now) if wanted.dated else None, now)


def _day(words: str, now: datetime) -> date:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise UsageError(f"--dated takes a day, not {words!r}.", "Write it as 2026-05-01.") from None
    if day > now.date():
        raise UsageError(f"The day of a list cannot lie in the future: {words}.", "Write the day that the list bears.")
    return day
