"""Which of many known pictures agree with this one on a single change of place, size and turn: a Hough vote.

Every pair of alike features implies one similarity transform. Wrong pairs scatter, right ones fall together (Lowe 2004,
section 7.3). A feature of this picture has one vote in each cell, however many known features it resembles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.packing import Packed

CHUNK = 1024
"""Known signatures compared at once: what fits the processor's cache."""
OCTAVES_PER_CELL = 1.0
DEGREES_PER_CELL = 30.0
PLACES_PER_CELL = 0.25
"""Edge of a cell for where the known picture's middle comes to lie, as a share of the known picture's edge there."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Alike features: indices into this picture's and the known ones' features, and what each pair implies.

    `owners` says which known picture, `octaves` is the base-2 logarithm of the enlargement, `turns` degrees, `middles`
    (n, 2) where the known picture's middle comes to lie here.
    """

    here: NDArray[np.intp]
    there: NDArray[np.intp]
    owners: NDArray[np.intp]
    octaves: NDArray[np.float32]
    turns: NDArray[np.float32]
    middles: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vote:
    """The best agreement of one known picture: its number among those asked, its votes, and the pairs that voted.

    `here` and `there` are indices into this picture's features and into all known ones together.
    """

    owner: int
    votes: int
    here: NDArray[np.intp]
    there: NDArray[np.intp]


def alike(here: Packed, there: Packed, owners: NDArray[np.intp], bits: int) -> Pairs:
    """All pairs of features whose signatures differ in at most so many bits."""
    rows, columns = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)]
    for start in range(0, len(there), CHUNK):
        differing = np.bitwise_count(here.signatures[:, None] ^ there.signatures[None, start : start + CHUNK])
        row, column = np.divmod(np.flatnonzero(differing <= bits), differing.shape[1])
        rows.append(row)
        columns.append(column + start)
    return implied(here, there, owners, np.concatenate(rows), np.concatenate(columns))


def implied(
    here: Packed, there: Packed, owners: NDArray[np.intp], row: NDArray[np.intp], column: NDArray[np.intp]
) -> Pairs:
    """What pairs of features, by their indices, imply about how the known picture lies here."""
    octaves = here.sizes[row] - there.sizes[column]
    turns = here.angles[row] - there.angles[column]
    middles = here.places[row] + _laid(_MIDDLE - there.places[column], octaves, turns)
    return Pairs(row, column, owners[column], octaves, turns % 360, middles)


def vote(here: Packed, there: Packed, owners: NDArray[np.intp], bits: int, best: int) -> tuple[Vote, ...]:
    """The known pictures with the most votes, most first. `owners` (n,) says to which each known feature belongs."""
    return count(alike(here, there, owners, bits), len(here), best)


def count(pairs: Pairs, features: int, best: int) -> tuple[Vote, ...]:
    """The known pictures with the most votes, most first; `features` is how many this picture has."""
    if not len(pairs.here):
        return ()
    cells = [_cells(pairs, offset) for offset in (0.0, 0.5)]
    counted = [_fullest(cell, pairs, features) for cell in cells]
    scores = np.maximum(counted[0][0], counted[1][0])
    order = [int(one) for one in np.argsort(-scores, kind="stable")[:best] if scores[one]]
    grids = [0 if counted[0][0][one] >= counted[1][0][one] else 1 for one in order]
    by_owner = np.argsort(pairs.owners, kind="stable")
    ends = np.searchsorted(pairs.owners[by_owner], np.arange(len(scores) + 1))
    votes = []
    for one, grid in zip(order, grids, strict=True):
        own = by_owner[ends[one] : ends[one + 1]]
        votes.append(_gathered(pairs, own, int(scores[one]), cells[grid][own] == counted[grid][1][one]))
    return tuple(votes)


_MIDDLE = np.array([0.45, 0.4], np.float32)
"""A point about the middle of any picture, in shares of its longest edge."""


def _laid(steps: NDArray[np.float32], octaves: NDArray[np.float32], turns: NDArray[np.float32]) -> NDArray[np.float32]:
    """Steps (n, 2) in the known picture as steps in this one."""
    angle = np.radians(turns)
    cosine, sine = np.cos(angle), np.sin(angle)
    x, y = steps[:, 0], steps[:, 1]
    turned = np.stack([cosine * x - sine * y, sine * x + cosine * y], axis=1)
    return np.asarray(turned * np.exp2(octaves)[:, None], np.float32)


def _cells(pairs: Pairs, offset: float) -> NDArray[np.int64]:
    """The cell of each pair as one number; two grids that lie half a cell apart are used, so that no edge splits."""
    octave = np.floor(pairs.octaves / OCTAVES_PER_CELL + offset)
    around = round(360 / DEGREES_PER_CELL)
    turn = np.floor(pairs.turns / DEGREES_PER_CELL + offset) % around
    edge = PLACES_PER_CELL * np.exp2((octave - offset + 0.5) * OCTAVES_PER_CELL)
    place = np.clip(np.floor(pairs.middles / np.maximum(edge, 0.1)[:, None] + offset), -64, 63) + 64
    cell = pairs.owners.astype(np.int64) * 32 + np.clip(octave + 16, 0, 31).astype(np.int64)
    cell = cell * around + turn.astype(np.int64)
    cell = cell * 128 + place[:, 0].astype(np.int64)
    full: NDArray[np.int64] = cell * 128 + place[:, 1].astype(np.int64)
    return full


def _fullest(cells: NDArray[np.int64], pairs: Pairs, features: int) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """For every known picture the votes of its fullest cell, and that cell."""
    voters = np.unique(cells * features + pairs.here) // features
    cell, votes = np.unique(voters, return_counts=True)
    per_owner = 32 * round(360 / DEGREES_PER_CELL) * 128 * 128
    owner = cell // per_owner
    order = np.lexsort((votes, owner))
    last = np.append(owner[order][1:] != owner[order][:-1], True)
    most = np.zeros(int(pairs.owners.max()) + 1, np.intp)
    where = np.zeros(len(most), np.int64)
    most[owner[order][last]] = votes[order][last]
    where[owner[order][last]] = cell[order][last]
    return most, where


def _gathered(pairs: Pairs, own: NDArray[np.intp], votes: int, inside: NDArray[np.bool_]) -> Vote:
    """The pairs of one known picture that lie about as those in its fullest cell do, in that cell or beside it.

    `own` (n,) are its pairs, of which those `inside` (n,) lie in that cell.
    """
    full = own[inside]
    octave, middle = pairs.octaves[full].mean(), np.sort(pairs.middles[full], axis=0)[len(full) // 2]
    turn = np.radians(pairs.turns[full])
    mean_turn = np.degrees(np.arctan2(np.sin(turn).mean(), np.cos(turn).mean()))
    close = np.abs(pairs.octaves[own] - octave) < OCTAVES_PER_CELL * 0.8
    close &= np.abs((pairs.turns[own] - mean_turn + 180) % 360 - 180) < DEGREES_PER_CELL
    away = np.linalg.norm(pairs.middles[own] - middle, axis=1)
    close &= away < PLACES_PER_CELL * 1.5 * np.exp2(octave)
    return Vote(int(pairs.owners[own[0]]), votes, pairs.here[own[close]], pairs.there[own[close]])
