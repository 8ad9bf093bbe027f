"""Content credentials: states on files of others and on those of our own that were tampered with, and the time."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.data import SHARED
from benchmarks.figures import HEADS, Figure, at_least, at_most, table
from provenance.media.credentials import read_credentials
from provenance.media.examine import read_facts
from provenance.media.formats import sniff
from provenance.model.limits import LIMITS
from provenance.model.trust import STATE_FIELD, CredentialState, TrustList

if TYPE_CHECKING:
    from builders.credentials import Case

OTHERS = SHARED / "c2pa"
SECONDS = 0.020
"""The aim for reading and judging the credentials of one file."""


def measure(*, quick: bool) -> str:
    """The table in Markdown. Without the files of others, only our own are judged."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from builders.credentials import a_list, cases, the_authority

    made, known = list(cases()), (a_list(the_authority()),)
    right = _others()
    rounds = 3 if quick else 21
    files = [(OTHERS / name).read_bytes() for name in right] or [case.data for case in made]
    rows = [
        *_on_others(right),
        *_on_ours("tampered files, no list imported", made, (), {case.name: case.alone for case in made}),
        *_on_ours("tampered files, the signer's list imported", made, known, {case.name: case.listed for case in made}),
        _never_named(made),
        *_time(files, rounds),
    ]
    whose = f"{len(right)} files of others, {len(made)} of our own" if right else f"{len(made)} files of our own"
    return f"{whose}: {', '.join(sorted({case.name.partition(',')[0] for case in made}))}.\n\n{_table(rows)}"


def _table(rows: list[Figure]) -> str:
    return table(HEADS, [row.cells for row in rows])


def _others() -> dict[str, list[str]]:
    """The files of others with the states that are right for them."""
    truth = OTHERS / "truth.json"
    if not truth.is_file():
        print(f"Credentials of others were not judged: {truth} is not there.")
        return {}
    found: dict[str, list[str]] = json.loads(truth.read_text(encoding="utf-8"))
    return found


def state(data: bytes, lists: tuple[TrustList, ...] = ()) -> str:
    """The state of a file's credentials."""
    facts = read_facts(data, LIMITS.read, lists)[1]
    return next((str(fact.value) for fact in facts if fact.field == STATE_FIELD), CredentialState.ABSENT.value)


def _on_others(right: Mapping[str, list[str]]) -> Iterator[Figure]:
    if right:
        hits = [_told(name, state((OTHERS / name).read_bytes()), states) for name, states in right.items()]
        yield at_least("states of files of others", 1.0, sum(hits), len(hits))


def _on_ours(
    what: str, made: list[Case], lists: tuple[TrustList, ...], right: Mapping[str, frozenset[str]]
) -> Iterator[Figure]:
    hits = [_told(case.name, state(case.data, lists), right[case.name]) for case in made]
    yield at_least(what, 1.0, sum(hits), len(hits))


def _told(name: str, found: str, right: list[str] | frozenset[str]) -> bool:
    if found not in right:
        print(f"wrong: {name}: {found}, not {' or '.join(right)}")
    return found in right


def _never_named(made: list[Case]) -> Figure:
    """The one mistake that must not happen: somebody identified by a file that no list vouches for."""
    wrong = [case.name for case in made if state(case.data) == CredentialState.TRUSTED]
    return at_most("files said to be trusted where nobody vouches", 0, len(wrong), len(made))


def _time(files: list[bytes], rounds: int) -> Iterator[Figure]:
    """Reading and judging alone, the library loaded; files without credentials cost a search for a mark."""
    medians: dict[bool, list[float]] = {True: [], False: []}
    for data in files:
        format, facts = sniff(data), read_facts(data, LIMITS.read)[1]
        if format is None:
            continue
        taken = []
        for _ in range(rounds):
            began = time.perf_counter()
            told = read_credentials(data, format, facts, LIMITS.read)[0]
            taken.append(time.perf_counter() - began)
        medians[bool(told)].append(statistics.median(taken))
    with_them = statistics.median(medians[True])
    aim, note = f"at most {1000 * SECONDS:.0f} ms", f"the slowest {1000 * max(medians[True]):.1f} ms"
    yield Figure("credentials read, median", aim, f"{1000 * with_them:.1f} ms", with_them <= SECONDS, note)
    if medians[False]:
        yield Figure("a file without credentials", "", f"{1000 * statistics.median(medians[False]):.2f} ms", None)
