"""Originals that were moved as a whole: the folder under which they are kept becomes another one."""

from __future__ import annotations

from collections.abc import Callable

from provenance.errors import UsageError
from provenance.model.paths import below, joined
from provenance.model.upkeep import Remapped
from provenance.store.archive import Archive
from provenance.workflows.renditions import tell_renditions

_PAGE = 2000


def remap(archive: Archive, old: str, new: str, stands: Callable[[str], bool], *, force: bool) -> tuple[Remapped, ...]:
    """Let every root that is `old`, or lies below it, be `new`, or lie below that. Records stay as they are.

    UsageError where nothing was brought in from `old`, and without `force` where none of the files stands at `new`.
    """
    moves = _moves(archive, old, new)
    counted = {one: [0, 0] for one in moves}
    after = 0
    with archive.reading() as reader:
        while page := reader.files_after(after, _PAGE, new=False):
            after = page[-1].number
            for one in page:
                root = max((top for top in moves if below(top, one.path)), key=len, default=None)
                if root is not None:
                    counted[root][0] += 1
                    counted[root][1] += stands(joined(moves[root], below(root, one.path) or ""))
    told = tuple(Remapped(top, moves[top], *counted[top]) for top in moves)
    if not force and any(one.files for one in told) and not any(one.standing for one in told):
        raise UsageError(
            f"None of the files stands in {new}, so nothing was changed.", "Look at the folder, or: --force"
        )
    with archive.transaction() as writer:
        for top, place in moves.items():
            writer.remap(top, place)
        for folder, _pattern in writer.rendition_patterns():
            rest = below(old, folder)
            if rest is not None:
                writer.remap_pattern(folder, joined(new, rest) if rest else new)
    tell_renditions(archive, every=True)
    return told


def _moves(archive: Archive, old: str, new: str) -> dict[str, str]:
    with archive.reading() as reader:
        roots = reader.roots()
    rests = {root: rest for root in roots if (rest := below(old, root)) is not None}
    if not rests:
        within = next((root for root in roots if below(root, old)), None)
        hint = (
            f"It lies in {within}: remap that, or ingest the new place; moved files are recognised." if within else ""
        )
        there = ", ".join(roots[:5]) + (" and others" if len(roots) > 5 else "")
        raise UsageError(f"No photos were brought in from {old}.", hint or f"They came from: {there or 'nowhere yet'}")
    return {root: joined(new, rest) if rest else new for root, rest in rests.items()}
